"""A store with everything the pack of Kazakhstan brings, made once."""

from __future__ import annotations

import pytest

from esep.app.workspace import Workspace, load_pack, make_workspace


@pytest.fixture(scope="session")
def kazakhstan(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace, _ = make_workspace(tmp_path_factory.mktemp("kazakhstan") / "store", None)
    load_pack(workspace)
    return workspace
