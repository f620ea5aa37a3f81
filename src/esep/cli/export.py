"""Rows as files that are not text: a workbook with its metadata, or Parquet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

from esep.cli.console import csv_cell

Row = Mapping[str, object]


def write_xlsx(rows: Sequence[Row], out: Path, *, about: Mapping[str, str]) -> None:
    """A sheet of figures and a sheet that says what they are."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    figures = book.active
    assert figures is not None
    figures.title = "figures"
    names = list(rows[0]) if rows else []
    figures.append(names)
    for row in rows:
        figures.append([_cell(name, row[name]) for name in names])
    metadata = book.create_sheet("metadata")
    for name, text in about.items():
        metadata.append([csv_cell(name), csv_cell(text)])
    for sheet, widths in ((figures, [18, 12, 18, 18, 14]), (metadata, [32, 100])):
        for number, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = width
    for cell in figures[1]:
        cell.font = Font(bold=True)
    figures.freeze_panes = "A2"
    book.save(out)


def write_parquet(rows: Sequence[Row], out: Path) -> None:
    """One row a figure; values are exact decimal text beside a number."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pylist([{**row, "number": float(str(row["value"]))} for row in rows])
    pq.write_table(table, out, compression="zstd")


def _cell(name: str, value: object) -> object:
    if name == "value":
        try:
            return float(Decimal(str(value)))
        except InvalidOperation:
            return str(value)
    return csv_cell(value)
