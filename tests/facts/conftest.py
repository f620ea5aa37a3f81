from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from esep.app.facts import fact_book
from esep.app.workspace import Workspace, load_pack, make_workspace
from esep.facts.book import FactBook

PACK = Path(__file__).parents[1] / "packs" / "threelands"


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The made-up country with all its releases."""
    workspace, _ = make_workspace(tmp_path_factory.mktemp("facts") / "store", str(PACK))
    load_pack(workspace)
    return workspace


@pytest.fixture(scope="session")
def book_as_of(workspace: Workspace) -> Callable[[date | None], FactBook]:
    """All facts of a vintage."""
    return cache(lambda as_of: fact_book(workspace, as_of=as_of))


@pytest.fixture(scope="session")
def book(book_as_of: Callable[[date | None], FactBook]) -> FactBook:
    """All facts as they are known today."""
    return book_as_of(None)
