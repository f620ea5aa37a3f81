"""What registers say beyond a sum: its parts by stage, and where it is not as declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from esep.briefings.outline import BlockSpec
from esep.briefings.plan import BlockPlan, PointsPlan, Sentence
from esep.briefings.selection import Selection
from esep.facts.counted import Part
from esep.model.fact import Comparison, Fact
from esep.model.quantity import round_half_up
from esep.model.unit import UnitKind


class RegisterPlanner:
    def __init__(self, selection: Selection) -> None:
        self._selection = selection

    def by_stage(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        """A point a stage: without its stages a sum is no evidence of anything."""
        selection = self._selection
        region = selection.request.region.code
        totals = [selection.counted(each, region) for each in spec.indicators]
        if totals[0] is None:
            return
        sentences = []
        for part in selection.cards.parts(totals[0]):
            facts: dict[str, Fact | None] = {"level": part.fact, "amount": None, "more": None}
            for total in filter(None, totals[1:]):
                facts[self._slot(total)] = _like(part.stage, selection.cards.parts(total))
            sentence = selection.sentence("register-stage", of=spec.indicators[0], facts=facts)
            sentences.append(_in_stage(sentence, part))
        if sentences:
            yield PointsPlan(tuple(sentences))

    def _slot(self, total: Fact) -> str:
        """What things cost, or what there is more to count of them: jobs, places."""
        unit = self._selection.catalog.units[total.unit.unit_id]
        return "amount" if unit.kind is UnitKind.MONEY else "more"

    def against_declared(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        """Where a register and a declared total differ as printed, both are told."""
        selection = self._selection
        region = selection.request.region.code
        sentences = []
        for name in spec.indicators:
            counted = selection.counted(name, region)
            said = selection.said(name, region, Comparison.LEVEL)
            if counted is None or counted.is_made_up or said is None:
                continue
            if counted.period and not counted.period.is_point and counted.period != said.period:
                continue
            if _printed(counted, said) == _printed(said, said):
                continue
            facts = {"declared": said, "level": counted}
            sentences.append(
                selection.sentence("register-against-declared", of=name, facts=facts, caution=True)
            )
        if sentences:
            yield PointsPlan(tuple(sentences))


def _like(stage: str, parts: Iterable[Part]) -> Fact | None:
    return next((part.fact for part in parts if part.stage == stage), None)


def _in_stage(sentence: Sentence, part: Part) -> Sentence:
    return replace(sentence, texts={"stage": part.names})


def _printed(fact: Fact, like: Fact) -> str:
    """To the digits of a statement, which is rounder than what was counted."""
    digits = max(0, like.unit.scale - (like.quantum.adjusted() if like.quantum else 0))
    return str(round_half_up(fact.value.scaleb(-like.unit.scale), digits))
