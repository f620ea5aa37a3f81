"""How are lazy expressions run on this machine? On DuckDB, embedded."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from esep.errors import TryAgain

if TYPE_CHECKING:
    import duckdb
    import narwhals as nw
    import pyarrow as pa


class Engine:
    """A connection to an embedded query engine that reads files and touches no network.

    Only calls that DuckDB 1.5 and 2.0 both have are used: a relation has `to_arrow_table` and
    `fetchall` in both, but no `execute` in 2.0. A connection serves one thread; `fork` gives
    another thread its own.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._settled = count(1)

    @classmethod
    def connect(cls, *, threads: int | None = None, memory: str | None = None) -> Engine:
        """Open an engine; `memory` is a limit as DuckDB writes it (`2GB`), beyond it spills."""
        import duckdb

        settings: dict[str, str | bool | int | float | list[str]] = {
            # A missing extension must fail at once instead of reaching for a download.
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        }
        if threads is not None:
            settings["threads"] = threads
        if memory is not None:
            settings["memory_limit"] = memory
        return cls(_prepared(duckdb.connect(config=settings)))

    def fork(self) -> Engine:
        """Another connection to the same engine, for another thread."""
        return Engine(_prepared(self._connection.cursor()))

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- in ----------------------------------------------------------------------------

    def scan_parquet(
        self, files: Sequence[str], schema: pa.Schema
    ) -> nw.LazyFrame[duckdb.DuckDBPyRelation]:
        """Read files as one frame with exactly the schema's columns, in its order.

        A column that a file lacks (it was written before the column existed) reads as null.
        """
        import narwhals as nw

        if not files:
            return nw.from_native(self._connection.sql(_empty_select(schema)))
        relation = self._connection.read_parquet(list(files), union_by_name=True)
        present = set(relation.columns)
        columns = ", ".join(
            _quoted(field.name)
            if field.name in present
            else f"CAST(NULL AS {_sql_type(field.type)}) AS {_quoted(field.name)}"
            for field in schema
        )
        return nw.from_native(relation.project(columns))

    def frame(self, table: pa.Table) -> nw.LazyFrame[duckdb.DuckDBPyRelation]:
        """A frame over a table in memory; the table is not copied."""
        import narwhals as nw

        return nw.from_native(self._connection.from_arrow(table))

    def settle(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Compute a frame once, so that it can be read many times; spills beyond the memory."""
        import narwhals as nw

        name = f"settled_{next(self._settled)}"
        try:
            frame.to_native().query("settling", f"CREATE TEMP TABLE {name} AS FROM settling")
        except Exception as error:
            raise _told(error) from error
        return nw.from_native(self._connection.table(name))

    def read_parquet(self, path: Path) -> nw.LazyFrame[Any]:
        """A file of our own making, with whatever columns it has."""
        import narwhals as nw

        return nw.from_native(self._connection.read_parquet(str(path)))

    def write_parquet(self, frame: nw.LazyFrame[Any], path: Path) -> None:
        relation: duckdb.DuckDBPyRelation = frame.to_native()
        try:
            relation.write_parquet(str(path), compression="zstd")
        except Exception as error:
            raise _told(error) from error

    # -- out ---------------------------------------------------------------------------

    def collect(self, frame: nw.LazyFrame[Any]) -> list[dict[str, Any]]:
        """Run and return rows as dicts, in the frame's order."""
        relation: duckdb.DuckDBPyRelation = frame.to_native()
        names = relation.columns
        try:
            rows = relation.fetchall()
        except Exception as error:
            raise _told(error) from error
        return [dict(zip(names, row, strict=True)) for row in rows]

    def collect_table(self, frame: nw.LazyFrame[Any]) -> pa.Table:
        """Run and return an Arrow table."""
        relation: duckdb.DuckDBPyRelation = frame.to_native()
        try:
            return relation.to_arrow_table()
        except Exception as error:
            raise _told(error) from error


def _prepared(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    # Set per connection, so that neither the machine's zone nor a progress bar leaks into results.
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute("SET preserve_insertion_order = true")
    connection.execute("SET enable_progress_bar = false")
    connection.execute("SET default_null_order = 'nulls_last'")
    return connection


def _told(error: Exception) -> Exception:
    """An engine's out-of-memory or vanished file as what the user can do about it."""
    import duckdb

    if isinstance(error, duckdb.OutOfMemoryException):
        return TryAgain(
            "not enough memory for this computation",
            detail=str(error),
            hint="ask for fewer periods or regions, or raise the memory limit",
        )
    if isinstance(error, duckdb.IOException):
        return TryAgain(
            "a file of the store could not be read",
            detail=str(error),
            hint="run the command again; if it fails again, run: esep doctor",
        )
    return error


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _empty_select(schema: pa.Schema) -> str:
    columns = ", ".join(
        f"CAST(NULL AS {_sql_type(field.type)}) AS {_quoted(field.name)}" for field in schema
    )
    return f"SELECT {columns} WHERE false"


_SQL_TYPES = {
    "string": "VARCHAR",
    "double": "DOUBLE",
    "int32": "INTEGER",
    "int64": "BIGINT",
    "bool": "BOOLEAN",
    "date32[day]": "DATE",
    "timestamp[us, tz=UTC]": "TIMESTAMPTZ",
    "timestamp[us]": "TIMESTAMP",
}


def _sql_type(arrow_type: pa.DataType) -> str:
    return _SQL_TYPES[str(arrow_type)]
