"""What the branches of a composite say about it, on every engine."""

from __future__ import annotations

from collections.abc import Callable

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lands import INDICATORS, Stated, observation

from esep.indicators.composite import branch_contributions

State = Callable[..., Stated]
PULSE = next(each for each in INDICATORS if each.id == "pulse")

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


def weights(runner, *weighed: tuple[str, float]):
    rows = [
        {"indicator": each, "territory": "C@origin", "weight": float(weight)}
        for each, weight in weighed
    ]
    return runner.frame(pa.Table.from_pylist(rows))


def test_contributions_of_branches_add_up_to_the_composite(runner, observations) -> None:
    found = runner.collect(
        branch_contributions(
            observations([FIELDS, SHOPS]),
            weights(runner, ("field_index", 100), ("shop_index", 300)),
            PULSE,
        )
    )
    told = {row["indicator"]: row["branch_contribution"] for row in found}
    assert told == pytest.approx({"field_index": 2.5, "shop_index": 4.5})
    assert {row["recomposed"] for row in found} == {107.0}


def test_without_every_weight_nothing_is_recomposed(runner, observations) -> None:
    weighed = weights(runner, ("field_index", 100))
    assert runner.collect(branch_contributions(observations([FIELDS, SHOPS]), weighed, PULSE)) == []


@settings(max_examples=20, deadline=None, suppress_health_check=[*HealthCheck])
@given(
    indices=st.tuples(*[st.integers(500, 2000).map(lambda tenths: tenths / 10)] * 2),
    sizes=st.tuples(st.integers(1, 10**6), st.integers(1, 10**6)),
)
def test_contributions_always_add_up_within_the_bounds(
    runner, observations, indices: tuple[float, float], sizes: tuple[int, int]
) -> None:
    rows = [FIELDS | {"value": indices[0]}, SHOPS | {"value": indices[1]}]
    weighed = weights(runner, ("field_index", sizes[0]), ("shop_index", sizes[1]))
    found = runner.collect(branch_contributions(observations(rows), weighed, PULSE))
    recomposed = found[0]["recomposed"]
    total = sum(row["branch_contribution"] for row in found)
    assert total == pytest.approx(recomposed - 100, abs=1e-9)
    assert min(indices) - 1e-9 <= recomposed <= max(indices) + 1e-9
