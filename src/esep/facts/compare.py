"""What fact a row states under each comparison, and which facts it was computed from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from esep.facts import composite, real
from esep.facts.row import SIGNIFICANT, ValueRow, quantum_of, to_decimal, value_of
from esep.facts.verdict import Judge
from esep.model.fact import Cell, Comparability, Comparison, Fact, FactId, Ranking, Verdict
from esep.model.indicator import Direction, Indicator, IndicatorKind
from esep.model.observation import EstimateStage
from esep.model.period import Period
from esep.model.unit import ScaledUnit

PERCENT, POINTS, INDEX, RANK = "percent", "percentage_point", "index_percent", "rank"
"""Units every pack defines, because comparisons produce them."""

_FORMULAS = {
    "sum": "sum of {parts}",
    "weighted": "sum({weight} of the year before x index) / sum({weight} of the year before) "
    "over {parts}",
}
"""How a value came onto borders it was not published on."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """How a comparison reaches the other rows it was computed from."""

    on_territory: Callable[[str, str, str], ValueRow | None]
    """The row of an indicator on a territory in a period, whatever the region was called."""
    in_region: Callable[[str, str, str], ValueRow | None]
    """The usual row of an indicator, region and period."""
    peers: Callable[[ValueRow], tuple[ValueRow, ...]]
    """The usual rows of the same indicator, period and level."""
    expected: Callable[[ValueRow], int]
    """How many regions of that level existed."""
    borders_day: Callable[[ValueRow], date]
    """The day whose regions are meant: the end of the period, or of later borders."""
    parts: Callable[[ValueRow], tuple[Fact, ...]]
    """For a value brought onto other borders: the published values it was made of."""


@dataclass(frozen=True, slots=True)
class Comparer:
    """Turns rows into facts with the definitions of one pack."""

    indicators: Mapping[str, Indicator]
    decimals: Mapping[str, int]
    population: str
    unions: Mapping[str, tuple[str, ...]]
    """The codes that together cover a divided territory, by that territory."""
    neighbours: Neighbours
    judge: Judge

    def state(self, row: ValueRow, comparison: Comparison, by: str = "") -> Fact | None:
        """The fact, or None where the comparison does not hold for this value.

        `by` is the indicator that some comparisons are made with.
        """
        if row.hidden:
            return None
        match comparison:
            case Comparison.LEVEL:
                return self.level(row)
            case Comparison.CHANGE:
                unit = POINTS if self._is_percentage(row) else PERCENT
                formula = (
                    "value - value of the year before"
                    if self._is_percentage(row)
                    else "value / value of the year before x 100 - 100"
                )
                return self._over_time(row, comparison, "change", unit, formula)
            case Comparison.INDEX:
                formula = "value / value of the year before x 100"
                return self._over_time(row, comparison, "growth_index", INDEX, formula)
            case Comparison.SHARE:
                return self._beside_parent(row, comparison, PERCENT, "value / whole x 100")
            case Comparison.GAP:
                return self._beside_parent(row, comparison, POINTS, "value - value of the whole")
            case Comparison.CONTRIBUTION if by:
                return composite.contribution(self, row, by)
            case Comparison.CONTRIBUTION:
                return self._contribution(row)
            case Comparison.RECOMPUTED:
                return composite.recomputed(self, row)
            case Comparison.REAL | Comparison.REAL_INDEX | Comparison.DEFLATOR:
                return real.deflation(self, row, comparison, by)
            case Comparison.PER_HEAD:
                return self._per_head(row)
            case Comparison.RANK | Comparison.PER_HEAD_RANK:
                return self._rank(row, comparison)
            case Comparison.LOWEST | Comparison.HIGHEST:
                return self._bound(row, comparison)
            case Comparison.CHAINED:
                return None  # said of several years, not of one value: see `chained`

    def chained(self, row: ValueRow, period: Period) -> Fact | None:
        """The index of the years of `period`, which ends with the year of the row."""
        return None if row.hidden else real.chain(self, row, period)

    def union_change(self, row: ValueRow, codes: tuple[str, ...]) -> Fact | None:
        """The change of a safe union against the undivided region a year before."""
        parts = self.unions.get(row["union_whole"], ())
        if row["union_change"] is None or sorted(codes) != sorted(parts):
            return None
        codes = parts  # a union has one name, in whatever order it was asked for
        found = [self.neighbours.in_region(row["indicator"], each, row["period"]) for each in codes]
        found.append(
            self.neighbours.on_territory(row["indicator"], row["union_whole"], row["prior_period"])
        )
        if any(each is not None and each.hidden for each in found):
            return None
        fact = self.computed(
            row,
            Comparison.CHANGE,
            row["union_change"],
            PERCENT,
            tuple(self.level(each) for each in found if each is not None),
            "sum of the parts / value of the undivided region a year before x 100 - 100",
        )
        union = "+".join(codes)
        fact_id = FactId(row["indicator"], union, row["period"], Comparison.CHANGE, fact.vintage)
        return replace(
            fact,
            id=str(fact_id),
            region=union,
            region_version=row["union_whole"],
            verdict=Verdict(Comparability.REBASED, reason="safe_union", union=codes),
        )

    # -- one method a shape of statement ---------------------------------------------------

    def level(self, row: ValueRow) -> Fact:
        indicator = self.indicators[row["indicator"]]
        inputs: tuple[Fact, ...] = ()
        formula = ""
        if row.span_of:
            inputs, formula = self.neighbours.parts(row), row.span_of
        elif row.made_by in _FORMULAS:
            inputs = self.neighbours.parts(row)
            formula = _FORMULAS[row.made_by].format(weight=row["weight"], parts=row["made_of"])
        elif not row.is_published:
            terms = indicator.sum_of or indicator.ratio_of or ()
            formula = " + ".join(terms) if indicator.sum_of else " / ".join(terms) + " x 100"
            found = (
                self.neighbours.in_region(term, row["region"], row["period"]) for term in terms
            )
            inputs = tuple(self.level(term) for term in found if term is not None)
        return self._fact(
            row,
            Comparison.LEVEL,
            row.value,
            indicator.unit,
            indicator.decimals,
            cell=row.cell,
            inputs=inputs,
            formula=formula,
        )

    def _over_time(
        self, row: ValueRow, comparison: Comparison, column: str, unit: str, formula: str
    ) -> Fact | None:
        number = row[column]
        earlier = self.year_before(row)
        if number is None or earlier is None or earlier.hidden:
            return None
        inputs = (self.level(row), self.level(earlier))
        return self.computed(row, comparison, number, unit, inputs, formula)

    def _beside_parent(
        self, row: ValueRow, comparison: Comparison, unit: str, formula: str
    ) -> Fact | None:
        number = row[comparison.value]
        parent = self.neighbours.in_region(row["indicator"], row["parent"] or "", row["period"])
        if number is None or parent is None or parent.hidden:
            return None
        inputs = (self.level(row), self.level(parent))
        return self.computed(row, comparison, number, unit, inputs, formula)

    def _contribution(self, row: ValueRow) -> Fact | None:
        number = row["contribution"]
        earlier = self.year_before(row)
        whole = self.neighbours.in_region(
            row["indicator"], row["parent"] or "", row["prior_period"]
        )
        if number is None or earlier is None or whole is None:
            return None
        if earlier.hidden or whole.hidden:
            return None
        inputs = (self.level(row), self.level(earlier), self.level(whole))
        formula = "(value - value of the year before) / whole of the year before x 100"
        return self.computed(row, Comparison.CONTRIBUTION, number, POINTS, inputs, formula)

    def _per_head(self, row: ValueRow) -> Fact | None:
        number = row["per_head"]
        if number is None:
            return None
        unit = self.indicators[row["indicator"]].unit
        thousandth = ScaledUnit(unit.unit_id, max(0, unit.scale - 3))
        decimals = self.decimals.get(Comparison.PER_HEAD, 1)
        if row["per_head_published"] is not None:
            cell = row.cell_of("per_head_")
            return self._fact(
                row, Comparison.PER_HEAD, value_of(cell), thousandth, decimals, cell=cell
            )
        people = self.neighbours.on_territory(self.population, row["territory"], row["period"])
        if people is None or people.hidden:
            return None
        inputs = (self.level(row), self.level(people))
        return self._fact(
            row,
            Comparison.PER_HEAD,
            to_decimal(number),
            thousandth,
            decimals,
            inputs=inputs,
            formula="value / average population",
        )

    def _rank(self, row: ValueRow, comparison: Comparison) -> Fact | None:
        name = comparison.value
        place, of = row[name], row[f"{name}_of"]
        expected = self.neighbours.expected(row)
        # A place among a few of the regions would be read as a place among all of them.
        if place is None or of is None or of < 2 or 2 * of <= expected:
            return None
        by = Comparison.LEVEL if comparison is Comparison.RANK else Comparison.PER_HEAD
        compared = tuple(
            fact
            for peer in self.neighbours.peers(row)
            if (fact := self.state(peer, by)) is not None
        )
        indicator = self.indicators[row["indicator"]]
        ascending = comparison is Comparison.RANK and indicator.direction is Direction.DOWN
        order = "smallest first" if ascending else "largest first"
        return self._fact(
            row,
            comparison,
            Decimal(int(place)),
            ScaledUnit(RANK),
            0,
            inputs=compared,
            formula=f"place by {by.value.replace('_', ' ')}, {order}",
            ranking=Ranking(
                of=int(of),
                expected=expected,
                ascending=ascending,
                ties=int(row[f"{name}_ties"]) - 1,
                borders=day if (day := self.neighbours.borders_day(row)) > row.period.end else None,
            ),
        )

    def _bound(self, row: ValueRow, comparison: Comparison) -> Fact | None:
        number = row[comparison.value]
        if number is None:
            return None
        indicator = self.indicators[row["indicator"]]
        found = (
            self.neighbours.in_region(each, row["region"], row["period"])
            for each in indicator.components
        )
        inputs = tuple(self.level(branch) for branch in found if branch is not None)
        formula = f"{comparison.value} of the branch indices"
        return self.computed(row, comparison, number, INDEX, inputs, formula)

    def year_before(self, row: ValueRow) -> ValueRow | None:
        return self.neighbours.on_territory(row["indicator"], row["territory"], row["prior_period"])

    # -- building --------------------------------------------------------------------------

    def _is_percentage(self, row: ValueRow) -> bool:
        return self.indicators[row["indicator"]].kind in (IndicatorKind.INDEX, IndicatorKind.RATE)

    def computed(
        self,
        row: ValueRow,
        comparison: Comparison,
        number: float,
        unit: str,
        inputs: tuple[Fact, ...],
        formula: str,
    ) -> Fact:
        return self._fact(
            row,
            comparison,
            to_decimal(number),
            ScaledUnit(unit),
            self.decimals.get(comparison, 1),
            inputs=inputs,
            formula=formula,
        )

    def estimate(
        self,
        row: ValueRow,
        comparison: Comparison,
        value: Decimal,
        unit: ScaledUnit,
        inputs: tuple[Fact, ...],
        formula: str,
        *,
        by: str = "",
        period: Period | None = None,
    ) -> Fact:
        """What only we say: marked so, and never an official figure."""
        money = unit == self.indicators[row["indicator"]].unit
        decimals = self.indicators[row["indicator"]].decimals if money else 1
        fact = self._fact(row, comparison, SIGNIFICANT.plus(value), unit, decimals, inputs=inputs)
        told = period or row.period
        of = FactId(fact.indicator, row.region_label, told.code, comparison, fact.vintage, by)
        stage = EstimateStage.ESTIMATE
        return replace(fact, id=str(of), period=told, formula=formula, stage=stage)

    def _fact(
        self,
        row: ValueRow,
        comparison: Comparison,
        value: Decimal,
        unit: ScaledUnit,
        decimals: int,
        *,
        cell: Cell | None = None,
        inputs: tuple[Fact, ...] = (),
        formula: str = "",
        ranking: Ranking | None = None,
    ) -> Fact:
        # A fact is as new as the newest thing it rests on.
        published = [cell.published_at] if cell else [each.vintage for each in inputs]
        vintage = max(published, default=row.published_at)
        return Fact(
            id=str(FactId(row["indicator"], row.region_label, row["period"], comparison, vintage)),
            indicator=row["indicator"],
            region=row.region,
            region_version=row["region_version"],
            period=row.period,
            comparison=comparison,
            value=value,
            unit=unit,
            decimals=decimals,
            stage=row.stage,
            vintage=vintage,
            cell=cell,
            inputs=tuple(each.id for each in inputs),
            formula=formula,
            quantum=quantum_of(cell) if cell else None,
            verdict=self.judge.verdict(row, comparison),
            ranking=ranking,
        )
