"""Which words speak for a cell of a table: those of its row, its column, its table?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from esep.checking.documents.gather import Gatherer, one_line
from esep.model.passage import PassageKind

_VALUE = re.compile(r"[(+\-−–]?\s?\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST_HEAD_ROWS = 4
_MOST_COLUMNS = 200
_LONGEST_CAPTION = 250
_LONGEST_CELL = 400
"""Characters; a cell with more is a column of running text."""


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    row: int
    column: int
    """Both counted from one, as a reader counts."""
    width: int = 1
    height: int = 1
    head: bool = False
    """Marked as a heading in the document itself."""


@dataclass(frozen=True, slots=True)
class Table:
    cells: Sequence[Cell]
    caption: str = ""
    before: Sequence[Cell] = ()
    """Heading rows of the page before, which this table goes on from."""

    @property
    def is_layout(self) -> bool:
        """One column or long texts: a way to arrange a page, not a table of figures."""
        return not any(each.column > 1 for each in self.cells) or any(
            len(each.text) > _LONGEST_CELL for each in self.cells
        )

    def heads(self) -> dict[tuple[int, int], tuple[str, ...]]:
        """For each cell below the heading rows: row, column, and table with group."""
        rows = self._rows()
        top = self._head_rows(rows)
        across: dict[int, list[str]] = {}
        for each in (*self.before, *self.cells):
            if each.row in top and each.text:
                for column in range(each.column, each.column + each.width):
                    across.setdefault(column, []).append(each.text)
        beside = self._beside(rows, top)
        columns = self.width
        found: dict[tuple[int, int], tuple[str, ...]] = {}
        group = ""
        for row, cells in sorted(rows.items()):
            if row in top:
                continue
            said = [each for each in cells if each.text]
            if len(said) == 1 and not is_value(said[0].text) and columns > 1:
                group = said[0].text
            table = ". ".join(part for part in (self.caption, group) if part)
            for each in cells:
                row_words = ", ".join(w for w in beside.get(row, ()) if w != each.text)
                column_words = " ".join(dict.fromkeys(across.get(each.column, ())))
                found[row, each.column] = (row_words, column_words, table)
        return found

    @property
    def width(self) -> int:
        """Columns."""
        return max((each.column + each.width for each in self.cells), default=1) - 1

    def after(self, former: Table) -> Table:
        """This table as the rest of one that began on the page before."""
        rows = former._rows()
        top = former._head_rows(rows)
        heads = [
            replace(each, row=each.row - len(rows), head=True) for row in top for each in rows[row]
        ]
        repeated = {each.text for each in heads} == {
            each.text for row in self._head_rows(self._rows()) for each in self._rows()[row]
        }
        return replace(
            self,
            caption=self.caption or former.caption,
            before=() if repeated else tuple(heads),
        )

    def _rows(self) -> dict[int, list[Cell]]:
        rows: dict[int, list[Cell]] = {}
        for each in (*self.before, *self.cells):
            rows.setdefault(each.row, []).append(each)
        return rows

    def _beside(self, rows: dict[int, list[Cell]], top: frozenset[int]) -> dict[int, list[str]]:
        """The words of each row: those before its first value, else the first after it."""
        spoken: dict[int, list[Cell]] = {}
        for each in self.cells:
            if each.row not in top and each.text:
                for row in range(each.row, each.row + each.height):
                    spoken.setdefault(row, []).append(each)
        found: dict[int, list[str]] = {}
        for row, cells in spoken.items():
            cells.sort(key=lambda each: each.column)
            before = list(takewhile(lambda each: not is_value(each.text), cells))
            words = before or [each for each in cells if not is_value(each.text)][:1]
            found[row] = [each.text for each in words]
        return found

    def _head_rows(self, rows: dict[int, list[Cell]]) -> frozenset[int]:
        """Rows marked as headings, else the first ones up to a row with a value."""
        order = sorted(rows)
        marked = [row for row in order if all(each.head for each in rows[row] if each.text)]
        top: list[int] = []
        for row in order[:_MOST_HEAD_ROWS]:
            said = [each for each in rows[row] if each.text]
            # After the first row, one cell alone names a group of rows.
            is_group = bool(top) and len(said) == 1 and len(rows[row]) > 1
            if row not in marked and (
                marked or is_group or any(is_value(each.text) for each in said)
            ):
                break
            top.append(row)
        # A table that is all words has no row to tell from another; its first one is the head.
        return frozenset(top if len(top) < len(order) else order[:1])


def caption_of(line: str) -> str:
    """The line above a table, where it reads as its caption."""
    return line if len(line) <= _LONGEST_CAPTION and not line.endswith((".", ";", "!", "?")) else ""


def is_value(text: str) -> bool:
    """Whether a cell begins with a number that is no year: `5.3`, `(12)`, `−4,6 %`."""
    return bool(_VALUE.match(text)) and not _YEAR.search(text[:40])


def add_table(gather: Gatherer, table: Table, *, place: str) -> None:
    """Append a table, cell by cell; `place` says which table it is."""
    heads = table.heads()
    if table.caption != gather.last_line:
        gather.add(table.caption, PassageKind.NOTE, place=place)
    for each in table.cells:
        gather.add(
            each.text,
            PassageKind.CELL,
            place=f"{place}, row {each.row}, column {each.column}",
            heads=heads.get((each.row, each.column), ()),
        )


def spread(rows: Sequence[Sequence[tuple[str, int, int, bool]]], caption: str = "") -> Table:
    """A table from rows of (text, width, height, is a heading), where spans push cells aside."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for row, written in enumerate(rows, start=1):
        column = 1
        for text, width, height, head in written:
            while (row, column) in taken:
                column += 1
            if column > _MOST_COLUMNS:
                break
            height = min(height, len(rows) - row + 1)
            width = min(width, _MOST_COLUMNS)
            cells.append(Cell(one_line(text), row, column, width, height, head))
            taken.update(
                (row + down, column + right) for down in range(height) for right in range(width)
            )
            column += width
    return Table(tuple(cells), one_line(caption))
