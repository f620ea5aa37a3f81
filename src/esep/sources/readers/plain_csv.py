"""How is a large comma-separated file read into columns, and on which line is each row?"""

from __future__ import annotations

import csv as stdlib_csv
import re
from collections.abc import Callable
from typing import Any

from esep.model.observation import Place
from esep.sources.readers.columns import ReadColumns, cells_of_line, first_line, numbered
from esep.sources.readers.tidy_csv import (
    MAX_LINE_CHARACTERS,
    MAX_LINES,
    Layout,
    TidyRow,
    TidyTable,
    check_header,
    check_line_lengths,
    check_not_cut_off,
    read_tidy,
    wrong_width,
)

_QUOTED = re.compile(rb'(?m)(?:^|(?<=[,;\t]))"(?:[^"\n]|"")*"(?=[,;\t\r\n]|\Z)')
_BLOCK_BYTES = 8 * 2**20
_START = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*")


def read_csv_columns(content: bytes, layout: Layout, *, file: str) -> ReadColumns:
    """Read a file of a layout; a row of another width is an issue, a broken file is refused.

    The bytes are known to be UTF-8. Arrow reads what is plainly well formed. Anything doubtful
    about quotation marks or line ends goes to the strict reader, which says exactly what is
    wrong and where.
    """
    if _has_long_lines(content):
        check_line_lengths(content.decode("utf-8-sig"), file)
    if _is_plain(content):
        read = _quickly(content, layout, file)
        if read is not None:
            return read
    return _of_rows(read_tidy(content.decode("utf-8-sig"), layout, file=file))


def _has_long_lines(content: bytes) -> bool:
    """Whether a line, or their number, may be beyond what is allowed."""
    if content.count(b"\n") > MAX_LINES:
        return True
    start = 0
    while len(content) - start > MAX_LINE_CHARACTERS:
        end = content.rfind(b"\n", start, start + MAX_LINE_CHARACTERS + 1)
        if end < 0:
            return True
        start = end + 1
    return False


def _is_plain(content: bytes) -> bool:
    """Whether each line is a row, and each quotation mark opens or closes a cell."""
    if b"\r" in content and content.count(b"\r") != content.count(b"\r\n"):
        return False
    if b'"' not in content:
        return True
    start = 0
    while start < len(content):
        end = content.find(b"\n", start + _BLOCK_BYTES) + 1 or len(content)
        if b'"' in _QUOTED.sub(b"", content[start:end]):
            return False
        start = end
    return True


def _quickly(content: bytes, layout: Layout, file: str) -> ReadColumns | None:
    import pyarrow as pa
    import pyarrow.compute as pc
    from pyarrow import csv

    start = _START.match(content).end()  # type: ignore[union-attr]  # it matches nothing, too
    first = content.count(b"\n", 0, start) + 1
    line = content[start : content.find(b"\n", start) + 1 or len(content)].decode("utf-8")
    try:
        header = tuple(cell.strip() for cell in cells_of_line(first_line(line), layout.separator))
    except stdlib_csv.Error:
        return None  # the strict reader says what is wrong with its quotation marks
    check_header(header, layout, Place(file, row=first))
    odd: list[TidyRow] = []

    def set_aside(row: Any) -> str:
        odd.append(TidyRow(row.number, cells_of_line(row.text, layout.separator)))
        return "skip"

    def read(handler: Callable[[Any], str] | None) -> pa.Table:
        return csv.read_csv(
            pa.BufferReader(content),
            # One thread where rows may be set aside: else their numbers would not be told.
            read_options=csv.ReadOptions(
                use_threads=handler is None,
                block_size=_BLOCK_BYTES,
                column_names=header,
                skip_rows=first,
            ),
            parse_options=csv.ParseOptions(
                delimiter=layout.separator, ignore_empty_lines=False, invalid_row_handler=handler
            ),
            convert_options=csv.ConvertOptions(
                column_types={name: _type_of(name) for name in header},
                strings_can_be_null=False,
            ),
        )

    try:
        table = read(None)
    except pa.ArrowInvalid:
        try:
            table = read(set_aside)
        except pa.ArrowInvalid:
            return None
    skipped = {row.line for row in odd}
    lines = numbered(table.num_rows + len(skipped), start=first + 1)
    if skipped:
        lines = lines.filter(pc.invert(pc.is_in(lines, pa.array(sorted(skipped), lines.type))))
    blank = _blank(table)
    if blank is not None:
        table, lines = table.filter(pc.invert(blank)), lines.filter(pc.invert(blank))
    odd = [row for row in odd if any(row.cells)]
    if table.num_rows == 0 and not odd:
        return None
    if odd and not (len(lines) and lines[-1].as_py() > odd[-1].line):
        check_not_cut_off(odd[-1], header, file, ended=content.endswith((b"\n", b"\r")))
    value_at = header.index("value") if "value" in header else -1
    issues = tuple(wrong_width(row, header, file, value_at) for row in odd)
    return ReadColumns(file, table, lines, issues)


_ALL_DIFFERENT = ("value", "note", "OBS_VALUE")
"""Columns of other names repeat few texts, so only their distinct texts are kept."""


def _type_of(name: str) -> Any:
    import pyarrow as pa

    return pa.string() if name in _ALL_DIFFERENT else pa.dictionary(pa.int32(), pa.string())


def _blank(table: Any) -> Any:
    """Which rows have nothing in any cell; None if no row has."""
    import pyarrow.compute as pc

    blank: Any = None
    for column in table.itercolumns():
        empty = pc.equal(column, "")
        blank = empty if blank is None else pc.and_(blank, empty)
        if not pc.any(blank).as_py():
            return None
    return blank.combine_chunks()


def _of_rows(read: TidyTable) -> ReadColumns:
    import pyarrow as pa

    columns = zip(*(row.cells for row in read.rows), strict=True) if read.rows else None
    cells: list[Any] = list(columns) if columns is not None else [() for _ in read.header]
    return ReadColumns(
        read.file,
        pa.table([pa.array(column, pa.string()) for column in cells], names=list(read.header)),
        pa.array([row.line for row in read.rows], pa.int32()),
        read.issues,
    )
