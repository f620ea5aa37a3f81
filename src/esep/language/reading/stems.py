"""Which words of a text are forms of one word?

No dictionary of words: of an English or a Russian word the endings are cut, of a Kazakh word
every beginning counts after which nothing but endings stands.
"""

from __future__ import annotations

import re
from functools import lru_cache

from esep.language.kazakh_suffixes import ENDINGS as _CASES

_RUSSIAN_ENDINGS = (
    "иями ями ами ией иям ием иях ях ах ям ам ем ом ей ой ев ов ию ью ю ия ья я а ие ье е ии и "
    "ы ь й о у его ого ему ому ими ыми ее ые ое ий ый им ым их ых ую юю ая яя ою ею"
)
_RUSSIAN_END = re.compile(f"(?:{'|'.join(sorted(_RUSSIAN_ENDINGS.split()))})$")

_ENGLISH_LAST = re.compile(r"(?:ing|ed)$")
_LEAST = 3
"""Letters a stem keeps."""

# In the order of a Kazakh word: what makes an adjective, plural, whose, case, "which is at".
_KAZAKH_ENDINGS = re.compile(
    "(?:[лдт][ыі][қк]|[лдт][ыі][ғг])?"
    "(?:[лдт][ае]р)?"
    "(?:[сы]?[ыі]м[ыі]з|сы|сі|ы|і|м|ң)?"
    f"(?:{'|'.join(sorted(set().union(*_CASES.values()), key=lambda each: (-len(each), each)))})?"
    "(?:ғы|гі|қы|кі)?"
    "(?:мен|бен|пен)?"
)
_VOICED = {"п": "б", "к": "г", "қ": "ғ"}
_SOUNDS = {**_VOICED, **{voiced: hard for hard, voiced in _VOICED.items()}}
_KAZAKH_VOWELS = frozenset("аәеиоөуұүыіэюя")


@lru_cache(maxsize=16384)
def keys(word: str, language: str) -> tuple[str, ...]:
    """Under which beginnings a word (in lower case) is to be looked for."""
    if language != "kk":
        return (_cut(word, language),)
    found = [word]
    if len(word) > _LEAST + 1 and word[-1] in "ыі":
        # "Its output" is looked for under "output" too.
        found.append(word[:-1])
        if word[-2] == "с" and word[-3] in _KAZAKH_VOWELS:
            found.append(word[:-2])
    voiced = [each[:-1] + _VOICED[each[-1]] for each in found if each[-1] in _VOICED]
    return tuple(dict.fromkeys(found + voiced))


@lru_cache(maxsize=16384)
def voicings(beginning: str, language: str) -> tuple[str, ...]:
    """How a beginning may be spelled: a Kazakh one ends as the word goes on, аймақ or аймағы."""
    other = _SOUNDS.get(beginning[-1:]) if language == "kk" and len(beginning) > _LEAST else None
    return (beginning, beginning[:-1] + other) if other else (beginning,)


@lru_cache(maxsize=16384)
def stems(word: str, language: str) -> tuple[str, ...]:
    """The beginnings a word of a text (in lower case) may be a form of, the longest first."""
    if language != "kk":
        return (_cut(word, language),)
    return tuple(
        word[:end]
        for end in range(len(word), min(_LEAST, len(word)) - 1, -1)
        if _KAZAKH_ENDINGS.fullmatch(word, end)
    )


def _cut(word: str, language: str) -> str:
    return _russian(word) if language == "ru" else _english(word)


def _russian(word: str) -> str:
    word = word.replace("ё", "е")
    found = _RUSSIAN_END.search(word, _LEAST)
    return word[: found.start()] if found else word


def _english(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _LEAST:
        word = word[:-1]
    if len(word) > 5 and (cut := _ENGLISH_LAST.sub("", word)) != word and len(cut) >= _LEAST:
        word = cut[:-1] if cut[-1] == cut[-2] and cut[-1] not in "aeiouls" else cut
    return word[:-1] if word.endswith("e") and len(word) > _LEAST else word
