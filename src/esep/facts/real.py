"""Nominal against real: what a value, its growth and the prices between them are by an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esep.indicators.real import deflated, implicit_deflator, is_volume_index, real_value
from esep.indicators.spans import chained
from esep.model.fact import Comparison, Fact
from esep.model.indicator import IndicatorKind
from esep.model.period import Period, PeriodKind
from esep.model.unit import ScaledUnit

if TYPE_CHECKING:
    from esep.facts.compare import Comparer
    from esep.facts.row import ValueRow

INDEX = "index_percent"


def deflation(comparer: Comparer, row: ValueRow, comparison: Comparison, by: str) -> Fact | None:
    """The comparison by an index of the same territory and span, never by another land's."""
    index = comparer.neighbours.on_territory(by, row["territory"], row["period"]) if by else None
    if index is None or index.hidden or index.value <= 0:
        return None
    volume = is_volume_index(comparer.indicators[by])
    number, told = index.value, comparer.level(index)
    earlier = comparer.year_before(row)
    if comparison is Comparison.REAL and not volume:
        unit, value = comparer.indicators[row["indicator"]].unit, deflated(row.value, number)
        return comparer.estimate(
            row, comparison, value, unit, (comparer.level(row), told), f"value / {by} x 100", by=by
        )
    if earlier is None or earlier.hidden or earlier.value <= 0:
        return None
    before = comparer.level(earlier)
    growth = row.value / earlier.value * 100
    if comparison is Comparison.REAL:
        unit = comparer.indicators[row["indicator"]].unit
        value, formula = real_value(earlier.value, number), f"value of the year before x {by} / 100"
        return comparer.estimate(row, comparison, value, unit, (before, told), formula, by=by)
    if (comparison is Comparison.DEFLATOR) != volume:
        return None
    made = implicit_deflator(growth, number) if volume else deflated(growth, number)
    return comparer.estimate(
        row,
        comparison,
        made,
        ScaledUnit(INDEX),
        (comparer.level(row), before, told),
        f"value / value of the year before x 100 / {by} x 100",
        by=by,
    )


def chain(comparer: Comparer, row: ValueRow, period: Period) -> Fact | None:
    """The product of the years' indices, all on the territory of the last."""
    indicator = comparer.indicators[row["indicator"]]
    if indicator.kind is not IndicatorKind.INDEX or row.period.kind is not PeriodKind.YEAR:
        return None
    years = [Period.year(year) for year in range(period.start.year, period.end.year + 1)]
    rows = [
        comparer.neighbours.on_territory(indicator.id, row["territory"], each.code)
        for each in years
    ]
    known = [each for each in rows if each is not None and not each.hidden]
    if len(known) < len(years):
        return None
    return comparer.estimate(
        row,
        Comparison.CHAINED,
        chained({each.period: each.value for each in known}),
        ScaledUnit(INDEX),
        tuple(comparer.level(each) for each in known),
        " x ".join(f"{each.code} / 100" for each in years) + " x 100",
        period=period,
    )
