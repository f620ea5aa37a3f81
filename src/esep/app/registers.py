"""The registers of a store: opened, read on a day, and changed under the rules of their pack."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from esep.app.workspace import Workspace
from esep.errors import BadRequest, NotFound
from esep.settings import now, read_settings

if TYPE_CHECKING:
    from esep.model.issue import Issue
    from esep.model.register import Card, Change, Entry, Register, Value
    from esep.model.register_description import RegisterDescription
    from esep.sources.surprise import Surprise
    from esep.store.registers import Registers
    from esep.tracking.cards import Exists, Guard
    from esep.tracking.importing import Import

DESCRIPTION_ENDING = ".register.yaml"
"""Of a description that lies beside its data."""


def open_registers(workspace: Workspace) -> Registers:
    """The database of a store's registers, made and migrated where that is needed."""
    from esep.store.registers import Registers
    from esep.store.registers.database import file_address

    settings = read_settings()
    address = settings.database or file_address(workspace.store.home)
    return Registers.open(address, wait_seconds=settings.lock_timeout_seconds)


def has_registers(workspace: Workspace) -> bool:
    """Whether there is a database already; a store may do without."""
    from esep.store.registers.copying import FILE_NAME

    return bool(read_settings().database) or (workspace.store.home / FILE_NAME).is_file()


def find_card(registers: Registers, register: Register, id: str, *, on: date | None) -> Card:
    """A card by its id, as it stands or stood on a day; NotFound offers the nearest ids."""
    from esep.catalog.nearest import nearest

    if on is None:
        with suppress(NotFound):
            return registers.card(register.id, id)
    cards = {card.id: card for card in registers.cards(register.id, on=on)}
    if id in cards:
        return cards[id]
    close = nearest(id, [*cards], limit=3)
    raise NotFound(
        f"there is no {register.command} '{id}'{f' on {on}' if on else ''}",
        hint=f"did you mean {' or '.join(close)}?"
        if close
        else f"all of them: esep {register.command} list",
    )


def change_card(
    workspace: Workspace,
    register: Register,
    id: str,
    given: Mapping[str, str],
    *,
    new: bool,
    on: date,
    why: str = "",
    who: str = "",
    version: int | None = None,
    synthetic: bool = False,
    dry_run: bool = False,
) -> tuple[Card | None, tuple[Surprise, ...], Entry | None]:
    """Add a card or set fields of one; an empty text empties a field.

    Returns the card, what deserves a second look, and the change; the change is None where the
    card was so already. BadRequest says which value cannot be used.
    """
    from esep.sources.surprise import Surprise
    from esep.tracking.cards import SYNTHETIC, Wanted, check_card, entry_for
    from esep.tracking.duplicates import Twins
    from esep.tracking.values import Reader

    reader = Reader(workspace.catalog, register)
    values: dict[str, Value] = {}
    wrong: list[Surprise] = []
    for name, text in given.items():
        value = reader.read(register.fields[name], text)
        if isinstance(value, Surprise):
            wrong.append(value)
        else:
            values[name] = value
    if synthetic:
        values[SYNTHETIC] = True
    with closing(open_registers(workspace)) as registers:
        cards = {card.id: card for card in registers.cards(register.id)} if new else {}
        card = cards.get(id) if new else find_card(registers, register, id, on=None)
        if card is not None and new:
            raise BadRequest(
                f"there is a {register.command} '{id}' already",
                hint=f"change it: esep {register.command} set {id}",
            )
        guard = guard_of(workspace, register)
        # A value that cannot be read is told once, not also as one that is missing.
        wrong = wrong or [
            *check_card(register, card, values, exists=exists_in(registers), guard=guard)
        ]
        refuse(wrong, f"the {register.command} '{id}' cannot be written so")
        notes = tuple(Twins(register, cards.values()).surprises(id, values)) if new else ()
        entry = entry_for(register, card, Wanted(id, values, on, why, "command line"))
        if entry is not None and version is not None:
            entry = dataclasses.replace(entry, expected=version)
        if entry is None or dry_run:
            return card, notes, entry
        [changed] = registers.append([entry], who=who or read_settings().user, at=now())
        return changed, notes, entry


