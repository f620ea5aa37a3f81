"""Defined measures and the headings they stand under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from esep.model.text import Names, Text
from esep.model.unit import ScaledUnit

YEAR_BEFORE = "same_period_previous_year"
"""The base of an index against the same span a year before."""


class IndicatorKind(StrEnum):
    FLOW = "flow"
    STOCK = "stock"
    INDEX = "index"
    RATE = "rate"


class PeriodConvention(StrEnum):
    """Which periods a series is published for."""

    CUMULATIVE = "cumulative"
    """January to a month of the same year."""
    ANNUAL = "annual"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    POINT = "point"
    FREE = "free"
    """Registers and statements, which carry a horizon of their own."""


class Direction(StrEnum):
    """Which way is better; it never decides whether a figure is printed."""

    UP = "up"
    DOWN = "down"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Topic:
    id: str
    names: Text
    order: int
    listed: str = ""
    """The heading its figures stand under in answers, where the agreed list has none for it."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A defined measure. Every attribute is data of the pack; none is guessed."""

    id: str
    topic: str
    kind: IndicatorKind
    unit: ScaledUnit
    """The unit values are shown and exported in; observations may use another scale."""
    convention: PeriodConvention
    direction: Direction
    additive: bool
    """Whether the regions add up to the country."""
    decimals: int
    prices: str
    """`current`, `constant` or empty."""
    base: str
    """For an index: what 100 is, e.g. `same_period_previous_year`."""
    names: Names
    definitions: Text
    aliases: Mapping[str, tuple[str, ...]]
    source: str
    """The source whose release calendar this indicator follows."""
    real_growth: str = ""
    """The volume index that says the real growth of this value at current prices."""
    components: tuple[str, ...] = ()
    """For a composite: the branch indices that bound it."""
    weights: Mapping[str, str] = field(default_factory=dict)
    """For a composite: the indicator whose yearly value weights each branch, by branch."""
    respondents: str = ""
    """The indicator that counts the units behind a value, where the value is confidential."""
    largest_share: str = ""
    """The indicator that says what per cent of a value its largest units have."""
    sum_of: tuple[str, ...] = ()
    """A derived total: the indicators it adds up."""
    ratio_of: tuple[str, str] | None = None
    """A derived percentage: numerator and denominator indicators."""
    per_head: bool = False
    """Whether a value per inhabitant is meaningful."""
    subjects: Names | None = None
    """The noun of which one says "grew by 7.9 %" where the name itself does not read so."""
    declared: bool = False
    """Known only from registers and statements, never from a statistical release."""
    between: tuple[Decimal, Decimal] | None = None
    """What a printed level can be, where that is not what its kind of unit says."""
