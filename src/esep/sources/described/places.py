"""What is written in the places a description names: headings, labels, sections, names?"""

from __future__ import annotations

from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import NamedTuple

from esep.model.source_description import ColumnDescription, Reading, Where
from esep.sources.described.labels import cleaned, without_marks
from esep.sources.described.locate import Frame
from esep.sources.readers.grid import Cell, column_of, letter_of, shown_cell
from esep.sources.surprise import Surprise


class Written(NamedTuple):
    """A text, the cell it comes from (the row and column of the grid), and the cell's value."""

    text: str
    row: int
    column: int
    cell: Cell = None
    parts: tuple[str, ...] = ()
    """The texts it was put together from, each with its own footnote marks."""


@dataclass(slots=True)
class Places:
    """Reads the texts of one table. Sections are told to it as rows go by."""

    frame: Frame
    file: str
    sections: dict[str, tuple[str, int]] = field(default_factory=dict)
    """By column letter: the text that heads the rows now, and its row."""
    _headings: dict[tuple[int, int, bool], Written] = field(default_factory=dict)
    _names: dict[str, int] = field(default_factory=dict)
    _plain: dict[str, str] = field(default_factory=dict)
    _constants: dict[int, Written] = field(default_factory=dict)

    def __post_init__(self) -> None:
        header = self.frame.table.header
        if header:
            cells = self.frame.grid.rows[self.frame.row(header) - 1 : self.frame.row(header)]
            for number, cell in enumerate(cells[0] if cells else (), 1):
                name = cleaned(shown_cell(cell)).casefold()
                if name:
                    self._names.setdefault(name, number)

    def column(self, name: str) -> int:
        """The number of a column by letter, or by name where the table has a header; 0 for none."""
        if self.frame.table.header:
            return self._names.get(cleaned(name).casefold(), 0)
        return column_of(name)

    def columns(self, described: ColumnDescription) -> list[int]:
        """The columns a description means by a letter, a span of letters or a name."""
        number = self.column(described.columns)
        if number:
            return [number]
        first, mark, last = described.columns.partition(":")
        start, end = self.column(first.strip()), self.column(last.strip())
        if not mark or not start or end < start:
            return []
        # What is empty from here on is not looked at: a span may be given with room to spare.
        return list(range(start, min(end, self.frame.grid.width) + 1))

    def name(self, column: int) -> str:
        """How a place names a column: by its header where there is one, else by letter."""
        header = self.frame.table.header
        if header:
            named = shown_cell(self.frame.grid.cell(self.frame.row(header), column))
            return " ".join(named.split()) or letter_of(column)
        return letter_of(column)

    def written(self, reading: Reading, row: int, column: int) -> Written | Surprise:
        """The text that says a property of the figure in a cell."""
        where = reading.where
        if where.text is not None:
            return Written(where.text, 0, 0)
        parts: list[Written] = []
        if where.sheet or where.file or where.cell:
            parts.append(self._of_table(where))
        if where.section:
            text, at = self.sections.get(where.section, ("", row))
            parts.append(Written(text, at, column_of(where.section)))
        for number in where.rows:
            parts.append(self.heading(self.frame.row(number), column, fill=where.fill))
        for name in where.columns:
            found = self.column(name)
            if found:
                parts.append(self.label(row, found, fill=where.fill))
            elif where.optional:
                parts.append(Written("", row, 0))
            else:
                return Surprise(
                    "no_column", "", "no such column", f"the column '{name}'", "correct 'column'"
                )
        if len(parts) == 1:
            return parts[0]
        texts = tuple(part.text for part in parts if part.text)
        blamed = next((part for part in reversed(parts) if part.text), parts[-1])
        # Between two texts a mark would be part of neither: 2024² and I quarter.
        joined = " ".join(map(self._without_marks, texts))
        return Written(joined, blamed.row, blamed.column, parts=texts)

    def _without_marks(self, text: str) -> str:
        plain = self._plain.get(text)
        if plain is None:
            plain = self._plain[text] = without_marks(text, self.frame.table.footnotes)[0]
        return plain

    def heading(self, row: int, column: int, *, fill: bool = False) -> Written:
        key = (row, column, fill)
        if key not in self._headings:
            grid = self.frame.grid
            at = column
            while fill and at > 1 and not shown_cell(grid.heading(row, at)).strip():
                at -= 1
            cell = grid.heading(row, at)
            self._headings[key] = Written(shown_cell(cell).strip(), *grid.origin(row, at), cell)
        return self._headings[key]

    def label(self, row: int, column: int, *, fill: bool = False) -> Written:
        grid = self.frame.grid
        at = row
        first = self.frame.row(self.frame.table.first_row or 1)
        while fill and at > first and not shown_cell(grid.heading(at, column)).strip():
            at -= 1
        cell = grid.heading(at, column)
        return Written(shown_cell(cell).strip(), *grid.origin(at, column), cell)

    def _of_table(self, where: Where) -> Written:
        known = self._constants.get(id(where))
        if known is None:
            known = self._constants[id(where)] = self._read_of_table(where)
        return known

    def _read_of_table(self, where: Where) -> Written:
        grid = self.frame.grid
        if where.cell:
            letters = where.cell.rstrip("0123456789")
            row = self.frame.row(int(where.cell[len(letters) :]))
            return self.heading(row, column_of(letters))
        if where.sheet:
            return Written(" ".join(grid.name.split()), 0, 0)
        before, _, after = where.file.partition("*")
        name = self.file.rpartition("/")[2]
        if not fnmatchcase(name.casefold(), where.file.casefold()):
            return Written("", 0, 0)
        after = after.replace("*", "")
        return Written(name[len(before) : len(name) - len(after)], 0, 0)
