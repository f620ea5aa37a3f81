"""A made-up country's register of works, and files of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from esep.catalog import Catalog, load_catalog
from esep.model.register import Register
from esep.model.source_description import CsvDialect
from esep.sources.readers.grid import Grid
from esep.sources.readers.tables import open_tables

PACK = Path(__file__).parents[1] / "packs" / "threelands"

Table = Callable[[str], Grid]


@pytest.fixture(scope="session")
def threelands() -> Catalog:
    return load_catalog(PACK)


@pytest.fixture(scope="session")
def works(threelands: Catalog) -> Register:
    return threelands.registers["works"]


@pytest.fixture(scope="session")
def table() -> Table:
    """The grid of a CSV text."""
    return lambda text: open_tables(text.encode(), CsvDialect(), file="works.csv").sheets[0]
