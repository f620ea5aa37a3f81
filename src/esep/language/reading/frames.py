"""How the lists of words are written by which a language says what it tells with a number."""

from __future__ import annotations

from collections.abc import Mapping

Frames = Mapping[str, tuple[str, ...]]
"""By what is said: `rise`, `fall`, `share`, `plan`, `people`, ...; phrases as a `PhraseBook`
takes them."""


def frames(**lists: str) -> Frames:
    """Split lists at their commas."""
    return {
        name: tuple(" ".join(phrase.split()) for phrase in words.split(",") if phrase.strip())
        for name, words in lists.items()
    }
