"""What can speak for or against a claim, whoever told it, in one form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from esep.checking.judge.interval import HUNDRED, Interval
from esep.model.claim import Direction, Hedge, QuantityKind
from esep.model.fact import Comparison, Fact
from esep.model.period import Period
from esep.model.release import ReportedFigure
from esep.model.unit import ScaledUnit


class Origin(StrEnum):
    STATISTIC = "statistic"
    REGISTER = "register"
    """Of regions: how many districts there are."""
    CARDS = "cards"
    """A sum over the cards of a register."""
    SAID = "said"


class Sort(StrEnum):
    """What is compared, in the words claims, facts and statements have in common."""

    LEVEL = "level"
    GROWTH = "growth"
    """Against an earlier span: per cent, an index, so many times, points."""
    SHARE = "share"
    RANK = "rank"
    PER_HEAD = "per_head"
    OTHER = "other"


_SORTS = {
    "": Sort.LEVEL,
    "level": Sort.LEVEL,
    "plan": Sort.LEVEL,
    "planned": Sort.LEVEL,
    "yoy": Sort.GROWTH,
    "change": Sort.GROWTH,
    "index": Sort.GROWTH,
    "growth": Sort.GROWTH,
    "mom": Sort.GROWTH,
    "times": Sort.GROWTH,
    "share": Sort.SHARE,
    "share_of": Sort.SHARE,
    "rank": Sort.RANK,
    "rank_in": Sort.RANK,
    "per_head": Sort.PER_HEAD,
    "per_head_rank": Sort.RANK,
}


def sort_of(comparison: str, unit: str) -> Sort:
    """`share_of:industrial output` is a share; of what stands after the colon."""
    sort = _SORTS.get(comparison.partition(":")[0], Sort.OTHER)
    if unit == "rank":
        return Sort.RANK
    if sort is Sort.LEVEL and unit in ("times", "index_percent", "percentage_point"):
        return Sort.GROWTH
    return sort


class Family(StrEnum):
    """Units between which a number can be carried over."""

    PERCENT = "percent"
    COUNT = "count"
    RANK = "rank"
    OTHER = "other"


_PERCENT = frozenset({"percent", "index_percent", "percentage_point", "times"})
_COUNTED = frozenset({"count", "person", "place", "job", "project", "pupil_place", "bed", "head"})
_OWN = frozenset({"tonne", "hectare", "km", "m2", "year"})
_CURRENCY = re.compile(r"[A-Z]{3}")


def family(unit: str, *, counted: frozenset[str] = _COUNTED) -> str:
    if unit in _PERCENT:
        return Family.PERCENT
    if unit == "rank":
        return Family.RANK
    if unit in counted:
        return Family.COUNT
    return unit if unit in _OWN or _CURRENCY.fullmatch(unit) else Family.OTHER


@dataclass(frozen=True, slots=True)
class Evidence:
    """One number known of a frame. `value` and `quantum` are in base units of `unit`."""

    id: str
    origin: Origin
    indicator: str
    topic: str
    region: str
    """A code, or the name as it was said where the pack does not know it."""
    period: Period | None
    sort: Sort
    value: Decimal
    unit: str
    day: date
    """When it was published, or said."""
    source: str
    """Who published it, or where it was said."""
    quantum: Decimal | None = None
    planned: bool = False
    label: str = ""
    language: str = ""
    """Of the label, where that is known."""
    of_what: str = ""
    """Of what a share is, as written."""
    hedge: Hedge | None = None
    direction: Direction | None = None
    place: int = 0
    """Its order among all that was said there."""
    fact: Fact | None = None

    @property
    def statement(self) -> tuple[date, str]:
        """What was said on one occasion."""
        return (self.day, self.source)

    @property
    def interval(self) -> Interval:
        """Between which bounds the thing itself lies."""
        number = Interval.around(self.value, self.quantum)
        reach = max(self.quantum or Decimal(0), abs(self.value) / 20)
        match self.hedge:
            case Hedge.OVER:
                return Interval(number.value, number.value, number.value + _step(number.value))
            case Hedge.UNDER:
                return Interval(number.value - reach, number.value, number.value)
            case Hedge.ABOUT:
                return Interval(number.value - reach, number.value, number.value + reach)
        return number


def _step(number: Decimal) -> Decimal:
    """What is left out by `over`: one step of the number's own granularity."""
    digits = number.normalize().as_tuple().exponent
    assert isinstance(digits, int)
    return Decimal(1).scaleb(digits)


