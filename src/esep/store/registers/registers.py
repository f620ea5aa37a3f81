"""What do the registers hold, what was changed by whom, and how is a change written down?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select
from sqlalchemy.exc import IntegrityError

from esep.errors import NotFound, TryAgain
from esep.model.register import Card, Change, ChangeKind, Entry, Value
from esep.store.registers import tables
from esep.store.registers.database import open_engine, reading, where, writing
from esep.store.registers.fold import fold_changes
from esep.store.registers.migrate import migrate

_AT_ONCE = 500
"""Cards looked up in one statement: databases limit the number of parameters."""


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


class Conflict(TryAgain):
    """Somebody else changed the card after it was read; nothing was written."""


class Registers:
    """The registers of a store. Writing is all or nothing, and the log is never edited."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, address: str, *, wait_seconds: float = 30) -> Registers:
        """Open a database by its address (`sqlite:///PATH`, `postgresql://HOST/NAME`)."""
        engine = open_engine(address, wait_seconds=wait_seconds)
        try:
            migrate(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    def close(self) -> None:
        self._engine.dispose()

    @property
    def address(self) -> str:
        """Where the registers are, without a password."""
        return where(self._engine)

    # -- reading ---------------------------------------------------------------------------

    def card(self, register: str, id: str) -> Card:
        """The card as it is known now; NotFound when there is none."""
        with reading(self._engine) as connection:
            return self._current(connection, register, [id]).get(id) or _missing(register, id)

    def cards(
        self, register: str, *, on: date | None = None, known: datetime | None = None
    ) -> tuple[Card, ...]:
        """All cards by id: as known now, or as they stood on a day or were known at a moment."""
        with reading(self._engine) as connection:
            if on is None and known is None:
                rows = connection.execute(
                    select(tables.cards).where(tables.cards.c.register == register)
                )
                found: Iterable[Card] = [_card(row) for row in rows]
            else:
                changes = self._changes(connection, register)
                folded = (fold_changes(each, on=on, known=known) for each in changes.values())
                found = [card for card in folded if card is not None]
        return tuple(sorted(found, key=lambda card: card.id))

    def history(self, register: str, id: str) -> tuple[Change, ...]:
        """Every change of a card, in the order they were written down."""
        with reading(self._engine) as connection:
            return tuple(self._changes(connection, register, [id]).get(id, ()))

    def changes(self, register: str = "", *, after: int = 0) -> tuple[Change, ...]:
        """The log, of one register or of all, from a number on."""
        columns = tables.changes.c
        query = select(tables.changes).where(columns.number > after).order_by(columns.number)
        if register:
            query = query.where(columns.register == register)
        with reading(self._engine) as connection:
            return tuple(_change(row) for row in connection.execute(query))

    def editions(self, register: str) -> tuple[Edition, ...]:
        query = select(tables.editions).where(tables.editions.c.register == register)
        with reading(self._engine) as connection:
            rows = connection.execute(query.order_by(tables.editions.c.number))
            return tuple(_edition(row) for row in rows)

    # -- writing ---------------------------------------------------------------------------

    def append(
        self,
        entries: Sequence[Entry],
        *,
        who: str,
        at: datetime,
        edition: Edition | None = None,
    ) -> tuple[Card, ...]:
        """Write changes down, all or none, and return the cards they make.

        Raises Conflict when a card has another version than the one its entry was made from. A
        card may have several entries: each counts on the version the one before it made.
        """
        try:
            with writing(self._engine) as connection:
                cards = self._append(connection, entries, who=who, at=at.astimezone(UTC))
                if edition is not None:
                    connection.execute(insert(tables.editions), [_edition_row(edition)])
                return cards
        except IntegrityError as error:
            raise Conflict(
                "somebody else changed the same card at the same moment",
                hint="look at it again and repeat the change; nothing was written",
            ) from error

    def _append(
        self, connection: Connection, entries: Sequence[Entry], *, who: str, at: datetime
    ) -> tuple[Card, ...]:
        logs: dict[tuple[str, str], list[Change]] = {}
        for register in sorted({entry.register for entry in entries}):
            ids = sorted({entry.card for entry in entries if entry.register == register})
            known = self._changes(connection, register, ids)
            logs.update({(register, id): list(known.get(id, ())) for id in ids})
        written: list[dict[str, Any]] = []
        # Numbers are given by the database; until then new changes sort after the old ones.
        number = 2**60
        for entry in entries:
            log = logs[entry.register, entry.card]
            version = log[-1].version if log else 0
            if entry.expected != version:
                raise _conflict(entry, version)
            number += 1
            before = fold_changes(log)
            change = Change(
                number=number,
                register=entry.register,
                card=entry.card,
                version=version + 1,
                kind=entry.kind,
                on=entry.on,
                at=at,
                who=who,
                origin=entry.origin,
                why=entry.why,
                values=dict(entry.values),
                was=_was(before, entry),
            )
            log.append(change)
            written.append(_change_row(change))
        if written:
            connection.execute(insert(tables.changes), written)
        cards = [card for log in logs.values() if (card := fold_changes(log)) is not None]
        self._keep(connection, cards)
        return tuple(cards)

    def _keep(self, connection: Connection, cards: Sequence[Card]) -> None:
        """Put the cards beside the log, so that nobody adds it up for a list."""
        for register in sorted({card.register for card in cards}):
            ids = [card.id for card in cards if card.register == register]
            for part in _parts(ids):
                connection.execute(
                    tables.cards.delete().where(
                        tables.cards.c.register == register, tables.cards.c.id.in_(part)
                    )
                )
        if cards:
            connection.execute(insert(tables.cards), [_card_row(card) for card in cards])

    def damaged(self) -> tuple[tuple[str, str], ...]:
        """Register and id of each card that is not what its changes add up to."""
        wrong: list[tuple[str, str]] = []
        with reading(self._engine) as connection:
            registers = connection.execute(select(tables.changes.c.register).distinct())
            kept = {
                (row.register, row.id): _card(row)
                for row in connection.execute(select(tables.cards))
            }
            for (register,) in registers.all():
                for id, log in self._changes(connection, register).items():
                    if kept.pop((register, id), None) != fold_changes(log):
                        wrong.append((register, id))
        return tuple(sorted([*wrong, *kept]))

    def rebuild(self) -> int:
        """Make the cards anew from the log; return how many there are."""
        with writing(self._engine) as connection:
            registers = connection.execute(select(tables.changes.c.register).distinct()).all()
            connection.execute(tables.cards.delete())
            cards = [
                card
                for (register,) in registers
                for log in self._changes(connection, register).values()
                if (card := fold_changes(log)) is not None
            ]
            self._keep(connection, cards)
            return len(cards)

    # -- rows ------------------------------------------------------------------------------

    def _changes(
        self, connection: Connection, register: str, ids: Sequence[str] | None = None
    ) -> dict[str, list[Change]]:
        columns = tables.changes.c
        query = select(tables.changes).where(columns.register == register).order_by(columns.number)
        logs: dict[str, list[Change]] = {}
        for part in [None] if ids is None else _parts(ids):
            narrowed = query if part is None else query.where(columns.card.in_(part))
            for row in connection.execute(narrowed):
                change = _change(row)
                logs.setdefault(change.card, []).append(change)
        return logs

    def _current(
        self, connection: Connection, register: str, ids: Sequence[str]
    ) -> dict[str, Card]:
        query = select(tables.cards).where(tables.cards.c.register == register)
        rows = connection.execute(query.where(tables.cards.c.id.in_(ids)))
        return {row.id: _card(row) for row in rows}


def _parts(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE)]


def _was(before: Card | None, entry: Entry) -> dict[str, Value]:
    if before is None:
        return {}
    return {name: before.values[name] for name in entry.values if name in before.values}


def _change_row(change: Change) -> dict[str, Any]:
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


def _change(row: Row[Any]) -> Change:
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


def _card_row(card: Card) -> dict[str, Any]:
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


def _card(row: Row[Any]) -> Card:
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


def _edition_row(edition: Edition) -> dict[str, Any]:
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


def _edition(row: Row[Any]) -> Edition:
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


def _conflict(entry: Entry, version: int) -> Conflict:
    what = f"{entry.register} {entry.card}"
    if entry.expected == 0:
        return Conflict(
            f"there is a card {what} already",
            hint="choose another id, or change the card there is; nothing was written",
        )
    if version == 0:
        return Conflict(f"there is no card {what}", hint="nothing was written")
    return Conflict(
        f"{what} was changed by somebody else meanwhile",
        detail=f"it is at version {version}, the change was made from version {entry.expected}",
        hint="look at it again and repeat the change; nothing was written",
    )


def _missing(register: str, id: str) -> Card:
    raise NotFound(f"there is no card {id} in {register}", hint=f"all of them: list {register}")
