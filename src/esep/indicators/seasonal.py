"""What of a series is its season, what its trend, and which values fit neither?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, pvariance

from esep.errors import BadRequest, TryAgain

FEWEST_YEARS = 2
"""A season seen once is not told from an accident."""
YEARS_FOR_OUTLIERS = 3
"""Of two values of one month neither is the odd one."""
YEARS_FOR_A_FIRM_PATTERN = 5
OUTLYING = 3.5
"""Times the usual scatter (1.4826 x median deviation, which is that of a normal spread)."""
ROUNDING = 1e-9
SMALLEST = 0.01
"""Parts of the value: what deviates less is noise of rounding."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value taken apart; `season` is a factor, or an amount where some are not above zero."""

    trend: float
    season: float
    adjusted: float
    deviation: float
    """Parts of the value above or below what season and trend make of it."""
    outlying: float
    """How many times the usual scatter it deviates, where that is too much; else zero."""


@dataclass(frozen=True, slots=True)
class Decomposition:
    points: tuple[Point, ...]
    multiplicative: bool
    strength: float
    """From 0, no season at all, to 1, nothing but season around the trend."""
    library: str


def decompose(values: Sequence[float], per_year: int) -> Decomposition:
    """Trend and season by STL, robustly, so that an odd value does not bend either."""
    if len(values) < FEWEST_YEARS * per_year:
        raise BadRequest(
            f"{len(values)} values are too few for a seasonal pattern",
            detail=f"it needs {FEWEST_YEARS} full years without a gap: "
            f"{FEWEST_YEARS * per_year} values",
        )
    try:
        import statsmodels
        from statsmodels.tsa.seasonal import STL
    except ImportError as error:
        raise TryAgain(
            "seasonal patterns need a library that is not installed",
            detail=str(error),
            hint="install it with: pip install 'esep[seasonal]'",
        ) from error
    multiplicative = min(values) > 0
    scaled = [math.log(each) for each in values] if multiplicative else [*values]
    found = STL(scaled, period=per_year, robust=True).fit()
    parts = list(zip(values, found.trend, found.seasonal, found.resid, strict=True))
    rests = [float(rest) for *_, rest in parts]
    scatter = 1.4826 * median(abs(each - median(rests)) for each in rests)
    enough = len(values) >= YEARS_FOR_OUTLIERS * per_year
    points = tuple(
        _point(
            float(value),
            float(trend),
            float(season),
            float(rest),
            scatter if enough else 0.0,
            multiplicative,
        )
        for value, trend, season, rest in parts
    )
    around = [float(season) + float(rest) for _, _, season, rest in parts]
    # What is left of a series that never moves is the rounding of the machine.
    moves = max(map(abs, around)) > ROUNDING * max(map(abs, scaled))
    strength = max(0.0, 1 - pvariance(rests) / pvariance(around)) if moves else 0.0
    return Decomposition(points, multiplicative, strength, f"statsmodels {statsmodels.__version__}")


def _point(
    value: float, trend: float, season: float, rest: float, scatter: float, multiplicative: bool
) -> Point:
    if multiplicative:
        deviation = math.exp(rest) - 1
        trend, season = math.exp(trend), math.exp(season)
        adjusted = value / season
    else:
        expected = trend + season
        deviation, adjusted = rest / abs(expected) if expected else 0.0, value - season
    times = abs(rest) / scatter if scatter > 0 else 0.0
    is_odd = times > OUTLYING and abs(deviation) > SMALLEST
    return Point(trend, season, adjusted, deviation, times if is_odd else 0.0)
