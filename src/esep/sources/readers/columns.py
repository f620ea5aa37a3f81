"""What does a large file hold, as columns of text with the row each figure stands on?"""

from __future__ import annotations

import csv
import io
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from esep.model.issue import Issue
from esep.model.tidy import TIDY_COLUMNS
from esep.sources.readers.tidy_csv import as_line

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True)
class ReadColumns:
    """A file as columns of text. Nothing is judged yet; no cell is null."""

    file: str
    cells: pa.Table
    """The columns as the file names them, in its order."""
    rows: pa.Array
    """Where each row begins: the line of a text, else the number of the observation; ascending."""
    issues: tuple[Issue, ...] = ()
    """Rows that could not be read at all."""
    structure: str = ""
    """Of SDMX: the structure the file says it follows, `AGENCY:ID(VERSION)`."""

    @cached_property
    def _numbers(self) -> memoryview:
        return memoryview(self.rows.buffers()[1]).cast("i")[
            self.rows.offset : self.rows.offset + len(self.rows)
        ]

    def row_text(self, row: int) -> str:
        """The cells of a row as text, so that an issue can show all of it."""
        # Rows ascend, so the place of one is found without looking at each: many may be asked for.
        index = bisect_left(self._numbers, row)
        return as_line(str(column[index]) for column in self.cells.itercolumns())


@dataclass(frozen=True, slots=True)
class TidyColumns:
    """The ten tidy columns of a file, whatever they were called in it."""

    source: ReadColumns
    columns: Mapping[str, Any]
    """Each an Arrow array: text, or a dictionary of text."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the file calls a tidy column, where it calls it otherwise."""

    def name(self, column: str) -> str:
        return self.names.get(column, column)


def tidy_columns(read: ReadColumns) -> TidyColumns:
    """Of a file that has our own names."""
    import pyarrow as pa

    count = read.cells.num_rows
    present = set(read.cells.column_names)
    columns = {
        name: flat(read.cells[name]) if name in present else pa.repeat("", count)
        for name in TIDY_COLUMNS
    }
    return TidyColumns(read, as_written(columns))


_MADE_HARMLESS = "^'('*[=+@\t\r-])"
"""What our exports put an apostrophe before, so that no spreadsheet runs it."""
_FREE_TEXT = ("note", "breakdown")


def as_written(columns: Mapping[str, Any], names: Collection[str] = _FREE_TEXT) -> dict[str, Any]:
    """Free texts without the apostrophe that an export put before what looks like a formula."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return {
        name: pc.replace_substring_regex(
            flat(column).cast(pa.string()), pattern=_MADE_HARMLESS, replacement=r"\1"
        )
        if name in names
        else column
        for name, column in columns.items()
    }


def flat(column: Any) -> Any:
    """One array instead of chunks."""
    import pyarrow as pa

    if isinstance(column, pa.ChunkedArray):
        column = column.unify_dictionaries().combine_chunks()
        if isinstance(column, pa.ChunkedArray):
            return column.chunk(0) if column.num_chunks else pa.array([], column.type)
    return column


def encoded(column: Any) -> Any:
    """The column as a dictionary of its distinct texts."""
    import pyarrow as pa
    import pyarrow.compute as pc

    array = flat(column)
    return array if pa.types.is_dictionary(array.type) else pc.dictionary_encode(array)


def first_line(text: str) -> str:
    """The first line that is not empty, found without copying the rest."""
    start = len(text) - len(text.lstrip("\r\n"))
    end = text.find("\n", start)
    return text[start : len(text) if end < 0 else end].rstrip("\r")


def cells_of_line(line: str, separator: str) -> list[str]:
    return next(csv.reader(io.StringIO(line, newline=""), delimiter=separator, strict=True), [])


def numbered(count: int, *, start: int = 1) -> pa.Array:
    """1, 2, 3, ..."""
    import pyarrow as pa
    import pyarrow.compute as pc

    ones = pa.repeat(pa.scalar(1, pa.int32()), count)
    return pc.cumulative_sum(ones, start=pa.scalar(start - 1, pa.int32()))


def distinct(array: Any) -> Iterator[str]:
    return iter(array.dictionary.to_pylist())
