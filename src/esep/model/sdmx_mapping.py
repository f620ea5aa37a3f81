"""Which dimensions of an SDMX dataflow say what esep calls indicator, region, unit or stage?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase


@dataclass(frozen=True, slots=True)
class Property:
    """Where a property of a figure stands, and what the codes there mean."""

    components: tuple[str, ...] = ()
    """Dimensions or attributes; the codes of several are joined by dots."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """A code that is not here stands for itself, and is an issue where esep does not know it."""
    always: str = ""
    """What it is in every row, where no component says it."""
    scale: str = ""
    """Of a unit: the component that holds the power of ten."""


@dataclass(frozen=True, slots=True)
class SdmxMapping:
    id: str
    structures: tuple[str, ...]
    """Patterns of the structures it is for, as `AGENCY:ID(*)`."""
    properties: Mapping[str, Property]
    """By tidy column."""
    breakdown: Mapping[str, Property] = field(default_factory=dict)
    """By name of the breakdown; an empty code is the total."""
    since_january: tuple[str, frozenset[str]] = ("", frozenset())
    """The component, and its codes, by which a month stands for January to that month."""
    ignored: frozenset[str] = frozenset()

    def is_for(self, structure: str) -> bool:
        return any(fnmatchcase(structure, pattern) for pattern in self.structures)

    @property
    def used(self) -> frozenset[str]:
        """Every component the mapping speaks of."""
        named = {self.since_january[0], *self.ignored}
        for each in (*self.properties.values(), *self.breakdown.values()):
            named.update(each.components, (each.scale,))
        return frozenset(named - {""})
