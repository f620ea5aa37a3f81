"""Of which period is a total that closes a list of years: 430 in 2023, 332 in 2024, 762 in all?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from esep.checking.periods.choose import Sign
from esep.model.claim import Claim
from esep.model.period import Period, PeriodKind

_IN_ALL = re.compile(
    r"(?<!\w)(?:жиыны|барлығы|бәрі|жалпы саны|қосқанда|jıyny|jiyny|barlyǵy|barlyğy"
    r"|всего|итого|в сумме|in all|altogether|in total|a total of)\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_LOOK = 40
_LEAST = 2


def period_of_total(
    text: str, claims: Sequence[Claim], settled: Sequence[Period | None], sign: Sign | None
) -> Period | None:
    """The years of the figures before the last of these claims, where it sums them up."""
    claim, start = claims[-1], claims[-1].quantity.start
    if len(claims) <= _LEAST or _IN_ALL.search(text[max(0, start - _LOOK) : start]) is None:
        return None
    if sign is not None and sign.start >= claims[-2].quantity.end:
        return None  # it has words of its own
    parts = [
        period
        for each, period in zip(claims[:-1], settled, strict=True)
        if period and period.kind is PeriodKind.YEAR and each.quantity.unit == claim.quantity.unit
    ]
    if len(set(parts)) < _LEAST:
        return None
    return Period(min(each.start for each in parts), max(each.end for each in parts))