def import_cards(
    workspace: Workspace,
    register: Register,
    path: Path,
    *,
    on: date,
    complete: bool = False,
    description: str = "",
    why: str = "",
    who: str = "",
    dry_run: bool = False,
) -> Import:
    """Take a file of cards; the rows that can be used are written in one go.

    A file of another publisher is read as its description tells: the one named, that beside the
    file, or that of the pack for files of this name.
    """
    from esep.model.source_description import CsvDialect
    from esep.sources.readers.received import receive
    from esep.sources.readers.tables import open_tables
    from esep.tracking.described_rows import described_rows
    from esep.tracking.described_sheet import layout_of
    from esep.tracking.importing import Edition, take_rows
    from esep.tracking.instructions import fields
    from esep.tracking.plain_rows import plain_rows

    described = description_for(workspace, register, path, description)
    dialect = layout_of(described, path.name).csv if described else CsvDialect()
    content = receive(path)
    sheets = [
        grid
        for grid in open_tables(content, dialect, file=path.name).sheets
        if grid.height and not grid.hidden
    ]
    if len(sheets) != 1:
        raise BadRequest(
            f"{path.name} has {len(sheets)} sheets with rows",
            hint="keep one sheet with a row for each card",
        )
    complete = complete or bool(described and described.complete)
    if complete and register.id == fields.REGISTER:
        raise BadRequest(
            f"a card of {register.id} never vanishes because a file lacks it",
            detail="it is closed by an act of the level that may: removed, cancelled or merged",
            hint="import the file without --complete",
        )
    hint = (
        f"if they are one, add the new name to 'renames' of '{described.id}'" if described else ""
    )
    edition = Edition(path.name, on, complete=complete, why=why, twin_hint=hint)
    catalog = workspace.catalog
    with closing(open_registers(workspace)) as registers:
        cards = {card.id: card for card in registers.cards(register.id)}
        if described:
            _in_order(registers, register, on)
            rows = described_rows(
                sheets[0], described, register, catalog, cards, file=path.name, on=on, why=why
            )
        else:
            rows = plain_rows(sheets[0], register, catalog, file=path.name, on=on, why=why)
        done = take_rows(
            rows,
            register,
            cards,
            edition=edition,
            exists=exists_in(registers),
            guard=guard_of(workspace, register),
        )
        if not dry_run:
            _write(registers, register, done, content, edition.file, on, who)
    return done


def description_for(
    workspace: Workspace, register: Register, path: Path, named: str
) -> RegisterDescription | None:
    """The description a file is read by: by its id or file, beside the data, or by its name."""
    from esep.catalog.register_descriptions import read_register_description

    known = {
        each.id: each
        for each in workspace.catalog.register_descriptions.values()
        if each.register == register.id
    }
    beside = path.with_name(path.name + DESCRIPTION_ENDING)
    if named in known:
        return known[named]
    if named or beside.is_file():
        if named and not Path(named).is_file():
            raise NotFound(
                f"there is no description '{named}' for {register.id}",
                hint=f"of the pack: {', '.join(known) or 'none'}; or name a YAML file",
            )
        found = read_register_description(Path(named) if named else beside, workspace.catalog)
        if found.register != register.id:
            raise BadRequest(f"the description '{found.id}' is of the register {found.register}")
        return found
    return next((each for each in known.values() if _is_of(each, path.name)), None)


def _is_of(described: RegisterDescription, file: str) -> bool:
    from fnmatch import fnmatchcase

    patterns = [each for layout in described.editions for each in layout.files]
    return any(each != "*" and fnmatchcase(file.casefold(), each.casefold()) for each in patterns)


