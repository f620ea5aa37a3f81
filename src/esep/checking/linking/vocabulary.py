"""Which words speak for which topics and indicators of the pack, and which for a frame?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from esep.catalog.catalog import Catalog
from esep.language.reading import english_frames, kazakh_frames, russian_frames
from esep.language.reading.phrases import Phrase, PhraseBook, parts

STRONG, HINT = 1.0, 0.42
# A name of several words is seldom there by chance.
_BY_LENGTH = (0.0, 1.0, 1.35, 1.6, 1.75)
_LONG = 10
"""Names of so many words stand in tables, not in sentences."""

_FRAMES = {
    "en": english_frames.FRAMES,
    "ru": russian_frames.FRAMES,
    "kk": kazakh_frames.FRAMES,
}
_DEFINED = 1.1
"""Names and aliases of indicators, beside the words of topics."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase speaks for, and how plainly."""

    topic: str
    weight: float
    indicator: str = ""


class Vocabularies:
    """The vocabularies of a pack, each built when the first sentence of its language comes."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._built: dict[str, PhraseBook[Cue]] = {}

    def of(self, language: str) -> PhraseBook[Cue]:
        if language not in self._built:
            self._built[language] = PhraseBook(language, _phrases(self.catalog, language))
        return self._built[language]


@cache
def frame_book(language: str) -> PhraseBook[str]:
    """The words by which a language says growth, share, plan, people: each one for itself."""
    words: list[Phrase[str]] = []
    for name, texts in _FRAMES[language].items():
        words += (
            Phrase(found, name) for text in texts if text and (found := parts(text, language))
        )
    return PhraseBook(language, words)


def _phrases(catalog: Catalog, language: str) -> Iterable[Phrase[Cue]]:
    borrowers: dict[str, list[str]] = {}
    for topic in catalog.wordbook.topics.values():
        if topic.words_of:
            borrowers.setdefault(topic.words_of, []).append(topic.topic)
    for phrase in (*_of_topics(catalog, language), *_of_indicators(catalog, language)):
        yield phrase
        if cue := phrase.meaning:
            for borrower in borrowers.get(cue.topic, ()):
                yield Phrase(phrase.parts, Cue(borrower, cue.weight))
    for text in catalog.wordbook.silent.get(language, ()):
        if found := parts(text, language):
            yield Phrase(found, None)


def _of_topics(catalog: Catalog, language: str) -> Iterable[Phrase[Cue]]:
    for topic in catalog.topics.values():
        told = catalog.wordbook.topics.get(topic.id)
        if told is None:
            yield from _each([topic.names.get(language)], language, topic.id, STRONG)
        else:
            yield from _each(told.words.get(language, ()), language, topic.id, STRONG)
            yield from _each(told.hints.get(language, ()), language, topic.id, HINT)


def _each(texts: Iterable[str], language: str, topic: str, weight: float) -> Iterable[Phrase[Cue]]:
    for text in texts:
        if found := parts(text, language):
            yield Phrase(found, Cue(topic, weight * _BY_LENGTH[min(len(found), 4)]))


def _of_indicators(catalog: Catalog, language: str) -> Iterable[Phrase[Cue]]:
    for indicator in catalog.indicators.values():
        name = indicator.names.by_language.get(language)
        texts = [name.text, name.short] if name else []
        if indicator.subjects:
            texts.append(indicator.subjects[language].text)
        texts += indicator.aliases.get(language, ())
        for text in dict.fromkeys(texts):
            if text.count(" ") < _LONG and (found := parts(text, language)):
                weight = _DEFINED * _BY_LENGTH[min(len(found), 4)]
                yield Phrase(found, Cue(indicator.topic, weight, indicator.id))
