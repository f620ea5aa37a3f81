"""Is each kind of damage found, explained, and repaired where nothing can be lost by it?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from store_making import batch, figure, issue, observation

from esep.store.doctor import examine
from esep.store.finding import Gravity
from esep.store.repair import DAMAGED_NAME, repair, repairable
from esep.store.store import Store


@pytest.fixture
def filled(store):
    store.append(batch("r1", observations=[observation(row=row) for row in (2, 3)]))
    store.append(batch("r2", issues=[issue(), issue(row=10)]))
    store.append(batch("r3", observations=[], reported=[figure("r3")]))
    return store


def entry(store: Store, table: str, version: int) -> Path:
    return store.home / table / "_delta_log" / f"{version:020}.json"


def codes(store: Store) -> list[str]:
    return sorted({finding.code for finding in examine(store)})


def counts(store, engine):
    return (
        [release.id for release in store.releases()],
        sorted(row["release_id"] for row in engine.collect(store.scan(engine))),
        {id: len(issues) for id, issues in store.issues_by_release().items()},
        len(store.reported()),
    )


WHOLE = (["r1", "r2", "r3"], ["r1", "r1", "r2"], {"r2": 2}, 1)

SPOIL = {
    "cut in half": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "empty": lambda path: path.write_bytes(b""),
    "full of zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "no text": lambda path: path.write_bytes(b"\xff\xfe\x00" * 50),
    "another thing": lambda path: path.write_text("[1, 2]\n"),
}


@pytest.mark.parametrize("how", SPOIL)
@pytest.mark.parametrize(
    ("table", "version"), [("observations", 2), ("issues", 1), ("reported", 1), ("releases", 3)]
)
def test_a_broken_last_entry_of_a_log_is_found_and_its_rows_come_back(
    filled, engine, how, table, version
):
    path = entry(filled, table, version)
    SPOIL[how](path)
    [broken] = [each for each in examine(filled) if each.code == "log_broken"]
    assert broken.place == str(path)
    assert broken.gravity is Gravity.DAMAGE
    assert f"the log of the table {table}" in broken.found
    assert repairable(broken)
    mended = repair(filled)
    assert broken in mended
    assert examine(filled) == ()
    assert counts(filled, engine) == WHOLE
    assert list((filled.home / DAMAGED_NAME).iterdir()), "what was taken out is kept"
    assert filled.append(batch("r4"))
    assert examine(filled) == ()


@pytest.mark.parametrize("how", SPOIL)
def test_a_broken_entry_in_the_middle_is_left_for_a_backup(filled, how):
    path = entry(filled, "releases", 2)
    SPOIL[how](path)
    before = path.read_bytes()
    [broken] = [each for each in examine(filled) if each.code == "log_broken"]
    assert not repairable(broken)
    assert "esep restore" in broken.remedy
    repair(filled)
    assert path.read_bytes() == before
    assert "log_broken" in codes(filled)


def test_a_missing_entry_in_the_middle_is_named(filled):
    path = entry(filled, "releases", 2)
    path.unlink()
    [missing] = [each for each in examine(filled) if each.code == "log_missing"]
    assert missing.place == str(path)
    repair(filled)
    assert "log_missing" in codes(filled)


@pytest.mark.parametrize(("table", "version"), [("observations", 2), ("issues", 1)])
def test_rows_whose_last_entry_is_gone_come_back(filled, engine, table, version):
    entry(filled, table, version).unlink()
    assert codes(filled) == ["file_unlisted", "rows_lost"]
    repair(filled)
    assert examine(filled) == ()
    assert counts(filled, engine) == WHOLE


def test_a_release_whose_last_entry_is_gone_comes_back_instead_of_being_swept(filled, engine):
    entry(filled, "releases", 3).unlink()
    found = {each.code: each.gravity for each in examine(filled)}
    assert found == {"release_unlisted": Gravity.LITTER, "file_unlisted": Gravity.LITTER}
    repair(filled)
    assert examine(filled) == ()
    assert counts(filled, engine) == WHOLE


def test_a_stopped_load_that_was_loaded_again_is_not_finished_a_second_time(filled, engine):
    entry(filled, "releases", 3).unlink()
    again = batch("r3", observations=[], reported=[figure("r3")])
    object.__setattr__(again.release, "load_id", "load-again")
    filled.append(again)
    repair(filled)
    assert examine(filled) == ()
    assert counts(filled, engine) == WHOLE


def test_a_table_that_is_gone_is_found(filled):
    for path in sorted((filled.home / "issues").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (filled.home / "issues").rmdir()
    assert "log_missing" in codes(filled)
    assert repair(filled) == ()


@pytest.mark.parametrize("size", [0, 4, 200, -1])
def test_a_file_of_figures_of_another_size_is_found_and_kept(filled, size):
    file = Path(filled.observation_files()[0])
    file.write_bytes(file.read_bytes()[:size])
    [damaged] = [each for each in examine(filled) if each.code == "file_damaged"]
    assert damaged.place == str(file)
    assert "bytes where" in damaged.found
    assert "esep restore" in damaged.remedy
    repair(filled)
    assert file.exists()


def test_a_file_of_figures_of_the_same_size_with_other_bytes_is_found(filled):
    file = Path(filled.observation_files()[0])
    file.write_bytes(bytes(file.stat().st_size))
    [damaged] = [each for each in examine(filled) if each.code == "file_damaged"]
    assert "cannot be read" in damaged.found


def test_a_file_that_no_load_finished_is_swept_but_not_while_rows_are_lost(filled):
    left = filled.home / "observations" / "part-00000-left-c000.snappy.parquet"
    left.write_bytes(Path(filled.observation_files()[0]).read_bytes())
    assert codes(filled) == ["file_unlisted"]
    repair(filled)
    assert not left.exists()
    left.write_bytes(b"half")
    Path(filled.observation_files()[0]).unlink()
    repair(filled)
    assert left.exists()


def test_the_mark_of_a_killed_writer_is_found_and_removed(filled):
    holder = filled.home / "write.lock.holder"
    holder.write_text("999999999")
    [left] = examine(filled)
    assert (left.code, left.place) == ("lock_left", str(holder))
    repair(filled)
    assert not holder.exists()


def test_the_mark_of_a_dead_process_whose_number_lives_again_does_not_block(filled):
    (filled.home / "write.lock.holder").write_text("1")
    assert codes(filled) == ["lock_left"]


@pytest.mark.parametrize("name", ["a-1.parquet", "a-1.pickle", "a-1.json", ".a-unfinished"])
def test_a_damaged_computed_result_is_found_and_dropped(filled, name):
    cache = filled.home / "cache"
    cache.mkdir()
    (cache / name).write_bytes(b"PAR1 half")
    assert codes(filled) == ["cache_damaged"]
    assert [finding.code for finding in repair(filled)] == ["cache_damaged"]
    assert list(cache.iterdir()) == []


def test_sound_computed_results_are_left_alone(filled):
    cache = filled.home / "cache"
    cache.mkdir()
    (cache / "a-1.json").write_text('{"rows": []}')
    (cache / "a-1.parquet").write_bytes(Path(filled.observation_files()[0]).read_bytes())
    assert examine(filled) == ()


def test_a_release_told_twice_is_found(filled):
    from esep.store.batch import release_table
    from esep.store.tables import TableName

    filled.tables[TableName.RELEASES].append(release_table(filled.releases()[:1]))
    assert "release_repeated" in codes(filled)


def test_a_column_that_another_tool_retyped_is_found(filled):
    path = entry(filled, "releases", 0)
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    for line in lines:
        if schema := line.get("metaData", {}).get("schemaString"):
            line["metaData"]["schemaString"] = schema.replace(
                '"name":"rows","type":"integer"', '"name":"rows","type":"long"'
            )
    path.write_text("\n".join(map(json.dumps, lines)))
    [finding] = [each for each in examine(filled) if each.code == "table_columns"]
    assert "rows" in finding.found


def test_rows_deleted_by_another_tool_are_found(filled):
    from esep.store.tables import TableName

    filled.tables[TableName.OBSERVATIONS].delete_loads({"load-r1"})
    [lost] = [each for each in examine(filled) if each.code == "rows_lost"]
    assert lost.place == "r1"
    assert "0 rows of the table observations where 2 were loaded" in lost.found
