"""From cumulative spans to single months and quarters and back, where that is lawful at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from esep.errors import BadRequest
from esep.model.indicator import Indicator, IndicatorKind
from esep.model.period import Period, PeriodKind

Series = Mapping[Period, Decimal]

_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3}
_WHY = {
    IndicatorKind.INDEX: "an index of January-N is not the product, the mean or the difference of "
    "monthly indices: it needs each month's share of the year before",
    IndicatorKind.RATE: "a rate has a denominator of its own in every span",
    IndicatorKind.STOCK: "a stock is a state on a day and never accumulates",
}


def discrete(series: Series, indicator: Indicator, kind: PeriodKind) -> dict[Period, Decimal]:
    """Single months or quarters of a flow told from January on; what is told already stands."""
    _refuse_unless_flow(indicator)
    months = _months_of(kind)
    found = {}
    ends = {(each.start.year, each.end.month): each for each in series if each.from_january}
    for (year, month), span in ends.items():
        if month % months:
            continue
        before = ends.get((year, month - months))
        if month > months and before is None:
            continue
        single = Period.months(year, month - months + 1, month)
        found[single] = series[span] - (series[before] if before else 0)
    return found | {each: value for each, value in series.items() if each.kind is kind}


def cumulative(series: Series, indicator: Indicator, kind: PeriodKind) -> dict[Period, Decimal]:
    """January to each month, while no single one is missing; a gap ends the year."""
    _refuse_unless_flow(indicator)
    months = _months_of(kind)
    found = {}
    for year in sorted({each.start.year for each in series}):
        total = Decimal(0)
        for month in range(months, 13, months):
            single = Period.months(year, month - months + 1, month)
            if single not in series:
                break
            total += series[single]
            found[Period.months(year, 1, month)] = total
    return found


def cumulative_index(parts: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """I[1..N] = sum(s x I) / sum(s): indices of single months with the year before's values."""
    total = sum((weight for weight, _ in parts), Decimal(0))
    if not parts or total <= 0 or any(weight < 0 for weight, _ in parts):
        raise BadRequest(
            "indices are joined with the values of the year before, and there are none",
            hint="give the value of each month of the year before",
        )
    return sum((weight * index for weight, index in parts), Decimal(0)) / total


def discrete_index(now: Decimal, before: Decimal, share: Decimal) -> Decimal:
    """I[N] = (I[1..N] - (1 - s) x I[1..N-1]) / s, s = month N of January-N a year before."""
    if not 0 < share <= 1:
        raise BadRequest(
            f"a month cannot be {share} of the span it is in",
            hint="give its share of January-N of the year before, between 0 and 1",
        )
    return (now - (1 - share) * before) / share


def chained(indices: Series) -> Decimal:
    """The index over several years: whole years only, none missing between them."""
    years = sorted(indices)
    for each in years:
        if each.kind is not PeriodKind.YEAR:
            raise BadRequest(
                f"{each} is not a whole year: indices within a year are not chained",
                detail="January-N of one year overlaps January-N-1; their product means nothing",
                hint="give the indices of whole years",
            )
    numbers = [each.start.year for each in years]
    if not numbers or numbers != list(range(numbers[0], numbers[-1] + 1)):
        raise BadRequest(
            "a chain with a missing year is no chain",
            hint=f"there is: {', '.join(map(str, numbers)) or 'nothing'}",
        )
    product = Decimal(100)
    for each in years:
        product = product * indices[each] / 100
    return product


def _refuse_unless_flow(indicator: Indicator) -> None:
    if indicator.kind is not IndicatorKind.FLOW:
        raise BadRequest(
            f"{indicator.id} cannot be taken apart or added up over months",
            detail=_WHY[indicator.kind],
            hint="only flows can: output, investment, births",
        )
    if not indicator.additive:
        raise BadRequest(
            f"{indicator.id} does not add up",
            detail="an average or a ratio is not the sum of its months",
            hint="only flows that add up can be taken apart",
        )


def _months_of(kind: PeriodKind) -> int:
    if kind not in _MONTHS:
        raise BadRequest(f"{kind} is not a single span", hint="months or quarters")
    return _MONTHS[kind]
