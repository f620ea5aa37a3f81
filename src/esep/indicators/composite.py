"""What the branches of a composite index say about it: its bounds and their contributions."""

from __future__ import annotations

from collections.abc import Iterable

import narwhals as nw

from esep.indicators.series import Frame, levels
from esep.model.indicator import Indicator

TOLERANCE = 0.05
"""Half of the last printed digit of an index (domain notes 1.3)."""


def with_bounds(rows: Frame, composites: Iterable[Indicator]) -> Frame:
    """Add `lowest` and `highest`: a weighted mean lies between its smallest and largest branch.

    Null unless every branch of the composite is known for that territory and period.
    `outside_bounds` says that the published composite contradicts its branches.
    """
    found = [_bounds(rows, each) for each in composites if each.components]
    if not found:
        nothing = nw.lit(None).cast(nw.Float64)
        return rows.with_columns(
            lowest=nothing, highest=nothing, outside_bounds=nw.lit(None).cast(nw.Boolean)
        )
    joined = rows.join(
        nw.concat(found, how="vertical"), on=["indicator", "territory", "period"], how="left"
    )
    return joined.with_columns(
        outside_bounds=(nw.col("value") < nw.col("lowest") - TOLERANCE)
        | (nw.col("value") > nw.col("highest") + TOLERANCE)
    )


def _bounds(rows: Frame, composite: Indicator) -> Frame:
    branches = levels(rows).filter(
        nw.col("indicator").is_in(list(composite.components)), nw.col("breakdown") == ""
    )
    return (
        branches.group_by("territory", "period")
        .agg(
            nw.col("value").min().alias("lowest"),
            nw.col("value").max().alias("highest"),
            nw.col("indicator").n_unique().alias("branches"),
        )
        .filter(nw.col("branches") == len(composite.components))
        .with_columns(nw.lit(composite.id).alias("indicator"))
        .select("indicator", "territory", "period", "lowest", "highest")
    )
