"""Which rows a CSV file of the pack holds and on which line each stands."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from esep.catalog.located import Item, Located, Path
from esep.catalog.problem import Problems


def read_rows(text: str, file: str, columns: Sequence[str], problems: Problems) -> list[Item]:
    """Return the rows whose cells fit the header; every other row is noted as a problem."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: dict[Path, int] = {}
    rows: list[dict[str, str]] = []
    line = 1
    try:
        for cells in reader:
            if line == 1:
                if not _header_fits(cells, file, columns, problems):
                    return []
                columns = cells
            elif not cells:
                pass  # an empty line at the end is how editors save
            elif len(cells) != len(columns):
                problems.add(
                    file,
                    line,
                    found=f"{len(cells)} cells",
                    expected=f"{len(columns)}, as the header has; put text with commas in quotes",
                )
            else:
                path = (len(rows),)
                lines[path] = line
                rows.append({name: cell.strip() for name, cell in zip(columns, cells, strict=True)})
            line = reader.line_num + 1
    except csv.Error as error:
        problems.add(file, line, found=f"a row that is not CSV: {error}", expected="RFC 4180 CSV")
    if line == 1:
        problems.add(file, 1, found="an empty file", expected=f"the header {','.join(columns)}")
    located = Located(file, rows, lines)
    return [Item(located, (index,), row) for index, row in enumerate(rows)]


def _header_fits(
    cells: Sequence[str], file: str, columns: Sequence[str], problems: Problems
) -> bool:
    before = len(problems)
    for name in dict.fromkeys(cells):
        if name not in columns:
            missing = [column for column in columns if column not in cells]
            problems.add(
                file,
                1,
                found=f"an unknown column '{name}'",
                expected=f"the header {','.join(columns)}",
                options=missing or columns,
            )
        elif cells.count(name) > 1:
            problems.add(
                file, 1, found=f"the column '{name}' {cells.count(name)} times", expected="it once"
            )
    for name in columns:
        if name not in cells:
            problems.add(
                file,
                1,
                found=f"no column '{name}'",
                expected=f"the header {','.join(columns)}",
            )
    return len(problems) == before
