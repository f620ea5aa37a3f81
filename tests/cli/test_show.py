"""Does `show` print what an indicator is, in every form, and explain where there is nothing?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook

from esep.cli.main import run

Ask = Callable[..., Any]

BRANCHES = {
    # January-April 2024: Almaty region, Kazakhstan
    "agriculture_volume": 105.9,
    "industry_volume": 103.1,
    "construction_volume": 135.0,
    "trade_volume": 104.9,
    "transport_volume": 123.4,
    "communications_volume": 105.8,
}


# -- the figures of the founding report ----------------------------------------------------


def one(ask: Ask, *arguments: str) -> dict[str, Any]:
    answer = ask("show", *arguments, "--json")
    assert answer.code == 0, answer.told
    (row,) = answer.json
    return row


def test_the_product_of_the_region_is_fifth_of_twenty(kazakhstan: Ask) -> None:
    row = one(kazakhstan, "grp", "--region", "KZ-19", "--period", "2023", "--compare", "rank")
    assert (row["value"], row["unit"]) == (5322132, "KZT:6")
    assert (row["compared"], row["of"]) == (5, 20)


def test_its_share_of_the_country_is_printed_and_exact(kazakhstan: Ask) -> None:
    asked = ("grp", "--region", "KZ-19", "--period", "2023", "--compare", "share")
    assert round(one(kazakhstan, *asked)["compared"], 4) == 4.4558


@pytest.mark.parametrize(("compare", "place"), [("rank", 5), ("per-head-rank", 15)])
def test_fifth_by_size_is_fifteenth_per_head(kazakhstan: Ask, compare: str, place: int) -> None:
    row = one(kazakhstan, "grp", "--region", "KZ-19", "--period", "2024-H1", "--compare", compare)
    assert (row["compared"], row["of"]) == (place, 20)


def test_the_short_term_indicator_stands_beside_the_country(kazakhstan: Ask) -> None:
    answer = kazakhstan("show", "stei", "--period", "2024-01/2024-04", "--json")
    values = {row["region"]: row["value"] for row in answer.json}
    assert (values["KZ-19"], values["KZ"], len(values)) == (107.9, 103.9, 21)


@pytest.mark.parametrize(("indicator", "expected"), BRANCHES.items())
def test_the_six_branches_stand(kazakhstan: Ask, indicator: str, expected: float) -> None:
    row = one(kazakhstan, indicator, "--region", "KZ-19", "--period", "2024-01/2024-04")
    assert row["value"] == expected


def test_a_change_across_the_division_is_refused_and_the_union_offered(kazakhstan: Ask) -> None:
    asked = ("investment", "--region", "KZ-19", "--period", "2022", "--compare", "change")
    answer = kazakhstan("show", *asked)
    assert answer.code == 0
    assert "not comparable" in answer.out
    assert "The safe union is KZ-19+KZ-33: +23.5 %" in answer.told
    (row,) = kazakhstan("show", *asked, "--json").json
    assert (row["compared"], row["comparability"]) == (None, "not comparable")


@pytest.mark.parametrize(
    "name", ["KZ-19", "Almaty Region", "алматинская область", "Алматы облысы", "KZ-ALM"]
)
def test_a_region_is_known_by_its_names_and_codes(kazakhstan: Ask, name: str) -> None:
    assert one(kazakhstan, "grp", "--region", name, "--period", "2023")["region"] == "KZ-19"


@pytest.mark.parametrize("name", ["grp", "GRP", "ВРП", "ЖӨӨ", "gross regional product"])
def test_an_indicator_is_known_by_its_names_and_abbreviations(kazakhstan: Ask, name: str) -> None:
    assert one(kazakhstan, name, "--region", "KZ-19", "--period", "2023")["value"] == 5322132


# -- forms ---------------------------------------------------------------------------------


def test_a_table_has_the_country_first_and_every_fact_id(threelands: Ask) -> None:
    lines = threelands("show", "product", "--period", "2023").out.splitlines()
    assert lines[0].split() == ["Region", "Period", "Value", "Unit", "Stage", "Fact"]
    assert [line.split() for line in lines[2:]] == [
        ["TL", "2023", "1,010.0", "CRN:6", "revised", "product:TL:2023:level@2024-10-28"],
        ["TL-HIL", "2023", "360.0", "CRN:6", "revised", "product:TL-HIL:2023:level@2024-10-28"],
        ["TL-LAK", "2023", "340.0", "CRN:6", "revised", "product:TL-LAK:2023:level@2024-10-28"],
        ["TL-RIV", "2023", "310.0", "CRN:6", "revised", "product:TL-RIV:2023:level@2024-10-28"],
    ]


def test_a_long_series_ends_with_its_newest_lines_in_a_table_and_is_whole_in_files(
    kazakhstan: Ask,
) -> None:
    table = kazakhstan("show", "grp", "--region", "KZ-19")
    assert len(table.out.splitlines()) == 2 + 24
    assert "The last 24 of" in table.told
    assert len(kazakhstan("show", "grp", "--region", "KZ-19", "--format", "csv").rows) > 24
    assert len(kazakhstan("show", "grp", "--region", "KZ-19", "--json").json) > 24


def test_csv_is_the_form_that_load_reads(threelands: Ask, tmp_path: Path) -> None:
    shown = threelands("show", "product", "--region", "TL-RIV", "--format", "csv")
    assert shown.rows[1] == {
        "indicator": "product",
        "region": "TL-RIV@2022-07-01",
        "period": "2022",
        "value": "240.0",
        "unit": "CRN:6",
        "comparison": "",
        "base": "",
        "stage": "preliminary",
        "note": "",
    }
    file = tmp_path / "figures.csv"
    file.write_text(shown.out, encoding="utf-8")
    loading = ("load", file, "--source", "tso-product", "--published", "2024-12-01", "--dry-run")
    answer = threelands(*loading, "--json")
    assert answer.code == 0, answer.told
    assert (answer.json[0]["rows"], answer.json[0]["set_aside"]) == (5, 0)


def test_json_has_numbers_and_says_which_release(threelands: Ask) -> None:
    row = one(threelands, "product", "--region", "TL-RIV", "--period", "2023")
    assert (row["value"], row["release"]) == (310, "tso-product-2024-10")
    assert row["fact_id"] == "product:TL-RIV:2023:level@2024-10-28"


def test_a_workbook_has_figures_and_what_they_are(threelands: Ask, tmp_path: Path) -> None:
    out = tmp_path / "product.xlsx"
    answer = threelands("show", "product", "--period", "2023", "--format", "xlsx", "--out", out)
    assert (answer.code, answer.out) == (0, "")
    assert f"Wrote 4 rows to {out}" in answer.told
    book = load_workbook(out)
    rows = list(book["figures"].iter_rows(values_only=True))
    assert rows[0][:4] == ("indicator", "region", "period", "value")
    assert [row[3] for row in rows[1:]] == [1010, 360, 340, 310]
    about = dict(book["metadata"].iter_rows(values_only=True))
    assert about["name (kk)"] == "өлке өнімі"
    assert "published 2024-10-28" in about["release tso-product-2024-10"]


def test_parquet_has_exact_text_beside_the_number(threelands: Ask, tmp_path: Path) -> None:
    out = tmp_path / "product.parquet"
    threelands("show", "product", "--period", "2023", "--format", "parquet", "--out", out)
    with pq.ParquetFile(out) as file:
        rows = file.read().to_pylist()
    assert [(row["value"], row["number"]) for row in rows][-1] == ("310.0", 310.0)


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_what_is_not_text_wants_a_file(threelands: Ask, form: str) -> None:
    answer = threelands("show", "product", "--format", form)
    assert (answer.code, answer.out) == (2, "")
    assert f"--out figures.{form}" in answer.told


@pytest.mark.parametrize("form", ["csv", "json", "table"])
@pytest.mark.parametrize(
    "compare",
    ["change", "index", "share", "rank", "per-head", "per-head-rank", "contribution", "gap"],
)
def test_every_comparison_prints_in_every_form(threelands: Ask, compare: str, form: str) -> None:
    answer = threelands("show", "product", "--compare", compare, "--format", form)
    assert answer.code == 0
    assert answer.out


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("grp", "--period", "2024-Q1", "--compare", "per-head"), "no population_average of KZ"),
        (("stei", "--period", "2024-Q1", "--compare", "share"), "does not add up over regions"),
        (("stei", "--period", "2024-Q1", "--compare", "index"), "indices change by points"),
        (("stei", "--period", "2024-Q1", "--compare", "per-head"), "is not told per head"),
        (("grp", "--period", "2023", "--compare", "gap"), "only rates and indices have a gap"),
        (("grp", "--period", "2023", "--compare", "rank"), "the whole has no peers"),
        (("grp", "--period", "2023", "--compare", "share"), "it is the whole itself"),
        (("grp", "--period", "2018", "--compare", "change"), "no earlier value"),
    ],
)
def test_an_empty_cell_says_why_it_is_empty(
    kazakhstan: Ask, arguments: tuple[str, ...], why: str
) -> None:
    answer = kazakhstan("show", *arguments)
    line = answer.out.splitlines()[2]
    assert why in line
    rows = kazakhstan("show", *arguments, "--json").json
    assert all(
        row["compared"] is not None or row["because"] or row["comparability"] for row in rows
    )


def test_a_place_among_recompiled_regions_names_the_day_of_their_borders(kazakhstan: Ask) -> None:
    asked = ("grp", "--region", "KZ-19", "--period", "2021", "--compare", "rank")
    row = one(kazakhstan, *asked)
    assert (row["compared"], row["of"]) == (10, 20)
    assert "among the 20 regions of 2022-06-08" in row["because"]
    explained = kazakhstan("explain", *asked)
    assert "among    20 regions on the borders of 2022-06-08, 0 without a value" in explained.out


# -- vintages ------------------------------------------------------------------------------


@pytest.mark.parametrize(("as_of", "expected"), [("2024-06-14", 300), ("2024-10-28", 310)])
def test_as_of_a_day_is_what_was_known_then(threelands: Ask, as_of: str, expected: int) -> None:
    asked = ("product", "--region", "TL-RIV", "--period", "2023", "--as-of", as_of)
    assert one(threelands, *asked)["value"] == expected


def test_before_everything_there_is_nothing_and_show_says_when_it_begins(threelands: Ask) -> None:
    answer = threelands("show", "product", "--as-of", "2000-01-01")
    assert (answer.code, answer.out) == (2, "")
    assert "no statistics of product published by 2000-01-01" in answer.told
    assert "2024-02-15" in answer.told


# -- where there is nothing ----------------------------------------------------------------


def test_an_unknown_indicator_is_answered_with_the_nearest(kazakhstan: Ask) -> None:
    answer = kazakhstan("show", "gpr")
    assert (answer.code, answer.out) == (2, "")
    assert "grp (gross regional product)" in answer.told


def test_an_unknown_region_is_answered_with_the_nearest(kazakhstan: Ask) -> None:
    answer = kazakhstan("show", "grp", "--region", "Almaty Regoin")
    assert (answer.code, answer.out) == (2, "")
    assert "Almaty Region" in answer.told


def test_a_period_without_data_is_answered_with_those_there_are(kazakhstan: Ask) -> None:
    answer = kazakhstan("show", "grp", "--region", "KZ-19", "--period", "1999")
    assert (answer.code, answer.out) == (2, "")
    assert "no value of grp for KZ-19 in 1999" in answer.told
    assert "2026-Q1" in answer.told


@pytest.mark.parametrize("period", ["2024-13", "last year", "2024-Q5", "2024-04/2024-01", ""])
def test_a_period_that_is_none_is_answered_with_how_to_write_one(
    threelands: Ask, period: str
) -> None:
    answer = threelands("show", "product", "--period", period)
    assert (answer.code, answer.out) == (2, "")
    assert "2024-01/2024-04" in answer.told


def test_a_district_without_figures_is_answered_with_regions_that_have_them(
    kazakhstan: Ask,
) -> None:
    answer = kazakhstan("show", "grp", "--region", "Карасайский район")
    assert answer.code == 2
    assert "grp is known for KZ, KZ-10" in answer.told
    assert "KARASAI," not in answer.told


def test_a_region_without_figures_beside_one_with_them_is_told(kazakhstan: Ask) -> None:
    asked = ("--region", "KZ-19", "--region", "KZ-19-KARASAI", "--period", "2023")
    answer = kazakhstan("show", "grp", *asked)
    assert answer.code == 0
    assert "no value of grp for KZ-19-KARASAI in 2023" in answer.told


def test_what_was_only_said_is_answered_with_what_was_said(threelands: Ask) -> None:
    answer = threelands("show", "shops", "--region", "TL-RIV")
    assert (answer.code, answer.out) == (2, "")
    assert "1260 enterprise, 2024-01-01 (said:tl-05)" in answer.told
    assert "esep explain said:" in answer.told


def test_without_a_store_the_next_step_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", "grp", "--home", str(tmp_path / "nothing")]) == 2
    assert "esep init" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ("show",),
        ("show", "product", "--compare", "growth"),
        ("show", "product", "--format", "pdf"),
        ("show", "product", "--as-of", "soon"),
    ],
)
def test_misuse_is_told_in_words(threelands: Ask, arguments: tuple[str, ...]) -> None:
    answer = threelands(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.told
