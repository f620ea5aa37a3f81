"""Does what is known fit a number as written, with its rounding and its hedge?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from esep.checking.judge.interval import HALF, HUNDRED, ZERO, Interval
from esep.model.claim import Hedge, Quantity, QuantityKind

EXACT, ROUNDED, CUT, LOOSE_HEDGE = "exact", "rounded", "cut", "loose_hedge"

ONE_DIGIT, NOT_BEYOND, COARSE_RANGE = "one_digit", "not_beyond", "coarse_range"
"""Notes: said with one digit; equal to the bound told; partly in the range."""

UNDERSTATED, OVERSTATED = "understated", "overstated"
"""Notes: far more than the lower bound told, or far less than the upper one."""

FAR_UNDERSTATED = "far_understated"

NEAR, FAR = Decimal("0.05"), Decimal("0.10")
"""How far `about` and `almost` reach, as shares of the number: plainly, and with a note."""

SMALL = 1000
"""Fewer things than this are counted, not rounded."""

FRACTIONS = tuple(
    Decimal(part) / Decimal(whole)
    for part, whole in (
        *((1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2)),
        *((3, 5), (2, 3), (3, 4), (4, 5), (9, 10)),
    )
)
_PER_CENT = frozenset({"percent", "index_percent", "percentage_point"})
_MULTIPLES: Mapping[str, Decimal] = MappingProxyType(
    {ROUNDED: Decimal("0.05"), LOOSE_HEDGE: Decimal("0.125")}
)
"""`Doubled` is 1.9 to 2.1 times, with a note 1.75 to 2.25."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a number stands for what is known."""

    reason: str
    note: str = ""


def fit(quantity: Quantity, known: Interval) -> Fit | None:
    """How the written number fits, or None. Both are in the same unit and notation."""
    if quantity.upper is not None:
        return _range(quantity, known)
    match quantity.kind:
        case QuantityKind.RANK:
            return _rank(quantity, known)
        case QuantityKind.YEAR:
            return Fit(EXACT) if known.value == quantity.number else None
        case QuantityKind.FRACTION:
            return _fraction(quantity, known)
        case QuantityKind.TIMES if quantity.quantum >= 1 and quantity.hedge is None:
            return _multiple(quantity, known)
    match quantity.hedge:
        case Hedge.OVER | Hedge.AT_LEAST:
            return _over(quantity, known)
        case Hedge.UNDER | Hedge.UP_TO:
            return _under(quantity, known)
        case Hedge.ALMOST:
            return _almost(quantity, known)
        case Hedge.ABOUT:
            return _about(quantity, known)
        case None:
            return _plain(quantity, known)


def step_of(quantity: Quantity) -> Decimal:
    """The granularity a writer chose: 6,600 goes in hundreds, `5 thousand` in thousands."""
    number, step = abs(quantity.number), quantity.quantum
    while number and not number % (step * 10):
        step *= 10
    return step


