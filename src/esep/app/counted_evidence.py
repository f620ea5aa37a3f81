"""What do the registers of a store add up to of that which a claim counts?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from esep.app.roll_ups import counted_facts
from esep.app.workspace import Workspace
from esep.model.claim import Claim, PeriodSource

if TYPE_CHECKING:
    from esep.checking.judge.evidence import Evidence
    from esep.facts.counted import CountedFacts, Part
    from esep.model.fact import Fact

NEAR = 0.3
"""What a claim may also be about, as a part of the score of its best candidate."""

AS_THEY_STAND = frozenset({"", "plan", "planned"})
"""What registers can speak of: amounts, not how they grew or what they are a part of."""


class CountedEvidence:
    """Sums over cards as they stood on the day of a text; read when the first is asked for."""

    def __init__(
        self,
        workspace: Workspace,
        claims: Sequence[Claim],
        *,
        day: date,
        counted: frozenset[str],
    ) -> None:
        self._workspace = workspace
        self._day = day
        self._units = counted
        # A stage that a sentence names goes for all its figures: how many, and their cost.
        self._words: defaultdict[int, str] = defaultdict(str)
        for each in claims:
            self._words[each.sentence] += f" {each.label.casefold()} "
        indicators = workspace.catalog.indicators
        self._registers = {
            roll_up.indicator: register.id
            for register in workspace.catalog.registers.values()
            for roll_up in register.roll_ups
            if roll_up.indicator in indicators
        }

    @cached_property
    def _facts(self) -> CountedFacts:
        return counted_facts(self._workspace, on=self._day)

    def of(self, claim: Claim) -> tuple[Evidence, ...]:
        """The sums a claim may be about, the likeliest first; of stages it names, those too."""
        from esep.checking.judge.evidence import Origin, evidence_of_fact, family

        if not claim.region or claim.comparison not in AS_THEY_STAND:
            return ()
        own = family(claim.quantity.unit, counted=self._units)
        indicators = self._workspace.catalog.indicators
        return tuple(
            evidence_of_fact(
                fact,
                topic=indicators[name].topic,
                origin=Origin.CARDS,
                source=self._registers[name],
            )
            for name in self._names(claim)
            for fact in self._sums(claim, name)
            if family(fact.unit.unit_id, counted=self._units) == own
        )

    def _names(self, claim: Claim) -> Iterator[str]:
        """Indicators of registers: the one that is sure, and whatever else the words may mean."""
        best = max((each.score for each in claim.candidates), default=0.0)
        near = (each.indicator for each in claim.candidates if each.score >= best * NEAR)
        for name in dict.fromkeys([claim.indicator, *near]):
            if name in self._registers:
                yield name

    def _sums(self, claim: Claim, indicator: str) -> Iterator[Fact]:
        for fact in self._facts.about(indicator, claim.region):
            if self._is_of(claim, fact):
                yield fact
                for part in self._facts.parts(fact):
                    if _names(self._words[claim.sentence], part):
                        yield part.fact

    def _is_of(self, claim: Claim, fact: Fact) -> bool:
        """A year is of its year; a state on the day is of a text that names no other time."""
        period, own = fact.period, claim.period
        assert period is not None
        if not period.is_point:
            return own == period
        if own is None or claim.period_source is not PeriodSource.EXPLICIT:
            return True
        return own.end >= self._day or claim.planned


def _names(words: str, part: Part) -> bool:
    """Whether the words of a sentence name a stage."""
    return any(f" {name.casefold()} " in words for name in part.names.values())
