"""The made-up country's facts for one request, and facts made by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from esep.app.facts import declared_facts, fact_book
from esep.app.workspace import Workspace, open_workspace
from esep.briefings.figures import Figures
from esep.briefings.request import Request
from esep.briefings.selection import Selection
from esep.catalog import Catalog, load_catalog
from esep.cli.main import run
from esep.language import language
from esep.model.fact import Comparison, Fact, Ranking
from esep.model.observation import EstimateStage
from esep.model.period import Period
from esep.model.unit import ScaledUnit

PACK = Path(__file__).parents[1] / "packs" / "threelands"

Select = Callable[..., Selection]
MakeFact = Callable[..., Fact]


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load_catalog(PACK)


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    home = tmp_path_factory.mktemp("briefings") / "store"
    assert run(["init", "--pack", str(PACK), "--home", str(home)]) == 0
    return open_workspace(home)


@pytest.fixture(scope="session")
def select(workspace: Workspace) -> Select:
    """The facts a briefing of a region may use; by default on the day of the meeting."""
    catalog, book = workspace.catalog, fact_book(workspace)
    declared = declared_facts(workspace)

    def selection(
        region: str = "TL-RIV",
        period: str = "2024-01/2024-05",
        on: date = date(2024, 6, 14),
        meeting: str = "",
    ) -> Selection:
        request = Request(
            region=catalog.regions.at(region, on),
            whole=catalog.regions.at(catalog.root, on),
            period=Period.parse(period),
            on=on,
            as_of=None,
            meeting=catalog.meeting(meeting) if meeting else None,
        )
        return Selection(catalog, book, declared, request)

    return selection


@pytest.fixture(scope="session")
def make_fact() -> MakeFact:
    def make(
        value: str,
        unit: str = "CRN:6",
        *,
        comparison: Comparison = Comparison.LEVEL,
        decimals: int = 1,
        quantum: str = "",
        period: str = "2023",
        stage: EstimateStage = EstimateStage.FINAL,
        ranking: Ranking | None = None,
        said_on: date | None = None,
        indicator: str = "product",
        name: str = "made",
    ) -> Fact:
        return Fact(
            id=f"{name}:{value}",
            indicator=indicator,
            region="TL-RIV",
            region_version="TL-RIV@2022-07-01",
            period=Period.parse(period) if period else None,
            comparison=comparison,
            value=Decimal(value),
            unit=ScaledUnit.parse(unit),
            decimals=decimals,
            stage=stage,
            vintage=date(2024, 6, 14),
            quantum=Decimal(quantum) if quantum else None,
            ranking=ranking,
            said_on=said_on,
        )

    return make


@pytest.fixture(scope="session")
def figures_of(catalog: Catalog) -> Callable[[str], Figures]:
    def make(code: str) -> Figures:
        return Figures(language(code), catalog.units, catalog.units["region"].names)

    return make
