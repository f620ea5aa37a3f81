"""Which rows and columns does a Parquet file have?"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from esep.model.observation import Place
from esep.sources.readers.grid import Cell, Grid
from esep.sources.refusal import FileRefused, refused

SIGNATURE = b"PAR1"
MAX_CELLS = 20_000_000
MAX_BYTES = 2**30


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
