"""Does every figure in a document come from a fact, and none from wording or an outline?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from fluent.syntax import FluentParser, ast

SRC = Path(__file__).parents[2] / "src" / "esep"
WORDING = sorted(SRC.glob("packs/*/wording/**/*.ftl"))
OUTLINES = sorted(SRC.glob("packs/*/outlines/*.yaml"))
PAGES = sorted(SRC.glob("briefings/**/*.html")) + sorted(SRC.glob("briefings/**/*.jinja"))

DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
LAYOUTS = sorted(SRC.glob("briefings/**/*.typ"))

# The only numbers an outline may hold: how much is shown, and from where on a remark is due
# (`above`); never what is shown.
STRUCTURE = {
    "limit",
    "most",
    "least",
    "years",
    "top",
    "columns",
    "level",
    "order",
    "pages",
    "at_least",
    "above",
}

# Digits that are part of a word: {file name: texts}. Each is a name or a note, not a figure.
PART_OF_A_NAME: dict[str, set[str]] = {}


def name_of(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


def typed_in(node: object) -> Iterator[str]:
    """Digits in the text of a pattern, and numbers put into it by hand."""
    if isinstance(node, ast.TextElement):
        yield from DIGITS.findall(node.value)
    elif isinstance(node, ast.Placeable) and isinstance(node.expression, ast.NumberLiteral):
        yield node.expression.value
    elif isinstance(node, ast.Placeable) and isinstance(node.expression, ast.StringLiteral):
        # "\u00A0" is a space, not a figure.
        yield from DIGITS.findall(node.expression.parse()["value"])
    for child in vars(node).values() if isinstance(node, ast.BaseNode) else ():
        for each in child if isinstance(child, list) else [child]:
            if isinstance(each, ast.BaseNode) and not isinstance(each, ast.BaseComment):
                yield from typed_in(each)


@pytest.mark.parametrize("path", WORDING, ids=name_of)
def test_wording_holds_grammar_and_no_figures(path: Path) -> None:
    resource = FluentParser().parse(path.read_text(encoding="utf-8"))
    assert [entry.content for entry in resource.body if isinstance(entry, ast.Junk)] == []
    allowed = PART_OF_A_NAME.get(path.name, set())
    found = {
        entry.id.name: figures
        for entry in resource.body
        if isinstance(entry, ast.Message | ast.Term)
        and (figures := [text for text in typed_in(entry) if text not in allowed])
    }
    assert found == {}


def numbers_of(node: object, key: str = "") -> Iterator[tuple[str, object]]:
    match node:
        case dict():
            for name, value in node.items():
                yield from numbers_of(value, str(name))
        case list():
            for value in node:
                yield from numbers_of(value, key)
        case bool():
            pass
        case int() | float():
            yield key, node


@pytest.mark.parametrize("path", OUTLINES, ids=name_of)
def test_an_outline_says_how_much_is_shown_and_never_what(path: Path) -> None:
    numbers = numbers_of(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert {key for key, _ in numbers} <= STRUCTURE


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_template_prints_no_figure_of_its_own(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for not_text in (
        r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}",
        r"<style.*?</style>|<script.*?</script>|<svg.*?</svg>|<!--.*?-->",
        r"<[^>]*>|&#?\w+;",
    ):
        text = re.sub(not_text, " ", text, flags=re.DOTALL)
    assert DIGITS.findall(text) == []


@pytest.mark.parametrize("path", LAYOUTS, ids=name_of)
def test_a_print_layout_has_sizes_and_no_words_with_figures(path: Path) -> None:
    # A comment, a code point and a pattern are not words that are printed.
    not_words = r'(?m)^\s*//.*$|\\u\{\w+\}|regex\("(?:[^"\\]|\\.)*"\)'
    code = re.sub(not_words, "", path.read_text(encoding="utf-8"))
    code = re.sub(r'regex\("[^"\n]*"\)', "", code)
    words = re.findall(r'"([^"\n]*)"', code)
    page_or_colour = re.compile(r"a4|#?[0-9a-f]{3,8}")
    typed = [each for each in words if DIGITS.search(each) and not page_or_colour.fullmatch(each)]
    assert typed == []
