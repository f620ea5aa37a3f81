"""A file of cards changes what it names, tells each row that it cannot use, and loses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from esep.catalog import Catalog
from esep.errors import BadRequest
from esep.model.issue import Severity
from esep.model.register import Card, ChangeKind, Register, Value
from esep.sources.readers.grid import Grid
from esep.tracking.importing import Edition, Fate, Import, take_rows
from esep.tracking.plain_rows import plain_rows
from tests.tracking.conftest import Table

HEAD = "id,name,region,stage\n"
JULY = Edition("works.csv", date(2024, 7, 1))


def card(id: str = "w-1", **values: Value) -> Card:
    whole = {"name": "Glass plant", "region": "TL-HIL", "stage": "idea", **values}
    return Card("works", id, 3, whole, whole, date(2024, 1, 1), date(2024, 5, 1))


def imported(
    grid: Grid,
    works: Register,
    catalog: Catalog,
    cards: Mapping[str, Card] | None = None,
    edition: Edition = JULY,
) -> Import:
    parks = {("parks", "p-1"), ("parks", "p-2")}
    rows = plain_rows(grid, works, catalog, file=edition.file, on=edition.on, why=edition.why)
    return take_rows(rows, works, cards or {}, edition=edition, exists=lambda r, i: (r, i) in parks)


def test_a_new_id_makes_a_card(works: Register, threelands: Catalog, table: Table) -> None:
    done = imported(table(HEAD + "w-1,Glass plant,Hill region,idea\n"), works, threelands)
    [entry] = done.entries
    assert (entry.card, entry.expected, entry.kind, entry.on) == (
        "w-1", 0, ChangeKind.CREATED, date(2024, 7, 1),
    )  # fmt: skip
    assert entry.values == {"name": "Glass plant", "region": "TL-HIL", "stage": "idea"}
    assert entry.origin == "works.csv, line 2"


def test_a_known_id_changes_only_what_differs(
    works: Register, threelands: Catalog, table: Table
) -> None:
    cards = {"w-1": card(jobs="40")}
    text = "id,name,region,stage,jobs\nw-1,Glass plant,TL-HIL,building,\n"
    [entry] = imported(table(text), works, threelands, cards).entries
    assert entry.values == {"stage": "building"}
    assert entry.expected == 3


def test_the_same_file_again_changes_nothing(
    works: Register, threelands: Catalog, table: Table
) -> None:
    done = imported(
        table(HEAD + "w-1,Glass plant,TL-HIL,idea\n"), works, threelands, {"w-1": card()}
    )
    assert done.entries == []
    assert done.fates == {"w-1": Fate.UNCHANGED}


def test_fields_are_named_in_any_language(
    works: Register, threelands: Catalog, table: Table
) -> None:
    text = "id,название,өңір,стадия,рабочие места\nw-1,Завод,Холмская область,строится,1 200\n"
    [entry] = imported(table(text), works, threelands).entries
    assert entry.values == {
        "name": "Завод", "region": "TL-HIL", "stage": "building", "jobs": "1200",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "cells", "code", "column"),
    [
        ("region", "Nowhere", "unknown_region", "C"),
        ("stage", "begun", "unknown_choice", "D"),
        ("stage", "", "no_value", "D"),
        ("cost,currency", "12,CRN", "incomplete", "E"),
        ("cost,price_year", "12,2024", "incomplete", "E"),
        ("cost,currency,price_year", "-1,CRN,2024", "too_small", "E"),
        ("cost,currency,price_year", '"1,5",CRN,2024', "not_a_number", "E"),
        ("price_year", "24", "not_a_year", "E"),
        ("start", "2024-02-30", "not_a_day", "E"),
        ("start,finish", "2024-05-01,2024-04-30", "order_of_dates", "F"),
        ("horizon", "soon", "not_a_period", "E"),
        ("measure", "happiness", "unknown_indicator", "E"),
        ("urgent", "maybe", "not_a_flag", "E"),
        ("page", "www.example.org", "not_an_address", "E"),
        ("parks", "p-9", "unknown_card", "E"),
        ("owner", "nobody", "unknown_choice", "E"),
    ],
)
def test_a_row_that_cannot_be_used_is_set_aside_with_its_cell(
    works: Register,
    threelands: Catalog,
    table: Table,
    columns: str,
    cells: str,
    code: str,
    column: str,
) -> None:
    row = {"region": "TL-HIL", "stage": "idea"}
    extra = [each for each in columns.split(",") if each not in row]
    first = {**row, **({columns: cells} if columns in row else {})}
    head = ",".join(["id", "name", "region", "stage", *extra])
    good = "w-2,Mill,TL-LAK,idea" + "," * len(extra)
    bad = f"w-1,Glass plant,{first['region']},{first['stage']}" + (f",{cells}" if extra else "")
    done = imported(table(f"{head}\n{bad}\n{good}\n"), works, threelands)
    assert [entry.card for entry in done.entries] == ["w-2"]
    [issue] = done.issues
    assert (issue.code, issue.severity) == (code, Severity.SET_ASIDE)
    assert (issue.place.row, issue.place.column) == (2, column)
    assert "Glass plant" in issue.row_text
    assert done.fates["w-1"] is Fate.SET_ASIDE


def test_a_row_without_an_id_and_a_repeated_id_are_set_aside(
    works: Register, threelands: Catalog, table: Table
) -> None:
    text = HEAD + ",A,TL-HIL,idea\nw-1,B,TL-HIL,idea\nw-1,C,TL-HIL,idea\n"
    done = imported(table(text), works, threelands)
    assert [issue.code for issue in done.issues] == ["no_id", "repeated_id"]
    assert [entry.values["name"] for entry in done.entries] == ["B"]


def test_an_unknown_column_is_refused_with_the_nearest_name(
    works: Register, threelands: Catalog, table: Table
) -> None:
    with pytest.raises(BadRequest, match="column C is 'regoin'") as told:
        imported(table("id,name,regoin,stage\n"), works, threelands)
    assert told.value.hint == "did you mean 'region'?"


def test_a_project_in_two_parks_is_one_card(
    works: Register, threelands: Catalog, table: Table
) -> None:
    text = "id,name,region,stage,parks\nw-1,Glass plant,TL-HIL,idea,p-1; p-2\n"
    [entry] = imported(table(text), works, threelands).entries
    assert entry.values["parks"] == ["p-1", "p-2"]


def test_another_spelling_is_proposed_as_a_duplicate_and_not_merged(
    works: Register, threelands: Catalog, table: Table
) -> None:
    text = HEAD + "w-2,«Glass  Plant»,TL-HIL,idea\nw-3,Glass plant,TL-LAK,idea\n"
    done = imported(table(text), works, threelands, {"w-1": card()})
    [issue] = done.issues
    assert (issue.code, issue.severity) == ("possible_duplicate", Severity.WARNING)
    assert "w-1" in issue.expected
    assert len(done.entries) == 2


def test_a_complete_edition_tells_what_it_no_longer_holds(
    works: Register, threelands: Catalog, table: Table
) -> None:
    cards = {"w-1": card(), "w-2": card("w-2", name="Mill")}
    edition = Edition("works.csv", date(2024, 7, 1), complete=True)
    done = imported(
        table(HEAD + "w-1,Glass plant,TL-HIL,idea\n"), works, threelands, cards, edition
    )
    [entry] = done.entries
    assert (entry.card, entry.kind, entry.expected) == ("w-2", ChangeKind.VANISHED, 3)


def test_a_row_set_aside_does_not_make_its_card_vanish(
    works: Register, threelands: Catalog, table: Table
) -> None:
    edition = Edition("works.csv", date(2024, 7, 1), complete=True)
    done = imported(
        table(HEAD + "w-1,Glass plant,Nowhere,idea\n"), works, threelands, {"w-1": card()}, edition
    )
    assert done.entries == []


def test_of_ten_thousand_rows_the_bad_ones_only_are_set_aside(
    works: Register, threelands: Catalog, table: Table
) -> None:
    rows = [
        f"w-{n},Work {n * 7919},{'Nowhere' if n % 33 == 0 else 'TL-HIL'},idea"
        for n in range(1, 10_001)
    ]
    done = imported(table(HEAD + "\n".join(rows) + "\n"), works, threelands)
    assert (done.rows, len(done.entries), done.set_aside) == (10_000, 9_697, 303)


def test_a_made_up_card_is_marked_as_such(
    works: Register, threelands: Catalog, table: Table
) -> None:
    text = "id,name,region,stage,synthetic\nw-1,Glass plant,TL-HIL,idea,true\n"
    assert imported(table(text), works, threelands).entries[0].values["synthetic"] is True
