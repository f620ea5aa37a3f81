"""What does the row of a draft say, in the fields of the register, and what is missing in it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from esep.tracking.instructions import fields as f
from esep.tracking.instructions.fields import DeadlineKind
from esep.tracking.minutes.drafts import Draft
from esep.tracking.minutes.hearing import Heard

THEME, EXACT, LANGUAGE, SOURCE, WHY, ON = (
    "theme",
    "exact_words",
    "language",
    "source",
    "why",
    "on",
)
COLUMNS = (
    "id", ON, f.KIND, f.TEXT, EXACT, LANGUAGE, f.MEETING, f.REGISTERED_ON, f.REGION, f.ISSUER,
    f.ISSUER_LEVEL, f.EXECUTOR, THEME, f.RESULT, f.INDICATOR, f.DEADLINE_KIND, f.DEADLINE,
    f.RHYTHM, WHY,
)  # fmt: skip
"""Result and indicator stay empty: that is what a person fills in."""


@dataclass(frozen=True, slots=True)
class Row:
    draft: Draft
    id: str
    values: Mapping[str, str]
    missing: tuple[str, ...]
    """Fields without which execution cannot be told, or that a card needs."""
    measures: tuple[str, ...]
    """Indicators of the pack that could measure it."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of the meeting beside the words of the text."""

    file: str
    day: str
    region: str
    meeting: str
    issuer: str
    issuer_level: str
    executor: str


def row_of(draft: Draft, id: str, given: Given, theme: str, measures: Sequence[str]) -> Row:
    instruction = draft.what is Heard.INSTRUCTION
    due = draft.due
    values = {
        "id": id,
        ON: given.day,
        f.KIND: "instruction" if instruction else "emphasis",
        f.TEXT: draft.text,
        EXACT: draft.exact,
        LANGUAGE: draft.language,
        f.MEETING: given.meeting,
        f.REGISTERED_ON: given.day,
        f.REGION: given.region,
        f.ISSUER: given.issuer,
        f.ISSUER_LEVEL: given.issuer_level,
        f.EXECUTOR: given.executor,
        THEME: theme,
        f.RESULT: "",
        f.INDICATOR: "",
        f.DEADLINE_KIND: str(due.kind),
        f.DEADLINE: due.day.isoformat() if due.day else "",
        f.RHYTHM: due.rhythm,
    }
    missing = [each for each in (f.ISSUER, f.ISSUER_LEVEL, f.REGION) if not values[each]]
    if instruction:
        missing += [] if given.executor else [f.EXECUTOR]
        missing += ["task"] if draft.empty else []
        missing += [f.DEADLINE] if due.kind is DeadlineKind.NONE else []
        missing += [f.RHYTHM] if due.kind is DeadlineKind.PERMANENT else []
        missing += ["measure"]
    values[WHY] = _why(draft, given, missing, measures)
    return Row(draft, id, values, tuple(missing), tuple(measures))


def _why(draft: Draft, given: Given, missing: Sequence[str], measures: Sequence[str]) -> str:
    """What a person should know who confirms it; it goes into the log of the card."""
    told = [f"draft from {given.file}, characters {draft.start} to {draft.end}"]
    if draft.due.assumed:
        told.append(f"deadline assumed: {draft.due.assumed}")
    if missing:
        told.append("missing: " + ", ".join(missing))
    if measures and draft.what is Heard.INSTRUCTION:
        told.append("may be measured by " + " or ".join(measures))
    return "; ".join(told)
