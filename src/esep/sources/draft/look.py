"""Where on an unknown sheet do tables stand: their headings, labels, titles and notes?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from esep.catalog import Catalog
from esep.catalog.fold import fold
from esep.catalog.source_descriptions import SIGNS
from esep.model.period import Period
from esep.model.source_description import WrittenAs
from esep.sources.described.labels import SUPERSCRIPTS, cleaned, spellings, without_marks
from esep.sources.described.written_period import read_written_period
from esep.sources.readers.grid import Cell, Grid, shown_cell

_FIRST_COLUMNS = 6
_FIGURELESS = frozenset(sign for sign in SIGNS if sign)
_NOTE = re.compile(r"\s*(\*{1,3}|[0-9]{1,2}\))\s*-?\s*(\S.*)", re.DOTALL)


@dataclass(slots=True)
class SeenTable:
    """A table as it seems to be. Rows and columns count from 1."""

    heading_rows: list[int]
    label_column: int
    first_row: int
    last_row: int
    title: str = ""
    title_row: int = 0
    around: list[str] = field(default_factory=list)
    """Texts above the headings, where units and days are written."""
    periods: bool = True
    """Whether the headings are periods; else they say something else."""
    months: bool = False
    """Whether the headings are parts of years, and the labels are the years."""
    across: bool = False
    """Whether the headings are regions, and the labels are the periods."""
    base: int = 1
    """The row of the sheet that is row 1 of the table's description."""
    fill: bool = False
    sections: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    """Footnote marks with their texts."""
    marks: set[str] = field(default_factory=set)
    signs: Counter[str] = field(default_factory=Counter)
    labels: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)


def periods_of(table: SeenTable) -> list[Period]:
    """The periods its headings name, or its labels where the regions stand side by side."""
    texts = table.labels if table.across else table.headings
    plain = [without_marks(cleaned(text), ("1", "2", "3"))[0] for text in texts]
    read = (
        read_written_period(text) or read_written_period(text, WrittenAs.SCHOOL_YEAR)
        for text in plain
    )
    return [period for period in read if period is not None]


def known_region(text: str, catalog: Catalog) -> str:
    """The one region of the pack a label names, or nothing."""
    regions = catalog.regions
    for name in spellings(text, ("1", "2", "3")):
        if name in regions.by_code:
            return name
        codes = regions.spellings.get(fold(name), ()) if name else ()
        if len(codes) == 1:
            return codes[0]
    return ""


def look_at(grid: Grid, catalog: Catalog) -> list[SeenTable]:
    """The tables of a sheet, from above; none where it has no labels beside figures."""
    label_column = _label_column(grid, catalog)
    groups = _period_rows(grid, label_column)
    tables = []
    for number, rows in enumerate(groups):
        below = groups[number + 1][0] - 1 if number + 1 < len(groups) else grid.height
        tables.append(_table(grid, rows, label_column, below, periods=True))
    if not tables and (row := _text_heading(grid, label_column)):
        rows = _heading_rows(grid, row, label_column)
        tables.append(_table(grid, rows, label_column, grid.height, periods=False))
    for table in tables:
        table.across = not table.periods and not table.months and _are_regions(table, catalog)
        _mark_glued(table, catalog)
    return [table for table in tables if table.labels]


def _are_regions(table: SeenTable, catalog: Catalog) -> bool:
    headings = [text for text in table.headings if text]
    known = sum(bool(known_region(text, catalog)) for text in headings)
    periods = sum(map(_is_period, table.labels))
    return known > 1 and known * 3 >= len(headings) * 2 and periods * 3 >= len(table.labels) * 2


def _mark_glued(table: SeenTable, catalog: Catalog) -> None:
    """Digits that are marks: raised ones, and those without which a label is a region."""
    for text in (*table.labels, *table.headings):
        table.marks |= glued_marks(text, catalog)


def glued_marks(text: str, catalog: Catalog) -> set[str]:
    if raised := re.search(r"[¹²³⁴-⁹]$", text.strip()):
        return {raised[0].translate(SUPERSCRIPTS)}
    digit = re.search(r"[^\W\d]\s?([1-3])$", text.strip())
    return {digit[1]} if digit and known_region(text, catalog) else set()


