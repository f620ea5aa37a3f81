"""What holds in every language, whatever its grammar."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esep.errors import BadRequest, Defect, NotFound
from esep.language import Language, language
from esep.model.indicator import PeriodConvention
from esep.model.period import Period
from esep.model.quantity import Printed
from esep.model.unit import Unit

NBSP = "\u00a0"
PERIODS = (
    *("2023", "2024-H1", "2024-H2", "2024-Q1", "2024-Q2", "2024-04", "2024-01/2024-04"),
    *("2024-03/2024-05", "2023-10/2024-03", "2024-01-01", "2024/2030"),
)

decimals = st.integers(0, 4)
values = st.builds(
    lambda n, places: (Decimal(n).scaleb(-places), places),
    st.integers(-(10**18), 10**18),
    decimals,
)
printed = st.builds(
    lambda value, scale: Printed(value[0], scale, value[1]),
    values,
    st.sampled_from([0, 3, 6, 9, 12]),
)


def read_back(text: str, written_by: Language) -> Decimal:
    plain = text.replace(written_by.group_mark, "").replace(written_by.decimal_mark, ".")
    return Decimal(plain.replace(written_by.minus, "-"))


@given(value=values)
def test_a_written_number_reads_back_as_itself(
    value: tuple[Decimal, int], any_language: Language
) -> None:
    number, places = value
    text = any_language.number(number, places)
    assert read_back(text, any_language) == number
    assert len(text.partition(any_language.decimal_mark)[2]) == places


@given(value=values)
def test_groups_have_three_digits(value: tuple[Decimal, int], any_language: Language) -> None:
    text = any_language.number(*value).lstrip(any_language.minus)
    first, *others = text.partition(any_language.decimal_mark)[0].split(any_language.group_mark)
    assert 1 <= len(first) <= 3
    assert all(len(group) == 3 for group in others)


@given(value=values)
def test_a_change_shows_its_sign_unless_it_is_zero(
    value: tuple[Decimal, int], any_language: Language
) -> None:
    number, places = value
    text = any_language.signed(number, places)
    sign = "+" if number > 0 else any_language.minus if number < 0 else ""
    assert text == sign + any_language.number(abs(number), places)


def test_zero_has_no_sign(any_language: Language) -> None:
    assert any_language.number(Decimal("-0.0"), 1) == f"0{any_language.decimal_mark}0"
    assert any_language.signed(Decimal("-0.0"), 1) == f"0{any_language.decimal_mark}0"


def test_a_huge_and_a_tiny_value_are_written_in_full(any_language: Language) -> None:
    assert any_language.number(Decimal("1E+21"), 0).count(any_language.group_mark) == 7
    assert any_language.number(Decimal("1E-9"), 9).endswith("000000001")


@pytest.mark.parametrize("value", ["1.25", "1E-9", "NaN", "Infinity"])
def test_a_language_never_rounds(value: str, any_language: Language) -> None:
    with pytest.raises(Defect):
        any_language.number(Decimal(value), 1)


@given(number=printed, data=st.data())
def test_nothing_can_part_a_number_from_its_unit(
    number: Printed, data: st.DataObject, any_language: Language, units: Mapping[str, Unit]
) -> None:
    counted = sorted(units.keys() - {"rank", "percentage point", "job"})
    unit = units[data.draw(st.sampled_from(counted))]
    case = data.draw(st.sampled_from(["", *any_language.cases]))
    text = any_language.quantity(
        number, unit, case=case, bare=data.draw(st.booleans()), spelled=data.draw(st.booleans())
    )
    assert " " not in text
    assert NBSP * 2 not in text
    assert text == text.strip()


@given(number=printed)
def test_the_per_cent_sign_touches_its_number(
    number: Printed, any_language: Language, units: Mapping[str, Unit]
) -> None:
    text = any_language.quantity(number, units["percent"])
    assert text.endswith("%")
    assert text[-2] != NBSP


@given(number=printed)
def test_bare_quantity_is_the_beginning_of_the_full_one(
    number: Printed, any_language: Language, units: Mapping[str, Unit]
) -> None:
    bare = any_language.quantity(number, units["tonne"], bare=True)
    assert any_language.quantity(number, units["tonne"]).startswith(bare + NBSP)


@pytest.mark.parametrize("code", PERIODS)
def test_every_period_can_stand_in_every_case(code: str, any_language: Language) -> None:
    period = Period.parse(code)
    for case in ("", "in", "for", "against", "attributive", *any_language.cases):
        for convention in (None, PeriodConvention.CUMULATIVE):
            text = any_language.period(period, case=case, convention=convention)
            assert str(period.start.year) in text
            assert str(period.end.year) in text
            assert "  " not in text


def test_different_periods_have_different_texts(any_language: Language) -> None:
    texts = {any_language.period(Period.parse(code)) for code in PERIODS}
    assert len(texts) == len(PERIODS)


@pytest.mark.parametrize(("quarter", "months"), [("2024-Q1", "2024-01/2024-03")])
def test_a_cumulative_quarter_is_told_in_months(
    quarter: str, months: str, any_language: Language
) -> None:
    cumulative = PeriodConvention.CUMULATIVE
    told = any_language.period(Period.parse(quarter), convention=cumulative)
    assert told == any_language.period(Period.parse(months), convention=cumulative)
    assert told != any_language.period(Period.parse(quarter))


def test_the_second_quarter_is_a_quarter_in_any_convention(any_language: Language) -> None:
    period = Period.parse("2024-Q2")
    told = any_language.period(period, convention=PeriodConvention.CUMULATIVE)
    assert told == any_language.period(period)


@given(place=st.integers(1, 300), of=st.integers(1, 300))
def test_a_rank_names_the_place_and_the_number_of_places(
    place: int, of: int, any_language: Language, units: Mapping[str, Unit]
) -> None:
    for noun in (None, units["region"]):
        text = any_language.rank(place, of, noun=noun)
        assert str(place) in text
        assert str(of) in text


def test_lists_end_with_a_conjunction(any_language: Language) -> None:
    word = any_language.conjunction
    assert any_language.join([]) == ""
    assert any_language.join(["a"]) == "a"
    assert any_language.join(["a", "b"]) == f"a {word} b"
    assert any_language.join(["a", "b", "c"]) == f"a, b {word} c"


def test_an_unknown_case_is_refused_with_the_known_ones(any_language: Language) -> None:
    with pytest.raises(BadRequest, match="vocative") as refused:
        any_language.with_case("esep", "vocative")
    assert "genitive" in refused.value.hint


def test_a_scale_without_a_word_is_refused(
    any_language: Language, units: Mapping[str, Unit]
) -> None:
    with pytest.raises(Defect):
        any_language.quantity(Printed(Decimal(1), 4, 0), units["tonne"])


def test_a_place_has_no_fraction(any_language: Language, units: Mapping[str, Unit]) -> None:
    with pytest.raises(Defect):
        any_language.quantity(Printed(Decimal("3.7"), 0, 1), units["rank"])


def test_an_unknown_language_is_not_found() -> None:
    with pytest.raises(NotFound, match="'de'"):
        language("de")
