"""Does a backup bring back exactly what was there, and nothing else, whatever the file is?"""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from store_making import NOW, batch, figure, issue, observation

from esep.errors import BadRequest, NotFound, TryAgain
from esep.store import restore as restoring
from esep.store.archive import MANIFEST_NAME, archive, plan
from esep.store.doctor import examine
from esep.store.finding import Gravity
from esep.store.lock import write_lock
from esep.store.restore import read_manifest, restore, verify
from esep.store.store import Store

WRITER = Path(__file__).with_name("store_writer.py")


@pytest.fixture
def filled(store):
    store.append(batch("r1", observations=[observation(row=row) for row in (2, 3)]))
    store.append(batch("r2", observations=[], reported=[figure("r2")], issues=[issue()]))
    return store


@pytest.fixture
def backup(filled, tmp_path):
    archive(filled, tmp_path / "backup.zip", now=NOW)
    return tmp_path / "backup.zip"


def everything(store, engine):
    """All that can be asked of a store."""
    return (
        store.releases(),
        engine.collect(store.scan(engine).sort("load_id", "row")),
        store.reported(),
        store.issues_by_release(),
        {each.snapshot: store.snapshots.read(each.snapshot) for each in store.releases()},
        (store.pack, store.created_at),
    )


def test_a_restored_store_answers_as_the_one_that_was_backed_up(filled, backup, engine, tmp_path):
    restored = restore(backup, tmp_path / "again", now=NOW)
    again = Store.open(tmp_path / "again")
    assert everything(again, engine) == everything(filled, engine)
    assert examine(again) == ()
    assert (restored.manifest.releases, restored.manifest.rows) == (2, 3)
    assert restored.kept_aside is None
    assert again.append(batch("r3")), "and it can be loaded into"


def test_an_empty_store_comes_back_empty(store, engine, tmp_path):
    archive(store, tmp_path / "b.zip", now=NOW)
    restore(tmp_path / "b.zip", tmp_path / "again", now=NOW)
    assert everything(Store.open(tmp_path / "again"), engine) == everything(store, engine)


def test_a_compacted_store_with_a_checkpoint_comes_back(store, engine, tmp_path, monkeypatch):
    monkeypatch.setattr("esep.store.delta.COMPACT_ABOVE_FILES", 3)
    for number in range(6):
        store.append(batch(f"r{number}"))
    from deltalake import DeltaTable

    DeltaTable(str(store.home / "releases")).create_checkpoint()
    archive(store, tmp_path / "b.zip", now=NOW)
    restore(tmp_path / "b.zip", tmp_path / "again", now=NOW)
    assert everything(Store.open(tmp_path / "again"), engine) == everything(store, engine)


def test_what_else_lies_in_the_store_is_kept_but_not_what_can_be_made_again(filled, tmp_path):
    (filled.home / "corrections").mkdir()
    (filled.home / "corrections" / "mine.yaml").write_text("[]")
    (filled.home / "cache").mkdir()
    (filled.home / "cache" / "catalog.pickle").write_bytes(b"x")
    (filled.home / "observations" / "half.parquet#1").write_bytes(b"x")
    archive(filled, tmp_path / "b.zip", now=NOW)
    restore(tmp_path / "b.zip", tmp_path / "again", now=NOW)
    assert (tmp_path / "again" / "corrections" / "mine.yaml").read_text() == "[]"
    assert not (tmp_path / "again" / "cache").exists()
    assert not list((tmp_path / "again").rglob("*#*"))
    assert not list((tmp_path / "again").glob("write.lock*"))


def test_a_backup_needs_no_lock(filled, tmp_path):
    with write_lock(filled.home, timeout_seconds=1):
        assert archive(filled, tmp_path / "b.zip", now=NOW).releases == 2


