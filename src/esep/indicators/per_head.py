"""Values per inhabitant, with the population of the same territory and period."""

from __future__ import annotations

from collections.abc import Collection

import narwhals as nw

from esep.indicators.series import Frame, levels

PUBLISHED = "per_head"
"""The comparison under which a source's own per-head figures are kept."""

CELL = ("release_id", "file", "sheet", "row", "column", "printed", "unit", "published_at", "stage")
"""What leads back to the cell of a published figure, kept as `per_head_<name>`."""


def with_per_head(rows: Frame, *, population: str, meaningful: Collection[str]) -> Frame:
    """Add `per_head`, and `per_head_published` where the source printed it itself.

    A published figure is preferred: the office divides by the population of that very span.
    Otherwise the value is divided by the population of the same period and territory; there
    is no figure where that population is not known, for old borders must not be divided by
    the people of new ones.
    """
    # Of everybody: not of the men, the townspeople or the young.
    people = levels(rows).filter(nw.col("indicator") == population, nw.col("breakdown") == "")
    inhabitants = people.select(
        "territory",
        "period",
        nw.col("value").alias("inhabitants"),
        nw.col("published_at").alias("inhabitants_published_at"),
    )
    printed = rows.filter(nw.col("comparison") == PUBLISHED).select(
        "indicator",
        "territory",
        "base",
        "breakdown",
        "period",
        nw.col("value").alias("per_head_published"),
        *(nw.col(name).alias(f"per_head_{name}") for name in CELL),
    )
    wanted = nw.col("indicator").is_in(list(meaningful))
    computed = nw.when(wanted, nw.col("inhabitants") > 0).then(
        nw.col("value") / nw.col("inhabitants")
    )
    return (
        rows.join(inhabitants, on=["territory", "period"], how="left")
        .join(printed, on=["indicator", "territory", "base", "breakdown", "period"], how="left")
        .with_columns(per_head=nw.coalesce(nw.col("per_head_published"), computed))
    )
