"""How do a change, a card and an edition stand in a row of the database?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Row

from esep.model.register import Card, Change, ChangeKind


@dataclass(frozen=True, slots=True)
class Edition:
    """One import of a register: the file, the day it is of, and what was odd in it."""

    register: str
    file: str
    sha256: str
    on: date
    at: datetime
    who: str
    rows: int
    issues: tuple[dict[str, Any], ...]


def change_row(change: Change) -> dict[str, Any]:
    return {
        "register": change.register,
        "card": change.card,
        "version": change.version,
        "kind": str(change.kind),
        "on": change.on,
        "at": change.at,
        "who": change.who,
        "origin": change.origin,
        "why": change.why,
        "values": dict(change.values),
        "was": dict(change.was),
    }


def change_of(row: Row[Any]) -> Change:
    # SQLite forgets the zone; everything is written in UTC.
    at = row.at if row.at.tzinfo else row.at.replace(tzinfo=UTC)
    columns = row._mapping
    return Change(
        number=row.number,
        register=row.register,
        card=row.card,
        version=row.version,
        kind=ChangeKind(row.kind),
        on=columns["on"],
        at=at.astimezone(UTC),
        who=row.who,
        origin=row.origin,
        why=row.why,
        values=columns["values"],
        was=columns["was"],
    )


def card_row(card: Card) -> dict[str, Any]:
    return {
        "register": card.register,
        "id": card.id,
        "version": card.version,
        "values": dict(card.values),
        "first": dict(card.first),
        "since": card.since,
        "changed": card.changed,
        "vanished": int(card.vanished),
    }


def card_of(row: Row[Any]) -> Card:
    columns = row._mapping
    return Card(
        register=row.register,
        id=row.id,
        version=row.version,
        values=columns["values"],
        first=columns["first"],
        since=row.since,
        changed=row.changed,
        vanished=bool(row.vanished),
    )


def edition_row(edition: Edition) -> dict[str, Any]:
    return {
        "register": edition.register,
        "file": edition.file,
        "sha256": edition.sha256,
        "on": edition.on,
        "at": edition.at,
        "who": edition.who,
        "rows": edition.rows,
        "issues": list(edition.issues),
    }


def edition_of(row: Row[Any]) -> Edition:
    columns = row._mapping
    return Edition(
        register=row.register,
        file=row.file,
        sha256=row.sha256,
        on=columns["on"],
        at=row.at if row.at.tzinfo else row.at.replace(tzinfo=UTC),
        who=row.who,
        rows=row.rows,
        issues=tuple(columns["issues"]),
    )
