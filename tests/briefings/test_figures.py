"""Is a fact printed with the digits that are known, once rounded, and no more?"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esep.briefings.figures import Figures, sign
from esep.model.fact import Comparison, Fact, Ranking
from esep.model.quantity import for_sentence, round_half_up
from esep.model.text import Name, Names
from esep.model.unit import Unit, UnitKind

MakeFact = Callable[..., Fact]
FiguresOf = Callable[[str], Figures]

NAMES = Names({"en": Name("thing")})
UNITS = st.sampled_from([UnitKind.MONEY, UnitKind.COUNT, UnitKind.MEASURE]).map(
    lambda kind: Unit("thing", kind, NAMES)
)


@given(
    digits=st.integers(1, 10**7),
    exponent=st.integers(-2, 12),
    unit=UNITS,
    decimals=st.integers(0, 3),
)
def test_nothing_finer_than_the_last_known_digit_is_printed(
    digits: int, exponent: int, unit: Unit, decimals: int
) -> None:
    quantum = Decimal(1).scaleb(exponent)
    printed = for_sentence(digits * quantum, unit, decimals=decimals, quantum=quantum)
    smallest_shown = Decimal(1).scaleb(printed.scale - printed.decimals)
    # A count below a thousand cannot be written with fewer digits than it has.
    assert smallest_shown >= quantum or (printed.decimals == 0 and printed.scale < exponent)


@given(
    value=st.decimals(0, 10**14, places=3, allow_nan=False, allow_infinity=False),
    unit=UNITS,
    decimals=st.integers(0, 3),
)
def test_what_is_printed_is_within_half_of_its_last_digit(
    value: Decimal, unit: Unit, decimals: int
) -> None:
    printed = for_sentence(value, unit, decimals=decimals)
    half = Decimal(1).scaleb(printed.scale - printed.decimals) / 2
    assert abs(printed.number.scaleb(printed.scale) - value) <= half


@pytest.mark.parametrize(
    ("value", "quantum", "said"),
    [
        ("5300", "100", {"en": "5.3 thousand", "ru": "5,3 тыс.", "kk": "5,3 мың"}),
        ("5300", "1", {"en": "5,300", "ru": "5 300", "kk": "5 300"}),
        ("136700", "100", {"en": "136.7 thousand", "ru": "136,7 тыс.", "kk": "136,7 мың"}),
        ("19506", "1", {"en": "19.5 thousand", "ru": "19,5 тыс.", "kk": "19,5 мың"}),
    ],
)
def test_a_round_number_stays_as_round_as_it_was_said(
    make_fact: MakeFact, figures_of: FiguresOf, value: str, quantum: str, said: dict[str, str]
) -> None:
    fact = make_fact(value, "person", decimals=0, quantum=quantum)
    for code, text in said.items():
        printed = figures_of(code).sentence(fact, form="bare").replace("\u00a0", " ")
        assert printed == text


def test_money_that_was_said_in_billions_is_not_made_exact(
    make_fact: MakeFact, figures_of: FiguresOf
) -> None:
    said = make_fact("5000000000", "CRN:9", quantum="1000000000", said_on=date(2024, 6, 14))
    counted = make_fact("5000000000", "CRN:6")
    assert figures_of("en").sentence(said) == "5\u00a0billion\u00a0crowns"
    assert figures_of("en").sentence(counted) == "5.0\u00a0billion\u00a0crowns"
    assert figures_of("en").table(said) == "5"


@pytest.mark.parametrize(
    ("value", "shown"), [("107.85", "107.9"), ("-4.65", "−4.7"), ("0.04", "0.0"), ("-0.04", "0.0")]
)
def test_halves_go_away_from_zero_and_nothing_is_minus_nothing(
    make_fact: MakeFact, figures_of: FiguresOf, value: str, shown: str
) -> None:
    fact = make_fact(value, "percent", comparison=Comparison.CHANGE)
    assert figures_of("en").table(fact) == shown


def test_growth_leaves_the_sign_to_the_verb(make_fact: MakeFact, figures_of: FiguresOf) -> None:
    fell = make_fact("-4.6", "percent", comparison=Comparison.CHANGE)
    index = make_fact("95.4", "index_percent")
    for fact in (fell, index):
        assert figures_of("en").sentence(fact, form="growth") == "4.6%"
        assert figures_of("kk").sentence(fact, form="growth", case="dative") == "4,6%-ға"
    points = make_fact("-0.5", "percentage_point", comparison=Comparison.CHANGE)
    assert figures_of("ru").sentence(points, form="growth") == "0,5\u00a0п.п."


def test_a_place_tells_among_how_many_where_that_is_known(
    make_fact: MakeFact, figures_of: FiguresOf
) -> None:
    ranking = Ranking(of=20, expected=20, ascending=False, ties=0)
    counted = make_fact("5", "rank", comparison=Comparison.RANK, decimals=0, ranking=ranking)
    said = make_fact("5", "rank", comparison=Comparison.RANK, decimals=0)
    texts = {
        "en": ("5th of 20 regions", "5th"),
        "ru": ("5-е место из 20 регионов", "5-е место"),
        "kk": ("20 өңірдің ішінде 5-орын", "5-орын"),
    }
    for code, (full, alone) in texts.items():
        assert figures_of(code).sentence(counted).replace("\u00a0", " ") == full
        assert figures_of(code).sentence(said).replace("\u00a0", " ") == alone
        assert figures_of(code).table(counted) == "5"


def test_a_cell_prints_in_the_multiple_of_its_column(
    make_fact: MakeFact, figures_of: FiguresOf
) -> None:
    fact = make_fact("5322132000000", "CRN:6")
    assert figures_of("en").table(fact) == "5,322,132.0"
    assert figures_of("ru").table(fact).replace("\u00a0", " ") == "5 322 132,0"
    assert figures_of("kk").sentence(fact).replace("\u00a0", " ") == "5,3 трлн крон"


def test_a_change_in_a_cell_shows_its_sign_and_its_unit(
    make_fact: MakeFact, figures_of: FiguresOf
) -> None:
    percent = make_fact("2.65", "percent", comparison=Comparison.CHANGE)
    points = make_fact("-1.04", "percentage_point", comparison=Comparison.GAP)
    assert figures_of("en").signed(percent) == "+2.7%"
    assert figures_of("en").signed(points) == "−1.0\u00a0pp"
    assert figures_of("en").signed(points, bare=True) == "−1.0"


@pytest.mark.parametrize(
    ("number", "one"), [("1", True), ("21", True), ("11", False), ("5", False)]
)
def test_russian_verbs_agree_with_the_last_word_of_a_number(
    make_fact: MakeFact, figures_of: FiguresOf, number: str, one: bool
) -> None:
    assert figures_of("ru").is_one(make_fact(number, "project", decimals=0)) is one


@given(st.decimals(-1000, 1000, places=2, allow_nan=False, allow_infinity=False))
def test_a_sign_is_up_down_or_flat(value: Decimal) -> None:
    rounded = round_half_up(value, 1)
    shown = re.sub(r"[-0.]", "", str(rounded))
    assert (sign(rounded) == "flat") is (shown == "")
