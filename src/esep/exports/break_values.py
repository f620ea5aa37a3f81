"""What was the value of a figure on the borders before, where a territory breaks its series?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_SAME = ("indicator", "period", "unit", "comparison", "base", "breakdown")
"""What a figure and its value before the break share: only their region versions differ."""


def values_before_breaks(
    table: Any, versions: Any, *, before: Callable[[str, str], str]
) -> list[str]:
    """For each figure its value on the borders before, where it is known and only one.

    `versions` are the region versions of the figures; `before` names the one that was in force a
    year before a period on other borders, or nothing.
    """
    import pyarrow.compute as pc

    count = table.num_rows
    period = table["period"].combine_chunks()
    pairs = pc.binary_join_element_wise(versions, period, "\n")
    earlier = {
        pair: found for pair in pc.unique(pairs).to_pylist() if (found := before(*pair.split("\n")))
    }
    if not earlier:
        return [""] * count
    broken = [earlier.get(pair, "") for pair in pairs.to_pylist()]
    wanted = set(earlier.values())
    own = versions.to_pylist()
    same = list(zip(*(table[name].to_pylist() for name in _SAME), strict=True))
    known: dict[tuple[Any, ...], set[str]] = {}
    for version, key, value in zip(own, same, table["value"].to_pylist(), strict=True):
        if version in wanted:
            known.setdefault((version, key), set()).add(value)
    places = zip(broken, same, strict=True)
    values_of = (known.get(place, set()) for place in places)
    # Two values of two releases are not one: which of them was before the break is not known.
    return [next(iter(values)) if len(values) == 1 else "" for values in values_of]
