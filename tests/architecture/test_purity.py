"""Do the pure packages stay pure, and is the clock read in one place?"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "esep"
MODEL = [SRC / "errors.py", *sorted((SRC / "model").rglob("*.py"))]
PURE = [*MODEL, *sorted((SRC / "language").rglob("*.py"))]
CODE = sorted(SRC.rglob("*.py"))

TOUCHES_THE_WORLD = {
    "os",
    "io",
    "sys",
    "pathlib",
    "socket",
    "subprocess",
    "shutil",
    "tempfile",
    "logging",
    "time",
    "random",
    "urllib",
    "http",
}
CLOCK = {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today")}
CLOCK |= {("time", "time"), ("os", "environ"), ("os", "getenv")}


def name_of(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


def imported(path: Path) -> Iterator[str]:
    """The top-level names of the modules a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield (node.module or "").split(".")[0]


@pytest.mark.parametrize("path", MODEL, ids=name_of)
def test_model_imports_the_standard_library_only(path: Path) -> None:
    assert set(imported(path)) <= {*sys.stdlib_module_names, "esep"}


@pytest.mark.parametrize("path", PURE, ids=name_of)
def test_model_and_language_do_no_input_or_output(path: Path) -> None:
    assert not set(imported(path)) & TOUCHES_THE_WORLD
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not calls & {"open", "print", "input"}


@pytest.mark.parametrize("path", [p for p in CODE if p.name != "settings.py"], ids=name_of)
def test_only_settings_read_the_clock_and_the_environment(path: Path) -> None:
    read = [
        f"line {node.lineno}: {node.value.id}.{node.attr}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) in CLOCK
    ]
    assert read == []


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_each_module_opens_with_what_it_answers(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
