"""Russian figures, example by example."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal

import pytest

from esep.language import Language
from esep.model.indicator import PeriodConvention
from esep.model.period import Period
from esep.model.quantity import Printed
from esep.model.text import Name
from esep.model.unit import Unit


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        *((1, "1 проект"), (2, "2 проекта"), (4, "4 проекта"), (5, "5 проектов")),
        *((0, "0 проектов"), (11, "11 проектов"), (12, "12 проектов"), (14, "14 проектов")),
        *((21, "21 проект"), (22, "22 проекта"), (25, "25 проектов"), (101, "101 проект")),
        *((111, "111 проектов"), (113, "113 проектов"), (207, "207 проектов")),
        *((-1, "−1 проект"), (1001, "1 001 проект"), (1011, "1 011 проектов")),
    ],
)
def test_noun_agrees_with_its_number(
    n: int, expected: str, russian: Language, units: Mapping[str, Unit]
) -> None:
    assert plain(russian.quantity(Printed(Decimal(n), 0, 0), units["project"])) == expected


@pytest.mark.parametrize(
    ("number", "scale", "decimals", "unit", "expected"),
    [
        ("5.3", 12, 1, "tenge", "5,3 трлн тенге"),
        ("446.7", 9, 1, "tenge", "446,7 млрд тенге"),
        ("136.7", 3, 1, "enterprise", "136,7 тыс. предприятий"),
        ("13.8", 3, 1, "place", "13,8 тыс. мест"),
        ("1", 3, 0, "place", "1 тыс. мест"),
        ("19506", 0, 0, "tonne", "19 506 тонн"),
        ("1062", 0, 0, "tonne", "1 062 тонны"),
        ("2.5", 0, 1, "tonne", "2,5 тонны"),
        ("107.9", 0, 1, "percent", "107,9%"),
        ("-4.6", 0, 1, "percent", "−4,6%"),
        ("2.3", 0, 1, "percentage point", "2,3 п.п."),
        ("2.1", 0, 1, "times", "2,1 раза"),
        ("5", 0, 0, "rank", "5-е место"),
    ],
)
def test_quantity_reads_as_in_a_report(
    number: str,
    scale: int,
    decimals: int,
    unit: str,
    expected: str,
    russian: Language,
    units: Mapping[str, Unit],
) -> None:
    assert (
        plain(russian.quantity(Printed(Decimal(number), scale, decimals), units[unit])) == expected
    )


@pytest.mark.parametrize(
    ("number", "scale", "decimals", "unit", "expected"),
    [
        ("3.7", 12, 1, "tenge", "3,7 триллиона тенге"),
        ("5", 12, 0, "tenge", "5 триллионов тенге"),
        ("13.8", 3, 1, "place", "13,8 тысячи мест"),
        ("21", 3, 0, "place", "21 тысяча мест"),
        ("107.9", 0, 1, "percent", "107,9 процента"),
        ("5", 0, 0, "percent", "5 процентов"),
        ("2.3", 0, 1, "percentage point", "2,3 процентного пункта"),
        ("2", 0, 0, "percentage point", "2 процентных пункта"),
    ],
)
def test_words_written_in_full_agree_with_their_number(
    number: str,
    scale: int,
    decimals: int,
    unit: str,
    expected: str,
    russian: Language,
    units: Mapping[str, Unit],
) -> None:
    number_printed = Printed(Decimal(number), scale, decimals)
    assert plain(russian.quantity(number_printed, units[unit], spelled=True)) == expected


@pytest.mark.parametrize(
    ("number", "scale", "decimals", "unit", "expected"),
    [
        ("6600", 0, 0, "hectare", "6 600 гектаров"),
        ("21", 0, 0, "project", "21 проекта"),
        ("2", 0, 0, "project", "2 проектов"),
        ("2.5", 0, 1, "tonne", "2,5 тонны"),
        ("136.7", 3, 1, "enterprise", "136,7 тыс. предприятий"),
    ],
)
def test_after_over_the_noun_is_genitive(
    number: str,
    scale: int,
    decimals: int,
    unit: str,
    expected: str,
    russian: Language,
    units: Mapping[str, Unit],
) -> None:
    number_printed = Printed(Decimal(number), scale, decimals)
    assert plain(russian.quantity(number_printed, units[unit], case="genitive")) == expected


@pytest.mark.parametrize(
    ("code", "case", "expected"),
    [
        ("2024-01/2024-04", "", "январь–апрель 2024 г."),
        ("2024-01/2024-04", "in", "в январе–апреле 2024 г."),
        ("2024-01/2024-04", "for", "за январь–апрель 2024 г."),
        ("2024-01/2024-04", "against", "к январю–апрелю 2024 г."),
        ("2024-01/2024-04", "dative", "январю–апрелю 2024 г."),
        ("2024-01/2024-04", "genitive", "января–апреля 2024 г."),
        ("2024-01/2024-04", "instrumental", "январём–апрелем 2024 г."),
        ("2024-08", "in", "в августе 2024 г."),
        ("2023", "", "2023 год"),
        ("2023", "in", "в 2023 году"),
        ("2023", "for", "за 2023 год"),
        ("2023", "against", "к 2023 году"),
        ("2023", "genitive", "2023 года"),
        ("2024-Q1", "in", "в I квартале 2024 г."),
        ("2024-Q2", "in", "во II квартале 2024 г."),
        ("2024-Q2", "against", "ко II кварталу 2024 г."),
        ("2024-Q3", "in", "в III квартале 2024 г."),
        ("2024-H1", "for", "за I полугодие 2024 г."),
        ("2024-H2", "in", "во II полугодии 2024 г."),
        ("2024-01-01", "", "1 января 2024 г."),
        ("2024-01-01", "in", "на 1 января 2024 г."),
        ("2024/2030", "", "2024–2030 годы"),
        ("2024/2030", "in", "в 2024–2030 годах"),
        ("2023-10/2024-03", "in", "в октябре 2023 г. – марте 2024 г."),
    ],
)
def test_period_stands_in_its_case(code: str, case: str, expected: str, russian: Language) -> None:
    assert plain(russian.period(Period.parse(code), case=case)) == expected


def test_cumulative_half_year_is_january_to_june(russian: Language) -> None:
    period, cumulative = Period.parse("2024-H1"), PeriodConvention.CUMULATIVE
    told = russian.period(period, case="in", convention=cumulative)
    assert plain(told) == "в январе–июне 2024 г."


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("", "5-е место из 20"),
        ("genitive", "5-го места из 20"),
        ("dative", "5-му месту из 20"),
        ("accusative", "5-е место из 20"),
        ("instrumental", "5-м местом из 20"),
        ("prepositional", "5-м месте из 20"),
        ("locative", "на 5-м месте из 20"),
    ],
)
def test_rank_stands_in_its_case(case: str, expected: str, russian: Language) -> None:
    assert plain(russian.rank(5, 20, case=case)) == expected


@pytest.mark.parametrize(
    ("of", "expected"), [(20, "5-е место из 20 регионов"), (21, "5-е место из 21 региона")]
)
def test_rank_may_say_what_is_ranked(
    of: int, expected: str, russian: Language, units: Mapping[str, Unit]
) -> None:
    assert plain(russian.rank(5, of, noun=units["region"])) == expected


def test_date_keeps_its_year_mark_on_the_same_line(russian: Language) -> None:
    day = datetime.date(2024, 6, 14)
    assert russian.date(day) == "14\u00a0июня 2024\u00a0г."
    assert russian.date_short(day) == "14.06.2024"


def test_name_takes_its_stored_form_or_stays_plain(russian: Language) -> None:
    name = Name("область", forms={"genitive": "области"})
    assert russian.inflect(name, "genitive") == "области"
    assert russian.inflect(name, "dative") == "область"


def test_table_heading_names_scale_and_unit(russian: Language, units: Mapping[str, Unit]) -> None:
    assert plain(russian.unit_label(units["tenge"], 9)) == "млрд тенге"
    assert plain(russian.unit_label(units["enterprise"], 3)) == "тыс. предприятий"
    assert russian.unit_label(units["percentage point"]) == "п.п."


def test_after_a_decimal_the_plural_category_is_other(russian: Language) -> None:
    assert russian.plural_form(Decimal("1.0"), 1) == "other"
    assert russian.plural_form(Decimal("21"), 0) == "one"
