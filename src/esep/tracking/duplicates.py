"""Which cards look like one thing under two spellings? Proposed, never merged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from esep.catalog.fold import fold
from esep.model.issue import Severity
from esep.model.register import Card, Register, Values
from esep.sources.surprise import Surprise, shown

LIKE = 90.0
"""Of 100, the likeness of two names from which a person should look."""

_MARKS = re.compile(r"[^\w ]+")


@dataclass(frozen=True, slots=True)
class Pair:
    one: str
    other: str
    likeness: float


def plain_name(name: str) -> str:
    """A name without its quotation marks, case and order of words."""
    return " ".join(sorted(_MARKS.sub(" ", fold(name)).split()))


class Twins:
    """Knows the names of cards by region and finds the ones that are nearly the same."""

    def __init__(self, register: Register, cards: Iterable[Card]) -> None:
        self._register = register
        self._names: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for card in cards:
            self._add(card.id, card.values)

    def _add(self, id: str, values: Values) -> None:
        name = plain_name(str(values.get(self._register.title, "")))
        if name:
            self._names[str(values.get(self._register.region, ""))].setdefault(name, id)

    def surprises(self, id: str, values: Values) -> list[Surprise]:
        """A warning where a new card is called nearly like another; then remember it too."""
        from rapidfuzz import fuzz, process

        name = plain_name(str(values.get(self._register.title, "")))
        others = self._names[str(values.get(self._register.region, ""))]
        found = process.extractOne(name, others.keys(), scorer=fuzz.ratio, score_cutoff=LIKE)
        twin = others[found[0]] if name and found else ""
        self._add(id, values)
        if not twin:
            return []
        return [
            Surprise(
                "possible_duplicate",
                self._register.title,
                shown(str(values[self._register.title])),
                f"another thing than {twin}, which is called nearly so",
                "if they are one, drop this row and use that id; nothing was merged",
                Severity.WARNING,
            )
        ]


def likely_pairs(register: Register, cards: Iterable[Card]) -> tuple[Pair, ...]:
    """Pairs of cards of one region with nearly one name, the most alike first."""
    from rapidfuzz import fuzz, process

    by_region: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for card in cards:
        name = plain_name(card.text(register.title))
        if name and not card.vanished:
            by_region[card.text(register.region)].append((card.id, name))
    pairs = []
    for named in by_region.values():
        names = [name for _, name in named]
        for place, (id, name) in enumerate(named):
            rest = names[place + 1 :]
            close = process.extract(name, rest, scorer=fuzz.ratio, score_cutoff=LIKE, limit=None)
            pairs += [Pair(id, named[place + 1 + at][0], score) for _, score, at in close]
    return tuple(sorted(pairs, key=lambda pair: (-pair.likeness, pair.one, pair.other)))
