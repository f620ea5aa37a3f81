"""Named areas and their territory between two dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from esep.model.period import Period
from esep.model.text import Names


class RegionChange(StrEnum):
    """How a version came to be from its predecessors."""

    ORIGIN = "origin"
    """The earliest version the pack knows."""
    RENAME = "rename"
    """Another name, centre or code: the same territory."""
    SPLIT = "split"
    """What is left after another region was cut out, or that new region itself."""
    MERGE = "merge"
    BOUNDARY_SHIFT = "boundary_shift"


@dataclass(frozen=True, slots=True)
class RegionVersion:
    """A region between two days. A code does not prove an unchanged area; a territory id does.

    `territory` is shared by versions that differ in name only, so two observations describe
    the same area exactly when their territories are equal.
    """

    code: str
    valid_from: date | None
    valid_to: date | None
    """Exclusive; None is open."""
    level: int
    """0 the country, 1 its regions, 2 their districts."""
    kind: str
    parent: str
    change: RegionChange
    predecessors: tuple[str, ...]
    territory: str
    names: Names
    centre: Mapping[str, str]
    tile: tuple[int, int] | None = None
    """Row and column on the tile map of the country."""

    @property
    def id(self) -> str:
        return f"{self.code}@{self.valid_from.isoformat() if self.valid_from else 'origin'}"

    def covers(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day < self.valid_to
        )


@dataclass(frozen=True, slots=True)
class SafeUnion:
    """Regions that together cover one older territory, so their sums can be compared with it."""

    territory: str
    """The territory of the older, undivided region."""
    codes: tuple[str, ...]


def version_for(versions: tuple[RegionVersion, ...], period: Period) -> RegionVersion | None:
    """The version whose borders a figure of this period is on, unless its source says otherwise.

    A flow is published on the borders in force when its period closes; a point on its own day.
    """
    day = period.start if period.is_point else period.end
    return next((version for version in versions if version.covers(day)), None)
