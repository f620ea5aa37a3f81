"""Does a description decide between accepting, accepting with warnings, and refusing?"""

from __future__ import annotations

import pytest

from esep.errors import BadRequest
from esep.sources.described.prepare import judged
from esep.sources.refusal import FileRefused
from tests.sources.described.conftest import figures, workbook

PRODUCT = """
  - indicator: product
    unit: CRN:6
    period: {row: 1, as: cumulative}
    region: {column: A}
    expect: %s
"""
QUARTERS = ["", "Q1 2023", "H1 2023", "9 months 2023", "2023"]


def values(result):
    return [value for _, _, value in figures(result)]


def test_a_figure_since_january_that_falls_is_told_with_its_neighbours(read):
    rows = [QUARTERS, ["Hill Region", 10, 200, 30, 40], ["River Region", 10, 20, 20, 19]]
    result = read(rows, PRODUCT % "{monotone: true}")
    assert len(result.observations) == 8
    first, second = result.issues
    assert (first.code, first.severity) == ("falls_within_year", "warning")
    assert (first.place.row, first.place.column) == (2, "C")
    assert first.found == "200 for 2023-H1, 10 for 2023-Q1 and 30 for 2023-01/2023-09"
    assert (second.place.row, second.place.column) == (3, "E")


def test_an_index_is_compared_with_the_months_around_it(read):
    table = PRODUCT.replace("product", "pulse").replace("CRN:6", "index_percent")
    rows = [
        ["", "Q1 2023", "H1 2023", "9 months 2023", "2023", "Q1 2024"],
        ["Hill Region", 104.0, 10.4, 105.0, 104.5, 199.0],
    ]
    result = read(rows, table % "{neighbours: 3, otherwise: set_aside}")
    assert values(result) == ["104", "105", "104.5", "199"]
    [issue] = result.issues
    assert (issue.code, issue.severity, issue.place.column) == (
        "unlike_neighbours",
        "set_aside",
        "C",
    )
    assert issue.found == "10.4 for 2023-H1, around it 104 and 105 and 104.5"


def test_amounts_since_january_are_compared_with_the_same_months_of_other_years(read):
    rows = [
        ["", "Q1 2023", "2023", "Q1 2024", "2024", "Q1 2025", "2025"],
        ["Hill Region", 10, 50, 11, 56, 120, 60],
    ]
    result = read(rows, PRODUCT % "{neighbours: 2}")
    told = [(issue.place.column, issue.found) for issue in result.issues]
    assert told == [("F", "120 for 2025-Q1, around it 10 and 11")]


def test_regions_that_do_not_add_up_can_refuse_a_file(read):
    rows = [
        ["", "2023", "2024"],
        ["Threelands", 60, 66],
        ["Hill Region", 10, 11],
        ["River Region", 20, 22],
        ["Lake Region", 30, 99],
    ]
    with pytest.raises(FileRefused) as refusal:
        read(rows, PRODUCT % "{regions_sum: true, otherwise: {regions_sum: refuse}}")
    assert "132 as the sum of 3 regions" in refusal.value.detail
    aside = read(rows, PRODUCT % "{regions_sum: true, otherwise: set_aside}")
    assert values(aside) == ["60", "10", "20", "30"]
    assert aside.tables[0].troubles.set_aside == 4


def test_regions_that_do_not_add_up_are_warned_of_once_by_default(read, threelands):
    rows = [
        ["", "2024"],
        ["Threelands", 66],
        ["Hill Region", 11],
        ["River Region", 22],
        ["Lake Region", 99],
    ]
    observations, issues = judged(read(rows, PRODUCT % "{regions_sum: true}"), threelands)
    assert len(observations) == 4
    assert [(issue.code, issue.severity) for issue in issues] == [("sum_differs", "warning")]


def test_too_few_figures_may_be_only_a_warning(read):
    rows = [["", "2023"], ["Hill Region", 10]]
    result = read(rows, PRODUCT % "{figures: 9, regions: 3, otherwise: warn}")
    assert values(result) == ["10"]
    assert {issue.code for issue in result.issues} == {"less_than_expected"}
    with pytest.raises(FileRefused):
        read(rows, PRODUCT % "{figures: 9, otherwise: set_aside}")


def test_a_range_may_refuse_or_warn_and_vouches_for_odd_sizes(read, threelands):
    table = PRODUCT.replace("product", "pulse").replace("CRN:6", "index_percent")
    rows = [["", "2023", "2024"], ["Hill Region", 1071, 3000]]
    result = read(rows, table % "{between: [0, 2000]}")
    observations, issues = judged(result, threelands)
    assert [str(each.value) for each in observations] == ["1071"]
    assert [(issue.code, issue.found) for issue in issues] == [("out_of_range", "3000")]
    with pytest.raises(FileRefused, match="is not what made-up expects"):
        read(rows, table % "{between: [0, 2000], otherwise: {between: refuse}}")


def test_without_a_range_what_cannot_be_is_set_aside(read, threelands):
    table = PRODUCT.replace("product", "pulse").replace("CRN:6", "index_percent")
    observations, issues = judged(
        read([["", "2023", "2024"], ["Hill Region", 1071, 107.1]], table % "{figures: 1}"),
        threelands,
    )
    assert [str(each.value) for each in observations] == ["107.1"]
    [issue] = issues
    assert (issue.severity, issue.place.column) == ("set_aside", "B")
    assert issue.row_text == "Hill Region | 1071 | 107.1"


@pytest.mark.parametrize(
    ("expect", "told"),
    [
        ("{neighbours: 1}", "how many times"),
        ("{otherwise: ignore}", "warn, set_aside or refuse"),
        ("{otherwise: {figures: set_aside}}", "warn, set_aside or refuse"),
        ("{monoton: true}", "monotone"),
    ],
)
def test_an_expectation_that_means_nothing_is_told(read, expect, told):
    with pytest.raises(BadRequest) as error:
        read(workbook([["", "2023"], ["Hill Region", 1]]), PRODUCT % expect)
    assert told in error.value.detail
