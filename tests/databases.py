"""Real databases for the registers' tests: a file, and a PostgreSQL server of our own."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BACKENDS = ("sqlite", "postgresql")


def postgresql_programs() -> Path | None:
    """The folder of `initdb` and `postgres`; None where PostgreSQL is not installed."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def postgresql_server(programs: Path) -> Iterator[str]:
    """Start a server in a folder of its own, on a socket only; yield an address without a name.

    PostgreSQL refuses to run as root, so root hands it to the user its package made.
    """
    account = _account()
    with tempfile.TemporaryDirectory(prefix="esep-pg-") as folder:
        data, sockets = Path(folder) / "data", Path(folder) / "s"
        sockets.mkdir()
        if account is not None:
            for each in (Path(folder), sockets):
                os.chown(each, account.pw_uid, account.pw_gid)
        who = {"user": account.pw_uid, "group": account.pw_gid} if account else {}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", "esep", "-A", "trust", "-E", "UTF8", "-N"],
            check=True, **who, **quiet,
        )  # fmt: skip
        options = f"-k {sockets} -c listen_addresses='' -c fsync=off -c max_connections=60"
        control = [programs / "pg_ctl", "-D", data, "-w"]
        subprocess.run(
            [*control, "-l", Path(folder) / "data" / "log", "-o", options, "start"],
            check=True, **who, **quiet,
        )  # fmt: skip
        try:
            yield f"postgresql://esep@/{{}}?host={sockets}"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], check=False, **who, **quiet)


def _account() -> pwd.struct_passwd | None:
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return None


def make_database(server: str, name: str) -> str:
    """Make an empty database on the server and return its address."""
    import psycopg

    with psycopg.connect(server.format("postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[arg-type]
    return server.format(name)
