"""What do the heads of a table say of the figure in a cell?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from esep.checking.linking.vocabulary import STRONG, Vocabularies, frame_book
from esep.language.reading.currencies import Currencies
from esep.language.reading.normal import normalise
from esep.language.reading.quantities import quantities
from esep.language.reading.words import Word, words
from esep.model.claim import Quantity, QuantityKind
from esep.model.passage import Sentence

_BY_NEARNESS = (1.0, 0.8, 0.6)
"""The row says what it is, then the column, then the table."""
_CAPTION, _LEAST = 2, 0.8
"""From which place on heads are those of the whole table, and how plain a nearer one must be."""
_FRAMES = 0.6
_LONGEST_UNIT = 60
_BRACKETS = re.compile(r"\(([^()]{1,40})\)")


@dataclass(frozen=True, slots=True)
class Heads:
    scores: dict[str, float] = field(default_factory=dict)
    """By topic, as the words around a figure score it."""
    named: dict[str, float] = field(default_factory=dict)
    """By indicator."""
    said: dict[str, float] = field(default_factory=dict)
    """By what frame words say."""
    words: tuple[Word, ...] = ()


_NONE = Heads()


class HeadReader:
    """Reads the heads of cells, each of them once."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._vocabularies = vocabularies
        self._known: dict[tuple[str, str], Heads] = {}

    def hear(self, heads: Sequence[str], language: str) -> Heads:
        if not heads:
            return _NONE
        found = Heads()
        spoken: list[Word] = []
        for place, head in enumerate(heads):
            share = _BY_NEARNESS[min(place, len(_BY_NEARNESS) - 1)]
            own = self._one(head, language)
            if place >= _CAPTION and max(found.scores.values(), default=0.0) >= STRONG * _LEAST:
                # A column that says what it is stands for itself, whatever the table is called.
                own = Heads(said=own.said)
            spoken += own.words
            for into, scores in (
                (found.scores, own.scores),
                (found.named, own.named),
                (found.said, own.said),
            ):
                for name, score in scores.items():
                    _raise(into, name, score * share)
        return replace(found, words=tuple(spoken))

    def _one(self, head: str, language: str) -> Heads:
        if (head, language) in self._known:
            return self._known[head, language]
        spoken = words(head, 0, len(head), language)
        found = Heads(words=spoken)
        for cue in self._vocabularies.of(language).find(spoken):
            for meaning in cue.meanings:
                _raise(found.scores, meaning.topic, meaning.weight)
                if meaning.indicator:
                    _raise(found.named, meaning.indicator, meaning.weight)
        for frame in frame_book(language).find(spoken):
            for name in frame.meanings:
                _raise(found.said, name, _FRAMES)
        self._known[head, language] = found
        return found


def _raise(scores: dict[str, float], name: str, score: float) -> None:
    scores[name] = max(scores.get(name, 0.0), score)


def with_unit(
    quantity: Quantity, heads: Sequence[str], language: str, money: Currencies
) -> Quantity:
    """Give a bare number the unit and the scale its heads name: `GRP, billion tenge`."""
    if quantity.kind is not QuantityKind.COUNT or quantity.unit_text:
        return quantity
    whole = not quantity.written.decimals and not quantity.written.scale
    for head in (*heads[1:2], *heads[:1], *heads[2:]):  # the column before the row
        if whole and _is_place(head, language):
            return replace(quantity, unit="rank", kind=QuantityKind.RANK)
        for text in _units(head):
            if one := _one_of(text, language, money):
                return replace(
                    quantity,
                    number=quantity.number * one.number,
                    quantum=quantity.quantum * one.number,
                    unit=one.unit,
                    kind=one.kind,
                    unit_text=one.unit_text,
                    written=replace(quantity.written, scale=one.written.scale),
                )
    return quantity


@lru_cache(maxsize=512)
def _one_of(unit: str, language: str, money: Currencies) -> Quantity | None:
    """One of the unit, if the words name one."""
    told = frame_book(language).find(words(unit, 0, len(unit), language))
    percent = any("percent" in each.meanings for each in told)
    written = "1%" if percent else f"1 {normalise(unit)}"
    read = quantities(written, Sentence(0, len(written), language, 0), money=money)
    if not read or read[0].not_claim:
        return None
    one = read[0]
    bare = one.kind is QuantityKind.COUNT and one.unit == "count" and not one.written.scale
    return None if bare else one


@lru_cache(maxsize=512)
def _is_place(head: str, language: str) -> bool:
    """Whether a column holds ranks: its only word, or the first or last of them, says so."""
    own = words(head, 0, len(head), language)
    ends = {0, len(own) - 1}
    return any(
        "rank" in each.meanings and (each.first in ends or each.last in ends)
        for each in frame_book(language).find(own)
    )


def _units(head: str) -> Iterator[str]:
    """What may be a unit in a head: what stands after a comma or in brackets, or all of it."""
    pieces = [piece.strip() for piece in head.split(",")]
    yield from (piece[:_LONGEST_UNIT] for piece in reversed(pieces[1:]) if piece)
    yield from _BRACKETS.findall(head)
    if len(head) <= _LONGEST_UNIT // 3:
        yield head
