"""Which rows do not fit their releases, and are they still in a file that no log lists?

A log entry that is lost leaves its data file behind. So does a load that was killed between
writing the file and the entry; it may be finished as well, since all of it is there.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from esep.model.release import Release
from esep.store.delta import DeltaFolder
from esep.store.snapshots import hash_of
from esep.store.store import Store
from esep.store.tables import TableName

if TYPE_CHECKING:
    import pyarrow as pa

_OF_LOADS = tuple(name for name in TableName if name is not TableName.RELEASES)


@dataclass(frozen=True, slots=True)
class Lost:
    """A release with another number of rows than were loaded."""

    release: Release
    table: TableName
    expected: int
    found: int
    file: Path | None = None
    """An unlisted file that has just the rows which are missing."""


def lost_rows(store: Store, releases: tuple[Release, ...]) -> list[Lost]:
    found = _counts(store)
    unlisted: dict[TableName, dict[Path, Counter[str]]] = {}
    lost = []
    for release in releases:
        for name, expected in expected_rows(release).items():
            count = found[name][release.load_id]
            if count == expected:
                continue
            if name not in unlisted:
                unlisted[name] = _unlisted_rows(store, name)
            file = None
            if count == 0:
                with_all = (
                    path
                    for path, rows in unlisted[name].items()
                    if rows[release.load_id] == expected
                )
                file = next(with_all, None)
            lost.append(Lost(release, name, expected, count, file))
    return lost


def _counts(store: Store) -> dict[TableName, Counter[str]]:
    """Rows by load; figures of either kind count as rows of the release's own table."""
    rows: dict[TableName, Counter[str]] = {}
    for name in _OF_LOADS:
        rows[name] = store.tables[name].rows_by_load()
    figures = rows[TableName.OBSERVATIONS] + rows[TableName.REPORTED]
    return {**rows, TableName.OBSERVATIONS: figures, TableName.REPORTED: figures}


def expected_rows(release: Release) -> dict[TableName, int]:
    """How many rows of which tables a release brought."""
    return {TableName(release.kind): release.rows, TableName.ISSUES: release.issues}


def orphan_loads(store: Store, releases: tuple[Release, ...]) -> dict[TableName, set[str]]:
    """Loads with rows but without a release, by table."""
    accepted = {release.load_id for release in releases}
    loads = {name: store.tables[name].rows_by_load().keys() - accepted for name in _OF_LOADS}
    return {name: orphans for name, orphans in loads.items() if orphans}


def unfinished_releases(store: Store, releases: tuple[Release, ...]) -> list[Release]:
    """Releases in an unlisted file whose rows and bytes are all there, and that are not known."""
    orphans = set().union(*orphan_loads(store, releases).values())
    known = {(each.source, each.snapshot) for each in releases}
    ids = {each.id for each in releases}
    found: dict[str, Release] = {}
    if not orphans:
        return []
    rows = _counts(store)
    for release in _unlisted_releases(store):
        if (
            release.load_id in orphans
            and (release.source, release.snapshot) not in known
            and release.id not in ids
            and _snapshot_is_there(store, release)
            and all(
                rows[name][release.load_id] == expected
                for name, expected in expected_rows(release).items()
            )
        ):
            found.setdefault(release.load_id, release)
            known.add((release.source, release.snapshot))
            ids.add(release.id)
    return list(found.values())


def rows_of(table: DeltaFolder, file: Path, load_id: str) -> pa.Table:
    """The rows of one load in a data file."""
    import pyarrow.compute as pc

    rows = table.columns_of(file)
    return rows.filter(pc.equal(rows["load_id"], load_id))


def _unlisted_rows(store: Store, name: TableName) -> dict[Path, Counter[str]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    found: dict[Path, Counter[str]] = {}
    for path in store.tables[name].unlisted():
        try:
            with pq.ParquetFile(path) as parquet:
                found[path] = Counter(parquet.read(columns=["load_id"])["load_id"].to_pylist())
        except (OSError, pa.ArrowException):
            continue  # half a file, of which nothing can be brought back
    return found


def _unlisted_releases(store: Store) -> list[Release]:
    import pyarrow as pa

    table = store.tables[TableName.RELEASES]
    found = []
    for path in table.unlisted():
        try:
            found += [Release(**row) for row in table.read_file(path)]
        except (OSError, pa.ArrowException, TypeError):
            continue
    return found


def _snapshot_is_there(store: Store, release: Release) -> bool:
    try:
        return hash_of(store.snapshots.path(release.snapshot).read_bytes()) == release.snapshot
    except OSError:
        return False