def next_coarser(quantity: Quantity) -> Decimal:
    """The next round number one granularity up: after 6,600 it is 7,000."""
    step = step_of(quantity) * 10
    return (quantity.number // step + 1) * step


# -- without a hedge -------------------------------------------------------------------------


def _plain(quantity: Quantity, known: Interval) -> Fit | None:
    number, quantum = quantity.number, quantity.quantum
    if known.value == number:
        return Fit(EXACT)
    if Interval.around(number, quantum).meets(known):
        half = quantum * HALF
        wide = quantity.written.scale > 0 and number and half / abs(number) > NEAR
        return Fit(ROUNDED, ONE_DIGIT if wide else "")
    if known.width == 0 and _is_cut(number, quantum, known.value):
        return Fit(CUT)
    if _may_be_coarse(quantity):
        step = step_of(quantity)
        if step > quantum and Interval.around(number, step).meets(known):
            return Fit(ROUNDED)
    if known.width and _is_cut(number, quantum, known.value):
        return Fit(CUT)
    return None


def _is_cut(number: Decimal, quantum: Decimal, known: Decimal) -> bool:
    """Whether the digits past the last one were dropped instead of rounded."""
    if number < 0:
        number, known = -number, -known
    return number <= known < number + quantum


def _may_be_coarse(quantity: Quantity) -> bool:
    """13 800 may be a round number; 53 schools, 2 000 at a place of one's own, may not."""
    if quantity.written.scale or quantity.written.decimals or abs(quantity.number) < SMALL:
        return False
    return quantity.kind in (QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.MEASURE)


# -- with a hedge ----------------------------------------------------------------------------


def _over(quantity: Quantity, known: Interval) -> Fit | None:
    number = quantity.number
    if known.high < number or (known.is_lower_bound and known.value < number):
        return None  # where only `over 6,600` is known, nobody knows of 6,680
    if known.value <= number:
        itself = quantity.hedge is Hedge.AT_LEAST and known.value == number
        # Rounded to the bound itself: `over 6,600` where the data have just that.
        return Fit(EXACT) if itself else Fit(LOOSE_HEDGE, NOT_BEYOND)
    if known.value <= number + step_of(quantity):
        return Fit(ROUNDED)
    if known.value <= next_coarser(quantity):
        return Fit(LOOSE_HEDGE, UNDERSTATED)
    return None


def is_far_understated(quantity: Quantity, known: Interval) -> bool:
    """True as written, but so far below that it misleads."""
    side = quantity.hedge and quantity.hedge.side
    return side is Hedge.OVER and known.value > next_coarser(quantity)


def _under(quantity: Quantity, known: Interval) -> Fit | None:
    number, value = quantity.number, known.value
    if known.is_upper_bound and value == number:
        return Fit(ROUNDED)
    if value == number:
        return Fit(EXACT) if quantity.hedge is Hedge.UP_TO else None
    if value > number:
        return None
    step = step_of(quantity)
    if number - step <= value:
        return Fit(ROUNDED)
    return Fit(LOOSE_HEDGE, "" if number - step * 10 <= value else OVERSTATED)


def _almost(quantity: Quantity, known: Interval) -> Fit | None:
    number, value = quantity.number, known.value
    if known.is_upper_bound and value == number:
        return Fit(ROUNDED)
    if value >= number:
        near = value <= number + quantity.quantum * HALF
        return Fit(LOOSE_HEDGE, NOT_BEYOND) if near else None
    if number - max(quantity.quantum, abs(number) * NEAR) <= value:
        return Fit(ROUNDED)
    return Fit(LOOSE_HEDGE) if number - abs(number) * FAR <= value else None


def _about(quantity: Quantity, known: Interval) -> Fit | None:
    number = quantity.number
    distance = abs(known.value - number)
    if not distance:
        return Fit(EXACT)
    if distance <= max(quantity.quantum, abs(number) * NEAR):
        return Fit(ROUNDED)
    return Fit(LOOSE_HEDGE) if distance <= abs(number) * FAR else None


# -- shapes of their own ---------------------------------------------------------------------


def _range(quantity: Quantity, known: Interval) -> Fit | None:
    assert quantity.upper is not None
    half = quantity.quantum * HALF
    low, high = sorted((quantity.number, quantity.upper))
    if known.within(low - half, high + half) or low - half <= known.value <= high + half:
        return Fit(ROUNDED)
    whole = Interval(low - half, low, high + half)
    return Fit(LOOSE_HEDGE, COARSE_RANGE) if whole.meets(known) else None


def _rank(quantity: Quantity, known: Interval) -> Fit | None:
    if known.value == quantity.number:
        return Fit(EXACT)
    # `Among the top three` is told with the bound of the places.
    side = quantity.hedge and quantity.hedge.side
    if side is Hedge.UNDER and ZERO < known.value < quantity.number:
        return Fit(ROUNDED)
    return None


def _multiple(quantity: Quantity, known: Interval) -> Fit | None:
    if known.value == quantity.number:
        return Fit(EXACT)
    for reason, share in _MULTIPLES.items():
        reach = quantity.number * share
        if Interval(quantity.number - reach, quantity.number, quantity.number + reach).meets(known):
            return Fit(reason)
    return None


def _fraction(quantity: Quantity, known: Interval) -> Fit | None:
    """A share in words stands for whatever is nearer to it than to any other such share."""
    scale = HUNDRED if quantity.unit in _PER_CENT else Decimal(1)
    number, value = quantity.number / scale, known.value / scale
    place = min(range(len(FRACTIONS)), key=lambda at: abs(FRACTIONS[at] - number))
    lower = FRACTIONS[place - 1] if place else ZERO
    upper = FRACTIONS[place + 1] if place + 1 < len(FRACTIONS) else Decimal(1)
    down, up = (number - lower) / 2, (upper - number) / 2
    if number - down <= value <= number + up:
        return Fit(ROUNDED if value != number else EXACT)
    if number - 2 * down <= value <= number + 2 * up:
        return Fit(LOOSE_HEDGE)
    return None
