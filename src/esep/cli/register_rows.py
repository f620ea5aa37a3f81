"""How do cards and changes look in a table: names beside codes, first values beside the newest?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from esep.cli.console import Column, counted
from esep.model.register import FieldKind

if TYPE_CHECKING:
    from esep.catalog import Catalog
    from esep.model.register import Card, Change, Register

MOST_LISTED = 4
"""Fields that a list shows beside the id, the name and the place."""

CHANGES = (
    Column("version", "Version", right=True),
    Column("on", "On"),
    Column("at", "Written down"),
    Column("who", "Who"),
    Column("kind", "What"),
    Column("changes", "Changes", wrap=True),
    Column("why", "Why", wrap=True),
    Column("origin", "From", wrap=True),
)


def change_row(change: Change) -> dict[str, object]:
    changes = "; ".join(
        f"{name}: {plain(change.was[name])} -> {plain(value)}"
        if name in change.was and change.was[name] != value
        else f"{name}: {plain(value)}"
        for name, value in change.values.items()
    )
    return {
        "version": change.version,
        "on": change.on.isoformat(),
        "at": change.at,
        "who": change.who,
        "kind": str(change.kind),
        "changes": changes,
        "why": change.why,
        "origin": change.origin,
    }


def card_row(card: Card) -> dict[str, object]:
    return {
        "id": card.id,
        **{name: plain(value) for name, value in card.values.items()},
        "version": card.version,
        "since": card.since.isoformat(),
        "changed": card.changed.isoformat(),
    }


def list_columns(register: Register, language: str) -> list[Column]:
    first = [register.title, register.region, register.stage_field]
    names = [name for name in dict.fromkeys(first) if name]
    more = [f.id for f in register.fields.values() if f.baseline and f.id not in names]
    return [Column("id", "id")] + [
        Column(
            name,
            register.fields[name].names[language],
            right=register.fields[name].kind in (FieldKind.NUMBER, FieldKind.MONEY),
            wrap=name == register.title,
        )
        for name in [*names, *more[:MOST_LISTED]]
    ]


def shown_value(register: Register, name: str, card: Card, catalog: Catalog) -> str:
    """A value as people read it: names beside codes."""
    text = plain(card.values.get(name))
    field = register.fields.get(name)
    language = catalog.languages[0]
    if field is None:
        return text
    if field.kind is FieldKind.REGION:
        return f"{catalog.regions.latest(text).names.short(language)} ({text})"
    if field.kind is FieldKind.STAGE and text in register.stages:
        return f"{register.stages[text].names[language]} ({text})"
    if field.kind is FieldKind.CHOICE and text in field.choices:
        return f"{field.choices[text][language]} ({text})"
    return text


def plain(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def first_value(register: Register, name: str, card: Card) -> str:
    field = register.fields.get(name)
    if field is None or not field.baseline or card.first.get(name) == card.values.get(name):
        return ""
    return plain(card.first.get(name))


def made_up(cards: Iterable[Card]) -> str:
    count = sum(bool(card.values.get("synthetic")) for card in cards)
    return f"; {counted(count, 'card')} of them made up (synthetic)" if count else ""
