"""The made-up pack, read once, and copies of it to be damaged."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from esep.catalog import Catalog, load_catalog
from esep.errors import BadPack

PACK = Path(__file__).parents[1] / "packs" / "threelands"

Complaints = Callable[[Path], list[str]]


@pytest.fixture(scope="session")
def threelands() -> Catalog:
    return load_catalog(PACK)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the pack that a test may change."""
    return Path(shutil.copytree(PACK, tmp_path / "pack"))


@pytest.fixture(scope="session")
def complaints() -> Complaints:
    """What is wrong in a pack, a complaint a line; empty where nothing is."""

    def of(folder: Path) -> list[str]:
        try:
            load_catalog(folder)
        except BadPack as error:
            return error.detail.splitlines()
        return []

    return of
