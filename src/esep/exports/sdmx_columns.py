"""What are esep's figures in the components of the structure REG_BRIEF (decision 0011)?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from esep.catalog import Catalog
from esep.errors import NotFound
from esep.exports.break_values import values_before_breaks
from esep.exports.cells import harmless_column
from esep.exports.figures import Figures
from esep.model.observation import EstimateStage
from esep.model.period import Period
from esep.model.sdmx import (
    ACTUAL,
    COMPARED,
    FREQUENCIES,
    NOT_APPLICABLE,
    OBS_STATUS,
    SCENARIOS,
    activity_and_breakdown,
    sdmx_time,
)
from esep.model.unit import ScaledUnit, UnitKind
from esep.sources.combine import combined

if TYPE_CHECKING:
    import pyarrow as pa

DIMENSIONS = (
    "FREQ",
    "REF_AREA",
    "INDICATOR",
    "ACTIVITY",
    "BREAKDOWN",
    "MEASURE_BASIS",
    "INDEX_BASE",
    "SCENARIO",
)
ATTRIBUTES = (
    "UNIT_MEASURE",
    "UNIT_MULT",
    "DECIMALS",
    "OBS_STATUS",
    "CONF_STATUS",
    "BASE_PER",
    "PRE_BREAK_VALUE",
    "COMMENT_OBS",
    "STAGE",
    "VINTAGE",
    "RELEASED_ON",
)
SUPPRESSED, CONFIDENTIAL, FREE = "Q", "C", "F"
_SAME_PERIOD = "same_period_previous_year"


def sdmx_columns(figures: Figures) -> pa.Table:
    """One row a figure, the components in the structure's order. Distinct texts turn once."""
    import pyarrow as pa
    import pyarrow.compute as pc

    table, catalog = figures.table, figures.catalog

    def turned(names: tuple[str, ...], turn: Callable[..., str]) -> Any:
        return _turned(table, names, turn)

    value = table["value"].combine_chunks()
    # Only what must not be shown has no value; the note says why.
    withheld = pc.equal(value, "")
    dot = pc.find_substring(value, ".")
    decimals = pc.if_else(pc.less(dot, 0), 0, pc.subtract(pc.utf8_length(value), pc.add(dot, 1)))
    versions = turned(("region", "period"), lambda *at: _version(catalog, *at))
    columns = {
        "FREQ": turned(("period",), lambda text: FREQUENCIES[Period.parse(text).kind]),
        "REF_AREA": versions,
        "INDICATOR": table["indicator"],
        "ACTIVITY": turned(("breakdown",), lambda text: activity_and_breakdown(text)[0]),
        "BREAKDOWN": turned(("breakdown",), lambda text: activity_and_breakdown(text)[1]),
        "MEASURE_BASIS": turned(
            ("indicator", "unit", "comparison"), lambda *what: _basis(catalog, *what)
        ),
        "INDEX_BASE": turned(("base",), lambda text: text or NOT_APPLICABLE),
        "SCENARIO": turned(("stage",), lambda text: SCENARIOS.get(EstimateStage(text), ACTUAL)),
        "TIME_PERIOD": turned(("period",), lambda text: sdmx_time(Period.parse(text))),
        "OBS_VALUE": value,
        "UNIT_MEASURE": turned(("unit",), lambda text: ScaledUnit.parse(text).unit_id),
        "UNIT_MULT": turned(("unit",), lambda text: str(ScaledUnit.parse(text).scale)),
        "DECIMALS": decimals.cast(pa.string()),
        "OBS_STATUS": pc.if_else(
            withheld,
            SUPPRESSED,
            turned(("region", "period", "stage"), lambda *what: _status(catalog, *what)),
        ),
        "CONF_STATUS": pc.if_else(withheld, CONFIDENTIAL, FREE),
        "BASE_PER": turned(("base", "period"), _base_period),
        "PRE_BREAK_VALUE": pa.array(
            values_before_breaks(table, versions, before=lambda *at: _before_break(catalog, *at)),
            pa.string(),
        ),
        "COMMENT_OBS": harmless_column(table["note"]),
        "STAGE": table["stage"],
        "VINTAGE": table["release"],
        "RELEASED_ON": table["published"],
    }
    return pa.table(columns)


def _turned(table: Any, names: tuple[str, ...], turn: Callable[..., str]) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    coded = [pc.dictionary_encode(table[name].combine_chunks()) for name in names]
    texts = [each.dictionary.to_pylist() for each in coded]
    which, combinations = combined([each.indices for each in coded])
    return pa.array(
        [
            turn(*(own[at] for own, at in zip(texts, places, strict=True)))
            for places in combinations
        ],
        pa.string(),
    ).take(which)


def _version(catalog: Catalog, region: str, period: str) -> str:
    """The region version a figure is on: its borders are part of what it says."""
    if "@" in region:
        return region
    return catalog.regions.for_period(region, Period.parse(period)).id


_BASES = {
    UnitKind.COUNT: "COUNT",
    UnitKind.MEASURE: "MEASURE",
    UnitKind.PERCENT: "PERCENT",
    UnitKind.POINTS: "POINTS",
    UnitKind.INDEX: "INDEX",
    UnitKind.RANK: "RANK",
    UnitKind.TIMES: "TIMES",
}


def _basis(catalog: Catalog, indicator: str, unit: str, comparison: str) -> str:
    if comparison:
        return COMPARED + comparison.upper()
    kind = catalog.units[ScaledUnit.parse(unit).unit_id].kind
    if kind is UnitKind.MONEY:
        prices = catalog.indicators[indicator].prices
        return {"current": "VALUE_CURRENT", "constant": "VALUE_CONSTANT"}.get(prices, "VALUE")
    return _BASES[kind]


def _status(catalog: Catalog, region: str, period: str, stage: str) -> str:
    """`B` for what is on other borders than a year before, else by the stage.

    That a series breaks weighs more than how settled its figure is, which STAGE says anyway.
    """
    status = OBS_STATUS[EstimateStage(stage)]
    if status in "AEP" and _borders_changed(catalog, region, Period.parse(period)):
        return "B"
    return status


def _borders_changed(catalog: Catalog, region: str, period: Period) -> bool:
    return bool(_before_break(catalog, _version(catalog, region, period.code), period.code))


def _before_break(catalog: Catalog, version_id: str, period_code: str) -> str:
    """The version a year before, where the borders were others and the figure is on the new."""
    regions, period = catalog.regions, Period.parse(period_code)
    version = regions.version(version_id)
    try:
        before = regions.for_period(version.code, period.years_before(1))
        usual = regions.for_period(version.code, period)
    except (NotFound, ValueError):
        return ""
    # Counted back on today's borders, there is no break.
    breaks = usual.id == version.id and before.territory != version.territory
    return before.id if breaks else ""


def _base_period(base: str, period: str) -> str:
    return sdmx_time(Period.parse(period).years_before(1)) if base == _SAME_PERIOD else ""
