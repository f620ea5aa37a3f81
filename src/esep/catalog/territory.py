"""Which versions cover the same land, and which regions together cover a land that was divided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from esep.model.region import RegionChange, RegionVersion, SafeUnion


def with_territories(versions: Mapping[str, RegionVersion]) -> dict[str, RegionVersion]:
    """Give every version its territory: a rename keeps its predecessor's, all else has its own."""

    def territory(version: RegionVersion, seen: frozenset[str] = frozenset()) -> str:
        if version.change is RegionChange.RENAME and version.id not in seen:
            earlier = versions.get(next(iter(version.predecessors), ""))
            if earlier is not None:
                return territory(earlier, seen | {version.id})
        return version.id

    return {id: replace(version, territory=territory(version)) for id, version in versions.items()}


def safe_unions(versions: Mapping[str, RegionVersion]) -> tuple[SafeUnion, ...]:
    """For every territory no region has today: the regions of today that cover exactly it.

    There is no union where a part also took in land from outside, or where the only part known
    of a split is smaller than the whole: a sum over such regions would compare unlike areas.
    """
    successors: dict[str, list[RegionVersion]] = defaultdict(list)
    for version in versions.values():
        for predecessor in version.predecessors:
            if predecessor in versions and versions[predecessor].level == version.level:
                successors[predecessor].append(version)
    today = {version.territory for version in versions.values() if version.valid_to is None}
    unions = {}
    for version in versions.values():
        if version.territory in today or version.territory in unions:
            continue
        codes = _covering(version, versions, successors)
        if codes:
            unions[version.territory] = SafeUnion(version.territory, codes)
    return tuple(unions[territory] for territory in sorted(unions))


def _covering(
    version: RegionVersion,
    versions: Mapping[str, RegionVersion],
    successors: Mapping[str, list[RegionVersion]],
) -> tuple[str, ...]:
    inside = {version.id}
    waiting = [version]
    while waiting:
        parts = successors.get(waiting.pop().id, [])
        new = [part for part in parts if part.id not in inside]
        inside.update(part.id for part in new)
        waiting.extend(new)
    members = [versions[id] for id in inside]
    for member in members:
        if member.id == version.id:
            continue
        known = [versions[id] for id in member.predecessors if id in versions]
        whole = [earlier.id for earlier in known if earlier.level == version.level]
        if not inside.issuperset(whole):
            return ()
        # A border that moved with only one neighbour named took land from somewhere unsaid.
        if member.change is RegionChange.BOUNDARY_SHIFT and len(whole) < 2:
            return ()
    for member in members:
        parts = successors.get(member.id, [])
        if not parts and member.valid_to is not None:
            return ()  # dissolved into something the pack does not know
        if len(parts) == 1 and parts[0].change is RegionChange.SPLIT:
            return ()
    return tuple(sorted({member.code for member in members if member.valid_to is None}))
