"""When a figure is of: a month, a quarter, a cumulative span, a point in time, a span of years."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PeriodKind(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    CUMULATIVE = "cumulative"
    """January to a later month of the same year, where no shorter name covers it."""
    POINT = "point"
    """A state on a day: `2024-01-01` is the beginning of that day."""
    SPAN = "span"
    """Several whole years, as programmes have: `2024/2030`; or any other run of months or, as
    reports say "since January", of days: `2024-01-01/2024-06-14`."""


_YEAR = re.compile(r"(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_HALF = re.compile(r"(\d{4})-[HS]([12])")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


class PeriodSyntaxError(ValueError):
    """The text is not a period code; the message lists what is."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"'{text}' is not a period: write 2024, 2024-H1, 2024-Q1, 2024-04, "
            f"2024-01/2024-04, 2024-01-01 or 2024/2030"
        )


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """An interval of whole days, both ends included, or a point in time.

    One interval has one code: January to June 2024 is `2024-H1` however it was written, so
    that "I half-year" and "January-June" are the same period of a cumulative series. A single
    January is the month `2024-01`.
    """

    start: date
    end: date
    is_point: bool = False

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a period ends before it starts: {self.start} to {self.end}")

    # -- building ----------------------------------------------------------------------

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a period code; raise PeriodSyntaxError for anything else."""
        text = text.strip().upper()
        if "/" in text:
            first_text, _, last_text = text.partition("/")
            first, last = cls._parse_one(first_text), cls._parse_one(last_text)
            if first is None or last is None or first.is_point != last.is_point:
                raise PeriodSyntaxError(text)
            if first.start > last.end:
                raise PeriodSyntaxError(text)
            return cls(first.start, last.end)
        period = cls._parse_one(text)
        if period is None:
            raise PeriodSyntaxError(text)
        return period

    @classmethod
    def _parse_one(cls, text: str) -> Period | None:
        try:
            if match := _YEAR.fullmatch(text):
                return cls.year(int(match[1]))
            if match := _MONTH.fullmatch(text):
                return cls.months(int(match[1]), int(match[2]), int(match[2]))
            if match := _QUARTER.fullmatch(text):
                return cls.months(int(match[1]), 3 * int(match[2]) - 2, 3 * int(match[2]))
            if match := _HALF.fullmatch(text):
                return cls.months(int(match[1]), 6 * int(match[2]) - 5, 6 * int(match[2]))
            if match := _DAY.fullmatch(text):
                return cls.point(date(int(match[1]), int(match[2]), int(match[3])))
        except ValueError:
            return None
        return None

    @classmethod
    def year(cls, year: int) -> Period:
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def months(cls, year: int, first: int, last: int) -> Period:
        """From the first to the last month of a year, both included."""
        return cls(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))

    @classmethod
    def point(cls, day: date) -> Period:
        return cls(day, day, is_point=True)

    # -- what it is --------------------------------------------------------------------

    @property
    def kind(self) -> PeriodKind:
        if self.is_point:
            return PeriodKind.POINT
        months = self.month_count
        whole = self.start.day == 1 and (self.end.day == _last_day(self.end))
        if not whole or self.start.year != self.end.year:
            return PeriodKind.SPAN
        first = self.start.month
        if months == 12:
            return PeriodKind.YEAR
        if months == 6 and first in (1, 7):
            return PeriodKind.HALF
        if months == 3 and first in (1, 4, 7, 10):
            return PeriodKind.QUARTER
        if months == 1:
            return PeriodKind.MONTH
        return PeriodKind.CUMULATIVE if first == 1 else PeriodKind.SPAN

    @property
    def month_count(self) -> int:
        years = self.end.year - self.start.year
        return years * 12 + self.end.month - self.start.month + 1

    @property
    def from_january(self) -> bool:
        """Whether this is what a cumulative series publishes: January to a month of one year."""
        return (
            not self.is_point
            and (self.start.month, self.start.day) == (1, 1)
            and self.start.year == self.end.year
            and self.end.day == _last_day(self.end)
        )

    @property
    def code(self) -> str:
        year = self.start.year
        match self.kind:
            case PeriodKind.POINT:
                return self.start.isoformat()
            case PeriodKind.YEAR:
                return f"{year}"
            case PeriodKind.HALF:
                return f"{year}-H{(self.start.month + 5) // 6}"
            case PeriodKind.QUARTER:
                return f"{year}-Q{(self.start.month + 2) // 3}"
            case PeriodKind.MONTH:
                return f"{year}-{self.start.month:02}"
            case PeriodKind.CUMULATIVE:
                return f"{year}-01/{year}-{self.end.month:02}"
            case PeriodKind.SPAN:
                if (self.start.month, self.start.day) == (1, 1) and (
                    self.end.month,
                    self.end.day,
                ) == (12, 31):
                    return f"{year}/{self.end.year}"
                if self.start.day != 1 or self.end.day != _last_day(self.end):
                    return f"{self.start.isoformat()}/{self.end.isoformat()}"
                return f"{year}-{self.start.month:02}/{self.end.year}-{self.end.month:02}"

    def years_before(self, years: int) -> Period:
        """The same span that many years earlier: January-April 2024 gives January-April 2023."""
        if self.is_point:
            return Period.point(_shift(self.start, -years))
        start = _shift(self.start, -years)
        if self.end.day != _last_day(self.end):
            return Period(start, _shift(self.end, -years))
        end = date(self.end.year - years, self.end.month, 1)
        return Period(start, end.replace(day=_last_day(end)))

    def __str__(self) -> str:
        return self.code


def _last_day(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _shift(day: date, years: int) -> date:
    year = day.year + years
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))
