"""Which fields of an instruction's card the rules speak of; a pack names them in its languages."""

from __future__ import annotations

from enum import StrEnum

REGISTER = "instructions"

KIND = "kind"
TEXT = "text"
ISSUER = "issuer"
ISSUER_LEVEL = "issuer_level"
EXECUTOR = "executor"
REGISTERED_ON = "registered_on"
RESULT = "result"
INDICATOR = "indicator"
BASELINE = "baseline"
TRAJECTORY = "trajectory"
DEADLINE_KIND = "deadline_kind"
DEADLINE = "deadline"
RHYTHM = "rhythm"
JUDGEMENT = "judgement"
MEETING = "meeting"
THREAD = "thread"
REGION = "region"
PROGRAMME = "programme"

# What an act writes beside the fields of the card.
REPORT_TEXT = "report_text"
REPORT_VALUE = "report_value"
ASKED_UNTIL = "asked_until"
GRANTED = "granted"
BY_LEVEL = "by_level"
INTO = "into"

PROTECTED = frozenset({KIND, ISSUER, ISSUER_LEVEL, REGISTERED_ON, DEADLINE_KIND, DEADLINE})
"""Fields that no edit changes once they are set: only the act that may, by the level that may."""


class DeadlineKind(StrEnum):
    DATE = "date"
    NONE = "none"
    """Nobody named a day."""
    PERIODIC = "periodic"
    PERMANENT = "permanent"
