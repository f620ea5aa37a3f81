"""Which days does an expression of time mean, read on the day of its document?"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta
from enum import IntEnum

from esep.language.reading import time_words as w
from esep.language.reading.time_words import Token
from esep.model.period import Period

_SETTLED_FROM = 4
"""From April on, "a year" in a report is its own year; before, the year that has just ended."""


_NEARLY_OVER = 10
_NEW_YEAR_OVER = 3
_HEATING = 7
"""Months of a heating season, from October."""
_LAST, _RECENT = -1, -2
_FOLLOWING = ("next", "following", "следующ", "келесі", "kelesi")
_AT_ITS_END = ("дағы", "дегі", "daǵy", "dağy", "degi")


class Lean(IntEnum):
    """How many months ahead a month without a year may lie."""

    SINCE = 0
    PLAIN = 4
    BY = 9


class Reading:
    """One expression found in a sentence, with the groups of the rule that found it."""

    def __init__(
        self,
        tokens: Sequence[Token],
        match: re.Match[str],
        *,
        day: date,
        lean: Lean,
        earlier: Period | None,
    ) -> None:
        self.tokens = tokens
        self.match = match
        self.day = day
        self.lean = lean
        self.earlier = earlier

    # -- pieces ------------------------------------------------------------------------

    def token(self, group: str) -> Token | None:
        at = self.match.start(group) if group in self.match.re.groupindex else -1
        return self.tokens[at] if at >= 0 else None

    def value(self, group: str) -> int:
        token = self.token(group)
        return token.value if token else 0

    def year(self, *groups: str) -> int | None:
        """The year its words name, None where they name none."""
        for group in groups or ("yr", "yr2", "yr3"):
            if token := self.token(group):
                if token.kind == w.YEAR:
                    return token.value
                last = self.tokens[self.match.end(group) - 1]
                if token.kind == w.RELATIVE and last.kind == w.YEAR_WORD and last.value == 1:
                    return None  # in recent years
                if token.value == _RECENT:
                    return self.day.year - (self.day.month < _NEARLY_OVER)
                if self.earlier and self._following(token):
                    return self.earlier.start.year + 1
                return self.day.year + max(token.value, _LAST)
        return None

    def _following(self, token: Token) -> bool:
        """Whether "the next year" is the one after a past year just told of."""
        told = self.earlier.start.year if self.earlier else self.day.year
        past = told < self.day.year and self.earlier == Period.year(told)
        return past and token.text.lower().startswith(_FOLLOWING)

    @property
    def full_year(self) -> int:
        """The year last told of as a whole."""
        return self.day.year - (self.day.month < _SETTLED_FROM)

    def year_of_month(self, month: int) -> int:
        """The year of a month named alone: the nearest one, rather behind than ahead."""
        forward = (month - self.day.month) % 12
        wraps = self.day.month + forward > 12
        limit = min(self.lean, 1) if wraps and self.lean is Lean.PLAIN else self.lean
        return self.day.year + wraps - (forward > limit)

    def year_begun(self, month: int) -> int:
        """The latest year in which that month has begun."""
        return self.day.year - (month > self.day.month and self.lean is not Lean.BY)

    # -- rules -------------------------------------------------------------------------

    def date(self) -> Period:
        return Period.point(date.fromordinal(self.tokens[self.match.start()].value))

    def dates(self) -> Period | None:
        first, last = self.value("first"), self.value("last")
        return _between(date.fromordinal(first), date.fromordinal(last))

    def day_of_month(self) -> Period | None:
        month, day = self.value("m1"), self.value("d")
        year = self.year() or self.year_of_month(month)
        found = _day(year, month, day)
        return Period.point(found) if found else None

    def days(self) -> Period | None:
        month = self.value("m1")
        year = self.year() or self.year_of_month(month)
        return _between(_day(year, month, self.value("d")), _day(year, month, self.value("d2")))

    def days_across(self) -> Period | None:
        first, last = self.value("m1"), self.value("m2")
        end = self.year("yr2", "yr") or self.year_of_month(last)
        start = self.year("yr") or end - (first > last)
        return _between(_day(start, first, self.value("d")), _day(end, last, self.value("d2")))

    def month(self) -> Period:
        month, relative = self.value("m1"), self.token("rel")
        year = self.year() or self.year_of_month(month)
        if relative and relative.value < 0:
            year = self.day.year - (month >= self.day.month)
        elif relative:
            year = self.day.year + relative.value * (month <= self.day.month)
        return Period.months(year, month, month)

    def months(self) -> Period:
        first, last = self.value("m1"), self.value("m2")
        year = self.year()
        if year is None:
            year = self.year_begun(last) if first == 1 else self.year_of_month(last)
        return _months(year - (first > last), first, year, last)

    def months_across(self) -> Period | None:
        first, last = self.value("m1"), self.value("m2")
        end = self.year("yr2", "yr", "yr3") or self.year_of_month(last)
        start = self.year("yr", "yr3") or end - (first > last)
        return _months(start, first, end, last) if (start, first) <= (end, last) else None

    def month_count(self) -> Period | None:
        """Nine months: January to September, of this year once September has come."""
        count = self.value("n")
        relative = self.token("rel")
        year = self.year()
        if not 1 <= count <= 12 or (count == 1 and year is None):
            return None
        if year is None and relative is not None:
            if relative.value > 0:
                return self._run(self.day.year, self.day.month + 1, count)
            if relative.value < 0 and not self._closes_with(count):
                return self._run(self.day.year, self.day.month - count, count)
        return self._from_january(count, year)

    def _closes_with(self, month: int) -> bool:
        """Whether a report of this day can be about January to that month."""
        since = (self.day.month - month) % 12
        return since <= 1 or (since == 2 and month >= 6)

    def months_to(self) -> Period:
        """Three months to August, the year to July: so many, that one included."""
        month = self.value("m1")
        year = self.year() or self.year_of_month(month)
        count = self.value("n") or 12
        return self._run(year, month - count + 1, count)

    def quarter_count(self) -> Period | None:
        count = self.value("n")
        return self._from_january(3 * count, self.year()) if 1 <= count <= 4 else None

    def _from_january(self, months: int, year: int | None) -> Period | None:
        if months > 12:
            return None
        return Period.months(self.year_begun(months) if year is None else year, 1, months)

    def _run(self, year: int, first: int, count: int) -> Period:
        start, end = year * 12 + first - 1, year * 12 + first + count - 2
        return _months(start // 12, start % 12 + 1, end // 12, end % 12 + 1)

    def quarter(self) -> Period | None:
        return self._part(self.value("n"), self.value("n"), 3)

    def quarters(self) -> Period | None:
        return self._part(self.value("n"), self.value("n2"), 3)

    def half(self) -> Period | None:
        return self._part(self.value("n"), self.value("n"), 6)

    def _part(self, first: int, last: int, months: int) -> Period | None:
        if not 1 <= first <= last <= 12 // months:
            return None
        start = (first - 1) * months + 1
        year = self.year()
        return Period.months(self.year_begun(start) if year is None else year, start, last * months)

    def last_half(self) -> Period:
        """A half-year without its number: the one that ended last."""
        if year := self.year():
            return Period.months(year, 1, 6)
        if self.day.month > 6:
            return Period.months(self.day.year, 1, 6)
        return Period.months(self.day.year - 1, 7, 12)

    def relative(self) -> Period:
        token = self.token("unit")
        step = max(self.value("rel"), _LAST)
        if token and token.kind == w.WEEK_WORD:
            monday = self.day - timedelta(days=self.day.weekday() - 7 * step)
            return Period(monday, monday + timedelta(days=6))
        length = 3 if token and token.kind == w.QUARTER_WORD else 1
        first = (self.day.month - 1) // length * length + 1 + step * length
        return self._run(self.day.year, first, length)

    def years(self) -> Period | None:
        first, last = self.value("y1"), self.value("y2")
        return _years(first, last)

    def years_short(self) -> Period | None:
        """2024-25, 2021/25."""
        first, last = self.value("y1"), self.token("n")
        if last is None or len(last.text) != 2:
            return None
        end = first // 100 * 100 + last.value
        return _years(first, end) if first < end <= first + 30 else None

    def one_year(self) -> Period | None:
        token = self.token("yr")
        if token and token.case == "decade":
            return Period(date(token.value, 1, 1), date(token.value + 9, 12, 31))
        year = self.year()
        return Period.year(year) if year is not None else None

    def year_count(self) -> Period | None:
        """Three years: those that end with the year told of, or begin with this one."""
        count = self.value("n")
        if not 1 <= count <= 60:
            return None
        if self.value("rel") > 0:
            return _years(self.day.year, self.day.year + count - 1)
        if self.value("rel") == _LAST:
            # "In two years more than in the seven years before": seven that end before the two.
            end = self.earlier.start.year if self.earlier else self.day.year
            return _years(end - count, end - 1)
        return _years(self.full_year - count + 1, self.full_year)

    def decade(self) -> Period | None:
        """So many years as its name says: a decade, пятилетка."""
        count = self.tokens[self.match.end() - 1].value or 10
        if self.value("rel") > 0:
            return _years(self.day.year, self.day.year + count - 1)
        return _years(self.full_year - count + 1, self.full_year)

    def later(self) -> Period:
        return Period.year(self.day.year + (self.value("n") or 1))

    def months_ago(self) -> Period:
        return self._run(self.day.year, self.day.month - self.value("n"), 1)

    def months_later(self) -> Period:
        return self._run(self.day.year, self.day.month + (self.value("n") or 1), 1)

    def whole_year(self) -> Period:
        """ "For the year": the one that is nearly over, or the last; план на год is of this one."""
        led = self.tokens[self.match.start()]
        first = "" if "months" in led.text else led.text.lower()
        ahead = first == "на" or " " in first  # план на год, в течение года
        over = self.day.month >= _NEARLY_OVER
        return Period.year(self.day.year if ahead or over else self.day.year - 1)

    def school(self) -> Period | None:
        """A school year runs from September to May."""
        if first := self.token("y1"):
            start = first.value
        else:
            relative = self.token("rel")
            start = self.day.year - (self.day.month < 8)
            if relative and relative.kind == w.NEW:
                start = self.day.year if self.day.month >= 5 else self.day.year - 1
            elif relative:
                start += max(relative.value, _LAST)
        return _months(start, 9, start + 1, 5)

    def season(self) -> Period:
        first, step = self.value("s"), max(self.value("rel"), _LAST)
        year = self.year()
        if year is None:
            year = self.day.year + step
            if first >= 10:
                year -= self.day.month < 6
        return self._run(year, first, _HEATING if first == 10 else 3)

    def start(self) -> Period:
        return Period.point(date(self.year() or self.day.year, 1, 1))

    def end(self) -> Period:
        """By the end of a year; what stood at the end of a past one is of its last day."""
        year = self.year() or self.day.year
        stood = self.tokens[self.match.end() - 1].text.lower().endswith(_AT_ITS_END)
        return (
            Period.point(date(year, 12, 31)) if stood and year < self.day.year else self.this_year()
        )

    def this_year(self) -> Period:
        return Period.year(self.year() or self.day.year)

    def before_new_year(self) -> Period:
        """Soon after a New Year the one that has been is meant; the end of a year lies ahead."""
        if year := self.year():
            return Period.year(year)
        over = self.day.month < _NEW_YEAR_OVER and not self.tokens[self.match.start()].value
        return Period.year(self.day.year - over)

    def so_far(self) -> Period:
        return Period(date(self.day.year, 1, 1), self.day)

    def now(self) -> Period:
        return Period.point(self.day)

    def ago(self) -> Period:
        return Period.year(self.day.year - (self.value("n") or self.value("m") or 1))

    def year_before(self) -> Period:
        return Period.year(self.day.year - 1)

    def same(self) -> Period | None:
        """The same months of another year; which months they are only the figure knows."""
        year = self.year()
        return Period.year(year) if year is not None and year < self.day.year else None


def _day(year: int, month: int, day: int) -> date | None:
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def _between(first: date | None, last: date | None) -> Period | None:
    return Period(first, last) if first and last and first <= last else None


def _months(first_year: int, first: int, last_year: int, last: int) -> Period:
    end = calendar.monthrange(last_year, last)[1]
    return Period(date(first_year, first, 1), date(last_year, last, end))


def _years(first: int, last: int) -> Period | None:
    return Period(date(first, 1, 1), date(last, 12, 31)) if first <= last else None


MEANINGS = {
    "date": Reading.date,
    "dates": Reading.dates,
    "day": Reading.day_of_month,
    "days": Reading.days,
    "days_across": Reading.days_across,
    "month": Reading.month,
    "months": Reading.months,
    "months_across": Reading.months_across,
    "month_count": Reading.month_count,
    "months_to": Reading.months_to,
    "quarter_count": Reading.quarter_count,
    "quarter": Reading.quarter,
    "quarters": Reading.quarters,
    "half": Reading.half,
    "last_half": Reading.last_half,
    "relative": Reading.relative,
    "years": Reading.years,
    "year_list": Reading.years,
    "years_short": Reading.years_short,
    "year": Reading.one_year,
    "year_count": Reading.year_count,
    "decade": Reading.decade,
    "later": Reading.later,
    "months_ago": Reading.months_ago,
    "months_later": Reading.months_later,
    "level": Reading.one_year,
    "whole_year": Reading.whole_year,
    "school": Reading.school,
    "holidays": Reading.school,
    "season": Reading.season,
    "start": Reading.start,
    "end": Reading.end,
    "new_year": Reading.before_new_year,
    "so_far": Reading.so_far,
    "now": Reading.now,
    "ago": Reading.ago,
    "year_on_year": Reading.year_before,
    "same": Reading.same,
}
