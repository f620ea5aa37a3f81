"""By when is a task to be done, as its words say: a day, a rhythm, for ever, or nobody said?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from esep.language.reading.orders import RHYTHMS, Sign
from esep.language.reading.phrases import Found, Phrase, PhraseBook, parts
from esep.language.reading.words import Word
from esep.model.claim import PeriodRole, WrittenPeriod
from esep.model.control import Control, Urgency
from esep.tracking.instructions.fields import DeadlineKind

_SEASON = re.compile(r"season|сезон|маусым", re.IGNORECASE)
_PART_OF_YEAR = re.compile(
    r"winter|spring|summer|autumn|\bзим|\bвесн|\bлет[оа]|\bосен|\bқыс|көктем|\bжаз|\bкүз",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Due:
    kind: DeadlineKind
    day: date | None = None
    rhythm: str = ""
    words: str = ""
    assumed: str = ""
    """Why the day is only assumed; empty where the text names it."""


class Urgencies:
    """The words of urgency of a pack."""

    def __init__(self, control: Control) -> None:
        self._control = control
        self._books: dict[str, PhraseBook[str]] = {}

    def find(self, sentence: Sequence[Word], language: str) -> tuple[Found[str], ...]:
        if language not in self._books:
            self._books[language] = PhraseBook(
                language,
                [
                    Phrase(found, urgency.id)
                    for urgency in self._control.urgencies.values()
                    for text in urgency.words.get(language, ())
                    if (found := parts(text, language))
                ],
            )
        return self._books[language].find(sentence)

    def get(self, id: str) -> Urgency:
        return self._control.urgencies[id]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """What a sentence says of time."""

    words: Sequence[Word]
    signs: Sequence[Found[Sign]]
    periods: Sequence[WrittenPeriod]
    urgent: Sequence[Found[str]]


def due_of(time: TimeWords, span: tuple[int, int], day: date, urgencies: Urgencies) -> Due:
    """The deadline told inside a span of the sentence."""
    start, end = span
    inside = [each for each in time.periods if start <= each.start and each.end <= end]
    ahead = [each for each in inside if each.role is not PeriodRole.BASE and each.period.end > day]
    for each in sorted(ahead, key=lambda period: period.role is not PeriodRole.HORIZON):
        told = each.role is PeriodRole.HORIZON
        # "Now" and "at present" are no deadline, though their day may lie ahead of a past text.
        # Nor is a season: who prepares for it is not told until when.
        if each.present or _SEASON.search(each.text):
            continue
        if not told and _PART_OF_YEAR.search(each.text):
            continue
        assumed = "" if told else f"'{each.text}' is taken for its last day"
        return Due(DeadlineKind.DATE, each.period.end, words=each.text, assumed=assumed)
    for found in time.urgent:
        first, last = time.words[found.first], time.words[found.last]
        if start <= first.start and last.end <= end:
            urgency = urgencies.get(found.meanings[0])
            words = " ".join(each.text for each in time.words[found.first : found.last + 1])
            assumed = "" if urgency.confirmed else f"'{words}' is taken for {urgency.days} days"
            until = day + timedelta(days=urgency.days)
            return Due(DeadlineKind.DATE, until, words=words, assumed=assumed)
    for sign in time.signs:
        if start <= time.words[sign.first].start and time.words[sign.last].end <= end:
            if Sign.PERMANENT in sign.meanings:
                return Due(DeadlineKind.PERMANENT)
            for rhythm in RHYTHMS:
                if rhythm in sign.meanings:
                    return Due(DeadlineKind.PERIODIC, rhythm=str(rhythm))
    return Due(DeadlineKind.NONE)
