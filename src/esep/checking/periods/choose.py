"""Which words of time in a sentence speak for one of its figures?"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from esep.language.reading.clauses import (
    OF_A_PART,
    PARTED,
    PARTS,
    contrasts,
    goes_on,
    held_against,
    opens_clause,
)
from esep.model.claim import Claim, PeriodRole, Span, WrittenPeriod
from esep.model.period import Period

# How far words of time stand from a figure, in characters; what lies between makes it farther.
_COMMA, _CONJUNCTION, _FIGURE, _BREAK = 30, 20, 15, 150
_FOLLOWING = 3
"""Of two equally near the one before the figure is meant."""
_OTHER_TENSE = 60
"""A plan beside a past year, or a result beside a horizon: only for want of another."""
_ONLY_IN_WANT = 300
"""A plan whose words also say that it is under way: any horizon of its sentence comes first."""
_BESIDE = 3
_NEIGHBOURS = 6
"""Words of time looked at on each side of a figure."""
_WINDOW = 400
_LINKED = re.compile(r"\s[\u2013\u2014-]\s(?:в|во|за|на|к|с|in|by|last|this)\s")


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that can give a figure its period."""

    start: int
    end: int
    written: WrittenPeriod | None
    """None where the words only say that something is under way."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of one sentence, in order, and its figures."""

    text: str
    day: date
    signs: Sequence[Sign]
    claims: Sequence[Claim]
    asides: Sequence[tuple[int, int]] = ()
    """What stands in brackets: it parts nothing around it."""

    def bracket_of(self, claim: Claim) -> tuple[int, int] | None:
        """The bracket a figure stands in."""
        return self._aside(claim.quantity.start)

    def _aside(self, offset: int) -> tuple[int, int] | None:
        at = bisect_right(self.asides, offset, key=lambda aside: aside[0]) - 1
        return self.asides[at] if at >= 0 and offset < self.asides[at][1] else None

    def _told_aside(self, offset: int, start: int, end: int) -> bool:
        aside = self._aside(offset)
        return aside is not None and start <= aside[0] and aside[1] <= end

    def _of_its_bracket(self, claim: Claim, sign: Sign) -> bool:
        """Whether words of time in brackets are those of a figure there, not of this one."""
        aside = self._aside(sign.start)
        if aside is None or aside[0] <= claim.quantity.start < aside[1]:
            return False
        at = bisect_left(self.claims, aside[0], key=lambda each: each.quantity.start)
        return at < len(self.claims) and self.claims[at].quantity.start < aside[1]

    def nearest(self, claim: Claim) -> Sign | None:
        """The sign that speaks for the figure; None where its sentence has none for it."""
        at = bisect_left(self.signs, claim.quantity.start, key=lambda sign: sign.start)
        best: tuple[int, Sign] | None = None
        for sign in self.signs[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]:
            cost = self._cost(claim, sign)
            if cost is not None and (best is None or cost < best[0]):
                best = cost, sign
        return best[1] if best else None

    def _cost(self, claim: Claim, sign: Sign) -> int | None:
        misfit = self._misfit(claim, sign)
        if misfit is None:
            return None
        loose = sign.written is None and is_plan(claim)
        quantity = claim.quantity
        following = sign.start >= quantity.end
        start, end = (quantity.end, sign.start) if following else (sign.end, quantity.start)
        if end < start:
            return misfit  # the words of time stand inside the figure's own
        if following and _LINKED.fullmatch(self.text, start, end):
            return misfit  # "on 27 streets last year and on 43 – this year"
        if end - start > _WINDOW:
            return misfit + (end - start) * 2
        if sign.written is None and self._closed_off(sign, following):
            return None
        cost = misfit + end - start + _FOLLOWING * following
        parted = False
        if following and OF_A_PART.search(self.text, start, end):
            return None  # "9 projects, of which 4 this year"
        for match in PARTS.finditer(self.text, start, end):
            if self._told_aside(match.start(), start, end):
                continue
            match match.lastgroup:
                case "comma":
                    cost, parted = cost + _COMMA, True
                case "stop":
                    if following and match[0] == ";":
                        return None  # what follows a semicolon speaks for what follows it
                    cost, parted = cost + (_BREAK if match[0] == ";" else _COMMA), True
                case "and":
                    cost, parted = cost + _CONJUNCTION, True
                case _ if following and self._figures(match.end(), end):
                    return None  # 6% against 5% in 2022: the year is of what is compared with
        between = self._figures(start, end)
        if following and parted and self._taken(claim, sign, between):
            return None
        if self._of_its_bracket(claim, sign):
            return None  # "9.3 % (in January 2023 it was 20.7)"
        ahead = sign.written is not None and sign.written.period.start > self.day
        if ahead and parted and following and not is_plan(claim):
            return None  # "five were built, the rest were left for next year"
        if sign.written is None and following and parted and between:
            return None  # "12 were opened, with 7 more under construction"
        if loose and (parted or between):
            return None  # jobs that works under way promise have no period of theirs
        if parted and not following and misfit == _OTHER_TENSE and is_plan(claim):
            return None
        return cost + _FIGURE * len(between)

    def _taken(self, claim: Claim, sign: Sign, between: Sequence[Claim]) -> bool:
        """Whether words of time beyond a comma belong to another figure beside them."""
        if between and is_plan(between[-1]) != is_plan(claim):
            return True
        after = self._figure_after(sign.end)
        if after is None or PARTED.search(self.text, sign.end, after):
            return False
        # "..., in May 3%" opens with its time; in "..., the output of May was 3%" both are of it.
        between_them = self.text[claim.quantity.end : sign.start]
        return opens_clause(between_them) or contrasts(between_them)

    def _closed_off(self, sign: Sign, following: bool) -> bool:
        """Whether a comma parts what is under way from the figures: ", being renewed, got 130"."""
        if following:
            before = self._figure_before(sign.start)
            return before is not None and bool(PARTED.search(self.text, before, sign.start))
        after = self._figure_after(sign.end)
        if after is None or goes_on(self.text[sign.end : after]):
            return False
        return bool(PARTED.search(self.text, sign.end, after))

    def _figures(self, start: int, end: int) -> Sequence[Claim]:
        first = bisect_left(self.claims, start, key=lambda claim: claim.quantity.start)
        last = bisect_left(self.claims, end, key=lambda claim: claim.quantity.start)
        return [
            claim
            for claim in self.claims[first:last]
            if not self._told_aside(claim.quantity.start, start, end)
        ]

    def _figure_after(self, offset: int) -> int | None:
        at = bisect_left(self.claims, offset, key=lambda claim: claim.quantity.start)
        if at == len(self.claims) or self.claims[at].quantity.start - offset > _WINDOW:
            return None
        return self.claims[at].quantity.start

    def _figure_before(self, offset: int) -> int | None:
        at = bisect_left(self.claims, offset, key=lambda claim: claim.quantity.start)
        if at == 0 or offset - self.claims[at - 1].quantity.end > _WINDOW:
            return None
        return self.claims[at - 1].quantity.end

    def _misfit(self, claim: Claim, sign: Sign) -> int | None:
        written = sign.written
        earlier = claim.quantity.span is Span.FROM
        if written is None:
            return None if claim.comparison else _ONLY_IN_WANT * is_plan(claim)
        if written.role is PeriodRole.BASE:
            beside = 0 <= sign.start - claim.quantity.end <= _BESIDE
            held = beside and held_against(self.text, claim.quantity.start)
            return 0 if earlier or held else None
        if written.role is PeriodRole.HORIZON:
            if earlier:
                return None
            return 0 if is_plan(claim) else _OTHER_TENSE
        if is_plan(claim):
            if written.present:
                return None
            return 0 if written.period.end >= self.day or counts_years(written) else _OTHER_TENSE
        if written.period.start > self.day:
            return _OTHER_TENSE
        return 0


def is_plan(claim: Claim) -> bool:
    """Whether it lies ahead; what a plan starts from does not."""
    return claim.planned and claim.quantity.span is not Span.FROM


def names_year(written: WrittenPeriod) -> bool:
    return _FOUR_DIGITS.search(written.text) is not None


_FOUR_DIGITS = re.compile(r"\d{4}")


def counts_years(written: WrittenPeriod) -> bool:
    """Whether the words count years without naming one: in three years, за два года."""
    period = written.period
    first, last = Period.year(period.start.year), Period.year(period.end.year)
    return not names_year(written) and first != last and period == Period(first.start, last.end)
