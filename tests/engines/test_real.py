"""Is growth at current prices told apart from the real one, as the domain says?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from lands import indicator

from esep.errors import BadRequest
from esep.indicators.real import (
    deflated,
    implicit_deflator,
    is_volume_index,
    real_value,
    refuse_unless_deflatable,
)
from esep.model.indicator import IndicatorKind

YEAR = {"base": "same_period_previous_year"}
PRODUCT = indicator("product", prices="current")
PRICES = indicator("prices", IndicatorKind.INDEX, **YEAR)
VOLUME = indicator("volume", IndicatorKind.INDEX, prices="constant", **YEAR)


def test_wages_are_deflated_with_the_prices_of_their_quarter() -> None:
    # Turkistan, first quarter 2024 (domain notes 2.1): wages +10.3 %, prices 108.8
    assert round(deflated(Decimal("110.3"), Decimal("108.8")), 1) == Decimal("101.4")


def test_nominal_and_real_growth_give_the_prices_between_them() -> None:
    # Gross domestic product 2023 (domain notes 2.1)
    before, now = Decimal("103765518.2"), Decimal("119442289.7")
    prices = implicit_deflator(now / before * 100, Decimal("105.1"))
    assert round(prices, 1) == Decimal("109.5")
    # Both ways lead to one value at the prices of the year before.
    assert round(deflated(now, prices), 3) == round(real_value(before, Decimal("105.1")), 3)


def test_a_volume_index_is_told_from_an_index_of_prices() -> None:
    assert (is_volume_index(VOLUME), is_volume_index(PRICES)) == (True, False)


def test_what_cannot_be_deflated_is_refused_with_the_reason() -> None:
    refuse_unless_deflatable(PRODUCT, PRICES)
    december = indicator("december_prices", IndicatorKind.INDEX, base="december_previous_year")
    with pytest.raises(BadRequest, match="not at current prices"):
        refuse_unless_deflatable(VOLUME, PRICES)
    with pytest.raises(BadRequest, match="not an index"):
        refuse_unless_deflatable(PRODUCT, indicator("people"))
    with pytest.raises(BadRequest, match="not against the same period"):
        refuse_unless_deflatable(PRODUCT, december)
