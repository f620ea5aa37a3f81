"""What would the card of each instruction of a text say, and what does it lack?"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from esep.language.reading.normal import normalise
from esep.language.reading.orders import signs
from esep.language.reading.periods import periods
from esep.language.reading.sentences import sentences
from esep.language.reading.words import Word, words
from esep.model.passage import PassageKind, ReadText, Sentence
from esep.tracking.instructions.fields import DeadlineKind
from esep.tracking.minutes.deadlines import Due, TimeWords, Urgencies, due_of
from esep.tracking.minutes.hearing import Ear, Heard, Hearing
from esep.tracking.minutes.people import Mention, People, named_after, names_of
from esep.tracking.minutes.tasks import Span, fronted_object, split_tasks, task_span

Places = Callable[[str, Sentence], Sequence[Span]]
"""Where a sentence names places: no name of a person stands there."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One task or emphasis, as it stands in the text."""

    what: Heard
    start: int
    end: int
    """Of the task alone."""
    text: str
    sentence: Span
    exact: str
    language: str
    issuer_level: str
    due: Due
    empty: bool = False
    """Instructions were given, and the text does not say which."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A sentence that sounds like an instruction and is none."""

    sentence: Span
    exact: str
    why: Heard


@dataclass(slots=True)
class Minutes:
    drafts: list[Draft] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)
    """Names as the text gives them, by level; the first one of each."""
    spoken_of: Counter[str] = field(default_factory=Counter)
    """How often the text speaks of each level."""


class Reader:
    """Reads one text."""

    def __init__(self, people: People, urgencies: Urgencies, places: Places, *, day: date) -> None:
        self._people = people
        self._urgencies = urgencies
        self._places = places
        self._day = day

    def read(self, read: ReadText) -> Minutes:
        text = normalise(read.text)
        pieces = sentences(read)
        done = Minutes()
        spoken = [words(text, each.start, each.end, each.language) for each in pieces]
        self._learn_names(text, pieces, spoken, done)
        ear = Ear(self._people)
        introduced: Hearing | None = None
        before: tuple[Sentence, Sequence[Word]] | None = None
        for piece, said in zip(pieces, spoken, strict=True):
            item = read.passages[piece.passage].kind is PassageKind.ITEM
            heard = signs(said, piece.language)
            goes_on = before is not None and before[0].passage == piece.passage
            hearings = ear.hear(said, heard, piece.language, goes_on=goes_on)
            told, before = before if goes_on else None, (piece, said)
            if introduced and item:
                whole = Hearing(introduced.what, 0, 0, whole=True, issuer=introduced.issuer)
                done.drafts += self._drafts(read, text, piece, said, whole)
                continue
            introduced = None
            if read.passages[piece.passage].kind in (PassageKind.TITLE, PassageKind.HEADING):
                continue
            for hearing in hearings:
                span = (piece.start, piece.end)
                if not hearing.what.drafted:
                    done.passed_over.append(PassedOver(span, read.text[slice(*span)], hearing.what))
                elif hearing.echo and told is None:
                    back = Heard.REFERS_BACK
                    done.passed_over.append(PassedOver(span, read.text[slice(*span)], back))
                elif hearing.echo and told is not None:
                    whole = Hearing(hearing.what, 0, 0, whole=True, issuer=hearing.issuer)
                    done.drafts += self._drafts(read, text, *told, whole)
                elif text[: piece.end].endswith(":") and self._followed(read, pieces, piece):
                    introduced = hearing
                else:
                    done.drafts += self._drafts(read, text, piece, said, hearing)
        return done

    def _followed(self, read: ReadText, pieces: Sequence[Sentence], piece: Sentence) -> bool:
        """Whether a list follows, each item a task of its own."""
        at = pieces.index(piece) + 1
        return at < len(pieces) and read.passages[pieces[at].passage].kind is PassageKind.ITEM

    def _learn_names(
        self,
        text: str,
        pieces: Sequence[Sentence],
        spoken: Sequence[Sequence[Word]],
        done: Minutes,
    ) -> None:
        """Who a title belongs to, so that the name alone is understood later."""
        names: dict[str, str] = {}
        for piece, said in zip(pieces, spoken, strict=True):
            mentions = self._people.mentions(said, piece.language)
            done.spoken_of.update(each.level for each in mentions)
            titles = {at for each in mentions for at in range(each.first, each.last + 1)}
            places = self._places(text, piece)
            for mention in mentions:
                if span := named_after(text, said, mention, titles, places):
                    name = text[span[0] : span[1]]
                    for called in names_of(name, piece.language):
                        names.setdefault(called, mention.level)
                    if mention.subject or piece.language == "en":  # else it stands in a case
                        done.people.setdefault(mention.level, name)
        self._people.add_names(names)

    def _drafts(
        self, read: ReadText, text: str, piece: Sentence, said: Sequence[Word], hearing: Hearing
    ) -> Iterator[Draft]:
        language = piece.language
        whole = (piece.start, piece.end)
        mentions: Sequence[Mention] = self._people.mentions(said, language)
        span = task_span(text, whole, said, hearing, mentions, language)
        time = TimeWords(
            said,
            signs(said, language),
            periods(text, piece, day=self._day),
            self._urgencies.find(said, language),
        )
        fronted = fronted_object(text, whole, said, hearing, mentions, language)
        tasks: Sequence[Span] = (span or whole,)
        if span and not hearing.whole:
            tasks = split_tasks(text, span, language, listed=hearing.listed)
        common = due_of(time, (piece.start, tasks[0][0]), self._day, self._urgencies)
        if hearing.before:
            common = due_of(time, (tasks[-1][1], piece.end), self._day, self._urgencies)
        for number, (start, end) in enumerate(tasks):
            told = [read.text[slice(*fronted)]] if fronted and span and not number else []
            due = due_of(time, (start, end), self._day, self._urgencies)
            yield Draft(
                what=hearing.what,
                start=start,
                end=end,
                text=" ".join(" ".join([*told, read.text[start:end]]).split()),
                sentence=whole,
                exact=" ".join(read.text[piece.start : piece.end].split()),
                language=language,
                issuer_level=hearing.issuer,
                due=common if due.kind is DeadlineKind.NONE else due,
                empty=span is None,
            )


def draft_id(prefix: str, draft: Draft, used: Mapping[str, object]) -> str:
    """An id that is the same whenever the same words are read again."""
    base = hashlib.sha256(f"{draft.text}\n{draft.exact}".encode()).hexdigest()
    size = 6
    while f"{prefix}-{base[:size]}" in used:
        size += 1
    return f"{prefix}-{base[:size]}"
