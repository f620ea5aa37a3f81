"""Do small workbooks with the diseases of real ones load by their description?"""

from __future__ import annotations

import pytest

from esep.errors import BadRequest
from tests.sources.described.conftest import HEAD, figures, workbook

PEOPLE = """
  - indicator: people
    unit: person
    period: {row: 1, as: start}
    region: {column: A}
"""


def test_a_plain_table_is_read_with_the_cell_of_every_figure(read):
    result = read([["", 2023, 2024], ["Ridge Region", 10, 11], ["Lake Region", 5, 6]], PEOPLE)
    assert figures(result) == [
        ("TL-HIL@2023-01-01", "2023-01-01", "10"),
        ("TL-HIL@2023-01-01", "2024-01-01", "11"),
        ("TL-LAK@2022-07-01", "2023-01-01", "5"),
        ("TL-LAK@2022-07-01", "2024-01-01", "6"),
    ]
    places = [(p.sheet, p.row, p.column) for p in (o.place for o in result.observations)]
    assert places == [("Sheet", 2, "B"), ("Sheet", 2, "C"), ("Sheet", 3, "B"), ("Sheet", 3, "C")]


def test_leading_empty_rows_and_columns_do_not_shift_addresses(read):
    rows = [[], [], [None, None, "", 2024], [None, None, "Hill Region", 7]]
    table = PEOPLE.replace("row: 1", "row: 3").replace("column: A", "column: C")
    [observation] = read(rows, table).observations
    assert (observation.place.row, observation.place.column) == (4, "D")


def test_footnote_digits_leave_numbers_years_and_labels(read):
    rows = [["", "20231)", "2024*"], ["Hill Region2)", "141 1603)", "12 3453)"]]
    notes = """
    footnotes:
      "1)": revised
      "2)": with the lake
      "3)": {note: from registers, stage: estimate}
      "*": of the year
"""
    result = read(rows, PEOPLE + notes)
    assert figures(result) == [
        ("TL-HIL@2023-01-01", "2023-01-01", "141160"),
        ("TL-HIL@2023-01-01", "2024-01-01", "12345"),
    ]
    first, second = result.observations
    assert first.note == "revised; with the lake; from registers"
    assert (first.stage, second.note.split("; ")[0]) == ("estimate", "of the year")


def test_a_mark_nobody_explained_sets_the_figure_aside(read):
    result = read([["", 2023, 2024], ["Hill Region", "1 2349)", 5]], PEOPLE)
    [issue] = result.issues
    assert (issue.code, issue.place.column, issue.place.row) == ("unknown_footnote", "B", 2)
    assert len(result.observations) == 1


def test_signs_are_no_figures_and_each_has_a_meaning(read):
    rows = [["", 2020, 2021, 2022, 2023, 2024], ["Hill Region", "-", "…", "x", "", 4]]
    result = read(rows, PEOPLE)
    assert [str(o.value) for o in result.observations] == ["4"]
    told = {meaning.value: count for meaning, count in result.tables[0].signs.items()}
    assert told == {"absent": 1, "not_available": 1, "confidential": 1, "missing": 1}


def test_a_sign_may_mean_nought_and_a_nought_that_nothing_is_known(read):
    rows = [["", 2022, 2023, 2024], ["Hill Region", "-", 0, 3]]
    result = read(rows, PEOPLE + '    signs: {"-": zero, "0": missing}\n')
    assert [str(o.value) for o in result.observations] == ["0", "3"]


def test_years_above_merged_quarters_are_read_together(read):
    rows = [
        ["", 2023, None, 2024, None],
        ["", "I квартал", "год", "I quarter", "year"],
        ["Hill Region", 5.1, 5.2, 5.3, 5.4],
    ]
    table = """
  - indicator: {row: 2, codes: {год: jobless_rate, year: jobless_rate}, others: skip}
    unit: percent
    period: {row: [1, 2]}
    region: {column: A}
"""
    result = read(rows, table, merges=("B1:C1", "D1:E1"))
    assert [(o.period.code, str(o.value)) for o in result.observations] == [
        ("2023", "5.2"),
        ("2024", "5.4"),
    ]
    assert result.tables[0].left_out == 2


def test_cumulative_words_become_spans_since_january(read):
    headings = [
        "",
        "I квартал 2023 года",
        "I полугодие 2023 года",
        "9 месяцев 2023 года",
        "2023 год",
    ]
    table = """
  - indicator: product
    unit: CRN:6
    period: {row: 1, as: cumulative}
    region: {column: A}
"""
    result = read([headings, ["Hill Region", 1, 2, 3, 4]], table)
    codes = [o.period.code for o in result.observations]
    assert codes == ["2023-Q1", "2023-H1", "2023-01/2023-09", "2023"]


