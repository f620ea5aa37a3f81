"""Is a workbook one that we wrote ourselves, and what does its sheet of figures say?"""

from __future__ import annotations

import csv
import io
import zipfile
from decimal import Decimal, InvalidOperation

from esep.sources.readers.grid import Grid, shown_cell
from esep.sources.readers.parquet_table import ADDED, TIDY_NAMES
from esep.sources.readers.workbook import ZIP, read_workbook

SHEET = "figures"
PRINTED = "printed"
"""The text of each value, with every digit its source wrote."""
_MOST = 2**16
"""Bytes of the list of sheets; ours is far shorter."""


def is_tidy_workbook(content: bytes) -> bool:
    """Whether it has our sheet of figures; its columns are looked at when it is read."""
    if not content.startswith(ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as zipped, zipped.open("xl/workbook.xml") as part:
            listed = part.read(_MOST)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, ValueError):
        return False
    return f'name="{SHEET}"'.encode() in listed and b'name="metadata"' in listed


def tidy_text_of_workbook(content: bytes, *, file: str) -> bytes | None:
    """The sheet of figures as our CSV, its rows counted alike; None where it is another sheet."""
    sheet = next((each for each in read_workbook(content, file=file) if each.name == SHEET), None)
    if sheet is None or not {shown_cell(cell) for cell in sheet.rows[0]} >= TIDY_NAMES:
        return None
    return _text(sheet)


def _text(sheet: Grid) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    names = [shown_cell(cell) for cell in sheet.rows[0]]
    columns = {name: number for number, name in enumerate(names, 1)}
    kept = [name for name in names if name not in ADDED and name != PRINTED]
    for row in range(1, sheet.height + 1):
        told = {name: shown_cell(sheet.cell(row, columns[name])) for name in kept}
        if row > 1 and PRINTED in columns:
            told["value"] = _as_printed(
                told["value"], shown_cell(sheet.cell(row, columns[PRINTED]))
            )
        writer.writerow(told.values())
    return text.getvalue().encode()


def _as_printed(value: str, printed: str) -> str:
    """The number as it was written, unless somebody has changed it in the sheet since."""
    try:
        return printed if Decimal(printed) == Decimal(value) else value
    except InvalidOperation:
        return value
