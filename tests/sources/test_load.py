from __future__ import annotations

import dataclasses
import multiprocessing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from esep.engine.duck import Engine
from esep.errors import BadPack, BadRequest, NotFound, TryAgain
from esep.model.issue import Severity
from esep.sources.load import NOT_GIVEN, load_file, load_pack_releases
from esep.store.doctor import examine
from esep.store.lock import write_lock
from esep.store.store import Store

HEADER = "indicator,region,period,value,unit,comparison,base,stage,note\n"
GOOD = "product,TL-HIL,2023,360.0,CRN:6,,,final,\n"


def rows_of(store, **options):
    with Engine.connect(threads=1) as engine:
        return engine.collect(store.scan(engine, **options).sort("file", "row"))


def test_a_good_file_becomes_a_release(load, store):
    result = load(HEADER + GOOD)
    assert (result.rows, result.set_aside, result.warnings) == (1, 0, 0)
    assert not result.unchanged
    [release] = store.releases()
    assert release == result.release
    assert release.id == f"tso-product-2024-11-01-{release.snapshot[:8]}"
    assert release.published_at == date(2024, 11, 1)
    assert release.published_note == ""
    assert release.kind == "observations"
    assert store.snapshots.read(release.snapshot) == (HEADER + GOOD).encode()


def test_every_figure_knows_its_line(load, store):
    load(
        HEADER
        + GOOD
        + '"product",TL-RIV,2023,"310.0",CRN:6,,,final,"two\nlines"\n'
        + GOOD.replace("HIL", "LAK")
    )
    places = [(row["region"], row["file"], row["row"], row["column"]) for row in rows_of(store)]
    assert places == [
        ("TL-HIL", "figures.csv", 2, "value"),
        ("TL-RIV", "figures.csv", 3, "value"),
        ("TL-LAK", "figures.csv", 5, "value"),
    ]


def test_a_figure_keeps_its_digits_and_its_borders(load, store):
    load(HEADER + "product,TL-HIL,2022,330.10,CRN:6,,,final,a note\n")
    [row] = rows_of(store)
    assert row["printed"] == "330.10"
    assert row["value"] == float(Decimal("330.10") * 10**6)
    assert row["unit"] == "CRN:6"
    assert row["region_version"] == "TL-HIL@origin"
    assert row["note"] == "a note"


def test_a_region_version_may_be_named(load, store):
    load(HEADER + "product,TL-RIV@2022-07-01,2021,240.0,CRN:6,,,final,\n")
    assert rows_of(store)[0]["region_version"] == "TL-RIV@2022-07-01"


def test_the_base_of_an_index_is_that_of_its_indicator(load, store):
    load(
        HEADER
        + "pulse,TL,2024-01/2024-04,104.0,index_percent,,,final,\n"
        + "pulse,TL-HIL,2024-01/2024-04,104.0,index_percent,,same_period_previous_year,final,\n"
    )
    assert {row["base"] for row in rows_of(store)} == {"same_period_previous_year"}


def test_optional_columns_may_be_absent(load, store):
    result = load(
        "value,unit,period,region,indicator\n360.0,CRN:6,2023,TL-HIL,product\n", stage="final"
    )
    assert result.rows == 1
    assert rows_of(store)[0]["stage"] == "final"


def test_a_byte_order_mark_and_windows_line_ends_are_read(load):
    text = (HEADER + GOOD).replace("\n", "\r\n")
    assert load(b"\xef\xbb\xbf" + text.encode()).rows == 1


def test_a_last_line_without_its_end_is_read_when_it_is_whole(load):
    assert load((HEADER + GOOD).rstrip("\n")).rows == 1


def test_formulas_are_just_text(load, store):
    result = load(
        HEADER
        + "product,TL-HIL,2023,360.0,CRN:6,,,final,=HYPERLINK(1)\n"
        + '=cmd|" /C calc"!A0,TL,2023,1,CRN:6,,,final,\n'.replace('"', '""')
        .replace("=cmd|", '"=cmd|')
        .replace("!A0,", '!A0",')
    )
    assert result.rows == 1
    assert rows_of(store)[0]["note"] == "=HYPERLINK(1)"
    [issue] = result.issues
    assert (issue.code, issue.found) == ("unknown_indicator", "'=cmd|\" /C calc\"!A0'")


# -- loading again -------------------------------------------------------------------------


