"""How another publisher's register is laid out: where its fields are and what its words mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from esep.model.source_description import CsvDialect


@dataclass(frozen=True, slots=True)
class EditionLayout:
    """How the files of some editions are written."""

    files: tuple[str, ...] = ("*",)
    """Patterns of their names."""
    sideways: bool = False
    """A column for each card: the sheet is turned before it is read."""
    heading: int = 1
    """The row of the headings; of a sheet on its side the column."""
    csv: CsvDialect = field(default_factory=CsvDialect)


@dataclass(frozen=True, slots=True)
class FieldDescription:
    """Where one field stands, by its headings over the years, and how it is written there."""

    headings: tuple[str, ...]
    """Alternatives; `*` stands for anything."""
    number: int = 0
    """Which of several columns with one heading, counted from 1; 0 where there is but one."""
    first_filled: bool = False
    """Of several columns the one that is filled; two that differ contradict each other."""
    optional: bool = False
    """Not in every edition."""
    values: Mapping[str, str] = field(default_factory=dict)
    """By a word of the file, folded: the value that is meant."""
    times: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Missing:
    """Words that stand where nothing is published: a cell with them has no value."""

    words: frozenset[str] = frozenset()
    """Whole cells, folded."""
    begins: tuple[str, ...] = ()
    """How sentences begin, folded."""
    note: str = ""
    """The field that keeps the words."""


@dataclass(frozen=True, slots=True)
class Identity:
    """How a row is known to be the card of another year."""

    number: str = ""
    """The field with the publisher's own number."""
    key: tuple[str, ...] = ()
    """Fields that make a lasting key where there is no number."""
    renames: Mapping[str, str] = field(default_factory=dict)
    """By the name or number of one year, folded: that of the card it belongs to."""
    ignore_brackets: bool = False
    """What stands in brackets is no part of the key: abbreviations come and go."""


@dataclass(frozen=True, slots=True)
class RegisterDescription:
    id: str
    register: str
    title: str
    identity: Identity
    fields: Mapping[str, FieldDescription]
    editions: tuple[EditionLayout, ...]
    complete: bool = False
    """Every edition is the whole register: what it lacks has vanished, an empty cell is empty."""
    constants: Mapping[str, str] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    missing: Missing = Missing()
    strip: tuple[str, ...] = ()
    """Signs around a number that are no part of it."""
    group: str = ""
    """Between thousands."""
    decimal: str = "."
    days: tuple[str, ...] = ()
    """How days are written: DD.MM.YYYY, DD/MM/YY; MONTH is a name."""
    years_from: int = 2000
    """The first year that two digits may mean."""
    address: str = ""
    path: str = ""
