"""English figures, example by example."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal

import pytest

from esep.language import Language
from esep.model.indicator import PeriodConvention
from esep.model.period import Period
from esep.model.quantity import Printed
from esep.model.unit import Unit


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("number", "scale", "decimals", "unit", "expected"),
    [
        ("5.3", 12, 1, "tenge", "5.3 trillion tenge"),
        ("446.7", 9, 1, "tenge", "446.7 billion tenge"),
        ("19506", 0, 0, "tonne", "19,506 tonnes"),
        ("13.8", 3, 1, "place", "13.8 thousand places"),
        ("1", 3, 0, "place", "1 thousand places"),
        ("1", 0, 0, "project", "1 project"),
        ("-1", 0, 0, "project", "−1 project"),
        ("2", 0, 0, "project", "2 projects"),
        ("0", 0, 0, "project", "0 projects"),
        ("1.0", 0, 1, "tonne", "1.0 tonnes"),
        ("107.9", 0, 1, "percent", "107.9%"),
        ("-4.6", 0, 1, "percent", "−4.6%"),
        ("2.3", 0, 1, "percentage point", "2.3 percentage points"),
        ("2.1", 0, 1, "times", "2.1 times"),
        ("22", 0, 0, "rank", "22nd"),
    ],
)
def test_quantity_reads_as_in_a_report(
    number: str,
    scale: int,
    decimals: int,
    unit: str,
    expected: str,
    english: Language,
    units: Mapping[str, Unit],
) -> None:
    assert (
        plain(english.quantity(Printed(Decimal(number), scale, decimals), units[unit])) == expected
    )


@pytest.mark.parametrize(
    ("code", "case", "expected"),
    [
        ("2024-01/2024-04", "", "January–April 2024"),
        ("2024-01/2024-04", "in", "in January–April 2024"),
        ("2024-01/2024-04", "for", "for January–April 2024"),
        ("2024-01/2024-04", "against", "against January–April 2024"),
        ("2023", "in", "in 2023"),
        ("2024-Q1", "", "Q1 2024"),
        ("2024-H2", "in", "in H2 2024"),
        ("2024-04", "", "April 2024"),
        ("2024-01-01", "in", "as of 1 January 2024"),
        ("2024/2030", "in", "in 2024–2030"),
        ("2023-10/2024-03", "", "October 2023 – March 2024"),
    ],
)
def test_period_reads_as_in_a_report(
    code: str, case: str, expected: str, english: Language
) -> None:
    assert plain(english.period(Period.parse(code), case=case)) == expected


def test_cumulative_half_year_is_january_to_june(english: Language) -> None:
    told = english.period(Period.parse("2024-H1"), convention=PeriodConvention.CUMULATIVE)
    assert told == "January–June 2024"


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        *((1, "1st"), (2, "2nd"), (3, "3rd"), (5, "5th"), (11, "11th"), (12, "12th")),
        *((13, "13th"), (20, "20th"), (21, "21st"), (101, "101st"), (111, "111th")),
        (1002, "1,002nd"),
    ],
)
def test_ordinal_ends_as_it_is_read(n: int, expected: str, english: Language) -> None:
    assert english.ordinal(n) == expected


def test_rank_may_say_what_is_ranked(english: Language, units: Mapping[str, Unit]) -> None:
    assert plain(english.rank(5, 20)) == "5th of 20"
    assert plain(english.rank(5, 20, noun=units["region"])) == "5th of 20 regions"


def test_date_is_day_month_year(english: Language) -> None:
    day = datetime.date(2024, 6, 14)
    assert plain(english.date(day)) == "14 June 2024"
    assert plain(english.date_short(day)) == "14 Jun 2024"


def test_table_heading_names_scale_and_unit(english: Language, units: Mapping[str, Unit]) -> None:
    assert plain(english.unit_label(units["tenge"], 9)) == "billion tenge"
    assert plain(english.unit_label(units["project"])) == "projects"
    assert english.unit_label(units["percent"]) == "%"
