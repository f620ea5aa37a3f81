"""Does a mistake in a pack come back with its file, its line and what should be there?"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import esep.catalog
from esep.catalog import load_catalog
from esep.catalog.schema import _quick, _validator, schema_text
from esep.errors import BadPack

SCHEMAS = Path(esep.catalog.__file__).parent / "schemas"

Complaints = Callable[[Path], list[str]]


def change(pack: Path, file: str, old: str, new: str) -> int:
    """Replace the first occurrence and return the line it stands on."""
    text = (pack / file).read_text(encoding="utf-8")
    assert old in text
    (pack / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("indicators/economy.yaml", "unit: CRN:6", "unit: CRM:6", "'CRM'; expected a unit"),
        ("indicators/economy.yaml", "topic: pulse", "topic: puls", "did you mean 'pulse'?"),
        ("indicators/economy.yaml", "source: tso-pulse", "source: tso-pulze", "'tso-pulse'?"),
        (
            "indicators/economy.yaml",
            "real_growth: product_volume",
            "real_growth: product_volum",
            "did you mean 'product_volume'?",
        ),
        (
            "indicators/economy.yaml",
            "real_growth: product_volume",
            "real_growth: people",
            "'people', a stock; expected an indicator of the kind index",
        ),
        (
            "indicators/economy.yaml",
            "sum_of: [field_output, workshop_output]",
            "sum_of: [field_output, workshop_outpt]",
            "did you mean 'workshop_output'?",
        ),
        (
            "indicators/economy.yaml",
            "workshops_volume: workshop_output}",
            "workshops_volume: workshop_outpt}",
            "did you mean 'workshop_output'?",
        ),
        (
            "indicators/economy.yaml",
            "weights: {fields_volume: field_output, workshops_volume: workshop_output}",
            "weights: {fields_volume: field_output}",
            "weights of fields_volume; expected one of each of the components",
        ),
        (
            "indicators/economy.yaml",
            "real_growth: product_volume",
            "respondents: shps",
            "'shps'; expected an indicator",
        ),
        (
            "sources/sources.yaml",
            'table: "T1"',
            "confidentiality: {minimum_count: 0}",
            "found 0; expected a number of units, 1 to 100",
        ),
        (
            "indicators/economy.yaml",
            "ratio_of: [workshop_output, goods_output]",
            "ratio_of: [workshop_output]",
            "expected two indicators",
        ),
        ("indicators/economy.yaml", "kind: flow", "kind: flo", "did you mean 'flow'?"),
        ("indicators/economy.yaml", "additive: true", "additive: yes", "expected true or false"),
        ("indicators/economy.yaml", "decimals: 1", "decimals: 9", "found 9"),
        ("indicators/economy.yaml", "direction: up", "directon: up", "did you mean 'direction'?"),
        ("indicators/economy.yaml", "unit: CRN:6", "unit: 'CRN: 6'", "a scale if any: KZT:6"),
        ("indicators/people.yaml", "id: people_average", "id: people", "a second time"),
        ("pack.yaml", "population: people_average", "population: peple", "'people'?"),
        ("pack.yaml", "root: TL", "root: TK", "'TK'; expected the code of a region of level 0"),
        ("pack.yaml", "currency: CRN", "currency: CRM", "did you mean 'CRN'?"),
        ("pack.yaml", "compare_level: 1", "compare_level: one", "expected a whole number"),
        ("pack.yaml", "kk: Үшжер", "kz: Үшжер", "the language 'kz'; expected one of en, ru, kk"),
        ("topics/topics.yaml", ", kk: Халық", "", "no text in the language 'kk'"),
        ("sources/sources.yaml", "provider: tso", "provider: tsoo", "did you mean 'tso'?"),
        ("sources/sources.yaml", "{quarter: 120", "{quarters: 120", "did you mean 'quarter'?"),
        ("sources/providers.yaml", "address: https://s", "address: s", "a web address"),
        (
            "releases/tso-work-2024-02.yaml",
            "2024-02-15",
            "2024-02-30",
            "'2024-02-30'; expected a day that exists",
        ),
        (
            "releases/tso-work-2024-02.yaml",
            "tso-work-2024-02.csv",
            "tso-work-2024-2.csv",
            "did you mean 'tso-work-2024-02.csv'?",
        ),
        ("releases/tso-work-2024-02.yaml", "stage: final", "stage: fnal", "'final'?"),
        ("registers/meetings.yaml", "region: TL-RIV", "region: TL-RIW", "'TL-RIV'?"),
        ("registers/meetings.yaml", "on: 2024-06-14", "on: 14.06.2024", "as YYYY-MM-DD"),
        ("registers/meetings.yaml", "period: 2024-01/2024-05", "period: May", "write 2024"),
        ("registers/meetings.yaml", "control: date", "control: none", "control 'date' exactly"),
        ("regions/regions.csv", "TL-RIV@origin,,tso:3", "TL-RIF@origin,,tso:3", "'TL-RIV@origin'?"),
        ("regions/regions.csv", "TL-RIV,,2022-07-01", "TL-RIV,,2022-13-01", "a day that exists"),
        (
            "regions/regions.csv",
            "TL-HIL,2023-01-01,,rename",
            "TL-HIL,2022-01-01,,rename",
            "TL-HIL@2022-01-01 while TL-HIL@origin holds until 2023-01-01",
        ),
        ("regions/regions.csv", "rename,1,region,TL,TL-HIL@origin", "rename,1,region,TL,", "one"),
        ("regions/regions.csv", "split,1,region,TL,", "split,1,region,TK,", "did you mean 'TL'?"),
        ("regions/regions.csv", ",split,", ",spilt,", "did you mean 'split'?"),
        ("regions/regions.csv", "Озёрная область,Көл облысы,", ",Көл облысы,", "not empty"),
        ("regions/forms.csv", "TL-LAK,,ru,genitive", "TL-LAC,,ru,genitive", "'TL-LAK'?"),
        ("regions/forms.csv", "TL-LAK,,ru,genitive", "TL-LAK,,ru,locative", "one of genitive"),
        ("regions/forms.csv", "TL-LAK,,ru,genitive", "TL-LAK,,rus,genitive", "en, ru, kk"),
        ("regions/forms.csv", "TL-LAK,,ru,dative", "TL-LAK,,ru,genitive", "a second time"),
        ("regions/forms.csv", "TL-HIL,origin", "TL-HIL,2020-01-01", "TL-HIL@2020-01-01"),
        ("regions/aliases.csv", "TL-LAK,kk", "TL-LAC,kk", "did you mean 'TL-LAK'?"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(
    pack: Path, complaints: Complaints, file: str, old: str, new: str, words: str
) -> None:
    line = change(pack, file, old, new)
    found = complaints(pack)
    assert any(text.startswith(f"{file}, line {line} ") and words in text for text in found), found


def test_a_missing_key_is_told_at_its_entry(pack: Path, complaints: Complaints) -> None:
    line = change(pack, "topics/topics.yaml", "- id: work\n  names", "- id: work\n  title")
    found = complaints(pack)
    assert f"topics/topics.yaml, line {line} ([5]): found no 'names'; expected the key" in found[0]
    assert f"line {line + 1} ([5].title): found the unknown key 'title'" in found[1]


def test_one_mistake_is_told_once(pack: Path, complaints: Complaints) -> None:
    """A broken entry still counts as known: those that refer to it are not at fault."""
    change(pack, "units/units.yaml", "kind: money", "kind: coins")
    assert len(complaints(pack)) == 1


def test_all_mistakes_of_a_pack_are_told_together(pack: Path, complaints: Complaints) -> None:
    change(pack, "pack.yaml", "currency: CRN", "currency: CRM")
    change(pack, "regions/forms.csv", "TL,,kk,dative", "TL,,kk,datve")
    change(pack, "indicators/people.yaml", "topic: work", "topic: wrk")
    files = [text.split(",")[0] for text in complaints(pack)]
    assert files == ["indicators/people.yaml", "pack.yaml", "regions/forms.csv"]


def test_no_more_than_twenty_mistakes_are_shown(pack: Path, complaints: Complaints) -> None:
    file = pack / "regions/forms.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(",kk,", ",qq,"), encoding="utf-8")
    found = complaints(pack)
    assert len(found) == 21
    assert found[-1] == "... and 10 more"  # five names in six cases


def test_the_title_counts_the_mistakes(pack: Path) -> None:
    change(pack, "pack.yaml", "currency: CRN", "currency: CRM")
    with pytest.raises(BadPack) as error:
        load_catalog(pack)
    assert error.value.title == "The pack 'threelands' has 1 error"


def test_a_key_written_twice_is_a_mistake(pack: Path, complaints: Complaints) -> None:
    line = change(pack, "pack.yaml", "currency: CRN", "currency: CRN\ncurrency: CRN")
    assert complaints(pack) == [
        f"pack.yaml, line {line + 1} (currency): found 'currency' a second time; "
        f"expected one 'currency' (line {line})"
    ]


def test_a_pack_file_that_is_no_yaml_is_told_at_the_line_it_breaks(
    pack: Path, complaints: Complaints
) -> None:
    line = change(pack, "topics/topics.yaml", "{en: Work, ru", "{en: Work, ru: ]")
    assert any(f"topics/topics.yaml, line {line}: found bad YAML" in s for s in complaints(pack))


def test_a_missing_file_is_told(pack: Path, complaints: Complaints) -> None:
    (pack / "sources/providers.yaml").unlink()
    assert "sources/providers.yaml: found no such file" in complaints(pack)[0]


def test_a_file_that_is_not_utf_8_is_told_at_its_first_wrong_byte(
    pack: Path, complaints: Complaints
) -> None:
    file = pack / "regions/aliases.csv"
    file.write_bytes(file.read_text(encoding="utf-8").encode("utf-16-le"))
    assert any("regions/aliases.csv, line" in text for text in complaints(pack))
    file.write_bytes(b"code,language,alias,note\nTL,en,Three,\nTL,ru,\xd2\xf0\xe8,\n")
    assert complaints(pack)[0].startswith(
        "regions/aliases.csv, line 3: found the byte 0xd2, which is not UTF-8"
    )


def test_an_indicator_made_of_itself_is_refused(pack: Path, complaints: Complaints) -> None:
    change(pack, "indicators/economy.yaml", "sum_of: [field_output", "sum_of: [workshop_share")
    assert any("'goods_output' made of itself" in text for text in complaints(pack))


def test_an_alias_is_refused(pack: Path, complaints: Complaints) -> None:
    change(pack, "pack.yaml", "rounding: {share: 1, index: 1}", "rounding: &r {share: *r}")
    assert "found the alias '*r'" in complaints(pack)[0]


def test_anchors_within_anchors_do_not_fill_the_memory(pack: Path, complaints: Complaints) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for step in range(1, 9):
        lines.append(f"a{step}: &a{step} [{', '.join([f'*a{step - 1}'] * 10)}]")
    (pack / "pack.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert "found the alias '*a0'; expected every value written out" in complaints(pack)[0]


def test_a_value_nested_too_deep_is_refused(pack: Path, complaints: Complaints) -> None:
    depth = 100_000
    (pack / "pack.yaml").write_text("id: " + "[" * depth + "]" * depth, encoding="utf-8")
    assert len(complaints(pack)) == 1


def test_a_day_needs_no_quotes(pack: Path, complaints: Complaints) -> None:
    change(pack, "releases/tso-work-2024-02.yaml", '"2024-02-15"', "2024-02-15")
    assert complaints(pack) == []


def test_a_mapping_of_sdmx_that_names_what_is_not_there_is_told_when_the_pack_is_read(
    pack: Path, complaints: Complaints
) -> None:
    folder = pack / "descriptions" / "sdmx"
    folder.mkdir(parents=True)
    (folder / "flow.yaml").write_text(
        "id: flow\n"
        "indicator: {dimension: SUBJECT, codes: {GRP: produkt}}\n"
        "region: {dimension: GEO, codes: {HL: TL-HIL, RV: TL-RIF}}\n"
        "unit: {is: CRN}\n"
        "stage: {dimension: OBS_STATUS, codes: {A: normal}}\n",
        encoding="utf-8",
    )
    told = complaints(pack)
    assert len(told) == 3
    assert "'produkt'" in told[0]
    assert "line 2" in told[0] or ":2" in told[0]
    assert "TL-RIV" in told[1]
    assert "'normal'" in told[2]


@pytest.mark.parametrize("kind", sorted(path.name.split(".")[0] for path in SCHEMAS.iterdir()))
def test_both_readers_of_a_schema_agree_on_what_is_wrong(kind: str) -> None:
    """The quick one only decides whether the slow one is asked, so it may not be laxer."""
    if kind == "common":
        return
    schema = json.loads(schema_text(kind))
    names = schema.get("properties", {})
    for content in (
        {},
        [],
        "text",
        None,
        {"unknown": 1},
        *({name: value} for name in names for value in (1, "", [], {}, None, True, "2024-02-30")),
    ):
        slow = next(_validator(kind).iter_errors(content), None) is None
        assert _quick(kind).is_valid(content) == slow, content