def test_sections_say_what_the_rows_below_are(read):
    rows = [
        ["", 2024],
        ["Все население", None],
        ["Hill Region", 10],
        ["Городское население", None],
        ["Hill Region", 6],
    ]
    table = (
        PEOPLE
        + """
    breakdown:
      settlement:
        section: A
        codes: {Все население: total, Городское население: urban}
"""
    )
    found = [(o.key.breakdown, str(o.value)) for o in read(rows, table).observations]
    assert found == [("", "10"), ("settlement=urban", "6")]


def test_an_unknown_section_sets_aside_what_it_heads_until_the_next_known_one(read):
    rows = [
        ["", 2024],
        ["Hill Region", 10],
        ["of them women", None],
        ["Hill Region", 5],
        ["Lake Region", 4],
    ]
    result = read(rows, PEOPLE)
    assert len(result.observations) == 1
    [issue] = result.issues
    assert (issue.code, issue.place.row) == ("unknown_heading", 3)
    assert "2 figures" in issue.found


def test_several_tables_stand_below_each_other(read):
    rows = [
        ["People"],
        ["", 2023, 2024],
        ["Hill Region", 10, 11],
        ["1) a note"],
        [],
        ["Jobless, per cent"],
        ["", 2023],
        ["Hill Region", 5.5],
    ]
    tables = """
  - begin: People
    indicator: people
    unit: person
    period: {row: 2, as: start}
    region: {column: A}
  - begin: Jobless*
    indicator: jobless_rate
    unit: percent
    period: {row: 2}
    region: {column: A}
"""
    result = read(rows, tables)
    assert [(o.key.indicator, str(o.value)) for o in result.observations] == [
        ("people", "10"),
        ("people", "11"),
        ("jobless_rate", "5.5"),
    ]
    assert result.tables[0].notes == [(4, "1) a note")]


def test_two_languages_in_one_cell_are_read_by_either(read):
    rows = [["", "2024"], ["Төбе облысы\nХолмская область", 9]]
    assert figures(read(rows, PEOPLE)) == [("TL-HIL@2023-01-01", "2024-01-01", "9")]


def test_sheets_of_one_layout_say_what_differs(read):
    rows = [["", 2024], ["Hill Region", 4]]
    table = (
        PEOPLE
        + """
    sheet: [Мужчины, "Жен*"]
    breakdown: {sex: {sheet: true, codes: {Мужчины: male, Женщины: female}}}
"""
    )
    content = workbook(rows, sheet=" Мужчины ", more={"Женщины": rows})
    found = [o.key.breakdown for o in read(content, table).observations]
    assert found == ["sex=male", "sex=female"]


def test_columns_may_be_described_one_by_one_and_must_have_their_heading(read):
    rows = [["", "all", "men"], ["Hill Region", 10, 5]]
    table = """
  - indicator: people
    unit: person
    period: 2024-01-01
    region: {column: A}
    first_row: 2
    columns:
      B: {heading: all}
      C: {heading: women, breakdown: {sex: female}}
"""
    result = read(rows, table)
    assert [str(o.value) for o in result.observations] == ["10"]
    [issue] = result.issues
    assert (issue.code, issue.found) == ("heading_differs", "'men'")


def test_a_label_may_mean_other_regions_in_other_years(read):
    rows = [["", 2021, 2024], ["River and lake", 10, 6]]
    table = (
        PEOPLE.replace("{column: A}", "")
        + """
      column: A
      codes:
        River and lake:
          - {until: 2022, code: TL-RIV}
          - {from: 2023, code: TL-LAK}
"""
    )
    assert [region for region, *_ in figures(read(rows, table))] == [
        "TL-RIV@origin",
        "TL-LAK@2022-07-01",
    ]


def test_figures_counted_back_are_on_the_borders_they_are_counted_on(read):
    rows = [["", 2021, 2022], ["River Region", 10, 6]]
    borders = "    borders: [{from: 2022, on: 2022-07-01}]\n"
    assert [region for region, *_ in figures(read(rows, PEOPLE + borders))] == [
        "TL-RIV@origin",
        "TL-RIV@2022-07-01",
    ]


def test_an_unknown_region_is_told_once_with_its_cell_and_the_nearest_name(read):
    rows = [["", 2023, 2024], ["Hil Regoin", 1, 2], ["Lake Region", 3, 4]]
    result = read(rows, PEOPLE)
    [issue] = result.issues
    assert (issue.code, issue.place.sheet, issue.place.row, issue.place.column) == (
        "unknown_region",
        "Sheet",
        2,
        "A",
    )
    assert "2 figures" in issue.found
    assert "TL-HIL" in issue.hint
    assert issue.row_text == "Hil Regoin | 1 | 2"
    assert len(result.observations) == 2


def test_a_heading_that_is_no_period_sets_its_column_aside(read):
    result = read([["", 2023, "soon"], ["Hill Region", 1, 2], ["Lake Region", 3, 4]], PEOPLE)
    [issue] = result.issues
    assert (issue.code, issue.place.row, issue.place.column) == ("unknown_period", 1, "C")
    assert len(result.observations) == 2


