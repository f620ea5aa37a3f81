"""The tables of a briefing as rows of facts, before any language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from esep.briefings.figures import PLACES
from esep.briefings.outline import BlockSpec
from esep.briefings.plan import (
    BlockPlan,
    Cell,
    ColumnPlan,
    FigureCell,
    MessageCell,
    NameCell,
    OtherBorders,
    PeriodCell,
    RowPlan,
    Sentence,
    SourceCell,
    TablePlan,
    UnitCell,
)
from esep.briefings.selection import Selection
from esep.model.fact import Comparability, Comparison, Fact
from esep.model.indicator import IndicatorKind
from esep.model.text import Text


class TablePlanner:
    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._tables: Mapping[str, Callable[[BlockSpec], TablePlan | None]] = {
            "branches": self._branches,
            "ranking": self._ranking,
            "annex": self._annex,
            "declared": self._declared,
        }

    def blocks(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        table = self._tables[spec.name](spec)
        if table is not None:
            yield table

    def _branches(self, spec: BlockSpec) -> TablePlan | None:
        """Indices of one period: the region beside the country, and the points between."""
        selection = self._selection
        request, book = selection.request, selection.book
        rows = []
        first: Fact | None = None
        for name in spec.indicators:
            period = selection.newest(name)
            if period is None:
                continue
            level = book.get(name, request.region.code, period, Comparison.LEVEL)
            first = first or level
            # Another period in the same column would be read as this one.
            if level is None or first is None or level.period != first.period:
                continue
            rows.append(
                RowPlan(
                    (
                        NameCell(
                            selection.indicator(name).subjects or selection.indicator(name).names
                        ),
                        FigureCell(level),
                        FigureCell(book.get(name, request.whole.code, period, Comparison.LEVEL)),
                        FigureCell(
                            book.get(name, request.region.code, period, Comparison.GAP), "points"
                        ),
                    )
                )
            )
        if len(rows) < 2 or first is None:
            return None
        return TablePlan(
            "branches",
            (
                ColumnPlan("column-branch", "left", 2.4),
                ColumnPlan("column-region"),
                ColumnPlan("column-country"),
                ColumnPlan("column-gap"),
            ),
            tuple(rows),
            caption=selection.sentence("caption-branches", facts={"level": first}),
            note=selection.sentence("note-index-base"),
        )

    def _ranking(self, spec: BlockSpec) -> TablePlan | None:
        """Every region by the first indicator; each column keeps the period of its own figure."""
        selection = self._selection
        lead, *others = spec.indicators
        own = self._own(lead, Comparison.LEVEL)
        if own is None or self._own(lead, Comparison.RANK) is None:
            return None
        shown = [own]
        shown += [fact for name in others if (fact := self._own(name, Comparison.LEVEL))]
        peers = selection.peers_of(own)
        places = self._places(own)
        placed = (fact for fact in peers if fact.region in places)
        ordered = sorted(placed, key=lambda fact: (places[fact.region].value, fact.region))
        rows = tuple(self._ranking_row(fact, places[fact.region], shown) for fact in ordered)
        columns = [
            ColumnPlan("column-place", "right", 0.6),
            ColumnPlan("column-region-name", "left", 2.2),
        ]
        columns.append(ColumnPlan("column-of", unit_of=own, weight=1.4))
        if self._own(lead, Comparison.SHARE) is not None:
            columns.append(ColumnPlan("column-share"))
        per_head = self._own(lead, Comparison.PER_HEAD)
        if per_head is not None:
            columns.append(ColumnPlan("column-per-head", unit_of=per_head, weight=1.2))
            columns.append(ColumnPlan("column-place-per-head", weight=0.9, unit_of=per_head))
        columns += [
            ColumnPlan(
                "column-of",
                unit_of=fact,
                weight=1.2,
                period_of=fact if fact.period != own.period else None,
            )
            for fact in shown[1:]
        ]
        rows, footnotes = self._marked(rows)
        return TablePlan(
            "ranking",
            tuple(columns),
            rows,
            caption=selection.sentence("caption-ranking", of=lead, facts={"level": own}),
            wide=True,
            note=selection.sentence("note-ranking", of=lead, facts={"level": own}),
            footnotes=footnotes,
        )

    def _marked(
        self, rows: tuple[RowPlan, ...]
    ) -> tuple[tuple[RowPlan, ...], tuple[Sentence, ...]]:
        """Mark the values of other borders than today's; the note says which borders."""
        marks: dict[OtherBorders, str] = {}

        def marked(cell: Cell) -> Cell:
            if not isinstance(cell, FigureCell) or cell.fact is None:
                return cell
            if cell.fact.comparison in PLACES:
                return cell
            borders = self._selection.borders_of(cell.fact)
            if borders is None:
                return cell
            mark = marks.setdefault(borders, "*" * (len(marks) + 1))
            return replace(cell, mark=mark)

        found = tuple(replace(row, cells=tuple(marked(each) for each in row.cells)) for row in rows)
        return found, tuple(
            replace(
                self._selection.sentence(
                    "note-borders-before" if borders.ended else "note-borders-since",
                    days={"day": borders.day},
                ),
                texts={"mark": Text(dict.fromkeys(self._selection.catalog.languages, mark))},
            )
            for borders, mark in marks.items()
        )

    def _places(self, own: Fact) -> dict[str, Fact]:
        assert own.period is not None
        book = self._selection.book
        found = (
            book.get(own.indicator, peer.region, own.period, Comparison.RANK)
            for peer in self._selection.peers_of(own)
        )
        return {fact.region: fact for fact in found if fact is not None}

    def _ranking_row(self, fact: Fact, place: Fact, shown: list[Fact]) -> RowPlan:
        selection = self._selection
        book = selection.book
        assert fact.period is not None
        own = fact.region == selection.request.region.code
        cells: list[Cell] = [
            FigureCell(place),
            NameCell(selection.version(fact).names, short=True),
            FigureCell(fact),
        ]
        lead = shown[0]
        for comparison in (Comparison.SHARE, Comparison.PER_HEAD, Comparison.PER_HEAD_RANK):
            if self._own(lead.indicator, comparison) is not None:
                stated = book.get(lead.indicator, fact.region, fact.period, comparison)
                cells.append(FigureCell(stated))
        for other in shown[1:]:
            assert other.period is not None
            cells.append(
                FigureCell(book.get(other.indicator, fact.region, other.period, Comparison.LEVEL))
            )
        return RowPlan(tuple(cells), emphasis=own)

    def _own(self, indicator: str, comparison: Comparison) -> Fact | None:
        selection = self._selection
        period = selection.newest(indicator)
        if period is None:
            return None
        return selection.book.get(indicator, selection.request.region.code, period, comparison)

    def _annex(self, spec: BlockSpec) -> TablePlan | None:
        """Every indicator with a value: period, value, comparison, place, stage and source."""
        selection = self._selection
        rows = []
        for indicator in selection.catalog.indicators.values():
            level = self._own(indicator.id, Comparison.LEVEL)
            if level is not None:
                rows.append(self._annex_row(level))
        if not rows:
            return None
        marked, footnotes = self._marked(tuple(rows))
        return TablePlan(
            "annex",
            (
                ColumnPlan("column-indicator", "left", 3.2),
                ColumnPlan("column-period", "left", 1.4),
                ColumnPlan("column-unit", "left", 1.2),
                ColumnPlan("column-value", weight=1.3),
                ColumnPlan("column-change", weight=1.3),
                ColumnPlan("column-beside", weight=1.1),
                ColumnPlan("column-rank", weight=0.8),
                ColumnPlan("column-stage", "left", 1.1),
                ColumnPlan("column-source", "center", 0.6),
            ),
            marked,
            caption=selection.sentence("caption-annex"),
            wide=True,
            note=selection.sentence("note-annex"),
            footnotes=(*self._about_places(rows), *footnotes),
        )

    def _about_places(self, rows: list[RowPlan]) -> Iterator[Sentence]:
        """Of which indicators the first place is the lowest value, and which places are shared."""
        placed = [
            cell.fact
            for row in rows
            for cell in row.cells
            if isinstance(cell, FigureCell) and cell.fact and cell.fact.ranking
        ]
        for say, facts in (
            ("note-ascending", [f for f in placed if f.ranking and f.ranking.ascending]),
            ("note-tied", [f for f in placed if f.ranking and f.ranking.ties]),
        ):
            if facts:
                names = tuple(self._selection.indicator(fact.indicator).names for fact in facts)
                yield self._selection.sentence(say, lists={"those": names})

    def _annex_row(self, level: Fact) -> RowPlan:
        selection = self._selection
        indicator = selection.indicator(level.indicator)
        code = selection.request.region.code
        assert level.period is not None
        change = selection.book.get(indicator.id, code, level.period, Comparison.CHANGE)
        verdict = level.verdict
        gap: Fact | None = None
        compared: Cell = FigureCell(change, "signed")
        if indicator.kind in PERCENTAGES:
            gap = selection.book.get(indicator.id, code, level.period, Comparison.GAP)
        if indicator.kind is IndicatorKind.INDEX:
            # An index is itself a comparison with the year before.
            compared = FigureCell(None)
        elif verdict and verdict.comparability is Comparability.NOT_COMPARABLE:
            compared = MessageCell("not-comparable")
        return RowPlan(
            (
                NameCell(indicator.names),
                PeriodCell(level.period, indicator.convention),
                UnitCell(level),
                FigureCell(level),
                compared,
                FigureCell(gap, "points"),
                FigureCell(selection.book.get(indicator.id, code, level.period, Comparison.RANK)),
                MessageCell(f"stage-{level.stage.value}"),
                SourceCell(level),
            )
        )

    def _declared(self, spec: BlockSpec) -> TablePlan | None:
        """What was said of registers and programmes, apart from statistics."""
        selection = self._selection
        region = selection.request.region.code
        rows = [
            self._declared_row(fact)
            for indicator in selection.catalog.indicators
            if selection.newest(indicator) is None
            for comparison in _DECLARED
            if (fact := selection.said(indicator, region, comparison)) is not None
        ]
        if not rows:
            return None
        return TablePlan(
            "declared",
            (
                ColumnPlan("column-indicator", "left", 3.2),
                ColumnPlan("column-period", "left", 1.5),
                ColumnPlan("column-unit", "left", 1.2),
                ColumnPlan("column-value", weight=1.3),
                ColumnPlan("column-stage", "left", 1.2),
                ColumnPlan("column-said-on", "left", 1.2),
                ColumnPlan("column-source", "center", 0.6),
            ),
            tuple(rows),
            caption=selection.sentence("caption-declared"),
            wide=True,
            note=selection.sentence("note-declared"),
        )

    def _declared_row(self, fact: Fact) -> RowPlan:
        indicator = self._selection.indicator(fact.indicator)
        assert fact.said_on is not None
        # The share that a rate is has its whole in its name: it is not one of the country.
        plain = fact.comparison is Comparison.LEVEL or (
            fact.comparison is Comparison.SHARE and indicator.kind in PERCENTAGES
        )
        return RowPlan(
            (
                NameCell(
                    indicator.names,
                    comparison="" if plain else fact.comparison.value,
                ),
                PeriodCell(fact.period, indicator.convention),
                UnitCell(fact),
                FigureCell(fact),
                MessageCell(f"stage-{fact.stage.value}"),
                MessageCell("day", days={"day": fact.said_on}),
                SourceCell(fact),
            )
        )


PERCENTAGES = (IndicatorKind.INDEX, IndicatorKind.RATE)
_DECLARED = (Comparison.LEVEL, Comparison.CHANGE, Comparison.SHARE, Comparison.RANK)
