"""Every value brought onto one set of territories, or left out where that would be a guess."""

from __future__ import annotations

from collections.abc import Iterable

import narwhals as nw

from esep.indicators.derived import settledness, stage_of
from esep.indicators.series import LEVEL, SERIES, Frame, levels
from esep.model.indicator import YEAR_BEFORE, Indicator, IndicatorKind
from esep.model.observation import EstimateStage

SUMMED, WEIGHTED = "sum", "weighted"
"""How a value came onto its territory: `made_by`; empty where it was published on it."""

_WHEN = ("period", "period_start", "period_end", "period_kind", "prior_period")
_SERIES = ("indicator", "base", "breakdown")
_ORIGIN = ("load_id", "release_id", "source", "printed", "unit", "file", "sheet", "column", "note")
"""Where a published value was read; a sum was read nowhere."""


def rebased(
    observations: Frame, areas: Frame, covers: Frame, indicators: Iterable[Indicator]
) -> Frame:
    """Observations on the areas' territories, with `made_of`, `made_by` and `weight`.

    `areas` has one row an area: `territory`, `label`, `area_level`. `covers` has one row a part
    of a collection that makes an area: `area`, `cover`, `part`, `parts`, `made_of`. What
    was published on the territory itself (a recompiled series is) stands as published. Else
    additive levels are summed where every part is known, and an index against the year before
    is averaged with that year's values where the pack names what it is the real growth of: an
    estimate, and marked so. Nothing else is brought over: rates and other indices do not add up.
    """
    definitions = tuple(indicators)
    text = nw.lit("").cast(nw.String)
    published = _on_areas(observations, areas).with_columns(made_of=text, made_by=text, weight=text)
    additive = [each.id for each in definitions if each.additive]
    parts = levels(observations).join(covers, left_on="territory", right_on="part", how="inner")
    found = [_summed(parts.filter(nw.col("indicator").is_in(additive)))]
    weights = {each.real_growth: each for each in definitions if each.real_growth and each.additive}
    found += [
        _weighted(parts, observations, index.id, weights[index.id].id)
        for index in definitions
        if index.id in weights and _is_yearly(index)
    ]
    schema = published.collect_schema()
    made = [_as_rows(each, areas).select(_typed(schema)) for each in found]
    sums = nw.concat(made, how="vertical") if len(made) > 1 else made[0]
    fewest = sums.unique(
        subset=[*SERIES, "period"], keep="first", order_by=["row", "made_by", "made_of"]
    )
    fresh = fewest.join(published, on=[*SERIES, "period"], how="anti")
    return nw.concat([published, fresh], how="vertical")


def _typed(schema: nw.Schema) -> list[nw.Expr]:
    return [nw.col(name).cast(kind) for name, kind in schema.items()]


def _is_yearly(index: Indicator) -> bool:
    return index.kind is IndicatorKind.INDEX and index.base == YEAR_BEFORE


def _on_areas(rows: Frame, areas: Frame) -> Frame:
    """The rows that stand on an area's territory, under the area's name."""
    return (
        rows.join(areas, on="territory", how="inner")
        .with_columns(
            region=nw.col("label"), region_version=nw.col("territory"), level=nw.col("area_level")
        )
        .drop("label", "area_level")
    )


def _complete(parts: Frame, *aggregates: nw.Expr) -> Frame:
    """One row an area, period and cover whose every part is known."""
    return (
        parts.group_by(*_SERIES, *_WHEN, "area", "cover", "parts", "made_of")
        .agg(
            *aggregates,
            nw.col("territory").n_unique().alias("known"),
            nw.col("published_at").max(),
            nw.col("loaded_at").max(),
            settledness().min().alias("settledness"),
        )
        .filter(nw.col("known") == nw.col("parts"))
    )


def _summed(parts: Frame) -> Frame:
    return _complete(parts, nw.col("value").sum()).with_columns(
        stage_of().alias("stage"), made_by=nw.lit(SUMMED), weight=nw.lit("")
    )


def _weighted(parts: Frame, observations: Frame, index: str, weight: str) -> Frame:
    """sum(w x I) / sum(w), w the value of the same span a year before on the same territory."""
    before = levels(observations).filter(
        nw.col("indicator") == weight, nw.col("breakdown") == "", nw.col("value") > 0
    )
    weights = before.select(
        "territory",
        nw.col("period").alias("prior_period"),
        nw.col("value").alias("weight_value"),
        nw.col("published_at").alias("weight_published_at"),
    )
    indices = parts.filter(nw.col("indicator") == index, nw.col("breakdown") == "")
    weighed = indices.join(weights, on=["territory", "prior_period"], how="inner").with_columns(
        product=nw.col("value") * nw.col("weight_value")
    )
    averaged = _complete(
        weighed,
        nw.col("product").sum(),
        nw.col("weight_value").sum(),
        nw.col("weight_published_at").max().alias("newest_weight"),
    )
    return averaged.with_columns(
        value=nw.col("product") / nw.col("weight_value"),
        published_at=nw.max_horizontal("published_at", "newest_weight"),
        stage=nw.lit(EstimateStage.ESTIMATE.value),
        made_by=nw.lit(WEIGHTED),
        weight=nw.lit(weight),
    )


def _as_rows(made: Frame, areas: Frame) -> Frame:
    named = made.join(areas, left_on="area", right_on="territory", how="inner")
    return named.with_columns(
        territory=nw.col("area"),
        region=nw.col("label"),
        region_version=nw.col("area"),
        level=nw.col("area_level"),
        comparison=nw.lit(LEVEL),
        # Of several covers the one with the fewest parts: the row number keeps the order.
        row=nw.col("parts"),
        **{name: nw.lit("") for name in _ORIGIN},
    )
