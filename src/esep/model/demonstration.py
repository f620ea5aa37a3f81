"""How cards of a register are made up for a demonstration: how many, with which values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Guess:
    """What a field of a made-up card holds.

    A field that is neither required nor guessed stays empty. Choices, regions and cards of other
    registers are drawn from what there is.
    """

    one_of: tuple[str, ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None
    step: Decimal = Decimal(1)
    share: int = 100
    """Per cent of the cards that have it."""
    many: int = 1
    """At the most so many values."""
    grows: int = 0
    """Per cent of the cards whose number is raised later, as costs are."""
    days: tuple[int, int] | None = None
    """So many days after the field that its definition names, or after the card began."""
    at: str = ""
    """The day on which the card came to this stage; `start`: on which it began."""
    since: str = ""
    """Only cards that have come to this stage."""
    whole: bool = False
    """Of a region: the one that is shown, not one of its parts."""


@dataclass(frozen=True, slots=True)
class MadeUp:
    """One register of a demonstration."""

    register: str
    cards: int
    name: str
    follows: str = ""
    """The register whose cards bring these about, on their day: instructions of a meeting."""
    pace: tuple[int, int] = (60, 300)
    """Days that a card stays at a stage."""
    stopped: int = 0
    """Per cent of the cards that end beside the way: suspended, cancelled."""
    values: Mapping[str, Guess] = field(default_factory=dict)
    reports: tuple[int, int] | None = None
    """Of instructions: days between a card and its report."""
    report: str = ""
    removed: int = 0
    """Per cent of the reported instructions that are taken off control."""
