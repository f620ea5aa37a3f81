"""Does the code stay free of what a pack knows: regions, indicators, their names?"""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

SRC = Path(__file__).parents[2] / "src" / "esep"
PACKS = SRC / "packs"
CODE = [path for path in sorted(SRC.rglob("*.py")) if PACKS not in path.parents]
TEMPLATES = [
    path
    for path in sorted(SRC.rglob("*"))
    if path.suffix in {".html", ".jinja", ".typ", ".css", ".js", ".sql"}
    and PACKS not in path.parents
]


def pack_words() -> set[str]:
    """Names of regions and of indicators in every language, and the codes of regions."""
    words: set[str] = set()
    for path in PACKS.glob("*/regions/*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column, value in row.items():
                    if column == "code" or column.startswith(("name_", "short_")):
                        words.add(value)
    for path in PACKS.glob("*/indicators/*.yaml"):
        for indicator in yaml.safe_load(path.read_text(encoding="utf-8")):
            names = {indicator["id"], *(name["text"] for name in indicator["names"].values())}
            words |= {name for name in names if not is_plain(name)}
    return {word for word in words if len(word) > 3}


def is_plain(name: str) -> bool:
    """`population` means other things in code as well; `population_average` does not."""
    return name.isascii() and name.isalpha()


WORDS = re.compile(
    r"(?<!\w)(?:"
    + "|".join(map(re.escape, sorted(pack_words(), key=len, reverse=True)))
    + r")(?!\w)"
)


def strings_of(path: Path) -> Iterator[tuple[int, str]]:
    """Every string in a file that is not a docstring: those may give examples."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def test_the_pack_has_words_to_look_for() -> None:
    assert len(pack_words()) > 100


def name_of(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_code_names_no_region_and_no_indicator(path: Path) -> None:
    found = [f"line {line}: {m[0]}" for line, text in strings_of(path) if (m := WORDS.search(text))]
    assert found == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_templates_name_no_region_and_no_indicator(path: Path) -> None:
    assert WORDS.findall(path.read_text(encoding="utf-8")) == []
