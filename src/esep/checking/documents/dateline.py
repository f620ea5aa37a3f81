"""On which day does a text say it was written: `ASTANA, 14 June 2024`?"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from esep.language.reading.normal import normalise
from esep.language.reading.periods import periods
from esep.language.reading.sentences import sentences
from esep.model.claim import PeriodRole
from esep.model.passage import Passage, PassageKind, ReadText

_ANY_DAY = date(2000, 1, 1)
"""A full date means itself on whatever day it is read."""
_YEAR = re.compile(r"\d{4}|\.\d\d$")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
_LONGEST = 80
_MOST_WORDS = 5
"""Beside the date: a place, an agency, `press service`."""
_FIRST, _LAST, _HEAD = 4, 2, 20
"""Passages."""


def dated(read: ReadText, *, otherwise: date | None = None) -> ReadText:
    """The text with the day it says itself, else the one that is known of its file."""
    return read if read.day else replace(read, day=dateline(read) or otherwise)


def dateline(read: ReadText) -> date | None:
    """The day of a short line at the head or the foot of a text that is little but a date."""
    told = [each for each in read.passages if each.kind is not PassageKind.CELL]
    # A page may tell its day in a list of terms: `Day of the meeting: 14 June 2024`.
    terms = [each for each in read.passages[:_HEAD] if _is_term(each)]
    for passage in [*told[:_FIRST], *terms, *told[_FIRST:][-_LAST:]]:
        if passage.end - passage.start <= _LONGEST:
            day = _day_of(normalise(read.text[passage.start : passage.end]))
            if day is not None:
                return day
    return None


def _is_term(passage: Passage) -> bool:
    return passage.kind is PassageKind.CELL and len(passage.heads) == 1


def _day_of(line: str) -> date | None:
    if not any(character.isdigit() for character in line):
        return None
    alone = ReadText("", line, (Passage(0, len(line)),))
    found = [each for said in sentences(alone) for each in periods(line, said, day=_ANY_DAY)]
    points = [each for each in found if each.period.is_point and not each.present]
    if len(points) != 1 or len(found) != 1 or points[0].role is not PeriodRole.OWN:
        return None
    rest = _CLOCK.sub(" ", line[: points[0].start] + " " + line[points[0].end :])
    if any(c.isdigit() for c in rest) or len(rest.split()) > _MOST_WORDS:
        return None
    # A day without its year would be of the year we made up.
    return points[0].period.start if _YEAR.search(points[0].text) else None