def test_backups_made_while_another_process_loads_are_each_whole(store, engine, tmp_path):
    command = [sys.executable, str(WRITER), str(store.home), "w", "25", "7"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout.readline() == "ready\n"
        seen = []
        while writer.poll() is None or len(seen) < 2:
            path = tmp_path / f"{len(seen)}.zip"
            manifest = archive(store, path, now=NOW)
            restore(path, tmp_path / f"s{len(seen)}", now=NOW)
            again = Store.open(tmp_path / f"s{len(seen)}")
            releases = {release.id for release in again.releases()}
            rows = engine.collect(again.scan(engine))
            assert len(rows) == 7 * len(releases) == manifest.rows
            assert {row["release_id"] for row in rows} == releases
            assert [each for each in examine(again) if each.gravity is Gravity.DAMAGE] == []
            seen.append(len(releases))
            writer.stdout.readline()
    assert seen == sorted(seen)


def test_the_plan_of_a_backup_writes_nothing(filled, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    planned = plan(filled, now=NOW)
    assert (planned.releases, planned.rows) == (2, 3)
    assert sorted(tmp_path.rglob("*")) == before


def test_the_same_store_gives_the_same_backup(filled, tmp_path):
    for name in ("a", "b"):
        archive(filled, tmp_path / name, now=NOW)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_backup_overwrites_nothing_and_stays_out_of_the_store(filled, backup, tmp_path):
    before = backup.read_bytes()
    with pytest.raises(BadRequest, match="already"):
        archive(filled, backup, now=NOW)
    assert backup.read_bytes() == before
    with pytest.raises(BadRequest, match="not kept inside the store"):
        archive(filled, filled.home / "b.zip", now=NOW)
    with pytest.raises(BadRequest, match="no folder"):
        archive(filled, tmp_path / "nowhere" / "b.zip", now=NOW)
    archive(filled, backup, now=NOW, replace=True)
    assert not list(tmp_path.glob(".*tmp"))


def test_a_damaged_store_is_backed_up_as_far_as_it_goes_and_says_so(filled, tmp_path):
    first, second = filled.releases()
    filled.snapshots.path(first.snapshot).unlink()
    damaged = filled.snapshots.path(second.snapshot)
    damaged.chmod(0o644)
    damaged.write_bytes(b"other")
    [file] = filled.observation_files()
    content = Path(file).read_bytes()
    Path(file).write_bytes(content[:500])
    manifest = archive(filled, tmp_path / "b.zip", now=NOW)
    reasons = {Path(each.path).name: each.reason for each in manifest.lacking}
    assert reasons == {
        first.snapshot: "missing",
        second.snapshot: "its bytes are not those that were loaded",
        Path(file).name: f"500 bytes instead of {len(content)}",
    }
    restore(tmp_path / "b.zip", tmp_path / "again", now=NOW)
    codes = {each.code for each in examine(Store.open(tmp_path / "again"))}
    assert {"snapshot_missing", "snapshot_changed", "file_damaged"} <= codes


# -- restoring over something -------------------------------------------------------------


def test_a_store_is_never_restored_over_another_unless_asked(filled, backup, engine):
    filled.append(batch("r3"))
    with pytest.raises(BadRequest, match="there is a store") as told:
        restore(backup, filled.home, now=NOW)
    assert "--force" in told.value.hint
    assert len(Store.open(filled.home).releases()) == 3
    restored = restore(backup, filled.home, now=NOW, replace=True)
    assert len(Store.open(filled.home).releases()) == 2
    assert len(Store.open(restored.kept_aside).releases()) == 3, "and then it is kept"


def test_a_store_that_is_being_written_is_not_replaced(filled, backup, tmp_path):
    with write_lock(filled.home, timeout_seconds=1), pytest.raises(TryAgain, match="is writing"):
        restore(backup, filled.home, now=NOW, replace=True, lock_timeout_seconds=0.1)
    assert Store.open(filled.home).releases()
    assert not list(tmp_path.glob(".*restoring*"))


def test_a_folder_with_other_things_is_not_restored_over_even_if_asked(backup, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(BadRequest, match="not empty"):
        restore(backup, tmp_path / "mine", now=NOW, replace=True)
    assert (tmp_path / "mine" / "letter.txt").read_text() == "dear"


def test_an_empty_folder_may_become_the_store(backup, tmp_path):
    (tmp_path / "empty").mkdir()
    restore(backup, tmp_path / "empty", now=NOW)
    assert Store.open(tmp_path / "empty").releases()


def test_too_little_room_is_seen_before_anything_is_written(backup, tmp_path, monkeypatch):
    monkeypatch.setattr(restoring, "_SPARE_BYTES", 2**60)
    with pytest.raises(TryAgain, match="not started and nothing changed"):
        restore(backup, tmp_path / "again", now=NOW)
    assert not (tmp_path / "again").exists()


# -- files that are no backup --------------------------------------------------------------


def changed(backup: Path, *, drop=(), add=(), manifest=None) -> Path:
    """The backup again with other members, and a manifest made anew or as given."""
    target = backup.with_name("changed.zip")
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(target, "w") as new:
        said = json.loads(old.read(MANIFEST_NAME))
        if manifest is not None:
            manifest(said)
        for entry in old.infolist():
            if entry.filename not in (MANIFEST_NAME, *drop):
                new.writestr(entry, old.read(entry))
        for entry, content in add:
            new.writestr(entry, content, zipfile.ZIP_DEFLATED)
        new.writestr(MANIFEST_NAME, json.dumps(said))
    return target


def refused(path: Path, home: Path, match: str) -> None:
    with pytest.raises(BadRequest, match="no backup that can be trusted") as told:
        restore(path, home, now=NOW)
    assert match in told.value.detail
    assert not home.exists()
    assert not list(home.parent.glob(f".{home.name}*"))


UNSAFE = [
    "../outside",
    "/etc/esep",
    "a/../../outside",
    "a/./b",
    "a//b",
    "..",
    "C:\\outside",
    "a\\..\\..\\b",
    "new\nline",
    "x" * 201,
    "write.lock",
]


@pytest.mark.parametrize("name", UNSAFE)
def test_a_name_that_leads_out_of_the_store_is_refused(backup, tmp_path, name):
    def say(said):
        said["files"].append({"path": name, "bytes": 1, "sha256": "0" * 64})

    refused(changed(backup, add=[(name, "x")], manifest=say), tmp_path / "again", "outside")
    assert not (tmp_path / "outside").exists()


def test_a_link_in_an_archive_is_refused(backup, tmp_path):
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16

    def say(said):
        said["files"].append({"path": "link", "bytes": 4, "sha256": "0" * 64})

    bad = changed(backup, add=[(link, "/etc")], manifest=say)
    refused(bad, tmp_path / "again", "not an ordinary file")


def test_an_archive_that_unpacks_without_end_is_refused(backup, tmp_path):
    def say(said):
        said["files"].append({"path": "bomb", "bytes": 2**27, "sha256": "0" * 64})

    bad = changed(backup, add=[("bomb", bytes(2**27))], manifest=say)
    refused(bad, tmp_path / "again", "more than figures can")


def test_a_member_longer_than_it_says_is_refused(backup, tmp_path):
    def say(said):
        said["files"][0]["bytes"] -= 1

    refused(changed(backup, manifest=say), tmp_path / "again", "bytes, not")


@pytest.mark.parametrize(
    ("drop", "add", "match"),
    [
        (["store.json"], [], "store.json"),
        ([], [("extra", "x")], "extra"),
        ([], [("store.json", "{}")], "two files of one name"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_an_archive_with_other_files_than_it_lists_is_refused(backup, tmp_path, drop, add, match):
    refused(changed(backup, drop=drop, add=add), tmp_path / "again", match)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda said: said.clear(),
        lambda said: said.update(files=5),
        lambda said: said.update(files=[None]),
        lambda said: said.update(made_at="then"),
        lambda said: said.update(releases="many"),
        lambda said: said.update(tables=[]),
    ],
)
def test_a_manifest_of_another_shape_is_refused(backup, tmp_path, spoil):
    refused(changed(backup, manifest=spoil), tmp_path / "again", "cannot be read")


def test_a_backup_of_a_later_format_says_so(backup, tmp_path):
    bad = changed(backup, manifest=lambda said: said.update(format=2))
    with pytest.raises(BadRequest, match="format 2; this esep reads format 1"):
        restore(bad, tmp_path / "again", now=NOW)


def test_a_backup_with_one_changed_byte_anywhere_is_refused_or_the_same(
    filled, backup, engine, tmp_path
):
    content = backup.read_bytes()
    expected = everything(filled, engine)
    for at in range(0, len(content), max(1, len(content) // 60)):
        spoilt = bytearray(content)
        spoilt[at] ^= 0x55
        backup.write_bytes(spoilt)
        home = tmp_path / f"again-{at}"
        try:
            restore(backup, home, now=NOW)
        except BadRequest:
            assert not home.exists()
        else:  # a byte of the archive that means nothing, as a time
            assert everything(Store.open(home), engine) == expected


@pytest.mark.parametrize("length", [0, 1, 100, 5000, -1, -30])
def test_a_backup_cut_off_is_refused(backup, tmp_path, length):
    backup.write_bytes(backup.read_bytes()[:length])
    refused(backup, tmp_path / "again", "")


def test_other_files_are_refused_as_backups(tmp_path):
    with pytest.raises(NotFound, match="no file"):
        read_manifest(tmp_path / "absent.zip")
    with pytest.raises(NotFound, match="no file"):
        read_manifest(tmp_path)
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("letter.txt", "dear")
    with pytest.raises(BadRequest, match="no backup") as told:
        verify(tmp_path / "other.zip")
    assert "manifest.json" in told.value.detail


def test_a_backup_can_be_verified_without_restoring(backup, tmp_path):
    seen = []
    manifest = verify(backup, step=lambda done, of, name: seen.append((done, of)))
    assert seen[-1] == (len(manifest.files), len(manifest.files))
    assert not (tmp_path / "again").exists()
