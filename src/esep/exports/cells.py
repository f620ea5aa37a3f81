"""What would a spreadsheet run as a formula, and how is it kept from doing so?"""

from __future__ import annotations

import re
from typing import Any

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", re.IGNORECASE)
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""The apostrophes too, so that `'=1` and `=1` stay two different texts."""
FREE_TEXT = ("note", "breakdown")
"""Columns whose texts are the source's own; all others hold codes and numbers."""


def harmless(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it."""
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


def harmless_column(column: Any) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    array = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    if not pc.any(pc.match_substring_regex(array, "^'*[=+@\t\r-]")).as_py():
        return array
    return pa.array([harmless(text) for text in array.to_pylist()], pa.string())


def harmless_table(table: Any) -> Any:
    """Every column of free text made harmless."""
    for name in FREE_TEXT:
        if name in table.column_names:
            at = table.column_names.index(name)
            table = table.set_column(at, name, harmless_column(table[name]))
    return table
