"""Which rows does a comma-separated file have, and on which line does each begin?"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from esep.catalog.nearest import nearest
from esep.model.issue import Issue, Severity
from esep.model.observation import Place
from esep.sources.refusal import FileRefused, refused
from esep.sources.surprise import shown

MAX_LINE_CHARACTERS = 100_000
MAX_LINES = 10_000_000
MAX_COLUMNS = 500

_LINE_ENDS = ("\n", "\r")


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns a file must have and those it may have."""

    name: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    open: bool = False
    """Whether a file may have other columns too."""
    separator: str = ","

    @property
    def columns(self) -> tuple[str, ...]:
        return self.required + self.optional


class TidyRow(NamedTuple):
    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class TidyTable:
    """Rows of a tidy file. `positions` gives a column's place in `cells`, or -1 if absent."""

    file: str
    header: tuple[str, ...]
    positions: dict[str, int]
    rows: list[TidyRow]
    issues: tuple[Issue, ...]
    """Rows that have not as many cells as the header."""


def header_of(text: str) -> list[str]:
    """The names in the first row, as they are; for telling layouts apart."""
    first = text.lstrip("\r\n")[:MAX_LINE_CHARACTERS].partition("\n")[0].partition("\r")[0]
    return [name.strip() for name in next(csv.reader([first]), [])]


def read_tidy(text: str, layout: Layout, *, file: str) -> TidyTable:
    """Read all rows; a row of another width is an issue, a broken file is refused."""
    check_line_lengths(text, file)
    rows = _rows(text, file, layout.separator)
    first = next(iter(rows), None)
    if first is None:
        raise _no_rows(file, 1)
    header = tuple(cell.strip() for cell in first.cells)
    check_header(header, layout, Place(file, row=first.line))
    if len(rows) == 1:
        raise _no_rows(file, first.line)
    width = len(header)
    check_not_cut_off(rows[-1], header, file, ended=text.endswith(_LINE_ENDS))
    value_at = header.index("value") if "value" in header else -1
    issues = [
        wrong_width(row, header, file, value_at) for row in rows[1:] if len(row.cells) != width
    ]
    return TidyTable(
        file=file,
        header=header,
        positions={
            column: header.index(column) if column in header else -1 for column in layout.columns
        },
        rows=[row for row in rows[1:] if len(row.cells) == width],
        issues=tuple(issues),
    )


