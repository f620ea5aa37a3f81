"""Rows that surprise: each becomes an issue with its line and column, and the others load."""

from __future__ import annotations

from decimal import Decimal

import pytest

from esep.model.issue import Severity
from esep.sources.number import read_number

SET_ASIDE = [
    # row, code, column, found, hint
    ("produkt,TL,2023,1,CRN:6,,,final,", "unknown_indicator", "indicator", "produkt", "product"),
    (",TL,2023,1,CRN:6,,,final,", "unknown_indicator", "indicator", "''", "esep search"),
    ("product,TL-HIX,2023,1,CRN:6,,,final,", "unknown_region", "region", "TL-HIX", "TL-HIL"),
    (",,,,,,,,x", "unknown_indicator", "indicator", "''", "esep search"),
    ("product,TL-LAK,2021,1,CRN:6,,,final,", "region_not_then", "region", "TL-LAK", "TL-RIV"),
    ("product,TL-LAK@2000-01-01,2023,1,CRN:6,,,final,", "region_not_then", "region", "@2000", "@"),
    ("product,TL,2023-13,1,CRN:6,,,final,", "not_a_period", "period", "2023-13", "2024-Q1"),
    ("product,TL,01.2023,1,CRN:6,,,final,", "not_a_period", "period", "01.2023", "2024-Q1"),
    ("product,TL,1023,1,CRN:6,,,final,", "implausible_year", "period", "1023", "check"),
    ("product,TL,2023-05,1,CRN:6,,,final,", "wrong_period", "period", "2023-05", "2023-01/2023-05"),
    ("field_output,TL,2023-H1,1,CRN:6,,,final,", "wrong_period", "period", "2023-H1", "correct"),
    ("people,TL,2023,1,person,,,final,", "wrong_period", "period", "2023", "correct"),
    ('product,TL,2023,"12,5",CRN:6,,,final,', "not_a_number", "value", "12,5", "12.5"),
    ("product,TL,2023,12 500.5,CRN:6,,,final,", "not_a_number", "value", "12 500.5", "separators"),
    ("product,TL,2023,,CRN:6,,,final,", "no_value", "value", "nothing", "true zero"),
    ("product,TL,2023,...,CRN:6,,,final,", "no_value", "value", "...", "true zero"),
    ("product,TL,2023,12%,CRN:6,,,final,", "not_a_number", "value", "12%", "% sign"),
    ("product,TL,2023,−12,CRN:6,,,final,", "not_a_number", "value", "−12", "hyphen"),
    ("product,TL,2023,1e5,CRN:6,,,final,", "not_a_number", "value", "1e5", "exponent"),
    ("product,TL,2023,inf,CRN:6,,,final,", "not_a_number", "value", "inf", "digits"),
    ("product,TL,2023,1,CRM:6,,,final,", "unknown_unit", "unit", "CRM:6", "CRN"),
    ("product,TL,2023,1,,,,final,", "unknown_unit", "unit", "''", "one of"),
    ("product,TL,2023,1,CRN:99,,,final,", "wrong_scale", "unit", "CRN:99", "CRN"),
    ("product,TL,2023,1,person,,,final,", "wrong_unit", "unit", "person", "correct the unit"),
    ("pulse,TL,2023,101,percent,,,final,", "wrong_unit", "unit", "percent", "comparison"),
    ("pulse,TL,2023,101,index_percent:3,,,final,", "wrong_scale", "unit", ":3", "index_percent"),
    ("product,TL,2023,1,CRN:6,share,,final,", "wrong_unit", "unit", "CRN:6", "comparison"),
    ("product,TL,2023,1,CRN:6,growth,,final,", "unknown_comparison", "comparison", "growth", "em"),
    ("pulse,TL,2023,1,index_percent,,last_month,final,", "wrong_base", "base", "last_mo", "own"),
    ("product,TL,2023,1,CRN:6,,,finl,", "unknown_stage", "stage", "finl", "did you mean final?"),
    ("product,TL,2023,1,CRN:6,,,,", "no_stage", "stage", "nothing", "how settled"),
    ("product,TL-HIL,2023,101,percent,share,,final,", "out_of_range", "value", "101", "check"),
    ("pulse,TL,2023,-1,index_percent,,,final,", "out_of_range", "value", "-1", "check"),
    ("product,TL,2023,1,CRN:6,,,final", "wrong_width", "", "8 cells", "missing commas"),
    ("product,TL,2023,12,5,CRN:6,,,final,", "wrong_width", "", "10 cells", "12.5"),
    ("product,TL,2023,1,CRN:6,,,final,,,,", "wrong_width", "", "12 cells", "quotation"),
]


