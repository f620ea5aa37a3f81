"""Which words a period is told in: a year, years, months, a quarter, a half-year or a day."""

from __future__ import annotations

from enum import Enum, auto

from esep.model.indicator import PeriodConvention
from esep.model.period import Period, PeriodKind


class Telling(Enum):
    DAY = auto()
    YEAR = auto()
    YEARS = auto()
    QUARTER = auto()
    HALF = auto()
    MONTHS = auto()
    """One month, or from a month to a month of the same year."""
    MONTHS_ACROSS = auto()
    """From a month of one year to a month of another."""
    DAYS = auto()


def telling(period: Period, convention: PeriodConvention | None) -> Telling:
    """A cumulative series is told in months, because its quarter is "January to March"."""
    in_months = convention is PeriodConvention.CUMULATIVE and period.from_january
    match period.kind:
        case PeriodKind.POINT:
            return Telling.DAY
        case PeriodKind.YEAR:
            return Telling.YEAR
        case PeriodKind.QUARTER:
            return Telling.MONTHS if in_months else Telling.QUARTER
        case PeriodKind.HALF:
            return Telling.MONTHS if in_months else Telling.HALF
        case PeriodKind.MONTH | PeriodKind.CUMULATIVE:
            return Telling.MONTHS
        case PeriodKind.SPAN:
            return _span(period)


def quarter_of(period: Period) -> int:
    return (period.start.month + 2) // 3


def half_of(period: Period) -> int:
    return (period.start.month + 5) // 6


def _span(period: Period) -> Telling:
    # Period.code names a span by its years, months or days: its text tells which of them it is.
    if len(period.code) == len("2024-01-01/2024-06-14"):
        return Telling.DAYS
    if len(period.code) == len("2024/2030"):
        return Telling.YEARS
    if period.start.year == period.end.year:
        return Telling.MONTHS
    return Telling.MONTHS_ACROSS
