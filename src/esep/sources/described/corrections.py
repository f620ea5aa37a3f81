"""Which cells of a file are known to be wrong, what is right, and do they still say the same?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fnmatch import fnmatchcase
from typing import NamedTuple

from esep.model.issue import Issue, Severity
from esep.model.observation import Place
from esep.model.source_description import Correction
from esep.sources.readers.grid import Cell, Grid, column_of, shown_cell


@dataclass(frozen=True, slots=True)
class Corrected:
    cell: Cell
    times: Decimal
    """What the figure is multiplied with."""
    reason: str


class Corrections:
    """Those of one file. A correction of cells the source has mended is told, not applied."""

    def __init__(
        self, corrections: Sequence[Correction], sheets: Sequence[Grid], *, file: str
    ) -> None:
        name = file.rpartition("/")[2].casefold()
        self._file = file
        self._mine = [each for each in corrections if fnmatchcase(name, each.file.casefold())]
        self._spans: dict[str, list[tuple[Span, Correction]]] = {}
        self._found: dict[int, str] = {}
        """What stands in the first cell of a correction instead of what it expects."""
        self._used: set[int] = set()
        for each in self._mine:
            for sheet in sheets:
                if each.sheet.casefold() in ("", sheet.name.casefold()):
                    self._look(each, sheet)

    def _look(self, correction: Correction, sheet: Grid) -> None:
        span = span_of(correction.cells)
        row = sheet.row_of_line(span.top)
        found = shown_cell(sheet.cell(row, span.left)).strip()
        if not _same(found, correction.expect):
            self._found.setdefault(id(correction), found)
            return
        spans = self._spans.setdefault(sheet.name, [])
        # What is said of this sheet goes before what is said of any.
        spans.insert(0 if correction.sheet else len(spans), (span, correction))

    def apply(self, sheet: str, line: int, column: int, cell: Cell) -> Corrected | None:
        spans = self._spans.get(sheet, ())
        correction = next((each for span, each in spans if span.holds(line, column)), None)
        if correction is None:
            return None
        self._used.add(id(correction))
        if correction.value:
            return Corrected(Decimal(correction.value), Decimal(1), correction.reason)
        if correction.times is not None:
            return Corrected(cell, correction.times, correction.reason)
        return Corrected(cell if correction.flag else None, Decimal(1), correction.reason)

    def issues(self) -> list[Issue]:
        """Corrections that were of no use, since the source may have been mended; and flags."""
        return [
            *(self._outdated(each) for each in self._mine if id(each) not in self._used),
            *(self._flagged(each) for each in self._mine if each.flag and id(each) in self._used),
        ]

    def _outdated(self, correction: Correction) -> Issue:
        found = self._found.get(id(correction))
        return Issue(
            "correction_outdated",
            Severity.WARNING,
            self._place(correction),
            found="no such figure" if found is None else f"'{found}'",
            expected=f"the wrong value '{correction.expect}' that is corrected here",
            hint=f"if the source has been mended, remove the correction ({correction.reason})",
        )

    def _flagged(self, correction: Correction) -> Issue:
        return Issue(
            "flagged",
            Severity.WARNING,
            self._place(correction),
            found=f"'{correction.expect}' in {correction.cells}",
            expected="a figure nobody doubts",
            hint=f"{correction.reason}: the figure is loaded with that note",
        )

    def _place(self, correction: Correction) -> Place:
        letters, line = _parts(correction.cells.partition(":")[0])
        return Place(self._file, correction.sheet, line, letters)


class Span(NamedTuple):
    """Cells in a square, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, line: int, column: int) -> bool:
        return self.top <= line <= self.bottom and self.left <= column <= self.right


def span_of(cells: str) -> Span:
    """The cells of `B2` or of `B2:D9`."""
    first, _, last = cells.partition(":")
    (left, top), (right, bottom) = _parts(first), _parts(last or first)
    return Span(top, column_of(left), bottom, column_of(right))


def _same(found: str, expected: str) -> bool:
    if found == expected.strip():
        return True
    try:
        return Decimal(found.replace(",", ".")) == Decimal(expected.replace(",", "."))
    except InvalidOperation:
        return False


def _parts(cell: str) -> tuple[str, int]:
    letters = cell.rstrip("0123456789")
    return letters, int(cell[len(letters) :])
