"""A value against the same span of the year before, and where that may not be said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from lands import Stated, observation, unions_table

State = Callable[..., Stated]


@pytest.mark.parametrize(
    "period", ["2024", "2024-H1", "2024-Q1", "2024-04", "2024-01/2024-04", "2024-01-01"]
)
def test_a_span_meets_the_same_span_of_the_year_before(state: State, period: str) -> None:
    before = period.replace("2024", "2023")
    stated = state(
        observation("product", "C", before, 400), observation("product", "C", period, 430)
    )
    row = stated["product", "C@origin", period]
    assert row["prior_period"] == before
    assert row["change"] == pytest.approx(7.5)
    assert row["growth_index"] == pytest.approx(107.5)
    assert row["comparability"] == "comparable"


def test_january_to_april_never_meets_another_span(state: State) -> None:
    stated = state(
        *(
            observation("product", "C", span, 100)
            for span in ("2023-Q1", "2023-04", "2023-01/2023-05", "2023", "2024-Q1")
        ),
        observation("product", "C", "2024-01/2024-04", 400),
    )
    row = stated["product", "C@origin", "2024-01/2024-04"]
    assert row["change"] is None
    assert row["comparability"] == "no_earlier_value"


def test_the_end_of_february_meets_the_end_of_february(state: State) -> None:
    stated = state(
        observation("product", "C", "2023-02", 28), observation("product", "C", "2024-02", 29)
    )
    assert stated["product", "C@origin", "2024-02"]["change"] == pytest.approx(100 / 28)


@pytest.mark.parametrize("earlier", [0, -5])
def test_a_change_from_nothing_or_less_is_undefined(state: State, earlier: int) -> None:
    stated = state(
        observation("product", "C", "2022", earlier), observation("product", "C", "2023", 10)
    )
    row = stated["product", "C@origin", "2023"]
    assert (row["change"], row["growth_index"]) == (None, None)
    assert row["comparability"] == "comparable"


def test_a_change_to_zero_is_the_loss_of_everything(state: State) -> None:
    stated = state(observation("product", "C", "2022", 10), observation("product", "C", "2023", 0))
    assert stated["product", "C@origin", "2023"]["change"] == -100


@pytest.mark.parametrize("id", ["jobless", "field_index"])
def test_rates_and_indices_change_by_points_and_have_no_index(state: State, id: str) -> None:
    stated = state(observation(id, "C", "2022", 5.0), observation(id, "C", "2023", 4.5))
    row = stated[id, "C@origin", "2023"]
    assert row["change"] == pytest.approx(-0.5)
    assert row["growth_index"] is None


def test_a_breakdown_meets_its_own_year_before(state: State) -> None:
    stated = state(
        observation("product", "C", "2022", 100),
        observation("product", "C", "2022", 10, breakdown="branch=a"),
        observation("product", "C", "2023", 110),
        observation("product", "C", "2023", 20, breakdown="branch=a"),
    )
    assert stated["product", "C@origin", "2023"]["change"] == pytest.approx(10)


# -- territory -----------------------------------------------------------------------------


def test_a_renamed_region_is_comparable_with_itself(state: State) -> None:
    stated = state(
        observation("product", "H@origin", "2022", 330),
        observation("product", "H@2023-01-01", "2023", 363),
    )
    row = stated["product", "H@2023-01-01", "2023"]
    assert row["comparability"] == "comparable"
    assert row["change"] == pytest.approx(10)


OLD, LEFT, CUT_OUT = (
    observation("product", "A@origin", "2021", 500),
    observation("product", "A@2022-07-01", "2022", 240),
    observation("product", "B@2022-07-01", "2022", 330),
)


def test_a_divided_region_is_not_comparable_and_says_with_what(state: State) -> None:
    row = state(OLD, LEFT, CUT_OUT)["product", "A@2022-07-01", "2022"]
    assert row["comparability"] == "not_comparable"
    assert row["earlier_version"] == "A@origin"
    assert (row["change"], row["growth_index"]) == (None, None)


def test_a_new_region_has_no_earlier_value(state: State) -> None:
    row = state(OLD, LEFT, CUT_OUT)["product", "B@2022-07-01", "2022"]
    assert row["comparability"] == "no_earlier_value"
    assert row["earlier_version"] is None


def test_a_past_recompiled_on_the_new_borders_is_comparable(state: State) -> None:
    stated = state(OLD, observation("product", "A@2022-07-01", "2021", 200), LEFT, CUT_OUT)
    row = stated["product", "A@2022-07-01", "2022"]
    assert row["comparability"] == "comparable"
    assert row["change"] == pytest.approx(20)


@pytest.mark.parametrize("version", ["A@2022-07-01", "B@2022-07-01"])
def test_the_parts_of_a_divided_region_change_together(state: State, version: str) -> None:
    row = state(OLD, LEFT, CUT_OUT)["product", version, "2022"]
    assert row["union_whole"] == "A@origin"
    assert row["union_value"] == 570
    assert row["union_prior_value"] == 500
    assert row["union_change"] == pytest.approx(14)


def test_a_union_short_of_a_part_is_no_union(state: State) -> None:
    row = state(OLD, LEFT)["product", "A@2022-07-01", "2022"]
    assert row["union_change"] is None


@pytest.mark.parametrize("id", ["jobless", "field_index"])
def test_what_does_not_add_up_has_no_union(state: State, id: str) -> None:
    stated = state(*(row | {"indicator": id} for row in (OLD, LEFT, CUT_OUT)))
    assert stated[id, "A@2022-07-01", "2022"]["union_change"] is None


def test_a_land_divided_twice_is_compared_on_the_smallest_union(state: State) -> None:
    unions = unions_table(
        ("A@origin", ("A@2022-07-01", "B@2022-07-01")),
        ("T@origin", ("A@2022-07-01", "B@2022-07-01", "H@origin", "C@origin")),
    )
    stated = state(
        OLD,
        LEFT,
        CUT_OUT,
        observation("product", "T", "2021", 800),
        observation("product", "H", "2022", 100),
        observation("product", "C", "2022", 200),
        unions=unions,
    )
    assert stated["product", "A@2022-07-01", "2022"]["union_whole"] == "A@origin"
    assert stated["product", "C@origin", "2022"]["union_whole"] == "T@origin"


def test_a_published_day_does_not_decide_what_is_comparable(state: State) -> None:
    stated = state(
        observation("product", "C", "2022", 100, published=date(2025, 1, 1)),
        observation("product", "C", "2023", 110, published=date(2024, 1, 1)),
    )
    assert stated["product", "C@origin", "2023"]["comparability"] == "comparable"
