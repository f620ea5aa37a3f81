"""How do mapped columns become rows of the store, without an object for each?"""

from __future__ import annotations

from typing import Any

from esep.sources.map_columns import MappedColumns


def observation_columns(mapped: MappedColumns) -> dict[str, Any]:
    """The columns of the store's observations that a file decides, by name.

    What rows share is made once for each series, version or period, and spread over the rows.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    text, day, whole = pa.string(), pa.date32(), pa.int32()

    def of(values: list[Any], places: Any, kind: Any = text) -> Any:
        return pa.array(values, kind).take(places)

    series, versions, periods = mapped.series, mapped.versions, mapped.periods
    count = len(mapped)
    scale = of([f"e{each.unit.scale}" if each else "" for each in series], mapped.of_series)
    return {
        "indicator": of([each.indicator.id if each else "" for each in series], mapped.of_series),
        "region": of([each.code for each in versions], mapped.of_version),
        "region_version": of([each.id for each in versions], mapped.of_version),
        "territory": of([each.territory for each in versions], mapped.of_version),
        "level": of([each.level for each in versions], mapped.of_version, whole),
        "period": of([each.code for each in periods], mapped.of_period),
        "period_start": of([each.start for each in periods], mapped.of_period, day),
        "period_end": of([each.end for each in periods], mapped.of_period, day),
        "period_kind": of([each.kind.value for each in periods], mapped.of_period),
        "prior_period": of([_prior(each) for each in periods], mapped.of_period),
        "comparison": of([each.comparison if each else "" for each in series], mapped.of_series),
        "base": of([each.base if each else "" for each in series], mapped.of_series),
        "breakdown": of([each.breakdown if each else "" for each in series], mapped.of_series),
        # Scaled in its decimal text and only then made a double, so that 5322132.0 million
        # tenge is the double nearest to its exact value.
        "value": pc.binary_join_element_wise(mapped.printed, scale, "").cast(pa.float64()),
        "printed": mapped.printed,
        "unit": of([each.unit.code if each else "" for each in series], mapped.of_series),
        "stage": of([each.stage.value if each else "" for each in series], mapped.of_series),
        "file": pa.repeat(mapped.file, count),
        "sheet": pa.repeat("", count),
        "row": mapped.rows,
        "column": pa.repeat(mapped.value_column, count),
        "note": mapped.notes,
    }


def _prior(period: Any) -> str:
    try:
        return str(period.years_before(1).code)
    except ValueError:  # of a text that was no period; no row that is kept points at it
        return ""
