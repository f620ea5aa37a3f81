"""Which tables of cells does a file hold? Told by its bytes, never by its name."""

from __future__ import annotations

from dataclasses import dataclass

from esep.model.source_description import CsvDialect
from esep.sources.readers.csv_table import FoundDialect, read_csv_table
from esep.sources.readers.grid import Grid
from esep.sources.readers.parquet_table import SIGNATURE, read_parquet_table
from esep.sources.readers.workbook import is_workbook, read_workbook


@dataclass(frozen=True, slots=True)
class OpenFile:
    """The sheets of a file; a text or Parquet file has one without a name."""

    file: str
    sheets: tuple[Grid, ...]
    dialect: FoundDialect | None = None
    named_columns: bool = False
    """Whether the first row is names of columns by its format."""


def open_tables(content: bytes, dialect: CsvDialect, *, file: str) -> OpenFile:
    if is_workbook(content):
        return OpenFile(file, tuple(read_workbook(content, file=file)))
    if content.startswith(SIGNATURE):
        return OpenFile(file, (read_parquet_table(content, file=file),), named_columns=True)
    grid, found = read_csv_table(content, dialect, file=file)
    return OpenFile(file, (grid,), found)
