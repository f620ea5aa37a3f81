"""Are releases told as the store has them, also when they were told before?"""

from __future__ import annotations

from pathlib import Path

import pytest

from esep.app.known_releases import known_releases
from esep.app.workspace import Workspace, load_pack, make_workspace, open_workspace

PACK = Path(__file__).parents[1] / "packs" / "threelands"


@pytest.fixture
def empty(tmp_path: Path) -> Workspace:
    workspace, _ = make_workspace(tmp_path / "store", str(PACK))
    return workspace


def test_what_is_told_again_is_what_the_store_has(empty: Workspace) -> None:
    load_pack(empty)
    told = empty.store.releases()
    assert len(told) == 8
    for _ in range(2):
        assert known_releases(open_workspace(empty.store.home)) == told


def test_a_release_added_since_is_told(empty: Workspace) -> None:
    assert known_releases(empty) == ()
    load_pack(empty)
    assert len(known_releases(empty)) == 8


@pytest.mark.parametrize("content", ["", "{}", '{"releases": [{}]}', '{"releases": 3}', "}"])
def test_a_damaged_list_is_made_again(empty: Workspace, content: str) -> None:
    load_pack(empty)
    told = known_releases(empty)
    for file in (empty.store.home / "cache").glob("releases-*.json"):
        file.write_text(content)
    assert known_releases(empty) == told
