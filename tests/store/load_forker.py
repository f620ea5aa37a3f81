"""Loads files in processes forked from this one, so that each starts at once: `PACK`.

For each line `HOME FILE` on stdin a child loads the file; its process id is answered, and the
parent tells `done` or `gone` when the child has ended.
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
    for line in sys.stdin:
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
        _, status = os.waitpid(pid, 0)
        say("done" if status == 0 else "gone")


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
