"""Which cards do a pack's meetings make: as told, with what nobody named left out?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from esep.catalog import Catalog
from esep.model.meeting import Instruction, InstructionControl, Meeting
from esep.model.register import ChangeKind, Entry, Value
from esep.tracking.instructions import fields as f
from esep.tracking.instructions.fields import DeadlineKind

_KINDS = {
    InstructionControl.DATE: DeadlineKind.DATE,
    InstructionControl.NONE: DeadlineKind.NONE,
    InstructionControl.PERMANENT: DeadlineKind.PERMANENT,
}


def seed_entries(catalog: Catalog, *, origin: str) -> Iterator[Entry]:
    """A card for each meeting and each instruction, in the pack's first language.

    An instruction "on a permanent basis" becomes permanent control without a rhythm of reports,
    since nobody named one: the status says so until somebody does.
    """
    language = catalog.languages[0]
    for meeting in catalog.meetings:
        yield _entry("meetings", meeting.id, meeting.on, _meeting(meeting, language), origin)
        for instruction in meeting.instructions:
            values = _instruction(instruction, meeting, language)
            yield _entry(f.REGISTER, instruction.id, meeting.on, values, origin)


def _entry(register: str, id: str, on: date, values: dict[str, Value], origin: str) -> Entry:
    given = {name: value for name, value in values.items() if value not in ("", None, [])}
    return Entry(register, id, 0, ChangeKind.CREATED, on, given, origin=origin)


def _meeting(meeting: Meeting, language: str) -> dict[str, Value]:
    return {
        "held_on": meeting.on.isoformat(),
        "region": meeting.region,
        "place": meeting.place[language],
        "chair": meeting.chair[language],
        "chair_level": meeting.level,
        "speaker": meeting.speaker[language],
        "period": meeting.period.code,
        "addresses": list(meeting.addresses),
        "discussed": [each[language] for each in meeting.discussed],
    }


def _instruction(instruction: Instruction, meeting: Meeting, language: str) -> dict[str, Value]:
    return {
        f.KIND: str(instruction.kind),
        f.TEXT: instruction.text[language],
        f.MEETING: meeting.id,
        f.REGISTERED_ON: meeting.on.isoformat(),
        f.REGION: meeting.region,
        f.ISSUER: meeting.chair[language],
        f.ISSUER_LEVEL: meeting.level,
        f.EXECUTOR: [meeting.speaker[language]],
        f.DEADLINE_KIND: str(_KINDS[instruction.control]),
        f.DEADLINE: instruction.deadline.isoformat() if instruction.deadline else "",
        f.RESULT: instruction.measure[language] if instruction.measure else "",
        "source": meeting.addresses[0] if meeting.addresses else "",
    }
