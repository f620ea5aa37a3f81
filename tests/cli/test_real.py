"""Does nominal growth stand beside the real one, each derived cell marked and explained?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., Any]

YEAR = ("grp", "--region", "KZ-19", "--period", "2023")


def test_a_volume_index_says_the_real_growth_and_implies_the_prices(kazakhstan: Ask) -> None:
    (row,) = kazakhstan("show", *YEAR, "--real", "--json").json
    assert round(row["nominal"], 1) == 124.7
    assert (row["real"], row["real_stage"]) == (103.3, "unstated")
    assert (round(row["prices"], 1), row["prices_stage"]) == (120.7, "estimate")
    assert row["constant_stage"] == "estimate"
    # Nominal growth is real growth times prices.
    assert row["real"] * row["prices"] / 100 == pytest.approx(row["nominal"])


def test_each_of_its_figures_can_be_explained(kazakhstan: Ask) -> None:
    (row,) = kazakhstan("show", *YEAR, "--real", "--json").json
    for key in ("nominal", "real", "prices", "constant"):
        answer = kazakhstan("explain", row[f"{key}_fact_id"])
        assert answer.code == 0, answer.told
        assert "cell     " in answer.out
    assert "grp_volume" in row["constant_fact_id"]


@pytest.mark.parametrize(
    ("compare", "unit"),
    [("real", "KZT:6"), ("deflator", "index_percent")],
)
def test_it_is_explained_by_what_it_says_too(kazakhstan: Ask, compare: str, unit: str) -> None:
    answer = kazakhstan("explain", *YEAR, "--compare", compare, "--json")
    assert answer.json["fact_id"] == f"grp:KZ-19:2023:{compare}~grp_volume@2026-09-30"
    assert (answer.json["unit"], answer.json["stage"]) == (unit, "estimate")
    assert len(answer.json["inputs"]) > 1


def test_an_index_of_prices_leaves_an_estimate_of_the_real_growth(shops: Ask) -> None:
    asked = ("food_sales", "-r", "TL", "--period", "2023", "--real", "shop_prices")
    (row,) = shops("show", *asked, "--json").json
    assert (row["prices"], row["prices_stage"]) == (104, "final")
    assert row["real_stage"] == "estimate"
    assert row["real"] == pytest.approx(row["nominal"] / 1.04)
    assert row["constant"] == pytest.approx(row["value"] / 1.04)
    answer = shops("explain", row["real_fact_id"])
    assert "formula  value / value of the year before x 100 / shop_prices x 100" in answer.out
    table = shops("show", *asked).out
    assert table.count("(estimate)") == 2


def test_no_other_regions_prices_are_taken(shops: Ask) -> None:
    answer = shops("show", "food_sales", "--period", "2023", "--real", "shop_prices", "--json")
    (row,) = [row for row in answer.json if row["region"] == "TL-RIV"]
    assert (row["real"], row["constant"]) == (None, None)
    assert "no shop_prices of TL-RIV@2022-07-01 in 2023" in row["because"]


def test_real_growth_across_a_change_of_borders_is_refused(kazakhstan: Ask) -> None:
    asked = ("grp", "--region", "KZ-19", "--period", "2022-H1", "--real")
    (row,) = kazakhstan("show", *asked, "--json").json
    assert (row["nominal"], row["prices"], row["constant"]) == (None, None, None)
    assert "not comparable" in row["because"]
    answer = kazakhstan("show", *asked)
    assert "The safe union is KZ-19+KZ-33" in answer.told


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("grp_volume", "--real", "grp_volume"), "not at current prices"),
        (("grp", "--real", "population_average"), "is not an index"),
        (("agriculture_investment", "--real"), "names no volume index"),
        (("grp", "--real", "--compare", "rank"), "say two things"),
    ],
)
def test_what_cannot_be_deflated_is_refused(
    kazakhstan: Ask, arguments: tuple[str, ...], reason: str
) -> None:
    answer = kazakhstan("show", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert reason in answer.told


def test_its_csv_has_a_row_a_figure_with_its_formula(kazakhstan: Ask) -> None:
    rows = kazakhstan("show", *YEAR, "--real", "--format", "csv").rows
    told = {(row["indicator"], row["comparison"]): row for row in rows}
    assert set(told) == {
        ("grp", ""),
        ("grp", "index"),
        ("grp_volume", ""),
        ("grp", "deflator"),
        ("grp", "real"),
    }
    assert told["grp", "real"]["note"] == "value of the year before x grp_volume / 100"


# -- chains --------------------------------------------------------------------------------


def test_yearly_indices_are_chained_on_one_territory(kazakhstan: Ask) -> None:
    asked = ("grp_volume", "--region", "KZ-19", "--compare", "chained")
    (row,) = kazakhstan("show", *asked, "--period", "2022/2024", "--json").json
    assert row["compared"] == pytest.approx(105.5 * 103.3 * 104.8 / 10000, abs=0.01)
    assert row["stage"] == "estimate"
    assert kazakhstan("explain", row["fact_id"]).code == 0
    (row,) = kazakhstan("show", *asked, "--period", "2020/2023", "--json").json
    assert row["compared"] is None
    assert "no grp_volume of KZ-19@2022-06-08 in 2020" in row["because"]
    (row,) = kazakhstan("show", *asked, "--json").json
    assert row["fact_id"].startswith("grp_volume:KZ-19:2021/2025:chained")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("grp",), "it is a flow, not an index"),
        (("grp_volume", "--period", "2024-H1"), "indices within a year are not chained"),
    ],
)
def test_what_does_not_chain_is_refused(
    kazakhstan: Ask, arguments: tuple[str, ...], reason: str
) -> None:
    answer = kazakhstan("show", *arguments, "--compare", "chained")
    assert (answer.code, answer.out) == (2, "")
    assert reason in answer.told
