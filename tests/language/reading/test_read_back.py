"""What esep writes in a language it reads back: the same value in the same unit."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import esep
from esep.catalog import load_catalog
from esep.language import CODES, language
from esep.language.reading.quantities import quantities
from esep.model.claim import Quantity, QuantityKind
from esep.model.passage import Sentence
from esep.model.quantity import Printed
from esep.model.unit import Unit, UnitKind
from tests.language.reading.tenge import TENGE

PACK = Path(esep.__file__).parent / "packs" / "kazakhstan"
UNITS = tuple(load_catalog(str(PACK)).units.values())
# Units the checker knows by name; everything else is counted, or only its words are kept.
NAMED = {"KZT", "USD", "percent", "percentage_point", "times", "rank"}
MEASURES = {"tonne", "hectare", "km", "m2"}
COUNTED = {"count", "person", "place"}
DURATIONS = {"day"}
PRICED = {"loan", "vehicle"}
"""Nobody counts them by the billion: a billion of loans is a billion of money."""
# "8 миллион адамға" is said of eight million people too: only a decimal tells a rate apart.
AMBIGUOUS = {("per_million", "kk"), ("toe_per_1000_usd", "kk")}


def expected_units(unit: Unit) -> set[str]:
    if unit.id == "index_percent":
        return {"percent", "index_percent"}
    if unit.id in NAMED | MEASURES:
        # "10 раз" alone may also be ten occasions; "в 10 раз" is no such.
        return {unit.id, "count"} if unit.id == "times" else {unit.id}
    if unit.id in DURATIONS:
        return {"other", "count"}
    return {"other"} if unit.kind is UnitKind.MEASURE else COUNTED


def read(text: str, code: str) -> list[Quantity]:
    return list(quantities(text, Sentence(0, len(text), code, 0), money=TENGE))


def scales_of(unit: Unit) -> tuple[int, ...]:
    if unit.id in PRICED:
        return (0, 3, 6)
    if unit.kind in (UnitKind.MONEY, UnitKind.COUNT):
        return (0, 3, 6, 9, 12)
    return (0, 3, 6) if unit.id in MEASURES else (0,)


@st.composite
def printed(draw: st.DrawFn, unit: Unit) -> Printed:
    scale = draw(st.sampled_from(scales_of(unit)))
    whole = unit.kind is UnitKind.RANK or (unit.kind is UnitKind.COUNT and not scale)
    is_rate = unit.kind is UnitKind.MEASURE and unit.id not in MEASURES
    decimals = 0 if whole else draw(st.integers(1 if is_rate else 0, 2))
    digits = draw(st.integers(1, 40 if unit.kind is UnitKind.RANK else 999_999))
    return Printed(Decimal(digits).scaleb(-decimals), scale, decimals)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.id)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_quantity_is_read_back_in_every_case(unit: Unit, code: str, data: st.DataObject) -> None:
    if (unit.id, code) in AMBIGUOUS:
        return
    tongue = language(code)
    amount = data.draw(printed(unit))
    # A rate ends in "per so many": the phrase is closed and takes no case.
    cases = ("",) if unit.id.startswith("per_") else ("", *tongue.cases)
    text = tongue.quantity(
        amount,
        unit,
        case=data.draw(st.sampled_from(cases)),
        spelled=data.draw(st.booleans()),
    )
    if unit.kind is UnitKind.RANK and code == "en":
        text = f"The region ranks {text}"  # "3rd" alone may be the third of anything
    (found,) = read(text, code)
    assert found.number == amount.number.scaleb(amount.scale)
    assert found.unit in expected_units(unit)
    # A lone day is also the day of a list: "1 day", "1-й день".
    assert not found.not_claim or (unit.id in DURATIONS and found.number == 1)
    if unit.kind is not UnitKind.RANK:
        assert found.quantum == Decimal(1).scaleb(amount.scale - amount.decimals)
        assert (found.written.decimals, found.written.scale) == (amount.decimals, amount.scale)


@pytest.mark.parametrize("code", CODES)
@given(place=st.integers(1, 99), of=st.integers(2, 99))
def test_a_rank_is_read_back_and_the_number_of_those_ranked_is_no_claim(
    code: str, place: int, of: int
) -> None:
    text = language(code).rank(place, of)
    if code == "en":
        text = f"The region ranks {text}"
    stated = [each for each in read(text, code) if not each.not_claim]
    assert [(each.number, each.kind) for each in stated] == [(Decimal(place), QuantityKind.RANK)]


@pytest.mark.parametrize("code", CODES)
@given(value=st.decimals(-99_999, 99_999, places=1))
def test_the_sign_of_a_change_is_its_direction(code: str, value: Decimal) -> None:
    text = f"{language(code).signed(value, 1)}%"
    (found,) = read(text, code)
    assert found.number == abs(value)
    assert found.direction == (("up" if value > 0 else "down") if value else None)
