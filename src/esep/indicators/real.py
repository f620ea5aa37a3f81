"""What is left of a growth at current prices when prices are taken out?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from esep.errors import BadRequest
from esep.model.indicator import Indicator, IndicatorKind
from esep.model.observation import EstimateStage


@dataclass(frozen=True, slots=True)
class Deflated:
    """An estimate of ours with the index it was made with; never an official volume index."""

    value: Decimal
    deflator: str
    stage: EstimateStage = EstimateStage.ESTIMATE


def deflated(
    value: Decimal, of: Indicator, *, price_index: Decimal, deflator: Indicator
) -> Deflated:
    """A value or a growth index at the prices of the deflator's base."""
    if of.prices != "current":
        raise BadRequest(
            f"{of.id} is not at current prices", hint="what is real already is not deflated"
        )
    if deflator.kind is not IndicatorKind.INDEX or price_index <= 0:
        raise BadRequest(
            f"{deflator.id} is not a price index", hint="name an index of prices above zero"
        )
    return Deflated(value / price_index * 100, deflator.id)


def implicit_deflator(*, growth_index: Decimal, volume_index: Decimal) -> Decimal:
    """DEFLATOR = VALUE / IFO x 100: what prices did, given nominal and real growth."""
    if volume_index <= 0:
        raise BadRequest("a volume index is above zero", detail=str(volume_index))
    return growth_index / volume_index * 100
