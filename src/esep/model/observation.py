"""One published value, with the place it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from esep.model.period import Period
from esep.model.unit import ScaledUnit


class EstimateStage(StrEnum):
    """How settled a figure is (domain notes 3.2 and 4.4)."""

    OPERATIONAL = "operational"
    PRELIMINARY = "preliminary"
    UNSTATED = "unstated"
    """The source does not say; saying anything else would be inventing it."""
    REPORTING = "reporting"
    REVISED = "revised"
    FINAL = "final"
    ESTIMATE = "estimate"
    PLAN = "plan"
    FORECAST = "forecast"
    ADMINISTRATIVE = "administrative"
    DECLARED = "declared"


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """Everything about an observation but its time."""

    indicator: str
    region_version: str
    breakdown: str = ""
    """Canonical `dimension=code;...`, sorted; empty for the total."""
    comparison: str = ""
    """What the source itself compares: empty for a level, else `share`, `per_head`, ..."""
    base: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell: `file` is the name given at loading, row and column count from 1."""

    file: str
    sheet: str = ""
    row: int = 0
    column: str = ""

    def __str__(self) -> str:
        parts = [self.file]
        if self.sheet:
            parts.append(f"sheet {self.sheet}")
        if self.row:
            parts.append(f"line {self.row}")
        if self.column:
            parts.append(f"column {self.column}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Observation:
    """A value in `unit`, exactly as written by its source."""

    key: SeriesKey
    period: Period
    value: Decimal
    unit: ScaledUnit
    stage: EstimateStage
    place: Place
    note: str = ""
