"""Totals and percentages that follow from other values, on every engine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from lands import Stated, observation

State = Callable[..., Stated]

CROPS, CRAFTS = (
    observation("crops", "C", "2023", 60),
    observation("crafts", "C", "2023", 140),
)


def test_a_total_is_the_sum_of_its_terms_and_a_ratio_may_refer_to_it(state: State) -> None:
    stated = state(CROPS, CRAFTS)
    assert stated["goods", "C@origin", "2023"]["value"] == 200
    assert stated["craft_share", "C@origin", "2023"]["value"] == pytest.approx(70)


def test_a_missing_term_is_not_zero(state: State) -> None:
    assert {key[0] for key in state(CROPS)} == {"crops"}


def test_terms_on_different_borders_are_not_added(state: State) -> None:
    stated = state(
        observation("crops", "A@origin", "2022", 60),
        observation("crafts", "A@2022-07-01", "2022", 140),
    )
    assert not [key for key in stated if key[0] == "goods"]


def test_a_ratio_to_zero_is_no_figure(state: State) -> None:
    stated = state(observation("crops", "C", "2023", 0), observation("crafts", "C", "2023", 0))
    assert stated["goods", "C@origin", "2023"]["value"] == 0
    assert ("craft_share", "C@origin", "2023") not in stated


def test_a_derived_value_is_as_new_as_its_newest_term(state: State) -> None:
    newest = date(2024, 10, 28)
    stated = state(CROPS, CRAFTS | {"published_at": newest})
    assert stated["goods", "C@origin", "2023"]["published_at"] == newest


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        (("final", "final"), "final"),
        (("final", "operational"), "operational"),
        (("revised", "preliminary"), "preliminary"),
        (("reporting", "forecast"), "forecast"),
    ],
)
def test_a_derived_value_is_as_unsettled_as_its_least_settled_term(
    state: State, stages: tuple[str, str], expected: str
) -> None:
    stated = state(CROPS | {"stage": stages[0]}, CRAFTS | {"stage": stages[1]})
    assert stated["goods", "C@origin", "2023"]["stage"] == expected


def test_a_derived_value_has_no_cell_of_its_own(state: State) -> None:
    row = state(CROPS, CRAFTS)["goods", "C@origin", "2023"]
    assert (row["printed"], row["file"], row["release_id"]) == ("", "", "")


def test_a_total_that_the_office_publishes_stands_as_published(state: State) -> None:
    stated = state(CROPS, CRAFTS, observation("goods", "C", "2023", 201))
    assert stated["goods", "C@origin", "2023"]["value"] == 201
    assert stated["craft_share", "C@origin", "2023"]["value"] == pytest.approx(140 / 201 * 100)


def test_a_derived_total_changes_like_any_other(state: State) -> None:
    stated = state(
        CROPS,
        CRAFTS,
        observation("crops", "C", "2022", 60),
        observation("crafts", "C", "2022", 100),
    )
    assert stated["goods", "C@origin", "2023"]["change"] == pytest.approx(25)
    assert stated["craft_share", "C@origin", "2023"]["change"] == pytest.approx(70 - 62.5)
