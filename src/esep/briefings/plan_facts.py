"""Which facts a plan prints, section by section, in the order they are read."""

from __future__ import annotations

from collections.abc import Iterator

from esep.briefings.plan import (
    BlockPlan,
    ChartPlan,
    FigureCell,
    ParagraphPlan,
    Plan,
    PointsPlan,
    SaidCell,
    SectionPlan,
    Sentence,
    TablePlan,
    TilesPlan,
)
from esep.model.fact import Fact


def plan_facts(plan: Plan) -> Iterator[Fact]:
    yield from plan.key_figures
    for section in plan.sections:
        yield from section_facts(section)


def section_facts(section: SectionPlan) -> Iterator[Fact]:
    for block in section.blocks:
        yield from block_facts(block)


def block_facts(block: BlockPlan) -> Iterator[Fact]:
    match block:
        case ParagraphPlan() | PointsPlan():
            for sentence in block.sentences:
                yield from _known(sentence)
        case TilesPlan():
            for _, figure, below in block.tiles:
                yield from _known(figure)
                if below is not None:
                    yield from _known(below)
        case TablePlan():
            for row in block.rows:
                for cell in row.cells:
                    if isinstance(cell, FigureCell) and cell.fact is not None:
                        yield cell.fact
                    elif isinstance(cell, SaidCell):
                        for sentence in cell.sentences:
                            yield from _known(sentence)
        case ChartPlan():
            for mark in block.marks:
                yield mark.fact
                if mark.beside is not None:
                    yield mark.beside


def _known(sentence: Sentence) -> Iterator[Fact]:
    return (fact for fact in sentence.facts.values() if fact is not None)
