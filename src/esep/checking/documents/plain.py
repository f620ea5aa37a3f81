"""What are the passages of a plain text, whose offsets are those of the text as given?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from esep.checking.documents.dateline import dated
from esep.model.passage import Passage, PassageKind, ReadText

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_DAY = re.compile(r"\s*date:?\s+(\d{4}-\d{2}-\d{2})(?:\s+|$)", re.IGNORECASE)
_ITEM = re.compile(r"[ \t]*(?:[-*+•–—·▪◦]|\(?\d{1,3}[.)]|\(?[a-zа-яәғқңөұүһі]\))[ \t]+(?=\S)", re.I)
_CLOSED = tuple('.!?:;,…»"”')
_LONGEST_HEADING = 120
_WRAPPED = range(50, 101)
"""Columns at which people and mail programs break lines."""
_MOST = 0.8


def read_plain(text: str, *, name: str) -> ReadText:
    """Every line is a passage, unless the text was broken into lines of equal length."""
    text, day = unwrapped(text), None
    passages: list[Passage] = []
    lines = list(_lines(text))
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        if number == 0 and (told := led_by_day(line)) is not None:
            day, until = told
            passages.append(Passage(start, start + until, PassageKind.NOTE))
            start += until
            if start == end:
                continue
            line = text[start:end]
        kind = PassageKind.PARAGRAPH
        if _ITEM.match(line):
            kind = PassageKind.ITEM
        elif len(line) <= _LONGEST_HEADING and not line.rstrip().endswith(_CLOSED):
            kind = _heading(text, lines, number, first=not passages or not _said(passages))
        passages.append(Passage(start, end, kind))
    return dated(ReadText(name, text, tuple(passages), day))


def day_line(line: str) -> date | None:
    """The day of a line that is only `date 2024-06-14`."""
    told = led_by_day(line)
    return told[0] if told and told[1] == len(line) else None


def led_by_day(line: str) -> tuple[date, int] | None:
    """The day of a line that begins `date 2024-06-14`, and where what it says of it ends."""
    match = _DAY.match(line)
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1]), match.end()
    except ValueError:
        return None


def unwrapped(text: str) -> str:
    """Put a space for each line break inside a paragraph; the text keeps its length.

    Only where nearly all lines were broken for want of room: a line of a list is a line.
    """
    lines = text.split("\n")
    width = max(len(line.rstrip("\r")) for line in lines)
    if width not in _WRAPPED:
        return text
    pairs = [
        (before, _full(before, line, width))
        for before, line in pairwise(lines)
        if before.strip() and line.strip() and not _ITEM.match(line)
    ]
    if len(pairs) < 3 or sum(full for _, full in pairs) < _MOST * len(pairs):
        return text
    parts = [lines[0]]
    for before, line in pairwise(lines):
        if line.strip() and not _ITEM.match(line) and _full(before, line, width):
            parts[-1] = parts[-1].replace("\r", " ")
            parts += (" ", line)
        else:
            parts += ("\n", line)
    return "".join(parts)


def _full(before: str, line: str, width: int) -> bool:
    """Whether the first word of a line did not fit into the line before."""
    if not before.strip():
        return False
    return len(before.rstrip("\r")) + 1 + len(line.split(maxsplit=1)[0]) > width


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        if match[0].strip():
            yield match.span()


def _said(passages: list[Passage]) -> bool:
    return any(each.kind is not PassageKind.NOTE for each in passages)


def _heading(text: str, lines: list[tuple[int, int]], number: int, *, first: bool) -> PassageKind:
    """A short line without a full stop: what stands alone is a heading, the first a title."""
    if number + 1 == len(lines):
        return PassageKind.PARAGRAPH
    if first:
        return PassageKind.TITLE
    start, end = lines[number]
    above = text[lines[number - 1][1] : start].count("\n") if number else 2
    below = text[end : lines[number + 1][0]].count("\n")
    return PassageKind.HEADING if above > 1 and below > 1 else PassageKind.PARAGRAPH
