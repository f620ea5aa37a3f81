"""Which figures of a text cannot all be right, whatever the data say?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from esep.catalog import Catalog
from esep.checking.consistency_words import SAID
from esep.checking.judge.evidence import Family, Sort, family
from esep.checking.judge.fit import fit
from esep.checking.judge.frame import claim_ideas, sort_of_claim
from esep.checking.judge.interval import HUNDRED, Interval, growth, ratio
from esep.checking.judge.statistics import PER_HEAD
from esep.model.claim import (
    Claim,
    Direction,
    Hedge,
    Inconsistency,
    Judged,
    PeriodSource,
    Quantity,
    QuantityKind,
    Span,
)
from esep.model.passage import PassageKind, ReadText
from esep.model.topic_words import Proportion

PART_OVER_WHOLE, FACTOR, RATIO = "part_over_whole", "factor", "ratio"
TWO_VALUES, OUTSIDE_BRANCHES, ORDER_OF_DATES = "two_values", "outside_branches", "order_of_dates"

LOOSE = Decimal("0.9")
"""How far below its number a hedged figure may lie."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A claim with its place in the list of figures."""

    place: int
    claim: Claim

    @property
    def quantity(self) -> Quantity:
        return self.claim.quantity


def inconsistencies(
    figures: Sequence[Judged], read: ReadText, catalog: Catalog, *, day: date, language: str
) -> tuple[Inconsistency, ...]:
    """What does not fit together in a text of that day, told in a language.

    The cells of a table get their frame from its heads alone, too little to call them one fact.
    """
    sentences: defaultdict[int, list[_Placed]] = defaultdict(list)
    prose = [(place, each) for place, each in enumerate(figures) if not _is_in_table(each, read)]
    for place, each in prose:
        sentences[each.claim.sentence].append(_Placed(place, each.claim))
    claims = [
        _Placed(place, each.claim) for place, each in prose if not each.claim.quantity.not_claim
    ]
    found: list[tuple[str, tuple[_Placed, ...]]] = []
    for numbers in sentences.values():
        found += _parts(numbers)
        own = [each for each in numbers if not each.quantity.not_claim]
        found += _factors(own)
        found += _ratios(own, catalog.wordbook.proportions)
    found += _two_values(claims, catalog)
    found += _outside_branches(claims, catalog)
    found += _out_of_order(claims, day)
    found.sort(key=lambda each: (each[1][0].place, each[0]))
    return tuple(
        Inconsistency(
            code,
            tuple(each.place for each in several),
            _told(code, several, language),
        )
        for code, several in found
    )


def _is_in_table(figure: Judged, read: ReadText) -> bool:
    passage = read.passage_at(figure.claim.quantity.start)
    return passage is not None and passage.kind is PassageKind.CELL


def _told(code: str, several: Sequence[_Placed], language: str) -> str:
    texts = [each.quantity.text.strip() for each in several]
    alone = code == PART_OVER_WHOLE and len(several) == 1
    return SAID[language]["share_over_whole" if alone else code].format(
        first=texts[0], last=texts[-1], between=", ".join(texts[1:]) or texts[0]
    )


Found = Iterable[tuple[str, tuple[_Placed, ...]]]

# -- within a sentence -----------------------------------------------------------------------


def _parts(numbers: Sequence[_Placed]) -> Found:
    """More of which than there are: `53 cooperatives, 64 of them financed`."""
    for part in numbers:
        quantity = part.quantity
        if quantity.not_claim:
            continue
        if quantity.of is not None and quantity.of < len(numbers):
            whole = numbers[quantity.of]
            same = family(whole.quantity.unit) == family(quantity.unit) != Family.PERCENT
            if same and _least(quantity) > _greatest(whole.quantity):
                yield PART_OVER_WHOLE, (part, whole)
        elif _is_share_over_all(part.claim):
            yield PART_OVER_WHOLE, (part,)


def _is_share_over_all(claim: Claim) -> bool:
    return (
        claim.quantity.unit == "percent"
        and sort_of_claim(claim) is Sort.SHARE
        and _least(claim.quantity) > HUNDRED
    )


def _factors(numbers: Sequence[_Placed]) -> Found:
    """A growth that its own two ends do not make: `doubled, from 3.4 to 4 trillion`."""
    for place, (first, last) in enumerate(pairwise(numbers)):
        ends = (first.quantity, last.quantity)
        if [each.span for each in ends] != [Span.FROM, Span.TO] or ends[0].unit != ends[1].unit:
            continue
        around = [*numbers[max(0, place - 1) : place], *numbers[place + 2 : place + 3]]
        told = [each for each in around if _tells_growth_of(each, last)]
        if len(told) == 1 and not _makes(told[0].quantity, *ends):
            yield FACTOR, (told[0], first, last)


def _tells_growth_of(growth: _Placed, level: _Placed) -> bool:
    claim, of = growth.claim, level.claim
    rates = family(level.quantity.unit) == Family.PERCENT
    kinds = (QuantityKind.POINTS,) if rates else (QuantityKind.TIMES, QuantityKind.PERCENT)
    return (
        claim.quantity.kind in kinds
        and claim.quantity.span is None
        and sort_of_claim(claim) is Sort.GROWTH
        and claim.topic == of.topic
        and claim.region == of.region
        and claim.comparison in ("", "yoy", "change", "times")
    )


