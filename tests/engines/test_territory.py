"""Old borders from today's regions: sums that lose nobody, on every engine."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lands import observation, unions_table

from esep.indicators.territory import on_safe_unions

WHOLE = ("A@origin", ("A@2022-07-01", "B@2022-07-01"))


def unions_of(runner, observations, rows, *unions):
    frame = on_safe_unions(
        observations(rows), runner.frame(unions_table(*unions)), additive=["product"]
    )
    return {(row["whole"], row["period"]): row["union_value"] for row in runner.collect(frame)}


def test_a_union_is_the_sum_of_its_parts_in_each_period(runner, observations) -> None:
    rows = [
        observation("product", "A", "2022", 240),
        observation("product", "B", "2022", 330),
        observation("product", "A", "2023", 300),
        observation("product", "B", "2023", 340),
        observation("product", "C", "2023", 999),
    ]
    assert unions_of(runner, observations, rows, WHOLE) == {
        ("A@origin", "2022"): 570,
        ("A@origin", "2023"): 640,
    }


def test_a_union_without_one_of_its_parts_is_not_formed(runner, observations) -> None:
    rows = [
        observation("product", "A", "2022", 240),
        observation("product", "B", "2023", 340),
        observation("jobless", "A", "2023", 4),
        observation("jobless", "B", "2023", 5),
    ]
    assert unions_of(runner, observations, rows, WHOLE) == {}


def test_a_share_that_the_source_printed_is_not_added_to_values(runner, observations) -> None:
    rows = [
        observation("product", "A", "2023", 300),
        observation("product", "B", "2023", 340),
        observation("product", "A", "2023", 30, comparison="share"),
        observation("product", "B", "2023", 34, comparison="share"),
    ]
    assert unions_of(runner, observations, rows, WHOLE) == {("A@origin", "2023"): 640}


@settings(max_examples=20, deadline=None, suppress_health_check=[*HealthCheck])
@given(
    values=st.lists(st.none() | st.integers(0, 10**9), min_size=2, max_size=6),
)
def test_a_divided_region_sums_to_its_union_or_to_nothing(
    runner, observations, values: list[int | None]
) -> None:
    template = observation("product", "A", "2023", 0)
    parts = [f"P{number}@2022-07-01" for number in range(len(values))]
    rows = [
        template | {"territory": part, "region_version": part, "value": float(value)}
        for part, value in zip(parts, values, strict=True)
        if value is not None
    ]
    found = unions_of(runner, observations, rows, ("A@origin", tuple(parts)))
    known = [value for value in values if value is not None]
    if len(known) == len(values):
        assert found == {("A@origin", "2023"): pytest.approx(sum(known))}
    else:
        assert found == {}
