"""Periods in English press texts: prices, parts, plans of another month, pasts without one."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checking.periods.conftest import settled

LEAD = "The governor reported on January-May 2024.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LEAD + "He named a glass mill worth [35 billion|money].", ["- -"]),
        (
            LEAD + "Its plants sold products worth [35 billion|money].",
            ["2024-01/2024-05 inherited"],
        ),
        (LEAD + "[25 trams|plan] are due to arrive in September.", ["2024-09 explicit"]),
        (
            "[12 schools] were built.\n\nPeople came.\n\nIn 2023 [4 more] were opened.",
            ["- -", "2023 explicit"],
        ),
        (
            "This year [9 farms] came. [70 horses] were kept in 2023.\n\n[30 jobs] were created.",
            ["2024 explicit", "2023 explicit", "2024 inherited"],
        ),
        (
            "In 2023 [12 halls] were opened, with [7 more] under construction.",
            ["2023 explicit", "2024-06-14 implied"],
        ),
    ],
)
def test_a_figure_has_the_period_a_reader_gives_it(text: str, expected: list[str]) -> None:
    assert settled(text) == expected


def test_the_time_of_a_part_is_not_that_of_its_whole() -> None:
    text = "[31 projects|plan] are slated, of which [13|plan] are to open this year."
    assert settled(text, date(2024, 8, 19)) == ["- -", "2024 explicit"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[24 mills|plan] ([87 billion|money plan], [1.8 thousand jobs|plan]) are due in 2025.",
            ["2025 explicit", "2025 explicit", "2025 explicit"],
        ),
        ("Much is planned for 2025. [12 halls|plan] will be built.", ["2025 inherited"]),
        (
            "By 2026 [15 parks|plan topic:parks] are due. Output is to grow by [4%|yoy plan].",
            ["2024/2026 explicit", "2024 implied"],
        ),
        ("In July a new region appears. [12 halls] were built.", ["- -"]),
    ],
)
def test_a_bracket_and_a_plan_take_the_time_they_belong_to(text: str, expected: list[str]) -> None:
    assert settled(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "В этом году нашли работу [300 человек], а под крылом программы сейчас [40 семей].",
            ["2024 explicit", "2024-06-14 explicit"],
        ),
        (
            "За 2022–2023 годы сделаны [77 линий|topic:gas]. За то же время возвели [7 школ].",
            ["2022/2023 explicit", "2022/2023 inherited"],
        ),
        ("На стройке [семь].", ["2024-06-14 implied"]),
    ],
)
def test_a_russian_clause_keeps_its_time_or_takes_the_one_told(
    text: str, expected: list[str]
) -> None:
    assert settled(text) == expected


def test_a_report_of_february_is_about_the_year_before_even_when_this_year_is_told_first() -> None:
    text = "A mill will open this year, he said, presenting results of 2023.\n\n[9 schools] came."
    assert settled(text, date(2024, 2, 9)) == ["2023 inherited"]
    assert settled(text, date(2024, 6, 14)) == ["2024 inherited"]


@pytest.mark.parametrize(
    "text",
    [
        "[12 schools] are being built, along with [3 clinics].",
        "[12 schools] are being built, as well as [3 clinics].",
        "[12 schools] are under construction, and so are [3 clinics].",
    ],
)
def test_what_is_added_to_works_under_way_is_under_way(text: str) -> None:
    assert settled(LEAD + text) == ["2024-06-14 implied", "2024-06-14 implied"]


@pytest.mark.parametrize("price", ["their total cost being", "which together cost"])
def test_what_works_under_way_cost_is_of_the_day_too(price: str) -> None:
    text = LEAD + f"[12 mills] are in progress, {price} [9 billion|money]."
    assert settled(text) == ["2024-06-14 implied", "2024-06-14 implied"]