def is_number(cell: Cell) -> bool:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return True
    text = re.sub(r"[\s\u00a0]", "", without_marks(shown_cell(cell))[0])
    return bool(re.fullmatch(r"[+-]?[0-9]+([.,][0-9]+)?", text))


def _label_column(grid: Grid, catalog: Catalog) -> int:
    regions: Counter[int] = Counter()
    texts: Counter[int] = Counter()
    for row in range(1, min(grid.height, 400) + 1):
        for column in range(1, min(grid.width, _FIRST_COLUMNS) + 1):
            cell = grid.cell(row, column)
            if isinstance(cell, str) and cell.strip() and not is_number(cell):
                texts[column] += 1
                regions[column] += bool(known_region(cell, catalog))
    if regions and regions.most_common(1)[0][1] >= 2:
        return regions.most_common(1)[0][0]
    return texts.most_common(1)[0][0] if texts else 1


def _period_rows(grid: Grid, label_column: int) -> list[list[int]]:
    """Rows whose cells are periods; a row of years with quarters below it is one heading."""
    groups: list[list[int]] = []
    for row in range(1, grid.height + 1):
        cells = [grid.cell(row, c) for c in range(label_column + 1, grid.width + 1)]
        texts = [shown_cell(cell).strip() for cell in cells if cell not in (None, "")]
        if len(texts) < 2:
            if groups and len(texts) == 1 and groups[-1][-1] == row - 1:
                continue
            if not texts or not _is_period(texts[0]) or grid.cell(row, label_column):
                continue
        whole = sum(map(_is_period, texts))
        parts = sum(_is_part(text) for text in texts)
        if groups and groups[-1][-1] == row - 1 and parts * 2 > len(texts):
            groups[-1].append(row)
        elif whole * 3 >= len(texts) * 2 and _parts_above(grid, row, label_column):
            groups.append([row - 1, row])
        elif whole * 3 >= len(texts) * 2 and _years_differ(texts):
            groups.append([row])
    return groups


def _is_period(text: str) -> bool:
    plain = without_marks(cleaned(text), ("1", "2", "3"))[0]
    return bool(
        read_written_period(plain) or read_written_period(plain, WrittenAs.SCHOOL_YEAR)
    ) and bool(re.search(r"(19|20)[0-9]{2}", plain))


def _is_part(text: str) -> bool:
    """A quarter or a month without its year."""
    return not _is_period(text) and read_written_period(f"2001 {cleaned(text)}") is not None


def _parts_above(grid: Grid, row: int, label_column: int) -> bool:
    """Whether the years stand below quarters or months, and so come again and again."""
    texts = [shown_cell(grid.cell(row - 1, c)) for c in range(label_column + 1, grid.width + 1)]
    named = [text for text in texts if text.strip()]
    return bool(named) and all(map(_is_part, named))


def _years_differ(texts: list[str]) -> bool:
    # A row of figures that happen to look like years is not ordered.
    years = [int(m[0]) for text in texts if (m := re.search(r"(19|20)[0-9]{2}", text))]
    ordered = sum(a <= b for a, b in pairwise(years))
    return bool(years) and ordered >= len(years) - 2 and max(years) - min(years) < 200


