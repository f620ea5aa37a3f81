"""Is docs/reference what the commands and the pack say today?"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from esep.cli import reference
from esep.cli.main import COMMANDS
from esep.settings import SETTINGS, Setting

FOLDER = Path(__file__).parents[2] / "docs" / "reference"
pages = cache(reference.pages)


def test_every_page_is_fresh() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    stale = [name for name, text in pages().items() if written.get(name) != text]
    assert stale == [], "run `make docs`"
    assert set(written) == set(pages())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_reference(command: str) -> None:
    assert f"## esep {command}\n" in pages()["commands.md"]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_in_the_reference(setting: Setting) -> None:
    assert f"`{setting.name}`" in pages()["settings.md"]
