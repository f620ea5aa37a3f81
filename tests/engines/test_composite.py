"""What the branches of a composite say about it, on every engine."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lands import Stated, observation

from esep.indicators.weights import contribution_of, weighted_mean

State = Callable[..., Stated]

FIELDS, SHOPS = (
    observation("field_index", "C", "2024-01/2024-04", 110.0),
    observation("shop_index", "C", "2024-01/2024-04", 106.0),
)


@pytest.mark.parametrize(
    ("pulse", "outside"),
    [
        (107.9, False),
        (106.0, False),
        (105.96, False),  # half of the last printed digit
        (105.9, True),
        (110.04, False),
        (110.1, True),
    ],
)
def test_a_composite_lies_between_its_branches(state: State, pulse: float, outside: bool) -> None:
    stated = state(FIELDS, SHOPS, observation("pulse", "C", "2024-01/2024-04", pulse))
    row = stated["pulse", "C@origin", "2024-01/2024-04"]
    assert (row["lowest"], row["highest"]) == (106.0, 110.0)
    assert row["outside_bounds"] is outside


def test_without_every_branch_there_are_no_bounds(state: State) -> None:
    stated = state(FIELDS, observation("pulse", "C", "2024-01/2024-04", 120))
    row = stated["pulse", "C@origin", "2024-01/2024-04"]
    assert (row["lowest"], row["highest"], row["outside_bounds"]) == (None, None, None)


def test_branches_of_another_span_or_land_are_no_bounds(state: State) -> None:
    stated = state(
        FIELDS,
        observation("shop_index", "C", "2024-Q1", 106.0),
        observation("shop_index", "A", "2024-01/2024-04", 106.0),
        observation("pulse", "C", "2024-01/2024-04", 107.9),
    )
    assert stated["pulse", "C@origin", "2024-01/2024-04"]["lowest"] is None


BRANCHES = [(Decimal(100), Decimal(110)), (Decimal(300), Decimal(106))]


def test_contributions_of_branches_add_up_to_the_composite() -> None:
    weights = [weight for weight, _ in BRANCHES]
    told = [contribution_of(weight, index, weights) for weight, index in BRANCHES]
    assert told == [Decimal("2.5"), Decimal("4.5")]
    assert weighted_mean(BRANCHES) == 107


@given(
    branches=st.lists(
        st.tuples(st.integers(1, 10**6).map(Decimal), st.integers(500, 2000).map(Decimal)),
        min_size=1,
        max_size=8,
    )
)
def test_contributions_always_add_up_within_the_bounds(
    branches: list[tuple[Decimal, Decimal]],
) -> None:
    mean = weighted_mean(branches)
    weights = [weight for weight, _ in branches]
    total = sum(contribution_of(weight, index, weights) for weight, index in branches)
    assert total == pytest.approx(mean - 100)
    indices = [index for _, index in branches]
    assert min(indices) - Decimal("1e-9") <= mean <= max(indices) + Decimal("1e-9")
