"""How are esep's periods, breakdowns and stages written in SDMX, and read back?

Decision 0011 says why a cumulative period is a time range.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from esep.model.observation import EstimateStage
from esep.model.period import Period, PeriodKind

STRUCTURE_ID = "REG_BRIEF"
STRUCTURE_VERSION = "1.0"
AGENCY = "ESEP"

TOTAL, NOT_APPLICABLE = "_T", "_Z"
COMPARED = "COMPARED_"
"""Begins the measure basis of a figure that its source has itself compared."""

FREQUENCIES = {
    PeriodKind.YEAR: "A",
    PeriodKind.HALF: "S",
    PeriodKind.QUARTER: "Q",
    PeriodKind.MONTH: "M",
    PeriodKind.CUMULATIVE: "I",
    PeriodKind.SPAN: "I",
    PeriodKind.POINT: NOT_APPLICABLE,
}

OBS_STATUS = {
    EstimateStage.OPERATIONAL: "E",
    EstimateStage.PRELIMINARY: "P",
    EstimateStage.UNSTATED: "A",
    EstimateStage.REPORTING: "P",
    EstimateStage.REVISED: "A",
    EstimateStage.FINAL: "A",
    EstimateStage.ESTIMATE: "E",
    EstimateStage.PLAN: "F",
    EstimateStage.FORECAST: "F",
    EstimateStage.ADMINISTRATIVE: "A",
    EstimateStage.DECLARED: "V",
}

STAGE_OF_STATUS = {
    "A": EstimateStage.UNSTATED,
    "B": EstimateStage.UNSTATED,
    "P": EstimateStage.PRELIMINARY,
    "E": EstimateStage.ESTIMATE,
    "F": EstimateStage.FORECAST,
    "V": EstimateStage.DECLARED,
}
"""For files that state no stage of ours. A normal value may still be revised; other statuses say
nothing of how settled a figure is."""

ACTUAL = "ACTUAL"
SCENARIOS = {
    EstimateStage.PLAN: "PLAN",
    EstimateStage.FORECAST: "FORECAST",
    EstimateStage.DECLARED: "DECLARED",
}
"""A plan stands beside a result, so the two differ in a dimension; all other stages are results."""


def sdmx_time(period: Period) -> str:
    """A standard period where there is one, else a range: `2024-01-01/P4M`."""
    year, month = period.start.year, period.start.month
    match period.kind:
        case PeriodKind.POINT:
            return period.start.isoformat()
        case PeriodKind.HALF:
            return f"{year}-S{(month + 5) // 6}"
        case PeriodKind.YEAR | PeriodKind.QUARTER | PeriodKind.MONTH:
            return period.code
    whole = period.start.day == 1 and (period.end + timedelta(days=1)).day == 1
    if not whole:
        return f"{period.start.isoformat()}/P{(period.end - period.start).days + 1}D"
    months = period.month_count
    length = f"{months // 12}Y" if months % 12 == 0 else f"{months}M"
    return f"{period.start.isoformat()}/P{length}"


_RANGE = re.compile(
    r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:T00:00:00)?/P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,6})D)?"
)
_REPORTING = re.compile(r"(\d{4})-([ASTQM])(\d{1,2})")
_MONTHS_IN = {"A": 12, "S": 6, "T": 4, "Q": 3, "M": 1}
_GREGORIAN = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def read_sdmx_time(text: str) -> Period | None:
    """The period of a TIME_PERIOD: Gregorian, reporting or a range; None for anything else."""
    text = text.strip()
    if _GREGORIAN.fullmatch(text):
        return _parsed(text)
    try:
        if match := _REPORTING.fullmatch(text):
            months = _MONTHS_IN[match[2]]
            last = int(match[3]) * months
            return Period.months(int(match[1]), last - months + 1, last)
        if match := _RANGE.fullmatch(text):
            start = date(int(match[1]), int(match[2]), int(match[3] or 1))
            years, months, days = (int(each or 0) for each in match.groups()[3:])
            after = _months_later(start, 12 * years + months) + timedelta(days=days)
            return Period(start, after - timedelta(days=1)) if after > start else None
    except (ValueError, OverflowError):
        return None
    return None


def period_text(text: str) -> str:
    """The period code of a TIME_PERIOD; what cannot be read stays as it is, to be complained of."""
    period = read_sdmx_time(text)
    return period.code if period is not None else text


def _parsed(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except ValueError:
        return None


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


# -- identifiers ---------------------------------------------------------------------------

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")
_ESCAPED = re.compile(r"\$([0-9a-f]{1,6})\$")


def identifier(text: str) -> str:
    """Any text as an SDMX identifier: `=` is written `@`, other signs by their code."""
    if text in (TOTAL, NOT_APPLICABLE):
        return f"$5f${text[1:]}"
    if text.startswith("-"):  # a spreadsheet would run it
        return "$2d$" + _UNSAFE.sub(_code, text[1:])
    return _UNSAFE.sub(_code, text)


def _code(sign: re.Match[str]) -> str:
    return "@" if sign[0] == "=" else f"${ord(sign[0]):x}$"


def from_identifier(text: str) -> str:
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text.replace("@", "="))


def activity_and_breakdown(breakdown: str) -> tuple[str, str]:
    """The part `activity=...` of a breakdown has a dimension of its own; what is left another."""
    parts = breakdown.split(";") if breakdown else []
    activity = [part.partition("=")[2] for part in parts if part.startswith("activity=")]
    others = ";".join(part for part in parts if not part.startswith("activity="))
    return (
        identifier(activity[0]) if activity else TOTAL,
        identifier(others) if others else TOTAL,
    )


def breakdown_of(activity: str, breakdown: str) -> str:
    parts = [] if breakdown in ("", TOTAL) else from_identifier(breakdown).split(";")
    if activity not in ("", TOTAL):
        parts.append("activity=" + from_identifier(activity))
    return ";".join(sorted(parts))
