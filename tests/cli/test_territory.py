"""Does `--territory` hold one set of borders, and say how each figure came onto it?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., Any]


def rows(ask: Ask, *arguments: str) -> list[dict[str, Any]]:
    answer = ask("show", *arguments, "--json")
    assert answer.code == 0, answer.told
    found: list[dict[str, Any]] = answer.json
    return found


@pytest.mark.parametrize(
    ("territory", "place", "of"),
    [("today", 5, 20), ("union", 7, 16), ("2021", 6, 17), ("2021-06-30", 6, 17), ("2017", 7, 16)],
)
def test_geography_alone_moves_the_place_of_the_region(
    kazakhstan: Ask, territory: str, place: int, of: int
) -> None:
    asked = ("grp", "--region", "KZ-19", "--period", "2024-H1", "--compare", "rank")
    (row,) = rows(kazakhstan, *asked, "--territory", territory)
    assert (row["compared"], row["of"]) == (place, of)


def test_a_place_names_the_set_it_is_on_and_its_peers(kazakhstan: Ask) -> None:
    found = rows(
        kazakhstan, "grp", "--period", "2024-H1", "--compare", "rank", "--territory", "union"
    )
    assert len(found) == 17  # the country and sixteen areas
    assert sorted(row["compared"] for row in found if row["of"]) == list(range(1, 17))
    assert {row["comparability"] for row in found[1:]} == {"comparable after re-basing"}
    answer = kazakhstan("explain", found[4]["fact_id"])
    assert "among    16 regions, 0 without a value" in answer.out


def test_places_on_other_sets_of_regions_are_not_comparable(kazakhstan: Ask) -> None:
    asked = ("grp", "--region", "KZ-19", "--compare", "rank", "--period", "2022-H1")
    (row,) = rows(kazakhstan, *asked)
    assert row["comparability"] == "not comparable"
    assert "--territory union" in row["because"]
    (row,) = rows(kazakhstan, *asked, "--territory", "union")
    assert row["comparability"] == "comparable after re-basing"


def test_a_union_grows_over_the_division_and_says_how(kazakhstan: Ask) -> None:
    asked = ("grp", "--region", "KZ-33", "--period", "2022-H1", "--compare", "change")
    (row,) = rows(kazakhstan, *asked, "--territory", "union")
    assert row["region"] == "KZ-19+KZ-33"
    assert round(row["compared"], 1) == 30.2
    assert (row["comparability"], row["because"]) == (
        "comparable after re-basing",
        "sum of KZ-19+KZ-33",
    )


def test_an_estimate_is_marked_as_one_in_every_form(threelands: Ask) -> None:
    asked = ("product_volume", "--region", "TL-RIV", "--period", "2023", "--territory", "union")
    (row,) = rows(threelands, *asked)
    # (110 x 240 + 104.4 x 330) / 570 before the revision; 111 after it
    assert row["value"] == pytest.approx((111 * 240 + 104.4 * 330) / 570)
    assert row["stage"] == "estimate"
    (tidy,) = threelands("show", *asked, "--format", "csv").rows
    assert tidy["stage"] == "estimate"
    assert "product of the year before" in tidy["note"]
    table = threelands("show", *asked).out
    assert "estimate" in table
    told = threelands("explain", row["fact_id"]).out
    assert told.count("cell ") == 4  # two indices and two weights


def test_what_does_not_add_up_is_left_out_and_said(threelands: Ask) -> None:
    answer = threelands("show", "jobless_rate", "--region", "TL-RIV", "--territory", "union")
    assert "not known on these borders" in answer.told or answer.code == 2


def test_the_past_of_a_reduced_region_is_left_out_and_said(threelands: Ask) -> None:
    answer = threelands("show", "product", "--region", "TL-RIV", "--territory", "today", "--json")
    assert "2021" not in [row["period"] for row in answer.json]
    assert "not known on these borders for 2021" in answer.told


def test_the_change_of_every_comparison_carries_its_verdict_in_csv(kazakhstan: Ask) -> None:
    for compare in ("change", "index", "share", "rank"):
        asked = ("grp", "--compare", compare, "--period", "2022-H1", "--format", "csv")
        found = kazakhstan("show", *asked, "--territory", "union").rows
        assert found
        assert all(row["note"].startswith(("comparable", "no earlier")) for row in found)


def test_a_figure_on_other_borders_is_explained_to_its_cells(kazakhstan: Ask) -> None:
    answer = kazakhstan("explain", "grp:KZ-19+KZ-33~on-union:2023:level@2026-09-30")
    assert "formula  sum of KZ-19@2022-06-08 + KZ-33@2022-06-08" in answer.out
    assert answer.out.count("cell ") == 2
    named = kazakhstan(
        "explain", "grp", "--region", "KZ-33", "--period", "2023", "--territory", "union"
    )
    assert named.out == answer.out


@pytest.mark.parametrize("text", ["yesterday", "20210", "2021-13-01", ""])
def test_borders_that_are_none_are_answered_with_how_to_write_them(
    kazakhstan: Ask, text: str
) -> None:
    answer = kazakhstan("show", "grp", "--territory", text or " ")
    assert (answer.code, answer.out) == (2, "")
    assert "2021-06-30" in answer.told


def test_growth_of_amounts_stands_beside_the_volume_index(kazakhstan: Ask) -> None:
    asked = ("grp", "--region", "KZ-19", "--period", "2023", "--compare", "change")
    (row,) = rows(kazakhstan, *asked)
    assert (round(row["compared"], 1), row["real"]) == (24.7, 103.3)
    assert row["real_fact_id"].startswith("grp_volume:KZ-19:2023:level@")
    assert "Volume index" in kazakhstan("show", *asked).out
    joined = kazakhstan("show", *asked, "--territory", "union")
    assert "105.8 (estimate)" in joined.out