def _makes(told: Quantity, earlier: Quantity, later: Quantity) -> bool:
    before, after = _interval(earlier), _interval(later)
    if told.kind is QuantityKind.POINTS:
        change: Interval | None = Interval(
            after.low - before.high, after.value - before.value, after.high - before.low
        )
    elif told.kind is QuantityKind.TIMES:
        change = ratio(after, before)
    else:
        change = growth(after, before)
    if change is None:
        return True
    if told.direction is Direction.DOWN and told.kind is not QuantityKind.TIMES:
        change = change.turned()
    fallen = told.kind is QuantityKind.TIMES and change.high < 1 < told.number
    if fallen:
        # "Fell twice" is told with the factor of the larger to the smaller.
        change = ratio(before, after)
    return change is None or fit(told, change) is not None


def _ratios(numbers: Sequence[_Placed], proportions: Sequence[Proportion]) -> Found:
    """Places to a school, money to a project: where two figures stand side by side."""
    for first, last in pairwise(numbers):
        for each in proportions:
            for of, to in ((first, last), (last, first)):
                if (of.claim.topic, to.claim.topic) != (each.of, each.to):
                    continue
                if not _same_frame(of.claim, to.claim) or not _are_levels(of, to):
                    continue
                known = ratio(_interval(of.quantity), _interval(to.quantity))
                if known is not None and not each.least <= known.value <= each.most:
                    yield RATIO, (of, to)


def _same_frame(one: Claim, other: Claim) -> bool:
    return (one.region, one.period, one.planned) == (other.region, other.period, other.planned)


def _are_levels(*several: _Placed) -> bool:
    return all(
        sort_of_claim(each.claim) is Sort.LEVEL and each.quantity.kind is not QuantityKind.PERCENT
        for each in several
    )


# -- over the whole text ---------------------------------------------------------------------


def _two_values(claims: Sequence[_Placed], catalog: Catalog) -> Found:
    """One measured fact told twice with values that are not roundings of one another."""
    frames: defaultdict[tuple[object, ...], list[_Placed]] = defaultdict(list)
    for each in claims:
        claim = each.claim
        indicator = catalog.indicators.get(claim.indicator)
        settled = claim.period is not None and claim.period_source is PeriodSource.EXPLICIT
        # What is declared counts many things under one name: schools built, schools planned.
        if indicator is None or indicator.declared or not settled or claim.quantity.span:
            continue
        if claim.quantity.kind in (QuantityKind.COUNT, QuantityKind.OTHER, QuantityKind.FRACTION):
            continue
        frame = (claim.indicator, claim.region, claim.period, claim.planned, claim.real)
        # Of all, or for each inhabitant: the indicator is one, the fact is not.
        per_head = PER_HEAD in claim_ideas(claim)
        kind = (claim.comparison, claim.quantity.kind, claim.quantity.unit, per_head)
        frames[*frame, *kind, claim.quantity.direction].append(each)
    for several in frames.values():
        for first, last in pairwise(several):
            if first.claim.sentence != last.claim.sentence and not _agree(first, last):
                yield TWO_VALUES, (first, last)


def _agree(one: _Placed, other: _Placed) -> bool:
    return any(
        fit(first.quantity, _interval(last.quantity)) is not None
        for first, last in ((one, other), (other, one))
    )


def _outside_branches(claims: Sequence[_Placed], catalog: Catalog) -> Found:
    """A composite index lies between the smallest and the largest of its branches."""
    known: dict[tuple[str, object, object], _Placed] = {}
    for each in claims:
        index = _as_index(each.claim)
        if index is not None and each.claim.period is not None:
            known.setdefault((each.claim.indicator, each.claim.region, each.claim.period), each)
    for (name, region, period), whole in known.items():
        indicator = catalog.indicators.get(name)
        branches = [
            known[branch, region, period]
            for branch in (indicator.components if indicator else ())
            if (branch, region, period) in known
        ]
        if not branches or indicator is None or len(branches) < len(indicator.components):
            continue
        indices = [_as_index(each.claim) for each in branches]
        told = _as_index(whole.claim)
        low = min(each.low for each in indices if each is not None)
        high = max(each.high for each in indices if each is not None)
        if told is not None and (told.high < low or told.low > high):
            yield OUTSIDE_BRANCHES, (whole, *branches)


def _as_index(claim: Claim) -> Interval | None:
    if not claim.indicator or sort_of_claim(claim) is not Sort.GROWTH:
        return None
    known = _interval(claim.quantity)
    if claim.quantity.unit == "index_percent":
        return known
    if claim.quantity.unit != "percent":
        return None
    if claim.quantity.direction is Direction.DOWN:
        known = known.turned()
    return known.moved(HUNDRED)


def _out_of_order(claims: Sequence[_Placed], day: date) -> Found:
    """What is told as done, measured and explicitly dated, in a time still to come."""
    for each in claims:
        claim = each.claim
        if claim.planned or claim.period is None or not claim.indicator:
            continue
        if claim.period_source is PeriodSource.EXPLICIT and claim.period.start > day:
            yield ORDER_OF_DATES, (each,)


# -- numbers ---------------------------------------------------------------------------------


def _interval(quantity: Quantity) -> Interval:
    known = Interval.around(quantity.number, quantity.quantum)
    if quantity.upper is not None:
        return Interval(known.low, known.value, quantity.upper + quantity.quantum / 2)
    return known


def _least(quantity: Quantity) -> Decimal:
    known = _interval(quantity)
    sure = quantity.hedge is None or quantity.hedge.side is Hedge.OVER
    return known.low if sure else known.low * LOOSE


def _greatest(quantity: Quantity) -> Decimal:
    known = _interval(quantity)
    if quantity.hedge and quantity.hedge.side is Hedge.OVER:
        return Decimal("Infinity")
    return known.high if quantity.hedge is not Hedge.ABOUT else known.high / LOOSE
