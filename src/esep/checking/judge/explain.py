"""What is the reader told of a verdict: the figure the data hold, its source and day, and why?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from esep.catalog import Catalog
from esep.checking.judge.evidence import Evidence, Origin, Sort
from esep.checking.judge.frame import label_language
from esep.checking.judge.judge import Verdict
from esep.checking.judge.wording import WORDING
from esep.errors import NotFound
from esep.language import language
from esep.model.claim import Direction, Finding
from esep.model.fact import Comparison
from esep.model.quantity import Printed, for_sentence, round_half_up

_SUPPORTED_AS_IS = "exact"
_HISTORY = 2
"""Earlier statements told of at the most."""

_PLACES = (Comparison.RANK, Comparison.PER_HEAD_RANK)


class Explainer:
    """Puts verdicts into words of one language. Numbers come from the language alone."""

    def __init__(self, catalog: Catalog, code: str) -> None:
        self._catalog = catalog
        self._code = code
        self._language = language(code)
        self._wording: Mapping[str, str] = WORDING[code]

    def explain(self, verdict: Verdict) -> str:
        if verdict.finding is Finding.NOT_A_CLAIM:
            return ""
        return " ".join(self._sentences(verdict))

    def _sentences(self, verdict: Verdict) -> Iterator[str]:
        against = verdict.against
        if against is not None and verdict.finding is not Finding.NO_DATA:
            yield self._told(against, against.origin.value)
        if verdict.reason != _SUPPORTED_AS_IS:
            other = verdict.instead
            yield self._wording[verdict.reason].format(
                other=self._of(other) if other is not None else ""
            )
        for note in verdict.notes:
            yield self._wording[note]
        for earlier in verdict.history[:_HISTORY]:
            of_cards = earlier.origin is Origin.CARDS
            yield self._told(earlier, Origin.CARDS if of_cards else "history")

    def _told(self, evidence: Evidence, pattern: str) -> str:
        return self._wording[pattern].format(
            source=self._source(evidence),
            day=self._language.date(evidence.day),
            what=self._of(evidence),
            figure=self.figure(evidence),
            cards=self._cards(evidence),
        )

    def _cards(self, evidence: Evidence) -> str:
        """How many cards a sum rests on, and whether somebody made them up."""
        fact = evidence.fact
        if fact is None or not fact.is_from_cards:
            return ""
        count = self._language.number(Decimal(len(fact.inputs)), 0)
        told = self._wording["cards_counted"].format(count=count)
        return f"{told}, {self._wording['made_up']}" if fact.is_made_up else told

    def _of(self, evidence: Evidence) -> str:
        """What a figure is of: the measure, the place, the time."""
        parts = [self._name(evidence), self._region(evidence.region)]
        if evidence.period is not None:
            indicator = self._catalog.indicators.get(evidence.indicator)
            convention = indicator.convention if indicator else None
            parts.append(self._language.period(evidence.period, convention=convention))
        return ", ".join(part for part in parts if part)

    def _name(self, evidence: Evidence) -> str:
        indicator = self._catalog.indicators.get(evidence.indicator)
        label = evidence.label
        if indicator is not None and (not label or label_language(evidence) != self._code):
            name = indicator.names.text(self._code)
        else:
            name = label or self._topic(evidence.topic)
        fact = evidence.fact
        if fact is not None and not evidence.label and fact.comparison.value in self._wording:
            name = self._wording[fact.comparison.value].format(name=name)
        return self._wording["planned"].format(name=name) if evidence.planned else name

    def _topic(self, topic: str) -> str:
        found = self._catalog.topics.get(topic)
        return found.names.get(self._code) if found else ""

    def _region(self, code: str) -> str:
        try:
            return self._catalog.regions.latest(code).names.text(self._code)
        except NotFound:
            return code  # as it was said

    def _source(self, evidence: Evidence) -> str:
        source = self._catalog.sources.get(evidence.source)
        if source is not None:
            return self._catalog.providers[source.provider].short[self._code]
        if evidence.origin is Origin.CARDS:
            return self._catalog.registers[evidence.source].names[self._code]
        if evidence.origin is Origin.REGISTER:
            return self._catalog.names[self._code]
        return evidence.source

    def figure(self, evidence: Evidence) -> str:
        """The value as it is read in a sentence, with its unit where the pack has it."""
        told, value, fact = self._language, evidence.value, evidence.fact
        if evidence.unit == "rank":
            of = fact.ranking.of if fact is not None and fact.ranking else None
            return told.rank(int(value), of)
        unit = self._catalog.units.get(evidence.unit)
        decimals = fact.decimals if fact is not None else _decimals(evidence)
        if unit is None:
            return told.number(round_half_up(value, decimals), decimals)
        printed = for_sentence(value, unit, decimals=decimals, quantum=evidence.quantum)
        text = told.quantity(printed, unit)
        if evidence.sort is Sort.GROWTH and evidence.unit in ("percent", "percentage_point"):
            return self._signed(evidence, printed, text)
        return text

    def _signed(self, evidence: Evidence, printed: Printed, text: str) -> str:
        if evidence.direction is Direction.DOWN and printed.number > 0:
            return self._language.minus + text
        rises = evidence.fact is not None or evidence.direction is Direction.UP
        return f"+{text}" if rises and printed.number > 0 else text


def _decimals(evidence: Evidence) -> int:
    exponent = evidence.value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)
