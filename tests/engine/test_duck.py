from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import narwhals as nw
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from esep.engine.duck import Engine
from esep.errors import TryAgain

SCHEMA = pa.schema(
    [
        ("code", pa.string()),
        ("on", pa.date32()),
        ("at", pa.timestamp("us", tz="UTC")),
        ("value", pa.float64()),
        ("row", pa.int32()),
    ]
)


@pytest.fixture
def engine():
    with Engine.connect(threads=1) as engine:
        yield engine


def table(*values: float) -> pa.Table:
    rows = [
        {
            "code": f"c{number}",
            "on": date(2024, 1, 1),
            "at": datetime(2024, 1, 1, 5, tzinfo=UTC),
            "value": value,
            "row": number,
        }
        for number, value in enumerate(values, 1)
    ]
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def write(path: Path, content: pa.Table) -> str:
    pq.write_table(content, path)
    return str(path)


def test_no_files_give_an_empty_frame_of_the_schema(engine):
    frame = engine.scan_parquet([], SCHEMA)
    assert frame.collect_schema().names() == SCHEMA.names
    assert engine.collect(frame) == []
    assert engine.collect_table(frame).schema.names == SCHEMA.names


def test_an_empty_frame_has_the_same_types_as_a_filled_one(engine, tmp_path):
    filled = engine.scan_parquet([write(tmp_path / "a.parquet", table(1.0))], SCHEMA)
    assert engine.scan_parquet([], SCHEMA).collect_schema() == filled.collect_schema()


def test_files_are_read_as_one_frame(engine, tmp_path):
    files = [write(tmp_path / "a.parquet", table(1.0)), write(tmp_path / "b.parquet", table(2.0))]
    frame = engine.scan_parquet(files, SCHEMA).sort("value")
    assert [row["value"] for row in engine.collect(frame)] == [1.0, 2.0]


def test_a_column_that_an_older_file_lacks_reads_as_null(engine, tmp_path):
    files = [
        write(tmp_path / "old.parquet", table(1.0).drop_columns(["code"])),
        write(tmp_path / "new.parquet", table(2.0)),
    ]
    rows = engine.collect(engine.scan_parquet(files, SCHEMA).sort("value"))
    assert [row["code"] for row in rows] == [None, "c1"]
    rows = engine.collect(engine.scan_parquet(files[:1], SCHEMA))
    assert [row["code"] for row in rows] == [None]


def test_columns_come_in_the_order_of_the_schema(engine, tmp_path):
    shuffled = table(1.0).select(list(reversed(SCHEMA.names)))
    frame = engine.scan_parquet([write(tmp_path / "a.parquet", shuffled)], SCHEMA)
    assert frame.collect_schema().names() == SCHEMA.names


def test_moments_are_told_in_utc_whatever_the_machine_says(engine, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Almaty")
    [row] = engine.collect(engine.frame(table(1.0)))
    assert row["at"].isoformat() == "2024-01-01T05:00:00+00:00"
    assert row["on"] == date(2024, 1, 1)


def test_a_frame_outlives_the_name_of_its_table(engine):
    frame = engine.frame(table(1.0, 2.0, 3.0)).filter(nw.col("value") > 1)
    assert [row["value"] for row in engine.collect(frame)] == [2.0, 3.0]
    assert engine.collect_table(frame)["value"].to_pylist() == [2.0, 3.0]


def test_frames_join(engine, tmp_path):
    left = engine.scan_parquet([write(tmp_path / "a.parquet", table(1.0, 2.0))], SCHEMA)
    right = engine.frame(pa.table({"code": ["c2"]}))
    assert [row["row"] for row in engine.collect(left.join(right, on="code", how="semi"))] == [2]


def test_a_fork_reads_on_its_own(engine):
    assert engine.fork().collect(engine.fork().frame(table(1.0)))[0]["value"] == 1.0


def test_no_extension_is_fetched(engine):
    native = engine.frame(table(1.0)).to_native()
    settings = native.query(
        "t",
        "SELECT value FROM duckdb_settings() WHERE name IN "
        "('autoinstall_known_extensions', 'autoload_known_extensions')",
    ).fetchall()
    assert settings == [("false",), ("false",)]


def test_a_vanished_file_asks_to_try_again(engine, tmp_path):
    file = write(tmp_path / "a.parquet", table(1.0))
    frame = engine.scan_parquet([file], SCHEMA)
    Path(file).unlink()
    with pytest.raises(TryAgain, match="could not be read"):
        engine.collect(frame)


def test_a_frame_can_be_run_again_and_again(engine, tmp_path):
    frame = engine.scan_parquet([write(tmp_path / "a.parquet", table(1.0, 2.0))], SCHEMA)
    assert engine.collect(frame) == engine.collect(frame)
    assert engine.collect_table(frame) == engine.collect_table(frame)
    assert len(engine.collect(frame)) == 2
