"""Read a workbook's cells; as a program, do so in little memory and print them as JSON.

It imports nothing of esep, so that it starts fast when run by itself.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from typing import Any

MEMORY_BYTES = 2 * 2**30


def cells_of(content: bytes, max_cells: int) -> list[dict[str, Any]]:
    """Name, visibility, rows and merged cells of every sheet that is a table."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(BytesIO(content))
    sheets = []
    cells = 0
    for about in book.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(about.name)
        cells += sheet.total_height * sheet.total_width
        if cells > max_cells:
            raise ValueError(f"more than {max_cells:,} cells")
        merges = [
            (top + 1, left + 1, bottom + 1, right + 1)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        ]
        sheets.append(
            {
                "name": about.name,
                "hidden": about.visible != SheetVisibleEnum.Visible,
                # Leading empty rows and columns are kept, or every address would shift.
                "rows": sheet.to_python(skip_empty_area=False),
                "merges": merges,
            }
        )
    return sheets


def main() -> int:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    except (ImportError, ValueError, OSError):
        pass  # a machine without such limits still has the limit of cells
    sheets = cells_of(sys.stdin.buffer.read(), int(sys.argv[1]))
    sys.stdout.write(json.dumps(sheets, default=str))
    return 0


if __name__ == "__main__":
    try:
        status = main()
    except BaseException as error:  # a panic of the reader is no Exception
        sys.stderr.write(f"{type(error).__name__}: {error}"[:300].replace("\n", " "))
        status = 1
    sys.exit(status)
