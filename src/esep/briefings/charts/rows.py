"""What does a chart need to know of each of its lines, columns and tiles?

Every text, also every printed value, arrives in the document's language: a chart rounds
nothing and names nothing.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A value to draw and the text to print for it; no value means the source has none."""

    value: float | None
    text: str
    fact_id: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of `bars_from_100`: a branch in the region and in the country."""

    label: str
    region: Mark
    country: Mark


@dataclass(frozen=True, slots=True)
class Ranked:
    label: str
    place: str
    mark: Mark
    own: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """One period: its level, and its index against the period before."""

    label: str
    level: Mark
    index: Mark = Mark(None, "")
    tentative: bool = False
    """Preliminary or expected: drawn as an outline."""


@dataclass(frozen=True, slots=True)
class Tile:
    row: int
    column: int
    label: str
    mark: Mark
    own: bool = False
