"""Which changes does a file of cards ask for, row by row, and which rows cannot be used?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from esep.catalog import Catalog
from esep.catalog.fold import fold
from esep.catalog.nearest import nearest
from esep.errors import BadRequest
from esep.model.issue import Issue, Severity
from esep.model.observation import Place
from esep.model.register import Card, ChangeKind, Entry, Register, Value
from esep.sources.readers.grid import Grid, letter_of, shown_cell
from esep.sources.surprise import Surprise, shown
from esep.tracking.cards import SYNTHETIC, Exists, Guard, Wanted, check_card, entry_for, worst
from esep.tracking.duplicates import Twins
from esep.tracking.values import Reader

MOST_ISSUES = 10_000
ID, ON, WHY = "id", "on", "why"


class Fate(StrEnum):
    """What a row did."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SET_ASIDE = "set_aside"
    VANISHED = "vanished"
    """Not a row: a card that a complete edition no longer holds."""


@dataclass(slots=True)
class Import:
    """What a file would do. Nothing is written before somebody appends the entries."""

    entries: list[Entry] = field(default_factory=list)
    fates: dict[str, Fate] = field(default_factory=dict)
    """By card; a row that is set aside without an id is told by its issue only."""
    issues: list[Issue] = field(default_factory=list)
    rows: int = 0

    def count(self, fate: Fate) -> int:
        return sum(each is fate for each in self.fates.values())

    @property
    def set_aside(self) -> int:
        """Rows that cannot be used as they are."""
        places = {
            (issue.place.sheet, issue.place.row)
            for issue in self.issues
            if issue.severity is Severity.SET_ASIDE
        }
        return len(places)


@dataclass(frozen=True, slots=True)
class Edition:
    """How a file is to be taken: as of which day, and whether it is the whole register."""

    file: str
    on: date
    complete: bool = False
    why: str = ""


def read_import(
    grid: Grid,
    register: Register,
    catalog: Catalog,
    cards: Mapping[str, Card],
    *,
    edition: Edition,
    exists: Exists,
    guard: Guard | None = None,
) -> Import:
    """Compare every row with the card it names.

    The first row names the fields, by id or by their name in any language of the pack. A column
    that is no field is refused: a misspelt name would otherwise lose a year of figures. An empty
    cell leaves a field as it is. `exists` answers for cards of other registers.
    """
    columns = _columns(grid, register, catalog, edition.file)
    done = Import()
    reader = Reader(catalog, register)
    twins = Twins(register, cards.values())
    ids = {shown_cell(grid.cell(row, columns[ID])).strip() for row in range(2, grid.height + 1)}

    def known(name: str, id: str) -> bool:
        return (name == register.id and id in ids) or exists(name, id)

    lines: dict[str, int] = {}
    for row in range(2, grid.height + 1):
        if not grid.row_text(row):
            continue
        done.rows += 1
        id = shown_cell(grid.cell(row, columns[ID])).strip()
        wanted, surprises = _row(grid, row, columns, register, reader, edition)
        surprises += _id_surprises(id, lines, grid.line(row))
        if worst(surprises) is not Severity.SET_ASIDE:
            card = cards.get(id)
            surprises += check_card(register, card, wanted.values, exists=known, guard=guard)
            if worst(surprises) is not Severity.SET_ASIDE:
                if card is None:
                    surprises += twins.surprises(id, wanted.values)
                entry = entry_for(register, card, wanted)
                done.fates[id] = _fate(entry)
                if entry is not None:
                    done.entries.append(entry)
        if worst(surprises) is Severity.SET_ASIDE and id and id not in done.fates:
            done.fates[id] = Fate.SET_ASIDE
        done.issues += _issues(surprises, grid, row, edition.file, columns)
        if len(done.issues) > MOST_ISSUES:
            raise BadRequest(
                f"{edition.file} has more than {MOST_ISSUES:,} cells that cannot be read",
                detail=f"the first: {done.issues[0].place}: {done.issues[0].found}",
                hint="is it the right file, and the right register?",
            )
    if edition.complete:
        _vanish(done, cards, edition)
    return done


