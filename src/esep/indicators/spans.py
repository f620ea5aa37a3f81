"""From cumulative spans to single months and quarters and back, where that is lawful at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from esep.errors import BadRequest
from esep.model.indicator import YEAR_BEFORE, Indicator, IndicatorKind
from esep.model.period import Period, PeriodKind

MINUS, PLUS = " - ", " + "
"""Between the periods in `span_of`: what a value of another span was made of."""

YEARS = range(1900, 2101)
_WHY = {
    IndicatorKind.INDEX: "an index of January-N is not the product, the mean or the difference of "
    "monthly indices: it needs each month's share of the year before",
    IndicatorKind.RATE: "a rate has a denominator of its own in every span",
    IndicatorKind.STOCK: "a stock is a state on a day and never accumulates",
}


class Span(StrEnum):
    """Which spans a flow is told in."""

    MONTH = "month"
    QUARTER = "quarter"
    CUMULATIVE = "cumulative"


@dataclass(frozen=True, slots=True)
class Recipe:
    """Which periods make another one."""

    period: Period
    parts: tuple[Period, ...]


def refuse_unless_lawful(indicator: Indicator) -> None:
    """Only flows that add up are taken apart; BadRequest says why another is not."""
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


def flows(indicators: Collection[Indicator]) -> list[str]:
    """The ids of what may be taken apart."""
    return [each.id for each in indicators if each.kind is IndicatorKind.FLOW and each.additive]


def recipes(span: Span) -> Iterator[Recipe]:
    """For a single span: January to its end, less January to its beginning. Back: the sum."""
    if span is Span.CUMULATIVE:
        for each in (Span.QUARTER, Span.MONTH):
            single = singles(each)
            for year in YEARS:
                for number in range(2, len(single) + 1):
                    parts = tuple(Period.months(year, *each) for each in single[:number])
                    yield Recipe(Period.months(year, 1, single[number - 1][1]), parts)
        return
    for year in YEARS:
        for first, last in singles(span)[1:]:
            spans = Period.months(year, 1, last), Period.months(year, 1, first - 1)
            yield Recipe(Period.months(year, first, last), spans)


def singles(span: Span) -> list[tuple[int, int]]:
    months = 1 if span is Span.MONTH else 3
    return [(first, first + months - 1) for first in range(1, 13, months)]


def recipe_rows(span: Span) -> list[dict[str, object]]:
    """One row a part, for a table that `in_spans` joins with."""
    joined = PLUS if span is Span.CUMULATIVE else MINUS
    return [
        {
            "made": recipe.period.code,
            "made_start": recipe.period.start,
            "made_end": recipe.period.end,
            "made_kind": recipe.period.kind.value,
            "made_prior": recipe.period.years_before(1).code,
            "part": part.code,
            "sign": -1.0 if number and span is not Span.CUMULATIVE else 1.0,
            "parts": len(recipe.parts),
            "recipe": joined.join(each.code for each in recipe.parts),
        }
        for recipe in recipes(span)
        for number, part in enumerate(recipe.parts)
    ]


def refuse_unless_chained(indicator: Indicator, period: Period | None) -> None:
    """Only yearly indices are chained, and over whole years; BadRequest says why not."""
    if indicator.kind is not IndicatorKind.INDEX or indicator.base != YEAR_BEFORE:
        raise BadRequest(
            f"{indicator.id} is not chained",
            detail="only an index against the year before is multiplied over the years"
            if indicator.kind is IndicatorKind.INDEX
            else f"it is a {indicator.kind}, not an index",
            hint=f"its volume index: {indicator.real_growth}" if indicator.real_growth else "",
        )
    if period is not None and period.kind not in (PeriodKind.YEAR, PeriodKind.SPAN):
        raise BadRequest(
            f"{period} is not whole years: indices within a year are not chained",
            detail="January-N of one year overlaps January-N-1; their product means nothing",
            hint="write the years: --period 2021/2024",
        )


def chained(indices: Mapping[Period, Decimal]) -> Decimal:
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
