"""A region's place among its peers, on every engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lands import Stated, observation

from esep.indicators.rank import with_rank

State = Callable[..., Stated]
Placed = dict[str, tuple[int | None, int | None, int | None]]

_SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("indicator", "comparison", "base", "breakdown")),
        *((name, pa.string()) for name in ("period", "region")),
        ("level", pa.int32()),
        ("usual", pa.bool_()),
        ("value", pa.float64()),
    ]
)


def row(region: str, value: float | None, **columns: object) -> dict[str, object]:
    base = {"indicator": "product", "comparison": "", "base": "", "breakdown": ""}
    place = {"period": "2023", "region": region, "level": 1, "usual": True, "value": value}
    return base | place | columns


@pytest.fixture
def placed(runner) -> Callable[..., Placed]:
    def place(rows: Sequence[dict[str, object]], ascending: Sequence[str] = ()) -> Placed:
        frame = runner.frame(pa.Table.from_pylist(list(rows), _SCHEMA))
        found = runner.collect(
            with_rank(frame, column="value", name="rank", ascending=list(ascending))
        )
        return {
            each["region"]: (each["rank"], each["rank_of"], each["rank_ties"]) for each in found
        }

    return place


def test_the_largest_is_first(placed: Callable[..., Placed]) -> None:
    found = placed([row("a", 10), row("b", 30), row("c", 20)])
    assert found == {"a": (3, 3, 1), "b": (1, 3, 1), "c": (2, 3, 1)}


def test_where_less_is_better_the_smallest_is_first(placed: Callable[..., Placed]) -> None:
    found = placed([row("a", 10), row("b", 30), row("c", 20)], ascending=["product"])
    assert found == {"a": (1, 3, 1), "b": (3, 3, 1), "c": (2, 3, 1)}


def test_equal_values_share_the_better_place_and_the_next_is_skipped(
    placed: Callable[..., Placed],
) -> None:
    found = placed([row("a", 10), row("b", 30), row("c", 30), row("d", 40)])
    assert found == {"a": (4, 4, 1), "b": (2, 4, 2), "c": (2, 4, 2), "d": (1, 4, 1)}


def test_values_equal_only_when_rounded_are_not_ties(placed: Callable[..., Placed]) -> None:
    assert placed([row("a", 2.51), row("b", 2.49)]) == {"a": (1, 2, 1), "b": (2, 2, 1)}


def test_a_region_without_a_value_has_no_place_and_does_not_count(
    placed: Callable[..., Placed],
) -> None:
    found = placed([row("a", 10), row("b", None), row("c", 20), row("d", None)])
    assert found == {
        "a": (2, 2, 1),
        "b": (None, None, None),
        "c": (1, 2, 1),
        "d": (None, None, None),
    }


def test_other_levels_periods_and_indicators_are_no_peers(placed: Callable[..., Placed]) -> None:
    found = placed(
        [
            row("a", 10),
            row("country", 99, level=0),
            row("district", 99, level=2),
            row("earlier", 99, period="2022"),
            row("other", 99, indicator="crops"),
            row("part", 99, breakdown="branch=a"),
        ]
    )
    assert set(found.values()) == {(1, 1, 1)}


def test_old_borders_beside_new_ones_have_no_place(placed: Callable[..., Placed]) -> None:
    found = placed([row("a", 10), row("old a", 50, usual=False), row("b", 20)])
    assert found["old a"] == (None, None, None)
    assert found["b"] == (1, 2, 1)


def test_zero_and_less_have_their_places_too(placed: Callable[..., Placed]) -> None:
    found = placed([row("a", 0), row("b", -5), row("c", 5)])
    assert [found[each][0] for each in "cab"] == [1, 2, 3]


def test_indicators_where_less_is_better_rank_so_among_all_statements(state: State) -> None:
    rates = {"A": 4.1, "B": 4.8, "C": 5.2}
    stated = state(*(observation("jobless", land, "2023", rate) for land, rate in rates.items()))
    assert stated["jobless", "A@2022-07-01", "2023"]["rank"] == 1
    assert stated["jobless", "C@origin", "2023"]["rank"] == 3


@settings(max_examples=30, deadline=None, suppress_health_check=[*HealthCheck])
@given(
    values=st.lists(st.none() | st.integers(-3, 3), min_size=1, max_size=15),
    less_is_better=st.booleans(),
)
def test_places_are_those_that_counting_by_hand_gives(
    placed: Callable[..., Placed], values: list[int | None], less_is_better: bool
) -> None:
    rows = [row(str(number), value) for number, value in enumerate(values)]
    found = placed(rows, ["product"] if less_is_better else [])
    known = [value for value in values if value is not None]
    for number, value in enumerate(values):
        if value is None:
            assert found[str(number)] == (None, None, None)
            continue
        better = [each for each in known if (each < value if less_is_better else each > value)]
        assert found[str(number)] == (1 + len(better), len(known), known.count(value))
