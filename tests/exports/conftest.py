"""A store of the made-up country with all that the country's offices published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from esep.app.exports import known_figures
from esep.app.workspace import Workspace
from esep.exports.figures import Figures
from esep.model.tidy import TIDY_COLUMNS
from esep.sources.load import load_file, load_pack_releases
from esep.store.store import PackReference, Store

PACK = Path(__file__).parents[1] / "packs" / "threelands"
NOW = datetime(2024, 12, 1, 9, tzinfo=UTC)


@pytest.fixture(scope="session")
def make_workspace(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Workspace]:
    def make() -> Workspace:
        home = tmp_path_factory.mktemp("exports") / "store"
        store = Store.create(home, PackReference("threelands", str(PACK)), now=NOW)
        return Workspace(store)

    return make


@pytest.fixture(scope="session")
def workspace(make_workspace: Callable[[], Workspace]) -> Workspace:
    made = make_workspace()
    load_pack_releases(made.catalog, made.store, now=NOW)
    return made


@pytest.fixture(scope="session")
def figures(workspace: Workspace) -> Figures:
    return known_figures(workspace, (), as_of=None)


@pytest.fixture(scope="session")
def load_again(make_workspace: Callable[[], Workspace]) -> Callable[[Path], list[dict[str, Any]]]:
    """Load a file into a new store and tell what that store then knows."""

    def load(path: Path) -> list[dict[str, Any]]:
        again = make_workspace()
        result = load_file(
            path,
            catalog=again.catalog,
            store=again.store,
            now=NOW,
            today=date(2024, 12, 1),
            source="tso-product",
            published=date(2024, 11, 1),
        )
        assert [issue for issue in result.issues if issue.code != "sum_differs"] == []
        known = known_figures(again, (), as_of=None)
        rows: list[dict[str, Any]] = known.table.select(list(TIDY_COLUMNS)).to_pylist()
        return rows

    return load
