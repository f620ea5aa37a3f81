"""Which known names are closest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable

from esep.catalog.fold import fold


def nearest(text: str, options: Iterable[str], *, limit: int = 1) -> list[str]:
    """Return the closest options, best first; none where nothing is close."""
    from rapidfuzz import fuzz, process

    known = list(dict.fromkeys(options))
    found = process.extract(
        text, known, scorer=fuzz.ratio, processor=fold, limit=limit, score_cutoff=50
    )
    return [option for option, _, _ in found]
