"""How are figures written as SDMX-CSV 2.0?"""

from __future__ import annotations

from pathlib import Path

from esep.exports.csv_text import csv_chunks
from esep.exports.figures import Figures
from esep.exports.sdmx_columns import sdmx_columns
from esep.model.sdmx import AGENCY, STRUCTURE_ID, STRUCTURE_VERSION

FLOW = f"{AGENCY}:{STRUCTURE_ID}({STRUCTURE_VERSION})"


def write_sdmx_csv(figures: Figures, out: Path) -> None:
    import pyarrow as pa

    table = sdmx_columns(figures)
    count = table.num_rows
    about = {"STRUCTURE": "dataflow", "STRUCTURE_ID": FLOW, "ACTION": "I"}
    columns = {name: pa.repeat(text, count) for name, text in about.items()}
    table = pa.table({**columns, **{name: table[name] for name in table.column_names}})
    with out.open("wb") as file:
        file.writelines(csv_chunks(table))
