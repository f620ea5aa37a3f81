"""Claims made by hand, for tests that read no text."""

from __future__ import annotations

from decimal import Decimal

from esep.model.claim import (
    Candidate,
    Claim,
    Direction,
    Hedge,
    PeriodSource,
    Quantity,
    QuantityKind,
    Written,
)
from esep.model.period import Period

KINDS = {
    "KZT": QuantityKind.MONEY,
    "USD": QuantityKind.MONEY,
    "percent": QuantityKind.PERCENT,
    "percentage_point": QuantityKind.POINTS,
    "index_percent": QuantityKind.INDEX,
    "times": QuantityKind.TIMES,
    "rank": QuantityKind.RANK,
    "year": QuantityKind.YEAR,
    "tonne": QuantityKind.MEASURE,
    "hectare": QuantityKind.MEASURE,
    "km": QuantityKind.MEASURE,
    "m2": QuantityKind.MEASURE,
    "other": QuantityKind.OTHER,
}


def quantity(
    number: str,
    unit: str = "count",
    *,
    scale: int = 0,
    text: str = "",
    digits: tuple[int, int] | None = None,
    start: int = 0,
    upper: str = "",
    hedge: str = "",
    direction: str = "",
    kind: QuantityKind | None = None,
    spelled: bool = False,
    marks: tuple[str, str] = ("", ""),
    unit_text: str = "",
    not_claim: str = "",
) -> Quantity:
    """A number as it was written: `quantity("3.7", "KZT", scale=12)`."""
    value = Decimal(number)
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    text = text or number
    first, last = digits or (0, len(text))
    return Quantity(
        start=start,
        end=start + len(text),
        text=text,
        number=value.scaleb(scale),
        quantum=Decimal(1).scaleb(exponent + scale),
        unit=unit,
        kind=kind or KINDS.get(unit, QuantityKind.COUNT),
        written=Written(start + first, start + last, -min(exponent, 0), scale, *marks, spelled),
        upper=Decimal(upper).scaleb(scale) if upper else None,
        unit_text=unit_text,
        hedge=Hedge(hedge) if hedge else None,
        direction=Direction(direction) if direction else None,
        not_claim=not_claim,
    )


def claim(
    of: Quantity,
    *,
    indicator: str = "",
    topic: str = "",
    region: str = "KZ-19",
    region_name: str = "",
    period: str = "",
    source: PeriodSource | None = PeriodSource.EXPLICIT,
    comparison: str = "",
    planned: bool = False,
    real: bool | None = None,
    label: str = "",
    language: str = "en",
    candidates: tuple[Candidate, ...] = (),
) -> Claim:
    return Claim(
        quantity=of,
        sentence=0,
        language=language,
        label=label,
        topic=topic,
        indicator=indicator,
        candidates=candidates,
        region=region,
        region_name=region_name,
        period=Period.parse(period) if period else None,
        period_source=source if period else None,
        comparison=comparison,
        planned=planned,
        real=real,
    )
