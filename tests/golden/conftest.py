"""The text of a briefing beside the one that was read and found right."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

# The writer of this folder serves its tests; the tests are no package.
sys.path.insert(0, str(Path(__file__).parent))

from esep.app.briefs import composer
from esep.app.workspace import open_workspace
from esep.briefings.request import Request
from esep.cli.main import run
from esep.model.document import Document
from esep.model.period import Period

HERE = Path(__file__).parent
PACK = HERE.parent / "packs" / "threelands"
RENEW = os.environ.get("ESEP_TEST_GOLDEN") == "renew"

Briefed = Callable[..., Mapping[str, Document]]
Compare = Callable[[str, str], None]


@pytest.fixture(scope="session")
def briefed(tmp_path_factory: pytest.TempPathFactory) -> Briefed:
    """The documents of a region of the made-up country."""
    home = tmp_path_factory.mktemp("golden") / "store"
    assert run(["init", "--pack", str(PACK), "--home", str(home)]) == 0
    workspace = open_workspace(home)
    catalog, composing = workspace.catalog, composer(workspace)

    def brief(code: str, period: str, day: date, meeting: str = "") -> Mapping[str, Document]:
        request = Request(
            region=catalog.regions.at(code, day),
            whole=catalog.regions.at(catalog.root, day),
            period=Period.parse(period),
            on=day,
            as_of=None,
            meeting=catalog.meeting(meeting) if meeting else None,
        )
        return composing.compose(request, catalog.languages).documents

    return brief


@pytest.fixture
def compare() -> Compare:
    """Hold a text against its file, or write the file where it is to be renewed."""

    def hold(name: str, text: str) -> None:
        path = HERE / name
        if RENEW:
            path.write_text(text, encoding="utf-8")
            return
        kept = path.read_text(encoding="utf-8") if path.exists() else ""
        if text != kept:
            lines = difflib.unified_diff(
                kept.splitlines(),
                text.splitlines(),
                f"{name}, kept",
                f"{name}, now",
                n=1,
                lineterm="",
            )
            pytest.fail("\n".join([*lines, "", "If this is better: make golden"]), pytrace=False)

    return hold
