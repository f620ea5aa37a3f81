"""Values in other spans than they were published for, made only of values of one territory."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import narwhals as nw

from esep.indicators.derived import settledness, stage_of
from esep.indicators.series import LEVEL, Frame, levels
from esep.indicators.spans import YEARS, Span, singles
from esep.model.observation import EstimateStage
from esep.model.period import Period

_SERIES = ("indicator", "territory", "base", "breakdown")
_ORIGIN = (
    "load_id",
    "release_id",
    "source",
    "printed",
    "unit",
    "file",
    "sheet",
    "column",
    "note",
)


def in_spans(rows: Frame, table: Frame, span: Span, flowing: Collection[str]) -> Frame:
    """The rows with every flow told in `span`, and `span_of`: what a value was made of.

    What was published for such a span stands. A value is made only of values of one territory,
    so that no month is the difference of two lands; where a part is missing there is none. A
    difference is an estimate of ours: its ends may be of two vintages. What is no flow stays.
    """
    told = rows.with_columns(span_of=nw.lit("").cast(nw.String))
    is_flow = nw.col("indicator").is_in(list(flowing)) & (nw.col("comparison") == LEVEL)
    wanted = nw.col("period").is_in(list(_wanted(span)))
    published = told.filter(~is_flow | wanted)
    made = _made(levels(rows).filter(nw.col("indicator").is_in(list(flowing))), table, span)
    schema = told.collect_schema()
    if "weight" in schema:
        made = made.with_columns(weight=nw.lit(""))
    typed = made.select(*(nw.col(name).cast(kind) for name, kind in schema.items()))
    fresh = typed.join(
        published.filter(is_flow).select(*_SERIES, "period"), on=[*_SERIES, "period"], how="anti"
    )
    return nw.concat([published, fresh], how="vertical")


def _wanted(span: Span) -> Iterator[str]:
    for year in YEARS:
        for first, last in singles(Span.MONTH if span is Span.CUMULATIVE else span):
            yield Period.months(year, 1 if span is Span.CUMULATIVE else first, last).code


def _made(parts: Frame, table: Frame, span: Span) -> Frame:
    """One row a period whose every part is known."""
    # On other borders whatever was summed stays so: a difference of sums is one too.
    over = ("made_of", "made_by") if "made_of" in parts.collect_schema() else ()
    # The newest part is the longest or the last: its name is the one of the period.
    named = nw.col("period_end") == nw.col("made_end")
    joined = parts.join(table, left_on="period", right_on="part", how="inner")
    made = (
        joined.with_columns(
            signed=nw.col("value") * nw.col("sign"),
            settled=settledness(),
            **{name: nw.when(named).then(nw.col(name)) for name in ("region", "region_version")},
        )
        .group_by(
            *_SERIES, "made", "made_start", "made_end", "made_kind", "made_prior", "recipe", "parts"
        )
        .agg(
            nw.col("signed").sum().alias("value"),
            nw.col("period").n_unique().alias("known"),
            nw.col("region").max(),
            nw.col("region_version").max(),
            nw.col("level").max(),
            nw.col("published_at").max(),
            nw.col("loaded_at").max(),
            nw.col("settled").min().alias("settledness"),
            *(nw.col(name).max() for name in over),
        )
        .filter(nw.col("known") == nw.col("parts"))
    )
    fewest = made.unique(subset=[*_SERIES, "made"], keep="first", order_by=["parts", "recipe"])
    estimate = nw.lit(EstimateStage.ESTIMATE.value)
    return fewest.with_columns(
        stage_of().alias("stage") if span is Span.CUMULATIVE else estimate.alias("stage"),
        *(nw.lit("").alias(name) for name in _ORIGIN),
        comparison=nw.lit(LEVEL),
        row=nw.lit(0),
        period=nw.col("made"),
        period_start=nw.col("made_start"),
        period_end=nw.col("made_end"),
        period_kind=nw.col("made_kind"),
        prior_period=nw.col("made_prior"),
        span_of=nw.col("recipe"),
    )
