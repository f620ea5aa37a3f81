"""Which instructions seem to return from an earlier meeting? Proposed, never joined."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from esep.catalog.fold import fold
from esep.model.register import Card
from esep.tracking.duplicates import plain_name
from esep.tracking.instructions import fields as f

LIKE = 65.0
"""Of 100, from which likeness of their words two instructions may be one that returns."""


@dataclass(frozen=True, slots=True)
class Return:
    """A card beside the earlier one it seems to repeat."""

    card: Card
    earlier: Card
    thread: str
    """The thread to write on both, where a person agrees."""
    confirmed: bool
    """A person wrote the same thread on both."""
    topics: tuple[str, ...]
    programme: str
    likeness: int
    """Of their words, of 100; 0 where they are not alike."""

    @property
    def reasons(self) -> int:
        return bool(self.topics) + bool(self.programme) + bool(self.likeness)


def returns(cards: Iterable[Card], topics: Mapping[str, Collection[str]]) -> tuple[Return, ...]:
    """The best earlier card for each card, of the same region and of another day.

    `topics` tells what the words of a card speak for. Two cards in different threads were told
    apart by a person already.
    """
    known = sorted(
        (each for each in cards if not each.vanished and each.text(f.REGISTERED_ON)),
        key=lambda each: (each.text(f.REGISTERED_ON), each.id),
    )
    found: list[Return] = []
    threads: dict[str, str] = {}
    for at, card in enumerate(known):
        pairs = [
            pair
            for earlier in known[:at]
            if earlier.text(f.REGISTERED_ON) < card.text(f.REGISTERED_ON)
            and earlier.text(f.REGION) == card.text(f.REGION)
            if (pair := _pair(card, earlier, topics, threads)) is not None
        ]
        if pairs:
            best = max(pairs, key=_weight)
            threads[card.id] = best.thread
            found.append(best)
    return tuple(found)


def _weight(pair: Return) -> tuple[bool, int, int, str]:
    """Confirmed before proposed, then by how much speaks for it, then the newest."""
    day = pair.earlier.text(f.REGISTERED_ON)
    return pair.confirmed, pair.reasons, pair.likeness, day


def _pair(
    card: Card,
    earlier: Card,
    topics: Mapping[str, Collection[str]],
    threads: Mapping[str, str],
) -> Return | None:
    from rapidfuzz import fuzz

    mine, its = fold(card.text(f.THREAD)), fold(earlier.text(f.THREAD))
    if mine and its and mine != its:
        return None
    shared = sorted({*topics.get(card.id, ())} & {*topics.get(earlier.id, ())})
    programme = card.text(f.PROGRAMME)
    alike = fuzz.token_sort_ratio(
        plain_name(card.text(f.TEXT)), plain_name(earlier.text(f.TEXT)), score_cutoff=LIKE
    )
    pair = Return(
        card=card,
        earlier=earlier,
        thread=card.text(f.THREAD) or earlier.text(f.THREAD) or threads.get(earlier.id, earlier.id),
        confirmed=bool(mine) and mine == its,
        topics=tuple(shared),
        programme=programme if programme == earlier.text(f.PROGRAMME) else "",
        likeness=round(alike),
    )
    return pair if pair.confirmed or pair.reasons else None
