"""How does a figure stand beside the one that was told at an earlier meeting?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from esep.model.fact import Comparison, Fact
from esep.model.indicator import Indicator, IndicatorKind
from esep.model.observation import EstimateStage
from esep.model.period import Period
from esep.model.unit import ScaledUnit

PREFIX = "since"
"""How ids of such differences begin; the ids of the two figures follow, with dots between."""
_BETWEEN = ".."

_PLANNED = (EstimateStage.PLAN, EstimateStage.FORECAST)
_PER_CENT = ("percent", "index_percent", "percentage_point")
_DECIMALS = 1


class Judgement(StrEnum):
    """Whether two figures of one thing may be held against each other, and if not, why."""

    COMPARABLE = "comparable"
    CURRENT_PRICES = "current_prices"
    """Comparable, but what prices did is in the difference."""
    OWN_BASE = "own_base"
    """Two growth rates: each is against the year before it."""
    NOTHING_NEWER = "nothing_newer"
    NOT_KNOWN = "not_known"
    OTHER_SPAN = "other_span"
    """January-April beside January-October."""
    UNDATED = "undated"
    OTHER_BORDERS = "other_borders"
    PLAN_AND_FACT = "plan_and_fact"
    OTHER_SOURCE = "other_source"
    """Told by people there, by statistics or a register here."""


_COMPARABLE = (Judgement.COMPARABLE, Judgement.CURRENT_PRICES, Judgement.OWN_BASE)


@dataclass(frozen=True, slots=True)
class Since:
    """One thing then and now; the difference only where the two compare."""

    then: Fact
    now: Fact | None
    judgement: Judgement
    difference: Fact | None = None


def since(
    then: Fact,
    now: Fact | None,
    indicator: Indicator,
    *,
    same_territory: Callable[[Fact, Fact], bool],
) -> Since:
    judgement = _judge(then, now, indicator, same_territory)
    compared = now is not None and judgement in _COMPARABLE
    difference = difference_of(then, now, indicator) if now is not None and compared else None
    return Since(then, now, judgement, difference)


def _judge(
    then: Fact,
    now: Fact | None,
    indicator: Indicator,
    same_territory: Callable[[Fact, Fact], bool],
) -> Judgement:
    if now is None:
        return Judgement.NOT_KNOWN
    if now.id == then.id:
        return Judgement.NOTHING_NEWER
    if (then.said_on is None) != (now.said_on is None):
        return Judgement.OTHER_SOURCE
    if (then.stage in _PLANNED) != (now.stage in _PLANNED):
        return Judgement.PLAN_AND_FACT
    if then.period is None or now.period is None:
        return Judgement.UNDATED
    if then.said_on is None and not same_territory(then, now):
        return Judgement.OTHER_BORDERS
    if not same_span(then.period, now.period):
        return Judgement.OTHER_SPAN
    rate = indicator.kind is IndicatorKind.INDEX or then.comparison is Comparison.CHANGE
    if rate:
        return Judgement.OWN_BASE
    money = indicator.prices == "current" and now.comparison is Comparison.LEVEL
    return Judgement.CURRENT_PRICES if money else Judgement.COMPARABLE


def same_span(then: Period, now: Period) -> bool:
    """Two days, or the same part of two years: what a season or a month does is in neither."""
    if then.is_point or now.is_point:
        return then.is_point and now.is_point
    years = now.start.year - then.start.year
    return years >= 0 and now.years_before(years) == then


def named_ends(fact_id: str) -> tuple[str, str] | None:
    """The ids of the two figures that a difference is between."""
    prefix, _, rest = fact_id.partition(":")
    then, between, now = rest.partition(_BETWEEN)
    return (then, now) if prefix == PREFIX and between else None


def difference_of(then: Fact, now: Fact, indicator: Indicator) -> Fact | None:
    """Points between percentages, per cent of what was otherwise; none between places."""
    assert then.period is not None
    assert now.period is not None
    if now.comparison in (Comparison.RANK, Comparison.PER_HEAD_RANK):
        return None
    percentages = {then.unit.unit_id, now.unit.unit_id} <= {*_PER_CENT}
    if not percentages and then.value <= 0:
        return None  # a change from nothing has no per cent
    value = now.value - then.value if percentages else (now.value / then.value - 1) * 100
    vintage = max(then.vintage, now.vintage)
    return Fact(
        id=f"{PREFIX}:{then.id}{_BETWEEN}{now.id}",
        indicator=indicator.id,
        region=now.region,
        region_version=now.region_version,
        period=now.period,
        comparison=Comparison.CHANGE,
        value=value,
        unit=ScaledUnit("percentage_point" if percentages else "percent"),
        decimals=_DECIMALS,
        stage=now.stage,
        vintage=vintage,
        inputs=(then.id, now.id),
        formula="value now - value then"
        if percentages
        else "value now / value then x 100 - 100, at the prices of each"
        if indicator.prices == "current"
        else "value now / value then x 100 - 100",
        said_on=now.said_on,
        address=now.address,
    )
