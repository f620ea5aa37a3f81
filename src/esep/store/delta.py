"""How is one table created, appended to and listed as files?"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from esep.errors import BadRequest, EsepError, NotFound
from esep.store.failure import check_room, disk_failures
from esep.store.snapshots import flush_directory
from esep.store.tables import TableName, schema_of

if TYPE_CHECKING:
    import pyarrow as pa
    from deltalake import DeltaTable

COMPACT_ABOVE_FILES = 50

LOG_NAME = "_delta_log"
_LOG_FILE = re.compile(r"(\d{20})\.(?:json|checkpoint\..*parquet|checkpoint\.parquet)")
_MENTION = re.compile(r'"path":"([^"/]+\.parquet)"')

_UNSAFE_IN_PATH = re.compile(r"[\[\]^|\\*?]|%[0-9A-Fa-f]{2}")


def check_path(home: Path) -> None:
    """Refuse a path that the table library or a file pattern would read as something else."""
    if found := _UNSAFE_IN_PATH.search(str(home)):
        raise BadRequest(
            f"a store cannot be at {home}: its path has '{found[0]}'",
            hint=r"choose a directory whose path has none of [ ] ^ | \ * ? and no % before digits",
        )


class ForeignTable(BadRequest):
    """Another tool has given the table features by which a list of files is not the table."""


@dataclass(frozen=True, slots=True)
class Committed:
    """A version of a table: its data files with their sizes, and its log."""

    version: int
    files: dict[Path, int]
    log: list[Path]


class DeltaFolder:
    """One Delta Lake table in a folder, written only by this package and only by appending."""

    def __init__(self, home: Path, name: TableName) -> None:
        self.name = name
        self.folder = home / name.value

    def create(self) -> None:
        from deltalake import DeltaTable

        with disk_failures(self.folder, doing=f"creating the table {self.name.value}"):
            DeltaTable.create(self.folder.as_uri(), schema=schema_of(self.name), mode="ignore")

    def append(self, rows: pa.Table) -> None:
        from deltalake import write_deltalake

        if rows.num_rows == 0:
            return
        doing = f"writing to the table {self.name.value}"
        # The library would stop half-way with a stack trace of its own on stderr.
        check_room(self.folder, rows.nbytes, doing=doing)
        with disk_failures(self.folder, doing=doing):
            before = set(self.files())
            table = self._open()
            write_deltalake(table, rows, mode="append")
            self._flush(table.version(), set(self.files()) - before)

    def files(self) -> list[str]:
        """The parquet files that together are the table now."""
        with disk_failures(self.folder, doing=f"listing the table {self.name.value}"):
            # The library returns percent-encoded names, which no other reader understands. Our
            # tables have no partitions, so the last part of each is the file's own name.
            uris = self._open().file_uris()
        return [f"{self.folder}/{uri.rpartition('/')[2]}" for uri in uris]

    def committed(self) -> Committed:
        """The last version, with every file a reader of it needs; older ones may be added to."""
        with disk_failures(self.folder, doing=f"listing the table {self.name.value}"):
            table = self._open()
            version = table.version()
            actions = table.get_add_actions(flatten=True)
            sizes = dict(
                zip(
                    actions.column("path").to_pylist(),
                    actions.column("size_bytes").to_pylist(),
                    strict=True,
                )
            )
            log = [
                path
                for path in sorted((self.folder / LOG_NAME).iterdir())
                if (of := _LOG_FILE.fullmatch(path.name)) and int(of[1]) <= version
            ]
        # Names of our own files need no decoding: they have nothing but letters and digits.
        return Committed(version, {self.folder / path: size for path, size in sizes.items()}, log)

    def unlisted(self) -> list[Path]:
        """Data files that no version of the last week lists: of a load killed before its commit."""
        listed = {Path(file).name for file in self.files()} | self._mentioned()
        return sorted(path for path in self.folder.glob("*.parquet") if path.name not in listed)

    def _mentioned(self) -> set[str]:
        found: set[str] = set()
        for path in (self.folder / LOG_NAME).glob("*.json"):
            found.update(_MENTION.findall(path.read_text(encoding="utf-8", errors="replace")))
        return found

    def read(self, version: Committed | None = None) -> list[dict[str, Any]]:
        """All rows, of the last version if none is given; for the small tables only."""
        rows: list[dict[str, Any]] = []
        with disk_failures(self.folder, doing=f"reading the table {self.name.value}"):
            for file in version.files if version else self.files():
                rows.extend(self.read_file(file))
        return rows

    def read_file(self, file: Path | str) -> list[dict[str, Any]]:
        import pyarrow.parquet as pq

        # A ParquetFile, since read_table imports pyarrow.dataset, a third of a second.
        with pq.ParquetFile(file) as parquet:
            return _rows(parquet.read())

    def columns_of(self, file: Path | str, names: Sequence[str] = ()) -> pa.Table:
        """Columns of one data file, all of them if none is named, in the types of the table.

        Merged files hold views of text, with which few functions of Arrow can compute.
        """
        import pyarrow as pa
        import pyarrow.parquet as pq

        own = schema_of(self.name)
        with pq.ParquetFile(file) as parquet:
            read: pa.Table = parquet.read(columns=list(names or own.names))
        return read.cast(pa.schema([own.field(name) for name in read.column_names]))

    def retyped_columns(self) -> list[str]:
        """Columns that another tool took away or gave another type."""
        import pyarrow as pa

        with disk_failures(self.folder, doing=f"reading the table {self.name.value}"):
            found = pa.schema(self._open().schema().to_arrow())
        there = {field.name: field.type for field in found}
        return [field.name for field in schema_of(self.name) if there.get(field.name) != field.type]

    def rows_by_load(self) -> Counter[str]:
        """How many rows each load has, from the statistics of the files where they tell."""
        import pyarrow.parquet as pq

        counted: Counter[str] = Counter()
        with disk_failures(self.folder, doing=f"reading the table {self.name.value}"):
            for file in self.files():
                with pq.ParquetFile(file) as parquet:
                    if (single := _single_load(parquet)) is not None:
                        counted[single] += parquet.metadata.num_rows
                        continue
                column = self.columns_of(file, ["load_id"])["load_id"]
                for each in column.value_counts().to_pylist():
                    counted[each["values"]] += each["counts"]
        return counted

    def delete_loads(self, load_ids: set[str]) -> None:
        """Take back rows of loads that were never committed."""
        listed = ", ".join(f"'{load_id}'" for load_id in sorted(load_ids))
        with disk_failures(self.folder, doing=f"sweeping the table {self.name.value}"):
            self._open().delete(f"load_id IN ({listed})")

    def compact(self) -> None:
        """Merge small files; a reader that listed the old ones can still read them for a week."""
        if len(self.files()) <= COMPACT_ABOVE_FILES:
            return
        # The rows are safe either way: what cannot be tidied today is tidied after a later load.
        with (
            suppress(EsepError),
            disk_failures(self.folder, doing=f"compacting the table {self.name.value}"),
        ):
            table = self._open()
            table.optimize.compact()
            table.vacuum(dry_run=False)

    def stray_parts(self) -> list[Path]:
        """Half-written files of killed loads, which the table library never removes."""
        return sorted(self.folder.glob("*.parquet#*"))

    def _open(self) -> DeltaTable:
        from deltalake import DeltaTable
        from deltalake.exceptions import TableNotFoundError

        try:
            table = DeltaTable(self.folder.as_uri())
        except TableNotFoundError as error:
            raise NotFound(
                f"the table {self.name.value} of the store is missing",
                detail=str(self.folder),
                hint="restore the store from a backup, or make a new one with: esep init",
            ) from error
        self._check_protocol(table)
        return table

    def _check_protocol(self, table: DeltaTable) -> None:
        # With deletion vectors or column mapping a list of files is not the table: rows deleted
        # elsewhere would come back. Any other feature of readers is as unknown to us.
        protocol = table.protocol()
        if protocol.min_reader_version > 1 or protocol.reader_features:
            features = ", ".join(protocol.reader_features or []) or "none named"
            raise ForeignTable(
                f"the table {self.name.value} was changed by another tool and is not safe to read",
                detail=f"{self.folder}: it needs a reader of version "
                f"{protocol.min_reader_version} (features: {features}); esep reads version 1",
                hint="restore the store from a backup, or rewrite the table without deletion "
                "vectors and column mapping",
            )

    def _flush(self, version: int, files: set[str]) -> None:
        """Push what was committed to the disk: an acknowledged load survives a power cut."""
        log = self.folder / LOG_NAME
        for path in [*map(Path, files), log / f"{version:020}.json"]:
            handle = os.open(path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
        flush_directory(self.folder)
        flush_directory(log)


def _rows(table: pa.Table) -> list[dict[str, Any]]:
    """Rows as dicts. Moments lose their zone first: with one, pyarrow imports all of pandas."""
    import pyarrow as pa

    moments = [field.name for field in table.schema if pa.types.is_timestamp(field.type)]
    for name in moments:
        at = table.schema.get_field_index(name)
        table = table.set_column(at, name, table[name].cast(pa.timestamp("us")))
    rows: list[dict[str, Any]] = table.to_pylist()
    for row in rows:
        for name in moments:
            row[name] = row[name] and row[name].replace(tzinfo=UTC)
    return rows


def _single_load(parquet: Any) -> str | None:
    """The one load id of a file by its statistics, or None where they do not tell."""
    metadata = parquet.metadata
    index = parquet.schema_arrow.get_field_index("load_id")
    seen: set[str] = set()
    for group in range(metadata.num_row_groups):
        statistics = metadata.row_group(group).column(index).statistics
        if statistics is None or not statistics.has_min_max:
            return None
        seen.update((statistics.min, statistics.max))
    return seen.pop() if len(seen) == 1 else None
