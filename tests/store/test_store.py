from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from store_making import NOW, batch, figure, issue, observation

from esep.errors import BadRequest, NotFound
from esep.store import delta
from esep.store.store import PackReference, Store


def test_a_store_remembers_its_pack_and_its_birth(tmp_path):
    Store.create(tmp_path, PackReference("threelands", "/packs/threelands"), now=NOW)
    opened = Store.open(tmp_path)
    assert opened.pack == PackReference("threelands", "/packs/threelands")
    assert opened.created_at == NOW


def test_a_pack_that_ships_with_esep_is_no_folder_of_one_installation(tmp_path):
    made = Store.create(tmp_path / "new", PackReference.to("land", "/a/esep/packs/land"), now=NOW)
    assert made.pack == PackReference("land")
    # Stores of earlier versions named the folder of the installation that made them.
    old = Store.create(tmp_path / "old", PackReference("land", "/gone/esep/packs/land"), now=NOW)
    assert "/gone/" in (old.home / "store.json").read_text()
    assert Store.open(old.home).pack == PackReference("land")


def test_where_there_is_no_store_the_next_step_is_named(tmp_path):
    with pytest.raises(NotFound, match="no store at") as told:
        Store.open(tmp_path / "nowhere")
    assert "esep init" in told.value.hint
    assert not (tmp_path / "nowhere").exists()


def test_a_second_store_is_not_made_over_the_first(store):
    with pytest.raises(BadRequest, match=r"a store at .* already"):
        Store.create(store.home, PackReference("other"), now=NOW)
    assert Store.open(store.home).pack.id == "threelands"


def test_a_creation_that_was_killed_is_taken_over(store):
    (store.home / "store.json").unlink()
    with pytest.raises(NotFound):
        Store.open(store.home)
    again = Store.create(store.home, PackReference("threelands"), now=NOW)
    assert again.append(batch())


def test_a_store_of_another_format_is_refused(store):
    path = store.home / "store.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "format": 2}))
    with pytest.raises(BadRequest, match="format 2; this esep reads format 1"):
        Store.open(store.home)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}', '{"format": 1, "pack": 5}'])
def test_a_damaged_description_is_told_as_such(store, text):
    (store.home / "store.json").write_text(text)
    with pytest.raises(BadRequest, match="damaged"):
        Store.open(store.home)


@pytest.mark.parametrize("name", ["a[b]", "a^b", "a|b", "a*b", "a?b", "100%25"])
def test_a_path_that_the_table_format_misreads_is_refused(tmp_path, name):
    with pytest.raises(BadRequest, match="a store cannot be at"):
        Store.create(tmp_path / name, PackReference("threelands"), now=NOW)


@pytest.mark.parametrize("name", ["with space", "Қазақстан", "a#b", "50%", "it's", 'a"b', "a&b"])
def test_a_store_lives_under_any_ordinary_name(tmp_path, engine, name):
    store = Store.create(tmp_path / name, PackReference("threelands"), now=NOW)
    store.append(batch("r1", issues=[issue()]))
    store.append(batch("r2", reported=[figure("r2")]))
    assert [release.id for release in store.releases()] == ["r1", "r2"]
    assert len(engine.collect(store.scan(engine))) == 2


def test_an_empty_store_answers_with_nothing(store, engine):
    assert store.releases() == ()
    assert store.reported() == ()
    assert store.observation_files() == []
    assert engine.collect(store.scan(engine)) == []


def test_what_was_appended_is_read_back_to_the_digit(store, engine):
    given = batch(observations=[observation("5322132.0", period="2024-01/2024-04", row=7)])
    store.append(given)
    assert Store.open(store.home).releases() == (given.release,)
    [row] = engine.collect(store.scan(engine))
    assert row == {
        "load_id": "load-r1",
        "release_id": "r1",
        "source": "office",
        "published_at": date(2024, 5, 1),
        "loaded_at": NOW,
        "indicator": "grp",
        "region": "TL-1",
        "region_version": "TL-1@origin",
        "territory": "t-east",
        "level": 1,
        "period": "2024-01/2024-04",
        "period_start": date(2024, 1, 1),
        "period_end": date(2024, 4, 30),
        "period_kind": "cumulative",
        "prior_period": "2023-01/2023-04",
        "comparison": "",
        "base": "",
        "breakdown": "",
        "value": 5322132e6,
        "printed": "5322132.0",
        "unit": "KZT:6",
        "stage": "final",
        "file": "grp.csv",
        "sheet": "",
        "row": 7,
        "column": "value",
        "note": "",
    }


def test_a_value_is_the_double_nearest_to_its_exact_decimal(store, engine):
    texts = ["0.1", "446.7", "4721325.3", "0.000001", "-3.05", "12345678901234567.8"]
    rows = [observation(text, row=number) for number, text in enumerate(texts, 2)]
    store.append(batch(observations=rows))
    for text, row in zip(texts, engine.collect(store.scan(engine).sort("row")), strict=True):
        assert row["printed"] == text
        assert row["value"] == float(Decimal(text) * 10**6)


def test_a_very_small_number_is_printed_without_an_exponent(store, engine):
    store.append(batch(observations=[observation("0.0000000001")]))
    assert engine.collect(store.scan(engine))[0]["printed"] == "0.0000000001"


