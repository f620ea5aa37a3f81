"""Which column of another publisher's sheet holds which field, by its headings over the years?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from esep.catalog.nearest import nearest
from esep.errors import BadRequest
from esep.model.observation import Place
from esep.model.register_description import EditionLayout, FieldDescription, RegisterDescription
from esep.sources.readers.grid import Cell, Grid, letter_of, shown_cell
from esep.sources.surprise import shown


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with a row for each card, also where it lies on its side in the file."""

    grid: Grid
    file: str
    layout: EditionLayout

    def headings(self) -> dict[int, str]:
        """By column; what has no heading is no column."""
        across = self.grid.height if self.layout.sideways else self.grid.width
        texts = {n: _plain(shown_cell(self.cell(self.layout.heading, n))) for n in _upto(across)}
        return {number: text for number, text in texts.items() if text}

    def rows(self) -> Iterator[int]:
        down = self.grid.width if self.layout.sideways else self.grid.height
        return iter(range(self.layout.heading + 1, down + 1))

    def cell(self, row: int, column: int) -> Cell:
        if self.layout.sideways:
            return self.grid.cell(column, row)
        return self.grid.cell(row, column)

    def place(self, row: int, column: int = 0) -> Place:
        """Where a cell is in the file, or a whole card without a column."""
        if self.layout.sideways:
            line = self.grid.line(column) if column else 0
            return Place(self.file, self.grid.name, line, letter_of(row))
        letters = letter_of(column) if column else ""
        return Place(self.file, self.grid.name, self.grid.line(row), letters)

    def text(self, row: int, columns: Mapping[int, str]) -> str:
        """The whole card, bounded, so that an issue can show it."""
        cells = (shown_cell(self.cell(row, column)) for column in columns)
        return " | ".join(cells).rstrip(" |")[:4000]


def layout_of(described: RegisterDescription, file: str) -> EditionLayout:
    """How this file is written; BadRequest where no edition has such a name."""
    for layout in described.editions:
        if any(fnmatchcase(file.casefold(), each.casefold()) for each in layout.files):
            return layout
    patterns = ", ".join(each for layout in described.editions for each in layout.files)
    raise BadRequest(
        f"the description '{described.id}' has no edition for {file}",
        detail=f"its files: {patterns}",
        hint="add the name to 'editions', or take another description",
    )


def find_columns(sheet: Sheet, described: RegisterDescription) -> dict[str, tuple[int, ...]]:
    """The columns of each field. A heading nobody knows is refused: it may be a renamed one."""
    headings = sheet.headings()
    left = dict(headings)
    found: dict[str, tuple[int, ...]] = {}
    for name, each in described.fields.items():
        columns = [number for number, text in headings.items() if _matches(text, each.headings)]
        for number in columns:
            left.pop(number, None)
        columns = _chosen(name, each, columns, sheet.file)
        if columns:
            found[name] = tuple(columns)
        elif not each.optional:
            close = nearest(each.headings[-1].strip("*"), [*headings.values()], limit=1)
            raise BadRequest(
                f"{sheet.file} has no heading for '{name}'",
                detail="looked for: " + "; ".join(each.headings),
                hint=f"is it {shown(close[0])}? add that to its headings, or say 'optional: true'"
                if close
                else "add its heading to the description, or say 'optional: true'",
            )
    unknown = [text for text in left.values() if not _matches(text, described.ignore)]
    if unknown:
        raise BadRequest(
            f"{sheet.file} has headings that the description '{described.id}' does not know",
            detail="; ".join(shown(text) for text in unknown[:10]),
            hint="give each to a field, or name it under 'ignore'",
        )
    return found


def _chosen(name: str, each: FieldDescription, columns: list[int], file: str) -> list[int]:
    if each.number:
        return columns[each.number - 1 : each.number]
    if len(columns) > 1 and not each.first_filled:
        raise BadRequest(
            f"{file} has {len(columns)} columns for '{name}'",
            detail=", ".join(str(number) for number in columns),
            hint="say which with 'number', or 'first_filled: true' where only one is filled",
        )
    return columns


def _matches(text: str, patterns: tuple[str, ...]) -> bool:
    return any(_pattern(_plain(each)).fullmatch(text) for each in patterns)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(".*".join(re.escape(part) for part in text.split("*")))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _upto(number: int) -> range:
    return range(1, number + 1)
