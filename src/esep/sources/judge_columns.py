"""Is what a large release says plausible taken together? The same rules as for single rows.

Whole columns are looked through for rows that may break a rule; only these become observations
and are judged, exactly, by the rules of `expectations`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from esep.catalog import Catalog
from esep.engine.duck import Engine
from esep.model.issue import Issue
from esep.model.observation import Observation
from esep.model.period import Period
from esep.model.region import RegionVersion
from esep.sources.expectations import (
    AHEAD,
    RELATIVE_TOLERANCE,
    RowText,
    sane,
    sums,
    without_conflicts,
)
from esep.sources.map_columns import MappedColumns, Series
from esep.sources.refusal import FileRefused
from esep.sources.sizes import sizes_of

_ENOUGH_FIGURES, _ENOUGH_ROWS = 50, 500

_MARGIN = 1 - 1e-9
"""Doubles only choose what is looked at; what they cannot tell apart is looked at."""


def judge_columns(
    mapped: MappedColumns, catalog: Catalog, *, row_text: RowText, most_issues: int
) -> tuple[MappedColumns, list[Issue]]:
    """The rows that may be loaded, and what is wrong or odd; at most a few too many issues."""
    kept, issues = _conflicts(mapped, row_text, most_issues)
    kept, impossible = _sizes(kept, catalog, row_text, most_issues)
    issues += impossible
    issues += _sums(kept, catalog, row_text, most_issues)
    return kept, issues


def _conflicts(
    mapped: MappedColumns, row_text: RowText, most_issues: int
) -> tuple[MappedColumns, list[Issue]]:
    import pyarrow as pa
    import pyarrow.compute as pc

    identities: dict[tuple[object, ...], int] = {}
    of_series = [identities.setdefault(_identity(each), len(identities)) for each in mapped.series]
    figure = _product(
        (pa.array(of_series, pa.int64()).take(mapped.of_series), len(identities)),
        (mapped.of_version, len(mapped.versions)),
        (mapped.of_period, len(mapped.periods)),
    )
    if pc.count_distinct(figure).as_py() == len(mapped):
        return mapped, []
    counts = pc.value_counts(figure)
    several = counts.field("values").filter(pc.greater(counts.field("counts"), 1))
    if len(figure) - len(counts) > most_issues:
        # The file is refused for it, so only some of them are looked at.
        several = several.slice(0, _ENOUGH_FIGURES)
        few = _observations(mapped, pc.is_in(figure, value_set=several), most=_ENOUGH_ROWS)
        raise FileRefused(
            f"{mapped.file} is refused: more than {most_issues:,} rows repeat or contradict others",
            issues=without_conflicts(few, row_text)[1],
        )
    repeated = pc.is_in(figure, value_set=several)
    observations = _observations(mapped, repeated)
    kept, issues = without_conflicts(observations, row_text)
    rows = {each.place.row for each in observations} - {each.place.row for each in kept}
    return _without(mapped, rows), issues


def _identity(series: Series | None) -> tuple[object, ...]:
    if series is None:
        return ()
    ahead = series.stage if series.stage in AHEAD else None
    return (series.indicator.id, series.comparison, series.base, series.breakdown, ahead)


def _product(*codes: tuple[Any, int]) -> Any:
    """One number for each combination; sizes are those of a pack, far from the limit."""
    import pyarrow as pa
    import pyarrow.compute as pc

    product = None
    for column, size in codes:
        wide = column.cast(pa.int64())
        product = (
            wide
            if product is None
            else pc.add_checked(pc.multiply_checked(product, pa.scalar(max(size, 1))), wide)
        )
    return product


def _sizes(
    mapped: MappedColumns, catalog: Catalog, row_text: RowText, most_issues: int
) -> tuple[MappedColumns, list[Issue]]:
    import pyarrow as pa
    import pyarrow.compute as pc

    bounds = [_bounds(each, catalog) for each in mapped.series]
    if all(each == _ANY_SIZE for each in bounds):
        return mapped, []
    low, high, whole = (pa.array(each) for each in zip(*bounds, strict=True))
    numbers = mapped.numbers
    odd = pc.or_(
        pc.less(numbers, low.take(mapped.of_series)),
        pc.greater(numbers, high.take(mapped.of_series)),
    )
    if pc.any(whole).as_py():
        broken = pc.not_equal(pc.floor(numbers), numbers)
        odd = pc.or_(odd, pc.and_(whole.take(mapped.of_series), broken))
    if not pc.any(odd).as_py():
        return mapped, []
    observations = _observations(mapped, odd, most=most_issues + 1)
    kept, issues = sane(observations, catalog, row_text)
    rows = {each.place.row for each in observations} - {each.place.row for each in kept}
    return _without(mapped, rows), issues


def _bounds(series: Series | None, catalog: Catalog) -> tuple[float, float, bool]:
    """Outside these a value is impossible or odd; `sizes` says which."""
    if series is None:
        return _ANY_SIZE
    sizes = sizes_of(series.indicator, series.unit, series.comparison, catalog)
    return (float(sizes.usual[0]), float(sizes.usual[1]), sizes.whole)


_ANY_SIZE = (-math.inf, math.inf, False)


# -- sums ----------------------------------------------------------------------------------


def _sums(
    mapped: MappedColumns, catalog: Catalog, row_text: RowText, most_issues: int
) -> list[Issue]:
    """Warn where all regions are there and do not add up to the country."""
    import pyarrow as pa
    import pyarrow.compute as pc

    summed = [
        each is not None and not each.comparison and each.indicator.additive
        for each in mapped.series
    ]
    levels = [each.level for each in mapped.versions]
    if not any(summed) or 0 not in levels or catalog.compare_level not in levels:
        return []
    taken = pc.and_(
        pa.array(summed).take(mapped.of_series),
        pa.array([level in (0, catalog.compare_level) for level in levels]).take(mapped.of_version),
    )
    if not pc.any(taken).as_py():
        return []
    candidates = mapped.keep(taken)
    group, table = _grouped(candidates, catalog)
    suspected = _suspected(table)[: most_issues + 1]
    if not suspected:
        return []
    among = pc.is_in(group, value_set=pa.array(suspected, pa.int64()))
    observations = _observations(candidates, among)
    versions: Mapping[str, RegionVersion] = {each.id: each for each in mapped.versions}
    return sums(observations, catalog, versions, row_text)


def _grouped(mapped: MappedColumns, catalog: Catalog) -> tuple[Any, Any]:
    """The group each row belongs to, and what its sum needs."""
    import pyarrow as pa
    import pyarrow.compute as pc

    groups: dict[tuple[object, ...], int] = {}
    of_series = [
        groups.setdefault(
            () if each is None else (each.indicator.id, each.base, each.breakdown, each.stage),
            len(groups),
        )
        for each in mapped.series
    ]
    group = _product(
        (pa.array(of_series, pa.int64()).take(mapped.of_series), len(groups)),
        (mapped.of_period, len(mapped.periods)),
    )
    expected = [_expected(period, catalog) for period in mapped.periods]
    used = set(pc.unique(mapped.of_period).to_pylist())
    place = _product(
        (mapped.of_period, len(mapped.periods)), (mapped.of_version, len(mapped.versions))
    )
    is_expected = pa.array(
        [
            number in used and version.id in expected[number]
            for number in range(len(mapped.periods))
            for version in mapped.versions
        ]
    )
    factor = pa.array([10.0 ** (each.unit.scale if each else 0) for each in mapped.series])
    scaled = pc.multiply(mapped.numbers, factor.take(mapped.of_series))
    dot = pc.find_substring(mapped.printed, ".")
    decimals = pc.if_else(
        pc.less(dot, 0), 0, pc.subtract(pc.subtract(pc.utf8_length(mapped.printed), dot), 1)
    )
    quantum = pc.multiply(
        pc.power(10.0, pc.negate(decimals.cast(pa.float64()))), factor.take(mapped.of_series)
    )
    levels = pa.array([each.level for each in mapped.versions], pa.int32())
    table = pa.table(
        {
            "group": group,
            "country": pc.equal(levels.take(mapped.of_version), 0),
            "expected": is_expected.take(place),
            "needed": pa.array([len(each) for each in expected], pa.int32()).take(mapped.of_period),
            "value": scaled,
            "quantum": quantum,
        }
    )
    return group, table


def _expected(period: Period, catalog: Catalog) -> frozenset[str]:
    day = period.start if period.is_point else period.end
    return frozenset(each.id for each in catalog.regions.level(catalog.compare_level, day))


def _suspected(table: Any) -> list[int]:
    """Groups whose regions may not add up, as far as doubles can tell."""
    import narwhals as nw

    with Engine.connect() as engine:
        rows = engine.frame(table)
        country, value = nw.col("country"), nw.col("value")
        whole, parts = country.cast(nw.Int64), (~country).cast(nw.Int64)
        totals = (
            rows.with_columns(
                whole=whole,
                part=parts,
                strange=((~country) & (~nw.col("expected"))).cast(nw.Int64),
                stated=value * whole,
                added=value * parts,
            )
            .group_by("group")
            .agg(
                nw.col("whole").sum(),
                nw.col("part").sum(),
                nw.col("strange").sum(),
                nw.col("needed").max(),
                nw.col("stated").sum(),
                nw.col("added").sum(),
                nw.col("quantum").sum(),
            )
            .filter(
                (nw.col("whole") == 1)
                & (nw.col("strange") == 0)
                & (nw.col("part") == nw.col("needed"))
                & (nw.col("part") > 0)
            )
            .with_columns(apart=(nw.col("added") - nw.col("stated")).abs())
            .filter(
                (nw.col("apart") > nw.col("quantum") / 2 * _MARGIN)
                & (nw.col("apart") > nw.col("stated").abs() * float(RELATIVE_TOLERANCE) * _MARGIN)
            )
            .select("group")
            .sort("group")
        )
        return [int(row["group"]) for row in engine.collect(totals)]


# -- rows ----------------------------------------------------------------------------------


def _observations(
    mapped: MappedColumns, mask: Any, *, most: int | None = None
) -> list[Observation]:
    import pyarrow.compute as pc

    indices = pc.indices_nonzero(mask)
    return [mapped.observation(each) for each in indices.slice(0, most).to_pylist()]


def _without(mapped: MappedColumns, rows: set[int]) -> MappedColumns:
    import pyarrow as pa
    import pyarrow.compute as pc

    if not rows:
        return mapped
    return mapped.keep(
        pc.invert(pc.is_in(mapped.rows, value_set=pa.array(sorted(rows), mapped.rows.type)))
    )
