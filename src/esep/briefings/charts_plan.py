"""The charts of a briefing as marks of facts, before any language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from esep.briefings.outline import BlockSpec
from esep.briefings.plan import BlockPlan, ChartPlan, Mark
from esep.briefings.selection import Selection
from esep.model.fact import Comparison, Fact
from esep.model.period import PeriodKind


class ChartPlanner:
    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._charts: Mapping[str, Callable[[BlockSpec], ChartPlan | None]] = {
            "branches": self._branches,
            "history": self._history,
            "map": self._map,
            "ranks": self._ranks,
        }

    def blocks(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        chart = self._charts[spec.name](spec)
        if chart is not None:
            yield chart

    def _branches(self, spec: BlockSpec) -> ChartPlan | None:
        """The region beside the country, branch by branch, bars from a marked 100."""
        selection = self._selection
        whole = selection.request.whole.code
        marks: list[Mark] = []
        for name in spec.indicators:
            fact = self._own(name)
            # One picture, one period.
            if fact is None or (marks and fact.period != marks[0].fact.period):
                continue
            assert fact.period is not None
            beside = selection.book.get(name, whole, fact.period, Comparison.LEVEL)
            indicator = selection.indicator(name)
            marks.append(Mark(indicator.subjects or indicator.names, None, fact, beside))
        if len(marks) < 2:
            return None
        facts = {"level": marks[0].fact}
        return ChartPlan(
            "branches-chart",
            "branches",
            spec.indicators[0],
            tuple(marks),
            caption=selection.sentence("chart-branches", facts=facts),
            alternative=selection.sentence("chart-branches-alternative", facts=facts),
        )

    def _history(self, spec: BlockSpec) -> ChartPlan | None:
        """Whole years of one indicator, on the territory of the newest of them."""
        selection = self._selection
        name = spec.indicators[0]
        code = selection.request.region.code
        years = [
            period for period in selection.allowed_periods(name) if period.kind is PeriodKind.YEAR
        ]
        facts = [selection.book.get(name, code, year, Comparison.LEVEL) for year in years]
        known = [fact for fact in facts if fact is not None]
        if not known:
            return None
        # Bars of different areas side by side would show a split as a fall.
        territory = selection.version(known[-1]).territory
        same = [fact for fact in known if selection.version(fact).territory == territory]
        if len(same) < 2:
            return None
        marks = tuple(Mark(None, fact.period, fact) for fact in same)
        ends = {"first": same[0], "last": same[-1]}
        return ChartPlan(
            f"history-{name.replace('_', '-')}",
            "history",
            name,
            marks,
            caption=selection.sentence(
                "chart-history" if len(same) == len(known) else "chart-history-cut",
                of=name,
                facts=ends,
            ),
            alternative=selection.sentence("chart-history-alternative", of=name, facts=ends),
        )

    def _map(self, spec: BlockSpec) -> ChartPlan | None:
        """Every region as a tile coloured by one index."""
        chart = self._all_regions(spec, "map")
        return chart if chart and all(mark.tile for mark in chart.marks) else None

    def _ranks(self, spec: BlockSpec) -> ChartPlan | None:
        return self._all_regions(spec, "ranks")

    def _all_regions(self, spec: BlockSpec, kind: str) -> ChartPlan | None:
        selection = self._selection
        name = spec.indicators[0]
        own = self._own(name)
        if own is None:
            return None
        assert own.period is not None
        peers = selection.peers_of(own)
        if len(peers) < 2:
            return None
        whole = selection.book.get(name, selection.request.whole.code, own.period, Comparison.LEVEL)
        ordered = sorted(peers, key=lambda fact: (-fact.value, fact.region))
        marks = tuple(
            Mark(
                selection.version(fact).names,
                None,
                fact,
                whole,
                own=fact.region == own.region,
                tile=selection.version(fact).tile,
            )
            for fact in ordered
        )
        ends = {"level": own, "first": ordered[0], "last": ordered[-1], "whole": whole}
        names = {
            "first_name": selection.version(ordered[0]).names,
            "last_name": selection.version(ordered[-1]).names,
        }
        return ChartPlan(
            f"{kind}-{name.replace('_', '-')}",
            "map" if kind == "map" else "ranks",
            name,
            marks,
            caption=selection.sentence(f"chart-{kind}", of=name, facts=ends),
            alternative=selection.sentence(
                f"chart-{kind}-alternative", of=name, facts=ends, names=names
            ),
        )

    def _own(self, indicator: str) -> Fact | None:
        selection = self._selection
        period = selection.newest(indicator)
        if period is None:
            return None
        return selection.book.get(
            indicator, selection.request.region.code, period, Comparison.LEVEL
        )
