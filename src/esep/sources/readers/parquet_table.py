"""Which rows and columns does a Parquet file have?"""

from __future__ import annotations

import csv
import io
from io import BytesIO
from typing import Any

from esep.model.observation import Place
from esep.sources.readers.grid import Cell, Grid, shown_cell
from esep.sources.refusal import FileRefused, refused

SIGNATURE = b"PAR1"
MAX_CELLS = 20_000_000
MAX_BYTES = 2**30
TIDY_NAMES = frozenset({"indicator", "region", "period", "value", "unit"})
ADDED = frozenset({"release", "published", "number"})
"""What an export adds for readers of the table; a load is told it or makes it anew."""


def read_parquet_table(content: bytes, *, file: str) -> Grid:
    """The table, its column names as the first row."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        source = pq.ParquetFile(BytesIO(content))
        about = source.metadata
        unpacked = sum(about.row_group(n).total_byte_size for n in range(about.num_row_groups))
        if about.num_rows * about.num_columns > MAX_CELLS or unpacked > MAX_BYTES:
            size = f"{about.num_rows:,} rows of {about.num_columns:,} columns"
            raise _refused(file, "too_large", size, f"at most {MAX_CELLS:,} cells")
        table = source.read()
        columns: list[list[Any]] = [column.to_pylist() for column in table.columns]
    except (pa.ArrowException, OSError, ValueError, MemoryError) as error:
        reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise _refused(
            file, "damaged", f"a file that cannot be read ({reason})", "Parquet"
        ) from error
    rows: list[list[Cell]] = [list(table.column_names)]
    rows += [[_cell(value) for value in row] for row in zip(*columns, strict=True)]
    return Grid("", rows)


def is_tidy_parquet(content: bytes) -> bool:
    """Whether its columns go by our own names, so that it needs no description."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    if not content.startswith(SIGNATURE):
        return False
    try:
        names = set(pq.read_schema(BytesIO(content)).names)
    except (pa.ArrowException, OSError, ValueError, MemoryError):
        return False
    return names >= TIDY_NAMES


def tidy_text_of_parquet(content: bytes, *, file: str) -> bytes:
    """The same table as our CSV, so that one reader judges both; its rows count alike."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    rows = read_parquet_table(content, file=file).rows
    kept = [number for number, name in enumerate(rows[0]) if name not in ADDED]
    for row in rows:
        writer.writerow([shown_cell(row[number]) for number in kept])
    return text.getvalue().encode()


def _cell(value: Any) -> Cell:
    return value if value is None or isinstance(value, (str, float, int)) else _other(value)


def _other(value: Any) -> Cell:
    from datetime import date
    from decimal import Decimal

    return value if isinstance(value, (date, Decimal)) else str(value)


def _refused(file: str, code: str, found: str, expected: str) -> FileRefused:
    return refused(
        Place(file), code, found=found, expected=expected, hint="write it again, or split it"
    )
