"""For which periods is an indicator spoken of, by what the pack says is published?"""

from __future__ import annotations

from collections.abc import Mapping

from esep.model.indicator import Indicator, PeriodConvention


def spoken_conventions(indicators: Mapping[str, Indicator]) -> dict[str, PeriodConvention]:
    """An annual value whose volume index comes out by months is told of months as well."""
    spoken: dict[str, PeriodConvention] = {}
    for indicator in indicators.values():
        growth = indicators.get(indicator.real_growth)
        own = indicator.convention
        annual = own is PeriodConvention.ANNUAL
        spoken[indicator.id] = growth.convention if annual and growth else own
    return spoken
