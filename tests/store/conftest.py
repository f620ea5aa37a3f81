from __future__ import annotations

import sys
from pathlib import Path

import pytest

# The builders of this folder serve the tests and the processes that the tests start.
sys.path.insert(0, str(Path(__file__).parent))

from store_making import NOW

from esep.engine.duck import Engine
from esep.store.store import PackReference, Store


@pytest.fixture
def store(tmp_path):
    return Store.create(tmp_path / "home", PackReference("threelands"), now=NOW)


@pytest.fixture
def engine():
    with Engine.connect(threads=1) as engine:
        yield engine
