"""Do workbooks load by descriptions that a newcomer wrote from the guide alone?"""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl

from tests.sources.described.conftest import figures


def test_a_bulletin_with_subrows_superscripts_and_text_numbers(read):
    # Years merged above quarters, "of which" rows, marks as superscripts, blanks in numbers,
    # two languages, a note at the foot, rates in per cent beside the level.
    rows = [
        ["3.1 Өнім / Валовой продукт¹"],
        ["млн крон"],
        ["", "2023 ж. / 2023 год", None, "2024 ж. / 2024 год²", None],
        ["", "I тоқсан\nI квартал", "I жартыжылдық\nI полугодие",
         "I тоқсан\nI квартал", "I жартыжылдық\nI полугодие"],
        ["Үшжер\nТроеземье", "1\u00a0234,5", "2 600,0", "1\u202f300,0³", "x"],
        ["в т.ч. Холмская", "600,5", "1 200,0", "…", "1 250"],
        ["из них:"],
        ["Озёрная область", "634", 1400, "700", "-"],
        ["¹ Оперативные данные"],
    ]  # fmt: skip
    table = """
  - sheet: "3.1"
    indicator: product
    unit: CRN:6
    period: {row: [3, 4], as: cumulative}
    region: {column: A, codes: {"в т.ч. Холмская": TL-HIL}}
    skip: ["из них:"]
    numbers: {decimal: ","}
    footnotes: {"1": Operational, "2": Borders of 2024, "3": {note: Revised, stage: revised}}
"""
    result = read(rows, table, sheet="3.1", merges=("B3:C3", "D3:E3"))
    assert figures(result) == [
        ("TL@origin", "2023-Q1", "1234.5"),
        ("TL@origin", "2023-H1", "2600.0"),
        ("TL@origin", "2024-Q1", "1300.0"),
        ("TL-HIL@2023-01-01", "2023-Q1", "600.5"),
        ("TL-HIL@2023-01-01", "2023-H1", "1200.0"),
        ("TL-HIL@2023-01-01", "2024-H1", "1250"),
        ("TL-LAK@2022-07-01", "2023-Q1", "634"),
        ("TL-LAK@2022-07-01", "2023-H1", "1400"),
        ("TL-LAK@2022-07-01", "2024-Q1", "700"),
    ]
    assert result.issues == []
    assert (result.observations[2].note, result.observations[2].stage) == (
        "Borders of 2024; Revised",
        "revised",
    )
    assert [sign.meaning.value for sign in result.tables[0].without_figure] == [
        "confidential",
        "not_available",
        "absent",
    ]


def test_a_raised_digit_nobody_explained_is_never_a_digit_of_the_figure(read):
    table = """
  - indicator: people
    unit: person
    period: {row: 1, as: start}
    region: {column: A}
"""
    result = read([["", 2024], ["Hill Region", "130²"], ["Lake Region", "12⁴⁾"]], table)
    assert result.observations == []
    assert [issue.code for issue in result.issues] == ["unknown_footnote"] * 2


def test_shares_formatted_as_per_cent_and_dates_kept_as_days(read):
    rows = [
        ["", date(2023, 12, 1), date(2024, 1, 1)],
        ["Hill Region", 0.253, "0,071"],
    ]
    table = """
  - indicator: pulse
    unit: index_percent
    period: {row: 1, as: cumulative}
    region: {column: A}
    numbers: {times: 100}
"""
    assert figures(read(rows, table)) == [
        ("TL-HIL@2023-01-01", "2023", "25.3"),
        ("TL-HIL@2023-01-01", "2024-01", "7.1"),
    ]


def test_a_hidden_sheet_of_workings_does_not_disturb_the_one_that_is_named(read):
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Data"
    for row in (["", 2024], ["Hill Region", 7]):
        page.append(row)
    hidden = book.create_sheet("Calc")
    hidden.sheet_state = "hidden"
    hidden.append(["Hill Region", 99])
    content = BytesIO()
    book.save(content)
    table = """
  - sheet: Data
    indicator: people
    unit: person
    period: {row: 1, as: start}
    region: {column: A}
"""
    assert [value for _, _, value in figures(read(content.getvalue(), table))] == ["7"]


def test_a_school_year_is_its_first_of_september_and_half_of_one_is_told(read):
    rows = [
        ["", "2022/23", "2023/2024 оқу жылы", "2024/25 I жартыжылдық"],
        ["Hill Region", 5, 6, 7],
    ]
    table = """
  - indicator: people
    unit: person
    period: {row: 1, as: school_year}
    region: {column: A}
"""
    result = read(rows, table)
    assert figures(result) == [
        ("TL-HIL@origin", "2022-09-01", "5"),
        ("TL-HIL@2023-01-01", "2023-09-01", "6"),
    ]
    [issue] = result.issues
    assert (issue.code, issue.place.column) == ("unknown_period", "D")


def test_indicators_in_the_first_column_and_units_in_the_second(read):
    # A passport of a region: a row an indicator, each in its own unit, the years above.
    rows = [
        ["Көрсеткіштер", "Өлшем бірлігі", 2023, 2024],
        ["Валовой продукт", "млн крон", 360.0, 380.5],
        ["Численность населения", "тыс. чел.", 12.5, 12.7],
        ["Уровень безработицы", "%", 4.9, 4.8],
        ["Число единорогов", "голов", 1, 2],
    ]
    table = """
  - header: 1
    columns: ["2023", "2024"]
    indicator: {column: Көрсеткіштер, codes: {
      Валовой продукт: product, Численность населения: skip, Уровень безработицы: jobless_rate}}
    unit: {column: Өлшем бірлігі, codes: {млн крон: "CRN:6", "%": percent}}
    period: {row: 1}
    region: TL-HIL
"""
    result = read(rows, table)
    assert [
        (each.key.indicator, each.period.code, str(each.value), each.unit.code)
        for each in result.observations
    ] == [
        ("product", "2023", "360", "CRN:6"),
        ("product", "2024", "380.5", "CRN:6"),
        ("jobless_rate", "2023", "4.9", "percent"),
        ("jobless_rate", "2024", "4.8", "percent"),
    ]
    assert {issue.code for issue in result.issues} == {"unknown_indicator", "unknown_unit"}
