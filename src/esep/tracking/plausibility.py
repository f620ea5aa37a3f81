"""Which cards have a ratio that the rest of their register makes unlikely?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from esep.model.register import Card, FieldKind, Proportion, Register

FEWEST = 5
"""Fewer cards have no median worth the name."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A card whose ratio is far from the median of the register."""

    card: str
    proportion: Proportion
    ratio: Decimal
    median: Decimal

    @property
    def times(self) -> Decimal:
        """How many times the median, or its part where it is below."""
        return max(self.ratio / self.median, self.median / self.ratio)


def flags(register: Register, cards: Iterable[Card]) -> tuple[Flag, ...]:
    """Ratios beyond the factor of their proportion, the farthest first.

    Only cards that have both numbers count, money only within one currency: a median over
    tenge and dollars would be of nothing.
    """
    cards = [card for card in cards if not card.vanished]
    found: list[Flag] = []
    for proportion in register.proportions:
        for group in _by_currency(register, proportion, cards).values():
            found += _far(proportion, group)
    return tuple(sorted(found, key=lambda flag: (-flag.times, flag.card)))


def _by_currency(
    register: Register, proportion: Proportion, cards: Iterable[Card]
) -> dict[str, dict[str, Decimal]]:
    money = [
        register.fields[name]
        for name in (proportion.numerator, proportion.denominator)
        if register.fields[name].kind is FieldKind.MONEY
    ]
    groups: dict[str, dict[str, Decimal]] = {}
    for card in cards:
        above, below = card.text(proportion.numerator), card.text(proportion.denominator)
        if not above or not below or not Decimal(below) or not Decimal(above):
            continue
        currency = " ".join(card.text(name) for field in money for name in field.needs[:1])
        groups.setdefault(currency, {})[card.id] = Decimal(above) / Decimal(below)
    return groups


def _far(proportion: Proportion, ratios: dict[str, Decimal]) -> list[Flag]:
    if len(ratios) < FEWEST:
        return []
    middle = median(ratios.values())
    found = [Flag(card, proportion, ratio, middle) for card, ratio in ratios.items()]
    return [flag for flag in found if flag.times > proportion.factor]
