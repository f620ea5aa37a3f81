"""What part of its parent a region is, how far from it, and what it adds to its change."""

from __future__ import annotations

from collections.abc import Collection

import narwhals as nw

from esep.indicators.series import Frame, levels


def with_parent(rows: Frame) -> Frame:
    """Put the parent region's value, and its value a year before, beside each value.

    `rows` must already carry `prior_value` (`change.with_prior`).
    """
    parents = levels(rows).filter(nw.col("usual"))
    beside = parents.select(
        "indicator",
        nw.col("region").alias("parent"),
        "base",
        "breakdown",
        "period",
        nw.col("value").alias("parent_value"),
        nw.col("prior_value").alias("parent_prior_value"),
        nw.col("published_at").alias("parent_published_at"),
    )
    return rows.join(beside, on=["indicator", "parent", "base", "breakdown", "period"], how="left")


def with_share(rows: Frame, *, additive: Collection[str], in_points: Collection[str]) -> Frame:
    """Add `share` (per cent of the parent), `gap` (points from it) and `contribution`.

    The contribution is in percentage points of the parent's own change, so the contributions
    of all its regions add up to that change. Both need an additive indicator; the gap needs a
    percentage. A contribution also needs the region's earlier value on the same territory.
    """
    adds_up = nw.col("indicator").is_in(list(additive))
    is_percentage = nw.col("indicator").is_in(list(in_points))
    return rows.with_columns(
        share=nw.when(adds_up, nw.col("parent_value") > 0).then(
            nw.col("value") / nw.col("parent_value") * 100
        ),
        gap=nw.when(is_percentage).then(nw.col("value") - nw.col("parent_value")),
        contribution=nw.when(adds_up, nw.col("parent_prior_value") > 0).then(
            (nw.col("value") - nw.col("prior_value")) / nw.col("parent_prior_value") * 100
        ),
    )
