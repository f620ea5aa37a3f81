"""A chart plan as a specification to draw, with every text in the document's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from esep.briefings import charts
from esep.briefings.figures import Figures
from esep.briefings.plan import ChartPlan, Mark
from esep.language import Language
from esep.model.fact import Fact
from esep.model.indicator import Indicator
from esep.model.text import Names


class ChartPhraser:
    """Gives each mark of a plan its words."""

    def __init__(
        self,
        language: Language,
        figures: Figures,
        indicators: Mapping[str, Indicator],
        say: Callable[[str], str],
    ) -> None:
        self._language = language
        self._figures = figures
        self._indicators = indicators
        self._say = say
        self._kinds = {
            "branches": self._branches,
            "history": self._history,
            "map": self._map,
            "ranks": self._ranks,
        }

    def spec(self, plan: ChartPlan, *, region: Names, country: Names) -> charts.Spec:
        return self._kinds[plan.kind](plan, region, country)

    def _branches(self, plan: ChartPlan, region: Names, country: Names) -> charts.Spec:
        rows = [
            charts.Compared(self._title(mark.names), self._mark(mark.fact), self._mark(mark.beside))
            for mark in plan.marks
        ]
        return charts.bars_from_100(
            rows,
            region=region.short(self._language.code),
            country=country.short(self._language.code),
            column=self._say("column-branch"),
        )

    def _history(self, plan: ChartPlan, region: Names, country: Names) -> charts.Spec:
        largest = max((mark.fact for mark in plan.marks), key=lambda fact: abs(fact.value))
        moments = []
        for mark in plan.marks:
            text, unit = self._figures.in_large(mark.fact, largest)
            drawn = charts.Mark(self._figures.plotted(mark.fact), text, mark.fact.id)
            moments.append(charts.Moment(str(mark.fact.period), drawn))
        return charts.history_columns(
            moments, column=self._say("column-year"), level=self._measure(largest, unit)
        )

    def _map(self, plan: ChartPlan, region: Names, country: Names) -> charts.Spec:
        tiles = [
            charts.Tile(
                row=mark.tile[0] - 1,
                column=mark.tile[1] - 1,
                label=self._tile_label(mark),
                mark=self._mark(mark.fact),
                own=mark.own,
            )
            for mark in plan.marks
            if mark.tile is not None
        ]
        return charts.tile_map(
            tiles,
            column=self._say("column-region-name"),
            measure=self._measure(plan.marks[0].fact),
        )

    def _ranks(self, plan: ChartPlan, region: Names, country: Names) -> charts.Spec:
        rows = [
            charts.Ranked(self._tile_label(mark), str(place), self._mark(mark.fact), own=mark.own)
            for place, mark in enumerate(plan.marks, start=1)
        ]
        return charts.rank_bars(
            rows,
            column=self._say("column-region-name"),
            measure=self._measure(plan.marks[0].fact),
        )

    # -- words -------------------------------------------------------------------------

    def _mark(self, fact: Fact | None) -> charts.Mark:
        if fact is None:
            return charts.Mark(None, "")
        return charts.Mark(self._figures.plotted(fact), self._figures.table(fact), fact.id)

    def _measure(self, fact: Fact, unit: str = "") -> str:
        name = self._indicators[fact.indicator].names[self._language.code]
        return f"{_capital(name.short or name.text)}, {unit or self._figures.unit(fact)}"

    def _title(self, names: Names | None) -> str:
        return _capital(names.text(self._language.code)) if names else ""

    def _tile_label(self, mark: Mark) -> str:
        return mark.names.short(self._language.code) if mark.names else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
