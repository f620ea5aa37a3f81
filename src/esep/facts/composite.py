"""A composite from its branches and their weights, and what each branch adds to it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from esep.indicators.weights import contribution_of, weighted_mean
from esep.model.fact import Comparison, Fact
from esep.model.indicator import Indicator
from esep.model.period import Period
from esep.model.unit import ScaledUnit

if TYPE_CHECKING:
    from esep.facts.compare import Comparer
    from esep.facts.row import ValueRow

POINTS, INDEX = "percentage_point", "index_percent"
GAP = Decimal("0.2")
"""Points between the published composite and ours that the rounding of indices explains."""
OLDEST_WEIGHTS = 3
"""Weights are of the year before, or of one of the two before that if they come later."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Every branch of a composite with its weight, on one territory."""

    branches: tuple[tuple[Fact, Fact], ...]
    """Index and weight."""
    year: int

    @property
    def pairs(self) -> list[tuple[Decimal, Decimal]]:
        return [(weight.value, index.value) for index, weight in self.branches]

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(fact for branch in self.branches for fact in branch)


def recomputed(comparer: Comparer, row: ValueRow) -> Fact | None:
    found = weighed(comparer, row, comparer.indicators[row["indicator"]])
    if found is None:
        return None
    formula = f"sum(weight of {found.year} x index) / sum(weight of {found.year})"
    unit = ScaledUnit(INDEX)
    mean = weighted_mean(found.pairs)
    return comparer.estimate(row, Comparison.RECOMPUTED, mean, unit, found.facts, formula)


def contribution(comparer: Comparer, row: ValueRow, composite: str) -> Fact | None:
    """Points that the branch of this row adds to the composite."""
    of = comparer.indicators.get(composite)
    if of is None or row["indicator"] not in of.components:
        return None
    found = weighed(comparer, row, of)
    if found is None:
        return None
    own = next(index for index, _ in found.branches if index.indicator == row["indicator"])
    weight = next(weight for index, weight in found.branches if index is own)
    points = contribution_of(weight.value, own.value, [each for each, _ in found.pairs])
    formula = f"weight of {found.year} / sum of the weights x (index - 100)"
    inputs = (own, *(each for _, each in found.branches))
    return comparer.estimate(
        row, Comparison.CONTRIBUTION, points, ScaledUnit(POINTS), inputs, formula, by=of.id
    )


def weighed(comparer: Comparer, row: ValueRow, composite: Indicator) -> Weighed | None:
    """All branches with all weights, or None: a missing weight is never the country's."""
    if not composite.weights:
        return None
    here = (row["territory"], row["period"])
    known = comparer.neighbours.on_territory
    indices = [known(branch, *here) for branch in composite.components]
    for back in range(1, OLDEST_WEIGHTS + 1):
        year = Period.year(row.period.start.year - back)
        weights = [
            known(composite.weights[branch], row["territory"], year.code)
            for branch in composite.components
        ]
        branches = tuple(
            (comparer.level(index), comparer.level(weight))
            for index, weight in zip(indices, weights, strict=True)
            if index and weight and not (index.hidden or weight.hidden) and weight.value > 0
        )
        if len(branches) == len(composite.components):
            return Weighed(branches, year.start.year)
    return None


def gap_to_published(ours: Fact, published: Fact) -> Decimal:
    return ours.value - published.value
