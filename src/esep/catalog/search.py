"""Which indicators, regions and topics a few words may mean, the best first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from esep.catalog.fold import fold
from esep.catalog.register import RegionRegister
from esep.model.indicator import Indicator, Topic
from esep.model.text import Name, Text


class HitKind(StrEnum):
    """What was found; of equally good hits the earlier kind comes first."""

    INDICATOR = "indicator"
    REGION = "region"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Hit:
    kind: HitKind
    id: str
    names: Text
    score: float
    """100 is the very name; below 60 the words only resemble it."""


Entry = tuple[str, str, str, int]
"""Folded spelling, kind, id, and what an exact match is worth."""

Found = tuple[str, str, float]
"""Kind, id, score."""

_ID, _NAME, _ALIAS, _FORM, _TOPIC = 100, 100, 99, 98, 97
# What an index is the growth of, and where a region is run from: asked for, but not the name.
_SUBJECT, _PLACE = 80, 70


_STEM = 4
"""Letters two case forms of a word share at least."""


def index_of(
    indicators: Mapping[str, Indicator], regions: RegionRegister, topics: Mapping[str, Topic]
) -> tuple[Entry, ...]:
    """Every spelling by which something of the pack may be asked for, folded once."""
    entries: dict[Entry, None] = {}
    for indicator in indicators.values():
        names = list(indicator.names.by_language.values())
        aliases = (alias for aliases in indicator.aliases.values() for alias in aliases)
        for spelling, worth in _spellings(indicator.id, names, aliases):
            entries[fold(spelling), HitKind.INDICATOR.value, indicator.id, worth] = None
        for subject in indicator.subjects.by_language.values() if indicator.subjects else ():
            entry = (fold(subject.text), HitKind.INDICATOR.value, indicator.id, _SUBJECT)
            entries[entry] = None
    for code, history in regions.by_code.items():
        names = [name for version in history for name in version.names.by_language.values()]
        aliases = (a for others in regions.aliases.get(code, {}).values() for a in others)
        for spelling, worth in _spellings(code, names, aliases):
            entries[fold(spelling), HitKind.REGION.value, code, worth] = None
        for centre in history[-1].centre.values():
            entries[fold(centre), HitKind.REGION.value, code, _PLACE] = None
    for topic in topics.values():
        for text in (topic.id, *topic.names.values()):
            entries[fold(text), HitKind.TOPIC.value, topic.id, _TOPIC] = None
    return tuple(entry for entry in entries if entry[0])


def _spellings(id: str, names: Iterable[Name], aliases: Iterable[str]) -> Iterator[tuple[str, int]]:
    yield id, _ID
    for name in names:
        yield name.text, _NAME
        yield name.short, _NAME
        for form in (name.forms or {}).values():
            yield form, _FORM
    for alias in aliases:
        yield alias, _ALIAS


def find(text: str, entries: Iterable[Entry], *, limit: int) -> list[Found]:
    """The best things for the words, each once; resemblance is asked only if nothing fits."""
    query = fold(text)
    if not query:
        return []
    words = query.split()
    stems = [word[:_STEM] for word in words]
    padded = f" {query} "
    best: dict[tuple[str, str], float] = {}
    kept = list(entries)
    for spelling, kind, id, worth in kept:
        # Most spellings share no stem with the words; they are left without a closer look.
        if all(stem in spelling for stem in stems) or f" {spelling} " in padded:
            score = _fit(query, words, spelling, worth)
            if score > best.get((kind, id), 0):
                best[kind, id] = score
    if not best:
        best = _resembling(query, kept)
    order = {kind.value: place for place, kind in enumerate(HitKind)}
    ranked = sorted(best.items(), key=lambda pair: (-pair[1], order[pair[0][0]]))
    return [(kind, id, round(score, 1)) for (kind, id), score in ranked[:limit]]


def _fit(query: str, words: list[str], spelling: str, worth: int) -> float:
    """How well the words name the spelling: exactly, as its beginning, as words of it."""
    if query == spelling:
        return worth
    discount = (100 - worth) * 0.5
    extra = min(10.0, abs(len(spelling) - len(query)) * 0.2)
    if spelling.startswith(query):
        return 92 - extra - discount
    parts = spelling.split()
    if _each_begins(words, parts):
        return 80 - extra - discount
    if _each_related(words, parts):
        return 70 - extra - discount
    # "ВРП Алматинской области" asks for two things at once: each is wholly in the words.
    if len(parts) < len(words) and f" {spelling} " in f" {query} ":
        return 60 + min(9.0, len(spelling) * 0.2) - discount
    return 0


def _each_begins(words: list[str], parts: list[str]) -> bool:
    return all(any(part.startswith(word) for part in parts) for word in words)


def _each_related(words: list[str], parts: list[str]) -> bool:
    """Whether each word is a case form of some word: a common stem and a short ending."""
    return all(any(_related(word, part) for part in parts) for word in words)


def _related(word: str, part: str) -> bool:
    if word == part:
        return True
    stem = 0
    for one, other in zip(word, part, strict=False):
        if one != other:
            break
        stem += 1
    return stem >= _STEM and len(word) - stem <= 3 and len(part) - stem <= 3


def _resembling(query: str, entries: list[Entry]) -> dict[tuple[str, str], float]:
    from rapidfuzz import fuzz, process

    best: dict[tuple[str, str], float] = {}
    spellings = [entry[0] for entry in entries]
    close = process.extract(
        query, spellings, scorer=fuzz.token_sort_ratio, limit=40, score_cutoff=65
    )
    for _, likeness, place in close:
        _, kind, id, worth = entries[place]
        score = likeness * 0.6 - (100 - worth) * 0.2
        if score > best.get((kind, id), 0):
            best[kind, id] = score
    return best
