"""What does a page of a PDF say that has no structure but the places of its letters?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from esep.checking.documents.gather import one_line
from esep.checking.documents.pdf_block import Block, joined
from esep.checking.documents.pdf_page import HYPHEN, WIDE_GAP, Run, usual_size
from esep.checking.documents.table import Table, is_value, spread
from esep.model.passage import PassageKind

_BULLET = r"(?:[•▪◦‣·●■–—\-\ue000-\uf8ff]|\(?\d{1,2}[.)]|[a-zа-я]\))"
_ITEM = re.compile(rf"{_BULLET}\s+(?=\S)")
_ONLY_BULLET = re.compile(rf"{_BULLET}\s*")
_ENDED = tuple('.!?:;…»”"')
_LARGER = 1.15
_FEWEST_VALUES = 0.25
"""Of the cells of a table."""
_EDGE = 2
"""Lines at the top and at the foot of a page that may be running heads."""
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:\w{1,8}\.?\s)?\d{1,4}(?:\s?(?:/|\w{1,6})\s?\d{1,4})?\W*")
_LOOK_BACK = 6
"""Lines: as many as the cells of one row may have."""


@dataclass(slots=True)
class Line:
    runs: list[Run]

    @property
    def text(self) -> str:
        return joined(self.runs).strip()

    @property
    def left(self) -> float:
        return self.runs[0].left

    @property
    def right(self) -> float:
        return max(run.right for run in self.runs)

    @property
    def bottom(self) -> float:
        return min(run.bottom for run in self.runs)

    @property
    def top(self) -> float:
        return max(run.top for run in self.runs)

    @property
    def base(self) -> float:
        return self.runs[0].base

    @property
    def size(self) -> float:
        return usual_size(self.runs)

    def cells(self) -> list[list[Run]]:
        """The runs of a row, apart where the gap is wide; a bullet is no cell."""
        found = [[self.runs[0]]]
        for before, run in pairwise(self.runs):
            if before is self.runs[0] and _ONLY_BULLET.fullmatch(before.text):
                found[-1].append(run)
            elif run.left - before.right > WIDE_GAP * max(before.size, run.size):
                found.append([run])
            else:
                found[-1].append(run)
        return found


def lines_of(runs: Sequence[Run]) -> list[Line]:
    """Runs that stand beside one another, in the order they were written."""
    lines: list[Line] = []
    for run in runs:
        if not run.text.strip():
            continue
        # The cells of a row are often written one after the other, each with all its lines.
        near = next((each for each in reversed(lines[-_LOOK_BACK:]) if _beside(each, run)), None)
        if near is not None:
            near.runs.append(run)
        else:
            lines.append(Line([run]))
    return lines


def edges(lines: Sequence[Line]) -> list[Line]:
    """The lines at the top and at the foot of a page, where running heads stand."""
    # The head of a table stands at the top of every page it takes, and belongs to the table.
    order = sorted((each for each in lines if len(each.cells()) < 3), key=lambda each: each.base)
    return [*order[-_EDGE:], *order[:_EDGE]]


def pattern(text: str) -> str:
    """A line whatever its numbers: `Page 3 of 8` is one wording on every page."""
    return _NUMBER.sub("0", one_line(text))


def is_page_number(text: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(one_line(text)))


def line_blocks(lines: Sequence[Line], page: int, running: Collection[str] = ()) -> Iterator[Block]:
    """Paragraphs, headings, items and tables out of the lines of a page.

    `running` are the patterns of lines that stand at the edge of many pages.
    """
    at_edge = {id(each) for each in edges(lines) if _runs(each.text, running)}
    body = [line for line in lines if id(line) not in at_edge]
    for line in lines:
        if id(line) in at_edge:
            yield Block(line.text, page, PassageKind.NOTE, running=True)
    if not body:
        return
    shape = _Shape(body)
    waiting: list[Line] = []
    for group, table in _grouped(body):
        if table is not None:
            yield from _paragraph(waiting, page, shape)
            waiting = []
            yield Block("", page, PassageKind.CELL, table)
            continue
        for line in group:
            if waiting and shape.is_new(waiting[-1], line):
                yield from _paragraph(waiting, page, shape)
                waiting = []
            waiting.append(line)
    yield from _paragraph(waiting, page, shape)


def _runs(text: str, running: Collection[str]) -> bool:
    return pattern(text) in running or (bool(running) and is_page_number(text))


def _grouped(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Table | None]]:
    """Lines of running text, and lines that make a table."""
    rows: list[Line] = []
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        if _is_row(line, rows, following):
            rows.append(line)
            continue
        if rows:
            yield rows, _table(rows)
            rows = []
        yield [line], None
    if rows:
        yield rows, _table(rows)


class _Shape:
    """How a page is set: the size of its letters, the pitch of its lines, its right edge."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.size = usual_size([run for line in lines for run in line.runs])
        pitches = [
            before.base - line.base
            for before, line in pairwise(lines)
            if 0 < before.base - line.base < 2.2 * self.size
        ]
        self.pitch = median_low(pitches) if pitches else 1.2 * self.size
        self._spans = [(line.left, line.right) for line in lines]

    def _edge(self, left: float) -> float:
        """How far the lines go that begin there."""
        return max(right for start, right in self._spans if abs(start - left) < self.size)

    def is_new(self, before: Line, line: Line) -> bool:
        """Whether a line begins a block of its own."""
        text = before.text
        if text.endswith(HYPHEN):
            return False
        pitch = before.base - line.base
        larger = max(before.size, line.size) / min(before.size, line.size) > _LARGER
        if (
            larger
            or not 0 < pitch < max(1.25 * self.pitch, 1.45 * line.size)
            or _ITEM.match(line.text)
        ):
            return True
        # The first word would have fitted into the line before: somebody ended it on purpose.
        words = line.text.split(maxsplit=1)
        first = (line.right - line.left) * len(words[0]) / max(len(line.text), 1)
        if before.right + first + self.size < self._edge(before.left):
            return True
        indented = line.left > before.left + 0.8 * self.size and not _ITEM.match(text)
        return text.endswith(_ENDED) and indented


