"""What do the cards of a register add up to on a day: per region, and split by a field?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from esep.model.fact import CARDS, MADE_UP, Cell, Comparison, Fact
from esep.model.indicator import Indicator
from esep.model.observation import EstimateStage, Place
from esep.model.period import Period
from esep.model.register import Card, Change, FieldKind, Register, RollUp
from esep.model.unit import ScaledUnit
from esep.tracking.cards import SYNTHETIC

NONE = "none"
"""The part of a split whose cards say nothing in that field."""

_AMOUNTS = (FieldKind.NUMBER, FieldKind.MONEY)

SPLITS = (FieldKind.STAGE, FieldKind.CHOICE, FieldKind.CARD, FieldKind.TEXT, FieldKind.DAY,
          FieldKind.YEAR, FieldKind.FLAG, FieldKind.REGION)  # fmt: skip
"""Kinds of fields that sums may be split by; days are split by their year."""


@dataclass(slots=True)
class Sum:
    """One figure computed from cards, with every card it rests on.

    `left_out` counts cards that belong but have no usable amount, by the reason: a sum over
    cards without their cost is not the cost of the register, and says so.
    """

    roll_up: RollUp
    region: str
    period: Period
    synthetic: bool = False
    """Whether its cards were made up: they are never added to real ones."""
    split: str = ""
    """The field it is a part by, and of which value: `stage`, `design`."""
    part: str = ""
    value: Decimal = Decimal(0)
    cards: list[Card] = field(default_factory=list)
    by_stage: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)


Above = Callable[[str], Iterable[str]]
"""A region with those it lies in, the country last."""


def roll_up(
    register: Register, cards: Iterable[Card], on: date, *, above: Above, by: str = ""
) -> list[Sum]:
    """Every roll-up of a register per region and period, in a fixed order.

    A card counts once in each territory it lies in, however many zones or programmes it names.
    Split `by` a field, it counts in each value that it has there.
    """
    sums: dict[tuple[str, str, Period, bool, str], Sum] = {}
    cards = sorted((card for card in cards if not card.vanished), key=lambda card: card.id)
    stage_field = register.stage_field
    stages = [card.text(stage_field) if stage_field else "" for card in cards]
    for each in register.roll_ups:
        for card, stage in zip(cards, stages, strict=True):
            if not _belongs(register, each, card, stage):
                continue
            period = _period(each, card, on)
            if period is None:
                continue
            synthetic = bool(card.values.get(SYNTHETIC))
            for region in _regions(register, card, above):
                for part in _parts(register, card, by):
                    key = (each.indicator, region, period, synthetic, part)
                    if (total := sums.get(key)) is None:
                        total = sums[key] = Sum(each, region, period, synthetic, by, part)
                    _add(register, total, card, stage)
    return [sums[key] for key in sorted(sums)]


def _belongs(register: Register, each: RollUp, card: Card, stage: str) -> bool:
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
    if not day or (day > on.isoformat() and not each.ahead):
        return None
    return Period.year(int(day[:4]))


def _regions(register: Register, card: Card, above: Above) -> Iterator[str]:
    region = card.text(register.region) if register.region else ""
    if region:
        yield from above(region)


def _parts(register: Register, card: Card, by: str) -> Iterable[str]:
    if not by:
        return ("",)
    values = card.texts(by) or (NONE,)
    if register.fields[by].kind is FieldKind.DAY:
        return dict.fromkeys(each[:4] for each in values)
    return dict.fromkeys(values)


def _add(register: Register, total: Sum, card: Card, stage: str) -> None:
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
    if stage:
        total.by_stage[stage] += 1


def fact_of(total: Sum, register: Register, indicator: Indicator, on: date) -> Fact:
    """The statement a sum supports; its inputs are the cards, one by one."""
    each = total.roll_up
    what = f"sum of {each.sums} over " if each.sums else ""
    stages = ", ".join(f"{count} {stage}" for stage, count in sorted(total.by_stage.items()))
    left = ", ".join(f"{count} {why}" for why, count in sorted(total.left_out.items()))
    formula = f"{what}{len(total.cards)} {'made-up ' if total.synthetic else ''}cards"
    formula += f" of {register.id}"
    formula += f" with {total.split} {total.part}" if total.split else ""
    formula += f" ({stages})" if stages and total.split != register.stage_field else ""
    formula += f"; left out: {left}" if left else ""
    part = f":{total.split}={total.part}" if total.split else ""
    prefix = MADE_UP if total.synthetic else CARDS
    named = f"{prefix}:{indicator.id}:{total.region}:{total.period.code}{part}"
    return Fact(
        id=f"{named}@{on.isoformat()}",
        indicator=indicator.id,
        region=total.region,
        region_version="",
        period=total.period,
        comparison=Comparison.LEVEL,
        value=total.value,
        unit=ScaledUnit(indicator.unit.unit_id, indicator.unit.scale),
        decimals=indicator.decimals,
        stage=EstimateStage.ADMINISTRATIVE,
        vintage=on,
        inputs=tuple(card_id(register, card, each.sums) for card in total.cards),
        formula=formula,
    )


def card_id(register: Register, card: Card, field: str) -> str:
    """`card:projects:P-1:cost@3`: one field of one card at one version."""
    return f"card:{register.id}:{card.id}:{field or 'id'}@{card.version}"


def fact_of_card(
    register: Register, card: Card, field: str, *, written: Change, unit: ScaledUnit
) -> Fact:
    """One card as what a figure was made of; its cell is the change that wrote the value.

    What is no number, a deadline or an id, counts as one and is told in words.
    """
    told = card.text(field)
    counts = field in register.fields and register.fields[field].kind not in _AMOUNTS
    text, what = ("1", f"{field} {told} of ") if counts else (told or "1", "")
    made_up = "made up; " if card.values.get(SYNTHETIC) else ""
    why = f": {written.why}" if written.why else ""
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
        cell=Cell(f"register {register.id}", Place(written.origin), text, unit, card.changed),
        formula=f"{made_up}{what}card {card.id}, set by change {written.number} (version "
        f"{written.version}) of {written.on} by {written.who}{why}",
        label=card.text(register.title) or card.id,
    )
