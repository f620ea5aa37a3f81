"""Which label of an unknown table meant another region in earlier years?"""

from __future__ import annotations

from collections.abc import Mapping

from esep.catalog import Catalog
from esep.sources.draft.look import SeenTable, periods_of


def earlier_regions(
    table: SeenTable, known: Mapping[str, str], catalog: Catalog
) -> dict[str, tuple[str, int]]:
    """The region that was there before and ended, and the year in which it did, by code.

    A table that goes back before a region began prints the figures of the region it was made of
    in its row, unless that one has a row of its own or is still there.
    """
    periods = periods_of(table)
    if not periods:
        return {}
    first = min(period.start for period in periods)
    regions = catalog.regions
    found: dict[str, tuple[str, int]] = {}
    for code in dict.fromkeys(code for code in known.values() if code):
        oldest = regions.by_code[code][0]
        begun = oldest.valid_from
        if begun is None or first >= begun:
            continue
        for predecessor in oldest.predecessors:
            old = regions.version(predecessor)
            ended = regions.latest(old.code).valid_to is not None
            if old.code not in known.values() and ended and old.kind == oldest.kind:
                found[code] = (old.code, begun.year)
    return found
