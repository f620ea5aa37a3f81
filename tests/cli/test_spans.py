"""Are flows told in other spans where that is lawful, and refused with a reason where not?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., Any]

HALF = ("grp", "--region", "KZ-19", "--period", "2024-Q2", "--span", "quarter")


def test_a_quarter_is_taken_from_two_cumulative_spans_and_marked(kazakhstan: Ask) -> None:
    (row,) = kazakhstan("show", *HALF, "--json").json
    assert (row["value"], row["stage"]) == (1207375.5, "estimate")
    assert row["because"] == "2024-H1 - 2024-Q1"
    assert row["fact_id"] == "grp:KZ-19:2024-Q2:level@2026-09-30"


def test_its_fact_id_leads_to_the_cells_of_both(kazakhstan: Ask) -> None:
    by_id = kazakhstan("explain", "grp:KZ-19:2024-Q2:level@2026-09-30")
    assert by_id.code == 0
    assert "formula  2024-H1 - 2024-Q1" in by_id.out
    assert "2406534.8 KZT:6" in by_id.out
    assert "1199159.3 KZT:6" in by_id.out
    named = ("grp", "--region", "KZ-19", "--period", "2024-Q2", "--span", "quarter")
    assert kazakhstan("explain", *named).out == by_id.out


def test_what_was_published_for_a_quarter_stands_as_published(kazakhstan: Ask) -> None:
    asked = ("grp", "--region", "KZ-19", "--period", "2024-Q1", "--span", "quarter")
    (row,) = kazakhstan("show", *asked, "--json").json
    assert (row["stage"], row["because"]) == ("unstated", "")


@pytest.mark.parametrize("compare", ["change", "share", "rank"])
def test_a_quarter_is_compared_like_any_value(kazakhstan: Ask, compare: str) -> None:
    (row,) = kazakhstan("show", *HALF, "--compare", compare, "--json").json
    assert row["compared"] is not None
    answer = kazakhstan("explain", row["fact_id"])
    assert answer.code == 0, answer.told
    assert "formula  2024-H1 - 2024-Q1" in answer.out


def test_no_quarter_is_the_difference_of_two_lands(kazakhstan: Ask) -> None:
    answer = kazakhstan("show", "grp", "--region", "KZ-19", "--span", "quarter", "--json")
    periods = [row["period"] for row in answer.json]
    # January-March 2022 was on the old borders, January-June on the new ones.
    assert "2022-Q1" in periods
    assert "2022-Q2" not in periods
    assert "2022-Q3" in periods


def test_on_one_set_of_borders_the_quarter_is_there(kazakhstan: Ask) -> None:
    asked = ("grp", "-r", "KZ-19", "--period", "2022-Q2", "--span", "quarter")
    (row,) = kazakhstan("show", *asked, "--territory", "union", "--json").json
    assert row["stage"] == "estimate"
    assert kazakhstan("explain", row["fact_id"]).code == 0


@pytest.mark.parametrize(
    ("indicator", "reason"),
    [("stei", "an index of January-N"), ("sme_operating", "a stock is a state")],
)
def test_what_does_not_accumulate_is_refused(kazakhstan: Ask, indicator: str, reason: str) -> None:
    answer = kazakhstan("show", indicator, "--span", "month")
    assert (answer.code, answer.out) == (2, "")
    assert reason in answer.told


def test_months_that_quarters_cannot_give_are_refused(kazakhstan: Ask) -> None:
    answer = kazakhstan("show", "grp", "--span", "month")
    assert (answer.code, answer.out) == (2, "")
    assert "cannot be told by month" in answer.told


@pytest.mark.parametrize(
    ("indicator", "period", "hint"),
    [
        ("stei", "2024-04", "did you mean 2024-01/2024-04?"),
        ("grp", "2024-Q2", "did you mean 2024-H1? It is told from January on; for 2024-Q2 alone"),
    ],
)
def test_a_single_span_of_a_cumulative_series_is_answered_with_the_cumulative_one(
    kazakhstan: Ask, indicator: str, period: str, hint: str
) -> None:
    for command in ("show", "explain"):
        answer = kazakhstan(command, indicator, "--region", "KZ-19", "--period", period)
        assert (answer.code, answer.out) == (2, "")
        assert hint in answer.told


def test_months_add_up_again(shops: Ask) -> None:
    asked = ("food_sales", "-r", "TL", "--period", "2023-01/2023-05")
    (published,) = shops("show", *asked, "--json").json
    (told,) = shops("show", *asked, "--span", "cumulative", "--json").json
    assert told["value"] == published["value"]
    assert told["stage"] == "final"
