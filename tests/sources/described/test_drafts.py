"""Does a draft recognise a layout, and can it be used once its guesses are right?"""

from __future__ import annotations

import re

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
    assert "period: {column: Year, as: start}  # guess" in text
    assert "region: {column: Area}" in text


def test_a_sheet_of_nothing_is_told(threelands):
    text = draft_of(open_tables(workbook([["hello"]]), CsvDialect(), file="x.xlsx"), threelands)
    assert "No table was recognised" in text


def test_headings_three_deep_in_two_languages_become_columns(threelands):
    rows = [
        ["Население по полу на 1 января 2024 года"],
        [None, "человек"],
        [None, "Барлық халық\nВсе население", "соның ішінде:\nв том числе:"],
        [None, None, "ерлер\nмужчины", "қала халқы\nгородское население",
         "соның ішінде:\nв том числе:"],
        [None, None, None, None, "ерлер\nмужчины", "әйелдер\nженщины"],
        ["Холмская", 10, 6, 5, 3, 2],
        ["Озёрная", 20, 11, 8, 4, 4],
    ]  # fmt: skip
    merges = ("B3:B5", "C3:F3", "C4:C5", "D4:D5", "E4:F4")
    text, result = drafted(workbook(rows, merges=merges), threelands)
    assert "  E: {heading: ерлер мужчины, breakdown: {settlement: urban, sex: male}}" in text
    parts = {each.place.column: each.key.breakdown for each in result.observations}
    assert parts == {
        "B": "",
        "C": "sex=male",
        "D": "settlement=urban",
        "E": "settlement=urban;sex=male",
        "F": "settlement=urban;sex=female",
    }
    assert {each.period.code for each in result.observations} == {"2024-01-01"}


def test_a_region_that_came_later_is_its_predecessor_in_earlier_years(kazakhstan):
    rows = [
        ["Численность населения, человек"],
        ["", 2016, 2017, 2018, 2019],
        ["Алматинская", 1, 2, 3, 4],
        ["Туркестанская", 5, 6, 7, 8],
        ["г.Шымкент", None, None, None, 9],
    ]
    text, result = drafted(workbook(rows), kazakhstan)
    assert "      - {until: 2018, code: KZ-YUZ}  # guess" in text
    assert "г.Шымкент:" not in text
    regions = {each.key.region_version.partition("@")[0] for each in result.observations}
    assert regions == {"KZ-19", "KZ-YUZ", "KZ-61", "KZ-79"}


def test_regions_side_by_side_with_years_below_are_no_list(kazakhstan):
    rows = [
        ["Годы", "Акмолинская", "Туркестанская", "город Алматы"],
        [2017, 2182, 3121, 1934],
        [2018, 2206, 3213, 1945],
        [2019, 2234, 3275, 1968],
    ]
    text, result = drafted(workbook(rows), kazakhstan, "doctors.xlsx")
    assert "period: {column: A, as: start}  # guess" in text
    assert "      row: 1" in text
    assert "      - {until: 2018, code: KZ-YUZ}  # guess" in text
    assert len(result.observations) == 9


def test_states_are_of_the_end_of_a_year_where_regions_begun_within_it_have_figures(kazakhstan):
    rows = [
        ["Численность населения, человек"],
        ["", 2021, 2022, 2023],
        ["Акмолинская", 1, 2, 3],
        ["Абай", None, 5, 6],
        ["Жетысу", None, 7, 8],
    ]
    text, result = drafted(workbook(rows), kazakhstan)
    assert "period: {row: 2, as: end}  # guess" in text
    assert "borders" not in text
    assert len(result.observations) == 7
    rows[3][1] = rows[4][1] = 4
    text, result = drafted(workbook(rows), kazakhstan)
    assert "borders: [{from: 2021, on: 2022-06-08}]  # guess" in text
    assert len(result.observations) == 9


def test_a_list_is_counted_back_and_marked_like_a_table(kazakhstan):
    content = (
        "Область,Год,Население\n"
        "Туркестанская 1,2016,1\nТуркестанская 1,2017,2\nШымкент,2017,3\nАлматинская,2016,4\n"
    ).encode()
    text, result = drafted(content, kazakhstan, "population.csv")
    assert "borders: [{from: 2017, on: 2018-06-19}]  # guess" in text
    assert "          - {until: 2016, code: KZ-YUZ}  # guess" in text
    assert '"1": Not explained by the source  # guess' in text
    assert len(result.observations) == 4


