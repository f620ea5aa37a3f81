"""What is new, revised or vanished between two sets of observations?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import narwhals as nw

from esep.indicators.series import SERIES, Frame

NEW, REVISED, RESTAGED, VANISHED, SAME = "new", "revised", "restaged", "vanished", "same"
"""`restaged` is the same value at another stage: a preliminary figure that became final."""

KEY = ("indicator", "region", *SERIES[1:], "period", "ahead")
"""A figure. What lies ahead (a plan) is another figure than what came about."""

_AHEAD = ("plan", "forecast", "declared")
_IN_POINTS = ("share", "change", "index", "rank")
"""Comparisons by a source that are per cent or places already."""
_DAYS = ("period_kind", "period_start", "period_end")
_TOLD = ("value", "printed", "unit", "stage", "release_id", "region_version")


@dataclass(frozen=True, slots=True)
class Changes:
    """Each frame has one row a figure; what is only on one side has nulls for the other."""

    after: Frame
    """All figures of the later side, with their `state` and `change`."""
    vanished: Frame
    """Figures of the earlier side that the later one lacks."""


def figures(observations: Frame) -> Frame:
    """One row a figure: the newest, where a figure was published several times."""
    ahead = nw.col("stage").is_in(list(_AHEAD))
    newest = ["published_at", "loaded_at", "release_id", "row"]
    needed = dict.fromkeys([*KEY, *_TOLD, *_DAYS, *newest])
    figures = observations.with_columns(ahead=ahead).select(*needed)
    return figures.unique(subset=list(KEY), keep="last", order_by=newest)


def changes(before: Frame, after: Frame, *, in_points: Collection[str]) -> Changes:
    """Compare two sides of `figures`. Percentages change by points, everything else per cent."""
    earlier = before.select(*KEY, *(nw.col(name).alias(f"{name}_before") for name in _TOLD))
    value, was = nw.col("value"), nw.col("value_before")
    points = nw.col("indicator").is_in(list(in_points)) | nw.col("comparison").is_in(
        list(_IN_POINTS)
    )
    joined = after.select(*KEY, *_TOLD).join(earlier, on=list(KEY), how="left")
    compared = joined.with_columns(
        state=nw.when(was.is_null())
        .then(nw.lit(NEW))
        .when(value != was)
        .then(nw.lit(REVISED))
        .when(nw.col("stage") != nw.col("stage_before"))
        .then(nw.lit(RESTAGED))
        .otherwise(nw.lit(SAME)),
        in_points=points,
        # From zero or a negative value a change in per cent is undefined, which is not zero.
        change=nw.when(points).then(value - was).when(was > 0).then((value / was - 1) * 100),
        size=nw.when(was != 0).then((value - was).abs() / was.abs()),
    )
    return Changes(compared, earlier.join(after.select(*KEY), on=list(KEY), how="anti"))


def within_scope(vanished: Frame, after: Frame, before: Frame) -> Frame:
    """Of what vanished, what the later side had room for: its indicator, within its periods.

    A file of this month does not take back the months before it, nor one of years the quarters.
    """
    of = ["indicator", "comparison", "period_kind"]
    spans = after.group_by(*of).agg(
        nw.col("period_start").min().alias("first_day"),
        nw.col("period_end").max().alias("last_day"),
    )
    days = before.select(*KEY, *_DAYS)
    return (
        vanished.join(days, on=list(KEY), how="inner")
        .join(spans, on=of, how="inner")
        .filter(
            (nw.col("period_start") >= nw.col("first_day"))
            & (nw.col("period_end") <= nw.col("last_day"))
        )
        .drop(*_DAYS, "first_day", "last_day")
    )
