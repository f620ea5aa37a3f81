"""Can a figure be so large or so small, for what it counts?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from esep.catalog import Catalog
from esep.model.indicator import Indicator, IndicatorKind
from esep.model.issue import Severity
from esep.model.observation import Observation, Place
from esep.model.unit import ScaledUnit, UnitKind

_NEVER, _ALWAYS = Decimal("-Infinity"), Decimal("Infinity")
_ROUNDED = Decimal("0.5")
"""Shares that were rounded may add up to a little more than a hundred."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """What a figure of a kind usually is, and what it can be at all, as it is printed."""

    usual: tuple[Decimal, Decimal]
    possible: tuple[Decimal, Decimal]
    called: str = ""
    hint: str = "check the value"
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Odd:
    severity: Severity
    expected: str
    hint: str


ANY_SIZE = Sizes((_NEVER, _ALWAYS), (_NEVER, _ALWAYS))


def sizes_of(indicator: Indicator, unit: ScaledUnit, comparison: str, catalog: Catalog) -> Sizes:
    """The pack says it of its own indicators; else the kind of the unit does."""
    kind = catalog.units[unit.unit_id].kind
    if not comparison and indicator.between is not None:
        shift = indicator.unit.scale - unit.scale
        low, high = (bound.scaleb(shift) for bound in indicator.between)
        return Sizes((low, high), (low, high), f"a figure from {low:f} to {high:f}")
    if kind is UnitKind.INDEX:
        hint = "an index says 107.9 where growth is 7.9: check which of them this is"
        return _sizes((20, 500), (10, 1000), "an index between 20 and 500", hint)
    if kind is UnitKind.RANK:
        return Sizes(
            (Decimal(1), _ALWAYS),
            (Decimal(1), _ALWAYS),
            "a rank: a whole number from 1",
            whole=True,
        )
    hint = "check the value and the unit"
    if comparison == "share":
        possible = (-_ROUNDED, 100 + _ROUNDED)
        return _sizes((0, 100), possible, "a share from 0 to 100", hint)
    if kind is UnitKind.PERCENT and not comparison and indicator.kind is IndicatorKind.RATE:
        return _sizes((0, 100), (-100, 200), "a rate from 0 to 100 per cent", hint)
    if kind in (UnitKind.COUNT, UnitKind.MEASURE) and not comparison:
        if indicator.kind is IndicatorKind.STOCK:
            return Sizes(
                (Decimal(0), _ALWAYS),
                (Decimal(0), _ALWAYS),
                "a number of things, which is never negative",
            )
        return Sizes((Decimal(0), _ALWAYS), (_NEVER, _ALWAYS), "a count, which is seldom negative")
    return ANY_SIZE


def _sizes(
    usual: tuple[int, int],
    possible: tuple[int | Decimal, int | Decimal],
    called: str,
    hint: str,
) -> Sizes:
    return Sizes(
        (Decimal(usual[0]), Decimal(usual[1])),
        (Decimal(possible[0]), Decimal(possible[1])),
        called,
        hint,
    )


_RELEASE = "; if it is right, give the indicator 'between' in the pack and load the file again"


def odd_size(each: Observation, catalog: Catalog, vouched: Collection[Place] = ()) -> Odd | None:
    """What is odd about the size of a figure. Of cells a description vouches for nothing is."""
    indicator = catalog.indicators[each.key.indicator]
    sizes = sizes_of(indicator, each.unit, each.key.comparison, catalog)
    value = each.value
    if sizes.whole and value != value.to_integral_value():
        return Odd(Severity.SET_ASIDE, sizes.called, sizes.hint)
    if _within(value, sizes.usual) or each.place in vouched:
        return None
    if _within(value, sizes.possible):
        return Odd(Severity.WARNING, sizes.called, sizes.hint)
    release = "" if sizes.whole or each.key.comparison else _RELEASE
    return Odd(Severity.SET_ASIDE, sizes.called, sizes.hint + release)


def _within(value: Decimal, bounds: tuple[Decimal, Decimal]) -> bool:
    return bounds[0] <= value <= bounds[1]