def _in_order(registers: Registers, register: Register, on: date) -> None:
    """Refuse an edition older than one already taken: what it lacks would seem to vanish later."""
    last = max((each.on for each in registers.editions(register.id)), default=None)
    if last is not None and on < last:
        raise BadRequest(
            f"an edition of {last} has been imported already, and this one is of {on}",
            hint="import the editions of a register in the order of their days",
        )


def _write(
    registers: Registers,
    register: Register,
    done: Import,
    content: bytes,
    file: str,
    on: date,
    who: str,
) -> None:
    from esep.store.registers.rows import Edition

    name, moment = who or read_settings().user, now()
    registers.append(
        done.entries,
        who=name,
        at=moment,
        edition=Edition(
            register=register.id,
            file=file,
            sha256=hashlib.sha256(content).hexdigest(),
            on=on,
            at=moment,
            who=name,
            rows=done.rows,
            issues=tuple(kept_issue(issue) for issue in done.issues),
        ),
    )


def kept_issue(issue: Issue) -> dict[str, object]:
    return {
        "code": issue.code,
        "severity": str(issue.severity),
        "place": str(issue.place),
        "found": issue.found,
        "expected": issue.expected,
        "hint": issue.hint,
        "row_text": issue.row_text,
    }


def history(workspace: Workspace, register: Register, id: str) -> tuple[Change, ...]:
    with closing(open_registers(workspace)) as registers:
        find_card(registers, register, id, on=None)
        return registers.history(register.id, id)


def cards_of(
    workspace: Workspace,
    register: Register,
    *,
    on: date | None = None,
    known: datetime | None = None,
) -> tuple[Card, ...]:
    with closing(open_registers(workspace)) as registers:
        return registers.cards(register.id, on=on, known=known)


def chosen_cards(
    workspace: Workspace, register: Register, cards: Iterable[Card], where: Mapping[str, str]
) -> tuple[Card, ...]:
    """The cards whose fields have these values; BadRequest for a field or value there is not."""
    from esep.sources.surprise import Surprise
    from esep.tracking.values import Reader

    reader = Reader(workspace.catalog, register)
    tests: list[Callable[[Card], bool]] = []
    for name, text in where.items():
        if name not in register.fields:
            known = ", ".join(register.fields)
            raise BadRequest(f"{register.id} has no field '{name}'", hint=f"its fields: {known}")
        value = reader.read(register.fields[name], text)
        if isinstance(value, Surprise):
            refuse([value], f"nothing can have {name} {text}")
        wanted = {str(each) for each in (value if isinstance(value, list) else [value])}
        tests.append(lambda card, name=name, wanted=wanted: wanted <= {*card.texts(name)})  # type: ignore[misc]
    return tuple(card for card in cards if all(test(card) for test in tests))


def exists_in(registers: Registers) -> Exists:
    """Whether a register has a card; each register is read once."""
    known: dict[str, set[str]] = {}

    def exists(register: str, id: str) -> bool:
        if register not in known:
            known[register] = {card.id for card in registers.cards(register)}
        return id in known[register]

    return exists


def guard_of(workspace: Workspace, register: Register) -> Guard | None:
    """The rules of a register beyond its definition."""
    from esep.tracking.instructions import fields
    from esep.tracking.instructions.guard import guard_instruction

    if register.id != fields.REGISTER:
        return None
    return lambda card, values: guard_instruction(workspace.catalog, card, values)


def refuse(wrong: Iterable[Surprise], title: str) -> None:
    """Raise BadRequest with every thing that is wrong; nothing where nothing is."""
    wrong = list(wrong)
    if not wrong:
        return
    raise BadRequest(
        title,
        detail="\n".join(
            f"{each.column}: found {each.found}, expected {each.expected}" for each in wrong
        ),
        hint="\n".join(dict.fromkeys(each.hint for each in wrong if each.hint)),
    )