def test_a_wrong_cell_is_corrected_until_the_source_mends_it(read):
    corrections = """
corrections:
  - {cell: B2, expect: 861, value: 86.1, reason: the point is lost}
"""
    rows = [["", 2023], ["Hill Region", 861]]
    table = PEOPLE.replace("people", "jobless_rate").replace("person", "percent")
    table = table.replace(", as: start", "") + corrections
    [observation] = read(rows, table).observations
    assert (str(observation.value), observation.note) == ("86.1", "the point is lost")
    mended = read([["", 2023], ["Hill Region", 86.2]], table)
    assert [issue.code for issue in mended.issues] == ["correction_outdated"]
    assert str(mended.observations[0].value) == "86.2"


def test_a_span_of_cells_is_scaled_where_it_still_says_what_was_wrong(read):
    corrections = """
corrections:
  - {cell: "B2:B3", expect: "12,5", scale: 1000, reason: In thousands}
"""
    rows = [["", 2023, 2024], ["Hill Region", "12,5", 7], ["Lake Region", "3,11)", 8]]
    table = PEOPLE + '    footnotes: {"1)": of the census}\n' + corrections
    result = read(rows, table)
    assert [value for _, _, value in figures(result)] == ["12500", "7", "3100", "8"]
    assert result.observations[2].note == "of the census; In thousands"
    mended = read([rows[0], ["Hill Region", 12500, 7], ["Lake Region", 3100, 8]], table)
    [issue] = mended.issues
    assert (issue.code, issue.found) == ("correction_outdated", "'12500'")
    assert [value for _, _, value in figures(mended)] == ["12500", "7", "3100", "8"]


def test_a_flagged_figure_is_loaded_as_it_is_with_the_reason_and_told(read):
    corrections = """
corrections:
  - {cell: B2, expect: 9, flag: true, reason: Not confirmed by the region}
"""
    result = read([["", 2023], ["Hill Region", 9]], PEOPLE + corrections)
    [observation] = result.observations
    assert (str(observation.value), observation.note) == ("9", "Not confirmed by the region")
    [issue] = result.issues
    assert (issue.code, issue.severity, issue.place.row) == ("flagged", "warning", 2)
    mended = read([["", 2023], ["Hill Region", 8]], PEOPLE + corrections)
    assert [issue.code for issue in mended.issues] == ["correction_outdated"]


@pytest.mark.parametrize(
    ("correction", "told"),
    [
        ("{cell: B2, expect: 9, value: 8, scale: 10, reason: x}", "value and scale"),
        ("{cell: 'B2:B3', expect: 9, value: 8, reason: x}", "one value for B2:B3"),
        ("{cell: B2, expect: 9, scale: 0, reason: x}", "scale"),
    ],
)
def test_a_correction_that_contradicts_itself_is_refused(read, correction, told):
    with pytest.raises(BadRequest) as error:
        read([["", 2023], ["Hill Region", 9]], f"{PEOPLE}\ncorrections:\n  - {correction}\n")
    assert told in error.value.detail


def test_a_file_with_less_than_expected_is_refused(read):
    from esep.sources.refusal import FileRefused

    with pytest.raises(FileRefused, match="is not what made-up expects"):
        read([["", 2023], ["Hill Region", 1]], PEOPLE + "    expect: {figures: 2}\n")


def test_a_layout_without_its_marks_is_refused_with_the_nearest_text(read):
    from esep.sources.refusal import FileRefused

    with pytest.raises(FileRefused) as refusal:
        read([["Population"], ["", 2024]], PEOPLE + "    begin: Populations of land\n")
    assert "nearest: 'Population'" in refusal.value.hint


def test_a_list_goes_by_the_names_of_its_columns(read):
    text = "Year;Area;Sex;Value\n2024;tso:1;F;12,5\n2024;;;7\n2024;TL-LAK\n2023;nowhere;;3\n"
    table = """
  - header: 1
    columns: [Value]
    indicator: jobless_rate
    unit: percent
    numbers: {decimal: ","}
    period: {column: Year}
    region: {column: Area, codes: {(blank): TL, "tso:1": TL-HIL}}
    breakdown: {sex: {column: Sex, codes: {(blank): total, F: female}}}
"""
    result = read(text.encode("cp1251"), table, head=HEAD.replace("tables:", CP1251), file="x.csv")
    assert [(o.key.breakdown, str(o.value)) for o in result.observations] == [
        ("sex=female", "12.5"),
        ("", "7"),
    ]
    assert [(i.code, i.place.row, i.place.column) for i in result.issues] == [
        ("wrong_width", 4, ""),
        ("unknown_region", 5, "Area"),
    ]


CP1251 = "csv: {encoding: windows-1251}\ntables:"
