from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

import pytest
from store_making import NOW, batch, figure, issue, observation, sign

from esep.errors import BadRequest, Defect, NotFound, TryAgain
from esep.store import failure, snapshots
from esep.store.doctor import examine
from esep.store.finding import Gravity
from esep.store.repair import repair
from esep.store.store import PackReference, Store
from esep.store.tables import TableName


def fail_at(monkeypatch, table: TableName, error: Exception) -> None:
    """Let the append to one table fail as a disk would."""
    import deltalake

    write = deltalake.write_deltalake

    def failing(target, *args, **kwargs):
        if table.value in target.table_uri:
            raise error
        write(target, *args, **kwargs)

    monkeypatch.setattr(deltalake, "write_deltalake", failing)


FULL_DISK = [
    OSError(errno.ENOSPC, "No space left on device"),
    OSError(errno.EDQUOT, "Disk quota exceeded"),
]


@pytest.mark.parametrize("table", list(TableName))
@pytest.mark.parametrize("error", FULL_DISK)
def test_a_full_disk_changes_nothing_visible(store, engine, monkeypatch, table, error):
    store.append(batch("before", issues=[issue()]))
    with monkeypatch.context() as patch:
        fail_at(patch, table, error)
        given = batch("full", issues=[issue()], signs=[sign()])
        if table is TableName.REPORTED:
            given = batch("full", reported=[figure("full")])
        with pytest.raises(TryAgain, match="the disk is full") as told:
            store.append(given)
        assert str(store.home / table.value) in told.value.detail
        assert "free some space" in told.value.hint
    assert [release.id for release in store.releases()] == ["before"]
    assert len(engine.collect(store.scan(engine))) == 1
    assert len(store.issues_by_release()) == 1
    assert store.reported() == ()
    assert store.signs("grp") == ()
    assert store.append(given), "the same load works once there is space"


def test_the_table_library_says_full_disk_only_in_words(store, monkeypatch):
    from deltalake.exceptions import DeltaError

    text = "Generic LocalFileSystem error: Unable to copy data: No space left (os error 28)"
    for error in (DeltaError(text), OSError(text)):
        fail_at(monkeypatch, TableName.OBSERVATIONS, error)
        with pytest.raises(TryAgain, match="the disk is full"):
            store.append(batch())


def test_a_store_is_not_begun_on_a_full_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(failure, "SPARE_BYTES", 2**60)
    home = tmp_path / "deep" / "home"
    with pytest.raises(
        TryAgain, match="the disk is full: making the store was not started"
    ) as told:
        Store.create(home, PackReference("threelands"), now=NOW)
    assert "free some space" in told.value.hint
    assert not (tmp_path / "deep").exists()


def test_too_little_room_is_seen_before_anything_is_written(store, monkeypatch):
    monkeypatch.setattr(failure, "SPARE_BYTES", 2**60)
    with pytest.raises(TryAgain, match="not started and nothing changed"):
        store.append(batch())
    assert store.observation_files() == []


def test_a_full_disk_while_keeping_the_snapshot_leaves_no_half_file(store, monkeypatch):
    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(snapshots.os, "fsync", full)
    with pytest.raises(TryAgain, match="the disk is full"):
        store.append(batch())
    assert [path for path in store.snapshots.root.rglob("*") if path.is_file()] == []


def test_a_disk_that_cannot_be_written_is_told_plainly(store, monkeypatch):
    fail_at(monkeypatch, TableName.OBSERVATIONS, OSError(errno.EROFS, "Read-only file system"))
    with pytest.raises(BadRequest, match="cannot be written") as told:
        store.append(batch())
    assert "read-only" in told.value.hint


