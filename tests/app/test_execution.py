"""What do the registers tell a briefing: whose cards, as of which day, and what is kept back?"""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from esep.app.execution import FollowUp
from esep.app.registers import open_registers
from esep.app.workspace import Workspace, make_workspace
from esep.model.execution import Execution
from esep.model.register import ChangeKind, Entry, Value
from esep.tracking.cards import SYNTHETIC

JUNE, DECEMBER = date(2024, 6, 3), date(2024, 12, 2)
AT = datetime(2026, 11, 22, tzinfo=UTC)

MEETING: dict[str, Value] = {
    "held_on": "2024-06-03", "region": "KZ-19", "chair": "President", "speaker": "Akim",
    "period": "2024-01/2024-05",
}  # fmt: skip
CLEAN_UP: dict[str, Value] = {
    "kind": "instruction", "text": "Continue the clean-up", "registered_on": "2024-06-03",
    "region": "KZ-19", "issuer": "President", "issuer_level": "president", "executor": ["Akim"],
    "deadline_kind": "permanent",
}  # fmt: skip


@pytest.fixture
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace, _ = make_workspace(tmp_path_factory.mktemp("execution") / "store", "kazakhstan")
    return workspace


def write(workspace: Workspace, register: str, on: date = JUNE, **cards: dict[str, Value]) -> None:
    entries = [
        Entry(register, id, 0, ChangeKind.CREATED, on, values) for id, values in cards.items()
    ]
    with closing(open_registers(workspace)) as registers:
        registers.append(entries, who="Office", at=AT)


def told(workspace: Workspace, on: date = DECEMBER, as_of: date | None = None) -> Execution:
    found = FollowUp(workspace, as_of=as_of).of("KZ-19", on)
    assert found is not None
    return found


def given(execution: Execution) -> dict[str, str]:
    return {id: format(fact.value, "f") for id, fact in execution.totals.items()}


def test_before_the_first_meeting_and_elsewhere_there_is_nothing(workspace: Workspace) -> None:
    write(workspace, "meetings", m=MEETING)
    write(workspace, "instructions", one=CLEAN_UP)
    follow_up = FollowUp(workspace)
    assert follow_up.of("KZ-19", JUNE) is None
    assert follow_up.of("KZ-11", DECEMBER) is None
    assert FollowUp(workspace, as_of=date(2024, 6, 2)).of("KZ-19", DECEMBER) is None
    execution = told(workspace)
    assert execution.last is not None
    assert (execution.last.on, str(execution.last.period)) == (JUNE, "2024-01/2024-05")
    assert [each.standing.card.id for each in execution.followed] == ["one"]


def test_what_is_for_official_use_is_counted_and_not_told(workspace: Workspace) -> None:
    write(workspace, "instructions", one=CLEAN_UP, two={**CLEAN_UP, "confidential": True})
    execution = told(workspace)
    assert [each.standing.card.id for each in execution.followed] == ["one"]
    assert execution.withheld
    assert given(execution)["instructions_given"] == "2"


def test_made_up_cards_speak_only_where_there_are_no_real_ones(workspace: Workspace) -> None:
    write(workspace, "instructions", made_up={**CLEAN_UP, SYNTHETIC: True})
    execution = told(workspace)
    assert execution.made_up
    assert all(fact.is_made_up for fact in execution.totals.values())
    write(workspace, "instructions", real=CLEAN_UP)
    execution = told(workspace)
    assert not execution.made_up
    assert [each.standing.card.id for each in execution.followed] == ["real"]


def test_a_measure_is_proposed_by_the_words_of_an_instruction(workspace: Workspace) -> None:
    measured = {**CLEAN_UP, "text": "Build 13 schools", "result": "13 schools are open"}
    write(workspace, "instructions", one=CLEAN_UP, two=measured)
    clean_up, schools = told(workspace).followed
    assert [each.text("en") for each in clean_up.proposed][:1] == ["waste collected"]
    assert schools.proposed == ()


def test_an_instruction_of_a_later_meeting_names_the_one_it_goes_on_from(
    workspace: Workspace,
) -> None:
    write(workspace, "instructions", one={**CLEAN_UP, "thread": "clean"})
    again: dict[str, Value] = {**CLEAN_UP, "registered_on": "2024-10-01", "thread": "clean"}
    write(workspace, "instructions", on=date(2024, 10, 1), two=again)
    one, two = told(workspace).followed
    assert one.earlier is None
    assert two.earlier is not None
    assert (two.earlier.given_on, two.earlier.confirmed) == (JUNE, True)


def test_words_of_the_packs_meetings_are_told_in_every_language(workspace: Workspace) -> None:
    from esep.app.instructions import seed_meetings

    seed_meetings(workspace)
    first, *_ = told(workspace).followed
    assert first.words["en"].startswith("Continue the Taza Kazakhstan")
    assert first.words["ru"].startswith("Продолжить работу")
    assert first.executors[0]["kk"].endswith("әкімі")
    assert first.level["ru"] == "Президент"
