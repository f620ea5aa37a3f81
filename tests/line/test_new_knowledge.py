"""Does a new indicator reach the briefing by files of the pack alone, and the command tell it?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from line_reading import LANGUAGES, Case, Country, fact_id, section_text, value

from esep.cli.main import run

INDICATOR = """
- id: honey
  topic: output
  kind: flow
  unit: CRN:6
  convention: annual
  direction: up
  additive: true
  decimals: 1
  prices: current
  source: tso-output
  per_head: true
  names:
    en: {text: output of honey, short: honey}
    ru:
      text: сбор мёда
      short: мёд
      gender: m
      forms: {genitive: сбора мёда, dative: сбору мёда, accusative: сбор мёда,
              instrumental: сбором мёда, prepositional: сборе мёда}
    kk: {text: бал өндірісі, short: бал}
  definitions: {en: Honey sold., ru: Проданный мёд., kk: Сатылған бал.}
"""
RELEASE = """
id: honey-2024
source: tso-output
title: Honey of the year
kind: observations
file: honey-2024.csv
published: "2024-03-15"
published_note: Made up for a test.
address: https://statistics.example/honey
stage: preliminary
note: Made up for a test.
"""
ROWS = """indicator,region,period,value,unit,comparison,base,stage,note
honey,TL,2022,10.0,CRN:6,,,,
honey,TL-HIL,2022,4.0,CRN:6,,,,
honey,TL-RIV,2022,2.0,CRN:6,,,,
honey,TL-LAK,2022,4.0,CRN:6,,,,
honey,TL,2023,12.0,CRN:6,,,,
honey,TL-HIL,2023,4.0,CRN:6,,,,
honey,TL-RIV,2023,3.0,CRN:6,,,,
honey,TL-LAK,2023,5.0,CRN:6,,,,
"""
OUTLINE = """
  - id: honey
    title: section-honey
    blocks:
      - paragraph:
          - {say: level-and-change, of: honey, facts: {level: level}, optional: {change: change}}
          - {say: share-and-rank, of: honey, facts: {share: share, rank: rank}}
"""
TITLES = {"en": "Honey", "ru": "Мёд", "kk": "Бал"}


@pytest.fixture(scope="module")
def sweeter(tmp_path_factory: pytest.TempPathFactory, river: Case) -> Country:
    """The made-up country, which now also counts its honey."""
    folder = tmp_path_factory.mktemp("sweeter")
    pack = shutil.copytree(river.country.catalog.path, folder / "pack")
    (pack / "indicators" / "honey.yaml").write_text(INDICATOR, encoding="utf-8")
    (pack / "releases" / "honey-2024.yaml").write_text(RELEASE, encoding="utf-8")
    (pack / "releases" / "honey-2024.csv").write_text(ROWS, encoding="utf-8")
    with (pack / "outlines" / "governor.yaml").open("a", encoding="utf-8") as outline:
        outline.write(OUTLINE)
    for code, title in TITLES.items():
        wording = pack / "wording" / code / "honey.ftl"
        wording.write_text(f"section-honey = {title}\n", encoding="utf-8")
    assert run(["init", "--pack", str(pack), "--home", str(folder / "store")]) == 0
    return Country(folder / "store")


def test_a_new_indicator_appears_in_three_languages(sweeter: Country, river: Case) -> None:
    briefing = sweeter.brief("TL-RIV", river.period, river.on, meeting=river.meeting)
    said = {
        "en": "In 2023 output of honey was 3.0 million crowns, up by 50.0% on the year before at "
        "current prices (preliminary data). This is 25.0% of the country’s total, "
        "3rd of 3 regions by size (preliminary data).",
        "ru": "В 2023 году сбор мёда составил 3,0 млн крон, что в текущих ценах на 50,0% больше, "
        "чем годом ранее (предварительные данные).",
        "kk": "2023 жылы бал өндірісі 3,0 млн кронды құрады, бұл ағымдағы бағамен алдыңғы "
        "жылмен салыстырғанда 50,0%-ға артық (алдын ала деректер).",
    }
    for code in LANGUAGES:
        document = briefing.documents[code]
        assert next(s.title for s in document.sections if s.id == "honey") == TITLES[code]
        assert said[code] in section_text(document, "honey")


def test_a_new_indicator_stands_in_the_annex_and_in_the_ledger(
    sweeter: Country, river: Case
) -> None:
    briefing = sweeter.brief("TL-RIV", river.period, river.on, meeting=river.meeting)
    assert "Output of honey" in section_text(briefing.documents["en"], "annex")
    assert value(briefing.ledger, "honey:TL-RIV:2023:share") == "25"
    assert (
        fact_id(briefing.ledger, "honey:TL-RIV:2023:level") in briefing.ledger["sections"]["annex"]
    )


def test_the_rest_of_the_briefing_is_as_it_was(sweeter: Country, river: Case) -> None:
    briefing = sweeter.brief("TL-RIV", river.period, river.on, meeting=river.meeting)
    before, now = river.ledger["sections"], dict(briefing.ledger["sections"])
    honey = {name for name in now["annex"] if name.startswith("honey:")}
    now["annex"] = [name for name in now["annex"] if name not in honey]
    now.pop("honey")
    assert now == before


# -- what the command tells ----------------------------------------------------------------


def test_the_command_prints_the_ten_key_figures(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = ["brief", case.region, "--period", case.period, "--meeting", case.meeting]
    order += ["--format", "json", "--home", str(case.country.home), "--out", str(tmp_path)]
    capsys.readouterr()
    assert run(order) == 0
    lines = capsys.readouterr().out.splitlines()
    (ledger,) = tmp_path.iterdir()
    assert lines[0] == str(ledger)
    figures = [line for line in lines[1:] if line.strip()]
    assert len(figures) == 10
    assert figures[0].split("  ")[-1].startswith({"K": "5.3", "T": "310.0"}[case.region[0]])


def test_the_command_gives_the_key_figures_to_machines(
    river: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = ["brief", river.region, "--period", river.period, "--meeting", river.meeting, "--json"]
    order += ["--format", "json", "--home", str(river.country.home), "--out", str(tmp_path)]
    capsys.readouterr()
    assert run(order) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert [each["fact_id"] for each in told["key_figures"]] == river.ledger["key_figures"]
    assert told["region"] == "TL-RIV"
    assert [Path(name).name for name in told["files"]] == [p.name for p in tmp_path.iterdir()]
