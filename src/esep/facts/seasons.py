"""Which single months or quarters of an indicator follow one another on one territory?"""

from __future__ import annotations

from dataclasses import dataclass

from esep.facts.book import FactBook
from esep.model.fact import Comparison, Fact
from esep.model.period import Period, PeriodKind

PER_YEAR = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4}


@dataclass(frozen=True, slots=True)
class Run:
    """Values without a gap, the newest last."""

    facts: tuple[Fact, ...]
    kind: PeriodKind
    cut: str
    """Why it does not begin earlier; empty where nothing earlier is known."""

    @property
    def per_year(self) -> int:
        return PER_YEAR[self.kind]


def newest_run(book: FactBook, indicator: str, region: str, kind: PeriodKind) -> Run:
    """Back from the newest value to the first gap, or to the day the borders changed.

    A season over two lands would be the season of neither.
    """
    periods = [each for each in book.periods(indicator, region) if each.kind is kind]
    facts: list[Fact] = []
    cut = ""
    expected = periods[-1] if periods else None
    for period in reversed(periods):
        fact = book.get(indicator, region, period, Comparison.LEVEL)
        if period != expected:
            cut = f"there is no value of {expected}"
            break
        if fact is None:
            cut = f"{period} is suppressed: {book.hidden_reason(indicator, region, period.code)}"
            break
        if facts and not book.same_territory(indicator, region, period, periods[-1]):
            cut = f"{period} is on the borders of {fact.region_version}"
            break
        facts.append(fact)
        expected = _before(period)
    return Run(tuple(reversed(facts)), kind, cut)


def _before(period: Period) -> Period:
    """The span of the same length that ends where this one begins."""
    months = period.month_count
    first = period.start.month - months
    year = period.start.year - (first < 1)
    first = first if first >= 1 else first + 12
    return Period.months(year, first, first + months - 1)
