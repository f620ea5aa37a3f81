"""A region's place among its peers: by what, among how many, with which ties."""

from __future__ import annotations

from collections.abc import Collection

import narwhals as nw

from esep.indicators.series import Frame

_AMONG = ("indicator", "comparison", "base", "breakdown", "period", "level")


def with_rank(rows: Frame, *, column: str, name: str, ascending: Collection[str]) -> Frame:
    """Add `<name>`, `<name>_of` and `<name>_ties` by the unrounded values of `column`.

    Peers are the usual rows of one level and period. The largest value is first, except for
    indicators in `ascending`, where less is better. Equal values share the better place.
    Regions without a value have no place and do not count in `_of`.
    """
    counted = nw.col("usual") & ~nw.col(column).is_null()
    # Less is better: turn the scale, so that one ranking serves both directions.
    score = (
        nw.when(nw.col("indicator").is_in(list(ascending)))
        .then(-nw.col(column))
        .otherwise(nw.col(column))
    )
    ranked = rows.with_columns(_score=nw.when(counted).then(score))
    return ranked.with_columns(
        nw.when(counted)
        .then(nw.col("_score").rank(method="min", descending=True).over(*_AMONG))
        .alias(name),
        nw.when(counted).then(nw.col("_score").count().over(*_AMONG)).alias(f"{name}_of"),
        nw.when(counted)
        .then(nw.col("_score").count().over(*_AMONG, "_score"))
        .alias(f"{name}_ties"),
    ).drop("_score")
