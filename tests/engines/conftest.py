"""Every engine that must agree about the derivations."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

# The lands serve every test of this folder.
sys.path.insert(0, str(Path(__file__).parent))

import narwhals as nw
import polars as pl
import pyarrow as pa
import pytest
from lands import DEFINITIONS, UNIONS, VERSIONS, Row, Stated

from esep.engine.duck import Engine
from esep.indicators.series import Frame
from esep.indicators.statements import statements
from esep.store.tables import TableName, schema_of


class Runner(Protocol):
    """What a suite needs of an engine."""

    def frame(self, table: pa.Table) -> Frame: ...
    def settle(self, frame: Frame) -> Frame: ...
    def collect(self, frame: Frame) -> Sequence[Row]: ...


class Polars:
    def frame(self, table: pa.Table) -> Frame:
        found = pl.from_arrow(table)
        assert isinstance(found, pl.DataFrame)
        return nw.from_native(found.lazy())

    def settle(self, frame: Frame) -> Frame:
        return frame.collect().lazy()

    def collect(self, frame: Frame) -> Sequence[Row]:
        return list(frame.collect().rows(named=True))


@pytest.fixture(scope="session", params=["duckdb", "polars"])
def runner(request: pytest.FixtureRequest) -> Iterator[Runner]:
    if request.param == "polars":
        yield Polars()
        return
    with Engine.connect(threads=1) as engine:
        yield engine


@pytest.fixture(scope="session")
def observations(runner: Runner) -> Callable[[Sequence[Row]], Frame]:
    """Rows as the frame that the store would give."""

    def frame(rows: Sequence[Row]) -> Frame:
        return runner.frame(pa.Table.from_pylist(list(rows), schema_of(TableName.OBSERVATIONS)))

    return frame


@pytest.fixture(scope="session")
def state(runner: Runner, observations: Callable[[Sequence[Row]], Frame]) -> Callable[..., Stated]:
    """Everything that follows from rows, by indicator, region version and period."""

    def stated(*rows: Row, unions: pa.Table = UNIONS) -> Stated:
        frame = statements(
            observations(rows),
            runner.frame(VERSIONS),
            runner.frame(unions),
            DEFINITIONS,
            settle=runner.settle,
        )
        found = runner.collect(frame)
        by_key = {
            (row["indicator"], row["region_version"], row["period"]): row
            for row in found
            if not row["breakdown"]
        }
        assert len(by_key) == sum(not row["breakdown"] for row in found), "a value stands twice"
        return by_key

    return stated
