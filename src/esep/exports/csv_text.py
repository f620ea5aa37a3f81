"""How is a table written as comma-separated text, with quotation marks only where needed?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_SPECIAL = '[",\n\r]'
_CHUNK_ROWS = 100_000


def csv_chunks(table: Any) -> Iterator[bytes]:
    """The header and the rows, some at a time; every column is text."""
    yield (",".join(table.column_names) + "\n").encode()
    for start in range(0, table.num_rows, _CHUNK_ROWS):
        yield _lines(table.slice(start, _CHUNK_ROWS))


def _lines(table: Any) -> bytes:
    import pyarrow.compute as pc

    cells = [_quoted(column.combine_chunks()) for column in table.itercolumns()]
    rows = pc.binary_join_element_wise(*cells, ",")
    return ("\n".join(rows.to_pylist()) + "\n").encode()


def _quoted(column: Any) -> Any:
    import pyarrow.compute as pc

    special = pc.match_substring_regex(column, _SPECIAL)
    if not pc.any(special).as_py():
        return column
    marked = pc.binary_join_element_wise('"', pc.replace_substring(column, '"', '""'), '"', "")
    return pc.if_else(special, marked, column)
