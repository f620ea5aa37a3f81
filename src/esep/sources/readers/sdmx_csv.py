"""What does an SDMX-CSV file (1.0, 2.0, 2.1) hold, column by column?"""

from __future__ import annotations

import csv
import re
from typing import Any

from esep.model.observation import Place
from esep.sources.readers.columns import ReadColumns, cells_of_line, encoded, first_line
from esep.sources.readers.plain_csv import read_csv_columns
from esep.sources.readers.tidy_csv import Layout
from esep.sources.refusal import refused

_SEPARATORS = ",;\t"
_ABOUT = ("DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION")


def separator_of(text: str) -> str:
    """The separator of a file that is SDMX-CSV by its first cells; else nothing."""
    line = first_line(text)[:10_000]
    for separator in _SEPARATORS:
        try:
            cells = cells_of_line(line, separator)
        except csv.Error:  # quotation marks that do not pair up are another reader's to explain
            continue
        names = [_name(cell) for cell in cells[:2]]
        if len(cells) > 2 and (names[0] == "DATAFLOW" or names == ["STRUCTURE", "STRUCTURE_ID"]):
            return separator
    return ""


def read_sdmx_csv(content: bytes, *, file: str, separator: str = ",") -> ReadColumns:
    layout = Layout(name="an SDMX-CSV file", required=(), open=True, separator=separator)
    read = read_csv_columns(content, layout, file=file)
    header = read.cells.column_names
    named = {_name(label): label for label in header}
    structures = _texts(read, named.get("DATAFLOW") or named["STRUCTURE_ID"])
    if len(structures) > 1:
        raise refused(
            Place(file, row=2, column="STRUCTURE_ID"),
            "several_structures",
            found=f"data of {len(structures)} structures: {', '.join(sorted(structures)[:3])}",
            expected="one structure a file",
            hint="split the file by structure",
        )
    actions = _texts(read, named["ACTION"]) if "ACTION" in named else set()
    if "D" in actions:
        raise refused(
            Place(file, column="ACTION"),
            "deletion",
            found="rows that delete others (ACTION D)",
            expected="rows of figures",
            hint="a release is never edited: load a file without these rows",
        )
    kept = {name: label for name, label in named.items() if name not in _ABOUT}
    import pyarrow as pa

    cells = pa.table(
        {
            name: _without_label(read.cells[label]) if ":" in label else read.cells[label]
            for name, label in kept.items()
        }
    )
    structure = next(iter(structures), "")
    return ReadColumns(file, cells, read.rows, read.issues, _plain_structure(structure))


def _name(label: str) -> str:
    """`FREQ` of `FREQ: Frequency`, and `STRUCTURE` of `STRUCTURE[;]`."""
    return re.sub(r"\[.?\]$", "", label.partition(":")[0].strip())


def _plain_structure(text: str) -> str:
    """`AGENCY:ID(VERSION)` without the name after it."""
    match = re.match(r"[^\s:]+:[^\s:()]+\([^)]*\)", text)
    return match[0] if match else text


def _texts(read: ReadColumns, label: str) -> set[str]:
    return set(encoded(read.cells[label]).dictionary.to_pylist()) - {""}


def _without_label(column: Any) -> Any:
    """`A` of `A: Annual`."""
    import pyarrow as pa

    coded = encoded(column)
    codes = [text.partition(":")[0].strip() for text in coded.dictionary.to_pylist()]
    return pa.array(codes, pa.string()).take(coded.indices)