def _columns(grid: Grid, register: Register, catalog: Catalog, file: str) -> dict[str, int]:
    names = {fold(each): each for each in (ID, ON, WHY, SYNTHETIC)}
    for each in register.fields.values():
        names[fold(each.id)] = each.id
        for language in catalog.languages:
            names.setdefault(fold(each.names[language]), each.id)
    found: dict[str, int] = {}
    for column in range(1, grid.width + 1):
        text = shown_cell(grid.cell(1, column)).strip()
        if not text:
            continue
        name = names.get(fold(text))
        if name is None:
            close = nearest(text, [*names.values()], limit=1)
            raise BadRequest(
                f"{file}: column {letter_of(column)} is {shown(text)}, no field of {register.id}",
                detail="fields: " + ", ".join([ID, *register.fields, ON, WHY, SYNTHETIC]),
                hint=f"did you mean '{close[0]}'?" if close else "rename it or leave it out",
            )
        if name in found:
            raise BadRequest(
                f"{file}: '{name}' stands in two columns",
                detail=f"{letter_of(found[name])} and {letter_of(column)}",
                hint="leave one of them out",
            )
        found[name] = column
    if ID not in found:
        raise BadRequest(
            f"{file} has no column '{ID}'",
            detail="found: " + (grid.row_text(1)[:300] if grid.height else "an empty sheet"),
            hint="every row needs an id that stays the same from file to file",
        )
    return found


def _row(
    grid: Grid,
    row: int,
    columns: Mapping[str, int],
    register: Register,
    reader: Reader,
    edition: Edition,
) -> tuple[Wanted, list[Surprise]]:
    values: dict[str, Value] = {}
    surprises: list[Surprise] = []
    for name, column in columns.items():
        if name not in register.fields:
            continue
        value = reader.read(register.fields[name], grid.cell(row, column))
        if isinstance(value, Surprise):
            surprises.append(value)
        elif value is not None:
            values[name] = value
    on = edition.on
    if ON in columns and (text := shown_cell(grid.cell(row, columns[ON])).strip()):
        try:
            on = date.fromisoformat(text)
        except ValueError:
            surprises.append(Surprise("not_a_day", ON, shown(text), "a day: 2024-06-14"))
    if SYNTHETIC in columns:
        text = shown_cell(grid.cell(row, columns[SYNTHETIC])).strip().lower()
        if text in ("true", "1", "yes"):
            values[SYNTHETIC] = True
        elif text not in ("", "false", "0", "no"):
            surprises.append(Surprise("not_a_flag", SYNTHETIC, shown(text), "true or false"))
    why = shown_cell(grid.cell(row, columns[WHY])).strip() if WHY in columns else edition.why
    place = Place(edition.file, sheet=grid.name, row=grid.line(row))
    id = shown_cell(grid.cell(row, columns[ID])).strip()
    return Wanted(id, values, on, why or edition.why, str(place)), surprises


def _id_surprises(id: str, lines: dict[str, int], line: int) -> list[Surprise]:
    if not id:
        hint = "give the row the id it has in its register, or one of your own that will stay"
        return [Surprise("no_id", ID, "nothing", "an id", hint)]
    if len(id) > 200:
        return [Surprise("too_long", ID, shown(id), "an id of at most 200 characters")]
    first = lines.setdefault(id, line)
    if first != line:
        hint = "two rows of one card contradict each other: keep one"
        return [Surprise("repeated_id", ID, f"{shown(id)} again", f"once (line {first})", hint)]
    return []


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


def _issues(
    surprises: Sequence[Surprise],
    grid: Grid,
    row: int,
    file: str,
    columns: Mapping[str, int],
) -> list[Issue]:
    return [
        Issue(
            code=each.code,
            severity=each.severity,
            place=Place(
                file,
                sheet=grid.name,
                row=grid.line(row),
                column=letter_of(columns[each.column]) if each.column in columns else each.column,
            ),
            found=each.found,
            expected=each.expected,
            hint=each.hint,
            row_text=grid.row_text(row),
        )
        for each in surprises
    ]
