"""Which promises of cards are other ones than they were on an earlier day?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from esep.model.execution import Value
from esep.model.register import Card, Change, Field, FieldKind, Register
from esep.model.unit import ScaledUnit
from esep.store.registers import fold_changes
from esep.tracking.roll_ups import fact_of_card

PLAIN = "count"


@dataclass(frozen=True, slots=True)
class Moved:
    """A field whose first value is kept, with what stood in it: at first, then, and now."""

    card: Card
    field: Field
    first: Value
    was: Value
    now: Value


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
                ends = (written[0], _of(written, since), written[-1])
                values = (_value(register, logs[id], field, each) for each in ends)
                yield Moved(after, field, *values)


def _written(log: Iterable[Change], field: str, on: date) -> list[Change]:
    found = [each for each in log if each.values.get(field) is not None and each.on <= on]
    return sorted(found, key=lambda each: (each.on, each.number))


def _of(written: Iterable[Change], day: date) -> Change:
    return [each for each in written if each.on <= day][-1]


def _value(register: Register, log: Sequence[Change], field: Field, change: Change) -> Value:
    card = fold_changes([each for each in log if each.version <= change.version])
    assert card is not None
    unit = ScaledUnit(_unit(card, field))
    fact = fact_of_card(register, card, field.id, written=change, unit=unit)
    return Value(fact, str(change.values[field.id]))


def _unit(card: Card, field: Field) -> str:
    if field.kind is FieldKind.MONEY:
        return next((card.text(name) for name in field.needs if card.text(name)), PLAIN)
    return field.unit or PLAIN


def linked(cards: Iterable[Card], fields: Iterable[Field], to: str) -> frozenset[str]:
    """The cards of a register without a place that cards of a region name."""
    names = [each.id for each in fields if each.kind is FieldKind.CARD and each.register == to]
    return frozenset(id for card in cards for name in names for id in card.texts(name))
