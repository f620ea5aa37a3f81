"""What stands in the cells of a sheet, whatever kind of file it came from?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

Cell = str | float | int | bool | date | datetime | time | timedelta | Decimal | None
"""A text, a number or a moment; nothing is an empty text or None."""

_LETTERS = re.compile(r"[A-Za-z]{1,3}")
MAX_CELL_CHARACTERS = 32_767
"""What a workbook itself allows in a cell; more is never a label or a figure."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells shown as one, counted from 1, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a sheet. Rows and columns count from 1; outside there is nothing."""

    name: str
    rows: Sequence[Sequence[Cell]]
    merges: tuple[Merge, ...] = ()
    lines: Sequence[int] = ()
    """Of a text file: the line on which each row begins."""
    hidden: bool = False
    formulas_without_values: tuple[str, ...] = ()
    """Cells whose formula was never calculated: they have no value to read."""
    ragged: frozenset[int] = frozenset()
    """Of a text file: rows that have not as many cells as the header."""
    _merged: dict[tuple[int, int], Merge] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        for merge in self.merges:
            # Only headings are looked up by merges, so a whole merged column is not spelt out.
            for row in range(merge.top, min(merge.bottom, merge.top + 500) + 1):
                for column in range(merge.left, min(merge.right, merge.left + 500) + 1):
                    self._merged[row, column] = merge

    @property
    def height(self) -> int:
        return len(self.rows)

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        if not 1 <= row <= len(self.rows):
            return None
        cells = self.rows[row - 1]
        return cells[column - 1] if 1 <= column <= len(cells) else None

    def heading(self, row: int, column: int) -> Cell:
        """The cell as a reader sees it: of merged cells, the one that is written in."""
        merge = self._merged.get((row, column))
        return self.cell(merge.top, merge.left) if merge else self.cell(row, column)

    def origin(self, row: int, column: int) -> tuple[int, int]:
        """The cell that is written in, where cells are merged."""
        merge = self._merged.get((row, column))
        return (merge.top, merge.left) if merge else (row, column)

    def line(self, row: int) -> int:
        """The line of a text file, or the row of a sheet."""
        return self.lines[row - 1] if self.lines and 0 < row <= len(self.lines) else row

    def row_of_line(self, line: int) -> int:
        return bisect_right(self.lines, line) if self.lines else line

    def row_text(self, row: int) -> str:
        """The whole row, bounded, so that an issue can show it."""
        cells = self.rows[row - 1] if 1 <= row <= len(self.rows) else ()
        return " | ".join(shown_cell(cell) for cell in cells).rstrip(" |")[:4000]


def shown_cell(cell: Cell) -> str:
    """A cell as text: numbers as people see them, not as a computer keeps them."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return plain_number(cell)
    if isinstance(cell, datetime):
        midnight = cell.hour == cell.minute == cell.second == 0
        return cell.date().isoformat() if midnight else cell.isoformat(sep=" ")
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def plain_number(value: float) -> str:
    """The decimal a workbook shows: it keeps 15 digits, so 2346.2999999999997 was 2346.3."""
    text = format(Decimal(format(value, ".15g")), "f") if value == value else ""  # no NaN
    return text if text not in ("Infinity", "-Infinity") else ""


def letter_of(column: int) -> str:
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_of(letters: str) -> int:
    """The number of a column letter, 0 where it is none."""
    if not _LETTERS.fullmatch(letters):
        return 0
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def without_empty_end(rows: Iterable[list[Cell]]) -> list[list[Cell]]:
    """The rows without empty cells and rows at their ends: a thousand empty columns are none."""
    kept = []
    for row in rows:
        end = len(row)
        while end and row[end - 1] in (None, ""):
            end -= 1
        kept.append(row[:end])
    while kept and not kept[-1]:
        kept.pop()
    return kept
