"""Onto which territories can figures of any year be brought, so that all years stand on one set?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from esep.model.region import RegionChange, RegionVersion

TODAY, UNION = "today", "union"
MARK = "~on-"
"""Between a label and the name of its borders in the ids of facts: `KZ-19+KZ-33~on-union`."""


@dataclass(frozen=True, slots=True)
class Area:
    """One territory of the set, with every collection of territories that covers exactly it."""

    label: str
    """A code, or the codes of today that together make it: `KZ-19+KZ-33`."""
    territory: str
    level: int
    parent: str
    """The label of the area it lies in; empty for the country."""
    codes: tuple[str, ...]
    """Every code that ever stood for it or for a part of it."""
    covers: tuple[tuple[str, ...], ...]
    """Other territories that together make it, the fewest first; never the territory itself."""


@dataclass(frozen=True, slots=True)
class Borders:
    """Areas that cover the country without overlap, the same for every period."""

    name: str
    """`today`, `union`, a year or a day."""
    areas: tuple[Area, ...]

    @property
    def sizes(self) -> Mapping[int, int]:
        """How many areas each level has."""
        found: defaultdict[int, int] = defaultdict(int)
        for area in self.areas:
            found[area.level] += 1
        return found

    def key(self, area: Area) -> str:
        """The area as ids of facts name it."""
        return f"{area.label}{MARK}{self.name}"

    def around(self, code: str) -> tuple[Area, ...]:
        """The areas a region belongs to: one, unless the region was made of several of them."""
        exact = tuple(area for area in self.areas if code in (area.label, self.key(area)))
        return exact or tuple(area for area in self.areas if code in area.codes)


def borders_of(versions: Iterable[RegionVersion], name: str, day: date | None) -> Borders:
    """The borders in force on a day; without one the smallest areas that no change has crossed.

    Where the pack does not say where land came from or went to, an area has no covers: a sum
    over its successors would compare unlike lands.
    """
    by_level: defaultdict[int, list[RegionVersion]] = defaultdict(list)
    for version in versions:
        by_level[version.level].append(version)
    found: list[tuple[Area, frozenset[str]]] = []
    for level in sorted(by_level):
        history = _History(by_level[level])
        made = history.unions() if day is None else history.on(day)
        found += [_area(members, covers, level) for members, covers in made]
    inside = {version_id: area.label for area, ids in found for version_id in ids}
    ids = {version.id: version for each in by_level.values() for version in each}
    areas = tuple(
        Area(
            area.label,
            area.territory,
            area.level,
            _parent(members, ids, inside),
            area.codes,
            area.covers,
        )
        for area, members in found
    )
    return Borders(name, tuple(sorted(areas, key=lambda each: (each.level, each.label))))


def _area(
    members: tuple[RegionVersion, ...], covers: tuple[tuple[RegionVersion, ...], ...], level: int
) -> tuple[Area, frozenset[str]]:
    """`members` are the versions in force on the day, or today's for a union."""
    whole = next((each for each in (members, *covers) if len(each) == 1), members)
    newest = max(covers, key=lambda each: max(_since(v) for v in each), default=members)
    # Named by the regions of today, whose sum it is; by its own code where nothing is known.
    named = newest if len(members) == 1 and members[0].valid_to is not None else members
    label = "+".join(sorted({version.code for version in named}))
    territory = whole[0].territory if len(whole) == 1 else label
    texts = {tuple(sorted({version.territory for version in each})) for each in (*covers, members)}
    texts.discard((territory,))
    codes = tuple(sorted({version.code for each in (*covers, members) for version in each}))
    ordered = tuple(sorted(texts, key=lambda each: (len(each), each)))
    ids = frozenset(version.id for each in (*covers, members) for version in each)
    return Area(label, territory, level, "", codes, ordered), ids


