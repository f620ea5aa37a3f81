"""A table plan in the words of one language."""

from __future__ import annotations

from esep.briefings.plan import (
    Cell,
    ColumnPlan,
    FigureCell,
    MessageCell,
    NameCell,
    PeriodCell,
    RowPlan,
    SaidCell,
    Sentence,
    SourceCell,
    TablePlan,
    TextCell,
    UnitCell,
)
from esep.briefings.source_notes import SourceIndex
from esep.briefings.stage_note import table_stages
from esep.briefings.voice import Voice
from esep.briefings.wording import comparison_message
from esep.facts.lineage import Lookup
from esep.model.document import Column, Row, Run, Runs, Table

UNKNOWN = "\u2013"
"""What a cell prints where nothing can be stated."""


def plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def capital(text: str) -> str:
    """Begin with a capital letter, unless with an abbreviation: "г. Астана" stays."""
    return text if text[1:2] == "." else text[:1].upper() + text[1:]


class TablePhraser:
    def __init__(self, voice: Voice, sources: SourceIndex, lookup: Lookup) -> None:
        self._voice = voice
        self._sources = sources
        self._lookup = lookup

    def table(self, plan: TablePlan) -> Table:
        return Table(
            plan.id,
            plain(self._voice.say(plan.caption)),
            tuple(self._column(each) for each in plan.columns),
            tuple(self._row(each) for each in plan.rows),
            note=self._note(plan),
            wide=plan.wide,
        )

    def _note(self, plan: TablePlan) -> Runs:
        note = self._voice.say(plan.note) if plan.note else ()
        for footnote in plan.footnotes:
            note = (*note, *((Run(" "),) if note else ()), *self._voice.say(footnote))
        if stages := table_stages(plan, self._voice):
            note = (*note, Run(f" {stages}" if note else stages))
        return note

    def _column(self, column: ColumnPlan) -> Column:
        words = {}
        if (fact := column.unit_of) is not None:
            name = self._voice.indicators[fact.indicator].names[self._voice.language.code]
            words["indicator"] = name.short or name.text
            words["unit"] = self._voice.figures.unit(fact)
        if column.days:
            title = plain(self._voice.say(Sentence(column.title, "", {}, days=column.days)))
        else:
            title = self._voice.wording.text(column.title, **words)
        if (dated := column.period_of) is not None and dated.period is not None:
            convention = self._voice.indicators[dated.indicator].convention
            title += f", {self._voice.language.period(dated.period, convention=convention)}"
        return Column(capital(title), column.align, column.weight)

    def _row(self, row: RowPlan) -> Row:
        return Row(
            tuple(self._cell(cell) for cell in row.cells),
            emphasis=row.emphasis,
            heading=row.heading,
        )

    def _cell(self, cell: Cell) -> Runs:
        language, wording = self._voice.language, self._voice.wording
        match cell:
            case FigureCell(fact=None):
                return (Run(UNKNOWN),)
            case FigureCell(fact=fact, form=form, mark=mark):
                assert fact is not None
                figures = self._voice.figures
                if form == "table":
                    text = figures.table(fact)
                else:
                    text = figures.signed(fact, bare=form == "points")
                return (Run(text, fact_id=fact.id), *((Run(mark),) if mark else ()))
            case NameCell(names=names, short=short, comparison=comparison):
                code = language.code
                if short:
                    return (Run(names.short(code)),)  # a name of its own: "г. Алматы"
                text = names.text(code)
                if comparison:
                    text += f", {wording.text(comparison_message(comparison))}"
                return (Run(text[:1].upper() + text[1:]),)
            case TextCell(text=text):
                return (Run(text[language.code]),)
            case MessageCell(say=say, days=days):
                return wording.runs(say, facts={}, names={}, lists={}, days=days, texts={})
            case SaidCell(sentences=sentences, plain=bare):
                return self._said(sentences, bare)
            case PeriodCell(period=None):
                return (Run(UNKNOWN),)
            case PeriodCell(period=period, convention=convention):
                assert period is not None
                return (Run(language.period(period, convention=convention)),)
            case UnitCell(fact=fact):
                return (Run(self._voice.figures.unit(fact)),)
            case SourceCell(fact=fact):
                numbers = self._sources.of(fact, self._lookup)
                return (Run(" ".join(f"[{number}]" for number in numbers)),)

    def _said(self, sentences: tuple[Sentence, ...], bare: bool) -> Runs:
        runs: Runs = ()
        for sentence in sentences:
            told = self._voice.say(sentence, remarks=not bare)
            runs = (*runs, *((Run(" "),) if runs else ()), *told)
        return runs
