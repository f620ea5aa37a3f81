"""How many digits of a value are printed, and in what multiple: one rule for every language."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from esep.model.unit import Unit, UnitKind

TRILLION, BILLION, MILLION, THOUSAND = 12, 9, 6, 3


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as it will be read: `number` x 10^`scale` units, with that many decimals."""

    number: Decimal
    scale: int
    decimals: int


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """Round halves away from zero, as statistical offices print (decision 0005)."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def for_sentence(
    value: Decimal, unit: Unit, *, decimals: int, quantum: Decimal | None = None
) -> Printed:
    """Choose the multiple and the decimals for running text (domain notes 8.3).

    `value` is in base units. `quantum` is the size of the last digit the source wrote, in base
    units: nothing finer than it is printed, so that "3.7 trillion" never becomes "3.70 trillion"
    and "5.3 thousand" never becomes "5,300".
    """
    size = abs(value)
    match unit.kind:
        case UnitKind.MONEY:
            scale = next((s for s in (TRILLION, BILLION, MILLION, THOUSAND) if size >= 10**s), 0)
            return _printed(value, scale, 1 if scale else decimals, quantum)
        case UnitKind.COUNT:
            coarse = quantum is not None and quantum > 1
            if size >= 10**6:
                return _printed(value, MILLION, 2, quantum)
            if size >= 10_000 or (coarse and size >= 1000):
                return _printed(value, THOUSAND, 1, quantum)
            return _printed(value, 0, 0, quantum)
        case _:
            return _printed(value, 0, decimals, quantum)


def exactly(value: Decimal, *, scale: int, decimals: int) -> Printed:
    """Print in a given multiple, as tables do."""
    return Printed(round_half_up(value.scaleb(-scale), decimals), scale, decimals)


def _printed(value: Decimal, scale: int, decimals: int, quantum: Decimal | None) -> Printed:
    if quantum is not None and quantum > 0:
        known = scale - quantum.adjusted()
        decimals = max(0, min(decimals, known))
    return Printed(round_half_up(value.scaleb(-scale), decimals), scale, decimals)
