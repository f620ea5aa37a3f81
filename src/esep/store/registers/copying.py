"""How is the registers' file copied while others may write to it?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

FILE_NAME = "registers.db"
BESIDE = (f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", f"{FILE_NAME}-journal")
"""What SQLite keeps beside the file; a copy made here needs none of it."""


@contextmanager
def consistent_copy(home: Path, folder: Path) -> Iterator[Path | None]:
    """The registers of a store as of one moment, in a file of its own; None where there are none.

    Copying the bytes of a database that is written to gives neither the state before nor after;
    SQLite's own backup does.
    """
    source = home / FILE_NAME
    if not source.is_file():
        yield None
        return
    with TemporaryDirectory(prefix=".registers-", dir=folder) as place:
        copy = Path(place) / FILE_NAME
        with (
            closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as opened,
            closing(sqlite3.connect(copy)) as target,
        ):
            opened.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
        yield copy