def _beside(line: Line, run: Run) -> bool:
    overlap = min(line.top, run.top) - max(line.bottom, run.bottom)
    return overlap > 0.5 * min(line.top - line.bottom, run.size) and (
        run.left >= line.right - 0.5 * run.size
    )


def _is_row(line: Line, rows: list[Line], following: Line | None) -> bool:
    if len(line.cells()) > 1:
        return True
    # A line of one cell is the rest of a cell that took two lines.
    if not rows or is_value(line.text) or rows[-1].base - line.base > 2 * line.size:
        return False
    return line.text[:1].islower() or (following is not None and len(following.cells()) > 1)


def _paragraph(lines: Sequence[Line], page: int, shape: _Shape) -> Iterator[Block]:
    if not lines:
        return
    text = ""
    for line in lines:
        text += ("" if not text or text.endswith(HYPHEN) else " ") + line.text
    size = max(line.size for line in lines)
    kind = PassageKind.PARAGRAPH
    if match := _ITEM.match(text):
        kind, text = PassageKind.ITEM, text[match.end() :]
    elif size > _LARGER * shape.size and len(text) < 200 and not text.endswith("."):
        kind = PassageKind.HEADING
    elif size < shape.size / _LARGER:
        kind = PassageKind.NOTE
    yield Block(text, page, kind, size=size)


def _table(lines: Sequence[Line]) -> Table | None:
    """The rows as a table; None where they are lines of text with wide gaps."""
    rows = [[(one_line(joined(cell)), cell) for cell in line.cells()] for line in lines]
    values = sum(is_value(text) for row in rows for text, _ in row)
    if len(rows) < 2 or values < _FEWEST_VALUES * sum(map(len, rows)):
        return None
    columns = _columns(rows)
    written: list[list[tuple[str, int, int, bool]]] = []
    for row in rows:
        texts = [("", 1, 1, False)] * len(columns)
        for text, cell in row:
            at = _nearest(columns, cell)
            texts[at] = (f"{texts[at][0]} {text}".strip(), 1, 1, False)
        if len(row) == 1 and written and row[0][0][:1].islower():
            # The rest of a cell that took two lines.
            at = _nearest(columns, row[0][1])
            written[-1][at] = (f"{written[-1][at][0]} {row[0][0]}".strip(), 1, 1, False)
        else:
            written.append(texts)
    return spread(written)


def _columns(rows: Sequence[Sequence[tuple[str, list[Run]]]]) -> list[tuple[float, float]]:
    """Where the columns are, by the rows that have the most cells."""
    most = max(len(row) for row in rows)
    spans = [(cell[0].left, cell[-1].right) for row in rows if len(row) == most for _, cell in row]
    columns: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _nearest(columns: Sequence[tuple[float, float]], cell: Sequence[Run]) -> int:
    left, right = cell[0].left, cell[-1].right

    def apart(place: int) -> float:
        first, last = columns[place]
        return max(first - right, left - last, -(min(right, last) - max(left, first)))

    return min(range(len(columns)), key=apart)
