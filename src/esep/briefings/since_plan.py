"""What a briefing holds against the last meeting: figures then and now, words, promises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from esep.briefings.outline import BlockSpec
from esep.briefings.plan import (
    BlockPlan,
    Cell,
    ColumnPlan,
    FigureCell,
    MessageCell,
    NameCell,
    RowPlan,
    SaidCell,
    TablePlan,
    TextCell,
)
from esep.briefings.selection import Selection
from esep.briefings.tables_plan import PERCENTAGES
from esep.facts.since import Judgement, Since, since
from esep.model.execution import Rebaselined, Value
from esep.model.fact import Comparison, Fact
from esep.model.period import Period
from esep.model.register import FieldKind
from esep.model.text import Text
from esep.model.unit import UnitKind


class SincePlanner:
    """Nothing is said where the registers know of no earlier meeting of the region."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self.tables: Mapping[str, Callable[[BlockSpec], Iterator[BlockPlan]]] = {
            "since": self._since,
            "said_then": self._said_then,
            "rebaselined": self._rebaselined,
        }

    @property
    def _code(self) -> str:
        return self._selection.request.region.code

    # -- statistics ------------------------------------------------------------------------

    def _since(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        """What the briefing of that day printed, in the vintage of this one, beside today's."""
        earlier = self._selection.earlier
        if earlier is None:
            return
        rows = [
            self._row(held, ranked=True)
            for name in spec.indicators
            if (held := self.held(name)) is not None
        ]
        if rows:
            yield self._table("since", rows, "column-then", earlier.request.on)

    def held(self, name: str) -> Since | None:
        """The newest value of an indicator on the day of the last meeting beside that of now."""
        earlier = self._selection.earlier
        then = earlier and self._stated(name, earlier.newest(name), Comparison.LEVEL)
        if not then:
            return None
        now = self._stated(name, self._selection.newest(name), Comparison.LEVEL)
        return self._held(then, now)

    def _stated(self, name: str, period: Period | None, comparison: Comparison) -> Fact | None:
        if period is None:
            return None
        return self._selection.book.get(name, self._code, period, comparison)

    def _held(self, then: Fact, now: Fact | None) -> Since:
        selection = self._selection
        found = since(
            then,
            now,
            selection.indicator(then.indicator),
            same_territory=self._on_one_territory,
        )
        if found.difference is None or now is None or now.period is None or now.said_on:
            return found
        if then.period != now.period.years_before(1) or now.comparison is not Comparison.LEVEL:
            return found
        # A year apart, the difference is the change that is known and explained already.
        change = selection.book.get(then.indicator, self._code, now.period, Comparison.CHANGE)
        return replace(found, difference=change or found.difference)

    def _on_one_territory(self, then: Fact, now: Fact) -> bool:
        versions = self._selection.catalog.regions.by_id
        one, other = versions.get(then.region_version), versions.get(now.region_version)
        return one is None or other is None or one.territory == other.territory

    # -- what was said -----------------------------------------------------------------------

    def _said_then(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        """Every figure told at the last meeting that is of an indicator, beside the same now."""
        execution = self._selection.execution
        if execution is None or execution.last is None:
            return
        on = execution.last.on
        rows = [
            self._row(self._held(then, self._now(then, on)))
            for indicator in self._selection.catalog.indicators
            for then in reversed(self._selection.declared.about(indicator))
            if then.said_on == on and then.region == self._code
        ]
        if rows:
            yield self._table("said_then", rows, "column-said-then", on, plain=True)

    def _now(self, then: Fact, on: date) -> Fact | None:
        """Statistics before words, words before cards: as everywhere, but only newer ones."""
        selection = self._selection
        name, comparison = then.indicator, then.comparison
        stated = self._stated(name, selection.newest(name), comparison)
        if stated is not None:
            return stated
        said = (
            each
            for each in selection.declared.about(name)
            if each.region == self._code
            and each.comparison is comparison
            and each.said_on is not None
            and on < each.said_on <= selection.request.on
        )
        newer = next(said, None)
        if newer is not None or comparison is not Comparison.LEVEL:
            return newer
        return selection.counted(name, self._code)

    # -- both --------------------------------------------------------------------------------

    def _table(
        self, id: str, rows: Iterable[RowPlan], then: str, on: date, *, plain: bool = False
    ) -> TablePlan:
        selection = self._selection
        return TablePlan(
            id,
            (
                ColumnPlan("column-indicator", "left", 2.6),
                ColumnPlan(then, "left", 2.2, days={"meeting": on}),
                ColumnPlan("column-now", "left", 2.4),
                ColumnPlan("column-difference", weight=1.1),
                ColumnPlan("column-judgement", "left", 2.0),
            ),
            tuple(rows),
            caption=selection.sentence(f"caption-{id.replace('_', '-')}", days={"meeting": on}),
            wide=True,
            note=selection.sentence(f"note-{id.replace('_', '-')}", days={"meeting": on}),
        )

    def _row(self, held: Since, *, ranked: bool = False) -> RowPlan:
        then, now = held.then, held.now
        indicator = self._selection.indicator(then.indicator)
        # The share that a rate is has its whole in its name.
        level = then.comparison is Comparison.LEVEL or (
            then.comparison is Comparison.SHARE and indicator.kind in PERCENTAGES
        )
        difference: Cell = FigureCell(held.difference, "signed")
        return RowPlan(
            (
                NameCell(indicator.names, comparison="" if level else then.comparison.value),
                self._told(then, ranked=ranked, plain=then.said_on is not None),
                FigureCell(None)
                if now is None or held.judgement is Judgement.NOTHING_NEWER
                else self._told(now, ranked=ranked),
                difference,
                MessageCell(f"held-{held.judgement.replace('_', '-')}"),
            )
        )

    def _told(self, fact: Fact, *, ranked: bool = False, plain: bool = False) -> Cell:
        """A figure with its own period, and its place where there is one."""
        rank = self._stated(fact.indicator, fact.period, Comparison.RANK) if ranked else None
        # A count without a time says in the name of its row what it counts; with the noun it
        # would be read as one of whatever else is counted in it.
        unit = self._selection.catalog.units[fact.unit.unit_id]
        counted = unit.kind is UnitKind.COUNT and fact.period is None
        say = "figure-then-counted" if counted else "figure-then"
        sentence = self._selection.sentence(say, facts={"level": fact, "rank": rank})
        return SaidCell((sentence,), plain)

    # -- promises of cards ---------------------------------------------------------------------

    def _rebaselined(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        selection, execution = self._selection, self._selection.execution
        if execution is None or execution.last is None or not execution.rebaselined:
            return
        on = execution.last.on
        yield TablePlan(
            "rebaselined",
            (
                ColumnPlan("column-card", "left", 2.8),
                ColumnPlan("column-promise", "left", 1.8),
                ColumnPlan("column-first", "left", 1.8),
                ColumnPlan("column-then", "left", 1.8, days={"meeting": on}),
                ColumnPlan("column-now", "left", 1.8),
            ),
            tuple(self._promise(each) for each in execution.rebaselined),
            caption=selection.sentence("caption-rebaselined", days={"meeting": on}),
            wide=True,
        )

    def _promise(self, each: Rebaselined) -> RowPlan:
        texts = {
            "register": each.register,
            "text": Text(dict.fromkeys(self._selection.catalog.languages, each.title)),
        }
        card = replace(self._selection.sentence("card-of"), texts=texts)
        return RowPlan(
            (
                SaidCell((card,)),
                TextCell(each.field.names),
                *(self._promised(each, value) for value in (each.first, each.was, each.now)),
            )
        )

    def _promised(self, each: Rebaselined, value: Value) -> Cell:
        if each.field.kind is FieldKind.DAY:
            return MessageCell("day", {"day": date.fromisoformat(value.written)})
        sentence = self._selection.sentence("figure-level", facts={"level": value.fact})
        return SaidCell((sentence,))
