"""Is a series taken apart honestly: one land, no gap, long enough, odd values noted only?"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from esep.errors import BadRequest
from esep.indicators.seasonal import decompose

Ask = Callable[..., Any]


def test_months_of_a_cumulative_series_are_taken_apart(shops: Ask) -> None:
    answer = shops("series", "food_sales", "--region", "TL", "--json")
    assert answer.code == 0, answer.told
    rows = {row["period"]: row for row in answer.json}
    assert len(rows) == 60
    # Made so that December is the best month and February a poor one.
    assert rows["2021-12"]["season"] > 115
    assert rows["2021-02"]["season"] < 85
    assert "60 months 2019-01 to 2023-12 on TL@origin, by STL (statsmodels" in answer.told


def test_an_odd_value_is_noted_and_not_changed(shops: Ask) -> None:
    rows = {
        row["period"]: row for row in shops("series", "food_sales", "--region", "TL", "--json").json
    }
    odd = {period: row["note"] for period, row in rows.items() if row["note"]}
    assert list(odd) == ["2022-05"]
    assert "above trend and season" in odd["2022-05"]
    (shown,) = shops(
        "show", "food_sales", "-r", "TL", "--period", "2022-05", "--span", "month", "--json"
    ).json
    assert rows["2022-05"]["value"] == shown["value"]
    assert rows["2022-05"]["fact_id"] == shown["fact_id"]


def test_it_ends_where_the_borders_changed_and_says_so(kazakhstan: Ask) -> None:
    answer = kazakhstan("series", "grp", "--region", "KZ-19", "--json")
    assert answer.json[0]["period"] >= "2022-Q3"
    assert "It does not begin earlier: there is no value of 2022-Q2" in answer.told
    assert "A pattern of 3 years is provisional." in answer.told
    whole = kazakhstan("series", "grp", "--region", "KZ-19", "--territory", "union", "--json")
    assert whole.json[0]["period"] == "2018-Q1"
    assert {row["region"] for row in whole.json} == {"KZ-19+KZ-33"}


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_it_prints_in_every_form(shops: Ask, form: str) -> None:
    answer = shops("series", "food_sales", "-r", "TL", "--span", "quarter", "--format", form)
    assert answer.code == 0
    assert "2019-Q1" in answer.out


@pytest.mark.parametrize(
    ("indicator", "reason"),
    [
        ("pulse", "an index of January-N"),
        ("product", "has no 2 full years without a gap"),
        ("shop_prices", "an index of January-N"),
    ],
)
def test_what_has_no_months_is_refused(shops: Ask, indicator: str, reason: str) -> None:
    answer = shops("series", indicator, "--region", "TL")
    assert (answer.code, answer.out) == (2, "")
    assert reason in answer.told


def test_without_the_library_the_next_step_is_named(
    shops: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "statsmodels", None)
    answer = shops("series", "food_sales", "--region", "TL")
    assert (answer.code, answer.out) == (1, "")
    assert "esep[seasonal]" in answer.told


def test_two_years_show_a_pattern_but_no_odd_values() -> None:
    values = [100.0 + month % 12 for month in range(24)]
    values[7] *= 3
    assert not any(point.outlying for point in decompose(values, 12).points)
    with pytest.raises(BadRequest, match="23 values are too few"):
        decompose(values[1:], 12)


def test_values_below_zero_have_a_season_in_amounts() -> None:
    found = decompose([(-1.0) ** month * 5 + month for month in range(48)], 12)
    assert found.multiplicative is False
    assert found.points[24].season > 0 > found.points[25].season


def test_values_that_never_change_have_no_season() -> None:
    found = decompose([7.0] * 36, 12)
    assert found.strength == 0
    assert not any(point.outlying for point in found.points)
