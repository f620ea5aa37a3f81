"""What do the cards of a register add up to on a day: per region, and split by stage?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from esep.model.fact import Cell, Comparison, Fact
from esep.model.indicator import Indicator
from esep.model.observation import EstimateStage, Place
from esep.model.period import Period
from esep.model.register import Card, Register, RollUp
from esep.model.unit import ScaledUnit
from esep.tracking.cards import SYNTHETIC

PREFIX = "cards"


@dataclass(slots=True)
class Sum:
    """One figure computed from cards, with every card it rests on.

    `left_out` counts cards that belong but have no usable amount, by the reason: a sum over
    cards without their cost is not the cost of the register, and says so.
    """

    roll_up: RollUp
    region: str
    period: Period
    value: Decimal = Decimal(0)
    cards: list[Card] = field(default_factory=list)
    by_stage: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def synthetic(self) -> bool:
        """Whether any card of it was made up: then the sum is, too."""
        return any(card.values.get(SYNTHETIC) for card in self.cards)


Above = Callable[[str], Iterable[str]]
"""A region with those it lies in, the country last."""


def roll_up(register: Register, cards: Iterable[Card], on: date, *, above: Above) -> list[Sum]:
    """Every roll-up of a register per region and period, in a fixed order.

    A card counts once in each territory it lies in, however many zones or programmes it names.
    """
    sums: dict[tuple[str, str, str], Sum] = {}
    cards = sorted((card for card in cards if not card.vanished), key=lambda card: card.id)
    for each in register.roll_ups:
        for card in cards:
            if not _belongs(register, each, card):
                continue
            period = _period(each, card, on)
            if period is None:
                continue
            for region in _regions(register, card, above):
                key = (each.indicator, region, period.code)
                found = sums.setdefault(key, Sum(each, region, period))
                _add(register, found, card)
    return [sums[key] for key in sorted(sums)]


def _belongs(register: Register, each: RollUp, card: Card) -> bool:
    stage = card.text(register.stage_field) if register.stage_field else ""
    if each.stages:
        if stage not in each.stages:
            return False
    elif stage and register.stages[stage].side:
        return False  # suspended and cancelled things are no part of a total
    if each.filled and not card.texts(each.filled):
        return False
    return all(value in card.texts(name) for name, value in each.where.items())


def _period(each: RollUp, card: Card, on: date) -> Period | None:
    if not each.year_of:
        return Period.point(on)
    day = card.text(each.year_of)
    if not day or day > on.isoformat():
        return None
    return Period.year(int(day[:4]))


def _regions(register: Register, card: Card, above: Above) -> Iterator[str]:
    region = card.text(register.region) if register.region else ""
    if region:
        yield from above(region)


def _add(register: Register, total: Sum, card: Card) -> None:
    each = total.roll_up
    amount = card.text(each.sums) if each.sums else "1"
    if not amount:
        total.left_out[f"no {each.sums}"] += 1
        return
    if each.currency:
        named = register.fields[each.sums].needs
        currency = next((card.text(name) for name in named if card.text(name)), "")
        if currency != each.currency:
            total.left_out[f"in {currency or 'no currency'}"] += 1
            return
    total.value += Decimal(amount)
    total.cards.append(card)
    if register.stage_field:
        total.by_stage[card.text(register.stage_field)] += 1


def fact_of(total: Sum, register: Register, indicator: Indicator, on: date) -> Fact:
    """The statement a sum supports; its inputs are the cards, one by one."""
    each = total.roll_up
    what = f"sum of {each.sums}" if each.sums else "number of cards"
    stages = ", ".join(f"{count} {stage}" for stage, count in sorted(total.by_stage.items()))
    left = ", ".join(f"{count} {why}" for why, count in sorted(total.left_out.items()))
    formula = f"{what} over {len(total.cards)} cards of {register.id}"
    formula += f" ({stages})" if stages else ""
    formula += f"; left out: {left}" if left else ""
    formula += "; made up (synthetic)" if total.synthetic else ""
    unit = ScaledUnit(indicator.unit.unit_id, indicator.unit.scale)
    return Fact(
        id=f"{PREFIX}:{indicator.id}:{total.region}:{total.period.code}@{on.isoformat()}",
        indicator=indicator.id,
        region=total.region,
        region_version="",
        period=total.period,
        comparison=Comparison.LEVEL,
        value=total.value,
        unit=unit,
        decimals=indicator.decimals,
        stage=EstimateStage.ADMINISTRATIVE,
        vintage=on,
        inputs=tuple(card_id(register, card, each.sums) for card in total.cards),
        formula=formula,
        label=indicator.id,
    )


def card_id(register: Register, card: Card, field: str) -> str:
    """`card:projects:P-1:cost@3`: one field of one card at one version."""
    return f"card:{register.id}:{card.id}:{field or 'id'}@{card.version}"


def fact_of_card(
    register: Register, card: Card, field: str, *, origin: str, unit: ScaledUnit
) -> Fact:
    """One card as what a sum was made of; its cell is the row or act it was written by."""
    text = card.text(field) if field and field != "id" else "1"
    return Fact(
        id=card_id(register, card, "" if field == "id" else field),
        indicator="",
        region=card.text(register.region) if register.region else "",
        region_version="",
        period=None,
        comparison=Comparison.LEVEL,
        value=Decimal(text),
        unit=unit,
        decimals=0,
        stage=EstimateStage.ADMINISTRATIVE,
        vintage=card.changed,
        cell=Cell(f"register {register.id}", Place(origin), text, unit, card.changed),
        label=card.text(register.title) or card.id,
    )
