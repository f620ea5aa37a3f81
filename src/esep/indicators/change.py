"""How a value stands against the same span of the year before, on the same territory."""

from __future__ import annotations

from collections.abc import Collection

import narwhals as nw

from esep.indicators.series import Frame, levels

COMPARABLE, NOT_COMPARABLE, NO_EARLIER_VALUE = (
    "comparable",
    "not_comparable",
    "no_earlier_value",
)


def with_prior(rows: Frame) -> Frame:
    """Put the value of a year before beside each value, with the comparability verdict.

    January-April meets January-April, never March. The earlier value counts only on the same
    territory; where the region had other borders then, the verdict is `not_comparable`, the
    earlier version is named and no change is computed.
    """
    earlier = levels(rows)
    same_area = earlier.select(
        "indicator",
        "territory",
        "base",
        "breakdown",
        nw.col("period").alias("prior_period"),
        nw.col("value").alias("prior_value"),
        nw.col("published_at").alias("prior_published_at"),
    )
    same_name = earlier.filter(nw.col("usual")).select(
        "indicator",
        "region",
        "base",
        "breakdown",
        nw.col("period").alias("prior_period"),
        nw.col("region_version").alias("earlier_version"),
        nw.col("territory").alias("earlier_territory"),
    )
    return (
        rows.join(
            same_area,
            on=["indicator", "territory", "base", "breakdown", "prior_period"],
            how="left",
        )
        .join(
            same_name,
            on=["indicator", "region", "base", "breakdown", "prior_period"],
            how="left",
        )
        .with_columns(
            comparability=nw.when(~nw.col("prior_value").is_null())
            .then(nw.lit(COMPARABLE))
            .when(~nw.col("earlier_version").is_null())
            .then(nw.lit(NOT_COMPARABLE))
            .otherwise(nw.lit(NO_EARLIER_VALUE))
        )
    )


def with_change(rows: Frame, *, in_points: Collection[str]) -> Frame:
    """Add `change` and `growth_index`.

    Indicators `in_points` are percentages already: "+5 %" of an unemployment rate would be
    read as five points, so they change by points and have no index. A change from zero or
    from a negative value is undefined, which is not zero.
    """
    percentage = nw.col("indicator").is_in(list(in_points))
    ratio = nw.when(nw.col("prior_value") > 0).then(nw.col("value") / nw.col("prior_value") * 100)
    return rows.with_columns(
        change=nw.when(percentage)
        .then(nw.col("value") - nw.col("prior_value"))
        .otherwise(ratio - 100),
        growth_index=nw.when(~percentage).then(ratio),
    )