def _parent(
    members: frozenset[str], ids: Mapping[str, RegionVersion], inside: Mapping[str, str]
) -> str:
    """The area that all of them lie in, if there is one."""
    codes = {ids[each].parent for each in members}
    labels = {inside[each.id] for each in ids.values() if each.code in codes and each.id in inside}
    return next(iter(labels)) if len(labels) == 1 else ""


def _since(version: RegionVersion) -> date:
    return version.valid_from or date.min


class _History:
    """The versions of one level, and which of them together cover one land on other days."""

    def __init__(self, versions: list[RegionVersion]) -> None:
        self._versions = sorted(versions, key=lambda each: each.id)
        self._by_id = {version.id: version for version in versions}
        self._days = sorted({_since(version) for version in versions})
        self._successors: defaultdict[str, list[RegionVersion]] = defaultdict(list)
        for version in self._versions:
            for each in version.predecessors:
                if each in self._by_id:
                    self._successors[each].append(version)

    def on(
        self, day: date
    ) -> list[tuple[tuple[RegionVersion, ...], tuple[tuple[RegionVersion, ...], ...]]]:
        """Each version in force on the day, with what covers it on other days."""
        covers: defaultdict[str, list[tuple[RegionVersion, ...]]] = defaultdict(list)
        for other in self._days:
            for group in self._groups(min(day, other), max(day, other)):
                here = [each for each in group if each.covers(day)]
                there = tuple(each for each in group if each.covers(other))
                if len(here) == 1 and there:
                    covers[here[0].id].append(there)
        return [
            ((version,), tuple(covers[version.id]))
            for version in self._versions
            if version.covers(day)
        ]

    def unions(
        self,
    ) -> list[tuple[tuple[RegionVersion, ...], tuple[tuple[RegionVersion, ...], ...]]]:
        """Today's versions, joined wherever a change of territory ran between them."""
        last = date.max
        found = []
        joined: set[str] = set()
        for group in self._groups(date.min, last):
            members = tuple(each for each in group if each.valid_to is None)
            if not members:
                continue
            joined.update(each.id for each in members)
            covers = (tuple(each for each in group if each.covers(day)) for day in self._days)
            found.append((members, tuple(each for each in covers if each)))
        # What is not known to have come from somewhere stands for itself.
        alone = [each for each in self._versions if each.valid_to is None and each.id not in joined]
        return found + [((each,), ((each,),)) for each in alone]

    def _groups(self, first: date, last: date) -> list[list[RegionVersion]]:
        """Versions between two days, joined by the changes between them; the safe groups only."""
        alive = [
            each
            for each in self._versions
            if _since(each) <= last and (each.valid_to is None or each.valid_to > first)
        ]
        group_of = {each.id: each.id for each in alive}

        def root(version_id: str) -> str:
            while group_of[version_id] != version_id:
                version_id = group_of[version_id]
            return version_id

        unsafe: set[str] = set()
        for version in alive:
            if not first < _since(version) <= last:
                continue
            known = [each for each in version.predecessors if each in group_of]
            for each in known:
                group_of[root(each)] = root(version.id)
            if self._came_from_nowhere(version, known):
                unsafe.add(version.id)
        unsafe.update(each.id for each in alive if self._went_nowhere(each, last))
        broken = {root(each) for each in unsafe}
        groups: defaultdict[str, list[RegionVersion]] = defaultdict(list)
        for version in alive:
            if root(version.id) not in broken:
                groups[root(version.id)].append(version)
        return list(groups.values())

    def _came_from_nowhere(self, version: RegionVersion, known: list[str]) -> bool:
        same_level = [each for each in version.predecessors if each in self._by_id]
        if version.change is RegionChange.BOUNDARY_SHIFT:
            return len(known) < 2
        return not known and (bool(same_level) or version.change is not RegionChange.ORIGIN)

    def _went_nowhere(self, version: RegionVersion, last: date) -> bool:
        if version.valid_to is None or version.valid_to > last:
            return False
        parts = self._successors[version.id]
        # The only known part of a split is smaller than the whole.
        return not parts or (len(parts) == 1 and parts[0].change is RegionChange.SPLIT)
