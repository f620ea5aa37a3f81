"""What a briefing tells of earlier instructions: each one, what it lacks, what returns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby

from esep.briefings.outline import BlockSpec
from esep.briefings.plan import (
    BlockPlan,
    Cell,
    ColumnPlan,
    FigureCell,
    MessageCell,
    NameCell,
    ParagraphPlan,
    PointsPlan,
    RowPlan,
    SaidCell,
    Sentence,
    TablePlan,
    UnitCell,
)
from esep.briefings.selection import Selection
from esep.model.execution import Followed
from esep.model.fact import Fact
from esep.model.standing import Mark, State
from esep.model.text import Text


class ExecutionPlanner:
    """Everything here stands on the cards as of the day; without earlier ones nothing is said."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self.lists: Mapping[str, Callable[[BlockSpec], Iterator[BlockPlan]]] = {
            "stressed": self._stressed,
            "lacking": self._lacking,
            "returning": self._returning,
        }
        self.tables: Mapping[str, Callable[[BlockSpec], Iterator[BlockPlan]]] = {
            "execution": self._execution,
            "trajectories": self._trajectories,
        }

    @property
    def _followed(self) -> tuple[Followed, ...]:
        execution = self._selection.execution
        return execution.followed if execution else ()

    # -- every instruction -----------------------------------------------------------------

    def _execution(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        execution = self._selection.execution
        if execution is None or not execution.followed:
            return
        if execution.made_up:
            sentence = self._selection.sentence("execution-made-up", caution=True)
            yield ParagraphPlan((sentence,), style="caution")
        rows: list[RowPlan] = []
        for _, several in groupby(execution.followed, key=_by_whom):
            first, *others = several
            rows.append(RowPlan((SaidCell((self._given(first),)),), heading=True))
            rows += [self._row(each) for each in (first, *others)]
        yield TablePlan(
            "execution",
            (
                ColumnPlan("column-instruction", "left", 2.6),
                ColumnPlan("column-executor", "left", 1.5),
                ColumnPlan("column-deadline", "left", 1.6),
                ColumnPlan("column-standing", "left", 2.2),
                ColumnPlan("column-last-report", "left", 1.2),
                ColumnPlan("column-report-words", "left", 1.6),
            ),
            tuple(rows),
            caption=self._selection.sentence("caption-execution"),
            wide=True,
            note=self._selection.sentence("note-execution"),
            footnotes=(self._selection.sentence("note-withheld"),) if execution.withheld else (),
        )

    def _given(self, each: Followed) -> Sentence:
        """The level is told where the issuer is called otherwise; else in the reader's words."""
        as_level = {*each.issuer.values()} & {*each.level.values()}
        texts = {"issuer": each.level if as_level else each.issuer, "level": each.level}
        with_level = not as_level and any(each.level.values())
        say = "given-by-level" if with_level else "given-by"
        return self._say(say, {"given": each.given_on}, texts)

    def _row(self, each: Followed) -> RowPlan:
        executors = self._say("plain-words", texts={"text": _together(each.executors)})
        report = each.standing.last_report
        words = self._as_written(_short(each.report))
        return RowPlan(
            (
                SaidCell((self._quoted(each.words),)),
                SaidCell((executors,)) if each.executors else MessageCell("no-executor"),
                SaidCell((self._deadline(each),)),
                SaidCell(tuple(self._standing(each))),
                MessageCell("day", {"day": report.on}) if report else MessageCell("no-report"),
                SaidCell((self._quoted(words),)) if each.report else FigureCell(None),
            )
        )

    def _deadline(self, each: Followed) -> Sentence:
        standing = each.standing
        if standing.deadline is not None and standing.first_deadline is not None:
            moved = standing.deadline != standing.first_deadline
            days = {"deadline": standing.deadline, "first": standing.first_deadline}
            return self._say("deadline-moved" if moved else "deadline-date", days)
        kind = "permanent" if Mark.PERMANENT in standing.marks else "none"
        if each.rhythm is not None:
            return self._say(f"deadline-{kind}-rhythm", texts={"rhythm": each.rhythm})
        return self._say(f"deadline-{kind}")

    def _standing(self, each: Followed) -> Iterator[Sentence]:
        """The state and every mark, the gravest first."""
        standing, marks = each.standing, each.standing.marks
        if standing.closing is not None:
            yield self._say(f"standing-{standing.state}", {"closed": standing.closing.on})
        late = Mark.OVERDUE in marks
        if each.overdue is not None:
            yield self._figure("standing-overdue" if late else "standing-days-over", each.overdue)
        for mark in (Mark.AT_RISK, Mark.ON_TRACK):
            if mark in marks:
                yield self._say(f"standing-{mark.replace('_', '-')}")
        if not standing.state.closed and not {*marks} & _TOLD and standing.state in _WORKING:
            yield self._say("standing-in-execution")
        if standing.state in (State.REPORT_SUBMITTED, State.RETURNED):
            yield self._say(f"standing-{standing.state.replace('_', '-')}")
        yield from self._extensions(each)
        if each.missing is not None:
            yield self._figure("standing-missing", each.missing)
        for mark in (Mark.WITHOUT_MEASURE, Mark.WITHOUT_RHYTHM):
            if mark in marks:
                yield self._say(f"standing-{mark.replace('_', '-')}")
        if standing.judgement and each.due is None:
            yield self._say(f"judged-{standing.judgement}")

    def _extensions(self, each: Followed) -> Iterator[Sentence]:
        extensions = each.standing.extensions
        if not extensions:
            return
        last = extensions[-1]
        if last.granted is None and last.until is not None and not each.standing.state.closed:
            yield self._say("extension-asked", {"until": last.until})
        elif last.granted is False:
            yield self._say("extension-refused")
        if any(each.asked_late for each in extensions):
            yield self._say("extension-late")

    # -- measured against the path -----------------------------------------------------------

    def _trajectories(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        selection = self._selection
        linked = [each for each in self._followed if each.indicator]
        if not linked:
            return
        yield TablePlan(
            "trajectories",
            (
                ColumnPlan("column-instruction", "left", 2.6),
                ColumnPlan("column-indicator", "left", 2.6),
                ColumnPlan("column-unit", "left", 1.0),
                ColumnPlan("column-due", weight=1.0),
                ColumnPlan("column-actual", "left", 2.0),
                ColumnPlan("column-colour", "left", 1.8),
            ),
            tuple(self._measured(each) for each in linked),
            caption=selection.sentence("caption-trajectories"),
            wide=True,
            note=selection.sentence("note-trajectories"),
        )

    def _measured(self, each: Followed) -> RowPlan:
        standing = each.standing
        colours: list[Sentence] = []
        if standing.colour is not None:
            colours.append(self._say(f"colour-{standing.colour}"))
        if standing.judgement:
            colours.append(self._say(f"judged-{standing.judgement}"))
        known = [fact for fact in (each.due, each.actual) if fact is not None]
        actual: Cell = FigureCell(None)
        if each.actual is not None:
            say = "figure-reported" if each.actual.id.startswith("instruction:") else "figure-dated"
            actual = SaidCell((self._figure(say, each.actual),))
        return RowPlan(
            (
                SaidCell((self._quoted(each.words),)),
                NameCell(self._selection.indicator(each.indicator).names),
                UnitCell(known[0]) if known else FigureCell(None),
                FigureCell(each.due),
                actual,
                SaidCell(tuple(colours)) if colours else FigureCell(None),
            )
        )

    # -- what is missing, and what returns -----------------------------------------------------

    def _lacking(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        selection = self._selection
        lacking = [each for each in self._followed if {*each.standing.marks} & {*_LACKS}]
        if not lacking:
            return
        yield ParagraphPlan((selection.sentence("lacking-intro", caution=True),), style="caution")
        yield TablePlan(
            "lacking",
            (
                ColumnPlan("column-instruction", "left", 2.4),
                ColumnPlan("column-lacking", "left", 4.0),
            ),
            tuple(
                RowPlan((SaidCell((self._quoted(e.words),)), SaidCell(tuple(self._lacks(e)))))
                for e in lacking
            ),
            caption=selection.sentence("caption-lacking"),
            wide=True,
        )

    def _lacks(self, each: Followed) -> Iterator[Sentence]:
        for mark, say in _LACKS.items():
            if mark is Mark.WITHOUT_MEASURE and mark in each.standing.marks and each.proposed:
                sentence = self._say(f"{say}-by")
                yield replace(sentence, lists={"proposed": each.proposed})
            elif mark in each.standing.marks:
                yield self._say(say)

    def _returning(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        returned = [
            self._say(
                "returns-confirmed" if each.earlier.confirmed else "returns-proposed",
                {"given": each.given_on, "before": each.earlier.given_on},
                {"words": _inside(each.words), "earlier": _inside(each.earlier.words)},
            )
            for each in self._followed
            if each.earlier is not None
        ]
        if returned:
            yield ParagraphPlan((self._selection.sentence("returns-intro"),))
            yield PointsPlan(tuple(returned))

    def _stressed(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        execution = self._selection.execution
        stressed = execution.stressed if execution else ()
        for given_on, several in groupby(stressed, key=lambda each: each.given_on):
            yield ParagraphPlan((self._say("stressed-earlier", {"given": given_on}),))
            yield PointsPlan(tuple(self._quoted(each.words) for each in several))

    # -- saying ----------------------------------------------------------------------------

    def _say(
        self,
        say: str,
        days: Mapping[str, date] | None = None,
        texts: Mapping[str, Text] | None = None,
    ) -> Sentence:
        return replace(self._selection.sentence(say, days=days), texts=texts or {})

    def _figure(self, say: str, fact: Fact) -> Sentence:
        return self._selection.sentence(say, facts={"level": fact})

    def _as_written(self, words: str) -> Text:
        return Text(dict.fromkeys(self._selection.catalog.languages, words))

    def _quoted(self, text: Text) -> Sentence:
        return self._say("quoted", texts={"text": _inside(text)})


def _by_whom(each: Followed) -> tuple[date, tuple[str, ...]]:
    return each.given_on, tuple(each.issuer.values())


def _inside(text: Text) -> Text:
    """Words that stand between quotation marks: those of their own become inner ones."""
    return Text({code: _breakable(text[code].translate(_INNER)) for code in text})


def _together(several: tuple[Text, ...]) -> Text:
    """The executors, of whom the first coordinates the others."""
    codes = several[0] if several else ()
    return Text({code: "; ".join(each[code] for each in several) for code in codes})


def _breakable(words: str) -> str:
    """An address or a line of marks has no space to break at, and would push columns away."""
    return _UNBROKEN.sub(lambda found: found[0] + _BREAK, words)


def _short(words: str) -> str:
    """As much of a report as a cell of a table holds; the card has the whole of it."""
    if len(words) <= _LONGEST:
        return words
    cut = words[:_LONGEST]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:.") + "…"


_BREAK = "\u200b"
_UNBROKEN = re.compile(r"\S{24}(?=\S{8})")
_INNER = str.maketrans("«»“”", "„“‘’")
_LONGEST = 240
_TOLD = {Mark.OVERDUE, Mark.AT_RISK, Mark.ON_TRACK, Mark.PERMANENT}
"""Marks that say how it goes; without any of them it is told that work goes on."""
_WORKING = (State.IN_EXECUTION, State.RETURNED)
_LACKS = {
    Mark.WITHOUT_DEADLINE: "lacking-deadline",
    Mark.WITHOUT_MEASURE: "lacking-measure",
    Mark.WITHOUT_RHYTHM: "lacking-rhythm",
    Mark.WITHOUT_EXECUTOR: "lacking-executor",
}
"""What keeps execution from being checked, and the message that proposes it."""
