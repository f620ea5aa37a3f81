"""Does work on a store in processes forked from this one, so that each starts at once: `PACK`.

For each line `WORK HOME FILE` on stdin a child does the work and its process id is answered.
After another line the parent tells how the child ended: `done` or `gone`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import deltalake  # noqa: F401 - imported before the fork, used after it
import pyarrow.csv
import pyarrow.parquet  # noqa: F401

from esep.app.workspace import load_pack, make_workspace
from esep.catalog import load_catalog
from esep.sources.load import load_file
from esep.store import delta
from esep.store.archive import archive
from esep.store.repair import repair
from esep.store.restore import restore
from esep.store.store import Store

PACK = Path(sys.argv[1])
CATALOG = load_catalog(PACK)
WAIT_SECONDS = 120


def init(home: Path, _: Path) -> None:
    load_pack(make_workspace(home, str(PACK))[0])


def load(home: Path, file: Path) -> None:
    load_file(
        file,
        catalog=CATALOG,
        store=Store.open(home),
        now=datetime.now(UTC),
        today=date(2024, 12, 1),
        source="tso-product",
        published=date(2024, 11, 1),
        lock_timeout_seconds=WAIT_SECONDS,
    )


def tidy(home: Path, file: Path) -> None:
    """A load after which the files of every table are merged."""
    delta.COMPACT_ABOVE_FILES = 1
    load(home, file)


def backup(home: Path, target: Path) -> None:
    archive(Store.open(home), target, now=datetime.now(UTC))


def bring_back(home: Path, file: Path) -> None:
    restore(file, home, now=datetime.now(UTC))


def mend(home: Path, _: Path) -> None:
    repair(Store.open(home), lock_timeout_seconds=WAIT_SECONDS)


WORKS: Mapping[str, Callable[[Path, Path], None]] = {
    "init": init,
    "load": load,
    "tidy": tidy,
    "backup": backup,
    "restore": bring_back,
    "repair": mend,
}


def main() -> None:
    say("ready")
    while line := sys.stdin.readline():
        work, home, file = line.split()
        pid = os.fork()
        if pid == 0:
            WORKS[work](Path(home), Path(file))
            os._exit(0)
        say(str(pid))
        # Not before it is asked for: until then nobody else can have the child's number.
        sys.stdin.readline()
        _, status = os.waitpid(pid, 0)
        say("done" if status == 0 else "gone" if os.WIFSIGNALED(status) else "failed")


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
