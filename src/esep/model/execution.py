"""What was instructed at earlier meetings of a region, and what became of it: for a briefing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from esep.model.fact import Fact
from esep.model.period import Period
from esep.model.register import Field
from esep.model.standing import Standing
from esep.model.text import Names, Text

CardLookup = Callable[[str], Fact | None]


@dataclass(frozen=True, slots=True)
class Earlier:
    """The instruction of a former meeting that one seems to repeat."""

    words: Text
    given_on: date
    confirmed: bool
    """A person agreed that it is one thread."""


@dataclass(frozen=True, slots=True)
class Followed:
    """An instruction with the words and figures a document tells of it."""

    standing: Standing
    words: Text
    given_on: date
    issuer: Text
    level: Text
    executors: tuple[Text, ...]
    rhythm: Text | None = None
    report: str = ""
    """The words of the last report."""
    overdue: Fact | None = None
    """Days over its deadlines; None where there are none."""
    missing: Fact | None = None
    """Reports in a row that did not come."""
    indicator: str = ""
    due: Fact | None = None
    """What its trajectory asks for on the day."""
    actual: Fact | None = None
    """The linked indicator as measured, else as last reported."""
    proposed: tuple[Names, ...] = ()
    """Indicators that could measure it, where nobody named a result."""
    earlier: Earlier | None = None


@dataclass(frozen=True, slots=True)
class LastMeeting:
    id: str
    on: date
    period: Period | None
    """What was reported there is about it; None where the card does not say."""


@dataclass(frozen=True, slots=True)
class Value:
    """What stood in a field of a card: the fact it is, and how it was written."""

    fact: Fact
    written: str


@dataclass(frozen=True, slots=True)
class Rebaselined:
    """A promise of a card that is another one than at the last meeting."""

    register: Text
    title: str
    field: Field
    was: Value
    now: Value
    first: Value


@dataclass(frozen=True, slots=True)
class Execution:
    """What the registers hold on a day of what was instructed to a region before it."""

    on: date
    followed: tuple[Followed, ...]
    """In the order given; those that may not be told are left out."""
    stressed: tuple[Followed, ...]
    """What attention was drawn to: no instructions."""
    withheld: bool = False
    """Whether some are for official use only, so that their words are not told."""
    made_up: bool = False
    totals: Mapping[str, Fact] = field(default_factory=dict)
    """How many stand how, by the indicator that the pack counts them under."""
    last: LastMeeting | None = None
    rebaselined: tuple[Rebaselined, ...] = ()
    card: CardLookup = lambda _: None
    """The fields of cards that the figures rest on, by id."""
