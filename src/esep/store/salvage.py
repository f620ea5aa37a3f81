"""What can still be read from the files of a damaged store, whatever its logs say of them?

A file of figures is whole or not, by its own checksums. The log only says which files are the
table; where it is lost, a release and its rows are found by what stands in the files themselves.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from esep.errors import EsepError
from esep.model.release import Release
from esep.store.lost import expected_rows, rows_of
from esep.store.store import Store
from esep.store.tables import TableName

if TYPE_CHECKING:
    import pyarrow as pa


class Salvage:
    """The readable files of every table, by the loads that are in them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._loads = {
            name: _readable(store, name) for name in TableName if name is not TableName.RELEASES
        }

    def releases(self) -> list[Release]:
        """Every release that was accepted, in the order of loading."""
        try:
            found = list(self._store.releases())
        except EsepError:
            found = self._from_files()
        return sorted(found, key=lambda each: (each.loaded_at, each.id))

    def _from_files(self) -> list[Release]:
        import pyarrow as pa

        table = self._store.tables[TableName.RELEASES]
        found: dict[str, Release] = {}
        for path in sorted(table.folder.glob("*.parquet")):
            try:
                for row in table.read_file(path):
                    found.setdefault(row["load_id"], Release(**row))
            except (OSError, pa.ArrowException, TypeError):
                continue
        return list(found.values())

    def rows(self, release: Release) -> dict[TableName, pa.Table] | None:
        """All rows of a release by table, or None where some of them are gone."""
        expected = expected_rows(release)
        rows: dict[TableName, pa.Table] = {}
        for name, files in self._loads.items():
            # Of a table that the release does not count, the fullest file is taken.
            path = max(files, key=lambda each: files[each][release.load_id], default=None)
            count = files[path][release.load_id] if path is not None else 0
            if count != expected.get(name, count):
                return None
            if path is not None and count:
                rows[name] = rows_of(self._store.tables[name], path, release.load_id)
        return rows


def _readable(store: Store, name: TableName) -> dict[Path, Counter[str]]:
    import pyarrow as pa

    table = store.tables[name]
    found = {}
    for path in sorted(table.folder.glob("*.parquet")):
        try:
            # All columns, since a file may be broken in any of them.
            found[path] = Counter(table.columns_of(path)["load_id"].to_pylist())
        except (OSError, pa.ArrowException):
            continue
    return found
