"""Of which period is each figure: by its clause, its sentence, its paragraph, or the opening?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from math import inf

from esep.checking.periods.choose import Sign, Signs, is_plan
from esep.checking.periods.heads import period_of_cell
from esep.checking.periods.opening import Opening
from esep.checking.periods.sums import period_of_total
from esep.checking.periods.tell import Teller, until
from esep.language.reading.clauses import (
    brackets,
    is_price,
    names_the_time_told,
    priced,
    refers_back,
)
from esep.language.reading.under_way import seen, under_way
from esep.model.claim import Claim, PeriodRole, PeriodSource, QuantityKind, WrittenPeriod
from esep.model.indicator import PeriodConvention
from esep.model.passage import PassageKind, ReadText, Sentence
from esep.model.period import Period, PeriodKind

_CHANGES = frozenset({"yoy", "change"})
_FIRST_WORDS = 12
_SOON = 2
"""So many sentences on, a figure of the same subject may tell of the time of this one."""
_REPORTED = (PeriodKind.YEAR, PeriodKind.CUMULATIVE, PeriodKind.QUARTER, PeriodKind.HALF)
_HARVESTS = frozenset({"tonne", "hectare"})
Settled = tuple[Period | None, PeriodSource | None]
_NONE: Settled = (None, None)


def settle_periods(
    read: ReadText,
    sentences: Sequence[Sentence],
    claims: Sequence[Claim],
    periods: Sequence[Sequence[WrittenPeriod]],
    *,
    day: date,
    conventions: Mapping[str, PeriodConvention] | None = None,
) -> tuple[Claim, ...]:
    """Return the claims with `period` and `period_source` filled in, in the same order.

    `periods` has the words of time of each sentence. `conventions` says for which periods the
    series of an indicator is published: a figure that is only known for whole years does not take
    over the months of its paragraph.
    """
    text = _Text(read, sentences, periods, claims, day, conventions or {})
    settled: dict[int, Claim] = {}
    # Where several figures stand in a sentence they are asked for from the left.
    order = sorted(range(len(claims)), key=lambda at: (claims[at].sentence, _start(claims[at])))
    for number, group in groupby(order, key=lambda at: claims[at].sentence):
        places = list(group)
        for at, claim in zip(
            places, text.settle(number, [claims[at] for at in places]), strict=True
        ):
            settled[at] = claim
    return tuple(settled[at] for at in range(len(claims)))


@dataclass(frozen=True, slots=True)
class _Told:
    """What a paragraph has said of time, for the figures that follow without words of their own."""

    period: Period
    topic: str = ""
    horizon: bool = False


class _Text:
    """A text read from its beginning; remembers what its paragraph has said so far."""

    def __init__(
        self,
        read: ReadText,
        sentences: Sequence[Sentence],
        periods: Sequence[Sequence[WrittenPeriod]],
        claims: Sequence[Claim],
        day: date,
        conventions: Mapping[str, PeriodConvention],
    ) -> None:
        self.read = read
        self.sentences = sentences
        self.periods = periods
        self.day = day
        self.conventions = conventions
        self.opening = Opening.of(read, sentences, periods, day=day)
        self.block = -1
        self.told: _Told | None = None
        self.planned: _Told | None = None
        self.now: _Told | None = None
        """A state told of as of today, in a language where others of its subject share that."""
        self.section: Period | None = None
        self.opened: Period | None = None
        self.before: Period | None = None
        self.last: Settled = _NONE
        self.at = 0
        self.claims: dict[int, list[Claim]] = defaultdict(list)
        for claim in sorted(claims, key=_start):
            self.claims[claim.sentence].append(claim)

    def settle(self, number: int, claims: Sequence[Claim]) -> Iterator[Claim]:
        self._come_to(number)
        sentence = self.sentences[number]
        passage = self.read.passages[sentence.passage]
        if passage.kind is PassageKind.CELL:
            written = [e.period for e in self.periods[number] if e.role is PeriodRole.OWN]
            own = next(iter(written), None)
            own = own or period_of_cell(passage, sentence.language, day=self.day)
            for claim in claims:
                settled = (own, PeriodSource.EXPLICIT) if own else self._result(claim, number)
                yield replace(claim, period=settled[0], period_source=settled[1])
            return
        signs = self._signs(number, claims)
        told: dict[bool, _Told] = {}
        self.before = None
        counted = _first_count(claims)
        english = sentence.language == "en"
        known_so_far: list[Period | None] = []
        head: tuple[int, Settled] = (-1, _NONE)
        for at, claim in enumerate(claims):
            sign = signs.nearest(claim)
            if bracket := signs.bracket_of(claim):
                if at and head[0] != bracket[0] and claims[at - 1].quantity.end <= bracket[0]:
                    head = bracket[0], self.last
                within = sign is not None and bracket[0] < sign.start < bracket[1]
            if bracket and head[0] == bracket[0] and not within and _told_of(head[1], claim):
                period, source = head[1]  # "12 farms (80 billion) by 2027"
            else:
                period, source = self._period(claim, sign, number)
            known_so_far.append(period)
            total = period_of_total(self.read.text, claims[: at + 1], known_so_far[:-1], sign)
            if total:
                period, source = total, PeriodSource.INHERITED
            if self._is_for_what_is_under_way(claims[at - 1] if at else None, claim, sign):
                period, source = self.last
            if _start(claim) < counted and self._one_price(claim, sign, source):
                # What one thing costs is of no period, what several cost is of theirs.
                period, source = _NONE
            self.before = period
            if period and sign and sign.written and sign.written.role is not PeriodRole.BASE:
                if sign.written.present and sentence.language == "ru":
                    self.now = _Told(period, claim.topic)
                ahead = sign.written.role is PeriodRole.HORIZON
                known = sign.written.period if ahead else period
                told[is_plan(claim)] = _Told(known, claim.topic, ahead)
            if (
                english
                and self._annual(claim)
                and source is PeriodSource.INHERITED
                and not _whole(period)
            ):
                period, source = _NONE
            self.last = period, source
            yield replace(claim, period=period, period_source=source)
        self._remember(number, told)

    # -- going through the text --------------------------------------------------------

    def _come_to(self, number: int) -> None:
        """Pass the sentences without figures, whose words of time may still speak for these."""
        for at in range(self.at, number + 1):
            block = self.opening.block_of(self.sentences[at].passage)
            if block != self.block:
                self.block, self.told, self.planned, self.last = block, None, None, _NONE
                self.now = None
                self.opened = self._opened(at)
            if self.read.passages[self.sentences[at].passage].kind is PassageKind.HEADING:
                heard = self._heard(self.periods[at])
                self.section = heard.period if heard else None
            if at < number:
                self.told = self._heard(self.periods[at]) or self._asked(at) or self.told
                self.planned = self._announced(self.periods[at]) or self.planned
        self.at = number + 1

    def _opened(self, number: int) -> Period | None:
        """The year in the first words of a paragraph, where it is the year of the report."""
        sentence = self.sentences[number]
        first = next(iter(self.periods[number]), None)
        if first is None or first.start - sentence.start > _FIRST_WORDS:
            return None
        year = Period.year(self.day.year)
        return year if first.period == year and first.role is PeriodRole.OWN else None

    def _heard(self, periods: Sequence[WrittenPeriod]) -> _Told | None:
        own = [each.period for each in periods if each.role is PeriodRole.OWN]
        last = next((period for period in reversed(own) if self._hands_on(period)), None)
        return _Told(last) if last else None

    def _asked(self, number: int) -> _Told | None:
        """The day of the report, where a question asks what is under way: "What is built now?"."""
        sentence = self.sentences[number]
        asked = self.read.text[sentence.start : sentence.end].endswith("?")
        now = any(each.present for each in self.periods[number])
        return _Told(Period.point(self.day)) if asked and now else None

    def _announced(self, periods: Sequence[WrittenPeriod]) -> _Told | None:
        """What a sentence without figures says of the time ahead: "Much is planned for 2026"."""
        for each in reversed(periods):
            horizon = each.role is PeriodRole.HORIZON
            ahead = each.period.end > self.day and not each.present
            if horizon or (each.role is PeriodRole.OWN and ahead):
                return _Told(each.period, horizon=horizon)
        return None

    def _hands_on(self, period: Period) -> bool:
        """Whether results that follow may be of it: a point is not handed on."""
        begun = period.start <= self.day and period.end.year <= self.day.year
        return begun and not period.is_point

    def _remember(self, number: int, told: Mapping[bool, _Told]) -> None:
        """Keep the last period of a result and that of a plan apart."""
        if True in told and told[True].period.end >= self.day:
            self.planned = told[True]
        if False in told and not told[False].horizon and self._hands_on(told[False].period):
            self.told = told[False]
        if not told:
            self.told = self._heard(self.periods[number]) or self.told

    def _signs(self, number: int, claims: Sequence[Claim]) -> Signs:
        sentence = self.sentences[number]
        found = [Sign(each.start, each.end, each) for each in self.periods[number]]
        found += [
            Sign(start, end, None)
            for start, end in under_way(
                self.read.text, sentence.start, sentence.end, sentence.language
            )
        ]
        found.sort(key=lambda sign: sign.start)
        asides = brackets(self.read.text, sentence.start, sentence.end)
        return Signs(self.read.text, self.day, found, claims, asides)

    def _one_price(self, claim: Claim, sign: Sign | None, source: PeriodSource | None) -> bool:
        """Whether it is money told as a price, without a period of its own."""
        if claim.quantity.kind is not QuantityKind.MONEY:
            return False
        if sign:
            return sign.written is None
        inherited = source is PeriodSource.INHERITED and not claim.planned
        return inherited and priced(self.read.text, _start(claim))

    def _is_for_what_is_under_way(
        self, before: Claim | None, claim: Claim, sign: Sign | None
    ) -> bool:
        """Whether it is the money of the works told of just before: `13 are built, they cost 5`."""
        if before is None or sign is not None or self.last[1] is not PeriodSource.IMPLIED:
            return False
        money = claim.quantity.kind is QuantityKind.MONEY
        works = before.quantity.kind is QuantityKind.COUNT
        return money and works and is_price(self.read.text, _start(claim))

    # -- one figure --------------------------------------------------------------------

    def _period(self, claim: Claim, sign: Sign | None, number: int) -> Settled:
        if sign is not None:
            if sign.written is None:
                return self._under_way(number)
            teller = Teller(
                day=self.day,
                lead=self.opening.period,
                before=self.before,
                english=self.sentences[number].language == "en",
            )
            return teller.days(claim, sign.written), PeriodSource.EXPLICIT
        if self.last[0] and self._of_the_last(claim, number):
            return self.last[0], PeriodSource.INHERITED
        if is_plan(claim):
            return self._plan(claim, number)
        return self._result(claim, number)

    def _of_the_last(self, claim: Claim, number: int) -> bool:
        """Whether a sentence opens with "of these": its parts have the period of their whole."""
        sentence = self.sentences[number]
        words = self.read.text[sentence.start : sentence.start + _FIRST_WORDS * 2]
        return sentence.language == "kk" and refers_back(words) and not claim.comparison

    def _under_way(self, number: int) -> Settled:
        """The day of the report, unless its paragraph opens with the year it tells of."""
        if self.opened and self.sentences[number].language != "en":
            return self.opened, PeriodSource.INHERITED
        return Period.point(self.day), PeriodSource.IMPLIED

    def _plan(self, claim: Claim, number: int) -> Settled:
        planned = self.planned
        if planned and not (_made_in_a_year(claim) and self._far_and_other(planned, claim)):
            period = planned.period
            if planned.horizon:
                period = until(period, claim, day=self.day)
            return period, PeriodSource.INHERITED
        if claim.quantity.unit in _HARVESTS or (planned and _made_in_a_year(claim)):
            return Period.year(self.day.year), PeriodSource.IMPLIED
        if claim.comparison in _CHANGES and claim.quantity.unit != "times":
            return self._result(claim, number)  # growth without a horizon is rarely a plan
        return _NONE

    def _far_and_other(self, planned: _Told, claim: Claim) -> bool:
        """Whether a plan of the paragraph is for another year, and of something else."""
        other = planned.topic and planned.topic != claim.topic
        return bool(other) and planned.period.end.year > self.day.year

    def _result(self, claim: Claim, number: int) -> Settled:
        """Without words of its own: its paragraph, its section, the opening, what came before."""
        lead = self.section or self.opening.period
        words = self.sentences[number]
        if self.told and names_the_time_told(self.read.text[words.start : words.end]):
            return self.told.period, PeriodSource.INHERITED
        if self.now and self.now.topic == claim.topic and claim.quantity.unit != "KZT":
            return self.now.period, PeriodSource.INHERITED
        if self.told and (lead is None or self._concerns(self.told, claim, lead)):
            return self.told.period, PeriodSource.INHERITED
        english = self.sentences[number].language == "en"
        if not english and self.told is None and (later := self._told_later(claim, number)):
            return later, PeriodSource.INHERITED
        if lead or (lead := self.opening.before(claim.quantity.start)):
            return lead, PeriodSource.INHERITED
        if claim.quantity.unit in _HARVESTS:
            return Period.year(self.day.year), PeriodSource.IMPLIED
        sentence = self.sentences[number]
        here = seen(self.read.text, sentence.start, sentence.end, sentence.language)
        if here and not claim.comparison:
            return Period.point(self.day), PeriodSource.IMPLIED
        # In English a past is of no period where none was told before it.
        later = None if sentence.language == "en" else self.opening.first
        return (later, PeriodSource.INHERITED) if later else _NONE

    def _told_later(self, claim: Claim, number: int) -> Period | None:
        """The period that the next sentence of the paragraph tells of the same subject."""
        block = self.opening.block_of(self.sentences[number].passage)
        for at in range(number + 1, min(number + 1 + _SOON, len(self.sentences))):
            if self.opening.block_of(self.sentences[at].passage) != block:
                return None
            signs = self._signs(at, self.claims[at])
            for other in self.claims[at]:
                if other.topic != claim.topic or is_plan(other):
                    continue
                sign = signs.nearest(other)
                if sign and sign.written and sign.written.role is PeriodRole.OWN:
                    period = sign.written.period
                    return period if period.kind in _REPORTED and self._hands_on(period) else None
        return None

    def _concerns(self, told: _Told, claim: Claim, lead: Period) -> bool:
        """Whether a period of the paragraph is that of other figures than its own as well.

        What is older than the report is not, nor is one month, the running year, or all since
        January, unless the figure is of the same subject.
        """
        if told.period.end < lead.start:
            return False
        narrow = told.period.kind in (PeriodKind.MONTH, PeriodKind.SPAN)
        running = told.period == Period.year(self.day.year)
        same = not told.topic or told.topic == claim.topic
        return same or not (narrow or running)

    def _annual(self, claim: Claim) -> bool:
        if claim.quantity.kind is not QuantityKind.MONEY:
            return False
        names = [claim.indicator] if claim.indicator else [c.indicator for c in claim.candidates]
        return bool(names) and all(
            self.conventions.get(name) is PeriodConvention.ANNUAL for name in names
        )


def _made_in_a_year(claim: Claim) -> bool:
    """Whether it is an output or its growth: of no horizon that is not its own."""
    return claim.quantity.unit in _HARVESTS or claim.comparison in _CHANGES


def _first_count(claims: Sequence[Claim]) -> float:
    """Where the first number of things stands in a sentence."""
    counts = (_start(each) for each in claims if each.quantity.kind is QuantityKind.COUNT)
    return min(counts, default=inf)


def _told_of(head: Settled, claim: Claim) -> bool:
    """Whether what a bracket stands after gives its figures their period."""
    return head[0] is not None and not (head[1] is PeriodSource.IMPLIED and is_plan(claim))


def _start(claim: Claim) -> int:
    return claim.quantity.start


def _whole(period: Period | None) -> bool:
    return period is not None and period.kind is PeriodKind.YEAR
