"""Which cells of a table would give away a single respondent, also by subtraction?

Pure and exact: a table is its cells and the sums between them. Thresholds belong to whoever
publishes: they are data of the pack (`model.confidentiality.Rules`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from esep.model.confidentiality import Rules

TOO_FEW, DOMINATED, DIFFERENCING = "too_few_units", "dominated", "derivable_by_subtraction"
UNCOUNTED = "units_not_known"
WHY = {
    TOO_FEW: "too few units are behind it",
    DOMINATED: "its largest units are nearly all of it",
    DIFFERENCING: "it would give away another hidden value by subtraction",
    UNCOUNTED: "how many units are behind it is not known",
}


@dataclass(frozen=True, slots=True)
class TableCell:
    """A value with what is known of the units behind it."""

    key: str
    value: Decimal
    units: int
    largest: tuple[Decimal, ...] = ()
    """The contributions of the largest units, in any order; as many as the rules look at."""
    reason: str = ""
    """Why it must be hidden, where that is known already."""


@dataclass(frozen=True, slots=True)
class Sum:
    """`total` is the sum of `parts`.

    A region and its districts, January-May and January-April with May, all branches and each:
    whoever knows all but one of them knows the last.
    """

    total: str
    parts: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.total, *self.parts)


def sensitive(cell: TableCell, rules: Rules) -> str:
    """Why the cell must not be shown by itself; empty if it may be.

    A cell without units is an empty one: nothing in it belongs to anybody.
    """
    if cell.reason:
        return cell.reason
    if 0 < cell.units < rules.minimum_count:
        return TOO_FEW
    largest = sorted(map(abs, cell.largest), reverse=True)[: rules.dominating_units]
    if cell.value and sum(largest) * 100 >= abs(cell.value) * rules.dominating_percent:
        return DOMINATED
    return ""


def suppressed(
    cells: Iterable[TableCell], sums: Sequence[Sum], rules: Rules | None = None
) -> dict[str, str]:
    """The cells to hide, with the reason; what stays cannot be turned into what is hidden.

    Beside what is sensitive by itself, the smallest cells are hidden that keep every sensitive
    one from being computed, or from standing alone with too few others.
    """
    rules = rules or Rules()
    by_key = {cell.key: cell for cell in cells}
    reasons = {key: reason for key, cell in by_key.items() if (reason := sensitive(cell, rules))}
    primary = frozenset(reasons)
    while (exposed := _exposed(primary, reasons, sums, by_key, rules)) is not None:
        near = [each for each in sums if set(each.keys) & exposed]
        linked = {key for each in _linked(near, reasons, sums) for key in each.keys}
        shown = [cell for key, cell in by_key.items() if key in linked and key not in reasons]
        if not shown:
            break  # nothing is left to hide: the sums themselves force the value
        # A part before a total: the total is what most readers need.
        totals = {relation.total for relation in sums}
        beside = {key for each in near for key in each.keys}
        order = {
            each.key: (each.key in totals, each.key not in beside, abs(each.value), each.key)
            for each in shown
        }
        reasons[min(order, key=order.__getitem__)] = DIFFERENCING
    return reasons


def _linked(near: list[Sum], hidden: Mapping[str, str], sums: Sequence[Sum]) -> list[Sum]:
    """The sums that reach an exposed cell through cells that are hidden too."""
    found = list(near)
    for relation in found:
        shared = set(relation.keys) & set(hidden)
        found += [each for each in sums if each not in found and shared & set(each.keys)]
    return found


def _exposed(
    primary: Collection[str],
    hidden: Mapping[str, str],
    sums: Sequence[Sum],
    cells: Mapping[str, TableCell],
    rules: Rules,
) -> set[str] | None:
    """Hidden cells that the shown ones give away, or None."""
    known = {key for key in cells if key not in hidden}
    found = _derivable(hidden, known, sums)
    if found & set(primary):
        # Whatever is hidden in vain on the way to them is to be mended too.
        return found & set(hidden)
    for relation in sums:
        parts = [each for each in relation.parts if each not in known]
        # Two hidden units whose sum is known: each can subtract itself and see the other.
        if relation.total in known and set(parts) & set(primary):
            units = sum(cells[each].units for each in parts if each in cells)
            if all(each in cells for each in parts) and units < rules.minimum_count:
                return set(parts)
    return None


def _derivable(hidden: Iterable[str], known: Collection[str], sums: Sequence[Sum]) -> set[str]:
    """The unknowns that the sums determine: exact elimination over fractions."""
    unknown = sorted({*hidden, *(key for each in sums for key in each.keys if key not in known)})
    place = {key: number for number, key in enumerate(unknown)}
    rows: list[list[Fraction]] = []
    for relation in sums:
        row = [Fraction(0)] * len(unknown)
        for key in relation.keys:
            if key in place:
                row[place[key]] += -1 if key == relation.total else 1
        rows.append(row)
    return {unknown[column] for column in _determined(rows, len(unknown))}


def _determined(rows: list[list[Fraction]], width: int) -> set[int]:
    """Columns that stand alone in a row of the reduced form."""
    top = 0
    for column in range(width):
        pivot = next((n for n in range(top, len(rows)) if rows[n][column]), None)
        if pivot is None:
            continue
        rows[top], rows[pivot] = rows[pivot], rows[top]
        lead = rows[top][column]
        rows[top] = [each / lead for each in rows[top]]
        for number, row in enumerate(rows):
            if number != top and (factor := row[column]):
                rows[number] = [a - factor * b for a, b in zip(row, rows[top], strict=True)]
        top += 1
    filled = [[column for column, each in enumerate(row) if each] for row in rows]
    return {columns[0] for columns in filled if len(columns) == 1}
