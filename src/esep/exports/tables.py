"""How are figures written as a table with what is known of it: CSV, XLSX, Parquet?"""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from esep.exports.cells import harmless, harmless_table
from esep.exports.csv_text import csv_chunks
from esep.exports.figures import Figures
from esep.model.tidy import TIDY_COLUMNS

MAX_SHEET_ROWS = 1_048_575
PRINTED = "printed"


def write_csv(figures: Figures, out: Path) -> Path:
    """The observations CSV, which can be loaded again, and its description beside it (CSVW)."""
    with out.open("wb") as file:
        file.writelines(csv_chunks(harmless_table(figures.table.select(list(TIDY_COLUMNS)))))
    described = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": out.name,
        "dialect": {"encoding": "utf-8", "header": True},
        "rdfs:comment": figures.about(),
        "tableSchema": {
            "columns": [{"name": name, "datatype": _kind(name)} for name in TIDY_COLUMNS]
        },
    }
    beside = out.with_name(out.name + "-metadata.json")
    beside.write_text(json.dumps(described, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return beside


def _kind(name: str) -> str:
    return "decimal" if name == "value" else "string"


def write_xlsx(figures: Figures, out: Path) -> None:
    """A sheet of figures and a sheet that says what they are."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    from esep.errors import BadRequest

    table = figures.table
    if table.num_rows > MAX_SHEET_ROWS:
        raise BadRequest(
            f"{table.num_rows:,} figures are more than a sheet can hold",
            hint="choose some indicators, or the format parquet, csv or datapackage",
        )
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "figures"
    names = list(table.column_names)
    at = names.index("value")
    # A number forgets how it was written: 5.30 comes back as 5.3. The text beside it does not.
    sheet.append([*names, PRINTED])
    for row in zip(*(column.to_pylist() for column in table.itercolumns()), strict=True):
        cells = [_cell(name, text) for name, text in zip(names, row, strict=True)]
        sheet.append([*cells, _clean(row[at])])
    metadata = book.create_sheet("metadata")
    for name, text in figures.about().items():
        metadata.append([_clean(name), _clean(text)])
    for each, widths in ((sheet, [18, 16, 18, 18, 14]), (metadata, [32, 100])):
        for number, width in enumerate(widths, start=1):
            each.column_dimensions[get_column_letter(number)].width = width
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    book.save(out)


def write_parquet(figures: Figures, out: Path) -> None:
    """One row a figure: exact decimal text beside a number; the metadata is in the file."""
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    table = figures.table
    value = table["value"]
    number = pc.if_else(pc.equal(value, ""), None, value).cast(pa.float64())
    table = table.append_column("number", number)
    about = json.dumps(figures.about(), ensure_ascii=False)
    table = table.replace_schema_metadata({"esep": about})
    pq.write_table(table, out, compression="zstd")


def _cell(name: str, text: str) -> Any:
    if name == "value":
        try:
            number = Decimal(text)
        except InvalidOperation:
            return text
        # A workbook keeps fifteen digits; a longer number stays whole as a text.
        return float(number) if len(number.normalize().as_tuple().digits) <= 15 else text
    return _clean(text)


def _clean(text: str) -> str:
    """A cell of a workbook cannot hold control characters at all."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    return harmless(ILLEGAL_CHARACTERS_RE.sub("\ufffd", text))[:32_000]
