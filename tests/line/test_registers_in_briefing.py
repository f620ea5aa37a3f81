"""What registers hold, from the card to the sentence and back: nothing made up passes for real."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from esep.cli.main import run

ON = "2024-06-14"
CARDS = {
    "zone": "id,name,kind,region,stage\nz-1,Boralday,industrial_regional,KZ-19,operating\n"
    "z-2,Arna,small_industrial,KZ-19,forming\n",
    "project": "id,name,region,zones,currency,price_year,cost,jobs_planned,start,launch_planned,"
    "stage\np-1,Glass,KZ-19,z-1,KZT,2024,12000000000,300,2023-01-01,2024-09-01,construction\n"
    "p-2,Bricks,KZ-19,z-1; z-2,KZT,2024,2500000000,80,2023-01-01,2024-11-01,design\n",
    "cooperative": "id,name,region,created,financed,stage\n"
    "c-1,Bereke,KZ-19,2023-05-01,2023-09-01,financed\nc-2,Nur,KZ-19,2023-06-01,,created\n",
}


@pytest.fixture(scope="module", params=["real", "made-up"])
def written(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path, Path]]:
    """A briefing over cards that people entered, and one over a demonstration."""
    folder = tmp_path_factory.mktemp("registers")
    home, out = folder / "store", folder / "out"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ESEP_HOME", str(home))
        if request.param == "made-up":
            assert run(["demo", "KZ-19", "--on", ON, "--home", str(home)]) == 0
        else:
            assert run(["init"]) == 0
            for command, rows in CARDS.items():
                file = folder / f"{command}.csv"
                file.write_text(rows, encoding="utf-8")
                assert run([command, "import", str(file), "--on", "2024-02-01"]) == 0
        brief = ["brief", "KZ-19", "--period", "2024-01/2024-05", "--on", ON, "--lang", "en,ru,kk"]
        assert run([*brief, "--format", "html,json", "--out", str(out)]) == 0
        yield request.param, home, out


def ledger(out: Path) -> Any:
    [file] = out.glob("*.json")
    return json.loads(file.read_text(encoding="utf-8"))


def test_sums_over_cards_stand_where_only_what_was_said_stood(
    written: tuple[str, Path, Path],
) -> None:
    kind, _, out = written
    prefix = "cards" if kind == "real" else "made-up"
    printed = [each["fact_id"] for each in ledger(out)["figures"] if each["printed"]]
    for indicator, period in (
        ("zone_projects", ON), ("zone_projects_cost", ON), ("industrial_zones", ON),
        ("year_projects", "2024"), ("year_projects_jobs", "2024"), ("cooperatives_created", ON),
    ):  # fmt: skip
        assert f"{prefix}:{indicator}:KZ-19:{period}@{ON}" in printed
    assert [each for each in printed if ":zone_projects:" in each and ":stage=" in each]


def test_each_leads_down_to_its_cards_and_their_rows(written: tuple[str, Path, Path]) -> None:
    _, _, out = written
    told = ledger(out)
    inputs = {each["fact_id"]: each for each in told["inputs"]}
    counted = [each for each in told["figures"] if each["fact_id"].startswith(("cards", "made-up"))]
    assert counted
    for figure in counted:
        for each in figure["inputs"]:
            assert re.search(r"\.csv, line \d+$|esep demo$", inputs[each]["cell"]["file"])
        assert figure.get("synthetic", False) is figure["fact_id"].startswith("made-up")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_checker_finds_every_one_of_them_supported(
    written: tuple[str, Path, Path], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kind, home, out = written
    [file] = out.glob(f"*{language}.html")
    capsys.readouterr()
    run(["check", str(file), "--date", ON, "--region", "KZ-19", "--json", "--home", str(home)])
    figures = json.loads(capsys.readouterr().out)["figures"]
    cards = ("cards:", "made-up:")
    by_cards = [each for each in figures if any(id.startswith(cards) for id in each["evidence"])]
    assert len(by_cards) > 8
    assert {each["verdict"] for each in by_cards} == {"supported"}
    words = {"en": "made-up data", "ru": "вымышленные данные", "kk": "ойдан шығарылған"}
    for each in by_cards:
        assert (words[language] in each["explanation"]) is (kind == "made-up")


def test_a_made_up_figure_is_called_so_in_its_own_sentence_and_above(
    written: tuple[str, Path, Path],
) -> None:
    kind, _, out = written
    [file] = out.glob("*en.html")
    sentences = re.findall(
        r"<li(?: [^>]*)?>(.*?)</li>", file.read_text(encoding="utf-8"), re.DOTALL
    )
    counted = [each for each in sentences if "register data" in each]
    assert counted
    assert all(("made-up data" in each) is (kind == "made-up") for each in counted)
    head = "made-up figures of a demonstration register"
    assert (head in file.read_text(encoding="utf-8")) is (kind == "made-up")


def test_no_sentence_mixes_declared_totals_with_made_up_cards(
    written: tuple[str, Path, Path],
) -> None:
    kind, _, out = written
    places: dict[str, set[str]] = {}
    for each in ledger(out)["figures"]:
        for place in each["printed"].get("en", ()):
            places.setdefault(each["fact_id"].partition(":")[0], set()).add(place["at"])
    if kind == "real":
        # What was declared is told beside what the register holds, each by its own words.
        assert places["said"] & places["cards"]
    else:
        text = next(out.glob("*en.html")).read_text(encoding="utf-8")
        items = re.findall(r"<li(?: [^>]*)?>(.*?)</li>", text, re.DOTALL)
        assert not [each for each in items if "made-up data" in each and "declared" in each]


def test_the_day_decides_which_cards_there_were(written: tuple[str, Path, Path]) -> None:
    _, home, _ = written
    early = date(2021, 1, 1).isoformat()
    assert run(["show", "zone_projects", "-r", "KZ-19", "--as-of", early, "--home", str(home)]) == 2
