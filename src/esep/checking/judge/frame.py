"""How well does evidence answer to what a claim is said of, its value left aside?"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from esep.checking.judge.evidence import Evidence, Family, Sort, family, sort_of
from esep.language.reading.detection import detect
from esep.language.reading.ideas import ideas
from esep.model.claim import Claim, Direction, Hedge, PeriodSource, QuantityKind
from esep.model.period import Period

TOPIC, INDICATOR, LABEL = 0.25, 0.15, 0.30
PERIOD, SORT, PLANNED = 0.15, 0.10, 0.06
UNIT, HEDGE, ORDER, PART = 0.06, 0.02, 0.08, 0.03
"""What agreement in each part of a frame counts for; together about one."""

SAME_PERIOD = 0.8
"""The least agreement of two periods that are one, or that are not told at all."""

Parents = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Frames:
    """Holds claims against the evidence of one statement."""

    weights: Mapping[str, float]
    """How much an idea tells: one that half of all labels have tells little."""
    parent_of: Parents
    counted: frozenset[str]
    """Units of the pack that count things."""
    same_event: bool
    """Whether the statement was made on the occasion the text reports of."""

    def closeness(self, claim: Claim, evidence: Evidence, order: float = 0.0) -> float | None:
        """From 0 to about 1; None where the two cannot be about one thing.

        `order` is how far their places among the claims and among the statements differ.
        """
        region = self._region(claim, evidence)
        unit = self._unit(claim, evidence)
        period = self._period(claim, evidence)
        if region is None or unit is None or period is None:
            return None
        return (
            region
            + unit
            + period
            + self._subject(claim, evidence)
            + self._label(claim, evidence)
            + _sort(claim, evidence)
            + (PLANNED if claim.planned == evidence.planned else 0.0)
            + (HEDGE if _side(claim.quantity.hedge) == evidence.hedge else 0.0)
            + (ORDER * (1 - order) if self.same_event else 0.0)
        )

    def _region(self, claim: Claim, evidence: Evidence) -> float | None:
        if evidence.region in (claim.region, claim.region_name):
            return 0.0
        if not claim.region:
            # The claim's place is one the pack does not know, or the text names none.
            return -0.15 if not claim.region_name else None
        if self.same_event and claim.region in (evidence.region, self.parent_of(evidence.region)):
            return -0.2
        if self.same_event and evidence.region == self.parent_of(claim.region):
            return -0.2
        return None

    def _unit(self, claim: Claim, evidence: Evidence) -> float | None:
        ours, theirs = claim.quantity.unit, evidence.unit
        if ours == theirs:
            return UNIT
        families = {family(ours, counted=self.counted), family(theirs, counted=self.counted)}
        if len(families) > 1:
            # What was said in no unit of ours, as megawatts are, may be read as a mere count.
            countable = {Family.OTHER, Family.COUNT, "year"}
            return -0.15 if families <= countable else None
        if families == {Family.PERCENT} and claim.quantity.kind is QuantityKind.POINTS:
            return -0.1
        return UNIT / 2

    def _subject(self, claim: Claim, evidence: Evidence) -> float:
        named = {claim.indicator: 1.0} if claim.indicator else {}
        topics = {claim.topic: 1.0} if claim.topic else {}
        best = claim.candidates[0].score if claim.candidates else 0.0
        for candidate in claim.candidates:
            weight = 0.6 * candidate.score / best if best > 0 else 0.0
            named.setdefault(candidate.indicator, weight)
            topics.setdefault(candidate.topic, weight)
        found = TOPIC * topics.get(evidence.topic, 0.0)
        if evidence.indicator:
            return found + INDICATOR * named.get(evidence.indicator, 0.0)
        # A statement that names no indicator is told by its topic alone.
        return found * (TOPIC + INDICATOR) / TOPIC

    def _label(self, claim: Claim, evidence: Evidence) -> float:
        ours = claim_ideas(claim)
        theirs = label_ideas(evidence)
        if not ours or not theirs:
            return LABEL * 0.25
        # Exact sums: those of a set must not depend on the order it is walked in.
        common = math.fsum(self.weights.get(each, 1.0) for each in ours & theirs)
        told = math.fsum(self.weights.get(each, 1.0) for each in theirs)
        beyond = math.fsum(self.weights.get(each, 0.5) for each in ours - theirs)
        return LABEL * common / (told + 0.15 * beyond) if told else 0.0

    def _period(self, claim: Claim, evidence: Evidence) -> float | None:
        agreement = periods_agree(claim.period, evidence.period)
        if evidence.period is None and claim.period == Period.point(evidence.day):
            agreement = 1.0  # `told on 14 June`, of what was told then without a time
        if self.same_event:
            return PERIOD * agreement
        sure = claim.period_source is PeriodSource.EXPLICIT
        if agreement >= 0.9 or (agreement > 0.3 and not sure):
            return PERIOD * agreement
        return None


def is_one_frame(claim: Claim, evidence: Evidence) -> bool:
    """Whether time, stage and comparison leave no doubt that one thing is told of."""
    return (
        periods_agree(claim.period, evidence.period) >= SAME_PERIOD
        and claim.planned == evidence.planned
        and sort_of_claim(claim) is evidence.sort
    )


def periods_agree(one: Period | None, other: Period | None) -> float:
    """1 for the same interval, 0 for intervals that have nothing in common."""
    if one is None and other is None:
        return 0.8
    if one is None or other is None:
        return 0.4
    if one == other:
        return 1.0
    if one.end == other.end or (one.is_point and other.is_point and one.start == other.start):
        return 0.6
    overlap = (min(one.end, other.end) - max(one.start, other.start)).days + 1
    if overlap > 0:
        return 0.5
    return 0.2 if one.end.year == other.end.year else 0.0


def _side(hedge: Hedge | None) -> Hedge | None:
    return hedge and hedge.side


def _sort(claim: Claim, evidence: Evidence) -> float:
    ours, theirs = sort_of_claim(claim), evidence.sort
    if ours is theirs:
        score = SORT
        if ours is Sort.GROWTH and Direction.DOWN in (claim.quantity.direction, evidence.direction):
            score += PART if claim.quantity.direction == evidence.direction else -PART
        return score
    if {ours, theirs} == {Sort.LEVEL, Sort.SHARE}:
        return SORT * 0.6
    return -SORT if Sort.GROWTH in (ours, theirs) else 0.0


def sort_of_claim(claim: Claim) -> Sort:
    quantity = claim.quantity
    if quantity.kind is QuantityKind.RANK:
        return Sort.RANK
    if quantity.kind is QuantityKind.FRACTION and not claim.comparison:
        return Sort.SHARE
    return sort_of(claim.comparison, quantity.unit)


# -- words -----------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def claim_ideas(claim: Claim) -> frozenset[str]:
    text = f"{claim.label} {claim.quantity.unit_text} {claim.quantity.text}"
    return ideas(text, claim.language)


@lru_cache(maxsize=65536)
def label_ideas(evidence: Evidence) -> frozenset[str]:
    return ideas(f"{evidence.label} {evidence.of_what}", label_language(evidence))


def label_language(evidence: Evidence) -> str:
    return evidence.language or detect([evidence.label])[0] or "en"


def weigh(labels: Iterable[Collection[str]]) -> dict[str, float]:
    """How much each idea tells among these labels: the rarer, the more."""
    counts: Counter[str] = Counter()
    total = 0
    for each in labels:
        total += 1
        counts.update(each)
    return {idea: math.log((total + 1) / count) + 0.2 for idea, count in counts.items()}
