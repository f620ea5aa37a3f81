"""Does a described file become a release, and what was set aside a later one?"""

from __future__ import annotations

import dataclasses
import shutil
from datetime import UTC, date, datetime

import pytest

from esep.engine.duck import Engine
from esep.errors import BadRequest, NotFound
from esep.sources.load import load_file
from esep.sources.refusal import FileRefused
from esep.store.store import PackReference, Store
from tests.sources.described.conftest import HEAD, workbook

NOW = datetime(2024, 12, 1, 9, tzinfo=UTC)
ROWS = [["", 2023, 2024], ["Hill Region", 10, 11], ["The Shallows", 5, 6]]


@pytest.fixture
def store(tmp_path):
    return Store.create(tmp_path / "home", PackReference("threelands"), now=NOW)


@pytest.fixture
def load(tmp_path, threelands, store):
    def write_and_load(content, *, name="people-yearbook-2024.xlsx", catalog=threelands, **options):
        path = tmp_path / name
        path.write_bytes(content)
        return load_file(
            path, catalog=catalog, store=store, now=NOW, today=date(2024, 12, 1), **options
        )

    return write_and_load


def rows_of(store):
    with Engine.connect(threads=1) as engine:
        return engine.collect(store.scan(engine).sort("sheet", "row", "column"))


def test_a_workbook_of_a_described_source_loads_with_its_cells(load, store):
    result = load(workbook(ROWS, sheet="Лист 1"), published=date(2024, 2, 1))
    assert (result.rows, result.set_aside) == (2, 1)
    assert (result.release.source, result.release.published_at) == ("tso-people", date(2024, 2, 1))
    cells = [(r["sheet"], r["row"], r["column"], r["printed"], r["file"]) for r in rows_of(store)]
    assert cells == [
        ("Лист 1", 2, "B", "10", "people-yearbook-2024.xlsx"),
        ("Лист 1", 2, "C", "11", "people-yearbook-2024.xlsx"),
    ]


def test_what_was_set_aside_comes_once_the_pack_knows_its_label(load, store, threelands):
    content = workbook(ROWS)
    first = load(content)
    assert load(content).unchanged
    spellings = {**threelands.regions.spellings, "the shallows": ("TL-LAK",)}
    regions = dataclasses.replace(threelands.regions, spellings=spellings)
    wiser = dataclasses.replace(threelands, regions=regions)
    dry = load(content, catalog=wiser, dry_run=True)
    assert (dry.rows, len(store.releases())) == (2, 1)
    second = load(content, catalog=wiser)
    assert (second.rows, second.release.id) == (2, f"{first.release.id}-2")
    assert second.release.snapshot == first.release.snapshot
    assert [row["printed"] for row in rows_of(store)] == ["10", "11", "5", "6"]
    assert load(content, catalog=wiser).unchanged


def test_what_stands_where_a_figure_is_not_is_kept_with_its_meaning(load, store):
    rows = [
        ["", 2022, 2023, 2024],
        ["Hill Region", "x", 10, "-"],
        ["The Shallows", "x", 1, 2],
        ["Lake Region", "", "…", 11],
    ]
    file = workbook(rows)  # a workbook made again has another time in it
    load(file)
    kept = [
        (sign.key.region_version, sign.period.code, sign.meaning.value, sign.printed)
        for sign in store.signs("people")
    ]
    assert kept == [
        ("TL-HIL@origin", "2022-01-01", "confidential", "x"),
        ("TL-HIL@2023-01-01", "2024-01-01", "absent", "-"),
        ("TL-LAK@2022-07-01", "2023-01-01", "not_available", "…"),
    ]
    place = store.signs("people")[0].place
    assert (place.sheet, place.row, place.column) == ("Sheet", 2, "B")
    assert store.signs("people", as_of=date(2000, 1, 1)) == ()
    assert load(file).unchanged
    assert len(store.signs("people")) == 3


def test_a_store_made_before_signs_were_kept_takes_them_too(load, store):
    shutil.rmtree(store.home / "signs")
    Store.open(store.home)
    load(workbook([["", 2023, 2024], ["Hill Region", "x", 10]]))
    assert len(store.signs("people")) == 1


def test_a_description_beside_the_file_goes_before_that_of_the_pack(load, tmp_path):
    beside = tmp_path / "people-yearbook-2024.xlsx.source.yaml"
    beside.write_text(
        HEAD
        + "  - {indicator: people, unit: person, period: {row: 1, as: end}, region: {column: A}}\n",
        encoding="utf-8",
    )
    assert load(workbook(ROWS)).release.title == "Made up"


def test_a_wrong_description_is_refused_by_line(load, tmp_path):
    beside = tmp_path / "x.xlsx.source.yaml"
    beside.write_text(HEAD + "  - {indicator: peple, unit: person, region: TL}\n", encoding="utf-8")
    with pytest.raises(BadRequest) as error:
        load(workbook(ROWS), name="x.xlsx")
    assert "x.xlsx.source.yaml, line 7 (tables[1].indicator): found 'peple'" in error.value.detail
    assert "did you mean 'people'?" in error.value.detail
    assert "no 'period'" in error.value.detail


def test_a_workbook_nobody_described_says_how_to_begin(load):
    with pytest.raises(FileRefused) as refusal:
        load(workbook(ROWS), name="unknown.xlsx")
    assert "esep source draft unknown.xlsx" in refusal.value.hint


def test_an_unknown_description_is_told_with_the_nearest(load):
    with pytest.raises(NotFound) as error:
        load(workbook(ROWS), description="tso-people-yearbok")
    assert "tso-people-yearbook" in error.value.hint


def test_a_tidy_file_needs_no_description(load):
    text = "indicator,region,period,value,unit,stage\npeople,TL-HIL,2024-01-01,5,person,final\n"
    result = load(text.encode(), name="people-yearbook-2024.csv", source="tso-people")
    assert result.rows == 1
