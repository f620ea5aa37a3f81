"""On which sheets and in which rows does each described table stand?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from esep.catalog.source_descriptions import label_key
from esep.model.issue import Issue, Severity
from esep.model.observation import Place
from esep.model.source_description import TableDescription
from esep.sources.described.labels import matches
from esep.sources.readers.grid import Grid, shown_cell


@dataclass(frozen=True, slots=True)
class Frame:
    """A table's place: `top` is the sheet's row that the description counts as row 1."""

    table: TableDescription
    grid: Grid
    top: int
    bottom: int

    def row(self, number: int) -> int:
        """A row of the description as a row of the sheet."""
        return self.top + number - 1


def frames(
    tables: Sequence[TableDescription], sheets: Sequence[Grid], *, file: str
) -> tuple[list[Frame], list[Issue]]:
    """Every table on each of its sheets; one that is not there refuses the file."""
    found: list[Frame] = []
    issues: list[Issue] = []
    filled = [sheet for sheet in sheets if sheet.height]
    begun: dict[str, int] = {}
    for table in tables:
        mine = _sheets_of(table, filled)
        if not mine:
            issues.append(_no_sheet(table, sheets, file))
        for sheet in mine:
            top = _find(sheet, table.begin, after=begun.get(sheet.name, 0)) if table.begin else 1
            if not top:
                issues.append(_no_begin(table, sheet, file))
                continue
            begun[sheet.name] = top if table.begin else begun.get(sheet.name, 0)
            found.append(Frame(table, sheet, top, sheet.height))
    return [_ended(frame, found) for frame in found], issues


def _sheets_of(table: TableDescription, sheets: Sequence[Grid]) -> list[Grid]:
    if not table.sheets:
        return list(sheets) if len(sheets) == 1 else []
    wanted = [" ".join(name.split()).casefold() for name in table.sheets]
    return [
        sheet
        for sheet in sheets
        if any(fnmatchcase(" ".join(sheet.name.split()).casefold(), name) for name in wanted)
    ]


def _find(sheet: Grid, text: str, *, after: int) -> int:
    for row in range(after + 1, sheet.height + 1):
        cells = sheet.rows[row - 1]
        if any(isinstance(cell, str) and matches(cell, text) for cell in cells):
            return row
    return 0


def _ended(frame: Frame, all_frames: Sequence[Frame]) -> Frame:
    table, grid = frame.table, frame.grid
    bottom = frame.row(table.last_row) if table.last_row else grid.height
    if table.end and (end := _find(grid, table.end, after=frame.top)):
        bottom = min(bottom, end - 1)
    if table.begin and not table.last_row:
        following = [
            each.top
            for each in all_frames
            if each.grid is grid and each.table.begin and each.top > frame.top
        ]
        bottom = min([bottom, *(top - 1 for top in following)])
    return Frame(table, grid, frame.top, min(bottom, grid.height))


def _no_sheet(table: TableDescription, sheets: Sequence[Grid], file: str) -> Issue:
    names = ", ".join(f"'{sheet.name}'" for sheet in sheets[:20])
    wanted = " or ".join(f"'{name}'" for name in table.sheets)
    return Issue(
        "no_sheet",
        Severity.REFUSED,
        Place(file),
        found=f"the sheets {names}",
        expected=f"a sheet {wanted}" if wanted else "one sheet, since the description names none",
        hint=f"correct 'sheet' of the table in line {table.line} of the description",
    )


def _no_begin(table: TableDescription, sheet: Grid, file: str) -> Issue:
    texts = {
        label_key(shown_cell(cell)): shown_cell(cell)
        for row in sheet.rows
        for cell in row[:3]
        if isinstance(cell, str) and len(cell) > 3
    }
    from esep.catalog.nearest import nearest

    close = nearest(table.begin, list(texts.values())[:2000])
    return Issue(
        "no_begin",
        Severity.REFUSED,
        Place(file, sheet.name),
        found="no cell with that text",
        expected=f"'{table.begin}', where a table begins",
        hint=f"nearest: '{close[0][:80]}'" if close else "correct 'begin' in the description",
    )
