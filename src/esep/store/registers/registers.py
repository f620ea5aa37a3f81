"""What do the registers hold, what was changed by whom, and how is a change written down?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, select
from sqlalchemy.exc import IntegrityError

from esep.errors import NotFound, TryAgain
from esep.model.register import Card, Change, Entry, Value
from esep.store.registers import tables
from esep.store.registers.database import open_engine, reading, where, writing
from esep.store.registers.fold import fold_changes
from esep.store.registers.migrate import migrate
from esep.store.registers.rows import (
    Edition,
    card_of,
    card_row,
    change_of,
    change_row,
    edition_of,
    edition_row,
)

_AT_ONCE = 500
"""Cards looked up in one statement: databases limit the number of parameters."""


@dataclass(slots=True)
class _Known:
    """A card before it is changed: what its changes add up to, or the changes themselves."""

    upon: Card | None
    changes: list[Change]

    @property
    def card(self) -> Card | None:
        return fold_changes(self.changes, upon=self.upon)

    @property
    def version(self) -> int:
        if self.changes:
            return self.changes[-1].version
        return self.upon.version if self.upon else 0


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
            if known is None:
                found = [*self._standing(connection, register, on)]
            else:
                logs = self._changes(connection, register).values()
                folded = (fold_changes(each, on=on, known=known) for each in logs)
                found = [card for card in folded if card is not None]
        return tuple(sorted(found, key=lambda card: card.id))

    def _standing(self, connection: Connection, register: str, on: date | None) -> Iterator[Card]:
        """The kept cards; only those that changed after the day are added up from the log."""
        rows = connection.execute(select(tables.cards).where(tables.cards.c.register == register))
        later = []
        for card in map(card_of, rows):
            if on is None or card.changed <= on:
                yield card
            elif card.since <= on:
                later.append(card.id)
        for log in self._changes(connection, register, later).values():
            if (folded := fold_changes(log, on=on)) is not None:
                yield folded

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
            return tuple(change_of(row) for row in connection.execute(query))

    def editions(self, register: str) -> tuple[Edition, ...]:
        query = select(tables.editions).where(tables.editions.c.register == register)
        with reading(self._engine) as connection:
            rows = connection.execute(query.order_by(tables.editions.c.number))
            return tuple(edition_of(row) for row in rows)

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
                    connection.execute(insert(tables.editions), [edition_row(edition)])
                return cards
        except IntegrityError as error:
            raise Conflict(
                "somebody else changed the same card at the same moment",
                hint="look at it again and repeat the change; nothing was written",
            ) from error

    def _append(
        self, connection: Connection, entries: Sequence[Entry], *, who: str, at: datetime
    ) -> tuple[Card, ...]:
        known: dict[tuple[str, str], _Known] = {}
        for register in sorted({entry.register for entry in entries}):
            own = [entry for entry in entries if entry.register == register]
            for id, each in self._known(connection, register, own).items():
                known[register, id] = each
        written: list[dict[str, Any]] = []
        # Numbers are given by the database; until then new changes sort after the old ones.
        number = 2**60
        for entry in entries:
            before = known[entry.register, entry.card]
            if entry.expected != before.version:
                raise _conflict(entry, before.version)
            number += 1
            change = Change(
                number=number,
                register=entry.register,
                card=entry.card,
                version=before.version + 1,
                kind=entry.kind,
                on=entry.on,
                at=at,
                who=who,
                origin=entry.origin,
                why=entry.why,
                values=dict(entry.values),
                was=_was(before.card, entry),
            )
            before.changes.append(change)
            written.append(change_row(change))
        if written:
            connection.execute(insert(tables.changes), written)
        cards = [card for each in known.values() if (card := each.card) is not None]
        self._keep(connection, cards)
        return tuple(cards)

    def _known(
        self, connection: Connection, register: str, entries: Sequence[Entry]
    ) -> dict[str, _Known]:
        """What is known of the cards that entries change.

        A card of a thousand changes is not added up anew for the next one: only where that is of
        an earlier day than another, or where the card beside the log is not of its last change.
        """
        earliest: dict[str, date] = {}
        for entry in entries:
            earliest[entry.card] = min(entry.on, earliest.get(entry.card, entry.on))
        ids = sorted(earliest)
        columns = tables.changes.c
        query = (
            select(columns.card, func.max(columns.version), func.max(columns.on))
            .where(columns.register == register)
            .group_by(columns.card)
        )
        last = {
            card: (version, on)
            for part in _parts(ids)
            for card, version, on in connection.execute(query.where(columns.card.in_(part)))
        }
        cards = self._current(connection, register, [*last])
        upon = {
            id: card
            for id, card in cards.items()
            if (card.version, card.changed) == last[id] and earliest[id] >= card.changed
        }
        logs = self._changes(connection, register, [id for id in last if id not in upon])
        return {id: _Known(upon.get(id), logs.get(id, [])) for id in ids}

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
            connection.execute(insert(tables.cards), [card_row(card) for card in cards])

    def damaged(self) -> tuple[tuple[str, str], ...]:
        """Register and id of each card that is not what its changes add up to."""
        wrong: list[tuple[str, str]] = []
        with reading(self._engine) as connection:
            registers = connection.execute(select(tables.changes.c.register).distinct())
            kept = {
                (row.register, row.id): card_of(row)
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
                change = change_of(row)
                logs.setdefault(change.card, []).append(change)
        return logs

    def _current(
        self, connection: Connection, register: str, ids: Sequence[str]
    ) -> dict[str, Card]:
        query = select(tables.cards).where(tables.cards.c.register == register)
        return {
            row.id: card_of(row)
            for part in _parts(ids)
            for row in connection.execute(query.where(tables.cards.c.id.in_(part)))
        }


def _parts(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE)]


def _was(before: Card | None, entry: Entry) -> dict[str, Value]:
    if before is None:
        return {}
    return {name: before.values[name] for name in entry.values if name in before.values}


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
