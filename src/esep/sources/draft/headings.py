"""What does each column of an unknown table hold, by headings that are several deep?"""

from __future__ import annotations

from dataclasses import dataclass

from esep.sources.described.labels import cleaned
from esep.sources.draft.guess import guess_section
from esep.sources.draft.look import SeenTable
from esep.sources.draft.notes import OF_WHICH
from esep.sources.readers.grid import Grid, shown_cell


@dataclass(frozen=True, slots=True)
class SeenColumn:
    number: int
    heading: str
    """The text nearest to its figures."""
    breakdown: dict[str, str]


def columns_by_headings(grid: Grid, table: SeenTable) -> list[SeenColumn]:
    """The columns with their dimensions; none where a heading says something else, too."""
    columns: list[SeenColumn] = []
    by_number: dict[int, dict[str, str]] = {}
    for number in range(table.label_column + 1, grid.width + 1):
        breakdown: dict[str, str] = {}
        heading = ""
        for row in table.heading_rows:
            text = " ".join(cleaned(shown_cell(grid.heading(row, number))).split())
            if not text:
                continue
            if OF_WHICH.search(text):
                # "of which" stands right of what it is a part of.
                left = grid.origin(row, number)[1] - 1
                breakdown |= by_number.get(left, {})
                continue
            dimension, code = guess_section(text)
            if not dimension and code != "total":
                return []
            heading = text
            if dimension:
                breakdown[dimension] = code
        if not heading:
            continue
        by_number[number] = breakdown
        columns.append(SeenColumn(number, heading, breakdown))
    distinct = {tuple(sorted(each.breakdown.items())) for each in columns}
    return columns if len(distinct) == len(columns) > 1 else []
