"""Loads files in processes forked from this one, so that each starts at once: `PACK`.

For each line `HOME FILE` on stdin a child loads the file and its process id is answered. After
another line the parent tells how the child ended: `done` or `gone`.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import deltalake  # noqa: F401 - imported before the fork, used after it
import pyarrow.csv
import pyarrow.parquet  # noqa: F401

from esep.catalog import load_catalog
from esep.sources.load import load_file
from esep.store.store import Store


def main() -> None:
    catalog = load_catalog(Path(sys.argv[1]))
    say("ready")
    while line := sys.stdin.readline():
        home, file = line.split()
        pid = os.fork()
        if pid == 0:
            load_file(
                Path(file),
                catalog=catalog,
                store=Store.open(Path(home)),
                now=datetime.now(UTC),
                today=date(2024, 12, 1),
                source="tso-product",
                published=date(2024, 11, 1),
                lock_timeout_seconds=60,
            )
            os._exit(0)
        say(str(pid))
        # Not before it is asked for: until then nobody else can have the child's number.
        sys.stdin.readline()
        _, status = os.waitpid(pid, 0)
        say("done" if status == 0 else "gone")


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
