"""The registers' log keeps everything, loses nothing between two writers, and is never edited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from esep.errors import BadRequest, NotFound, TryAgain
from esep.model.register import ChangeKind, Entry, Value
from esep.store.registers import Registers
from esep.store.registers.migrate import NEWEST
from esep.store.registers.registers import Conflict
from esep.store.registers.rows import Edition

AT = datetime(2024, 7, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def registers(database: str) -> Iterator[Registers]:
    opened = Registers.open(database)
    yield opened
    opened.close()


def entry(
    card: str = "p-1",
    expected: int = 0,
    day: str = "2024-06-14",
    kind: ChangeKind = ChangeKind.CHANGED,
    **values: Value,
) -> Entry:
    kind = ChangeKind.CREATED if expected == 0 else kind
    return Entry("projects", card, expected, kind, date.fromisoformat(day), values)


def test_a_card_is_what_its_changes_add_up_to(registers: Registers) -> None:
    registers.append([entry(name="Glass plant", cost="12.50")], who="Aliya", at=AT)
    registers.append([entry(expected=1, day="2024-07-01", cost="14.00")], who="Bolat", at=AT)
    card = registers.card("projects", "p-1")
    assert card.values == {"name": "Glass plant", "cost": "14.00"}
    assert card.first == {"name": "Glass plant", "cost": "12.50"}
    assert (card.version, card.since, card.changed) == (2, date(2024, 6, 14), date(2024, 7, 1))


def test_every_change_says_who_when_from_where_what_and_why(registers: Registers) -> None:
    registers.append([entry(stage="idea")], who="Aliya", at=AT)
    change = Entry(
        "projects", "p-1", 1, ChangeKind.CHANGED, date(2024, 7, 2), {"stage": "design"},
        why="expertise passed", origin="stages.xlsx, sheet July, line 7",
    )  # fmt: skip
    registers.append([change], who="Bolat", at=AT)
    last = registers.history("projects", "p-1")[-1]
    assert (last.who, last.at, last.origin, last.why) == (
        "Bolat", AT, "stages.xlsx, sheet July, line 7", "expertise passed",
    )  # fmt: skip
    assert (last.was, last.values) == ({"stage": "idea"}, {"stage": "design"})


def test_two_people_who_edit_one_version_lose_nothing(registers: Registers) -> None:
    registers.append([entry(name="Glass plant")], who="Aliya", at=AT)
    registers.append([entry(expected=1, cost="1")], who="Aliya", at=AT)
    with pytest.raises(Conflict, match="changed by somebody else"):
        registers.append([entry(expected=1, cost="2")], who="Bolat", at=AT)
    assert registers.card("projects", "p-1").values["cost"] == "1"
    assert len(registers.history("projects", "p-1")) == 2


def test_a_batch_is_written_whole_or_not_at_all(registers: Registers) -> None:
    registers.append([entry(name="Glass plant")], who="Aliya", at=AT)
    with pytest.raises(Conflict, match="there is a card"):
        registers.append([entry("p-2"), entry("p-1")], who="Bolat", at=AT)
    with pytest.raises(NotFound):
        registers.card("projects", "p-2")


def test_a_card_changes_twice_in_one_batch(registers: Registers) -> None:
    registers.append([entry(stage="idea"), entry(expected=1, stage="design")], who="A", at=AT)
    assert [each.was for each in registers.history("projects", "p-1")] == [{}, {"stage": "idea"}]


def test_a_register_is_seen_as_it_stood_on_a_day(registers: Registers) -> None:
    registers.append([entry(stage="idea", day="2024-01-10")], who="A", at=AT)
    registers.append([entry(expected=1, stage="design", day="2024-05-10")], who="A", at=AT)
    stages = {
        day: [card.values["stage"] for card in registers.cards("projects", on=day)]
        for day in (date(2024, 1, 9), date(2024, 1, 10), date(2024, 5, 10))
    }
    assert list(stages.values()) == [[], ["idea"], ["design"]]


def test_what_was_recorded_later_is_left_out_of_what_was_known_before(
    registers: Registers,
) -> None:
    registers.append([entry(stage="idea", day="2024-01-10")], who="A", at=AT)
    later = AT.replace(year=2025)
    # Told a year late, true since March: the second clock keeps the two apart.
    registers.append([entry(expected=1, stage="design", day="2024-03-01")], who="A", at=later)
    day = date(2024, 6, 1)
    assert registers.cards("projects", on=day)[0].values["stage"] == "design"
    assert registers.cards("projects", on=day, known=AT)[0].values["stage"] == "idea"


def test_a_change_told_late_does_not_undo_a_newer_one(registers: Registers) -> None:
    registers.append([entry(stage="idea", day="2024-01-10")], who="A", at=AT)
    registers.append([entry(expected=1, stage="construction", day="2024-06-01")], who="A", at=AT)
    registers.append([entry(expected=2, stage="design", day="2024-03-01")], who="A", at=AT)
    assert registers.card("projects", "p-1").values["stage"] == "construction"


def test_a_field_is_emptied_and_its_first_value_stays(registers: Registers) -> None:
    registers.append([entry(cost="5", name="x")], who="A", at=AT)
    registers.append([entry(expected=1, cost=None)], who="A", at=AT)
    card = registers.card("projects", "p-1")
    assert "cost" not in card.values
    assert card.first["cost"] == "5"


@pytest.mark.parametrize("statement", ["UPDATE changes SET who = 'x'", "DELETE FROM changes"])
def test_the_log_refuses_edits_from_anywhere(
    registers: Registers, database: str, statement: str
) -> None:
    registers.append([entry(name="Glass plant")], who="Aliya", at=AT)
    address = database.replace("postgresql://", "postgresql+psycopg://")
    engine = create_engine(address)
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(text(statement))
    assert registers.history("projects", "p-1")[0].who == "Aliya"
    engine.dispose()


def test_cards_that_differ_from_the_log_are_found_and_made_anew(
    registers: Registers, database: str
) -> None:
    registers.append([entry(name="Glass plant"), entry("p-2", name="Mill")], who="A", at=AT)
    engine = create_engine(database.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("UPDATE cards SET version = 9 WHERE id = 'p-1'"))
        connection.execute(text("DELETE FROM cards WHERE id = 'p-2'"))
    engine.dispose()
    assert registers.damaged() == (("projects", "p-1"), ("projects", "p-2"))
    assert registers.rebuild() == 2
    assert registers.damaged() == ()
    assert registers.card("projects", "p-2").values == {"name": "Mill"}


def test_an_edition_is_kept_with_its_changes(registers: Registers) -> None:
    edition = Edition(
        "projects", "july.csv", "ab" * 32, date(2024, 7, 1), AT, "Aliya", 1, ({"line": 3},)
    )
    registers.append([entry(name="Glass plant")], who="Aliya", at=AT, edition=edition)
    assert registers.editions("projects") == (edition,)


def test_a_database_is_opened_again_with_what_it_held(database: str) -> None:
    first = Registers.open(database)
    first.append([entry(name="Қонаев зауыты")], who="Әлия", at=AT)
    first.close()
    second = Registers.open(database)
    assert second.card("projects", "p-1").values["name"] == "Қонаев зауыты"
    second.close()


def test_a_database_of_a_newer_version_is_refused(database: str) -> None:
    Registers.open(database).close()
    engine = create_engine(database.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(BadRequest, match="newer esep"):
        Registers.open(database)


def test_the_newest_migration_is_the_one_the_code_knows() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "esep.store.registers:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [NEWEST]


def test_the_migrations_make_the_tables_the_code_uses(database: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    from esep.store.registers.tables import metadata

    Registers.open(database).close()
    engine = create_engine(database.replace("postgresql://", "postgresql+psycopg://"))
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


@pytest.mark.parametrize("address", ["nonsense", "mysql://x/y", "sqlite:////no/such/folder/x.db"])
def test_an_address_that_cannot_be_used_is_told_as_such(address: str) -> None:
    with pytest.raises((BadRequest, TryAgain)) as told:
        Registers.open(address)
    assert told.value.hint


values = st.dictionaries(
    st.sampled_from(["name", "stage", "cost"]), st.none() | st.text(max_size=8), max_size=3
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(values, st.dates(date(2020, 1, 1), date(2025, 1, 1))), min_size=1))
def test_the_kept_cards_always_equal_the_log(
    tmp_path: Path, changes: list[tuple[dict[str, Value], date]]
) -> None:
    registers = Registers.open(f"sqlite:///{tmp_path / 'property.db'}")
    card = f"c{len(registers.changes())}"
    for version, (fields, day) in enumerate(changes):
        clean = {n: v.replace("\x00", "") if isinstance(v, str) else v for n, v in fields.items()}
        registers.append([entry(card, version, day.isoformat(), **clean)], who="A", at=AT)
    assert registers.damaged() == ()
    assert registers.card("projects", card).version == len(changes)
    registers.close()
