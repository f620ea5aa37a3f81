"""Which facts of the statistics would show a claim right or wrong?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from esep.checking.judge.evidence import (
    Evidence,
    Origin,
    Sort,
    evidence_of_fact,
)
from esep.checking.judge.frame import claim_ideas, sort_of_claim
from esep.facts.book import FactBook
from esep.model.claim import Claim, PeriodSource, QuantityKind
from esep.model.fact import Comparison, Fact
from esep.model.indicator import Indicator, IndicatorKind
from esep.model.period import Period, PeriodKind
from esep.model.unit import Unit, UnitKind

PER_HEAD, COUNTRY = "per_head", "country"
"""Ideas in the words of a claim: an amount for each inhabitant, a part of all regions."""

MARGIN = 0.9
"""Candidates this near to the best, as a share of its score, are as good as it."""

Way = tuple[str, Comparison, bool]
"""An indicator, what of it, and whether that can also contradict."""

_NAMED = frozenset(
    {
        *(Comparison.CONTRIBUTION, Comparison.GAP, Comparison.LOWEST, Comparison.HIGHEST),
        *(Comparison.PER_HEAD, Comparison.PER_HEAD_RANK),
    }
)
"""Comparisons that only words tell, never the kind of number."""

_SHARES = (QuantityKind.PERCENT, QuantityKind.FRACTION)
_GROWTHS = (QuantityKind.PERCENT, QuantityKind.INDEX, QuantityKind.TIMES)


@dataclass(slots=True)
class Looked:
    """What the statistics hold of a claim's frame."""

    now: list[Evidence] = field(default_factory=list)
    """Of its own frame, as known today, the best reading of its words first."""
    then: list[Evidence] = field(default_factory=list)
    """The same as known on the day of the text, where that was another value."""
    near: list[Evidence] = field(default_factory=list)
    """Of periods the text may mean where it names none: they can support, not contradict."""
    sure: bool = True
    """Whether the words leave no doubt which indicator is meant."""
    known: bool = False
    """Whether there are values of the indicator for this region at all."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """The facts as known today and as known on the day of a text."""

    now: FactBook
    then: FactBook | None
    """None where it is the same vintage."""
    indicators: Mapping[str, Indicator]
    units: Mapping[str, Unit]
    day: date

    def look(self, claim: Claim) -> Looked:
        looked = Looked(sure=bool(claim.indicator))
        if not claim.region:
            return looked
        for indicator in meant(claim, self.indicators):
            for way in self._ways(claim, indicator):
                self._look(claim, way, looked)
        if not looked.known and is_per_head(claim):
            # No series of the output per head here: then of the output itself.
            for indicator in shared_out(claim, self.indicators):
                for way in self._ways(claim, indicator):
                    self._look(claim, way, looked)
        return looked

    def _look(self, claim: Claim, way: Way, looked: Looked) -> None:
        name, comparison, decides = way
        known = self.now.periods(name, claim.region)
        looked.known = looked.known or bool(known)
        for period, own in self._periods(claim, known):
            fact = self.now.get(name, claim.region, period, comparison)
            if fact is None:
                continue
            (looked.now if own and decides else looked.near).append(self.told(fact))
            if own and self.then is not None:
                earlier = self.then.get(name, claim.region, period, comparison)
                if earlier is not None and earlier.value != fact.value:
                    looked.then.append(self.told(earlier))

    def told(self, fact: Fact) -> Evidence:
        indicator = self.indicators[fact.indicator]
        return evidence_of_fact(
            fact, topic=indicator.topic, origin=Origin.STATISTIC, source=indicator.source
        )

    def _periods(self, claim: Claim, known: tuple[Period, ...]) -> Iterator[tuple[Period, bool]]:
        """Periods to look at, and whether it is the claim's own."""
        own = claim.period
        if own is not None and own in known:
            yield own, True
        if own is not None and claim.period_source is PeriodSource.EXPLICIT:
            # "At the beginning of the year" is where the year before ended.
            if own.is_point and own not in known and (own.start.month, own.start.day) == (1, 1):
                before = Period.year(own.start.year - 1)
                if before in known:
                    yield before, False
            return
        closed = [each for each in known if each.end < self.day and each != own]
        for kinds in ({PeriodKind.YEAR}, set(PeriodKind) - {PeriodKind.YEAR}):
            newest = [each for each in closed if each.kind in kinds]
            if newest:
                yield max(newest, key=lambda each: (each.end, each.start)), False

    # -- by what comparison an indicator says what the claim does -------------------------

    def _ways(self, claim: Claim, indicator: Indicator) -> Iterator[Way]:
        kind, sort = claim.quantity.kind, sort_of_claim(claim)
        named = claim.comparison.partition(":")[0].replace("-", "_")
        if named in _NAMED:
            yield indicator.id, Comparison(named), True
            return
        told = claim_ideas(claim)
        if sort is Sort.RANK:
            yield indicator.id, Comparison.RANK, True
            # "Fifth by size, 15th per head": words of both stand around either.
            yield indicator.id, Comparison.PER_HEAD_RANK, PER_HEAD in told
        elif kind is QuantityKind.POINTS:
            if self._is_percentage(indicator):
                yield indicator.id, Comparison.CHANGE, True
                yield indicator.id, Comparison.GAP, True
            else:
                yield indicator.id, Comparison.CONTRIBUTION, True
        elif self._is_percentage(indicator):
            if kind in (*_SHARES, *_GROWTHS):
                yield from self._percentages(claim, indicator)
        elif sort is Sort.GROWTH and kind in _GROWTHS:
            yield from self._growths(claim, indicator)
        elif kind in _SHARES:
            # A share may be of anything; only words make it one of the whole country.
            yield indicator.id, Comparison.SHARE, COUNTRY in told
            for other in self._shares(claim):
                yield other, Comparison.LEVEL, False
        elif sort is Sort.PER_HEAD or (PER_HEAD in told and indicator.per_head):
            yield indicator.id, Comparison.PER_HEAD, True
            if sort is Sort.LEVEL and self._counts(indicator, claim):
                yield indicator.id, Comparison.LEVEL, True
        elif sort is not Sort.GROWTH and self._counts(indicator, claim):
            yield indicator.id, Comparison.LEVEL, True

    def _growths(self, claim: Claim, indicator: Indicator) -> Iterator[Way]:
        """Growth is real growth, unless the words say otherwise or the pack knows none.

        Growth at current prices can then support a claim, but not contradict it.
        """
        if indicator.real_growth and claim.real is not False:
            yield indicator.real_growth, Comparison.LEVEL, True
        if claim.real is not True:
            real = indicator.real_growth and claim.real is None
            yield indicator.id, Comparison.CHANGE, not real

    def _shares(self, claim: Claim) -> Iterator[str]:
        """Other indicators of the claim's words that are shares themselves."""
        for candidate in claim.candidates:
            found = self.indicators.get(candidate.indicator)
            if found is not None and found.ratio_of and found.id != claim.indicator:
                yield found.id

    def _percentages(self, claim: Claim, indicator: Indicator) -> Iterator[Way]:
        """A rate or an index as it stands; for a volume index also the growth of its amounts."""
        amounts = [each.id for each in self.indicators.values() if each.real_growth == indicator.id]
        if claim.real is not False or not amounts:
            yield indicator.id, Comparison.LEVEL, True
        if claim.real is not True and sort_of_claim(claim) is Sort.GROWTH:
            for name in amounts:
                yield name, Comparison.CHANGE, claim.real is False

    def _is_percentage(self, indicator: Indicator) -> bool:
        return indicator.kind in (IndicatorKind.INDEX, IndicatorKind.RATE) and self._kind(
            indicator
        ) in (UnitKind.PERCENT, UnitKind.INDEX)

    def _kind(self, indicator: Indicator) -> UnitKind:
        return self.units[indicator.unit.unit_id].kind

    def _counts(self, indicator: Indicator, claim: Claim) -> bool:
        """Whether the number counts what the indicator does."""
        kind, unit = self._kind(indicator), claim.quantity.unit
        match claim.quantity.kind:
            case QuantityKind.MONEY:
                return indicator.unit.unit_id == unit
            case QuantityKind.COUNT:
                return kind is UnitKind.COUNT
            case QuantityKind.MEASURE:
                return indicator.unit.unit_id == unit
        return False


