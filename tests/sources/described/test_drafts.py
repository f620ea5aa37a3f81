"""Does a draft recognise a layout, and can it be used once its guesses are right?"""

from __future__ import annotations

import pytest

from esep.catalog.source_descriptions import description_of_text
from esep.model.source_description import CsvDialect
from esep.sources.described.read_file import read_described
from esep.sources.draft.write import draft_of
from esep.sources.readers.tables import open_tables
from tests.sources.described.conftest import SHARED, workbook

BOOKS = SHARED / "original-spreadsheets"


def drafted(content, catalog, file="people.xlsx"):
    text = draft_of(open_tables(content, CsvDialect(), file=file), catalog)
    description = description_of_text(text, "draft", catalog)
    return text, read_described(content, description, catalog, file=file)


def test_a_draft_of_a_small_table_reads_it(threelands):
    rows = [
        ["Численность населения1)"],
        ["на начало года, человек"],
        ["", 2023, 2024],
        ["Холмская", 10, "1 2341)"],
        ["Озёрная", "-", 6],
        ["1) by registers"],
    ]
    text, result = drafted(workbook(rows), threelands)
    assert "indicator: people" in text
    assert "period: {row: 3, as: start}  # guess" in text
    assert '"1)": by registers' in text
    assert [str(each.value) for each in result.observations] == ["10", "1234", "6"]


def test_sections_and_several_tables_are_seen(threelands):
    rows = [
        ["Население"], ["", 2023, 2024], ["Городское население"], ["Холмская", 1, 2],
        ["Сельское население"], ["Холмская", 3, 4], [],
        ["Уровень безработицы, процентов"], ["", 2022, 2023], ["Холмская", 5.1, 5.2],
    ]  # fmt: skip
    text, result = drafted(workbook(rows), threelands)
    assert text.count("begin:") == 2
    assert "Городское население: urban" in text
    assert len(result.observations) == 6


def test_a_list_is_told_from_a_table(threelands):
    content = b"Year,Area,Sex,Value\n2023,TL-HIL,,1\n2024,TL-LAK,F,2\n2024,TL-HIL,,3\n"
    text = draft_of(open_tables(content, CsvDialect(), file="people.csv"), threelands)
    assert "columns: [Value]" in text
    assert "period: {column: Year}" in text
    assert "region: {column: Area}" in text


def test_a_sheet_of_nothing_is_told(threelands):
    text = draft_of(open_tables(workbook([["hello"]]), CsvDialect(), file="x.xlsx"), threelands)
    assert "No table was recognised" in text


@pytest.mark.skipif(not BOOKS.is_dir(), reason="the original workbooks are not here")
@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("grp-per-capita-quarterly-2008-2023.xlsx", 2222),
        ("air-emissions-2005-2022.xls", 314),
        ("household-spending-2001-2022.xls", 382),
        ("environment-spending-2005-2022.xls", 314),
    ],
)
def test_a_draft_of_a_real_workbook_needs_no_correction(kazakhstan, name, figures):
    _, result = drafted((BOOKS / name).read_bytes(), kazakhstan, name)
    assert len(result.observations) == figures


@pytest.mark.skipif(not BOOKS.is_dir(), reason="the original workbooks are not here")
def test_every_real_workbook_gets_a_draft(kazakhstan):
    for path in sorted(BOOKS.glob("*.xls*")):
        text = draft_of(open_tables(path.read_bytes(), CsvDialect(), file=path.name), kazakhstan)
        assert "tables:\n  - " in text, path.name
