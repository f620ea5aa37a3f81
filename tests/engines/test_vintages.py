"""Which of several values of a series is meant, on every engine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from lands import Stated, observation

State = Callable[..., Stated]

SPRING, AUTUMN = date(2024, 4, 29), date(2024, 10, 28)
MORNING, EVENING = datetime(2024, 12, 1, 9, tzinfo=UTC), datetime(2024, 12, 1, 18, tzinfo=UTC)


def test_the_newer_publication_wins_though_it_was_loaded_first(state: State) -> None:
    stated = state(
        observation("product", "A", "2023", 310, published=AUTUMN, loaded=MORNING),
        observation("product", "A", "2023", 300, published=SPRING, loaded=EVENING),
    )
    assert stated["product", "A@2022-07-01", "2023"]["value"] == 310


def test_of_one_publication_day_the_later_load_wins(state: State) -> None:
    stated = state(
        observation("product", "A", "2023", 300, published=SPRING, loaded=MORNING),
        observation("product", "A", "2023", 301, published=SPRING, loaded=EVENING),
    )
    assert stated["product", "A@2022-07-01", "2023"]["value"] == 301


def test_a_revision_of_one_region_leaves_the_others_as_they_were(state: State) -> None:
    stated = state(
        observation("product", "A", "2023", 300, published=SPRING),
        observation("product", "C", "2023", 360, published=SPRING),
        observation("product", "A", "2023", 310, published=AUTUMN),
    )
    assert stated["product", "C@origin", "2023"]["value"] == 360
    assert stated["product", "C@origin", "2023"]["published_at"] == SPRING


def test_a_change_meets_the_newest_vintage_of_the_year_before(state: State) -> None:
    stated = state(
        observation("product", "C", "2022", 100, published=SPRING),
        observation("product", "C", "2022", 200, published=AUTUMN),
        observation("product", "C", "2023", 250, published=AUTUMN),
    )
    assert stated["product", "C@origin", "2023"]["change"] == pytest.approx(25)


def test_a_period_known_on_old_and_new_borders_is_meant_on_the_new_ones(state: State) -> None:
    stated = state(
        observation("product", "A@origin", "2022", 500),
        observation("product", "A@2022-07-01", "2022", 240),
    )
    assert not stated["product", "A@origin", "2022"]["usual"]
    assert stated["product", "A@2022-07-01", "2022"]["usual"]


def test_a_newer_publication_is_meant_even_on_the_old_borders(state: State) -> None:
    stated = state(
        observation("product", "A@origin", "2022", 500, published=AUTUMN),
        observation("product", "A@2022-07-01", "2022", 240, published=SPRING),
    )
    assert stated["product", "A@origin", "2022"]["usual"]
    assert not stated["product", "A@2022-07-01", "2022"]["usual"]


def test_a_renamed_region_is_one_series_and_the_newer_vintage_wins(state: State) -> None:
    stated = state(
        observation("product", "H@origin", "2022", 330, published=SPRING),
        observation("product", "H@2023-01-01", "2022", 331, published=AUTUMN),
    )
    assert [key for key in stated if key[0] == "product"] == [("product", "H@2023-01-01", "2022")]


def test_a_figure_the_source_compared_itself_is_not_taken_for_a_value(state: State) -> None:
    stated = state(
        observation("product", "C", "2023", 360),
        observation("product", "C", "2023", 36.0, comparison="share", unit="percent"),
    )
    assert {key: row["value"] for key, row in stated.items()} == {
        ("product", "C@origin", "2023"): 360
    }


def test_nothing_published_states_nothing(state: State) -> None:
    assert state() == {}
