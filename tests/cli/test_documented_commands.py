"""Do the commands that README and guides tell people to type exist, with their options?"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from esep.cli.main import cli
from esep.cli.registers import find_group

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs" / "guides").glob("*.md"))]
PAGES += sorted((ROOT / "docs" / "concepts").glob("*.md"))


def told() -> Iterator[tuple[str, str]]:
    """Page and command of each line in a code block that calls esep."""
    for page in PAGES:
        for block in re.findall(r"```\w*\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            for line in block.splitlines():
                if match := re.match(r"(?:\$ )?esep (.+)", line):
                    # What stands after a wide gap explains the command.
                    yield page.name, re.split(r"\s{3,}|\s+#", match[1])[0]


@pytest.mark.parametrize(("page", "line"), sorted(set(told())))
def test_a_documented_command_is_accepted(page: str, line: str) -> None:
    name, *arguments = shlex.split(line)
    parent = cli.make_context("esep", [name, *arguments])
    command = cli.get_command(parent, name) or find_group(name, ())
    assert command is not None
    while isinstance(command, click.Group):
        # A group looks at the command's own words only when it runs it.
        parent = command.make_context(name, list(arguments), parent=parent)
        name, *arguments = arguments
        command = command.get_command(parent, name)
        assert command is not None
    command.make_context(f"esep {name}", arguments, parent=parent)


def test_a_documented_make_target_exists() -> None:
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    pages = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    named = set(re.findall(r"(?m)^make ([a-z-]+)|`make ([a-z-]+)`", pages))
    assert {one or other for one, other in named} <= targets
