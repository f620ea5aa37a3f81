"""Does YAML mean what a person who reads it would say?"""

from __future__ import annotations

from typing import Any

import pytest

from esep.catalog.problem import Problems
from esep.catalog.yaml_file import read_yaml


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("on: 2024-06-14", {"on": "2024-06-14"}),  # neither a true key nor a date
        ("additive: yes", {"additive": "yes"}),
        ("additive: true", {"additive": True}),
        ("kato: 010", {"kato": "010"}),
        ("ratio: 1:30", {"ratio": "1:30"}),
        ("share: 2", {"share": 2}),
        ("share: '2'", {"share": "2"}),
        ("share: 0.5", {"share": 0.5}),
        ("deadline:", {"deadline": None}),
        ("deadline: ~", {"deadline": None}),
        ("note: >-\n  one\n  two", {"note": "one two"}),
        ("- {en: Three, kk: Үш}", [{"en": "Three", "kk": "Үш"}]),
    ],
)
def test_only_plain_numbers_and_words_are_not_text(written: str, value: Any) -> None:
    problems = Problems()
    located = read_yaml(written, "some.yaml", problems)
    assert located is not None
    assert located.content == value
    assert list(problems) == []


def test_every_key_and_entry_knows_its_line() -> None:
    located = read_yaml("a: 1\nb:\n  - x\n  -\n    c: 3\n", "some.yaml", Problems())
    assert located is not None
    assert located.lines == {
        (): 1,
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 1): 5,
        ("b", 1, "c"): 5,
    }
    assert located.line(("b", 1, "missing")) == 5


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("", "an empty file"),
        ("# nothing\n", "an empty file"),
        ("a: 1\n---\nb: 2", "line 2: found a second document"),
        ("? [a]\n: b", "a key that is a list or a mapping"),
        ("a: &x 1\nb: *x", "line 2: found the alias '*x'"),
        ("- " * 50_000 + "x", "nested without end; expected at most 40 levels"),
        ("a: {", "bad YAML"),
        ("a: \x07", "bad YAML"),
    ],
)
def test_what_cannot_be_read_is_told(written: str, words: str) -> None:
    problems = Problems()
    assert read_yaml(written, "some.yaml", problems) is None
    [problem] = problems
    assert words in str(problem)
