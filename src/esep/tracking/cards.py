"""Is a card whole: has it what it needs, does what it refers to exist, is it new or changed?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from esep.model.issue import Severity
from esep.model.register import Card, ChangeKind, Entry, FieldKind, Register, Value, Values
from esep.sources.surprise import Surprise, shown

SYNTHETIC = "synthetic"
"""Set on every card that was made up; whatever is printed of it must say so."""

Exists = Callable[[str, str], bool]
"""Whether a register holds a card."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody says of one card: only the fields given are set, None empties one."""

    id: str
    values: Values
    on: date
    why: str = ""
    origin: str = ""


Guard = Callable[[Card | None, Values], Sequence[Surprise]]
"""Rules of one register beyond its definition."""


def check_card(
    register: Register,
    card: Card | None,
    values: Values,
    *,
    exists: Exists,
    guard: Guard | None = None,
) -> tuple[Surprise, ...]:
    """What is wrong with the card as it would be; nothing where it may be written."""
    whole = {**(card.values if card else {}), **values}
    whole = {name: value for name, value in whole.items() if value is not None}
    found = [
        *_made_real(card, values),
        *_missing(register, whole),
        *_not_there(register, values, exists),
        *_backwards(register, whole),
        *(guard(card, values) if guard else ()),
    ]
    return tuple(found)


def _made_real(card: Card | None, values: Values) -> Sequence[Surprise]:
    """A made-up card stays made up, and a real one real: sums are kept apart by that alone."""
    if card is None or SYNTHETIC not in values:
        return ()
    was, told = (bool(each.get(SYNTHETIC)) for each in (card.values, values))
    if was == told:
        return ()
    word = {True: "made up", False: "real"}
    hint = "enter it as a card of its own"
    return [Surprise("made_up", SYNTHETIC, word[told], f"{word[was]}, as it was entered", hint)]


def _missing(register: Register, whole: Values) -> Sequence[Surprise]:
    found = []
    for field in register.fields.values():
        if field.required and field.id not in whole:
            found.append(
                Surprise(
                    "no_value", field.id, "nothing", f"{field.id}: every card must have it", ""
                )
            )
        lacking = [name for name in field.needs if name not in whole]
        if field.id in whole and lacking:
            found.append(
                Surprise(
                    "incomplete",
                    field.id,
                    f"{field.id} without {' and '.join(lacking)}",
                    f"{field.id} together with {' and '.join(field.needs)}",
                    "without it the figure cannot be added to any other",
                )
            )
    return found


def _not_there(register: Register, values: Values, exists: Exists) -> Sequence[Surprise]:
    found = []
    for name, value in values.items():
        field = register.fields.get(name)
        if field is None or field.kind is not FieldKind.CARD or value is None:
            continue
        for id in value if isinstance(value, list) else [str(value)]:
            if not exists(field.register, id):
                found.append(
                    Surprise(
                        "unknown_card",
                        name,
                        shown(id),
                        f"the id of a card in {field.register}",
                        f"add it first: esep {field.register} import",
                    )
                )
    return found


def _backwards(register: Register, whole: Values) -> Sequence[Surprise]:
    """Days that end before they begin, by the fields a definition pairs (`start`, `finish`)."""
    found = []
    for field in register.fields.values():
        earlier = field.after
        if not earlier or field.id not in whole or earlier not in whole:
            continue
        if str(whole[field.id]) < str(whole[earlier]):
            found.append(
                Surprise(
                    "order_of_dates",
                    field.id,
                    f"{field.id} {whole[field.id]} before {earlier} {whole[earlier]}",
                    f"{field.id} on or after {earlier}",
                )
            )
    return found


def entry_for(register: Register, card: Card | None, wanted: Wanted) -> Entry | None:
    """The change that makes the card what is wanted; None where it is so already."""
    known: Mapping[str, Value] = card.values if card else {}
    changed = {name: value for name, value in wanted.values.items() if known.get(name) != value}
    back = card is not None and card.vanished
    if card is not None and not changed and not back:
        return None
    kind = ChangeKind.CREATED if card is None else ChangeKind.CHANGED
    return Entry(
        register=register.id,
        card=wanted.id,
        expected=card.version if card else 0,
        kind=ChangeKind.RETURNED if back else kind,
        on=wanted.on,
        values={name: value for name, value in changed.items() if card or value is not None},
        why=wanted.why,
        origin=wanted.origin,
    )


def worst(surprises: Sequence[Surprise]) -> Severity | None:
    order = (Severity.WARNING, Severity.SET_ASIDE, Severity.REFUSED)
    return max((each.severity for each in surprises), key=order.index, default=None)
