"""Who is spoken of in a sentence: who may instruct, and who is to execute?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from esep.language.reading.phrases import Phrase, PhraseBook, parts
from esep.language.reading.words import Word, spelled
from esep.model.control import Control

_AFTER_TITLE = 7
"""Words after a title among which the name may stand: of East Kazakhstan region Nurymbet ..."""
_NOT_SUBJECT = frozenset({"of", "with", "to", "for", "from", "on"})
_KAZAKH_HEADS = ("", "ы", "і", "сы", "сі", "лар", "лер")


@dataclass(frozen=True, slots=True)
class Called:
    level: str
    head: str
    """The word whose form tells whether it is the subject, as it is looked for."""


@dataclass(frozen=True, slots=True)
class Mention:
    first: int
    last: int
    """Words of the sentence."""
    level: str
    subject: bool
    """It stands in the form of a subject."""


class People:
    """Knows the levels of a pack by the words of its languages, and people by their names."""

    def __init__(self, control: Control, executors: Collection[str]) -> None:
        self._control = control
        self._executors = executors
        self._names: dict[str, str] = {}
        self._books: dict[str, PhraseBook[Called]] = {}

    def add_names(self, names: Mapping[str, str]) -> None:
        """Surnames of people, each with the level of its bearer."""
        self._names.update(names)
        self._books.clear()

    def executes(self, level: str) -> bool:
        return level in self._executors

    def mentions(self, sentence: Sequence[Word], language: str) -> tuple[Mention, ...]:
        return tuple(
            Mention(
                found.first,
                found.last,
                found.meanings[0].level,
                _is_subject(sentence, found.first, found.last, found.meanings[0], language),
            )
            for found in self._book(language).find(sentence)
        )

    def _book(self, language: str) -> PhraseBook[Called]:
        if language not in self._books:
            self._books[language] = PhraseBook(language, self._phrases(language))
        return self._books[language]

    def _phrases(self, language: str) -> Iterable[Phrase[Called]]:
        for level in self._control.levels.values():
            texts = (level.names[language], *level.words.get(language, ()))
            if language == "kk":  # Latin letters do not tell the two apart: Prezident
                texts += tuple(text.replace("и", "і") for text in texts)
            for text in dict.fromkeys(texts):
                if found := parts(text, language):
                    head = found[-1] if language == "kk" else found[0]
                    yield Phrase(found, Called(level.id, head))
        for name, level_id in self._names.items():
            if found := parts(name, language):
                yield Phrase(found, Called(level_id, found[-1]))


def _is_subject(
    sentence: Sequence[Word], first: int, last: int, called: Called, language: str
) -> bool:
    if language == "en":
        before = sentence[first - 1].text if first else ""
        if before in ("the", "a") and first > 1:
            before = sentence[first - 2].text
        owned = last + 1 < len(sentence) and sentence[last + 1].text == "s"
        return before not in _NOT_SUBJECT and not owned
    if language == "kk":
        return sentence[last].text in {called.head + end for end in _KAZAKH_HEADS}
    return called.head in (sentence[first].text, sentence[last].text)


def named_after(
    text: str,
    sentence: Sequence[Word],
    mention: Mention,
    titles: Collection[int],
    places: Sequence[tuple[int, int]],
) -> tuple[int, int] | None:
    """Where the two words of a name stand after a title: `Mayor Zhenis Kassymbek`."""

    def placed(at: int) -> bool:
        return any(start <= sentence[at].start < end for start, end in places)

    def named(at: int) -> bool:
        return sentence[at].capital and not placed(at) and at not in titles

    end = min(len(sentence) - 1, mention.last + _AFTER_TITLE)
    for at in range(mention.last + 1, end):
        between = text[sentence[at - 1].end : sentence[at].start]
        if any(mark in between for mark in ".;:"):
            return None
        joined = text[sentence[at].end : sentence[at + 1].start] in (" ", "\u00a0")
        if named(at) and named(at + 1) and joined:
            return sentence[at].start, sentence[at + 1].end
        if not (placed(at) or sentence[at].little):
            return None
    return None


def names_of(name: str, language: str) -> tuple[str, ...]:
    """How the bearer of a name is called: by all of it, and by the surname alone."""
    parts_of_it = [spelled(each, language) for each in name.split()]
    return tuple(dict.fromkeys((" ".join(parts_of_it), *parts_of_it[-1:]))) if parts_of_it else ()