def meant(claim: Claim, indicators: Mapping[str, Indicator]) -> tuple[Indicator, ...]:
    """The indicators a claim may be about: the one that is sure, or those told equally well."""
    if claim.indicator:
        names = [claim.indicator]
    elif claim.candidates:
        best = claim.candidates[0].score
        names = [each.indicator for each in claim.candidates if each.score >= best * MARGIN]
    else:
        names = []
    return tuple(indicators[name] for name in dict.fromkeys(names) if name in indicators)


def is_per_head(claim: Claim) -> bool:
    return claim.comparison.startswith(PER_HEAD) or PER_HEAD in claim_ideas(claim)


def shared_out(claim: Claim, indicators: Mapping[str, Indicator]) -> tuple[Indicator, ...]:
    """The amounts of a claim's topic that can be told per head."""
    own = (indicators[each.indicator] for each in claim.candidates if each.indicator in indicators)
    return tuple(each for each in own if each.per_head and each.topic == claim.topic)


def wanted(claim: Claim, indicators: Mapping[str, Indicator]) -> set[str]:
    """The indicators whose values are needed to look at a claim."""
    found = {each.id for each in meant(claim, indicators)}
    if is_per_head(claim):
        found |= {each.id for each in shared_out(claim, indicators)}
    if claim.in_other_unit is not None:
        found |= wanted(claim.in_other_unit, indicators)
    real = {indicators[each].real_growth for each in found} - {""}
    shares = {
        each.indicator
        for each in claim.candidates
        if each.indicator in indicators and indicators[each.indicator].ratio_of
    }
    amounts = {each.id for each in indicators.values() if each.real_growth in found}
    return found | real | amounts | shares
