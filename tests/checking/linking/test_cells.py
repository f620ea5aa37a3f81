"""A bare number in a table takes its unit from the heads of its cell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from esep.checking.linking.cells import with_unit
from esep.language.reading.quantities import quantities
from esep.model.claim import Quantity
from esep.model.passage import Sentence
from tests.language.reading.tenge import TENGE


def bare(text: str, language: str = "en") -> Quantity:
    (quantity,) = quantities(text, Sentence(0, len(text), language, 0), money=TENGE)
    return quantity


HEADS = [
    ("103.3", ("Industry", "Region, %"), "percent", "103.3"),
    ("737.7", ("Investment, billion tenge", "Value"), "KZT", "737700000000"),
    ("13.8", ("Places in schools built, thousand places", "Value"), "place", "13800"),
    ("0.3", ("Industry, %", "Difference, pp"), "percentage_point", "0.3"),
    ("6", ("Gross regional product, million tenge", "Place"), "rank", "6"),
    ("7", ("Number of zones", "Value"), "count", "7"),
]


@pytest.mark.parametrize(("text", "heads", "unit", "number"), HEADS)
def test_the_column_is_asked_before_the_row(
    text: str, heads: tuple[str, ...], unit: str, number: str
) -> None:
    found = with_unit(bare(text), heads, "en", TENGE)
    assert (found.unit, found.number) == (unit, Decimal(number))


def test_a_unit_in_the_cell_is_kept() -> None:
    found = with_unit(bare("20.2%"), ("Investment, million tenge", "Value"), "en", TENGE)
    assert found.unit == "percent"
