"""Totals and percentages that the pack defines over published indicators."""

from __future__ import annotations

from collections.abc import Iterable

import narwhals as nw

from esep.indicators.series import LEVEL, SERIES, Frame
from esep.model.indicator import Indicator
from esep.model.observation import EstimateStage

_WHERE = ("region", "region_version", "territory", "level", "base", "breakdown")
_WHEN = ("period", "period_start", "period_end", "period_kind", "prior_period")
_BY_SETTLEDNESS = (
    EstimateStage.FORECAST,
    EstimateStage.PLAN,
    EstimateStage.DECLARED,
    EstimateStage.ADMINISTRATIVE,
    EstimateStage.ESTIMATE,
    EstimateStage.OPERATIONAL,
    EstimateStage.PRELIMINARY,
    EstimateStage.UNSTATED,
    EstimateStage.REPORTING,
    EstimateStage.REVISED,
    EstimateStage.FINAL,
)
"""The least settled first."""
_ORIGIN_TEXT = ("load_id", "release_id", "source", "file", "sheet", "column", "note", "printed")
DERIVED = "derived"
"""`made_by` of a row that rests on rows which were brought onto other borders."""


def with_derived(rows: Frame, indicators: Iterable[Indicator]) -> Frame:
    """Add the rows of each indicator defined as a sum or a ratio of others.

    A sum stands only where every term is known for that territory and period: a missing term
    is not zero. Sums come first, so that a ratio may refer to one. What the office publishes
    itself stands as published.
    """
    definitions = tuple(indicators)
    sums = [_sum(rows, each) for each in definitions if each.sum_of]
    rows = nw.concat([rows, *sums], how="vertical") if sums else rows
    ratios = [_ratio(rows, each) for each in definitions if each.ratio_of]
    return nw.concat([rows, *ratios], how="vertical") if ratios else rows


def _sum(rows: Frame, total: Indicator) -> Frame:
    terms = rows.filter(
        nw.col("indicator").is_in(list(total.sum_of)), nw.col("comparison") == LEVEL
    )
    added = (
        terms.group_by(*_WHERE, *_WHEN)
        .agg(
            nw.col("value").sum(),
            nw.col("indicator").n_unique().alias("terms"),
            *_origin(rows),
        )
        .filter(nw.col("terms") == len(total.sum_of))
    )
    return _as_rows(added, total, rows)


def _ratio(rows: Frame, ratio: Indicator) -> Frame:
    assert ratio.ratio_of is not None
    numerator, denominator = ratio.ratio_of
    parts = rows.filter(
        nw.col("indicator").is_in([numerator, denominator]), nw.col("comparison") == LEVEL
    )
    divided = (
        parts.with_columns(
            above=nw.when(nw.col("indicator") == numerator).then(nw.col("value")),
            below=nw.when(nw.col("indicator") == denominator).then(nw.col("value")),
        )
        .group_by(*_WHERE, *_WHEN)
        .agg(nw.col("above").max(), nw.col("below").max(), *_origin(rows))
        .filter(~nw.col("above").is_null(), nw.col("below") != 0)
        .with_columns(value=nw.col("above") / nw.col("below") * 100)
    )
    return _as_rows(divided, ratio, rows)


def _origin(rows: Frame) -> tuple[nw.Expr, ...]:
    """A derived row is as new as the newest of its terms, and as unsettled as any of them."""
    return (
        *((nw.col("made_of").max(),) if _brought_over(rows) else ()),
        nw.col("published_at").max(),
        nw.col("loaded_at").max(),
        settledness().min().alias("settledness"),
    )


def _brought_over(rows: Frame) -> bool:
    """Whether the rows say of what other territories each was made (`rebase`)."""
    return "made_of" in rows.collect_schema()


def settledness() -> nw.Expr:
    place = nw.lit(0)
    for number, stage in enumerate(_BY_SETTLEDNESS):
        place = nw.when(nw.col("stage") == stage.value).then(nw.lit(number)).otherwise(place)
    return place


def stage_of() -> nw.Expr:
    stage = nw.lit(_BY_SETTLEDNESS[0].value)
    for number, each in enumerate(_BY_SETTLEDNESS):
        stage = nw.when(nw.col("settledness") == number).then(nw.lit(each.value)).otherwise(stage)
    return stage


def _as_rows(frame: Frame, indicator: Indicator, like: Frame) -> Frame:
    filled = frame.with_columns(
        nw.lit(indicator.id).alias("indicator"),
        nw.lit(LEVEL).alias("comparison"),
        nw.lit(indicator.unit.code).alias("unit"),
        nw.lit(0).alias("row"),
        stage_of().alias("stage"),
        *(nw.lit("").alias(name) for name in _ORIGIN_TEXT),
    )
    if _brought_over(like):
        made = nw.when(nw.col("made_of") != "").then(nw.lit(DERIVED)).otherwise(nw.lit(""))
        filled = filled.with_columns(made_by=made, weight=nw.lit(""))
    schema = like.collect_schema()
    if "span_of" in schema:  # its terms say of which spans they are
        filled = filled.with_columns(span_of=nw.lit(""))
    # Engines differ in what a literal or a maximum is; a union of rows wants one type a column.
    typed = filled.select(*(nw.col(name).cast(kind) for name, kind in schema.items()))
    published = like.filter(nw.col("indicator") == indicator.id)
    return typed.join(published, on=[*SERIES, "period"], how="anti")