def test_the_same_bytes_again_change_nothing_and_say_so(load, store):
    first = load(HEADER + GOOD)
    again = load(HEADER + GOOD, name="renamed.csv", published=date(2024, 11, 30))
    assert again.unchanged
    assert again.release == first.release
    assert len(rows_of(store)) == 1


def test_the_same_bytes_again_tell_the_same_issues(load):
    text = HEADER + GOOD + GOOD.replace("TL-HIL", "TL-XXX")
    first, again = load(text), load(text)
    assert again.unchanged
    assert again.issues == first.issues
    assert again.set_aside == 1


def test_a_row_that_was_set_aside_comes_once_the_pack_knows_it_can_be(load, store, catalog):
    text = HEADER + GOOD + "pulse,TL-HIL,2023,1071,index_percent,,,final,\n"
    first = load(text)
    assert (first.rows, first.set_aside) == (1, 1)
    wiser = dataclasses.replace(catalog.indicators["pulse"], between=(Decimal(10), Decimal(2000)))
    indicators = {**catalog.indicators, "pulse": wiser}
    known = dataclasses.replace(catalog, indicators=indicators)
    second = load(text, catalog=known)
    assert (second.rows, second.set_aside, second.release.id) == (1, 0, f"{first.release.id}-2")
    assert sorted(row["printed"] for row in rows_of(store)) == ["1071", "360.0"]
    third = load(text, catalog=known)
    assert (third.unchanged, third.set_aside) == (True, 0)


def test_the_same_bytes_are_known_after_the_files_of_the_store_were_merged(
    load, store, monkeypatch
):
    monkeypatch.setattr("esep.store.delta.COMPACT_ABOVE_FILES", 1)
    with_bad_row = HEADER + GOOD + "product,TL-XXX,2023,1,CRN:6,,,final,\n"
    load(with_bad_row)
    load(HEADER + GOOD.replace("360.0", "361.0"))
    assert len(store.observation_files()) == 1
    assert load(with_bad_row).unchanged
    assert examine(store) == ()


def test_a_corrected_file_follows_the_first(load, store):
    load(HEADER + GOOD)
    load(HEADER + GOOD.replace("360.0", "361.0"), published=date(2024, 11, 2))
    assert [row["printed"] for row in rows_of(store, as_of=date(2024, 11, 1))] == ["360.0"]
    assert sorted(row["printed"] for row in rows_of(store)) == ["360.0", "361.0"]


def test_a_dry_run_tells_everything_and_writes_nothing(load, store):
    text = HEADER + GOOD + GOOD.replace("TL-HIL", "TL-XXX")
    dry = load(text, dry_run=True)
    assert dry.dry_run
    assert (dry.rows, dry.set_aside) == (1, 1)
    assert store.releases() == ()
    assert [path for path in store.snapshots.root.rglob("*") if path.is_file()] == []
    wet = load(text)
    assert wet.issues == dry.issues
    assert load(text, dry_run=True).unchanged


def test_without_a_day_of_publication_the_day_of_loading_is_used_and_told(load):
    release = load(HEADER + GOOD, published=None).release
    assert release.published_at == date(2024, 12, 1)
    assert release.published_note == NOT_GIVEN


def test_the_source_must_be_given_and_the_usual_one_is_offered(load):
    with pytest.raises(BadRequest, match="whose figures are these") as told:
        load(HEADER + GOOD, source="")
    assert "tso-product" in told.value.hint


def test_an_unknown_source_is_refused_with_the_nearest(load):
    with pytest.raises(BadRequest, match="no source 'tso-prodct'") as told:
        load(HEADER + GOOD, source="tso-prodct")
    assert "tso-product" in told.value.hint


def test_an_unknown_stage_is_refused_with_the_nearest(load):
    with pytest.raises(BadRequest, match="no stage 'finl'") as told:
        load(HEADER + GOOD, stage="finl")
    assert "final" in told.value.hint


def test_a_store_that_is_being_written_asks_to_try_again(load, store):
    with write_lock(store.home, timeout_seconds=1), pytest.raises(TryAgain, match="is writing"):
        load(HEADER + GOOD, lock_timeout_seconds=0.1)
    assert store.releases() == ()


def _load_in_process(home, pack, path, barrier):
    from datetime import UTC, datetime

    from esep.catalog import load_catalog

    catalog, store = load_catalog(pack), Store.open(home)
    barrier.wait()
    load_file(
        path,
        catalog=catalog,
        store=store,
        now=datetime.now(UTC),
        today=date(2024, 12, 1),
        source="tso-product",
        published=date(2024, 11, 1),
    )


