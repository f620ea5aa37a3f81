"""Kazakh figures, example by example."""

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
    ("number", "scale", "decimals", "unit", "case", "expected"),
    [
        ("5.3", 12, 1, "tenge", "", "5,3 трлн теңге"),
        ("5.3", 12, 1, "tenge", "dative", "5,3 трлн теңгеге"),
        ("470", 9, 0, "tenge", "ablative", "470 млрд теңгеден"),
        ("136.7", 3, 1, "enterprise", "", "136,7 мың кәсіпорын"),
        ("13.8", 3, 1, "place", "locative", "13,8 мың орында"),
        ("5.3", 3, 1, "job", "accusative", "5,3 мың жұмыс орнын"),
        ("53", 0, 0, "school", "", "53 мектеп"),
        ("53", 0, 0, "school", "genitive", "53 мектептің"),
        ("207", 0, 0, "project", "dative", "207 жобаға"),
        ("19506", 0, 0, "tonne", "ablative", "19 506 тоннадан"),
        ("107.9", 0, 1, "percent", "", "107,9%"),
        ("107.9", 0, 1, "percent", "dative", "107,9%-ға"),
        ("-4.6", 0, 1, "percent", "accusative", "−4,6%-ды"),
        ("2.3", 0, 1, "percentage point", "dative", "2,3 пайыздық тармаққа"),
        ("2.1", 0, 1, "times", "", "2,1 есе"),
        ("5", 0, 0, "rank", "ablative", "5-орыннан"),
    ],
)
def test_quantity_takes_its_case_on_the_last_word(
    number: str,
    scale: int,
    decimals: int,
    unit: str,
    case: str,
    expected: str,
    kazakh: Language,
    units: Mapping[str, Unit],
) -> None:
    number_printed = Printed(Decimal(number), scale, decimals)
    assert plain(kazakh.quantity(number_printed, units[unit], case=case)) == expected


@pytest.mark.parametrize(
    ("number", "scale", "case", "expected"),
    [
        ("5", 12, "dative", "5 трлн-ға"),
        ("1", 12, "accusative", "1 трлн-ды"),
        ("5", 9, "dative", "5 млрд-қа"),
        ("5", 3, "ablative", "5 мыңнан"),
        ("107.9", 0, "dative", "107,9-ға"),
        ("2700", 0, "ablative", "2 700-ден"),
    ],
)
def test_bare_number_takes_its_case_as_it_is_read(
    number: str, scale: int, case: str, expected: str, kazakh: Language, units: Mapping[str, Unit]
) -> None:
    decimals = len(number.partition(".")[2])
    number_printed = Printed(Decimal(number), scale, decimals)
    written = kazakh.quantity(number_printed, units["tenge"], case=case, bare=True)
    assert plain(written) == expected


def test_spelled_quantity_has_no_hyphen(kazakh: Language, units: Mapping[str, Unit]) -> None:
    percent, trillion = Printed(Decimal("109.7"), 0, 1), Printed(Decimal(5), 12, 0)
    by_word = kazakh.quantity(percent, units["percent"], case="dative", spelled=True)
    assert plain(by_word) == "109,7 пайызға"
    bare = kazakh.quantity(trillion, units["tenge"], case="dative", bare=True, spelled=True)
    assert plain(bare) == "5 триллионға"


@pytest.mark.parametrize(
    ("code", "case", "expected"),
    [
        ("2024-01/2024-04", "", "2024 жылғы қаңтар–сәуір"),
        ("2024-01/2024-04", "in", "2024 жылғы қаңтар–сәуірде"),
        ("2024-01/2024-04", "genitive", "2024 жылғы қаңтар–сәуірдің"),
        ("2024-01/2024-04", "for", "2024 жылғы қаңтар–сәуір үшін"),
        ("2024-01/2024-04", "against", "2024 жылғы қаңтар–сәуірмен салыстырғанда"),
        ("2024-01/2024-04", "attributive", "2024 жылғы қаңтар–сәуірдегі"),
        ("2024-09", "in", "2024 жылғы қыркүйекте"),
        ("2024-08", "against", "2024 жылғы тамызбен салыстырғанда"),
        ("2023", "", "2023 жыл"),
        ("2023", "in", "2023 жылы"),
        ("2023", "attributive", "2023 жылғы"),
        ("2023", "genitive", "2023 жылдың"),
        ("2024-Q1", "", "2024 жылғы І тоқсан"),
        ("2024-Q2", "in", "2024 жылғы ІІ тоқсанда"),
        ("2024-H1", "in", "2024 жылғы І жартыжылдықта"),
        ("2024-01-01", "", "2024 жылғы 1 қаңтар"),
        ("2024-01-01", "in", "2024 жылғы 1 қаңтарға"),
        ("2024-01-01", "attributive", "2024 жылғы 1 қаңтардағы"),
        ("2024/2030", "", "2024–2030 жылдар"),
        ("2024/2030", "in", "2024–2030 жылдары"),
        ("2024/2030", "dative", "2024–2030 жылдарға"),
        ("2023-10/2024-03", "in", "2023 жылғы қазан – 2024 жылғы наурызда"),
    ],
)
def test_period_stands_in_its_case(code: str, case: str, expected: str, kazakh: Language) -> None:
    assert plain(kazakh.period(Period.parse(code), case=case)) == expected


def test_cumulative_half_year_is_january_to_june(kazakh: Language) -> None:
    period, cumulative = Period.parse("2024-H1"), PeriodConvention.CUMULATIVE
    told = kazakh.period(period, case="in", convention=cumulative)
    assert plain(told) == "2024 жылғы қаңтар–маусымда"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("", "20 өңірдің ішінде 5-орын"),
        ("dative", "20 өңірдің ішінде 5-орынға"),
        ("in", "20 өңірдің ішінде 5-орында"),
        ("ablative", "20 өңірдің ішінде 5-орыннан"),
        ("attributive", "20 өңірдің ішінде 5-орындағы"),
    ],
)
def test_rank_stands_in_its_case(
    case: str, expected: str, kazakh: Language, units: Mapping[str, Unit]
) -> None:
    assert plain(kazakh.rank(5, 20, case=case, noun=units["region"])) == expected


def test_rank_without_a_noun_reads_the_number(kazakh: Language) -> None:
    assert kazakh.rank(5, 20) == "20-ның ішінде 5-орын"
    assert kazakh.rank(5, 17) == "17-нің ішінде 5-орын"


def test_date_takes_its_case_on_the_month(kazakh: Language) -> None:
    day = datetime.date(2024, 6, 14)
    assert plain(kazakh.date(day)) == "2024 жылғы 14 маусым"
    assert plain(kazakh.date(day, case="dative")) == "2024 жылғы 14 маусымға"
    assert kazakh.date_short(day) == "14.06.2024"


def test_ordinal_joins_its_noun_with_a_hyphen(kazakh: Language) -> None:
    assert kazakh.ordinal(5) + "орын" == "5-орын"


def test_stored_form_wins_over_the_rule(kazakh: Language) -> None:
    name = Name("атау", forms={"dative": "атаққа", "locative": "атаулында"})
    assert kazakh.inflect(name, "dative") == "атаққа"
    assert kazakh.inflect(name, "ablative") == "атаудан"
    assert kazakh.inflect(name, "attributive") == "атаулындағы"


def test_table_heading_names_scale_and_unit(kazakh: Language, units: Mapping[str, Unit]) -> None:
    assert plain(kazakh.unit_label(units["tenge"], 9)) == "млрд теңге"
    assert plain(kazakh.unit_label(units["school"])) == "мектеп"
