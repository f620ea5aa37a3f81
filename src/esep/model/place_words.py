"""How a text speaks of places the register of regions does not hold, and of `the region`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Phrases = Mapping[str, tuple[str, ...]]
"""By language."""


@dataclass(frozen=True, slots=True)
class Town:
    """A town or a district that is no region of the register, told apart from its region."""

    kind: str
    """`city` or `district`."""
    parent: str
    """Code of the region it lies in."""
    name: str
    """English, as tables print it: `Kokshetau city`."""
    spellings: Mapping[str, tuple[str, ...]]
    """By language, without the word for its kind."""


@dataclass(frozen=True, slots=True)
class PlaceWords:
    towns: tuple[Town, ...] = ()
    kinds: Mapping[str, Phrases] = field(default_factory=dict)
    """Words that say what a place is: `region`, `city`, `district`."""
    country: Phrases = field(default_factory=dict)
    """`nationwide`, `по стране`: the country, without its name."""
    with_kind: Phrases = field(default_factory=dict)
    """Names that mean a region only with the word for its kind: persons bear them too."""
    not_places: Phrases = field(default_factory=dict)
    """Names in which a place's name stands for something else: `Bank of Astana`."""