@pytest.mark.parametrize(("row", "code", "column", "found", "hint"), SET_ASIDE)
def test_a_row_that_cannot_be_trusted_is_set_aside(load_rows, row, code, column, found, hint):
    result = load_rows(row)
    assert result.rows == 1
    assert result.set_aside == 1
    issue = result.issues[0]
    assert (issue.code, issue.severity) == (code, Severity.SET_ASIDE)
    assert (issue.place.file, issue.place.row, issue.place.column) == ("figures.csv", 3, column)
    assert found in issue.found
    assert hint in issue.hint
    assert issue.expected
    assert issue.row_text.replace('"', "") == row.replace('"', "")


def test_every_bad_cell_of_a_row_is_told(load_rows):
    result = load_rows('produkt,TL-X,2023-13,"1,5",crowns,,,finl,')
    assert [issue.place.column for issue in result.issues] == [
        "indicator",
        "region",
        "period",
        "value",
        "unit",
        "stage",
    ]
    assert result.set_aside == 1


def test_a_name_where_a_code_belongs_is_answered_with_the_code(load_rows, catalog):
    name = catalog.regions.latest("TL-RIV").names.text("ru")
    [issue] = load_rows(f"product,{name},2023,1,CRN:6,,,final,").issues
    assert issue.hint == "write its code: TL-RIV"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("pulse,TL,2023,17.9,index_percent,,,final,", "17.9"),
        ("pulse,TL,2023,679,index_percent,,,final,", "679"),
        ("jobless_rate,TL,2023,148,percent,,,final,", "148"),
        ("product,TL-HIL,2023,100.2,percent,share,,final,", "100.2"),
    ],
)
def test_an_odd_size_is_loaded_with_a_warning(load_rows, row, found):
    result = load_rows(row)
    assert (result.rows, result.warnings, result.set_aside) == (2, 1, 0)
    assert result.issues[0].code == "out_of_range"
    assert found in result.issues[0].found


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("pulse,TL,2023,7.9,index_percent,,,final,", "7.9"),
        ("pulse,TL,2023,1071,index_percent,,,final,", "1071"),
        ("jobless_rate,TL,2023,480,percent,,,final,", "480"),
        ("people,TL,2023-01-01,-5,person,,,final,", "-5"),
    ],
)
def test_a_size_that_cannot_be_is_set_aside(load_rows, row, found):
    result = load_rows(row)
    assert (result.rows, result.set_aside) == (1, 1)
    [issue] = result.issues
    assert (issue.code, issue.row_text) == ("out_of_range", row)
    assert found in issue.found
    assert "'between' in the pack" in issue.hint


def test_the_same_figure_twice_is_loaded_once_with_a_warning(load_rows):
    result = load_rows(
        "product,TL-HIL,2023,360.0,CRN:6,,,final,", "product,TL-HIL,2023,360,CRN:6,,,final,"
    )
    assert (result.rows, result.warnings) == (1, 2)
    assert [(issue.code, issue.place.row) for issue in result.issues] == [
        ("repeated", 3),
        ("repeated", 4),
    ]
    assert "line 2" in result.issues[0].found


def test_the_same_figure_in_another_multiple_is_the_same(load_rows):
    assert load_rows("product,TL-HIL,2023,360000,CRN:3,,,final,").issues[0].code == "repeated"


