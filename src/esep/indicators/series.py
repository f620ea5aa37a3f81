"""Which columns identify a series, and which of several values of it is meant."""

from __future__ import annotations

from typing import Any, TypeAlias

import narwhals as nw

Frame: TypeAlias = "nw.LazyFrame[Any]"
"""A lazy frame of whichever engine runs it."""

SERIES = ("indicator", "territory", "comparison", "base", "breakdown")
"""Everything but time. Territory, not region code: a code does not prove an unchanged area."""

IN_REGION = ("indicator", "region", "comparison", "base", "breakdown", "period")
"""What a reader asks for: the value of a region, whatever borders it was published on."""

LEVEL = ""
"""The comparison of a value that is not itself a comparison."""


def latest(observations: Frame) -> Frame:
    """Keep the newest vintage of each series and period.

    The later publication wins; of two loads of one publication day, the later load.
    """
    return observations.unique(
        subset=[*SERIES, "period"],
        keep="last",
        order_by=["published_at", "loaded_at", "release_id", "row"],
    )


def with_usual(rows: Frame, versions: Frame) -> Frame:
    """Mark the rows a reader means when naming a region and a period.

    Where a period is known on old and on new borders, the usual one is the newer publication,
    and within one publication the newer borders.
    """
    dated = rows.join(
        versions.select("region_version", "valid_from", "parent"), on="region_version", how="left"
    )
    usual = dated.unique(
        subset=list(IN_REGION),
        keep="last",
        order_by=["published_at", "valid_from", "loaded_at"],
    ).select(*IN_REGION, nw.col("territory").alias("usual_territory"))
    return dated.join(usual, on=list(IN_REGION), how="left").with_columns(
        usual=nw.col("territory") == nw.col("usual_territory")
    )


def levels(rows: Frame) -> Frame:
    """The values themselves, without what the source has already compared."""
    return rows.filter(nw.col("comparison") == LEVEL)
