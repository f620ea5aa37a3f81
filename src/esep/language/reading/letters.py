"""What a sentence sounds like: small letters of one alphabet, each knowing where it stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from esep.language.reading.normal import lowered, normalise

# Both Kazakh alphabets, and every spelling of the Latin one, fold to the same plain letters.
_KAZAKH = str.maketrans(
    {
        **dict(
            zip("абвгдеёжзийклмнопрстуфхцчшщыэюя", "abvgdeejziiklmnoprstufhccccyeua", strict=True)
        ),
        **dict(zip("әғқңөұүһі", "agqnouuhi", strict=True)),
        **dict(zip("áäǵğńñŋóöúüūûýşṣıï", "aaggnnnoouuuuuccii", strict=True)),
        "w": "u",
    }
)
_RUSSIAN = str.maketrans("ё", "е")
_SIGNS = "ьъ"
# Two letters for one sound: the first is renamed, the second falls silent.
_PAIRS = (("ts", "ch"), ("sh", "ch"), ("s'", "c'"), ("zh", "jh"))


@dataclass(frozen=True, slots=True)
class Letters:
    text: str
    places: Sequence[int]
    """For each letter, and once more for the end, its offset in the sentence."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[end]


def letters(text: str, language: str) -> Letters:
    """Fold a sentence; Kazakh in Latin letters reads as Kazakh in Cyrillic does."""
    even = lowered(normalise(text))
    if language == "ru":
        even = even.translate(_RUSSIAN)
    if language == "kk":
        even = _folded(even)
    elif "  " not in even:
        return Letters(even, range(len(even) + 1))
    kept = [at for at, each in enumerate(even) if not _is_lost(even, at, each, language)]
    return Letters("".join(even[at] for at in kept), [*kept, len(even)])


def _is_lost(text: str, at: int, letter: str, language: str) -> bool:
    if letter == " ":
        return text[at - 1 : at] == " "
    return language == "kk" and _is_silent(text, at, letter)


def fold(pattern: str) -> str:
    """Fold Kazakh words, or a pattern of them, as a sentence is folded."""
    folded = _folded(pattern)
    return "".join(each for at, each in enumerate(folded) if not _is_silent(folded, at, each))


def _folded(text: str) -> str:
    text = text.translate(_KAZAKH)
    for pair, sound in _PAIRS:
        text = text.replace(pair, sound)
    return text


def _is_silent(text: str, at: int, letter: str) -> bool:
    """The second half of sh, ch and zh, soft signs, and the apostrophe of s'."""
    before = text[at - 1 : at]
    if letter == "h":
        return before in ("c", "j")
    return letter in _SIGNS or (letter == "'" and before.isalpha())
