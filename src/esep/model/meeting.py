"""Who reported to whom, on what day, and what was instructed there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from esep.model.period import Period
from esep.model.text import Text


class InstructionKind(StrEnum):
    INSTRUCTION = "instruction"
    EMPHASIS = "emphasis"
    """Attention was drawn to something; an expectation, never counted as an instruction."""


class InstructionControl(StrEnum):
    """How the execution is watched."""

    PERMANENT = "permanent"
    NONE = "none"
    """Neither a day nor a measure was named; the register says so."""
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Instruction:
    id: str
    kind: InstructionKind
    text: Text
    control: InstructionControl
    deadline: date | None = None
    measure: Text | None = None
    """The result by which execution can be told, or None where nobody named one."""


@dataclass(frozen=True, slots=True)
class Meeting:
    id: str
    on: date
    region: str
    place: Text
    chair: Text
    speaker: Text
    period: Period
    """What the report was about; a figure in it may be of another period."""
    addresses: tuple[str, ...]
    """Pages where the meeting is told."""
    discussed: tuple[Text, ...]
    instructions: tuple[Instruction, ...]
    level: str = ""
    """The level of the chair (registers/control.yaml), which alone lifts what it instructed."""
