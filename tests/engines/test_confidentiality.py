"""Is nobody given away, by a cell or by subtracting cells?"""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from esep.indicators.confidentiality import (
    DIFFERENCING,
    DOMINATED,
    TOO_FEW,
    Sum,
    TableCell,
    _derivable,
    sensitive,
    suppressed,
)
from esep.model.confidentiality import Rules

RULES = Rules()


def cell(key: str, value: int, units: int = 10, *largest: int) -> TableCell:
    return TableCell(key, Decimal(value), units, tuple(map(Decimal, largest)))


def test_fewer_units_than_the_minimum_are_never_shown() -> None:
    assert [sensitive(cell("a", 10, units), RULES) for units in (0, 1, 2, 3)] == [
        "",
        TOO_FEW,
        TOO_FEW,
        "",
    ]


def test_a_unit_that_dominates_hides_the_cell() -> None:
    assert sensitive(cell("a", 100, 5, 74), RULES) == ""
    assert sensitive(cell("a", 100, 5, 75), RULES) == DOMINATED
    assert sensitive(cell("a", 100, 9, 50, 40), Rules(dominating_units=2)) == DOMINATED


def test_one_hidden_district_hides_the_smallest_other() -> None:
    cells = [cell("region", 100), cell("a", 5, 1), cell("b", 60), cell("c", 35)]
    assert suppressed(cells, [Sum("region", ("a", "b", "c"))]) == {
        "a": TOO_FEW,
        "c": DIFFERENCING,
    }


def test_a_month_is_not_told_by_two_cumulative_spans() -> None:
    cells = [cell("January-May", 50), cell("January-April", 45), cell("May", 5, 1)]
    hidden = suppressed(cells, [Sum("January-May", ("January-April", "May"))])
    assert set(hidden) == {"May", "January-April"}


def test_two_hidden_units_whose_sum_is_known_see_each_other() -> None:
    cells = [cell("region", 100), cell("a", 5, 1), cell("b", 6, 1), cell("c", 89)]
    assert set(suppressed(cells, [Sum("region", ("a", "b", "c"))])) == {"a", "b", "c"}


def test_a_cell_is_not_told_across_two_margins() -> None:
    # Districts by branches: what one margin hides another must not tell.
    cells = [cell("x1", 1, 1), cell("x2", 50), cell("y1", 40), cell("y2", 30)]
    cells += [cell("x", 51), cell("y", 70), cell("1", 41), cell("2", 80)]
    sums = [Sum("x", ("x1", "x2")), Sum("y", ("y1", "y2"))]
    sums += [Sum("1", ("x1", "y1")), Sum("2", ("x2", "y2"))]
    assert set(suppressed(cells, sums)) == {"x1", "x2", "y1", "y2"}


def test_where_nothing_is_sensitive_nothing_is_hidden() -> None:
    assert suppressed([cell("region", 3), cell("a", 3)], [Sum("region", ("a",))]) == {}


@given(units=st.lists(st.lists(st.integers(0, 6), min_size=3, max_size=3), min_size=2, max_size=4))
def test_nothing_hidden_can_be_computed_from_what_is_shown(units: list[list[int]]) -> None:
    cells, sums = [], []
    for row, counts in enumerate(units):
        parts = tuple(f"{row}{column}" for column in range(3))
        cells += [cell(key, 7 * n + 1, n) for key, n in zip(parts, counts, strict=True)]
        cells.append(cell(f"row {row}", sum(7 * n + 1 for n in counts), sum(counts)))
        sums.append(Sum(f"row {row}", parts))
    for column in range(3):
        counts = [each[column] for each in units]
        cells.append(cell(f"column {column}", sum(7 * n + 1 for n in counts), sum(counts)))
        sums.append(Sum(f"column {column}", tuple(f"{row}{column}" for row in range(len(units)))))
    hidden = suppressed(cells, sums)
    shown = {each.key for each in cells if each.key not in hidden}
    primary = {each.key for each in cells if sensitive(each, RULES)}
    assert primary <= set(hidden)
    assert not _derivable(hidden, shown, sums) & primary
