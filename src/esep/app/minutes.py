"""The drafts of instructions that a text makes, with what the store knows of its meeting."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from esep.app.registers import find_card, open_registers
from esep.app.workspace import Workspace
from esep.errors import BadRequest

if TYPE_CHECKING:
    from esep.catalog import Catalog
    from esep.checking.linking.vocabulary import Vocabularies
    from esep.model.passage import ReadText, Sentence
    from esep.model.register import Card
    from esep.tracking.minutes.cards import Row
    from esep.tracking.minutes.drafts import Draft, Minutes, PassedOver

EXECUTING = ("region", "district")
"""Levels that report and execute, where a pack has them; else the lowest one."""
MOST_MEASURES = 3


@dataclass(frozen=True, slots=True)
class Drafted:
    rows: tuple[Row, ...]
    passed_over: tuple[PassedOver, ...]
    day: date
    region: str
    meeting: str


def draft_minutes(
    workspace: Workspace,
    read: ReadText,
    *,
    day: date | None,
    region: str = "",
    meeting: str = "",
) -> Drafted:
    """Draft cards from a text of a meeting; nothing is written.

    The day is the one given, else that of the meeting, else what the text says of itself.
    """
    from esep.checking.linking.vocabulary import Vocabularies
    from esep.language.reading.normal import normalise
    from esep.tracking.minutes.cards import Given, row_of
    from esep.tracking.minutes.drafts import draft_id

    catalog = workspace.catalog
    with closing(open_registers(workspace)) as registers:
        held = {card.id: card for card in registers.cards("meetings") if not card.vanished}
        if meeting:
            find_card(registers, catalog.register("meetings"), meeting, on=None)
    card = held.get(meeting)
    told = day or (date.fromisoformat(card.text("held_on")) if card else None) or read.day
    if told is None:
        raise BadRequest(
            f"{read.name} does not say of which day it is",
            hint="name it with --date, or the meeting with --meeting",
        )
    code = region or (card.text("region") if card else "") or _region(catalog, read)
    if card is None:
        same = [
            each
            for each in held.values()
            if each.text("held_on") == told.isoformat() and code and each.text("region") == code
        ]
        card = same[0] if len(same) == 1 else None
    minutes = _read(catalog, read, told)
    issuing = Counter(each.issuer_level for each in minutes.drafts if each.issuer_level)
    usual = card.text("chair_level") if card else ""
    if not usual and issuing:
        usual = issuing.most_common(1)[0][0]
    # A text that names nobody there still tells to whom the report was given.
    above = [each for each in catalog.control.levels if each not in _executing(catalog)]
    usual = usual or max(above, key=lambda each: minutes.spoken_of[each], default="")
    usual = usual if card or issuing or minutes.spoken_of[usual] else ""
    prefix = f"{code or 'card'}-{told}".lower()
    vocabularies, text = Vocabularies(catalog), normalise(read.text)
    rows: list[Row] = []
    used: dict[str, object] = {}
    for draft in minutes.drafts:
        level = draft.issuer_level or usual
        theme, measures = _theme(vocabularies, text, draft)
        given = Given(
            file=read.name,
            day=told.isoformat(),
            region=code,
            meeting=card.id if card else "",
            issuer=_named(catalog, minutes, level, draft.language, card, "chair"),
            issuer_level=level,
            executor=_executor(catalog, minutes, draft.language, card),
        )
        id = draft_id(prefix, draft, used)
        used[id] = draft
        rows.append(row_of(draft, id, given, theme, measures))
    passed = tuple(minutes.passed_over)
    return Drafted(tuple(rows), passed, told, code, card.id if card else "")


def _executing(catalog: Catalog) -> tuple[str, ...]:
    levels = [*catalog.control.levels]
    return tuple(each for each in EXECUTING if each in levels) or tuple(levels[-1:])


def _read(catalog: Catalog, read: ReadText, day: date) -> Minutes:
    from esep.checking.places import Gazetteer
    from esep.tracking.minutes.deadlines import Urgencies
    from esep.tracking.minutes.drafts import Reader
    from esep.tracking.minutes.people import People

    gazetteer = Gazetteer(catalog)

    def places(text: str, sentence: Sentence) -> list[tuple[int, int]]:
        found = gazetteer.mentions(text, sentence)
        return [(each.start, each.end) for each in found if each.place.name]

    people = People(catalog.control, _executing(catalog))
    people.add_names(_chairs(catalog))
    return Reader(people, Urgencies(catalog.control), places, day=day).read(read)


def _chairs(catalog: Catalog) -> dict[str, str]:
    """The names of those who chaired the pack's meetings: `Tokayev`, not only his title."""
    from esep.tracking.minutes.people import names_of

    return {
        name: meeting.level
        for meeting in catalog.meetings
        for language in catalog.languages
        for name in names_of(meeting.chair[language].partition(",")[0], language)
        if meeting.level
    }


def _region(catalog: Catalog, read: ReadText) -> str:
    from esep.checking.places import Gazetteer, setting_of
    from esep.language.reading.normal import normalise
    from esep.language.reading.sentences import sentences

    text = normalise(read.text)
    return setting_of(read, text, sentences(read), Gazetteer(catalog)).region


def _named(
    catalog: Catalog, minutes: Minutes, level: str, language: str, card: Card | None, field: str
) -> str:
    """Who stands at a level: as the meeting has it, as the text names him, else his title."""
    if card is not None and card.text("chair_level") == level:
        return card.text(field)
    title = catalog.control.levels[level].names[language] if level else ""
    name = minutes.people.get(level, "")
    return f"{name}, {title}" if name else title


def _executor(catalog: Catalog, minutes: Minutes, language: str, card: Card | None) -> str:
    """The governor of the text, where nobody else is named."""
    if card is not None:
        return card.text("speaker")
    level = next((each for each in _executing(catalog) if each in minutes.people), "")
    return _named(catalog, minutes, level or _executing(catalog)[0], language, None, "speaker")


def _theme(vocabularies: Vocabularies, text: str, draft: Draft) -> tuple[str, tuple[str, ...]]:
    """The topic of the pack that the words of a task speak for, and what could measure it."""
    from esep.language.reading.words import words

    if draft.empty:
        return "", ()
    book = vocabularies.of(draft.language)
    topics: dict[str, float] = {}
    named: Counter[str] = Counter()
    for start, end in ((draft.start, draft.end), draft.sentence):
        for found in book.find(words(text, start, end, draft.language)):
            for cue in found.meanings:
                topics[cue.topic] = max(topics.get(cue.topic, 0.0), cue.weight)
                named[cue.indicator] += 1
        if topics:
            break
    best = max(topics, key=lambda topic: topics[topic], default="")
    known = [each.id for each in vocabularies.catalog.indicators.values() if each.topic == best]
    measures = sorted(known, key=lambda id: -named[id])
    return best, tuple(measures[:MOST_MEASURES])
