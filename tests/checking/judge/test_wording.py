"""Every verdict has its words, in every language, with the same slots."""

from __future__ import annotations

import string

from esep.checking.judge import cause, fit, judge, statements
from esep.checking.judge.wording import WORDING

UNEXPLAINED = {"exact"}
"""What is exactly so needs no second sentence."""


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def codes() -> set[str]:
    """Every reason and note the modules define as a constant."""
    return {
        value
        for module in (cause, fit, judge, statements)
        for name, value in vars(module).items()
        if name.isupper() and not name.startswith("_") and isinstance(value, str)
    }


def test_every_language_says_every_reason() -> None:
    for language, words in WORDING.items():
        assert codes() - UNEXPLAINED <= words.keys(), language


def test_the_languages_have_the_same_messages_with_the_same_slots() -> None:
    english = WORDING["en"]
    for words in WORDING.values():
        assert words.keys() == english.keys()
        assert {key: slots(text) for key, text in words.items()} == {
            key: slots(text) for key, text in english.items()
        }


def test_no_figure_is_typed_in_the_words() -> None:
    texts = [text for words in WORDING.values() for text in words.values()]
    assert not [text for text in texts if any(letter.isdigit() for letter in text)]
