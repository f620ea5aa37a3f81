"""Which periods does a sentence name, and which days are they on the day of its document?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from esep.language.reading import time_words as w
from esep.language.reading.time_fit import fits
from esep.language.reading.time_meaning import MEANINGS, Lean, Reading
from esep.language.reading.time_place import HORIZONS, Place
from esep.language.reading.time_role import told_as
from esep.language.reading.time_rules import rules
from esep.language.reading.time_tokens import read_tokens
from esep.language.reading.time_words import TIME_KINDS
from esep.model.claim import PeriodRole, WrittenPeriod
from esep.model.passage import Sentence
from esep.model.period import Period

_STARTS = (TIME_KINDS | {w.IN, w.FROM, w.A_YEAR}) - {w.EARLY}


def periods(text: str, sentence: Sentence, *, day: date) -> tuple[WrittenPeriod, ...]:
    """Find every expression of time, in order; none overlaps another.

    The span covers the words of time alone, so that their digits can be masked; the preposition
    or postposition beside them only tells the role.
    """
    reader = _Reader(text, sentence, day)
    found: list[WrittenPeriod] = []
    at = 0
    while at < len(reader.tokens):
        read = reader.longest(at, found)
        if read is None:
            at += 1
            continue
        found.append(read[0])
        at = read[1]
    return tuple(found)


class _Reader:
    def __init__(self, text: str, sentence: Sentence, day: date) -> None:
        self.text = text
        self.code = sentence.language
        self.day = day
        self.tokens = tuple(read_tokens(text, sentence.start, sentence.end, self.code))
        self.letters = "".join(token.kind for token in self.tokens)

    def longest(self, at: int, found: Sequence[WrittenPeriod]) -> tuple[WrittenPeriod, int] | None:
        """The longest expression that stands here and means something, and where it ends."""
        if self.letters[at] not in _STARTS:
            return None
        fitting = [
            (match.end(), rule, match)
            for rule in rules(self.code)
            if (match := rule.pattern.match(self.letters, at))
        ]
        fitting.sort(key=lambda each: -each[0])
        for end, rule, match in fitting:
            place = Place(self.tokens, self.letters, at, end, self.code)
            if not fits(rule, match, place):
                continue
            earlier = _told_before(found, self.day)
            reading = Reading(self.tokens, match, day=self.day, lean=_lean(place), earlier=earlier)
            period = MEANINGS[rule.name](reading)
            if period is None:
                continue
            period, role = told_as(rule, period, place, day=self.day, follows=bool(found))
            start = self.tokens[at + (self.letters[at] == w.IN)].start
            words = self.text[start : place.last.end]
            return WrittenPeriod(
                start=start,
                end=place.last.end,
                text=words,
                period=period,
                role=role,
                present=rule.name == "now",
            ), end
        return None


def _told_before(found: Sequence[WrittenPeriod], day: date) -> Period | None:
    """The time a sentence told of last, where it is not one that lies ahead."""
    if not found or found[-1].role is PeriodRole.HORIZON:
        return None
    return found[-1].period if found[-1].period.start <= day else None


def _lean(place: Place) -> Lean:
    if place.before in HORIZONS:
        return Lean.BY
    return Lean.SINCE if place.before in (w.SINCE, w.FROM) else Lean.PLAIN
