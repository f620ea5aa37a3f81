"""Which changes does a file of cards ask for, row by row, and which rows cannot be used?"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from esep.errors import BadRequest
from esep.model.issue import Issue, Severity
from esep.model.observation import Place
from esep.model.register import Card, ChangeKind, Entry, Register
from esep.sources.surprise import Surprise, shown
from esep.tracking.cards import Exists, Guard, Wanted, check_card, entry_for, worst
from esep.tracking.duplicates import Twins

MOST_ISSUES = 10_000
ID = "id"


class Fate(StrEnum):
    """What a row did."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SET_ASIDE = "set_aside"
    VANISHED = "vanished"
    """Not a row: a card that a complete edition no longer holds."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a file says of one card, with the place of every cell it was read from."""

    wanted: Wanted
    place: Place
    """The row, or the column where a sheet lies on its side."""
    cells: Mapping[str, Place] = field(default_factory=dict)
    """By field."""
    surprises: Sequence[Surprise] = ()
    text: str = ""

    def place_of(self, name: str) -> Place:
        return self.cells.get(name) or dataclasses.replace(
            self.place, column=self.place.column or name
        )


@dataclass(slots=True)
class Import:
    """What a file would do. Nothing is written before somebody appends the entries."""

    entries: list[Entry] = field(default_factory=list)
    fates: dict[str, Fate] = field(default_factory=dict)
    """By card; a row that is set aside without an id is told by its issue only."""
    issues: list[Issue] = field(default_factory=list)
    rows: int = 0
    set_aside: int = 0
    """Rows that cannot be used as they are."""

    def count(self, fate: Fate) -> int:
        return sum(each is fate for each in self.fates.values())


@dataclass(frozen=True, slots=True)
class Edition:
    """How a file is to be taken: as of which day, and whether it is the whole register."""

    file: str
    on: date
    complete: bool = False
    why: str = ""
    twin_hint: str = ""
    """What to do about a likely duplicate, where that is not done in the file."""


def take_rows(
    rows: Sequence[Row],
    register: Register,
    cards: Mapping[str, Card],
    *,
    edition: Edition,
    exists: Exists,
    guard: Guard | None = None,
) -> Import:
    """Compare every row with the card it names; `exists` answers for cards of other registers."""
    done = Import()
    twins = Twins(register, cards.values())
    ids = {row.wanted.id for row in rows}

    def known(name: str, id: str) -> bool:
        return (name == register.id and id in ids) or exists(name, id)

    first: dict[str, Place] = {}
    for row in rows:
        done.rows += 1
        id = row.wanted.id
        surprises = [*row.surprises, *_id_surprises(id, first, row.place)]
        if worst(surprises) is not Severity.SET_ASIDE:
            card = cards.get(id)
            surprises += check_card(register, card, row.wanted.values, exists=known, guard=guard)
            if worst(surprises) is not Severity.SET_ASIDE:
                if card is None:
                    surprises += [
                        dataclasses.replace(each, hint=edition.twin_hint or each.hint)
                        for each in twins.surprises(id, row.wanted.values)
                    ]
                entry = entry_for(register, card, row.wanted)
                done.fates[id] = _fate(entry)
                if entry is not None:
                    done.entries.append(entry)
        if worst(surprises) is Severity.SET_ASIDE:
            done.set_aside += 1
            if id:
                done.fates.setdefault(id, Fate.SET_ASIDE)
        done.issues += [_issue(each, row) for each in surprises]
        if len(done.issues) > MOST_ISSUES:
            raise BadRequest(
                f"{edition.file} has more than {MOST_ISSUES:,} cells that cannot be read",
                detail=f"the first: {done.issues[0].place}: {done.issues[0].found}",
                hint="is it the right file, and the right register?",
            )
    if edition.complete:
        _vanish(done, cards, edition)
    return done


def _id_surprises(id: str, first: dict[str, Place], place: Place) -> list[Surprise]:
    if not id:
        hint = "give the row the id it has in its register, or one of your own that will stay"
        return [Surprise("no_id", ID, "nothing", "an id", hint)]
    if len(id) > 200:
        return [Surprise("too_long", ID, shown(id), "an id of at most 200 characters")]
    before = first.setdefault(id, place)
    if before != place:
        hint = "two rows of one card contradict each other: keep one"
        once = f"once ({_where(before)})"
        return [Surprise("repeated_id", ID, f"{shown(id)} again", once, hint)]
    return []


def _where(place: Place) -> str:
    """The line, or the column of a sheet on its side."""
    return f"line {place.row}" if place.row else f"column {place.column}"


def _issue(surprise: Surprise, row: Row) -> Issue:
    return Issue(
        code=surprise.code,
        severity=surprise.severity,
        place=row.place_of(surprise.column),
        found=surprise.found,
        expected=surprise.expected,
        hint=surprise.hint,
        row_text=row.text,
    )


def _fate(entry: Entry | None) -> Fate:
    if entry is None:
        return Fate.UNCHANGED
    return Fate.CREATED if entry.expected == 0 else Fate.CHANGED


def _vanish(done: Import, cards: Mapping[str, Card], edition: Edition) -> None:
    for id, card in sorted(cards.items()):
        if id in done.fates or card.vanished:
            continue
        done.fates[id] = Fate.VANISHED
        done.entries.append(
            Entry(
                register=card.register,
                card=id,
                expected=card.version,
                kind=ChangeKind.VANISHED,
                on=edition.on,
                values={},
                why=f"not in {edition.file}",
                origin=edition.file,
            )
        )
