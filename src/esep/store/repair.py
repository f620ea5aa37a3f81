"""What can be put right without losing anything, and is it?"""

from __future__ import annotations

from contextlib import suppress

from esep.errors import EsepError
from esep.store.batch import release_table
from esep.store.doctor import damaged_cache, examine, litter_paths
from esep.store.failure import disk_failures
from esep.store.finding import MEND, Finding, Gravity
from esep.store.lock import holder_left, write_lock
from esep.store.log_check import check_log
from esep.store.lost import lost_rows, orphan_loads, rows_of, unfinished_releases
from esep.store.snapshots import flush_directory
from esep.store.store import DEFAULT_LOCK_TIMEOUT_SECONDS, Store
from esep.store.tables import TableName

DAMAGED_NAME = "damaged"
"""Where a repair puts what it takes out of a table: nothing is thrown away unread."""


def repairable(finding: Finding) -> bool:
    return finding.gravity is Gravity.LITTER or finding.remedy == MEND


def repair(
    store: Store, *, lock_timeout_seconds: float = DEFAULT_LOCK_TIMEOUT_SECONDS
) -> tuple[Finding, ...]:
    """Put right what can be, and return what it was. What needs a backup is left as it is."""
    with write_lock(store.home, timeout_seconds=lock_timeout_seconds):
        # Our own mark is not what a stopped process left.
        before = [each for each in examine(store) if each.code != "store_busy"]
        with disk_failures(store.home, doing="repairing the store"):
            _drop_broken_ends(store)
            with suppress(EsepError):
                _bring_back(store)
                _finish_loads(store)
                _sweep_loads(store)
            for path in [*litter_paths(store), *damaged_cache(store)]:
                path.unlink(missing_ok=True)
    if (holder := holder_left(store.home)) is not None:
        with suppress(OSError):
            holder.unlink()
    left = {(each.code, each.place, each.found) for each in examine(store)}
    return tuple(each for each in before if (each.code, each.place, each.found) not in left)


def _drop_broken_ends(store: Store) -> None:
    """Take a last entry that cannot be read out of its log; its rows come back from their file."""
    for table in store.tables.values():
        if (path := check_log(table).broken_end) is None:
            continue
        aside = store.home / DAMAGED_NAME / f"{table.name.value}-{path.name}"
        aside.parent.mkdir(exist_ok=True)
        number = 0
        while aside.exists():
            number += 1
            aside = aside.with_name(f"{table.name.value}-{path.stem}-{number}.json")
        path.replace(aside)
        flush_directory(path.parent)


def _bring_back(store: Store) -> None:
    for lost in lost_rows(store, store.releases()):
        if lost.file is not None:
            table = store.tables[lost.table]
            table.append(rows_of(table, lost.file, lost.release.load_id))


def _finish_loads(store: Store) -> None:
    if finished := unfinished_releases(store, store.releases()):
        store.tables[TableName.RELEASES].append(release_table(finished))


def _sweep_loads(store: Store) -> None:
    releases = store.releases()
    for name, orphans in orphan_loads(store, releases).items():
        store.tables[name].delete_loads(orphans)
    if lost_rows(store, releases):
        return  # what no log lists may be all that is left of them
    for table in store.tables.values():
        for path in table.unlisted():
            path.unlink(missing_ok=True)
