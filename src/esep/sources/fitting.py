"""Do the unit, the base and the period of a figure suit its indicator?"""

from __future__ import annotations

from collections.abc import Mapping

from esep.model.indicator import Indicator, PeriodConvention
from esep.model.period import Period, PeriodKind
from esep.model.unit import ScaledUnit, Unit, UnitKind
from esep.sources.surprise import Surprise, shown

_KINDS_OF: dict[str, tuple[UnitKind, ...]] = {
    "share": (UnitKind.PERCENT,),
    "change": (UnitKind.PERCENT, UnitKind.POINTS),
    "index": (UnitKind.INDEX,),
    "rank": (UnitKind.RANK,),
}
"""The kinds of unit of what a source itself compares; a level and a value per head keep the
indicator's own unit."""

_COMPARISONS = ("share", "per_head", "change", "index", "rank")

_PERIODS_OF: dict[PeriodConvention, tuple[PeriodKind, ...]] = {
    PeriodConvention.ANNUAL: (PeriodKind.YEAR,),
    PeriodConvention.MONTHLY: (PeriodKind.MONTH,),
    PeriodConvention.QUARTERLY: (PeriodKind.QUARTER,),
    PeriodConvention.POINT: (PeriodKind.POINT,),
}


def base_of(indicator: Indicator, *, comparison: str, base: str) -> str:
    """The base of a level is that of its indicator, whether the row repeats it or not."""
    return base or (indicator.base if not comparison else "")


def unit_surprise(
    indicator: Indicator,
    unit: ScaledUnit,
    units: Mapping[str, Unit],
    *,
    comparison: str,
    base: str,
) -> Surprise | None:
    if comparison and comparison not in _COMPARISONS:
        return Surprise(
            "unknown_comparison",
            "comparison",
            shown(comparison),
            f"nothing for a level, or {', '.join(_COMPARISONS)}",
            "leave the cell empty where the figure is the indicator itself",
        )
    if not comparison and base and base != indicator.base:
        return Surprise(
            "wrong_base",
            "base",
            shown(base),
            shown(indicator.base) if indicator.base else "no base",
            f"a figure of another base is not {indicator.id}: it needs an indicator of its own",
        )
    if (kinds := _KINDS_OF.get(comparison)) is not None:
        if units[unit.unit_id].kind in kinds:
            return None
        fitting = [each.id for each in units.values() if each.kind in kinds]
        return Surprise(
            "wrong_unit",
            "unit",
            shown(unit.code),
            f"{' or '.join(fitting)}, since the comparison is {comparison}",
            "correct the unit or the comparison",
        )
    if unit.unit_id == indicator.unit.unit_id:
        return None
    return Surprise(
        "wrong_unit",
        "unit",
        shown(unit.code),
        f"{indicator.unit.unit_id}, in which {indicator.id} is counted",
        "correct the unit; if the source itself compares, say so in the column comparison",
    )


def period_surprise(indicator: Indicator, period: Period) -> Surprise | None:
    hint = "correct the period, or the indicator if this is another series"
    match indicator.convention:
        case PeriodConvention.FREE:
            return None
        case PeriodConvention.CUMULATIVE:
            if period.from_january:
                return None
            expected = "a span from January, as 2024-01/2024-04 or 2024-Q1"
            if not period.is_point and period.start.year == period.end.year:
                since_january = Period(period.start.replace(month=1, day=1), period.end)
                hint = f"if the figure is since January, write {since_january.code}"
        case convention:
            if period.kind in _PERIODS_OF[convention]:
                return None
            kinds = " or ".join(kind.value for kind in _PERIODS_OF[convention])
            expected = f"a {kinds}"
    return Surprise(
        "wrong_period",
        "period",
        shown(period.code),
        f"{expected}, for which {indicator.id} is published ({indicator.convention.value})",
        hint,
    )
