"""Which period of an indicator may stand in a document on a given day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from esep.model.indicator import Indicator
from esep.model.period import Period
from esep.model.release import Source


def available_on(period: Period, source: Source) -> date:
    """The day a period of this source is normally out: its end plus the source's lag."""
    lag = source.lag_days.get(period.kind, source.default_lag_days)
    end = period.start if period.is_point else period.end
    return end + timedelta(days=lag)


def newest_period(
    periods: Iterable[Period],
    indicator: Indicator,
    sources: Mapping[str, Source],
    *,
    on: date,
    within: Period,
) -> Period | None:
    """The newest period that had ended and was normally out on the day, within the document's.

    A briefing for January-May may not print June, even when it is written in autumn. Of two
    periods with one end the longer is taken: the year, not its last quarter.
    """
    source = sources[indicator.source]
    allowed = [
        period
        for period in periods
        if period.end < on and period.end <= within.end and available_on(period, source) <= on
    ]
    return max(allowed, key=lambda period: (period.end, -period.start.toordinal()), default=None)