def as_line(cells: Iterable[str]) -> str:
    """The row as text again, bounded, so that an issue can show all of it."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()[:4000]


def _rows(text: str, file: str, separator: str) -> list[TidyRow]:
    # Strict, because a stray quotation mark would otherwise swallow rows without a word.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[TidyRow] = []
    line = 1
    try:
        for cells in reader:
            if cells and (cells[0] or any(cells)):
                rows.append(TidyRow(line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise _broken(str(error), file, line) from error
    return rows


def _broken(reason: str, file: str, line: int) -> FileRefused:
    if "unexpected end" in reason:
        found = "a quotation mark that is opened here and never closed"
        hint = "the file may be cut off: export it again; or double the mark inside the text"
    elif "field larger" in reason:
        found = "a cell of more than 100,000 characters"
        hint = "look for a quotation mark that is opened here and not closed"
    else:
        found = f"quotation marks that do not pair up ({reason})"
        hint = 'put the whole cell in quotation marks and double those inside it: "a ""b"" c"'
    return refused(
        Place(file, row=line),
        "broken_csv",
        found=found,
        expected="rows of cells separated by commas",
        hint=hint,
    )


def check_line_lengths(text: str, file: str) -> None:
    if (lines := text.count("\n")) > MAX_LINES:
        raise refused(
            Place(file),
            "too_many_lines",
            found=f"{lines:,} lines",
            expected=f"at most {MAX_LINES:,}",
            hint="split it into several files, for example by year",
        )
    start = 0
    while len(text) - start > MAX_LINE_CHARACTERS:
        # The last line end that an allowed line could have; lines before it are short enough.
        end = text.rfind("\n", start, start + MAX_LINE_CHARACTERS + 1)
        if end < 0:
            end = text.find("\n", start)
            length = (len(text) if end < 0 else end) - start
            raise refused(
                Place(file, row=text.count("\n", 0, start) + 1),
                "line_too_long",
                found=f"a line of {length:,} characters",
                expected=f"lines of at most {MAX_LINE_CHARACTERS:,}",
                hint="this is not a table of figures; check which file was named",
            )
        start = end + 1


def check_header(header: tuple[str, ...], layout: Layout, place: Place) -> None:
    if len(header) > MAX_COLUMNS:
        raise refused(
            place,
            "too_many_columns",
            found=f"{len(header):,} columns",
            expected=f"at most {MAX_COLUMNS}",
            hint="this is not a tidy table; check which file was named, or delete empty columns",
        )
    if len(header) == 1:
        for mark, name in ((";", "semicolons"), ("\t", "tabs"), ("|", "bars")):
            if mark in header[0]:
                raise refused(
                    place,
                    "wrong_separator",
                    found=f"cells separated by {name}",
                    expected="cells separated by commas",
                    hint="export the file again as CSV with commas and decimal dots",
                )
    issues = [
        Issue(
            "missing_column",
            Severity.REFUSED,
            Place(place.file, row=place.row, column=column),
            found="no such column",
            expected=f"the columns {', '.join(layout.required)}",
            hint=f"add the column {column}",
        )
        for column in layout.required
        if column not in header
    ]
    for number, column in enumerate(header):
        at = Place(place.file, row=place.row, column=shown(column)[1:-1] or str(number + 1))
        if column in header[:number]:
            issues.append(
                Issue(
                    "duplicate_column",
                    Severity.REFUSED,
                    at,
                    found="the same column twice",
                    expected="each column once",
                    hint="remove or rename one of them",
                )
            )
        elif column not in layout.columns and not (layout.open and column):
            close = nearest(column, layout.columns)
            hint = f"did you mean {close[0]}? " if close else ""
            issues.append(
                Issue(
                    "unknown_column",
                    Severity.REFUSED,
                    at,
                    found=shown(column) if column else "a column without a name",
                    expected=f"only {', '.join(layout.columns)}",
                    hint=hint + "remove or rename the column",
                )
            )
    if issues:
        raise FileRefused(
            f"{place.file} is refused: its header is not that of {layout.name}", issues=issues
        )


def check_not_cut_off(last: TidyRow, header: tuple[str, ...], file: str, *, ended: bool) -> None:
    # A last line that is short and has no end is a file that was still being written or sent:
    # what else is missing cannot be known.
    if len(last.cells) < len(header) and not ended:
        raise refused(
            Place(file, row=last.line, column=header[len(last.cells) - 1]),
            "cut_off",
            found=f"the last line ends after {len(last.cells)} of {len(header)} columns",
            expected="a whole file",
            hint="the file is cut off: wait until it is written, or export or send it again",
        )


def wrong_width(row: TidyRow, header: tuple[str, ...], file: str, value_at: int) -> Issue:
    count, width = len(row.cells), len(header)
    hint = "put cells that have commas in quotation marks"
    if count < width:
        hint = f"add the missing commas: the columns are {', '.join(header)}"
    elif (
        0 <= value_at < count - 1
        and row.cells[value_at].strip().lstrip("+-").isdigit()
        and row.cells[value_at + 1].strip().isdigit()
    ):
        hint = (
            "is the decimal mark a comma? write "
            f"{row.cells[value_at].strip()[:30]}.{row.cells[value_at + 1].strip()[:30]}"
        )
    return Issue(
        "wrong_width",
        Severity.SET_ASIDE,
        Place(file, row=row.line),
        found=f"{count} cells",
        expected=f"{width} cells, as in the header",
        hint=hint,
        row_text=as_line(row.cells),
    )


def _no_rows(file: str, line: int) -> FileRefused:
    return refused(
        Place(file, row=line),
        "no_rows",
        found="no rows below the header",
        expected="at least one row of figures",
        hint="export the file again; an empty release is not loaded",
    )
