"""Is the store whole, and if not, what exactly is wrong and what would help?"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from esep.catalog.cache import is_sound
from esep.errors import EsepError
from esep.model.release import Release
from esep.store.delta import DeltaFolder, ForeignTable
from esep.store.finding import MEND, REPAIR, RESTORE, Finding, Gravity
from esep.store.lock import holder_left, lock_holder
from esep.store.log_check import check_log
from esep.store.lost import Lost, lost_rows, orphan_loads, unfinished_releases
from esep.store.snapshots import hash_of
from esep.store.store import Store
from esep.store.tables import TableName

CACHE_NAME = "cache"


def examine(store: Store) -> tuple[Finding, ...]:
    """Look at everything; change nothing."""
    findings = [*_lock(store), *_tables(store)]
    with suppress(EsepError):
        releases = store.releases()
        findings += [*_repeated(releases), *_snapshots(store, releases)]
        with suppress(EsepError):
            findings += [*_loads(store, releases), *_unlisted(store)]
    return (*findings, *_litter(store), *_cache(store))


# -- tables --------------------------------------------------------------------------------


def _lock(store: Store) -> list[Finding]:
    if (pid := lock_holder(store.home)) is None:
        return []
    return [
        Finding(
            "store_busy",
            Gravity.NOTICE,
            str(store.home),
            f"process {pid} is writing to the store",
            "wait for it to finish before judging what is below",
        )
    ]


def _tables(store: Store) -> Iterator[Finding]:
    for table in store.tables.values():
        log = check_log(table)
        yield from log.findings
        try:
            files = table.committed().files
            retyped = table.retyped_columns()
        except EsepError as error:
            if not log.findings:
                yield _unreadable(table, error)
            continue
        if retyped:
            found = f"columns that are missing or of another type: {', '.join(retyped)}"
            yield Finding("table_columns", Gravity.DAMAGE, str(table.folder), found, RESTORE)
        for file, size in files.items():
            if damage := _file_damage(file, size):
                yield damage


def _unreadable(table: DeltaFolder, error: EsepError) -> Finding:
    code = "table_foreign" if isinstance(error, ForeignTable) else "table_unreadable"
    found = "; ".join(part for part in (error.title, error.detail) if part)
    remedy = error.hint if isinstance(error, ForeignTable) else RESTORE
    return Finding(code, Gravity.DAMAGE, str(table.folder), found, remedy)


def _file_damage(file: Path, size: int) -> Finding | None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        found_size = file.stat().st_size
    except OSError as error:
        found = f"a file of figures is gone: {error.strerror}"
        return Finding("file_missing", Gravity.DAMAGE, str(file), found, RESTORE)
    if found_size != size:
        found = f"a file of figures has {found_size:,} bytes where {size:,} were written"
        return Finding("file_damaged", Gravity.DAMAGE, str(file), found, RESTORE)
    try:
        with pq.ParquetFile(file, page_checksum_verification=True) as parquet:
            for group in range(parquet.num_row_groups):
                parquet.read_row_group(group)
    except (OSError, pa.ArrowException) as error:
        found = f"a file of figures cannot be read: {str(error).partition(chr(10))[0]}"
        return Finding("file_damaged", Gravity.DAMAGE, str(file), found, RESTORE)
    return None


# -- releases ------------------------------------------------------------------------------


def _repeated(releases: tuple[Release, ...]) -> Iterator[Finding]:
    for name in ("id", "load_id"):
        for value, count in Counter(getattr(each, name) for each in releases).items():
            if count > 1:
                found = f"{count} releases have the {name.replace('_', ' ')} {value}"
                yield Finding("release_repeated", Gravity.DAMAGE, value, found, RESTORE)


def _snapshots(store: Store, releases: tuple[Release, ...]) -> Iterator[Finding]:
    for release in releases:
        path = store.snapshots.path(release.snapshot)
        remedy = f"put the original {Path(release.file).name} there, or {RESTORE}"
        try:
            content = path.read_bytes()
        except OSError as error:
            found = f"the snapshot of {release.id} cannot be read: {error.strerror}"
            yield Finding("snapshot_missing", Gravity.DAMAGE, str(path), found, remedy)
            continue
        if hash_of(content) != release.snapshot:
            found = f"the snapshot of {release.id} is not the file that was loaded"
            yield Finding("snapshot_changed", Gravity.DAMAGE, str(path), found, remedy)


def _loads(store: Store, releases: tuple[Release, ...]) -> Iterator[Finding]:
    lost = lost_rows(store, releases)
    for each in lost:
        yield _rows_lost(each)
    finished = {each.load_id for each in unfinished_releases(store, releases)}
    for load_id in sorted(finished):
        yield Finding(
            "release_unlisted",
            Gravity.LITTER,
            str(store.tables[TableName.RELEASES].folder),
            f"the load {load_id} was stopped, or its last entry lost, when all its rows were there",
            "esep doctor --repair finishes it",
        )
    for name, orphans in orphan_loads(store, releases).items():
        for load_id in sorted(orphans - finished):
            yield Finding(
                "load_unfinished",
                Gravity.LITTER,
                str(store.tables[name].folder),
                f"rows of the load {load_id}, which was stopped before it was finished",
                REPAIR,
            )


def _rows_lost(lost: Lost) -> Finding:
    return Finding(
        "rows_lost",
        Gravity.DAMAGE,
        lost.release.id,
        f"{lost.found} rows of the table {lost.table.value} where {lost.expected} were loaded",
        MEND if lost.file else RESTORE,
    )


# -- what stopped loads leave --------------------------------------------------------------


def _unlisted(store: Store) -> Iterator[Finding]:
    for table in store.tables.values():
        for path in table.unlisted():
            found = "a file of figures that no load has finished"
            yield Finding("file_unlisted", Gravity.LITTER, str(path), found, REPAIR)


def _litter(store: Store) -> Iterator[Finding]:
    if (holder := holder_left(store.home)) is not None:
        found = "the mark of a process that wrote and is no longer there"
        yield Finding("lock_left", Gravity.LITTER, str(holder), found, REPAIR)
    for path in litter_paths(store):
        found = "half of a file that was not finished"
        yield Finding("part_left", Gravity.LITTER, str(path), found, REPAIR)


def litter_paths(store: Store) -> list[Path]:
    parts = [path for table in store.tables.values() for path in table.stray_parts()]
    parts += store.home.glob(".*.tmp")
    parts += store.snapshots.root.glob("*/.*.tmp")
    return sorted(parts)


def _cache(store: Store) -> Iterator[Finding]:
    for path in damaged_cache(store):
        found = "a computed result that cannot be read"
        remedy = "esep doctor --repair removes it; it is made again when it is needed"
        yield Finding("cache_damaged", Gravity.LITTER, str(path), found, remedy)


def damaged_cache(store: Store) -> list[Path]:
    """Kept results that are damaged, or were never finished."""
    folder = store.home / CACHE_NAME
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.is_file() and not _is_sound(path))


def _is_sound(path: Path) -> bool:
    import pyarrow as pa
    import pyarrow.parquet as pq

    if path.suffix == ".pickle":
        return is_sound(path)
    try:
        if path.suffix == ".json":
            json.loads(path.read_bytes())
            return True
        if path.suffix != ".parquet":
            return False
        with pq.ParquetFile(path) as parquet:
            for group in range(parquet.num_row_groups):
                parquet.read_row_group(group)
    except (OSError, ValueError, RecursionError, pa.ArrowException):
        return False
    return True
