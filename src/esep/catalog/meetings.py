"""Which meetings a pack records, and what was instructed there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from esep.catalog.definitions import Ids, check_known
from esep.catalog.located import Item
from esep.catalog.pack_files import PackFiles
from esep.model.meeting import Instruction, InstructionControl, InstructionKind, Meeting
from esep.model.period import Period, PeriodSyntaxError
from esep.model.text import Text

_FILE = "registers/meetings.yaml"


def read_meetings(
    pack: PackFiles, *, regions: Iterable[str], levels: Iterable[str]
) -> tuple[Meeting, ...]:
    """The meetings by day; a pack may have none."""
    ids: Ids = {}
    instructions: Ids = {}
    files = pack.found(_FILE)
    meetings = [
        meeting
        for item in pack.entries(files, "meetings", ids)
        if (meeting := _meeting(pack, item, regions, levels, instructions))
    ]
    return tuple(sorted(meetings, key=lambda meeting: (meeting.on, meeting.id)))


def _meeting(
    pack: PackFiles,
    item: Item,
    regions: Iterable[str],
    levels: Iterable[str],
    instructions: Ids,
) -> Meeting | None:
    content = item.content
    if "level" in content:
        check_known(
            pack, item, content["level"], levels, "a level of registers/control.yaml", "level"
        )
    check_known(pack, item, content["region"], regions, "a region of regions/*.csv", "region")
    try:
        period = Period.parse(content["period"])
    except PeriodSyntaxError as error:
        item.complain(
            pack.problems,
            "period",
            found=f"'{content['period']}'",
            expected=f"a period ({str(error).partition(': ')[2]})",
        )
        return None
    discussed = content.get("discussed", [])
    return Meeting(
        id=item.id,
        on=date.fromisoformat(content["on"]),
        region=content["region"],
        place=pack.in_languages(item, "place"),
        chair=pack.in_languages(item, "chair"),
        speaker=pack.in_languages(item, "speaker"),
        period=period,
        addresses=tuple(content["addresses"]),
        level=content.get("level", ""),
        discussed=tuple(
            pack.in_languages(item, "discussed", index) for index in range(len(discussed))
        ),
        instructions=tuple(
            _instruction(pack, Item(item.source, (*item.path, "instructions", index), entry))
            for index, entry in enumerate(content["instructions"])
            if pack.is_new(
                Item(item.source, (*item.path, "instructions", index), entry), instructions
            )
        ),
    )


def _instruction(pack: PackFiles, item: Item) -> Instruction:
    content = item.content
    deadline = content.get("deadline")
    if (deadline is not None) != (content["control"] == InstructionControl.DATE):
        item.complain(
            pack.problems,
            "control",
            found=f"'{content['control']}' with the deadline {deadline}",
            expected="control 'date' exactly where there is a deadline",
        )
    return Instruction(
        id=item.id,
        kind=InstructionKind(content["kind"]),
        text=pack.in_languages(item, "text"),
        control=InstructionControl(content["control"]),
        deadline=date.fromisoformat(deadline) if deadline else None,
        measure=_measure(pack, item),
    )


def _measure(pack: PackFiles, item: Item) -> Text | None:
    measure = item.content.get("measure")
    if isinstance(measure, str):
        return Text(dict.fromkeys(pack.languages, measure))  # a figure reads alike everywhere
    return pack.in_languages(item, "measure") if measure else None
