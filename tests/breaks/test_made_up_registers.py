"""Whatever happens to borders, is a value always of the land it is said to be of?"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from registers import FIRST, LAST, PLOTS, Country, countries

from esep.app.statements import area_versions_table, areas_table, covers_table
from esep.catalog.territory import safe_unions
from esep.engine.duck import Engine
from esep.indicators.areas import Borders, borders_of
from esep.indicators.rebase import rebased
from esep.indicators.series import latest
from esep.indicators.statements import Definitions, statements
from esep.model.indicator import Direction, Indicator, IndicatorKind, PeriodConvention
from esep.model.period import Period
from esep.model.region import version_for
from esep.model.text import Name, Names, Text
from esep.model.unit import ScaledUnit
from esep.store.tables import TableName, schema_of

VALUE = Indicator(
    "value",
    "topic",
    IndicatorKind.FLOW,
    ScaledUnit("CRN"),
    PeriodConvention.ANNUAL,
    Direction.UP,
    additive=True,
    decimals=0,
    prices="",
    base="",
    names=Names({"en": Name("value")}),
    definitions=Text({"en": "value"}),
    aliases={},
    source="office",
)
DEFINITIONS = Definitions((VALUE,), "people")
THOROUGH = settings(max_examples=40, deadline=None, suppress_health_check=[*HealthCheck])
DAYS = st.none() | st.builds(date, st.integers(FIRST - 1, LAST + 1), st.just(7), st.just(1))


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine.connect(threads=1) as opened:
        yield opened


def worth(plots: frozenset[int], year: int) -> int:
    """No two lands are worth the same, and each plot grows at a rate of its own."""
    return sum(2**plot * (1000 + (year - FIRST + 2) * (plot + 1) ** 2) for plot in plots)


def published(country: Country) -> Iterator[dict[str, Any]]:
    """What an office prints: each year on the borders of its end, under the code."""
    histories: dict[str, list[Any]] = {}
    for version in country.versions.values():
        histories.setdefault(version.code, []).append(version)
    for year in range(FIRST - 1, LAST + 2):
        period = Period.year(year)
        for history in histories.values():
            version = version_for(tuple(history), period)
            if version is None:
                continue
            text = ("load_id", "release_id", "source", "base", "breakdown", "file", "sheet")
            yield dict.fromkeys((*text, "column", "note", "comparison"), "") | {
                "published_at": date(year + 1, 2, 1),
                "loaded_at": datetime(2024, 1, 1, tzinfo=UTC),
                "indicator": "value",
                "region": version.code,
                "region_version": version.id,
                "territory": version.territory,
                "level": version.level,
                "period": period.code,
                "period_start": period.start,
                "period_end": period.end,
                "period_kind": period.kind.value,
                "prior_period": period.years_before(1).code,
                "value": float(worth(country.plots[version.id], year)),
                "printed": str(worth(country.plots[version.id], year)),
                "unit": "CRN",
                "stage": "final",
                "row": 1,
            }


def stated(engine: Engine, country: Country, borders: Borders | None) -> list[dict[str, Any]]:
    rows = pa.Table.from_pylist(list(published(country)), schema_of(TableName.OBSERVATIONS))
    observations = latest(engine.frame(rows))
    unions = [] if borders else list(_unions(country))
    if borders is None:
        versions = [
            {"region_version": each.id, "valid_from": each.valid_from, "parent": each.parent}
            for each in country.versions.values()
        ]
        table = pa.Table.from_pylist(versions, _VERSIONS)
    else:
        observations = rebased(
            engine.settle(observations),
            engine.frame(areas_table(borders)),
            engine.frame(covers_table(borders)),
            DEFINITIONS.indicators,
        )
        table = area_versions_table(borders)
    joined = engine.frame(pa.Table.from_pylist(unions, _UNIONS))
    frame = statements(observations, engine.frame(table), joined, DEFINITIONS, settle=engine.settle)
    return engine.collect(frame)


_VERSIONS = pa.schema(
    [("region_version", pa.string()), ("valid_from", pa.date32()), ("parent", pa.string())]
)
_UNIONS = pa.schema([("part", pa.string()), ("whole", pa.string()), ("parts", pa.int64())])


def _unions(country: Country) -> Iterator[dict[str, object]]:
    for union in safe_unions(country.versions):
        for code in union.codes:
            part = country.versions[country.now[code]].territory
            yield {"part": part, "whole": union.territory, "parts": len(union.codes)}


def land(country: Country, borders: Borders, territory: str) -> frozenset[int]:
    """The plots of an area, whether one version ever covered it or several together."""
    if territory in country.plots:
        return country.plots[territory]
    (area,) = (each for each in borders.areas if each.territory == territory)
    return frozenset().union(*(country.plots[part] for part in area.covers[0]))


def growth(plots: frozenset[int], year: int) -> float:
    return worth(plots, year) / worth(plots, year - 1) * 100 - 100


@THOROUGH
@given(country=countries())
def test_a_change_is_that_of_one_land_under_whatever_code(engine: Engine, country: Country) -> None:
    for row in stated(engine, country, None):
        plots = country.plots[row["territory"]]
        assert row["value"] == worth(plots, int(row["period"]))
        if row["change"] is not None:
            assert row["change"] == pytest.approx(growth(plots, int(row["period"])))
        if row["union_change"] is not None:
            whole = country.plots[row["union_whole"]]
            assert row["union_change"] == pytest.approx(growth(whole, int(row["period"])))


@THOROUGH
@given(country=countries(), day=DAYS)
def test_on_chosen_borders_every_value_change_and_share_is_of_that_land(
    engine: Engine, country: Country, day: date | None
) -> None:
    borders = borders_of(country.versions.values(), "chosen", day)
    for row in stated(engine, country, borders):
        plots, year = land(country, borders, row["territory"]), int(row["period"])
        assert row["value"] == worth(plots, year)
        if row["change"] is not None:
            assert row["change"] == pytest.approx(growth(plots, year))
        if row["share"] is not None:
            whole = worth(frozenset(range(PLOTS)), year)
            assert row["share"] == pytest.approx(worth(plots, year) / whole * 100)


@THOROUGH
@given(country=countries(), day=DAYS)
def test_areas_cover_the_country_once(country: Country, day: date | None) -> None:
    borders = borders_of(country.versions.values(), "chosen", day)
    lands = [land(country, borders, area.territory) for area in borders.areas if area.level == 1]
    assert sorted(plot for each in lands for plot in each) == list(range(PLOTS))


@THOROUGH
@given(country=countries(), day=DAYS)
def test_every_cover_of_an_area_is_exactly_its_land(country: Country, day: date | None) -> None:
    borders = borders_of(country.versions.values(), "chosen", day)
    for area in borders.areas:
        whole = land(country, borders, area.territory)
        for cover in area.covers:
            parts: Sequence[frozenset[int]] = [country.plots[part] for part in cover]
            assert sum(map(len, parts)) == len(whole)
            assert frozenset().union(*parts) == whole
