"""Is the store whole, and what would repair it?"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from esep.errors import EsepError
from esep.model.release import Release
from esep.store.lock import lock_holder, write_lock
from esep.store.snapshots import hash_of
from esep.store.store import DEFAULT_LOCK_TIMEOUT_SECONDS, Store
from esep.store.tables import TableName


class Gravity(StrEnum):
    DAMAGE = "damage"
    """Something that was acknowledged cannot be read as it was."""
    LITTER = "litter"
    """Left behind by a load that was stopped; harmless, and `sweep` removes it."""
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Finding:
    code: str
    gravity: Gravity
    place: str
    found: str
    remedy: str


_RESTORE = "restore the store from a backup, or make a new one and load its snapshots again"
_SWEEP = "esep doctor --repair removes it"


def examine(store: Store) -> tuple[Finding, ...]:
    """Look at everything; change nothing."""
    findings = [*_lock(store), *_tables(store)]
    with suppress(EsepError):
        releases = store.releases()
        findings += [*_snapshots(store, releases), *_loads(store, releases)]
    findings += _litter(store)
    return tuple(findings)


def sweep(
    store: Store, *, lock_timeout_seconds: float = DEFAULT_LOCK_TIMEOUT_SECONDS
) -> tuple[Finding, ...]:
    """Remove what stopped loads left behind, and return what it was."""
    with write_lock(store.home, timeout_seconds=lock_timeout_seconds):
        releases = store.releases()
        findings = [*_orphans(store, releases), *_litter(store)]
        for name, orphans in _orphan_loads(store, releases).items():
            store.tables[name].delete_loads(orphans)
        for path in _litter_paths(store):
            path.unlink(missing_ok=True)
    return tuple(findings)


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


def _tables(store: Store) -> list[Finding]:
    findings = []
    for table in store.tables.values():
        try:
            files = table.files()
        except EsepError as error:
            findings.append(
                Finding(
                    "table_unreadable",
                    Gravity.DAMAGE,
                    str(table.folder),
                    str(error),
                    error.hint or _RESTORE,
                )
            )
            continue
        findings += [damage for file in files if (damage := _file_damage(Path(file)))]
    return findings


def _file_damage(file: Path) -> Finding | None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    if not file.exists():
        return Finding("file_missing", Gravity.DAMAGE, str(file), "the file is gone", _RESTORE)
    try:
        with pq.ParquetFile(file, page_checksum_verification=True) as parquet:
            for group in range(parquet.num_row_groups):
                parquet.read_row_group(group)
    except (OSError, pa.ArrowException) as error:
        first_line = str(error).partition("\n")[0]
        return Finding("file_damaged", Gravity.DAMAGE, str(file), first_line, _RESTORE)
    return None


def _snapshots(store: Store, releases: tuple[Release, ...]) -> list[Finding]:
    findings = []
    for release in releases:
        path = store.snapshots.path(release.snapshot)
        remedy = f"put the original {Path(release.file).name} back, or restore a backup"
        try:
            content = path.read_bytes()
        except OSError as error:
            found = f"the snapshot of {release.id} cannot be read: {error.strerror}"
            findings.append(Finding("snapshot_missing", Gravity.DAMAGE, str(path), found, remedy))
            continue
        if hash_of(content) != release.snapshot:
            found = f"the snapshot of {release.id} is not the file that was loaded"
            findings.append(Finding("snapshot_changed", Gravity.DAMAGE, str(path), found, remedy))
    return findings


def _loads(store: Store, releases: tuple[Release, ...]) -> list[Finding]:
    findings = _orphans(store, releases)
    counted: Counter[str] = Counter()
    with suppress(EsepError):
        for name in (TableName.OBSERVATIONS, TableName.REPORTED):
            counted.update(store.tables[name].rows_by_load())
        findings += [
            Finding(
                "rows_lost",
                Gravity.DAMAGE,
                release.id,
                f"{counted[release.load_id]} rows where {release.rows} were loaded",
                _RESTORE,
            )
            for release in releases
            if counted[release.load_id] != release.rows
        ]
    return findings


def _orphans(store: Store, releases: tuple[Release, ...]) -> list[Finding]:
    findings = []
    with suppress(EsepError):
        for name, orphans in _orphan_loads(store, releases).items():
            findings += [
                Finding(
                    "load_unfinished",
                    Gravity.LITTER,
                    str(store.tables[name].folder),
                    f"rows of the load {load_id}, which was stopped before it was finished",
                    _SWEEP,
                )
                for load_id in sorted(orphans)
            ]
    return findings


def _orphan_loads(store: Store, releases: tuple[Release, ...]) -> dict[TableName, set[str]]:
    accepted = {release.load_id for release in releases}
    loads = {
        name: store.tables[name].rows_by_load().keys() - accepted
        for name in TableName
        if name is not TableName.RELEASES
    }
    return {name: orphans for name, orphans in loads.items() if orphans}


def _litter(store: Store) -> list[Finding]:
    return [
        Finding(
            "part_left", Gravity.LITTER, str(path), "half of a file that was not finished", _SWEEP
        )
        for path in _litter_paths(store)
    ]


def _litter_paths(store: Store) -> list[Path]:
    parts = [path for table in store.tables.values() for path in table.stray_parts()]
    parts += store.home.glob(".*.tmp")
    parts += store.snapshots.root.glob("*/.*.tmp")
    return sorted(parts)
