"""What is left of a growth at current prices when prices are taken out?"""

from __future__ import annotations

from decimal import Decimal

from esep.errors import BadRequest
from esep.model.indicator import YEAR_BEFORE, Indicator, IndicatorKind


def refuse_unless_deflatable(of: Indicator, by: Indicator) -> None:
    """BadRequest says why a value cannot be deflated with an index."""
    if of.prices != "current":
        raise BadRequest(
            f"{of.id} is not at current prices", hint="what is real already is not deflated"
        )
    if by.kind is not IndicatorKind.INDEX:
        raise BadRequest(
            f"{by.id} is not an index",
            detail=f"it is a {by.kind}",
            hint=f"name an index of prices, or the volume index {of.real_growth}"
            if of.real_growth
            else "name an index of prices or of volume",
        )
    if by.base != YEAR_BEFORE:
        raise BadRequest(
            f"{by.id} is not against the same period of the year before",
            detail=f"its base: {by.base or 'not said'}",
            hint="a growth against the year before is deflated with an index of that base",
        )


def is_volume_index(index: Indicator) -> bool:
    """Whether it says the real growth itself; otherwise it says what prices did."""
    return index.prices == "constant"


def deflated(value: Decimal, price_index: Decimal) -> Decimal:
    """A value or a growth index at the prices of the year before: an estimate of ours."""
    return value / price_index * 100


def real_value(before: Decimal, volume_index: Decimal) -> Decimal:
    """The value at the prices of the year before, by the volume index: VALUE0 x IFO / 100."""
    return before * volume_index / 100


def implicit_deflator(growth_index: Decimal, volume_index: Decimal) -> Decimal:
    """DEFLATOR = VALUE / IFO x 100: what prices did, given nominal and real growth."""
    return growth_index / volume_index * 100
