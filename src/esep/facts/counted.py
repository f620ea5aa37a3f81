"""Facts added up from the cards of registers: found by indicator, region and day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from esep.model.fact import Fact
from esep.model.period import Period
from esep.model.text import Text

CardLookup = Callable[[str], Fact | None]
"""A card by its id (`card:projects:P-1:cost@3`), as what a sum was made of."""


@dataclass(frozen=True, slots=True)
class Part:
    """What of a sum stands at one stage."""

    fact: Fact
    stage: str
    names: Text
    order: int
    """Of the stage on the way of a card."""


class CountedFacts:
    """What the registers held on one day; kept apart from statistics and from what was said."""

    def __init__(
        self,
        facts: Iterable[Fact] = (),
        parts: Iterable[Part] = (),
        card: CardLookup = lambda _: None,
    ) -> None:
        self._by_id: dict[str, Fact] = {}
        self._by_subject: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
        self._parts: defaultdict[str, list[Part]] = defaultdict(list)
        self._card = card
        for fact in facts:
            self._by_id[fact.id] = fact
            self._by_subject[fact.indicator, fact.region].append(fact)
        for part in sorted(parts, key=lambda each: each.order):
            self._by_id[part.fact.id] = part.fact
            self._parts[_whole(part.fact)].append(part)

    def __bool__(self) -> bool:
        return bool(self._by_id)

    def by_id(self, fact_id: str) -> Fact | None:
        """A sum, or a card that one was made of."""
        return self._by_id.get(fact_id) or (
            self._card(fact_id) if fact_id.startswith("card:") else None
        )

    def about(self, indicator: str, region: str) -> tuple[Fact, ...]:
        """The sums of an indicator, real cards before made-up ones, then by period."""
        found = self._by_subject.get((indicator, region), ())
        return tuple(sorted(found, key=lambda fact: (fact.is_made_up, fact.period or _NEVER)))

    def parts(self, whole: Fact) -> tuple[Part, ...]:
        """The stages that a sum is made of, in the order in which cards pass them."""
        return tuple(self._parts[_whole(whole)])

    def newest(self, indicator: str, region: str, within: Period) -> Fact | None:
        """The sum of the day, or of the newest year that has begun by the end of a period.

        Cards that were made up speak only where there are no real ones.
        """
        fitting = [
            fact
            for fact in self.about(indicator, region)
            if fact.period is not None and (fact.period.is_point or fact.period.start <= within.end)
        ]
        real = [fact for fact in fitting if not fact.is_made_up]
        return next(reversed(real or fitting), None)


_NEVER = Period.year(1)


def _whole(fact: Fact) -> str:
    """Of which sum a fact is, or is a part: the id up to the field it is split by."""
    return ":".join(fact.id.rpartition("@")[0].split(":")[:4])
