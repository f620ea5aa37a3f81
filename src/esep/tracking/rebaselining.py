"""Which promises of cards are other ones than they were on an earlier day?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from esep.model.fact import Cell, Comparison, Fact
from esep.model.observation import EstimateStage, Place
from esep.model.register import Card, Change, Field, FieldKind, Register
from esep.model.unit import ScaledUnit
from esep.store.registers import fold_changes

PLAIN = ScaledUnit("count")


@dataclass(frozen=True, slots=True)
class Moved:
    """A field whose first value is kept, with what stood in it: at first, then, and now."""

    card: Card
    field: Field
    first: Fact
    was: Fact
    now: Fact


def moved(
    register: Register, logs: Mapping[str, Sequence[Change]], *, since: date, on: date
) -> Iterator[Moved]:
    """Every promise that changed after one day and by another, card by card."""
    fields = [each for each in register.fields.values() if each.baseline]
    for id in sorted(logs):
        before, after = fold_changes(logs[id], on=since), fold_changes(logs[id], on=on)
        if before is None or after is None or after.vanished:
            continue
        for field in fields:
            was, now = before.text(field.id), after.text(field.id)
            if was and now and was != now:
                written = _written(logs[id], field.id, on)
                yield Moved(
                    after,
                    field,
                    _told(register, after, field, written[0]),
                    _told(register, after, field, _of(written, since)),
                    _told(register, after, field, written[-1]),
                )


def _written(log: Iterable[Change], field: str, on: date) -> list[Change]:
    found = [each for each in log if each.values.get(field) is not None and each.on <= on]
    return sorted(found, key=lambda each: (each.on, each.number))


def _of(written: Iterable[Change], day: date) -> Change:
    return [each for each in written if each.on <= day][-1]


def _told(register: Register, card: Card, field: Field, change: Change) -> Fact:
    """What one change wrote into a field; a day counts as one thing and stands in the cell."""
    text = str(change.values[field.id])
    unit = _unit(card, field)
    return Fact(
        id=f"card:{register.id}:{card.id}:{field.id}@{change.version}",
        indicator="",
        region=card.text(register.region) if register.region else "",
        region_version="",
        period=None,
        comparison=Comparison.LEVEL,
        value=Decimal(1) if field.kind is FieldKind.DAY else Decimal(text),
        unit=unit,
        decimals=0,
        stage=EstimateStage.ADMINISTRATIVE,
        vintage=change.on,
        cell=Cell(
            f"register {register.id}",
            Place(change.origin or f"change {change.number} by {change.who}"),
            text,
            unit,
            change.on,
        ),
        label=f"{card.text(register.title) or card.id}: {field.id}",
    )


def _unit(card: Card, field: Field) -> ScaledUnit:
    if field.kind is FieldKind.MONEY:
        currency = next((card.text(name) for name in field.needs if card.text(name)), "")
        return ScaledUnit(currency) if currency else PLAIN
    return ScaledUnit(field.unit) if field.unit else PLAIN


def linked(cards: Iterable[Card], fields: Iterable[Field], to: str) -> frozenset[str]:
    """The cards of a register without a place that cards of a region name."""
    names = [each.id for each in fields if each.kind is FieldKind.CARD and each.register == to]
    return frozenset(id for card in cards for name in names for id in card.texts(name))
