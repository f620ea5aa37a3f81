from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from esep.catalog import load_catalog
from esep.sources.load import load_file
from esep.store.store import PackReference, Store

NOW = datetime(2024, 12, 1, 9, tzinfo=UTC)
HEADER = "indicator,region,period,value,unit,comparison,base,stage,note\n"
GOOD = "product,TL-HIL,2023,360.0,CRN:6,,,final,\n"


@pytest.fixture(scope="session")
def catalog():
    return load_catalog(Path(__file__).parents[1] / "packs" / "threelands")


@pytest.fixture
def store(tmp_path):
    return Store.create(tmp_path / "home", PackReference("threelands"), now=NOW)


@pytest.fixture
def load(tmp_path, catalog, store):
    """Write a file and load it: `load(text_or_bytes, name=..., **options)`."""

    def write_and_load(content, *, name="figures.csv", **options):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        given = {
            "catalog": catalog,
            "source": "tso-product",
            "published": date(2024, 11, 1),
            **options,
        }
        return load_file(path, store=store, now=NOW, today=date(2024, 12, 1), **given)

    return write_and_load


@pytest.fixture
def load_rows(load):
    """Load rows below the usual header, one good row first, and return the result."""

    def rows(*lines, **options):
        return load(HEADER + GOOD + "".join(f"{line}\n" for line in lines), **options)

    return rows
