"""Which words speak for a large figure that stands alone, with its label above or beneath?"""

from __future__ import annotations

from collections.abc import Sequence

from esep.checking.documents.table import is_value

_LONGEST = 140


def tile(lines: Sequence[str]) -> list[tuple[str, tuple[str, ...]]] | None:
    """Each line with the heads that speak for it; None where the lines are no such figure."""
    said = [line for line in lines if line]
    if len(said) < 2 or any(len(line) > _LONGEST for line in said):
        return None
    labels = [line for line in said if not is_value(line)]
    if not labels or len(labels) == len(said) or not (is_value(said[0]) or is_value(said[-1])):
        return None
    # The first of the words is what the figure is of; the others compare it with something.
    return [(line, () if line == labels[0] else (labels[0],)) for line in said]
