"""Everything that can be said of each published value, as one wide row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from esep.indicators.change import with_change, with_prior
from esep.indicators.composite import with_bounds
from esep.indicators.derived import with_derived
from esep.indicators.per_head import with_per_head
from esep.indicators.rank import with_rank
from esep.indicators.series import Frame, latest, levels, with_usual
from esep.indicators.share import with_parent, with_share
from esep.indicators.territory import with_union_change
from esep.model.indicator import Direction, Indicator, IndicatorKind


@dataclass(frozen=True, slots=True)
class Definitions:
    """What the derivations need to know of the pack."""

    indicators: tuple[Indicator, ...]
    population: str

    @property
    def in_points(self) -> list[str]:
        """Percentages already: they change by points."""
        kinds = (IndicatorKind.INDEX, IndicatorKind.RATE)
        return [each.id for each in self.indicators if each.kind in kinds]

    @property
    def additive(self) -> list[str]:
        return [each.id for each in self.indicators if each.additive]

    @property
    def ascending(self) -> list[str]:
        return [each.id for each in self.indicators if each.direction is Direction.DOWN]

    @property
    def per_head(self) -> list[str]:
        return [each.id for each in self.indicators if each.per_head]


Settle = Callable[[Frame], Frame]
"""Compute a frame once and read it many times: a temporary table, a checkpoint, a cache."""


def statements(
    observations: Frame,
    versions: Frame,
    unions: Frame,
    definitions: Definitions,
    *,
    settle: Settle,
) -> Frame:
    """One row a value: its change, index, share, rank, value per head, bounds and verdict.

    `observations` holds what was published by the chosen day and nothing later. `versions` has
    `region_version`, `valid_from` and `parent` of every region version. Each step meets the
    rows with themselves, so a plan left lazy would double with every step; `settle` is called
    between them.
    """
    rows = settle(latest(observations))
    rows = settle(with_derived(rows, definitions.indicators))
    rows = settle(with_usual(rows, versions))
    rows = settle(with_change(with_prior(rows), in_points=definitions.in_points))
    rows = with_union_change(rows, unions, additive=definitions.additive)
    rows = settle(
        with_share(
            with_parent(rows), additive=definitions.additive, in_points=definitions.in_points
        )
    )
    rows = with_per_head(rows, population=definitions.population, meaningful=definitions.per_head)
    rows = levels(with_bounds(rows, definitions.indicators))
    rows = with_rank(rows, column="value", name="rank", ascending=definitions.ascending)
    return with_rank(rows, column="per_head", name="per_head_rank", ascending=())
