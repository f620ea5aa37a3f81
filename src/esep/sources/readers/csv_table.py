"""Which rows does a CSV file of any dialect have: in what encoding, between what marks?"""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass

from esep.model.observation import Place
from esep.model.source_description import CsvDialect
from esep.sources.readers.grid import Grid, without_empty_end
from esep.sources.readers.received import decode
from esep.sources.refusal import FileRefused, refused

MAX_CELLS = 20_000_000
_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 200
_CODECS = {
    "utf-8": "utf-8-sig",
    "utf-16": "utf-16",
    "windows-1251": "cp1251",
    "windows-1252": "cp1252",
    "koi8-r": "koi8-r",
    "cp866": "cp866",
    "latin-1": "latin-1",
}


@dataclass(frozen=True, slots=True)
class FoundDialect:
    """What a file turned out to be written in."""

    encoding: str
    delimiter: str


def read_csv_table(content: bytes, dialect: CsvDialect, *, file: str) -> tuple[Grid, FoundDialect]:
    """The one table of a text file; what the dialect leaves open is found out.

    An encoding other than UTF-8 must be told: a guess would turn names into other names.
    """
    text = _text(content, dialect.encoding, file)
    delimiter = dialect.delimiter or find_delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    line, cells = 1, 0
    try:
        for row in reader:
            rows.append(row)
            lines.append(line)
            line = reader.line_num + 1
            cells += len(row)
            if cells > MAX_CELLS:
                raise _refused(file, line, f"more than {MAX_CELLS:,} cells", "split the file")
    except csv.Error as error:
        hint = "look for a quotation mark that is opened and not closed, or a cell without end"
        raise _refused(file, line, f"a broken row ({error})", hint) from error
    width = max((len(row) for row in rows[:1]), default=0)
    ragged = frozenset(
        number for number, row in enumerate(rows, 1) if row and len(row) != width and any(row)
    )
    grid = Grid("", without_empty_end(rows), lines=tuple(lines), ragged=ragged)  # type: ignore[arg-type]
    return grid, FoundDialect(dialect.encoding or "utf-8", delimiter)


def find_delimiter(text: str) -> str:
    """The mark that cuts most rows into the same number of cells, more than one."""
    sample = "".join(text.splitlines(keepends=True)[:_SAMPLE_ROWS])[:500_000]
    scores = {mark: _evenness(sample, mark) for mark in _DELIMITERS}
    best = max(scores, key=lambda mark: scores[mark])
    return best if scores[best] > 0 else ","


def _evenness(sample: str, delimiter: str) -> float:
    try:
        rows = list(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter))
    except csv.Error:
        return 0.0
    widths = [len(row) for row in rows if any(row)]
    if not widths:
        return 0.0
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    return widths.count(usual) / len(widths) * (usual - 1) ** 0.5 if usual > 1 else 0.0


def _text(content: bytes, encoding: str, file: str) -> str:
    if not encoding:
        return decode(content, file=file)
    try:
        text = codecs.decode(content, _CODECS[encoding])
    except UnicodeError as error:
        raise _refused(file, 0, f"bytes that are not {encoding}", "correct csv.encoding") from error
    if "\x00" in text:
        raise _refused(file, 0, "NUL characters", "correct csv.encoding, or export it again")
    return str(text).removeprefix("\ufeff")


def _refused(file: str, line: int, found: str, hint: str) -> FileRefused:
    return refused(
        Place(file, row=line),
        "broken_csv",
        found=found,
        expected="a table of text: rows of cells",
        hint=hint,
    )