def evidence_of_fact(fact: Fact, *, topic: str, origin: Origin, source: str) -> Evidence:
    """A fact as evidence, in base units."""
    unit = fact.unit.unit_id
    return Evidence(
        id=fact.id,
        origin=origin,
        indicator=fact.indicator,
        topic=topic,
        region=fact.region,
        period=fact.period,
        sort=_SORT_OF_FACT.get(fact.comparison, sort_of("", unit)),
        value=fact.value,
        unit=unit,
        day=fact.said_on or fact.vintage,
        source=source,
        quantum=fact.quantum,
        label=fact.label,
        fact=fact,
    )


_SORT_OF_FACT = {
    Comparison.CHANGE: Sort.GROWTH,
    Comparison.INDEX: Sort.GROWTH,
    Comparison.SHARE: Sort.SHARE,
    Comparison.RANK: Sort.RANK,
    Comparison.PER_HEAD: Sort.PER_HEAD,
    Comparison.PER_HEAD_RANK: Sort.RANK,
    Comparison.CONTRIBUTION: Sort.OTHER,
    Comparison.GAP: Sort.OTHER,
}


def evidence_of_statement(figure: ReportedFigure) -> Evidence | None:
    """What somebody said as evidence; None where it holds no number that can be compared."""
    try:
        unit = ScaledUnit.parse(figure.unit)
        period = Period.parse(figure.period) if figure.period else None
    except ValueError:
        return None
    number = Decimal(figure.value)
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    head, _, of_what = figure.comparison.partition(":")
    return Evidence(
        id=f"said:{figure.id}",
        origin=Origin.SAID,
        indicator=figure.indicator,
        topic=figure.topic,
        region=figure.region,
        period=period,
        sort=sort_of(head, unit.unit_id),
        value=number * unit.factor,
        unit=unit.unit_id,
        day=figure.said_on,
        source=figure.source,
        quantum=Decimal(1).scaleb(exponent) * unit.factor,
        planned=figure.planned or head == "plan",
        label=figure.label,
        of_what=of_what,
        hedge=Hedge(figure.hedge) if figure.hedge in set(Hedge) else None,
        direction=Direction(figure.direction) if figure.direction in set(Direction) else None,
        place=figure.row,
    )


# -- the same thing in the notation of a claim -----------------------------------------------


def as_written(evidence: Evidence, *, kind: QuantityKind, unit: str, sort: Sort) -> Interval | None:
    """The evidence in the notation of a claim: growth, index, so many times. None: no way.

    A growth of 7.9 %, an index of 107.9 % and 1.079 times are one fact.
    """
    known = evidence.interval
    if family(evidence.unit) != Family.PERCENT or family(unit) != Family.PERCENT:
        return known
    if kind is QuantityKind.FRACTION or evidence.sort is Sort.SHARE or sort is Sort.SHARE:
        return known if evidence.unit != "times" else None
    if kind is QuantityKind.POINTS or evidence.unit == "percentage_point":
        # A difference of two rates and a growth are different things.
        return known if "percentage_point" in (unit, evidence.unit) else None
    if Sort.GROWTH not in (sort, evidence.sort):
        return known
    index = _as_index(evidence)
    if unit == "index_percent":
        return index
    if unit == "times":
        return index.times(1 / HUNDRED)
    if evidence.unit == "percent" and evidence.sort is not Sort.GROWTH:
        return known  # a rate's level, told of a claim that was taken for a growth
    return index.moved(-HUNDRED)


def _as_index(evidence: Evidence) -> Interval:
    known = evidence.interval
    if evidence.unit == "index_percent":
        return known
    if evidence.unit == "times":
        return known.times(HUNDRED)
    if evidence.direction is Direction.DOWN and evidence.value > 0:
        known = known.turned()
    return known.moved(HUNDRED)