def test_four_processes_loading_at_once_lose_nothing(tmp_path, catalog, store):
    spawn = multiprocessing.get_context("spawn")
    barrier = spawn.Barrier(4)
    processes = []
    for number in range(4):
        path = tmp_path / f"file-{number % 3}.csv"  # the first and the last are the same file
        path.write_text(HEADER + GOOD.replace("360.0", f"36{number % 3}.0"))
        arguments = (store.home, catalog.path, path, barrier)
        processes.append(spawn.Process(target=_load_in_process, args=arguments))
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0, 0]
    assert sorted(row["printed"] for row in rows_of(store)) == ["360.0", "361.0", "362.0"]
    assert examine(store) == ()


# -- the pack ------------------------------------------------------------------------------


def test_the_releases_of_the_pack_load_in_the_order_they_were_published(catalog, store):
    told = []
    results = load_pack_releases(
        catalog, store, now=store.created_at, progress=lambda *step: told.append(step)
    )
    assert [each.release.id for each in results] == [each.id for each in catalog.releases]
    assert all(each.set_aside == 0 for each in results)
    assert told[0] == (1, len(results), results[0].release.id)
    assert told[-1][0] == len(results)
    assert {release.id for release in store.releases()} == {each.id for each in catalog.releases}
    assert {row["file"] for row in rows_of(store)} >= {"releases/tso-product-2024-04.csv"}
    assert {figure.id for figure in store.reported()} >= {"tl-01", "tl-02"}
    assert examine(store) == ()


def test_the_pack_is_one_commit_and_loads_once(catalog, store):
    load_pack_releases(catalog, store, now=store.created_at)
    assert len(store.observation_files()) == 1
    assert all(each.unchanged for each in load_pack_releases(catalog, store, now=store.created_at))
    assert len(store.observation_files()) == 1


def test_a_pack_file_named_on_the_command_line_is_described_by_the_pack(catalog, store):
    listed = catalog.releases[0]
    options = {"catalog": catalog, "store": store, "now": store.created_at}
    result = load_file(listed.path, today=date(2024, 12, 1), **options)
    assert result.release.id == listed.id
    assert result.release.published_at == listed.published
    assert load_pack_releases(**options)[0].unchanged


def test_a_corrected_pack_file_follows_the_release_it_corrects(catalog, store, tmp_path):
    load_pack_releases(catalog, store, now=store.created_at)
    listed = next(each for each in catalog.releases if each.id == "tso-product-2024-04")
    (tmp_path / "releases").mkdir()
    corrected = tmp_path / "releases" / "corrected.csv"
    corrected.write_text(listed.path.read_text().replace("800.0", "801.0"))
    changed = dataclasses.replace(
        catalog, path=tmp_path, releases=(dataclasses.replace(listed, path=corrected),)
    )
    [result] = load_pack_releases(changed, store, now=store.created_at)
    assert not result.unchanged
    assert result.release.id == f"tso-product-2024-04-{result.release.snapshot[:8]}"


def test_a_pack_release_that_cannot_be_read_names_its_line(catalog, store, tmp_path):
    broken = tmp_path / "broken.csv"
    broken.write_text(HEADER + 'product,"TL\n')
    listed = dataclasses.replace(catalog.releases[0], path=broken)
    changed = dataclasses.replace(catalog, path=tmp_path, releases=(listed,))
    with pytest.raises(BadPack, match="cannot be loaded") as told:
        load_pack_releases(changed, store, now=store.created_at)
    assert "broken.csv, line 2" in told.value.detail
    assert store.releases() == ()


# -- what was said -------------------------------------------------------------------------

SAID = "id,said_on,source,region,topic,label,period,value,unit,comparison,planned,hedge,direction\n"


def test_a_file_of_reported_figures_is_known_by_its_header(load, store):
    row = (
        "a-1,2024-06-14,https://example.org,TL-RIV,product,product,2023,3e+11,CRN,,false,over,up\n"
    )
    result = load(SAID + row, source="reported-figures", published=None)
    assert (result.release.kind, result.rows) == ("reported", 1)
    [figure] = store.reported()
    assert (figure.value, figure.unit, figure.hedge) == ("300000000000", "CRN", "over")
    assert (figure.release_id, figure.row) == (result.release.id, 2)
    assert rows_of(store) == []


