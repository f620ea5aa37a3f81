"""What does a Markdown text say, with its marks out of the way and its offsets kept?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from itertools import pairwise

from esep.checking.documents.dateline import dated
from esep.checking.documents.plain import day_line
from esep.checking.documents.table import spread
from esep.model.passage import Passage, PassageKind, ReadText

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(?=\S)")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)(?:\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]{1,99}\]:[ \t]*")
_ADDRESS = re.compile(r" {0,3}\[[^\]]{1,999}\]:[ \t]*\S+")
_DELIMITER = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_FRONT_DATE = re.compile(r"(?:date|published):\s*[\"']?(\d{4}-\d{2}-\d{2})", re.IGNORECASE)

_UNSEEN = "\u2060"
"""A joint without width: it parts no number, as a space would."""
_MASKS = (
    re.compile(r"</?[A-Za-z][^<>]{0,999}>"),
    re.compile(r"(?<=\])\([^()\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)"),
    re.compile(r"\[\^[^\]\s]{1,99}\]"),
    re.compile(r"(?<=\])\[[^\]]{0,999}\]"),
    re.compile(r"!(?=\[)|[\[\]]|\*+|`+|~~"),
    re.compile(r"(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)"),
    re.compile(r"\\(?=[!-/:-@\[-`{-~])"),
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")


def read_markdown(text: str, *, name: str) -> ReadText:
    """Read the blocks; every mark is replaced by as many characters that nobody sees."""
    reader = _Reader(text)
    reader.read()
    # Inside a paragraph a line break is a space.
    said = list(_masked(text))
    for passage in reader.passages:
        for place in range(passage.start, passage.end):
            if said[place] in "\r\n":
                said[place] = " "
    for start, end in reader.marks:
        said[start:end] = _UNSEEN * (end - start)
    return dated(ReadText(name, "".join(said), tuple(reader.passages), reader.day))


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.passages: list[Passage] = []
        self.marks: list[tuple[int, int]] = []
        self.day: date | None = None
        self._block: tuple[int, int, PassageKind] | None = None
        self._tables = 0

    def read(self) -> None:
        lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+|(?<=\n)(?=\n)", self.text)]
        number = self._front(lines)
        fence = ""
        while number < len(lines):
            start, end = lines[number]
            line = self.text[start:end].rstrip("\r")
            following = self._line(lines, number + 1)
            number += 1
            if fence:
                fence = "" if line.strip().startswith(fence) else fence
                if fence:
                    self._add(start, start + len(line), PassageKind.NOTE)
            elif match := _FENCE.match(line):
                self._close()
                fence = match[1]
            elif not line.strip() or (_ADDRESS.match(line) and not _NOTE.match(line)):
                self._close()
            elif "|" in line and _DELIMITER.match(following) and "-" in following:
                self._close()
                number = self._table(lines, number - 1)
            elif self._block and _UNDERLINE.match(line):
                first, last, _ = self._block
                self._block = (first, last, self._heading())
                self._close()
            elif _RULE.match(line):
                self._close()
            else:
                self._line_of_text(start, line)
        self._close()

    def _line_of_text(self, start: int, line: str) -> None:
        end = start + len(line)
        while match := _QUOTE.match(line):
            self.marks.append((start, start + match.end()))
            start, line = start + match.end(), line[match.end() :]
        if match := _HEADING.match(line):
            self._close()
            closing = _CLOSING.search(line)
            end = start + closing.start() if closing else end
            self._add(start + match.end(), end, self._heading())
        elif match := _NOTE.match(line):
            self._close()
            self._block = (start + match.end(), end, PassageKind.NOTE)
        elif match := _ITEM.match(line):
            self._close()
            self._block = (start + match.end(), end, PassageKind.ITEM)
        elif self._block:
            self._block = (self._block[0], end, self._block[2])
        elif line.strip():
            self._block = (start, end, PassageKind.PARAGRAPH)

    def _front(self, lines: list[tuple[int, int]]) -> int:
        """The day, from a first line or from the fields before the text; where the text begins."""
        if not lines:
            return 0
        first = self._line(lines, 0)
        if (told := day_line(first)) is not None:
            self.day = told
            self._add(*lines[0], PassageKind.NOTE)
            return 1
        if first != "---":
            return 0
        for number in range(1, min(len(lines), 100)):
            line = self._line(lines, number)
            if line in ("---", "..."):
                return number + 1
            if match := _FRONT_DATE.match(line):
                self.day = day_line(f"date {match[1]}")
        return 0

    def _table(self, lines: list[tuple[int, int]], number: int) -> int:
        self._tables += 1
        rows: list[list[tuple[int, int]]] = []
        first = number
        while number < len(lines) and "|" in self._line(lines, number):
            if number != first + 1:  # the row of dashes
                rows.append(list(_cells(self.text, *lines[number])))
            number += 1
        masked = _masked(self.text[lines[first][0] : lines[number - 1][1]])
        shift = lines[first][0]

        def words(span: tuple[int, int]) -> str:
            return masked[span[0] - shift : span[1] - shift]

        table = spread(
            [[(words(span), 1, 1, row == 0) for span in spans] for row, spans in enumerate(rows)]
        )
        heads = table.heads()
        for row, spans in enumerate(rows, start=1):
            for column, (start, end) in enumerate(spans, start=1):
                if start < end:
                    place = f"table {self._tables}, row {row}, column {column}"
                    of = heads.get((row, column), ())
                    self.passages.append(Passage(start, end, PassageKind.CELL, place, of))
        return number

    def _line(self, lines: list[tuple[int, int]], number: int) -> str:
        return self.text[slice(*lines[number])].rstrip("\r") if number < len(lines) else ""

    def _heading(self) -> PassageKind:
        said = any(each.kind is not PassageKind.NOTE for each in self.passages)
        return PassageKind.HEADING if said else PassageKind.TITLE

    def _close(self) -> None:
        if self._block:
            self._add(*self._block)
            self._block = None

    def _add(self, start: int, end: int, kind: PassageKind) -> None:
        if self.text[start:end].strip():
            self.passages.append(Passage(start, end, kind))


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The cells of a row, without the white space around them."""
    line = text[start:end].rstrip()
    bars = [m.start() for m in re.finditer(r"(?<!\\)\|", line)]
    edges = [*bars, len(line)] if not line.rstrip().endswith("|") else bars
    if not line.lstrip().startswith("|"):
        edges = [-1, *edges]
    for left, right in pairwise(edges):
        cell = line[left + 1 : right]
        begin = left + 1 + len(cell) - len(cell.lstrip())
        yield start + begin, start + max(begin, left + 1 + len(cell.rstrip()))


def _masked(text: str) -> str:
    """The text with its marks out of sight, character for character."""
    text = _without_comments(text)
    for mask in _MASKS:
        text = mask.sub(lambda match: re.sub(r"[^\n]", _UNSEEN, match[0]), text)
    return _ENTITY.sub(_entity, text)


def _without_comments(text: str) -> str:
    # By hand: a pattern would look for the end of each of a thousand beginnings anew.
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts += (text[at:start], re.sub(r"[^\n]", _UNSEEN, text[start : end + 3]))
        at = end + 3
    return "".join((*parts, text[at:]))


def _entity(match: re.Match[str]) -> str:
    meant = unescape(match[0])
    return (
        meant.ljust(len(match[0]), _UNSEEN) if len(meant) == 1 and meant != match[0] else match[0]
    )
