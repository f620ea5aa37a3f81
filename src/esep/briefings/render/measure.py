"""How wide must the columns of a table be, so that no word of them is broken?

Word, the typesetter and the page all set the same bundled faces, so one measurement serves.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from functools import cache

from esep.look.typeface import FACES, FONTS, characters
from esep.model.document import Runs, Table

TEXT_MM = 160.0
"""The measure: text, tables, drawings and running heads all have it."""
_POINT_MM = 25.4 / 72
_SIZES = {False: 8.6, True: 7.2}
"""The type of a table, and of one with many columns, in points."""
_SMALLEST = 5.8
_PADDING_MM = 2.9
_MAY_BREAK = re.compile("[ \u200b]")
"""A space, or the place where a long address was made to break."""
_HEAD_WORDS = 2.2
"""A heading may take this many lines before its column grows for it."""
_LITTLE = re.compile(r"(?<!\w)(\w{1,2}) ")
"""A little word that must not end a line of a heading."""


def columns_of(table: Table) -> tuple[list[float], float]:
    """The widths of the columns in millimetres, together the measure, and the type's size."""
    size = _SIZES[table.wide]
    narrowest, easiest = _needs(table, size)
    while sum(narrowest) > TEXT_MM and size > _SMALLEST:
        size = round(size - 0.2, 1)
        narrowest, easiest = _needs(table, size)
    if sum(narrowest) > TEXT_MM:
        return [TEXT_MM * width / sum(narrowest) for width in narrowest], size
    if sum(easiest) <= TEXT_MM:
        return _by_weight([column.weight for column in table.columns], easiest), size
    # The rule of a browser: who would break most lines gets most of what is left.
    wanted = [easy - narrow for easy, narrow in zip(easiest, narrowest, strict=True)]
    left = (TEXT_MM - sum(narrowest)) / sum(wanted)
    return [n + left * more for n, more in zip(narrowest, wanted, strict=True)], size


def heading(title: str) -> str:
    """The title with each little word held to the next: a line of them would say nothing."""
    return _LITTLE.sub("\\1\u00a0", title)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Millimetres a line of text takes."""
    widths = _advances(FACES[1] if bold else FACES[0])
    return sum(widths.get(character, 0.6) for character in text) * size * _POINT_MM


def _needs(table: Table, size: float) -> tuple[list[float], list[float]]:
    """Of each column the width below which words break, and that at which no line does."""
    narrowest, easiest = [], []
    rows = [row for row in table.rows if not row.heading]
    for place, column in enumerate(table.columns):
        head = [width_of(word, size, bold=True) for word in heading(column.title).split(" ")]
        words, lines = [max(head)], [max(max(head), sum(head) / _HEAD_WORDS)]
        for row in rows:
            said = _said(row.cells[place]) if place < len(row.cells) else ""
            bold = row.emphasis
            words += [width_of(word, size, bold=bold) for word in _MAY_BREAK.split(said)]
            lines.append(width_of(said, size, bold=bold))
        narrowest.append(max(words) + _PADDING_MM)
        easiest.append(max(lines) + _PADDING_MM)
    return narrowest, easiest


def _by_weight(weights: Sequence[float], least: Sequence[float]) -> list[float]:
    """Shares of the measure by weight; a column that would be too narrow gets its least."""
    fixed: set[int] = set()
    while True:
        free = [place for place in range(len(weights)) if place not in fixed]
        room = TEXT_MM - sum(least[place] for place in fixed)
        total = sum(weights[place] for place in free) or 1.0
        share = {place: room * weights[place] / total for place in free}
        short = {place for place in free if share[place] < least[place] - 1e-9}
        if not short or short == set(free):
            return [share.get(place, least[place]) for place in range(len(weights))]
        fixed |= short


def _said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


@cache
def _advances(face: str) -> dict[str, float]:
    """The width of each character of a face, in parts of the type's size."""
    font = (FONTS / face).read_bytes()
    tables = {
        font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0]
        for at in range(12, 12 + 16 * struct.unpack_from(">H", font, 4)[0], 16)
    }
    unit = struct.unpack_from(">H", font, tables[b"head"] + 18)[0]
    count = struct.unpack_from(">H", font, tables[b"hhea"] + 34)[0]
    found = {}
    for character, glyph in characters(font).items():
        at = tables[b"hmtx"] + 4 * min(glyph, count - 1)
        found[character] = struct.unpack_from(">H", font, at)[0] / unit
    return found
