"""Which days do the words of time chosen for a figure give it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from esep.checking.periods.choose import counts_years, is_plan, names_year
from esep.model.claim import Claim, PeriodRole, QuantityKind, Span, WrittenPeriod
from esep.model.period import Period

_ADDING_UP = frozenset({QuantityKind.COUNT, QuantityKind.MONEY})
_SEASON = 3
_ADDED_UNITS = frozenset({"km"})
_STATISTICS = frozenset({QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.INDEX})


@dataclass(frozen=True, slots=True)
class Teller:
    """What stands around a figure that its words of time lean on."""

    day: date
    lead: Period | None
    """What the report says that it is about."""
    before: Period | None
    """The period of the figure before it in the sentence."""
    english: bool

    def days(self, claim: Claim, written: WrittenPeriod) -> Period:
        period, lead = written.period, self.lead
        if written.role is PeriodRole.HORIZON:
            return until(period, claim, day=self.day)
        if written.role is PeriodRole.BASE and self.before and not names_year(written):
            # "5% against 4% a year earlier": the same months of the year before.
            return self.before.years_before(1)
        if is_plan(claim) and period.end < self.day and _a_part(period) and not names_year(written):
            return period.years_before(-1)  # "is due in September", said in April
        if is_plan(claim) and period.end < self.day and _within_a_year(written):
            return Period.year(self.day.year)  # жыл ішінде, of a plan
        if counts_years(written):
            return self._years(period, ahead=is_plan(claim))
        sums_up = claim.quantity.kind in _STATISTICS and not self.english
        if (
            lead
            and lead.end <= self.day
            and sums_up
            and self._since_january(period)
            and period.start == lead.start
        ):
            return lead  # "всего с января" of a report on eleven months is of those months
        return period

    def _years(self, period: Period, *, ahead: bool) -> Period:
        """So many years lie ahead of a plan; in English they lead up to the year told of."""
        length = period.end.year - period.start.year
        if ahead and period.end.year <= self.day.year:
            return _years(self.day.year, self.day.year + length)
        after_lead = self.english and self.lead and period.end.year - self.lead.end.year == 1
        return period.years_before(1) if after_lead else period

    def _since_january(self, period: Period) -> bool:
        first = Period.year(self.day.year).start
        return (period.start, period.end) == (first, self.day) and not period.is_point


def until(horizon: Period, claim: Claim, *, day: date) -> Period:
    """A level is reached in the year of the horizon, what adds up does so until then."""
    if _school(horizon) and horizon.start <= day:
        return horizon
    # "By winter", "by the new school year": the calendar year in which these begin.
    last = horizon.start.year if _crosses(horizon) else horizon.end.year
    quantity = claim.quantity
    adds_up = quantity.kind in _ADDING_UP or quantity.unit in _ADDED_UNITS
    level = claim.comparison not in ("", "plan") or quantity.span is Span.TO
    first = day.year if adds_up and not level and last > day.year else last
    return _years(first, last)


def _years(first: int, last: int) -> Period:
    return Period(Period.year(first).start, Period.year(last).end)


def _a_part(period: Period) -> bool:
    """Whether it is a month or a season of one year."""
    return not period.is_point and 1 <= period.month_count <= _SEASON


def _within_a_year(written: WrittenPeriod) -> bool:
    return written.text.lower().startswith(("жыл ", "jyl "))


def _school(period: Period) -> bool:
    return (period.start.month, period.end.month, period.month_count) == (9, 5, 9)


def _crosses(period: Period) -> bool:
    """Whether it is a season that runs into the next year."""
    return period.end.year == period.start.year + 1 and period.month_count < 12
