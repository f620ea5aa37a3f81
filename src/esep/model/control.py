"""By which rules the execution of instructions is watched: levels, days, rhythms, colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from esep.model.text import Text


class Shift(StrEnum):
    """What a deadline becomes that falls on a day nobody works."""

    BEFORE = "before"
    AFTER = "after"
    NONE = "none"


class Rhythm(StrEnum):
    """How often an open card is reported on."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


class Colour(StrEnum):
    GREEN = "green"
    AMBER = "amber"
    RED = "red"

    @property
    def worse(self) -> Colour:
        return Colour.AMBER if self is Colour.GREEN else Colour.RED


@dataclass(frozen=True, slots=True)
class Level:
    """Who may issue instructions; the order of levels is that of their rank, highest first."""

    id: str
    names: Text
    lifted_by: tuple[str, ...]
    """Levels that may extend, lift or cancel what this one issued."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """How the press calls who stands there, per language, beside its name."""


@dataclass(frozen=True, slots=True)
class Urgency:
    """Words that set a deadline where no day is named."""

    id: str
    names: Text
    days: int
    """Calendar days from the day of issue."""
    confirmed: bool
    """Whether a public rule says so; the tool tells where one is only assumed."""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """How the press says it, per language."""


@dataclass(frozen=True, slots=True)
class Control:
    levels: Mapping[str, Level]
    urgencies: Mapping[str, Urgency] = field(default_factory=dict)
    shift: Shift = Shift.BEFORE
    shift_confirmed: bool = False
    remind_days: tuple[int, ...] = (10, 3)
    """Days before a deadline when it is at risk, the first of them, and when reminders go out."""
    missing_reports: int = 2
    """So many reports in a row that did not come make the colour worse."""
    report_grace_days: int = 5
    """A report is late, not missing, for so many days after its day."""
    amber_percent: int = 10
    """Short of the trajectory by at most this is amber; more is red."""
    counts: Mapping[str, str] = field(default_factory=dict)
    """Under which indicator instructions are counted that are given, overdue, at_risk, ..."""

    def may_lift(self, level: str, issued_by: str) -> bool:
        issuer = self.levels.get(issued_by)
        return issuer is not None and level in issuer.lifted_by


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The calendar of a country: who works when, and where the day off was moved."""

    weekend: frozenset[int]
    """ISO numbers of the days of the week, Monday is 1."""
    yearly: Mapping[tuple[int, int], Text]
    """Holidays that come every year, by month and day."""
    off: Mapping[date, str] = field(default_factory=dict)
    """Single days off, with the reason: movable feasts, days moved by decree."""
    work: Mapping[date, str] = field(default_factory=dict)
    """Weekend days that were worked instead."""
    known_until: date = date.max
    """After it, single days are not known yet, and what is computed says so."""

    def is_working(self, day: date) -> bool:
        if day in self.work:
            return True
        if day in self.off or (day.month, day.day) in self.yearly:
            return False
        return day.isoweekday() not in self.weekend