def test_two_values_of_one_figure_are_both_set_aside(load_rows):
    result = load_rows(
        "product,TL-RIV,2023,310.0,CRN:6,,,final,", "product,TL-RIV,2023,311.0,CRN:6,,,final,"
    )
    assert (result.rows, result.set_aside) == (1, 2)
    assert [(issue.code, issue.place.row) for issue in result.issues] == [
        ("conflict", 3),
        ("conflict", 4),
    ]
    assert "311.0 CRN:6 (final) on line 4" in result.issues[0].found


def test_two_spellings_of_one_period_are_one_figure(load_rows):
    result = load_rows(
        "product,TL-RIV,2023-H1,310.0,CRN:6,,,final,",
        "product,TL-RIV,2023-01/2023-06,311.0,CRN:6,,,final,",
    )
    assert {issue.code for issue in result.issues} == {"conflict"}


def test_a_plan_stands_beside_a_result(load_rows):
    result = load_rows("product,TL-HIL,2023,400.0,CRN:6,,,plan,")
    assert (result.rows, result.issues) == (2, ())


def test_a_share_and_a_level_stand_beside_each_other(load_rows):
    result = load_rows("product,TL-HIL,2023,36.0,percent,share,,final,")
    assert (result.rows, result.issues) == (2, ())


def test_breakdowns_are_told_apart_and_put_in_order(load, store):
    header = "indicator,region,period,value,unit,stage,breakdown\n"
    rows = "people,TL,2023-01-01,{},person,final,{}\n"
    text = header + rows.format(9, "sex=f;age=old") + rows.format(7, "age=old; sex=m")
    result = load(text + rows.format(5, "sex"))
    assert result.rows == 2
    assert result.issues[0].code == "not_a_breakdown"


YEAR_2023 = ("TL-RIV,2023,{},CRN:6", "TL-LAK,2023,340.0,CRN:6", "TL,2023,1010.0,CRN:6")


@pytest.mark.parametrize(
    ("river", "codes"),
    [("310.0", []), ("310.1", []), ("309.8", []), ("311.0", ["sum_differs"])],
)
def test_regions_that_do_not_add_up_to_the_country_are_a_warning(load_rows, river, codes):
    rows = [f"product,{row.format(river)},,,final," for row in YEAR_2023]
    result = load_rows(*rows)
    assert result.rows == 4
    assert [issue.code for issue in result.issues] == codes
    if codes:
        assert result.issues[0].place.row == 5
        assert "1011.0 as the sum of 3 regions" in result.issues[0].found


def test_a_missing_region_is_not_a_wrong_sum(load_rows):
    assert load_rows("product,TL,2023,1010.0,CRN:6,,,final,").issues == ()


def test_indices_are_never_summed(load_rows):
    rows = [
        f"pulse,{code},2023,100,index_percent,,,final,"
        for code in ("TL", "TL-HIL", "TL-RIV", "TL-LAK")
    ]
    assert load_rows(*rows).issues == ()


def test_many_bad_rows_refuse_the_file(load_rows, monkeypatch):
    from esep.errors import BadRequest
    from esep.sources import prepare

    monkeypatch.setattr(prepare, "MAX_ISSUES", 3)
    with pytest.raises(BadRequest, match="more than 3 rows have issues"):
        load_rows(*[f"product,TL-X{number},2023,1,CRN:6,,,final," for number in range(4)])


@pytest.mark.parametrize("text", ["0", "107.9", "-4.6", "+7.9", "5322132.0", "0.0000001", "9" * 30])
def test_a_plain_number_is_read_exactly(text):
    assert read_number(text) == Decimal(text)


@pytest.mark.parametrize(
    "text", ["", "1.", ".5", "1,5", "١٢", "1_000", "0x1F", "9" * 31, "NaN", "--1"]
)
def test_anything_else_is_not_a_number(text):
    assert not isinstance(read_number(text), Decimal)
