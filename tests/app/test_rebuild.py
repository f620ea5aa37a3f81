"""Does a store whose tables are damaged beyond repair come back out of what is left of it?"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from esep.app.rebuild import rebuild
from esep.app.workspace import Workspace, load_pack, make_workspace, open_workspace
from esep.engine.duck import Engine
from esep.sources.load import load_file
from esep.store.doctor import examine
from esep.store.finding import Gravity
from esep.store.store import Store

PACK = Path(__file__).parents[1] / "packs" / "threelands"
NOW = datetime(2024, 12, 1, 9, tzinfo=UTC)
ROWS = (
    "indicator,region,period,value,unit,comparison,base,stage,note\n"
    "product,TL-HIL,2023,361.0,CRN:6,,,final,\n"
    "product,TL-XXX,2023,1,CRN:6,,,final,\n"
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made, _ = make_workspace(tmp_path / "store", str(PACK))
    load_pack(made)
    file = tmp_path / "more.csv"
    file.write_text(ROWS)
    load_file(
        file,
        catalog=made.catalog,
        store=made.store,
        now=NOW,
        today=date(2024, 12, 1),
        source="tso-product",
        published=date(2024, 11, 1),
    )
    (made.store.home / "notes.txt").write_text("by hand")
    return made


def contents(store: Store) -> dict[str, Any]:
    with Engine.connect(threads=1) as engine:
        rows = engine.collect(store.scan(engine))
    return {
        "rows": sorted(map(repr, rows)),
        "releases": store.releases(),
        "issues": store.issues_by_release(),
        "reported": store.reported(),
    }


def break_log(store: Store, table: str) -> None:
    """The first entry of a log: without it the table cannot be read."""
    (store.home / table / "_delta_log" / f"{0:020}.json").write_text("{")


def empty_files(store: Store, table: str) -> None:
    for path in (store.home / table).glob("*.parquet"):
        path.write_bytes(b"PAR1" + bytes(100))


@pytest.mark.parametrize(
    ("damage", "table", "read_again"),
    [
        (break_log, "observations", 0),
        (break_log, "releases", 0),
        (break_log, "issues", 0),
        (empty_files, "observations", 8),
        (empty_files, "issues", 1),
        (empty_files, "reported", 1),
    ],
)
def test_a_store_with_a_lost_table_is_as_it_was_before(workspace, damage, table, read_again):
    store = workspace.store
    before = contents(store)
    damage(store, table)
    assert any(each.gravity is Gravity.DAMAGE for each in examine(store))
    done = rebuild(open_workspace(store.home), now=NOW)
    assert contents(Store.open(store.home)) == before
    assert examine(Store.open(store.home)) == ()
    assert (done.different, done.lost, len(done.read_again)) == ([], [], read_again)
    assert done.releases == len(before["releases"])
    assert (store.home / "notes.txt").read_text() == "by hand"
    assert done.kept_aside is not None
    assert (done.kept_aside / "store.json").is_file()


def test_what_is_lost_with_its_file_is_named_and_the_rest_comes_back(workspace):
    store = workspace.store
    gone = store.find_release("tso-product-2024-11-01")
    empty_files(store, "observations")
    store.snapshots.path(gone.snapshot).unlink()
    done = rebuild(open_workspace(store.home), now=NOW)
    assert [told.partition(":")[0] for told in done.lost] == [gone.id]
    known = Store.open(store.home).releases()
    assert len(known) == 8
    assert gone.id not in {each.id for each in known}


def test_a_file_that_is_not_understood_without_what_was_said_by_hand_is_named(workspace, tmp_path):
    file = tmp_path / "without-stage.csv"
    file.write_text(ROWS.replace(",final,", ",,"))
    result = load_file(
        file,
        catalog=workspace.catalog,
        store=workspace.store,
        now=NOW,
        today=date(2024, 12, 1),
        source="tso-product",
        stage="final",
    )
    empty_files(workspace.store, "observations")
    done = rebuild(open_workspace(workspace.store.home), now=NOW)
    [told] = done.lost
    assert told.startswith(f"{result.release.id}: ")
    assert "no row of it can be loaded" in told


def test_a_dry_run_changes_nothing(workspace):
    store = workspace.store
    empty_files(store, "observations")
    found = examine(store)
    before = sorted(path.name for path in store.home.parent.iterdir())
    done = rebuild(open_workspace(store.home), now=NOW, dry_run=True)
    assert done.releases == 9
    assert examine(Store.open(store.home)) == found
    assert sorted(path.name for path in store.home.parent.iterdir()) == before
