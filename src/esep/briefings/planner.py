"""Choose the facts for every place of an outline: the one step that decides what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from esep.briefings.charts_plan import ChartPlanner
from esep.briefings.execution_plan import ExecutionPlanner
from esep.briefings.lists_plan import ListPlanner
from esep.briefings.outline import BlockSpec, Outline, Reference, SectionSpec, SentenceSpec
from esep.briefings.plan import (
    BlockPlan,
    ParagraphPlan,
    Plan,
    PointsPlan,
    SectionPlan,
    Sentence,
    TilesPlan,
)
from esep.briefings.plan_facts import block_facts
from esep.briefings.selection import Selection
from esep.briefings.since_plan import SincePlanner
from esep.briefings.tables_plan import TablePlanner
from esep.model.fact import Comparability, Fact


def make_plan(outline: Outline, selection: Selection) -> Plan:
    """Resolve the outline against the facts. Sections without data are left out and listed."""
    planner = _Planner(selection)
    sections = [(spec, planner.section(spec)) for spec in outline.sections]
    key_figures = (
        selection.fact(each, selection.newest(each.indicator)) for each in outline.key_figures
    )
    return Plan(
        sections=tuple(section for _, section in sections if section is not None),
        left_out=tuple(
            spec.title for spec, section in sections if section is None and not spec.if_any
        ),
        key_figures=tuple(fact for fact in key_figures if fact is not None),
        newest_publication=selection.newest_publication,
    )


class _Planner:
    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._lists = ListPlanner(selection)
        self._blocks: Mapping[str, Callable[[BlockSpec], Iterator[BlockPlan]]] = {
            "paragraph": self._paragraph,
            "points": self._points,
            "tiles": self._tiles,
            "table": self._table,
            "chart": ChartPlanner(selection).blocks,
            "list": self._list,
        }
        execution, held = ExecutionPlanner(selection), SincePlanner(selection)
        self._tables = TablePlanner(selection)
        self._more_lists = execution.lists
        self._more_tables = {**execution.tables, **held.tables}

    def section(self, spec: SectionSpec) -> SectionPlan | None:
        blocks: list[BlockPlan] = []
        for each in spec.blocks:
            if each.kind == "list" and each.limit:
                printed = frozenset(fact.id for block in blocks for fact in block_facts(block))
                blocks += self._lists.blocks(each, printed)
            elif each.at_least:
                blocks += self._filling(each, blocks)
            else:
                blocks += self._blocks[each.kind](each)
        if not blocks:
            return None
        joined = tuple(_joined(tuple(blocks)))
        return SectionPlan(spec.id, spec.title, joined, spec.page_break, spec.annex)

    def _filling(self, spec: BlockSpec, before: list[BlockPlan]) -> Iterator[BlockPlan]:
        """As many further points as a section with few of them still needs."""
        said = [s for block in before if isinstance(block, PointsPlan) for s in block.sentences]
        missing = spec.at_least - len(said)
        known = {(each.say, each.of) for each in said}
        further = [s for s in self._sentences(spec) if (s.say, s.of) not in known]
        # A section of which nothing is known is left out, not filled.
        if before and missing > 0 and further:
            yield PointsPlan(tuple(further[:missing]))

    def _table(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        yield from self._more_tables.get(spec.name, self._tables.blocks)(spec)

    def _list(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        yield from self._more_lists.get(spec.name, self._lists.blocks)(spec)

    def _paragraph(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        if sentences := self._sentences(spec):
            yield ParagraphPlan(sentences, spec.style)

    def _points(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        if sentences := self._sentences(spec):
            yield PointsPlan(sentences)

    def _tiles(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        tiles = []
        for tile in spec.tiles:
            figure = self.sentence(tile.figure)
            if figure is not None:
                below = self.sentence(tile.below) if tile.below else None
                tiles.append((tile.label, figure, below))
        if tiles:
            yield TilesPlan(tuple(tiles))

    def _sentences(self, spec: BlockSpec) -> tuple[Sentence, ...]:
        stated = (self.sentence(each) for each in spec.sentences)
        found = tuple(each for each in stated if each is not None)
        return found[: spec.limit] if spec.limit else found

    def sentence(self, spec: SentenceSpec) -> Sentence | None:
        """The sentence with its facts, or None where one it needs is unknown or does not apply."""
        selection = self._selection
        facts = self._facts(spec, counting=True)
        if facts is None or len({_kept_by(each) for each in facts.values() if each}) > 1:
            # Sums over cards and declared totals are of different sets: never in one sentence.
            facts = self._facts(spec, counting=False)
        if facts is None or (spec.when and not _CONDITIONS[spec.when](selection, facts)):
            return None
        from_cards = any(fact is not None and fact.is_from_cards for fact in facts.values())
        say = spec.counted if from_cards and spec.counted else spec.say
        return selection.sentence(say, of=spec.of, facts=facts, caution=spec.when in _PROBLEMS)

    def _facts(self, spec: SentenceSpec, *, counting: bool) -> dict[str, Fact | None] | None:
        selection = self._selection
        period = selection.newest(spec.of)
        facts: dict[str, Fact | None] = {}
        for slot, reference in spec.facts.items():
            fact = selection.fact(reference, period, counting=counting)
            if fact is None:
                return None
            facts[slot] = fact
        kept_by = {_kept_by(each) for each in facts.values() if each}
        for slot, reference in spec.optional.items():
            fact = selection.fact(reference, period, counting=counting)
            told = fact is not None and _kept_by(fact) in kept_by
            facts[slot] = fact if told else None
        return facts


def _joined(blocks: tuple[BlockPlan, ...]) -> Iterator[BlockPlan]:
    """Bullets that follow bullets are one list, whichever rule each came from."""
    pending: PointsPlan | None = None
    for block in blocks:
        if isinstance(block, PointsPlan) and pending and not (pending.numbered or block.numbered):
            pending = PointsPlan((*pending.sentences, *block.sentences))
            continue
        if pending:
            yield pending
        pending = block if isinstance(block, PointsPlan) else None
        if pending is None:
            yield block
    if pending:
        yield pending


def _kept_by(fact: Fact) -> str:
    """Statistics and what was said, cards, made-up cards: what one sentence does not mix."""
    return fact.id.partition(":")[0] if fact.is_from_cards else ""


def _rising(selection: Selection, facts: Mapping[str, Fact | None]) -> bool:
    growth = selection.growth(_first(facts))
    return growth is not None and growth > 0


def _falling(selection: Selection, facts: Mapping[str, Fact | None]) -> bool:
    growth = selection.growth(_first(facts))
    return growth is not None and growth < 0


def _worsening(selection: Selection, facts: Mapping[str, Fact | None]) -> bool:
    first = _first(facts)
    return (
        _falling(selection, facts) if selection.more_is_better(first) else _rising(selection, facts)
    )


def _below_whole(selection: Selection, facts: Mapping[str, Fact | None]) -> bool:
    whole = facts.get("whole")
    return whole is not None and _first(facts).value < whole.value


def _above_whole(selection: Selection, facts: Mapping[str, Fact | None]) -> bool:
    whole = facts.get("whole")
    return whole is not None and _first(facts).value > whole.value


def _not_comparable(selection: Selection, facts: Mapping[str, Fact | None]) -> bool:
    verdict = _first(facts).verdict
    return verdict is not None and verdict.comparability is Comparability.NOT_COMPARABLE


def _first(facts: Mapping[str, Fact | None]) -> Fact:
    first = next(iter(facts.values()))
    assert first is not None
    return first


_CONDITIONS: Mapping[str, Callable[[Selection, Mapping[str, Fact | None]], bool]] = {
    "rising": _rising,
    "falling": _falling,
    "worsening": _worsening,
    "below_whole": _below_whole,
    "above_whole": _above_whole,
    "not_comparable": _not_comparable,
}
_PROBLEMS = frozenset({"falling", "worsening", "below_whole", "not_comparable"})

__all__ = ["Reference", "make_plan"]
