"""The words of a text, made ready to be compared with words looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from esep.language.reading.stems import stems

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[a-zıáäǵğńñóöúüýş]")
_APART = re.compile(r"[\d,;:()!?]")

# Kazakh in Latin letters, both alphabets of 2018 and 2021; what one of them does not tell
# apart is folded in Cyrillic too (ұ and у, й and и).
_DIGRAPHS = (
    *(("tsııa", "ция"), ("tsiia", "ция"), ("ssııa", "ссия"), ("sııa", "ция"), ("siia", "ция")),
    *(("ıý", "ю"), ("ıu", "ю"), ("búdj", "бюдж"), ("budj", "бюдж")),
    *(("ts", "ц"), ("sh", "ш"), ("ch", "ч"), ("ia", "я"), ("ıa", "я")),
)
_CYRILLIC = str.maketrans(
    {
        **dict(zip("abvgdejziklmnoprstufhyq", "абвгдежзіклмнопрстуфхық", strict=True)),
        **dict(zip("äáǵğıíńñŋóöúüýūşšcwx", "әәғғииңңңөөүүуушшкух", strict=True)),
    }
)
_FOLD = str.maketrans("ұйһё", "уихе")
# The alphabet of 2021 has letters of its own, and writes и and і crosswise to that of 2018.
_OF_2021 = re.compile("[şğūñäöüŞĞŪÑÄÖÜ]")
_CROSSED = str.maketrans("ıi", "iı")

LITTLE = {
    "en": frozenset(
        {
            *("the", "a", "an", "of", "in", "on", "for", "to", "and", "with", "its", "their", "s"),
            *("as", "at", "from", "or", "this", "that", "which", "is", "are", "was", "were", "has"),
            *(
                "it",
                "by",
                "also",
                "some",
                "his",
                "her",
                "there",
                "here",
                "had",
                "have",
                "been",
                "be",
            ),
        }
    ),
    "ru": frozenset(
        {
            *("и", "в", "во", "на", "с", "со", "по", "к", "ко", "из", "от", "до", "за", "у", "о"),
            *("об", "для", "его", "ее", "их", "а", "но", "это", "что", "как", "или", "при", "г"),
        }
    ),
    "kk": frozenset({"мен", "бен", "пен", "және", "да", "де", "та", "те", "ал", "бул"}),
}
"""Words that may stand between the words of a name without parting it."""


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    end: int
    text: str
    """In lower case; Kazakh in Cyrillic letters."""
    stems: tuple[str, ...]
    little: bool
    capital: bool
    apart: bool = False
    """A comma, a bracket or a number stands before it: no phrase goes on here."""


@lru_cache(maxsize=256)  # each sentence is looked at by several readers, one after another
def words(text: str, start: int, end: int, language: str) -> tuple[Word, ...]:
    """The words between two offsets; endings glued to digits (`53-тен`) are none."""
    return tuple(_words(text, start, end, language))


def _words(text: str, start: int, end: int, language: str) -> Iterator[Word]:
    little = LITTLE[language]
    crossed = language == "kk" and of_2021(text, start, end)
    last = start
    for match in _WORD.finditer(text, start, end):
        at = match.start()
        if at > 1 and text[at - 1] in "-\u2013" and (text[at - 2].isdigit() or text[at - 2] == "%"):
            continue
        word = spelled(match[0], language, crossed=crossed)
        yield Word(
            at,
            match.end(),
            word,
            stems(word, language),
            little=word in little,
            capital=match[0][0].isupper(),
            apart=_APART.search(text, last, at) is not None,
        )
        last = match.end()


def of_2021(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether Kazakh is written in the Latin alphabet of 2021."""
    return _OF_2021.search(text, start, len(text) if end is None else end) is not None


def spelled(word: str, language: str, *, crossed: bool = False) -> str:
    """A word in the letters it is looked for in; `crossed`: it is in the alphabet of 2021."""
    word = word.lower()
    if language == "kk":
        if _LATIN.search(word):
            word = word.translate(_CROSSED) if crossed else word
            for pair, letter in _DIGRAPHS:
                word = word.replace(pair, letter)
            word = word.translate(_CYRILLIC)
        return word.translate(_FOLD)
    return word.replace("ё", "е")
