"""Which figures of a table or a chart are preliminary, operational, planned: said below it."""

from __future__ import annotations

from collections.abc import Sequence

from esep.briefings.plan import ChartPlan, FigureCell, TablePlan
from esep.briefings.voice import TOLD_STAGES, Voice
from esep.model.document import Run, Runs
from esep.model.fact import Fact
from esep.model.observation import EstimateStage


def table_stages(table: TablePlan, voice: Voice) -> str:
    """A sentence a stage; empty where a column of the table tells it row by row."""
    if any(column.title == STAGE_COLUMN for column in table.columns):
        return ""
    return _told(
        [
            cell.fact
            for row in table.rows
            for cell in row.cells
            if isinstance(cell, FigureCell) and cell.fact is not None
        ],
        voice,
    )


def chart_stages(chart: ChartPlan, voice: Voice) -> Runs:
    facts = [fact for mark in chart.marks for fact in (mark.fact, mark.beside) if fact is not None]
    told = _told(facts, voice)
    return (Run(told),) if told else ()


STAGE_COLUMN = "column-stage"


def _told(facts: Sequence[Fact], voice: Voice) -> str:
    return " ".join(
        _sentence(stage, facts, voice)
        for stage in TOLD_STAGES
        if any(fact.stage is stage for fact in facts)
    )


def _sentence(stage: EstimateStage, facts: Sequence[Fact], voice: Voice) -> str:
    """The stage, and what it is of where that is not everything shown."""
    text = voice.wording.text(f"told-{stage}")
    text = text[:1].upper() + text[1:]
    those = [fact for fact in facts if fact.stage is stage]
    if len(those) < len(facts):
        text += f": {voice.language.join(_labels(those, facts, voice))}"
    return text if text.endswith(".") else f"{text}."


def _labels(those: Sequence[Fact], facts: Sequence[Fact], voice: Voice) -> list[str]:
    """Names of indicators; of one indicator, its periods."""
    code = voice.language.code
    if len({fact.indicator for fact in facts}) == 1:
        told = (
            voice.language.period(
                fact.period, convention=voice.indicators[fact.indicator].convention
            )
            for fact in those
            if fact.period is not None
        )
        return list(dict.fromkeys(told))
    names = (voice.indicators[fact.indicator].names[code] for fact in those)
    return list(dict.fromkeys(name.short or name.text for name in names))
