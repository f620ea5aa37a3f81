"""Rounding and hedges, row by row of the table."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esep.checking.judge.fit import fit, is_far_understated
from esep.checking.judge.interval import Interval, growth, ratio
from esep.model.claim import QuantityKind
from tests.checking.judge.making import quantity


def of(number: str, unit: str = "KZT", known: str = "0", quantum: str = "0", **how: Any) -> str:
    """The reason for which the number fits, with its note if any; empty where it does not."""
    written = quantity(number, unit, **how)
    data = Interval.around(Decimal(known), Decimal(quantum))
    found = fit(written, data)
    return "" if found is None else " ".join(part for part in (found.reason, found.note) if part)


# -- without a hedge -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "scale", "known", "reason"),
    [
        ("446.7", 9, "446700000000", "exact"),
        ("446.7", 9, "446749999999", "rounded"),
        ("446.7", 9, "446650000000", "rounded"),
        ("446.7", 9, "446750000000", "rounded"),  # either tie rule is honest
        ("446.7", 9, "446790000000", "cut"),
        ("446.7", 9, "446600000000", ""),
        ("5", 12, "5322132000000", "rounded one_digit"),
        ("5", 12, "5600000000000", "cut"),
        ("5", 12, "4499000000000", ""),
        ("5.0", 12, "5322132000000", ""),
        ("6.3", 0, "6.4", ""),
    ],
)
def test_half_a_unit_of_the_last_digit_decides(
    number: str, scale: int, known: str, reason: str
) -> None:
    assert of(number, known=known, scale=scale) == reason


def test_zeros_at_the_end_of_a_large_number_may_be_rounding() -> None:
    assert of("13800", "count", "13812") == "rounded"
    assert of("13800", "count", "13851") == ""
    assert of("13812", "count", "13813") == ""


def test_few_things_are_counted_to_the_last() -> None:
    assert of("50", "count", "53") == ""
    assert of("207", "count", "207") == "exact"
    assert of("900", "count", "940") == ""


def test_figures_known_less_exactly_than_written_meet_where_they_overlap() -> None:
    assert of("5.2", known="5", quantum="1", scale=0) == "rounded"
    # "5 trillion" and "6 trillion" only touch.
    assert of("6", known="5", quantum="1", scale=0) == ""


# -- hedges ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ("6601", "rounded"),
        ("6700", "rounded"),
        ("6600", "loose_hedge not_beyond"),
        ("6701", "loose_hedge understated"),
        ("7000", "loose_hedge understated"),
        ("6599", ""),
        ("7001", ""),
    ],
)
def test_over_reaches_one_step_of_its_own_granularity(known: str, reason: str) -> None:
    assert of("6600", "hectare", known, hedge="over") == reason


def test_over_far_below_the_truth_is_told_apart() -> None:
    written = quantity("6600", "hectare", hedge="over")
    assert is_far_understated(written, Interval.around(Decimal(7500), None))
    assert not is_far_understated(written, Interval.around(Decimal(6900), None))


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ("690", "rounded"),
        ("686", "rounded"),
        ("660", "loose_hedge"),
        ("648", ""),
        ("722", "loose_hedge not_beyond"),
        ("723", ""),
    ],
)
def test_nearly_reaches_five_per_cent_down_and_ten_with_a_note(known: str, reason: str) -> None:
    assert of("722", "km", known, hedge="almost") == reason


@pytest.mark.parametrize(
    ("hedge", "known", "reason"),
    [
        ("under", "700", ""),
        ("under", "699", "rounded"),
        ("under", "600", "rounded"),
        ("under", "400", "loose_hedge"),
        ("under", "90", "loose_hedge"),
        ("up_to", "701", ""),
        ("up_to", "700", "exact"),
        ("up_to", "620", "rounded"),
        ("up_to", "590", "loose_hedge"),
        ("at_least", "699", ""),
        ("at_least", "700", "exact"),
        ("at_least", "800", "rounded"),
        ("at_least", "990", "loose_hedge understated"),
        ("at_least", "1001", ""),
    ],
)
def test_a_bound_is_kept_and_the_number_itself_only_where_the_words_take_it_in(
    hedge: str, known: str, reason: str
) -> None:
    assert of("700", "hectare", known, hedge=hedge) == reason


@pytest.mark.parametrize(
    ("written", "reason"),
    [("6600", "loose_hedge not_beyond"), ("6680", ""), ("6700", ""), ("6500", "rounded")],
)
def test_of_what_is_only_known_to_be_over_nothing_higher_is_right(
    written: str, reason: str
) -> None:
    known = Interval(Decimal(6600), Decimal(6600), Decimal(6700))
    found = fit(quantity(written, "hectare", hedge="over"), known)
    assert (f"{found.reason} {found.note}".strip() if found else "") == reason


@pytest.mark.parametrize(
    ("known", "reason"),
    [("100", "exact"), ("105", "rounded"), ("95", "rounded"), ("110", "loose_hedge"), ("89", "")],
)
def test_about_reaches_five_per_cent_and_ten_with_a_note(known: str, reason: str) -> None:
    assert of("100", "count", known, hedge="about") == reason


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ("25000", "rounded"),
        ("30400", "rounded"),
        ("24400", ""),
        ("30600", ""),
    ],
)
def test_a_range_holds_what_lies_between_its_ends(known: str, reason: str) -> None:
    assert of("25", "tonne", known, scale=3, upper="30") == reason


def test_a_range_that_meets_an_unsure_value_is_noted() -> None:
    assert of("25", "tonne", "32000", "4000", scale=3, upper="30") == "loose_hedge coarse_range"


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ("2", "exact"),
        ("1.9", "rounded"),
        ("2.1", "rounded"),
        ("1.75", "loose_hedge"),
        ("2.25", "loose_hedge"),
        ("1.7", ""),
        ("2.4", ""),
    ],
)
def test_doubled_is_near_two(known: str, reason: str) -> None:
    assert of("2", "times", known) == reason


def test_so_many_times_with_a_decimal_is_rounded_like_any_number() -> None:
    assert of("1.5", "times", "1.45") == "rounded"
    assert of("1.5", "times", "1.549") == "rounded"
    assert of("1.5", "times", "1.44") == ""


@pytest.mark.parametrize(
    ("known", "reason"),
    [("0.3333", "rounded"), ("0.30", "rounded"), ("0.36", "rounded"), ("0.38", "loose_hedge"),
     ("0.45", "")],
)  # fmt: skip
def test_a_third_is_nearer_than_any_other_simple_part(known: str, reason: str) -> None:
    third = str(Decimal(1) / 3)
    assert of(third, "times", known, kind=QuantityKind.FRACTION) == reason


def test_half_may_be_told_in_per_cent() -> None:
    assert of("50", "percent", "53", kind=QuantityKind.FRACTION) == "rounded"
    assert of("50", "percent", "62", kind=QuantityKind.FRACTION) == ""


def test_a_rank_is_exact_unless_it_is_the_bound_of_the_leaders() -> None:
    assert of("5", "rank", "5") == "exact"
    assert of("5", "rank", "4") == ""
    assert of("3", "rank", "2", hedge="under") == "rounded"
    assert of("3", "rank", "4", hedge="under") == ""


# -- rounding as a law -----------------------------------------------------------------------

VALUES = st.decimals(min_value="0.001", max_value="99999999999", places=3)


@given(value=VALUES, digits=st.integers(0, 3), scale=st.sampled_from([0, 3, 6, 9]))
def test_what_is_rounded_rightly_is_never_contradicted(
    value: Decimal, digits: int, scale: int
) -> None:
    known = Interval.around(value.scaleb(scale), None)
    for rule in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN):
        written = value.quantize(Decimal(1).scaleb(-digits), rounding=rule)
        assert fit(quantity(str(written), "KZT", scale=scale), known) is not None


@given(value=VALUES, digits=st.integers(0, 3), steps=st.integers(1, 1000))
def test_what_is_off_by_more_than_a_unit_fits_only_as_a_round_number(
    value: Decimal, digits: int, steps: int
) -> None:
    unit = Decimal(1).scaleb(-digits)
    written = value.quantize(unit, rounding=ROUND_DOWN) + unit * (steps + 1)
    found = fit(quantity(f"{written:f}", "percent"), Interval.around(value, None))
    assert found is None


def test_growth_of_two_rounded_levels_is_as_wide_as_their_rounding_makes_it() -> None:
    earlier = Interval.around(Decimal("3.4"), Decimal("0.1"))
    later = Interval.around(Decimal(6), Decimal(1))
    factor = ratio(later, earlier)
    assert factor is not None
    assert round(factor.low, 2) == Decimal("1.59")
    assert round(factor.high, 2) == Decimal("1.94")
    told = growth(later, earlier)
    assert told is not None
    assert round(told.value, 1) == Decimal("76.5")
    assert fit(quantity("1.8", "times"), factor) is not None
    assert ratio(later, Interval.around(Decimal(0), None)) is None
