"""What a text says with a number: the quantity written, the frame it is said of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from esep.model.period import Period


class QuantityKind(StrEnum):
    """What sort of number it is; an indicator of another sort is never linked to it."""

    MONEY = "money"
    COUNT = "count"
    MEASURE = "measure"
    PERCENT = "percent"
    POINTS = "points"
    INDEX = "index"
    TIMES = "times"
    """Doubled, 1.5 times: what something became, against what it was."""
    FRACTION = "fraction"
    """A third, nine tenths: a share in words."""
    RANK = "rank"
    YEAR = "year"
    OTHER = "other"


class Hedge(StrEnum):
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    """`Less than`: below the number, however far."""
    ALMOST = "almost"
    """`Nearly`: below the number, and close to it."""
    UP_TO = "up_to"
    """`Up to`, `no more than`: the number itself may be meant."""
    ABOUT = "about"

    @property
    def side(self) -> Hedge:
        """Over, under or about, as answers and reported figures tell it."""
        return _SIDES.get(self, self)


_SIDES = {Hedge.AT_LEAST: Hedge.OVER, Hedge.ALMOST: Hedge.UNDER, Hedge.UP_TO: Hedge.UNDER}


class Direction(StrEnum):
    UP = "up"
    DOWN = "down"


class Span(StrEnum):
    """Which end of a change a number is: `from 3.4 to 6 trillion`."""

    FROM = "from"
    TO = "to"


@dataclass(frozen=True, slots=True)
class Written:
    """How a number stands in the text, so that another can be put in its place."""

    start: int
    end: int
    """Offsets of the digits or number words alone, inside the quantity."""
    decimals: int
    scale: int
    """Power of ten of the scale word, also where it is inherited from a neighbour."""
    decimal_mark: str = ""
    group_mark: str = ""
    spelled: bool = False
    """In words: `five`, `пять`, `бес`."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text with its unit and its precision.

    `number`, `upper` and `quantum` are in base units (tenge, not million tenge). `quantum` is
    the place value of the last digit written: 3.7 trillion has 0.1 trillion, 6 600 has 1.
    """

    start: int
    end: int
    text: str
    number: Decimal
    quantum: Decimal
    unit: str
    """`KZT`, `USD`, `percent`, `index_percent`, `percentage_point`, `count`, `tonne`, `hectare`,
    `km`, `m2`, `rank`, `place`, `person`, `year`, `times` or `other`."""
    kind: QuantityKind
    written: Written
    upper: Decimal | None = None
    """The other end of a range."""
    unit_text: str = ""
    """The unit's or the counted thing's words as written: `projects`, `МВт`, `орын`."""
    hedge: Hedge | None = None
    direction: Direction | None = None
    span: Span | None = None
    of: int | None = None
    """Index of the quantity this one is a part of: `53 cooperatives, 46 of which`."""
    not_claim: str = ""
    """Why the number states nothing about a region: `date`, `period`, `name`, `order`,
    `document number`, `people`, `heading number` ...; empty for a claim."""


class PeriodSource(StrEnum):
    EXPLICIT = "explicit"
    """Words of the clause or its sentence."""
    INHERITED = "inherited"
    """Words of a neighbouring sentence or of the opening."""
    IMPLIED = "implied"
    """No words: what the tense or the kind of figure means."""


class PeriodRole(StrEnum):
    OWN = "own"
    BASE = "base"
    """What is compared with: `than a year earlier`, `к январю-маю 2023 года`."""
    HORIZON = "horizon"
    """`by 2030`, `until 2027`: what is planned ends there."""


@dataclass(frozen=True, slots=True)
class WrittenPeriod:
    """Words of time in a text and the interval they mean on the document's day."""

    start: int
    end: int
    text: str
    period: Period
    role: PeriodRole = PeriodRole.OWN
    present: bool = False
    """`now`, `to date`: the day of the document."""


@dataclass(frozen=True, slots=True)
class WrittenRegion:
    start: int
    end: int
    text: str
    code: str
    """A code of the pack's register; empty for a place named that the pack does not know."""
    name: str
    """English name as tables print it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An indicator a claim may be about. Scores come from words, never from the value."""

    indicator: str
    topic: str
    score: float


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantity with what it is said of. `label` is its clause without its numbers."""

    quantity: Quantity
    sentence: int
    language: str
    label: str
    topic: str = ""
    indicator: str = ""
    """The best candidate where it is sure enough; empty otherwise."""
    candidates: tuple[Candidate, ...] = ()
    region: str = ""
    region_name: str = ""
    period: Period | None = None
    period_source: PeriodSource | None = None
    comparison: str = ""
    """Empty for a level; else `yoy`, `change`, `share`, `rank`, `plan_execution`, ..."""
    planned: bool = False
    real: bool | None = None
    """Whether the words say `in real terms` or a volume index; None where they do not tell."""
    in_other_unit: Claim | None = None
    """The same words with the unit that a slip may have put out: tenge for dollars, per cent for
    points. Only where they then name an indicator."""


class Finding(StrEnum):
    """What is found of a claim (design, section 3)."""

    SUPPORTED = "supported"
    SUPERSEDED = "superseded"
    CONTRADICTED = "contradicted"
    NO_DATA = "no_data"
    NOT_A_CLAIM = "not_a_claim"


@dataclass(frozen=True, slots=True)
class Expected:
    """What to put instead: the value in base units and words in the text's own style."""

    value: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with the verdict on it.

    `reason` is a code (`exact`, `rounded`, `cut`, `loose_hedge`, `other_period`, `other_region`,
    `index_as_growth`, `scale_slip`, `decimal_lost`, `digits_swapped`, `plan_for_fact`,
    `nominal_for_real`, `earlier_vintage`, `no_indicator`, `no_observation`, ...).
    """

    claim: Claim
    finding: Finding
    reason: str
    explanation: str = ""
    """One or two sentences for the reader, in the language asked for."""
    expected: Expected | None = None
    evidence: tuple[str, ...] = ()
    """Fact ids, the most telling first."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Figures of one text that cannot all be right, found without any data."""

    code: str
    """`part_over_whole`, `factor`, `ratio`, `two_values`, `outside_branches`, `order_of_dates`."""
    figures: tuple[int, ...]
    """Indices into the list of figures."""
    explanation: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer to a check: every number of the text, in order, and what does not fit."""

    name: str
    text: str
    language: str
    region: str
    day: str
    figures: tuple[Judged, ...]
    consistency: tuple[Inconsistency, ...] = ()
