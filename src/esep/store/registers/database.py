"""How is the registers' database opened: which server, which settings, which migrations?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from esep.errors import BadRequest, TryAgain
from esep.store.registers.copying import FILE_NAME


def open_engine(address: str, *, wait_seconds: float) -> Engine:
    """An engine for a database address, brought to the newest migration."""
    try:
        url = make_url(address)
        if url.drivername in ("postgresql", "postgres"):
            url = url.set(drivername="postgresql+psycopg")
        lite = url.get_backend_name() == "sqlite"
        options: dict[str, Any] = (
            {"connect_args": {"timeout": wait_seconds}} if lite else {"pool_pre_ping": True}
        )
        engine = create_engine(url, **options)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise BadRequest(
            "ESEP_DATABASE is not a database this installation can use",
            detail=str(error).splitlines()[0],
            hint="write sqlite:///PATH or postgresql://USER@HOST/NAME; PostgreSQL needs the "
            "'postgresql' extra",
        ) from error
    if lite:
        _set_up_sqlite(engine)
    return engine


def _set_up_sqlite(engine: Engine) -> None:
    """WAL, so that readers do not wait; transactions that write take the lock when they begin."""

    @event.listens_for(engine, "connect")
    def connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # transactions begin where we say
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One look: whatever is read in it is of one moment, also over several statements."""
    with outside(engine), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction: all of it is kept, or nothing."""
    with outside(engine), engine.connect() as connection:
        connection = connection.execution_options(writes=True)
        with connection.begin():
            yield connection


@contextmanager
def outside(engine: Engine) -> Iterator[None]:
    """Tell a failure of the database as what it is, without a traceback."""
    try:
        yield
    except OperationalError as error:
        raise TryAgain(
            f"the registers' database does not answer: {where(engine)}",
            detail=str(error.orig).strip().partition("\n")[0],
            hint="run the command again; if it stays so, see that the server runs, the disk has "
            "space and no other program holds the file",
        ) from error
    except DBAPIError as error:
        if "database disk image is malformed" in str(error.orig):
            raise TryAgain(
                f"the registers' database is damaged: {where(engine)}",
                hint="esep doctor tells more; esep restore brings back a backup",
            ) from error
        raise


def where(engine: Engine) -> str:
    """The database's address without its password."""
    return engine.url.render_as_string(hide_password=True)


def file_address(home: Path) -> str:
    return f"sqlite:///{home / FILE_NAME}"