def test_the_past_is_seen_as_it_was_published(store, engine):
    store.append(batch("first", published=date(2024, 5, 1), observations=[observation("1.0")]))
    store.append(batch("second", published=date(2024, 8, 1), observations=[observation("2.0")]))

    def printed(as_of):
        return sorted(row["printed"] for row in engine.collect(store.scan(engine, as_of=as_of)))

    assert printed(date(2024, 4, 30)) == []
    assert printed(date(2024, 5, 1)) == ["1.0"]
    assert printed(date(2024, 8, 1)) == ["1.0", "2.0"]
    assert printed(None) == ["1.0", "2.0"]
    assert [release.id for release in store.releases(date(2024, 7, 31))] == ["first"]


def test_what_was_loaded_later_can_be_left_out(store, engine):
    store.append(batch("early", loaded_at=NOW))
    store.append(batch("late", loaded_at=NOW + timedelta(hours=1)))
    rows = engine.collect(store.scan(engine, loaded_by=NOW + timedelta(minutes=1)))
    assert [row["release_id"] for row in rows] == ["early"]


def test_releases_come_in_the_order_of_publication(store):
    store.append(batch("b", published=date(2024, 2, 1)))
    store.append(batch("a", published=date(2024, 3, 1)), batch("c", published=date(2024, 1, 1)))
    assert [release.id for release in store.releases()] == ["c", "b", "a"]


def test_many_releases_are_one_commit(store):
    files = len(store.tables["releases"].files())
    store.append(*[batch(f"r{number}") for number in range(20)])
    assert len(store.releases()) == 20
    assert len(store.tables["releases"].files()) == files + 1


def test_the_same_bytes_of_the_same_source_are_added_once(store, engine):
    assert store.append(batch("r1", content=b"same")) != ()
    assert store.append(batch("r2", content=b"same")) == ()
    assert [release.id for release in store.releases()] == ["r1"]
    assert len(engine.collect(store.scan(engine))) == 1


def test_the_same_bytes_of_another_source_are_another_release(store):
    store.append(batch("r1", content=b"same"))
    store.append(batch("r2", content=b"same", source="ministry"))
    assert [release.id for release in store.releases()] == ["r1", "r2"]


def test_a_release_is_never_edited(store):
    store.append(batch("r1", content=b"one"))
    with pytest.raises(BadRequest, match="release r1 already"):
        store.append(batch("r1", content=b"two"))
    assert len(store.releases()) == 1


def test_a_release_is_found_by_the_beginning_of_its_id(store):
    store.append(batch("grp-2024"), batch("grp-2024-05"), batch("stei-2024"))
    assert store.find_release("grp-2024").id == "grp-2024"
    assert store.find_release("st").id == "stei-2024"
    with pytest.raises(NotFound, match="begins the ids of 2") as told:
        store.find_release("grp")
    assert "grp-2024-05" in told.value.hint
    with pytest.raises(NotFound, match="no release 'step-2024'") as told:
        store.find_release("step-2024")
    assert "stei-2024" in told.value.hint


def test_loaded_bytes_are_found_again(store):
    given = batch("r1", content=b"bytes")
    store.append(given)
    assert store.find_loaded(b"bytes", source="office") == given.release
    assert store.find_loaded(b"bytes", source="ministry") is None
    assert store.find_loaded(b"other", source="office") is None


def test_issues_are_kept_with_their_release(store):
    given = batch("r1", issues=[issue(9), issue(4)])
    store.append(given, batch("r2"))
    assert store.issues(given.release) == (issue(4), issue(9))
    assert store.issues_by_release().keys() == {"r1"}


def test_what_was_said_is_read_back_in_the_order_it_was_said(store):
    later = dataclasses.replace(figure("r2"), said_on=date(2024, 9, 1))
    store.append(batch("r2", published=date(2024, 9, 1), reported=[later]))
    store.append(batch("r1", reported=[figure("r1")]))
    assert store.reported() == (figure("r1"), later)
    assert store.reported(date(2024, 8, 1)) == (figure("r1"),)


def test_a_snapshot_is_the_bytes_as_received(store):
    content = "значение\r\n\x00\n".encode("utf-16")
    store.append(batch("r1", content=content))
    assert store.snapshots.read(store.releases()[0].snapshot) == content


def test_many_small_loads_are_compacted_and_nothing_is_lost(store, engine, monkeypatch):
    monkeypatch.setattr(delta, "COMPACT_ABOVE_FILES", 5)
    for number in range(8):
        store.append(batch(f"r{number}", issues=[issue()]))
    assert len(store.observation_files()) == 3
    assert len(store.releases()) == 8
    assert len(engine.collect(store.scan(engine))) == 8
    assert len(store.issues_by_release()) == 8


def test_a_frame_made_before_a_compaction_can_still_be_run(store, engine, monkeypatch):
    store.append(batch("r1"))
    frame = store.scan(engine)
    monkeypatch.setattr(delta, "COMPACT_ABOVE_FILES", 1)
    store.append(batch("r2"))
    assert len(store.observation_files()) == 1
    assert [row["release_id"] for row in engine.collect(frame)] == ["r1"]


def test_moments_keep_their_zone(store):
    moment = datetime(2024, 6, 1, 12, 30, 15, 123456, tzinfo=UTC)
    store.append(batch("r1", loaded_at=moment))
    assert store.releases()[0].loaded_at == moment


def test_opening_and_listing_import_no_heavy_reader(store):
    store.append(batch("r1"))
    script = (
        "import sys; from pathlib import Path; from esep.store.store import Store\n"
        "store = Store.open(Path(sys.argv[1])); store.releases(); store.observation_files()\n"
        "heavy = {'pyarrow.dataset', 'pandas', 'duckdb'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(store.home)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