@pytest.fixture
def mount(tmp_path):
    """A disk of 3 MB of its own, where this user may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("this user may not mount a disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_really_fills_up_loses_nothing(mount, engine, monkeypatch):
    monkeypatch.setattr(failure, "SPARE_BYTES", 0)
    store = Store.create(mount / "home", PackReference("threelands"), now=NOW)
    loaded: list[str] = []

    def load_until_it_fails():
        while len(loaded) < 100:
            given = batch(f"r{len(loaded)}", content=os.urandom(100_000))
            store.append(given)
            loaded.append(given.release.id)

    with pytest.raises(TryAgain, match="the disk is full"):
        load_until_it_fails()
    assert len(loaded) > 5
    assert sorted(release.id for release in store.releases()) == sorted(loaded)
    assert len(engine.collect(store.scan(engine))) == len(loaded)
    assert [each for each in examine(store) if each.gravity is Gravity.DAMAGE] == []


def test_a_read_only_disk_can_be_read_and_says_why_it_cannot_be_written(mount, engine, monkeypatch):
    monkeypatch.setattr(failure, "SPARE_BYTES", 0)
    Store.create(mount / "home", PackReference("threelands"), now=NOW).append(batch("r1"))
    subprocess.run(["mount", "-o", "remount,ro", str(mount)], check=True)
    store = Store.open(mount / "home")
    assert [release.id for release in store.releases()] == ["r1"]
    assert len(engine.collect(store.scan(engine))) == 1
    with pytest.raises(BadRequest, match="cannot be written"):
        store.append(batch("r2"), lock_timeout_seconds=0.2)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_directory_of_another_user_says_why_it_cannot_be_written(store):
    store.home.chmod(0o555)
    try:
        with pytest.raises(BadRequest, match="cannot be written"):
            store.append(batch("r2"), lock_timeout_seconds=0.2)
    finally:
        store.home.chmod(0o755)


def test_a_file_where_the_store_should_be_is_told_plainly(tmp_path):
    (tmp_path / "home").write_text("not a directory")
    with pytest.raises(NotFound):
        Store.open(tmp_path / "home")
    with pytest.raises(TryAgain, match="could not be used"):
        Store.create(tmp_path / "home", PackReference("threelands"), now=NOW)


def test_a_table_with_features_of_another_tool_is_refused_loudly(store):
    log = store.home / "observations" / "_delta_log"
    store.append(batch())
    features = '"readerFeatures":["deletionVectors"],"writerFeatures":["deletionVectors"]'
    versions = '"minReaderVersion":3,"minWriterVersion":7'
    entry = '{"protocol":{' + versions + "," + features + "}}\n"
    (log / f"{2:020}.json").write_text(entry)
    with pytest.raises(BadRequest, match="changed by another tool") as told:
        store.observation_files()
    assert "deletionVectors" in told.value.detail
    assert "version 3" in told.value.detail
    assert next(each.code for each in examine(store)) == "table_foreign"


def test_column_mapping_is_refused_loudly(store):
    log = store.home / "observations" / "_delta_log"
    (log / f"{1:020}.json").write_text('{"protocol":{"minReaderVersion":2,"minWriterVersion":5}}\n')
    with pytest.raises(BadRequest, match="changed by another tool"):
        store.observation_files()


def test_a_whole_store_has_no_findings(store):
    store.append(batch("r1", observations=[observation(row=2), observation(row=3)]))
    assert examine(store) == ()


def test_a_damaged_file_is_found(store):
    store.append(batch("r1"))
    [file] = store.observation_files()
    with Path(file).open("r+b") as parquet:
        parquet.truncate(200)
    codes = {finding.code: finding for finding in examine(store)}
    assert codes["file_damaged"].place == file
    assert codes["file_damaged"].gravity is Gravity.DAMAGE


def test_a_missing_file_is_found(store):
    store.append(batch("r1"))
    [file] = store.observation_files()
    Path(file).unlink()
    assert "file_missing" in [finding.code for finding in examine(store)]


def test_a_missing_snapshot_is_found_and_named(store):
    given = batch("r1")
    store.append(given)
    store.snapshots.path(given.release.snapshot).unlink()
    [finding] = examine(store)
    assert (finding.code, finding.gravity) == ("snapshot_missing", Gravity.DAMAGE)
    assert "r1" in finding.found
    with pytest.raises(NotFound, match="is missing"):
        store.snapshots.read(given.release.snapshot)


def test_a_changed_snapshot_is_found_and_named(store):
    given = batch("r1")
    store.append(given)
    path = store.snapshots.path(given.release.snapshot)
    path.chmod(0o644)
    path.write_bytes(b"other")
    [finding] = examine(store)
    assert finding.code == "snapshot_changed"
    with pytest.raises(Defect, match="damaged"):
        store.snapshots.read(given.release.snapshot)


def test_a_stopped_load_is_invisible_and_swept(store, engine, monkeypatch):
    store.append(batch("r1", issues=[issue()]))
    with monkeypatch.context() as patch:
        fail_at(patch, TableName.RELEASES, OSError(errno.ENOSPC, "No space left on device"))
        with pytest.raises(TryAgain):
            store.append(batch("r2", issues=[issue()]))
    (store.home / "observations" / "part-1.parquet#1").write_bytes(b"half")
    (store.snapshots.root / "ab").mkdir(exist_ok=True)
    (store.snapshots.root / "ab" / ".abc.tmp").write_bytes(b"half")

    expected = ["load_unfinished", "load_unfinished", "part_left", "part_left"]
    assert sorted(finding.code for finding in examine(store)) == expected
    assert {finding.gravity for finding in examine(store)} == {Gravity.LITTER}
    assert [row["release_id"] for row in engine.collect(store.scan(engine))] == ["r1"]

    assert sorted(finding.code for finding in repair(store)) == expected
    assert examine(store) == ()
    assert [row["release_id"] for row in engine.collect(store.scan(engine))] == ["r1"]
    assert list(store.issues_by_release()) == ["r1"]
