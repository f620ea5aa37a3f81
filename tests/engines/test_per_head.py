"""Values per inhabitant, on every engine."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lands import Stated, observation

State = Callable[..., Stated]

VALUE = observation("product", "C", "2023", 3600)
PEOPLE = observation("people", "C", "2023", 30)
PRINTED = observation("product", "C", "2023", 119, comparison="per_head", row=7)


def test_a_value_is_divided_by_the_people_of_its_period_and_territory(state: State) -> None:
    row = state(VALUE, PEOPLE)["product", "C@origin", "2023"]
    assert (row["per_head"], row["per_head_published"]) == (120, None)


def test_the_figure_that_the_office_printed_is_preferred(state: State) -> None:
    row = state(VALUE, PEOPLE, PRINTED)["product", "C@origin", "2023"]
    assert (row["per_head"], row["per_head_published"]) == (119, 119)
    assert (row["per_head_row"], row["per_head_printed"]) == (7, "119")


def test_a_printed_figure_needs_no_population(state: State) -> None:
    assert state(VALUE, PRINTED)["product", "C@origin", "2023"]["per_head"] == 119


@pytest.mark.parametrize(
    "people",
    [
        observation("people", "C", "2022", 30),
        observation("people", "A", "2023", 30),
        observation("people", "C", "2023", 0),
    ],
)
def test_people_of_another_time_or_land_or_nobody_give_no_figure(
    state: State, people: dict[str, object]
) -> None:
    assert state(VALUE, people)["product", "C@origin", "2023"]["per_head"] is None


def test_old_borders_are_not_divided_by_the_people_of_new_ones(state: State) -> None:
    stated = state(
        observation("product", "A@origin", "2022", 500),
        observation("people", "A@2022-07-01", "2022", 20),
    )
    assert stated["product", "A@origin", "2022"]["per_head"] is None


def test_a_renamed_region_keeps_its_people(state: State) -> None:
    stated = state(
        observation("product", "H@2023-01-01", "2022", 330),
        observation("people", "H@origin", "2022", 11),
    )
    assert stated["product", "H@2023-01-01", "2022"]["per_head"] == 30


def test_people_are_counted_all_not_by_their_groups(state: State) -> None:
    stated = state(VALUE, PEOPLE, PEOPLE | {"breakdown": "place=town", "value": 10.0})
    assert stated["product", "C@origin", "2023"]["per_head"] == 120


def test_what_has_no_meaning_per_head_gets_none(state: State) -> None:
    row = state(VALUE | {"indicator": "crops"}, PEOPLE)["crops", "C@origin", "2023"]
    assert row["per_head"] is None


def test_places_per_head_differ_from_places_by_size(state: State) -> None:
    stated = state(
        VALUE,
        PEOPLE,
        observation("product", "A", "2023", 3000),
        observation("people", "A", "2023", 10),
    )
    big, rich = stated["product", "C@origin", "2023"], stated["product", "A@2022-07-01", "2023"]
    assert (big["rank"], big["per_head_rank"]) == (1, 2)
    assert (rich["rank"], rich["per_head_rank"]) == (2, 1)
