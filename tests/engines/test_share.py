"""What part of the whole a region is and what it adds to its change, on every engine."""

from __future__ import annotations

from collections.abc import Callable

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lands import Stated, observation

from esep.indicators.share import with_share

State = Callable[..., Stated]

YEARS = (
    observation("product", "T", "2022", 1000),
    observation("product", "A", "2022", 500),
    observation("product", "H", "2022", 300),
    observation("product", "C", "2022", 200),
    observation("product", "T", "2023", 1100),
    observation("product", "A", "2023", 580),
    observation("product", "H", "2023", 300),
    observation("product", "C", "2023", 220),
)


def test_shares_are_parts_of_the_parent(state: State) -> None:
    stated = state(*YEARS)
    shares = {
        version: stated["product", version, "2023"]["share"]
        for version in ("A@2022-07-01", "H@2023-01-01", "C@origin")
    }
    assert shares == pytest.approx(
        {"A@2022-07-01": 580 / 11, "H@2023-01-01": 300 / 11, "C@origin": 20}
    )


def test_contributions_add_up_to_the_change_of_the_parent(state: State) -> None:
    stated = state(*YEARS)
    contributions = [
        stated["product", version, "2023"]["contribution"]
        for version in ("A@2022-07-01", "H@2023-01-01", "C@origin")
    ]
    assert contributions == pytest.approx([8, 0, 2])
    assert sum(contributions) == pytest.approx(stated["product", "T@origin", "2023"]["change"])


def test_the_country_itself_has_no_share_and_no_contribution(state: State) -> None:
    row = state(*YEARS)["product", "T@origin", "2023"]
    assert (row["share"], row["contribution"], row["gap"]) == (None, None, None)


def test_without_the_parent_there_is_no_share(state: State) -> None:
    row = state(observation("product", "C", "2023", 220))["product", "C@origin", "2023"]
    assert row["share"] is None


def test_a_region_without_an_earlier_value_has_a_share_but_no_contribution(state: State) -> None:
    stated = state(*(row for row in YEARS if (row["region"], row["period"]) != ("C", "2022")))
    row = stated["product", "C@origin", "2023"]
    assert row["share"] == pytest.approx(20)
    assert row["contribution"] is None


def test_a_rate_stands_off_the_parent_by_points_and_is_no_part_of_it(state: State) -> None:
    stated = state(observation("jobless", "T", "2023", 4.8), observation("jobless", "C", "2023", 5))
    row = stated["jobless", "C@origin", "2023"]
    assert row["gap"] == pytest.approx(0.2)
    assert (row["share"], row["contribution"]) == (None, None)


@settings(max_examples=25, deadline=None, suppress_health_check=[*HealthCheck])
@given(
    pairs=st.lists(st.tuples(st.integers(1, 10**9), st.integers(0, 10**9)), min_size=1, max_size=12)
)
def test_contributions_always_add_up(runner, pairs: list[tuple[int, int]]) -> None:
    before, now = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
    rows = [
        {
            "indicator": "product",
            "value": float(value),
            "prior_value": float(prior),
            "parent_value": float(now),
            "parent_prior_value": float(before),
        }
        for prior, value in pairs
    ]
    frame = with_share(runner.frame(pa.Table.from_pylist(rows)), additive=["product"], in_points=[])
    found = runner.collect(frame)
    change = (now / before - 1) * 100
    assert sum(row["contribution"] for row in found) == pytest.approx(change, abs=1e-6)
    if now:
        assert sum(row["share"] for row in found) == pytest.approx(100)
