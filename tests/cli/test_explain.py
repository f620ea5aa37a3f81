"""Does `explain` lead every figure back to where it was read or said?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., Any]


def test_a_published_figure_leads_to_its_cell_release_and_bytes(threelands: Ask) -> None:
    answer = threelands("explain", "product:TL-RIV:2023:level@2024-10-28")
    assert answer.code == 0
    headline, *below = answer.out.splitlines()
    assert headline.startswith("product of the land, TL-RIV, 2023: 310.0 million crowns")
    told = "\n".join(below)
    assert "cell     releases/tso-product-2024-10.csv, line 4, column value: 310.0 CRN:6" in told
    assert "Threelands Statistical Office, table T1; published 2024-10-28" in told
    assert "https://statistics.example/tso-product-2024-10" in told
    assert "sha256" in told


def test_csv_has_a_row_for_each_step_down(threelands: Ask) -> None:
    asked = ("product", "--region", "TL-RIV", "--period", "2023", "--compare", "change")
    rows = threelands("explain", *asked, "--format", "csv").rows
    assert [row["depth"] for row in rows] == ["0", "1", "1"]
    assert rows[0]["formula"] == "value / value of the year before x 100 - 100"
    assert rows[1]["printed"] == "310.0"
    assert (rows[1]["release"], rows[1]["row"]) == ("tso-product-2024-10", "4")
    assert rows[1]["fact_id"] == "product:TL-RIV:2023:level@2024-10-28"


def test_a_figure_is_explained_by_what_it_says_too(threelands: Ask) -> None:
    asked = ("product", "--region", "Речная", "--period", "2023", "--compare", "change")
    answer = threelands("explain", *asked)
    assert "formula  value / value of the year before x 100 - 100" in answer.out
    assert "310.0 CRN:6" in answer.out
    assert "240.0 CRN:6" in answer.out


def test_as_of_a_day_the_figure_of_that_day_is_explained(threelands: Ask) -> None:
    asked = ("product", "--region", "TL-RIV", "--period", "2023", "--as-of", "2024-06-14")
    assert "tso-product-2024-04.csv, line 15" in threelands("explain", *asked).out


def test_an_older_vintage_is_explained_by_its_id(threelands: Ask) -> None:
    answer = threelands("explain", "product:TL-RIV:2023:share@2024-04-29")
    assert "30" in answer.out.splitlines()[0]
    assert "300.0 CRN:6" in answer.out
    assert "310.0" not in answer.out


def test_a_derived_figure_leads_through_its_terms_to_their_cells(threelands: Ask) -> None:
    answer = threelands("explain", "workshop_share", "--region", "TL-RIV", "--period", "2023")
    assert "formula  workshop_output / goods_output x 100" in answer.out
    assert "formula  field_output + workshop_output" in answer.out
    assert answer.out.count("tso-output-2024-03.csv") == 3


def test_a_place_names_its_peers_and_those_left_out_can_be_had(kazakhstan: Ask) -> None:
    asked = ("grp", "--region", "KZ-19", "--period", "2023", "--compare", "rank")
    short = kazakhstan("explain", *asked)
    assert short.out.startswith("gross regional product, KZ-19, 2023, rank: 5th of 20")
    assert "among    20 regions, 0 without a value" in short.out
    assert "and 15 more inputs (--all shows them)" in short.out
    assert kazakhstan("explain", *asked, "--all").out.count("cell ") == 20


def test_a_safe_union_is_explained_by_its_parts(kazakhstan: Ask) -> None:
    asked = ("--region", "KZ-33+KZ-19", "--period", "2022", "--compare", "change")
    answer = kazakhstan("explain", "investment", *asked)
    assert "id       investment:KZ-19+KZ-33:2022:change@2026-09-30" in answer.out
    assert [figure in answer.out for figure in ("613941.0", "291989.0", "733426.0")] == [True] * 3


def test_a_statement_leads_to_its_day_and_address(kazakhstan: Ask) -> None:
    answer = kazakhstan("explain", "said:kz-19-2024-06-14-05")
    assert answer.code == 0
    assert "said on  2024-06-14 (declared)" in answer.out
    assert "akorda.kz" in answer.out
    assert "reported-2024-06-14.csv" in answer.out


def test_the_register_of_regions_is_explained(kazakhstan: Ask) -> None:
    answer = kazakhstan("explain", "register:district:KZ-19:2024-06-14")
    assert answer.code == 0
    assert answer.out.startswith("number of units of the kind 'district', KZ-19, 2024-06-14: 9")
    assert "register of regions" in answer.out


@pytest.mark.parametrize(
    "fact_id",
    [
        "product:TL-RIV:2023:change@2024-10-28",
        "pulse:TL-RIV:2024-01/2024-04:lowest@2024-05-15",
        "said:tl-08",
        "register:region:TL:2024-01-01",
    ],
)
def test_json_is_the_same_tree_down_to_the_cells(threelands: Ask, fact_id: str) -> None:
    record = threelands("explain", fact_id, "--json").json
    assert record["fact_id"] == fact_id
    leaves = [record]
    while inputs := [each for leaf in leaves for each in leaf.get("inputs", [])]:
        leaves = inputs
    assert all("cell" in leaf for leaf in leaves)


@pytest.mark.parametrize("figure", ["show", "explain"])
def test_every_id_that_show_prints_can_be_explained(threelands: Ask, figure: str) -> None:
    for row in threelands("show", "product", "--compare", "change", "--json").json:
        assert threelands("explain", row["fact_id"]).code == 0


# -- where there is nothing ----------------------------------------------------------------


@pytest.mark.parametrize(
    "fact_id",
    [
        "product:TL-RIV:2023",
        "product:TL-RIV:2023:growth@2024-10-28",
        "product:TL-RIV:2023:level@2024-99-99",
        "product:TL-RIV:1999:level@2024-10-28",
        "said:nobody",
        "said:",
        "register:region",
        "register:region:TL:someday",
        ":",
        "::@",
    ],
)
def test_an_id_of_nothing_is_answered_with_how_ids_are_written(
    threelands: Ask, fact_id: str
) -> None:
    answer = threelands("explain", fact_id)
    assert (answer.code, answer.out) == (2, "")
    assert f"there is no fact {fact_id}" in answer.told
    assert "indicator:REGION:PERIOD:comparison@VINTAGE" in answer.told


def test_an_id_of_an_unknown_indicator_is_answered_with_the_nearest(threelands: Ask) -> None:
    answer = threelands("explain", "produkt:TL-RIV:2023:level@2024-10-28")
    assert answer.code == 2
    assert "product (product of the land)" in answer.told


def test_an_id_of_a_day_between_publications_is_answered_with_the_one_there_is(
    threelands: Ask,
) -> None:
    answer = threelands("explain", "product:TL-RIV:2023:level@2024-06-14")
    assert answer.code == 2
    assert "product:TL-RIV:2023:level@2024-04-29" in answer.told


def test_a_change_across_a_division_is_answered_with_the_union(kazakhstan: Ask) -> None:
    asked = ("investment", "--region", "KZ-19", "--period", "2022", "--compare", "change")
    answer = kazakhstan("explain", *asked)
    assert (answer.code, answer.out) == (2, "")
    assert "not comparable with 2021" in answer.told
    assert "investment:KZ-19+KZ-33:2022:change@2026-09-30" in answer.told
    by_id = kazakhstan("explain", "investment:KZ-19:2022:change@2026-09-30")
    assert (by_id.code, by_id.told) == (2, answer.told)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("product",), "--region and --period"),
        (("product", "--region", "TL-RIV"), "--region and --period"),
        (("product", "--region", "TL-RIV", "--period", "soon"), "is not a period"),
        (("product", "--region", "Atlantis", "--period", "2023"), "no region 'Atlantis'"),
        (("product", "--region", "TL-RIV+", "--period", "2023"), "no region ''"),
        (("product", "--region", "TL", "--period", "2023", "--as-of", "2000-01-01"), "2024-02-15"),
        (("shops", "--region", "TL-RIV", "--period", "2024-01-01"), "said:tl-05"),
    ],
)
def test_misuse_is_told_in_words(
    threelands: Ask, arguments: tuple[str, ...], expected: str
) -> None:
    answer = threelands("explain", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert expected in answer.told
