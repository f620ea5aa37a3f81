"""A registers' database of any earlier layout is brought to the newest with all it held."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text

from esep.store.registers import Registers

CONFIG = Config()
CONFIG.set_main_option("script_location", "esep.store.registers:migrations")
REVISIONS = [each.revision for each in ScriptDirectory.from_config(CONFIG).walk_revisions()][::-1]

# As the layout 0001 has it; a later layout that renames a column adds its own rows here.
CHANGES = [
    {"register": "projects", "card": "p-1", "version": 1, "kind": "created", "on": "2024-01-10",
     "at": "2024-01-10 09:00:00+00:00", "who": "Aliya", "origin": "p.csv, line 2", "why": "",
     "values": {"name": "Glass \u04d9", "cost": "12.50"}, "was": {}},
    {"register": "projects", "card": "p-1", "version": 2, "kind": "changed", "on": "2024-03-01",
     "at": "2024-03-02 10:30:00+00:00", "who": "Bolat", "origin": "command line", "why": "tender",
     "values": {"cost": "14.00"}, "was": {"cost": "12.50"}},
]  # fmt: skip
CARD = {"register": "projects", "id": "p-1", "version": 2, "since": "2024-01-10",
        "changed": "2024-03-01", "vanished": 0, "first": {"name": "Glass \u04d9", "cost": "12.50"},
        "values": {"name": "Glass \u04d9", "cost": "14.00"}}  # fmt: skip
EDITION = {"register": "projects", "file": "p.csv", "sha256": "0" * 64, "on": "2024-01-10",
           "at": "2024-01-10 09:00:00+00:00", "who": "Aliya", "rows": 1, "issues": []}  # fmt: skip


@contextmanager
def at_revision(database: str, revision: str) -> Iterator[Connection]:
    engine = create_engine(database.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        CONFIG.attributes["connection"] = connection
        command.upgrade(CONFIG, revision)
        yield connection
    engine.dispose()


def put(connection: Connection, table: str, row: dict[str, object]) -> None:
    columns = ", ".join(f'"{name}"' for name in row)
    told = {name: json.dumps(value) if isinstance(value, dict | list) else value
            for name, value in row.items()}  # fmt: skip
    casts = {"on": "date", "since": "date", "changed": "date", "at": "timestamptz",
             "values": "jsonb", "was": "jsonb", "first": "jsonb", "issues": "jsonb"}  # fmt: skip
    server = connection.dialect.name == "postgresql"
    slots = ", ".join(
        f"CAST(:{name} AS {casts[name]})" if server and name in casts else f":{name}"
        for name in row
    )
    connection.execute(text(f"INSERT INTO {table} ({columns}) VALUES ({slots})"), told)


@pytest.mark.parametrize("revision", REVISIONS)
def test_nothing_of_an_older_layout_is_lost(database: str, revision: str) -> None:
    with at_revision(database, revision) as connection:
        for change in CHANGES:
            put(connection, "changes", change)
        put(connection, "cards", CARD)
        put(connection, "editions", EDITION)
    registers = Registers.open(database)
    log = registers.history("projects", "p-1")
    assert [(str(each.kind), each.version, each.who, each.why, dict(each.values)) for each in log] \
        == [(each["kind"], each["version"], each["who"], each["why"], each["values"])
            for each in CHANGES]  # fmt: skip
    assert [each.at.isoformat(" ") for each in log] == [each["at"] for each in CHANGES]
    [card] = registers.cards("projects")
    assert (dict(card.values), dict(card.first)) == (CARD["values"], CARD["first"])
    assert registers.damaged() == ()
    assert [each.file for each in registers.editions("projects")] == ["p.csv"]
    # And it is written to as before: the log goes on, and still refuses edits.
    from datetime import UTC, date, datetime

    from esep.model.register import ChangeKind, Entry

    more = Entry("projects", "p-1", 2, ChangeKind.CHANGED, date(2024, 5, 1), {"cost": "15"})
    [after] = registers.append([more], who="Aliya", at=datetime(2024, 5, 1, tzinfo=UTC))
    assert (after.version, after.values["cost"]) == (3, "15")
    registers.close()
