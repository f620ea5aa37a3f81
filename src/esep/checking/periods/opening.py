"""Which interval does a report say at its beginning that it is about?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from esep.model.claim import PeriodRole, WrittenPeriod
from esep.model.passage import PassageKind, ReadText, Sentence
from esep.model.period import Period, PeriodKind

_PARAGRAPHS = 2
_ABOUT = (PeriodKind.CUMULATIVE, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR)
_RECENT = timedelta(days=500)
"""An older year in an opening is not what a report is about: someone was elected in it."""
_UNDER_WAY = 4
"""From this month on a report that opens with the running year may be about it."""
_ACCOUNT = re.compile(
    r"\b(?:отч[её]т|доклад|итог|результат)\w*(?:\s\w+){0,2}?\s(?:(?:об?|за|по|про)\s)?$",
    re.IGNORECASE,
)
_BEFORE = 50
"""Letters in which a period is said to be what is accounted for: отчёт о первом полугодии."""
_HEADS = (PassageKind.TITLE, PassageKind.HEADING)
_SILENT = (PassageKind.NOTE, PassageKind.CELL)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a report is about, and which passages stand together."""

    period: Period | None
    blocks: tuple[int, ...]
    """For each passage the number of its paragraph; a list and its introduction are one."""
    intervals: tuple[tuple[int, Period], ...]
    """Every interval told of anywhere, with its offset."""

    @classmethod
    def of(
        cls,
        read: ReadText,
        sentences: Sequence[Sentence],
        periods: Sequence[Sequence[WrittenPeriod]],
        *,
        day: date,
    ) -> Opening:
        blocks = tuple(_blocks(read))
        first = _first_sentences(read, sentences, blocks)
        reported: list[tuple[int, Period]] = []
        named: list[Period] = []
        opening: list[Period] = []
        widely: list[Period] = []
        current: list[Period] = []
        running = Period.year(day.year)
        this_year = False
        for at, (sentence, written) in enumerate(zip(sentences, periods, strict=True)):
            if read.passages[sentence.passage].kind in _SILENT:
                continue
            early = at in first
            for each in written:
                this_year = this_year or (each.period == running and day.month >= _UNDER_WAY)
                if this_year and each.period == running.years_before(1):
                    continue  # the year before, told after this one, is what it is held against
                if _reported_on(each, day):
                    reported.append((each.start, each.period))
                    opening += [each.period] if early else []
                    told_of = read.text[max(sentence.start, each.start - _BEFORE) : each.start]
                    named += [each.period] if early and _ACCOUNT.search(told_of) else []
                elif early and _looks_back(each, day):
                    widely.append(each.period)
                elif early and each.period == running and each.role is PeriodRole.OWN:
                    current.append(running)
        told = named + opening + widely + (current if day.month >= _UNDER_WAY else [])
        return cls(next(iter(told), None), blocks, tuple(reported))

    def block_of(self, passage: int) -> int:
        return self.blocks[passage]

    def before(self, offset: int) -> Period | None:
        """The interval last told of before a place."""
        at = bisect_left(self.intervals, offset, key=lambda each: each[0])
        return self.intervals[at - 1][1] if at else None

    @property
    def first(self) -> Period | None:
        return self.intervals[0][1] if self.intervals else None


def _reported_on(written: WrittenPeriod, day: date) -> bool:
    period = written.period
    if written.role is not PeriodRole.OWN or period.kind not in _ABOUT:
        return False
    # A report of 30 October may be about ten months; in its own year's name it looks ahead.
    whole = period.kind is PeriodKind.YEAR
    latest = day if whole else Period.months(day.year, day.month, day.month).end
    return day - _RECENT < period.end <= latest


def _looks_back(written: WrittenPeriod, day: date) -> bool:
    """Whether it is a run of whole years up to now, or all since January."""
    period = written.period
    if written.role is not PeriodRole.OWN or period.kind is not PeriodKind.SPAN:
        return False
    from_january = (period.start.month, period.start.day) == (1, 1)
    to_now = period.end == day or period.end == Period.year(period.end.year).end
    return from_january and to_now and day.year - 1 <= period.end.year <= day.year


def _blocks(read: ReadText) -> list[int]:
    blocks: list[int] = []
    for at, passage in enumerate(read.passages):
        listed = passage.kind is PassageKind.ITEM
        follows = listed and at > 0 and read.passages[at - 1].kind in _LEADS
        blocks.append(blocks[-1] if follows else at)
    return blocks


_LEADS = (PassageKind.ITEM, PassageKind.PARAGRAPH, PassageKind.HEADING)


def _first_sentences(
    read: ReadText, sentences: Sequence[Sentence], blocks: Sequence[int]
) -> frozenset[int]:
    """Titles, the first paragraph, and how the second one begins."""
    first: set[int] = set()
    paragraphs: list[int] = []
    for at, sentence in enumerate(sentences):
        kind, block = read.passages[sentence.passage].kind, blocks[sentence.passage]
        if kind in _SILENT:
            continue
        begins = kind not in _HEADS and block not in paragraphs
        if len(paragraphs) == _PARAGRAPHS and kind not in _HEADS:
            break
        if begins:
            paragraphs.append(block)
        first.add(at)
    return frozenset(first)
