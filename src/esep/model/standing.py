"""Where an instruction stands on a day: its state, its marks, its deadlines and reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from esep.model.control import Colour
from esep.model.register import Card, Change


class State(StrEnum):
    EMPHASIS = "emphasis"
    """Attention was drawn to something: followed, never counted as an instruction."""
    REGISTERED = "registered"
    """Nobody is named to execute it."""
    IN_EXECUTION = "in_execution"
    REPORT_SUBMITTED = "report_submitted"
    RETURNED = "returned"
    EXECUTED = "executed"
    CANCELLED = "cancelled"
    MERGED = "merged"

    @property
    def closed(self) -> bool:
        return self in (State.EXECUTED, State.CANCELLED, State.MERGED)


class Mark(StrEnum):
    """What stands beside the state; a card may have several."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OVERDUE = "overdue"
    PERMANENT = "permanent"
    WITHOUT_MEASURE = "without_measure"
    WITHOUT_DEADLINE = "without_deadline"
    WITHOUT_RHYTHM = "without_rhythm"
    WITHOUT_EXECUTOR = "without_executor"
    EXTENDED = "extended"
    REPORT_MISSING = "report_missing"


@dataclass(frozen=True, slots=True)
class Extension:
    asked_on: date | None
    decided_on: date | None
    granted: bool | None
    """None while nobody has decided."""
    until: date | None
    asked_late: bool
    """Asked for when the deadline had passed: the days over it stay counted."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An instruction on a day."""

    card: Card
    on: date
    state: State
    marks: tuple[Mark, ...]
    deadline: date | None
    """The deadline in force, on a working day."""
    first_deadline: date | None
    """The one named at the beginning; slippage is measured against it."""
    overdue_days: int
    """All days over a deadline in force, also those before an extension asked too late."""
    slippage_days: int
    extensions: tuple[Extension, ...]
    reports: tuple[date, ...]
    next_report: date | None
    missing_reports: int
    """Reports in a row that did not come, the last ones due."""
    colour: Colour | None
    """From the figures and the reports alone; None where there is no trajectory."""
    judgement: str
    """A person's colour, kept apart."""
    due: Decimal | None = None
    """What the trajectory asks for on the day."""
    actual: Decimal | None = None
    last_report: Change | None = None
    closing: Change | None = None
    """The act that took it off control; None while it is open."""