def test_what_was_said_is_known_from_the_day_it_was_said(load, store):
    row = "a-1,2024-06-14,https://example.org,TL-RIV,product,product,2023,300,CRN:6,,false,,\n"
    load(SAID + row, source="reported-figures", published=None)
    assert store.reported(date(2024, 6, 13)) == ()
    assert len(store.reported(date(2024, 6, 14))) == 1


def test_a_region_told_by_name_is_found_and_one_unknown_is_kept_with_a_warning(
    load, store, catalog
):
    name = catalog.regions.latest("TL-RIV").names.text("en")
    rows = [
        f"a-{number},2024-06-14,x,{region},product,product,2023,300,CRN:6,,false,,\n"
        for number, region in enumerate(("TL-RIV", name, "Atlantis"))
    ]
    result = load(SAID + "".join(rows), source="reported-figures")
    assert [figure.region for figure in store.reported()] == ["TL-RIV", "TL-RIV", "Atlantis"]
    assert [(issue.code, issue.severity) for issue in result.issues] == [
        ("unknown_region", Severity.WARNING)
    ]


def test_days_since_january_are_a_period_of_what_was_said(load, store):
    row = "a-1,2024-06-14,x,TL,product,product,2024-01-01/2024-06-14,300,CRN:6,,false,,\n"
    load(SAID + row, source="reported-figures")
    assert store.reported()[0].period == "2024-01-01/2024-06-14"


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("a-0,2024-06-14,x,TL,product,p,2023,1,CRN:6,,false,,", "repeated_id", "id"),
        (",2024-06-14,x,TL,product,p,2023,1,CRN:6,,false,,", "no_id", "id"),
        ("a-1,14.06.2024,x,TL,product,p,2023,1,CRN:6,,false,,", "not_a_day", "said_on"),
        ("a-1,2024-06-14,x,TL,product,p,last year,1,CRN:6,,false,,", "not_a_period", "period"),
        ('a-1,2024-06-14,x,TL,product,p,2023,"1,5",CRN:6,,false,,', "not_a_number", "value"),
        ("a-1,2024-06-14,x,TL,product,p,2023,1,crowns,,false,,", "unknown_unit", "unit"),
        ("a-1,2024-06-14,x,TL,product,p,2023,1,CRN:6,,maybe,,", "not_yes_or_no", "planned"),
        ("a-1,2024-06-14,x,TL,product,p,2023,1,CRN:6,,false,nearly,", "unknown_hedge", "hedge"),
        (
            "a-1,2024-06-14,x,TL,product,p,2023,1,CRN:6,,false,,side",
            "unknown_direction",
            "direction",
        ),
        ("a-1,2024-06-14,x,TL,product,,2023,1,CRN:6,,false,,", "no_label", "label"),
    ],
)
def test_a_statement_that_cannot_be_used_is_set_aside(load, store, row, code, column):
    good = "a-0,2024-06-14,x,TL,product,p,2023,1,CRN:6,,false,,\n"
    result = load(SAID + good + row + "\n", source="reported-figures")
    assert [figure.id for figure in store.reported()] == ["a-0"]
    [issue] = result.issues
    assert (issue.code, issue.place.row, issue.place.column) == (code, 3, column)
    assert issue.severity is Severity.SET_ASIDE


# -- files that are not there ---------------------------------------------------------------


def test_a_missing_file_and_a_directory_are_told_plainly(catalog, store, tmp_path):
    options = {
        "catalog": catalog,
        "store": store,
        "now": store.created_at,
        "today": date(2024, 12, 1),
        "source": "tso-product",
    }
    with pytest.raises(NotFound, match="no file"):
        load_file(tmp_path / "absent.csv", **options)
    with pytest.raises(BadRequest, match="cannot be read"):
        load_file(Path("a\x00b.csv"), **options)
    with pytest.raises(BadRequest, match="is a directory") as told:
        load_file(tmp_path, **options)
    assert "*.csv" in told.value.hint
    with pytest.raises(BadRequest, match="not an ordinary file"):
        load_file(Path("/dev/zero"), **options)


def test_a_file_beyond_the_limit_is_not_even_read(load, monkeypatch):
    from esep.sources.readers import received

    monkeypatch.setattr(received, "MAX_FILE_BYTES", 20)
    with pytest.raises(BadRequest, match="too large") as told:
        load(HEADER + GOOD)
    assert "split it" in told.value.hint
