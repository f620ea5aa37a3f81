"""Which known names are closest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from esep.catalog.fold import fold

LONGEST_CHARACTERS = 200


def nearest(text: str, options: Iterable[str], *, limit: int = 1) -> list[str]:
    """Return the closest options, best first; none where nothing is close."""
    from rapidfuzz import fuzz, process

    known = tuple(dict.fromkeys(options))
    # Nobody misspells a name at such length, and comparing it would take its time.
    wanted = fold(text[:LONGEST_CHARACTERS])
    found = process.extract(wanted, _folded(known), scorer=fuzz.ratio, limit=limit, score_cutoff=50)
    return [known[place] for _, _, place in found]


@lru_cache(maxsize=64)
def _folded(known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(option) for option in known)
