"""A statement the store supports, with everything it rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from esep.model.observation import EstimateStage, Place
from esep.model.period import Period
from esep.model.unit import ScaledUnit


class Comparison(StrEnum):
    """What a fact says about an indicator."""

    LEVEL = "level"
    CHANGE = "change"
    """Against the same span of the year before: per cent, or points for rates and indices."""
    INDEX = "index"
    """The same as per cent of the year before, at current prices unless the series is real."""
    SHARE = "share"
    """Per cent of the parent region."""
    RANK = "rank"
    PER_HEAD = "per_head"
    PER_HEAD_RANK = "per_head_rank"
    CONTRIBUTION = "contribution"
    """Percentage points of the parent's (or the total's) change that come from this one."""
    GAP = "gap"
    """Points above or below the parent region."""
    LOWEST = "lowest"
    HIGHEST = "highest"
    """Bounds of a composite: the smallest and the largest branch index."""
    RECOMPUTED = "recomputed"
    """A composite as the weighted mean of its branches."""
    REAL = "real"
    """The value at the prices of the year before, by a named index."""
    REAL_INDEX = "real_index"
    """The nominal index divided by a named index of prices."""
    DEFLATOR = "deflator"
    """What prices did: the nominal index divided by the volume index named."""
    CHAINED = "chained"
    """A yearly index over the whole years of the period, against the year before the first."""


class Comparability(StrEnum):
    COMPARABLE = "comparable"
    REBASED = "comparable_after_rebasing"
    NOT_COMPARABLE = "not_comparable"
    NO_EARLIER_VALUE = "no_earlier_value"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a comparison over time stands on one territory, and if not, what would."""

    comparability: Comparability
    reason: str = ""
    """A short code for wording: `borders_changed`, `missing`, or empty."""
    earlier_version: str = ""
    union: tuple[str, ...] = ()
    """Codes of the safe union that can be compared instead."""
    union_value: Decimal | None = None
    """The same comparison over the safe union, where every part is known."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a place means: among how many, by what, in which direction."""

    of: int
    expected: int
    """Regions that existed; `expected - of` have no value."""
    ascending: bool
    ties: int
    borders: date | None = None
    """The day whose regions are ranked, where it is later than the period: recompiled figures."""


_ID = re.compile(
    r"(?P<indicator>[a-z0-9_]+):(?P<region>[^:@]+):(?P<period>[^:@]+):(?P<comparison>[a-z_]+)"
    r"(~(?P<by>[a-z0-9_]+))?@(?P<vintage>\d{4}-\d{2}-\d{2})"
)


CARDS, MADE_UP = "cards", "made-up"
"""How ids of figures begin that were added up from the cards of a register. Whatever rests on a
card that somebody made up is called so in its very id, wherever it goes."""


@dataclass(frozen=True, slots=True)
class FactId:
    """`grp:KZ-19:2023:rank@2026-09-30`: readable, and enough to compute the fact again.

    The region is a code, or `CODE~DATE` for a version other than the one usually meant. The
    vintage is the newest publication day among everything the fact rests on. Where a comparison
    needs another indicator to be told, it stands behind it: `grp:KZ-19:2023:real~grp_volume@...`
    is the product at the prices of 2022 by its volume index, and `contribution~stei` what a
    branch adds to that composite. The period alone says of which span a value is: `2024-Q2` of a
    series published from January on is taken from `2024-H1` and `2024-Q1`.
    """

    indicator: str
    region: str
    period: str
    comparison: Comparison
    vintage: date
    by: str = ""

    @classmethod
    def parse(cls, text: str) -> FactId | None:
        match = _ID.fullmatch(text.strip())
        if not match or match["comparison"] not in set(Comparison):
            return None
        try:
            vintage = date.fromisoformat(match["vintage"])
        except ValueError:
            return None
        return cls(
            match["indicator"],
            match["region"],
            match["period"],
            Comparison(match["comparison"]),
            vintage,
            match["by"] or "",
        )

    def __str__(self) -> str:
        by = f"~{self.by}" if self.by else ""
        return (
            f"{self.indicator}:{self.region}:{self.period}:{self.comparison}{by}"
            f"@{self.vintage.isoformat()}"
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell a value was read from."""

    release_id: str
    place: Place
    printed: str
    """The value as written there, in `unit`."""
    unit: ScaledUnit
    published_at: date


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement: this indicator, there, then, compared so, is this much.

    `value` is in base units (tenge, not million tenge) and unrounded. A fact either has a
    `cell` (it was published) or `inputs` (it was computed from other facts), never neither.
    """

    id: str
    indicator: str
    region: str
    region_version: str
    period: Period | None
    comparison: Comparison
    value: Decimal
    unit: ScaledUnit
    """Unit of the value, with the scale tables print it in."""
    decimals: int
    stage: EstimateStage
    vintage: date
    cell: Cell | None = None
    inputs: tuple[str, ...] = ()
    formula: str = ""
    quantum: Decimal | None = None
    """Size of the last digit known, in base units; None where computed."""
    verdict: Verdict | None = None
    ranking: Ranking | None = None
    hedge: str = ""
    said_on: date | None = None
    """For declared figures: the day they were said."""
    address: str = ""
    label: str = ""

    @property
    def is_made_up(self) -> bool:
        """Whether it rests on cards of a demonstration: never shown without saying so."""
        return self.id.startswith(f"{MADE_UP}:")

    @property
    def is_from_cards(self) -> bool:
        """Whether it was added up from the cards of a register."""
        return self.id.startswith((f"{CARDS}:", f"{MADE_UP}:"))

    @property
    def in_unit(self) -> Decimal:
        """The value in its unit's scale, exactly, with the digits its source wrote."""
        if self.cell is not None and self.cell.unit == self.unit:
            return Decimal(self.cell.printed)
        scaled = self.value.scaleb(-self.unit.scale).normalize()
        return scaled.quantize(Decimal(1)) if scaled == scaled.to_integral_value() else scaled