def test_months_in_two_languages_stand_above_years(kazakhstan):
    rows = [
        ["Объём промышленной продукции по районам области"],
        [None, None, None, None, "тыс. тенге"],
        ["Өңір\nРегион", "қаңтар-наурыз\nянварь-март", None, "қаңтар-маусым\nянварь-июнь"],
        [None, 2023, 2024, 2023, 2024],
        ["Алматы облысы\nАлматинская область", 1000, 2000, 3000, 4000],
        ["Ақмола облысы\nАкмолинская область", 1000, 2000, 3000, 4000],
    ]
    text, result = drafted(workbook(rows, merges=("B3:C3", "D3:E3")), kazakhstan)
    assert "unit: KZT:3" in text
    assert {each.period.code for each in result.observations} == {
        "2023-Q1", "2024-Q1", "2023-H1", "2024-H1",
    }  # fmt: skip


def test_of_which_on_a_line_of_its_own_is_passed_over(kazakhstan):
    rows = [
        ["Индекс физического объёма промышленного производства, в процентах"],
        ["", 2021, "2023¹"],
        ["Республика Казахстан", 101, 102],
        ["оның ішінде / в том числе:"],
        ["Акмолинская2", 103, 104],
        ["Алматинская", 105, 106],
    ]
    text, result = drafted(workbook(rows), kazakhstan)
    assert 'skip: ["оның ішінде / в том числе:"]' in text
    assert "indicator: industry_volume" in text
    assert "unit: index_percent" in text
    assert {each.period.code for each in result.observations} == {"2021", "2023"}
    assert len(result.observations) == 6


def test_a_sheet_may_tell_town_and_sex_at_once(threelands):
    rows = [["Population"], ["", 2023, 2024], ["Холмская", 1, 2]]
    more = {"Rural population": rows}
    _, result = drafted(workbook(rows, sheet="Urban_male_population", more=more), threelands)
    assert {each.key.breakdown for each in result.observations} == {
        "settlement=rural",
        "settlement=urban;sex=male",
    }


def test_months_above_and_years_at_the_side_are_one_heading(threelands):
    rows = [
        ["Уровень безработицы, в процентах"],
        ["", "Январь", "Февраль", "Март"],
        [2022, 5.1, 5.0, 4.9],
        [2023, 4.8, 4.8, 4.7],
    ]
    text = draft_of(open_tables(workbook(rows), CsvDialect(), file="x.xlsx"), threelands)
    assert "period: {row: 2, column: A}" in text
    assert "region: TL  # guess" in text


def test_a_table_nobody_knows_does_not_keep_the_others_from_being_read(threelands):
    rows = [
        ["Поголовье единорогов"], ["", 2023, 2024], ["Холмская", 1, 2], [],
        ["Население"], ["", 2023, 2024], ["Холмская", 3, 4],
    ]  # fmt: skip
    text, result = drafted(workbook(rows), threelands)
    assert "#    indicator: unknown" in text
    assert [str(each.value) for each in result.observations] == ["3", "4"]


def test_a_sheet_without_a_title_is_about_what_the_workbook_is_about(threelands):
    more = {"Мужчины": [["Население"], ["", 2023, 2024], ["Холмская", 1, 2]]}
    rows = [["", 2023, 2024], ["Холмская", 3, 5]]
    text, result = drafted(workbook(rows, sheet="Всего", more=more), threelands)
    assert text.count("indicator: people") == 2
    assert [each.key.breakdown for each in result.observations] == ["", "", "sex=male", "sex=male"]


@pytest.mark.skipif(not BOOKS.is_dir(), reason="the original workbooks are not here")
@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("grp-per-capita-quarterly-2008-2023.xlsx", 2222),
        ("air-emissions-2005-2022.xls", 314),
        ("household-spending-2001-2022.xls", 382),
        ("environment-spending-2005-2022.xls", 314),
        ("doctors-2003-2022.xls", 348),
        ("general-schools-2000-2022.xlsx", 1170),
        ("population-urban-rural-2000-2021.xlsx", 3264),
    ],
)
def test_a_draft_of_a_real_workbook_needs_no_correction(kazakhstan, name, figures):
    _, result = drafted((BOOKS / name).read_bytes(), kazakhstan, name)
    assert len(result.observations) == figures


@pytest.mark.skipif(not BOOKS.is_dir(), reason="the original workbooks are not here")
def test_every_real_workbook_gets_a_draft(kazakhstan):
    for path in sorted(BOOKS.glob("*.xls*")):
        text = draft_of(open_tables(path.read_bytes(), CsvDialect(), file=path.name), kazakhstan)
        assert re.search("^  - ", text, re.MULTILINE), path.name
        description_of_text(text, path.name, kazakhstan)
