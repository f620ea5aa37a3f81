"""On which day is a thing due, given the days on which nobody works?"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from esep.model.control import Rhythm, Shift, WorkingDays

_ONE = timedelta(days=1)
_MONTHS = {
    Rhythm.MONTHLY: 1,
    Rhythm.QUARTERLY: 3,
    Rhythm.HALF_YEARLY: 6,
    Rhythm.YEARLY: 12,
}


def shifted(day: date, calendar: WorkingDays, shift: Shift) -> date:
    """The working day a deadline means: itself, or the nearest one before or after."""
    if shift is Shift.NONE:
        return day
    step = -_ONE if shift is Shift.BEFORE else _ONE
    while not calendar.is_working(day):
        day += step
    return day


def working_days_between(first: date, last: date, calendar: WorkingDays) -> int:
    """Working days after `first`, up to and with `last`; negative where `last` is earlier."""
    if last < first:
        return -working_days_between(last, first, calendar)
    day, count = first, 0
    while day < last:
        day += _ONE
        count += calendar.is_working(day)
    return count


def report_days(start: date, rhythm: Rhythm, until: date) -> Iterator[date]:
    """The days on which a report is due: one span after the start, then each span again.

    A start on the 31st is reported on the last day of shorter months.
    """
    span = 0
    while True:
        span += 1
        if rhythm is Rhythm.WEEKLY:
            day = start + timedelta(weeks=span)
        else:
            day = _months_after(start, span * _MONTHS[rhythm])
        if day > until:
            return
        yield day


def _months_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