def _text_heading(grid: Grid, label_column: int) -> int:
    for row in range(1, min(grid.height, 30)):
        cells = [grid.cell(row, c) for c in range(label_column + 1, grid.width + 1)]
        below = _next_filled(grid, row, label_column)
        words = sum(isinstance(c, str) and bool(c.strip()) and not is_number(c) for c in cells)
        if words >= 1 and sum(map(is_number, below)) >= max(1, words // 2):
            return row
    return 0


def _next_filled(grid: Grid, row: int, label_column: int) -> list[Cell]:
    """The first row below that has more than a label; a section may stand between."""
    for below in range(row + 1, min(row + 3, grid.height) + 1):
        cells = [grid.cell(below, c) for c in range(label_column + 1, grid.width + 1)]
        if any(cell not in (None, "") for cell in cells):
            return cells
    return []


def _heading_rows(grid: Grid, last: int, label_column: int) -> list[int]:
    """The rows of a heading that is several deep: above it nothing stands over the labels."""
    rows = [last]
    while rows[0] > 1 and len(rows) < 4:
        row = rows[0] - 1
        cells = [grid.cell(row, c) for c in range(label_column + 1, grid.width + 1)]
        texts = [cell for cell in cells if isinstance(cell, str) and cell.strip()]
        # A title spans the whole table, or stands over the labels.
        title = grid.origin(row, label_column + 1) == grid.origin(row, label_column)
        wide = [c for c in range(label_column + 1, grid.width + 1) if grid.heading(row, c)]
        if len(wide) < 2:  # a lone text over one column: a unit
            break
        if not texts or title or grid.cell(row, label_column) not in (None, ""):
            break
        rows.insert(0, row)
    return rows


def _table(
    grid: Grid, rows: list[int], label_column: int, below: int, *, periods: bool
) -> SeenTable:
    first = rows[-1] + 1
    table = SeenTable(rows, label_column, first, below, periods=periods)
    _read_above(grid, table)
    waiting: list[tuple[int, str]] = []
    last = first - 1
    for row in range(first, below + 1):
        label = shown_cell(grid.cell(row, label_column)).strip()
        cells = [grid.cell(row, c) for c in range(label_column + 1, grid.width + 1)]
        if any(
            is_number(cell) or shown_cell(cell).casefold().strip() in _FIGURELESS for cell in cells
        ):
            table.sections += [text for _, text in waiting]
            waiting = []
            last = row
            if label:
                table.labels.append(label)
            _read_figures(cells, table)
        elif label and not _NOTE.fullmatch(label):
            waiting.append((row, label))
        if match := _NOTE.fullmatch(label):
            table.notes.setdefault(match[1], " ".join(match[2].split()))
    table.last_row = last
    for column in range(label_column + 1, grid.width + 1):
        texts = [shown_cell(grid.heading(row, column)).strip() for row in rows]
        table.headings.append(" ".join(text for text in dict.fromkeys(texts) if text))
    top = rows[0]
    empty = [
        column
        for column in range(label_column + 1, grid.width + 1)
        if not shown_cell(grid.heading(top, column)).strip()
    ]
    table.fill = len(rows) > 1 and bool(empty)
    table.months = not periods and _are_months(table)
    for text in (*table.labels, *table.headings, *_texts(grid, rows, label_column)):
        table.marks.update(without_marks(text)[1])
    return table


def _are_months(table: SeenTable) -> bool:
    headings = [text for text in table.headings if text]
    years = sum(_is_period(label) for label in table.labels)
    return (
        len(headings) > 1
        and sum(map(_is_part, headings)) * 3 >= len(headings) * 2
        and years * 3 >= len(table.labels) * 2
    )


def _texts(grid: Grid, rows: list[int], label_column: int) -> list[str]:
    return [
        shown_cell(grid.cell(row, column))
        for row in rows
        for column in range(label_column + 1, grid.width + 1)
    ]


def _read_figures(cells: list[Cell], table: SeenTable) -> None:
    for cell in cells:
        if not isinstance(cell, str) or not cell.strip():
            continue
        plain, marks = without_marks(cell)
        if is_number(plain):
            table.marks.update(marks)
        else:
            table.signs[cell.strip()] += 1


def _read_above(grid: Grid, table: SeenTable) -> None:
    """The title above the headings, and the other texts there."""
    top = table.heading_rows[0]
    for row in range(top - 1, max(0, top - 8), -1):
        texts = [shown_cell(cell).strip() for cell in grid.rows[row - 1] if cell]
        texts = [text for text in dict.fromkeys(texts) if text and not is_number(text)]
        if not texts:
            continue
        if _NOTE.fullmatch(texts[0]) or len(texts) > 4:
            break
        table.around += texts
        # A title begins with a capital; "в среднем на душу, тенге" says more about it.
        titles = [text for text in texts if len(text) > 8 and text[0].isupper()]
        if titles and not table.title:
            table.title, table.title_row = max(titles, key=len), row
