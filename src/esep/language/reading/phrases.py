"""Where in a sentence do phrases that are looked for stand, in whatever form?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from esep.language.reading.stems import keys, voicings
from esep.language.reading.words import LITTLE, Word, spelled

Meaning = TypeVar("Meaning")

_JOINTS = re.compile(r"[-/\u2013]")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_LONG = 4
"""So many words seldom stand in their order by chance."""
_MOST_WORDS = 20_000
"""Words whose phrases a book keeps in mind."""


@dataclass(frozen=True, slots=True)
class Found(Generic[Meaning]):
    """A phrase in a sentence; `first` and `last` count the sentence's words."""

    first: int
    last: int
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Phrase(Generic[Meaning]):
    parts: tuple[str, ...]
    meaning: Meaning | None
    """None for a phrase that only hides its words."""


class PhraseBook(Generic[Meaning]):
    """The phrases of one language, found at their first word.

    `school` stands for any form of the word, `invest*` for any word that begins so, `*мек` for
    any that ends so, `=plant` for that form alone, right after the word before. Little words
    (of, the, в, және) may stand between the other words of a phrase.
    """

    def __init__(self, language: str, phrases: Iterable[Phrase[Meaning]]) -> None:
        self.language = language
        self._exact: dict[str, list[Phrase[Meaning]]] = defaultdict(list)
        self._stem: dict[str, list[Phrase[Meaning]]] = defaultdict(list)
        self._prefix: dict[str, list[Phrase[Meaning]]] = defaultdict(list)
        self._ending: list[tuple[str, Phrase[Meaning]]] = []
        for phrase in phrases:
            first = phrase.parts[0]
            if first.startswith("*"):
                self._ending.append((first[1:], phrase))
            elif first.startswith("="):
                self._exact[first[1:]].append(phrase)
            elif first.endswith("*"):
                for beginning in voicings(first[:-1], language):
                    self._prefix[beginning].append(phrase)
            else:
                for key in keys(first, language):
                    self._stem[key].append(phrase)
        self._begun: dict[str, tuple[Phrase[Meaning], ...]] = {}
        self._shortest = min((len(prefix) for prefix in self._prefix), default=99)
        self._longest = max((len(prefix) for prefix in self._prefix), default=0)

    def find(self, sentence: Sequence[Word]) -> tuple[Found[Meaning], ...]:
        """Every phrase, in order; one hides what its words would say alone."""
        found: dict[tuple[int, int], dict[Meaning, None]] = defaultdict(dict)
        silent: set[tuple[int, int]] = set()
        for at in range(len(sentence)):
            for phrase in self._beginning(sentence[at]):
                last = self._end(phrase, sentence, at)
                if last >= 0:
                    meanings = found[at, last]
                    if phrase.meaning is None:
                        silent.add((at, last))
                    else:
                        meanings[phrase.meaning] = None
        kept: list[tuple[int, int]] = []
        for first, last in sorted(found, key=lambda span: (span[0] - span[1], span[0])):
            if not any(f <= first and last <= e for f, e in kept):
                kept.append((first, last))
        return tuple(
            Found(first, last, tuple(found[first, last]))
            for first, last in sorted(kept)
            if found[first, last] and (first, last) not in silent
        )

    def _beginning(self, word: Word) -> tuple[Phrase[Meaning], ...]:
        """The phrases that may begin with a word; most words come again and again."""
        if (known := self._begun.get(word.text)) is not None:
            return known
        if len(self._begun) >= _MOST_WORDS:
            self._begun.clear()
        self._begun[word.text] = found = tuple(self._phrases_from(word))
        return found

    def _phrases_from(self, word: Word) -> list[Phrase[Meaning]]:
        phrases = list(self._exact.get(word.text, ()))
        for stem in word.stems:
            phrases += self._stem.get(stem, ())
        for end in range(self._shortest, min(len(word.text), self._longest) + 1):
            phrases += self._prefix.get(word.text[:end], ())
        phrases += (
            phrase
            for ending, phrase in self._ending
            if word.text.endswith(ending) and len(word.text) > len(ending) + 2
        )
        return phrases

    def _end(self, phrase: Phrase[Meaning], sentence: Sequence[Word], at: int) -> int:
        """The word the phrase ends at, -1 where it does not stand here."""
        last = at
        for part in phrase.parts[1:]:
            last += 1
            while last < len(sentence) and not self._fits(part, sentence[last]):
                word = sentence[last]
                if part.startswith("=") or not word.little:
                    return -1
                if word.apart and len(phrase.parts) < _LONG:
                    return -1
                last += 1
            if last >= len(sentence):
                return -1
            # A long name may hold commas of its own: agriculture, forestry and fishery.
            if sentence[last].apart and len(phrase.parts) < _LONG:
                return -1
        return last

    def _fits(self, part: str, word: Word) -> bool:
        if part.startswith("="):
            return word.text == part[1:]
        if part.endswith("*"):
            return word.text.startswith(voicings(part[:-1], self.language))
        return any(key in word.stems for key in keys(part, self.language))


@lru_cache(maxsize=32768)
def parts(text: str, language: str) -> tuple[str, ...]:
    """The words of a phrase as they are looked for, without the little ones."""
    little = LITTLE[language]
    found = []
    for word in _JOINTS.sub(" ", text).split():
        mark = word[0] if word[0] in "=*" else ""
        plain = word if word.isalpha() else _NO_LETTERS.sub("", word)
        spelt = spelled(plain, language)
        if spelt and (mark or spelt not in little):
            found.append(mark + spelt + ("*" if word[-1] == "*" else ""))
    if not found:  # nothing but little words: then they are meant
        return tuple(spelled(word, language) for word in text.split() if word.isalpha())
    if len(found) == 1 and len(text.split()) > 1:
        # `In pay` is not `pay`: a little word that is half of a phrase is meant too.
        return tuple(_kept(word, language) for word in _JOINTS.sub(" ", text).split())
    return tuple(found)


def _kept(word: str, language: str) -> str:
    plain = spelled(_NO_LETTERS.sub("", word), language)
    exact = "=" if word[0] == "=" or plain in LITTLE[language] else ""
    return exact + plain + ("*" if word[-1] == "*" else "")
