"""A register of things followed over years: its fields and stages, a card, a change to a card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from esep.model.text import Text

Value = str | int | bool | list[str] | None
"""What a field holds. Amounts are decimals written out, days are ISO dates: nothing is rounded
on its way through a database or a file."""

Values = Mapping[str, Value]


class FieldKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    """A decimal, in the unit its field names."""
    MONEY = "money"
    """A decimal in whole units of the currency that another field of the card names."""
    DAY = "day"
    YEAR = "year"
    PERIOD = "period"
    REGION = "region"
    INDICATOR = "indicator"
    CHOICE = "choice"
    STAGE = "stage"
    CARD = "card"
    """The id of a card in another register."""
    FLAG = "flag"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Field:
    id: str
    kind: FieldKind
    names: Text
    required: bool = False
    many: bool = False
    """Several values: a project may lie in two zones and is counted once."""
    choices: Mapping[str, Text] = field(default_factory=dict)
    register: str = ""
    """For a card: the register it is in."""
    unit: str = ""
    needs: tuple[str, ...] = ()
    """Fields without which this one means nothing: a cost without its currency and year."""
    after: str = ""
    """For a day: the field whose day it may not precede."""
    baseline: bool = False
    """The first value is kept beside the newest: what was promised at the beginning."""
    least: str = ""
    most: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A step on the way of a card, or beside it (suspended, cancelled)."""

    id: str
    names: Text
    side: bool = False
    done: bool = False
    """A card here is finished: it no longer counts as under way."""


@dataclass(frozen=True, slots=True)
class RollUp:
    """One figure computed from the cards: an indicator, counted or summed."""

    indicator: str
    sums: str = ""
    """The field that is summed; empty counts cards."""
    stages: tuple[str, ...] = ()
    """Only cards in these stages; empty takes all but the side stages."""
    where: Mapping[str, str] = field(default_factory=dict)
    """Only cards whose field has this value."""
    filled: str = ""
    """Only cards that have something in this field: projects that lie in a zone."""
    year_of: str = ""
    """A field with a day: the card counts in the year of that day. Empty counts the cards as
    they stand on a day."""
    ahead: bool = False
    """The day may be yet to come: what is planned for a year counts in that year."""
    currency: str = ""
    """For money: only amounts in this currency, the others are told apart, never converted."""


@dataclass(frozen=True, slots=True)
class Proportion:
    """Two fields whose ratio should be near the register's own median."""

    id: str
    numerator: str
    denominator: str
    factor: int
    """Flagged beyond this many times the median, or below its part."""
    names: Text


@dataclass(frozen=True, slots=True)
class Compared:
    """Which fields say how a register went from edition to edition."""

    grade: str = ""
    """A choice that rates a card."""
    scales: tuple[tuple[str, ...], ...] = ()
    """The scales its levels were taken from over the years, the best level first."""
    cost: str = ""
    finish: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """What the pack says of a register. Every register works alike; the pack says what it holds."""

    id: str
    command: str
    """The word of the command line: `project`."""
    names: Text
    fields: Mapping[str, Field]
    stages: Mapping[str, Stage] = field(default_factory=dict)
    roll_ups: tuple[RollUp, ...] = ()
    proportions: tuple[Proportion, ...] = ()
    title: str = "name"
    """The field people call a card by."""
    region: str = "region"
    """The field that says where it is; empty for a register without a place."""
    compared: Compared = Compared()

    @property
    def stage_field(self) -> str:
        return next((f.id for f in self.fields.values() if f.kind is FieldKind.STAGE), "")


class ChangeKind(StrEnum):
    """What was done to a card. The last ones are acts on instructions, each with its own rule."""

    CREATED = "created"
    CHANGED = "changed"
    VANISHED = "vanished"
    """A later edition of the same register no longer holds the card."""
    RETURNED = "returned"
    NOTED = "noted"
    REPORTED = "reported"
    EXTENSION_ASKED = "extension_asked"
    EXTENSION_DECIDED = "extension_decided"
    REMOVED = "removed"
    SENT_BACK = "sent_back"
    REOPENED = "reopened"
    CANCELLED = "cancelled"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the log; it is never edited and never taken back, only followed by another.

    `on` is the day it became true, `at` the moment it was written down: two clocks. `values`
    holds the fields it sets, `was` what they were.
    """

    number: int
    register: str
    card: str
    version: int
    """1 for the first change of a card, then one more each time."""
    kind: ChangeKind
    on: date
    at: datetime
    who: str
    origin: str
    """From where: `command line`, or a file with sheet and line."""
    why: str
    values: Values
    was: Values


@dataclass(frozen=True, slots=True)
class Entry:
    """A change asked for. `expected` is the version it was made from; 0 makes a new card."""

    register: str
    card: str
    expected: int
    kind: ChangeKind
    on: date
    values: Values
    why: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A card as it stood on a day: what its changes up to then add up to."""

    register: str
    id: str
    version: int
    values: Values
    first: Values
    """The first value of every field: the baseline."""
    since: date
    """The day it became known."""
    changed: date
    vanished: bool = False

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return value if isinstance(value, str) else "" if value is None else str(value)

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.values.get(name)
        if isinstance(value, list):
            return tuple(value)
        return (str(value),) if value not in (None, "") else ()
