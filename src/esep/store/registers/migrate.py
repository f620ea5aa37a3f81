"""Is the database's layout the one this version knows, and how does it get there?"""

from __future__ import annotations

from sqlalchemy import Connection, Engine, inspect, text

from esep.errors import BadRequest
from esep.store.registers.database import outside, where, writing

NEWEST = "0001"
"""The revision of `tables.py`; a test holds it to the newest file in `migrations/versions`."""

_LOCK = 7_301_265
"""Two processes that start at once migrate one after the other (PostgreSQL advisory lock)."""


def migrate(engine: Engine) -> None:
    """Bring the database to the newest layout; a newer one than ours is refused.

    Nothing of Alembic is loaded where there is nothing to do, which is nearly always.
    """
    if _revision(engine) == NEWEST:
        return
    with writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        found = _revision_of(connection)
        if found == NEWEST:
            return
        if found is not None and found > NEWEST:
            raise BadRequest(
                f"the registers' database was made by a newer esep: {where(engine)}",
                detail=f"its layout is {found}, this version knows up to {NEWEST}",
                hint="use the newer version",
            )
        _upgrade(connection)


def _revision(engine: Engine) -> str | None:
    with outside(engine), engine.connect() as connection:
        return _revision_of(connection)


def _revision_of(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found is not None else None


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "esep.store.registers:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
