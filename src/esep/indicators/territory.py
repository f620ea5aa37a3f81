"""Series on older borders, summed from the regions that together cover them."""

from __future__ import annotations

from collections.abc import Collection

import narwhals as nw

from esep.indicators.series import Frame, levels


def on_safe_unions(rows: Frame, unions: Frame, *, additive: Collection[str]) -> Frame:
    """Sum the successors of a divided region on the territory it had.

    `unions` has one row a part: `part` (today's territory), `whole` (the older one) and
    `parts` (how many belong together). Only additive indicators; only where every part is
    known, so a union is never short of a district that was forgotten.
    """
    parts = levels(rows).filter(nw.col("indicator").is_in(list(additive)))
    return (
        parts.join(unions, left_on="territory", right_on="part", how="inner")
        .group_by("indicator", "whole", "base", "breakdown", "period", "prior_period", "parts")
        .agg(
            nw.col("value").sum().alias("union_value"),
            nw.col("territory").n_unique().alias("known"),
        )
        .filter(nw.col("known") == nw.col("parts"))
        .select("indicator", "whole", "base", "breakdown", "period", "prior_period", "union_value")
    )


def with_union_change(rows: Frame, unions: Frame, *, additive: Collection[str]) -> Frame:
    """Where a region lost territory, add the change of the safe union against the old region.

    The column `union_change` is per cent. It is null unless all parts are known now and the
    whole was known a year before; where a land was divided twice, the smallest union counts.
    """
    joined = on_safe_unions(rows, unions, additive=additive)
    before = levels(rows).select(
        "indicator",
        nw.col("territory").alias("whole"),
        "base",
        "breakdown",
        nw.col("period").alias("prior_period"),
        nw.col("value").alias("whole_value"),
    )
    change = (
        joined.join(before, on=["indicator", "whole", "base", "breakdown", "prior_period"])
        .filter(nw.col("whole_value") > 0)
        .with_columns(union_change=nw.col("union_value") / nw.col("whole_value") * 100 - 100)
        .join(unions.select("part", "whole", "parts"), on="whole")
        .unique(
            subset=["indicator", "part", "base", "breakdown", "period"],
            keep="first",
            order_by=["parts", "whole"],
        )
        .select(
            "indicator",
            nw.col("part").alias("territory"),
            nw.col("whole").alias("union_whole"),
            "base",
            "breakdown",
            "period",
            "union_value",
            nw.col("whole_value").alias("union_prior_value"),
            "union_change",
        )
    )
    return rows.join(
        change, on=["indicator", "territory", "base", "breakdown", "period"], how="left"
    )
