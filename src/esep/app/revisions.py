"""How often was a value published, and how much did it move each time?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from esep.app.workspace import Workspace
from esep.model.indicator import Indicator, IndicatorKind
from esep.model.period import Period
from esep.model.unit import ScaledUnit

if TYPE_CHECKING:
    from esep.model.fact import Fact

ORDER = ("published_at", "loaded_at", "release_id", "row")
"""Which of two publications is the newer: the same order by which the newest is chosen."""


@dataclass(frozen=True, slots=True)
class Vintage:
    """A value as one release told it, and how that differs from the release before."""

    region: str
    region_version: str
    period: str
    number: int
    """1 for the first publication."""
    release_id: str
    published_at: date
    loaded_at: datetime
    value: Decimal
    """In the indicator's unit."""
    stage: str
    difference: Decimal | None
    """In the same unit: points where the value is a percentage already."""
    percent: Decimal | None
    """None for percentages, for the first publication, and where nothing was to divide by."""

    @property
    def size(self) -> Decimal:
        """How much it moved, for the order of the table."""
        return abs(self.percent if self.percent is not None else self.difference or Decimal(0))


def revisions(
    workspace: Workspace,
    indicator: Indicator,
    region: str,
    *,
    period: Period | None = None,
    as_of: date | None = None,
) -> tuple[tuple[Vintage, ...], ...]:
    """Every value of a region with its vintages, the most revised value first.

    Values on different borders are different values: a region that was divided has not been
    revised.
    """
    import narwhals as nw

    rows = workspace.store.scan(workspace.engine, as_of=as_of).filter(
        nw.col("indicator") == indicator.id,
        nw.col("region") == region,
        nw.col("comparison") == "",
        nw.col("breakdown") == "",
    )
    if period is not None:
        rows = rows.filter(nw.col("period") == period.code)
    found = workspace.engine.collect(rows)
    hidden = _hidden(workspace, indicator, as_of)
    found = [row for row in found if (row["territory"], row["period"]) not in hidden]
    found.sort(key=lambda row: (_key(row), *(row[name] for name in ORDER)))
    values = [
        _vintages(list(group), indicator) for _, group in groupby(found, key=lambda row: _key(row))
    ]
    values.sort(key=lambda each: (each[0].period, each[0].region_version))
    values.sort(key=lambda each: max(one.size for one in each), reverse=True)
    return tuple(values)


def _hidden(
    workspace: Workspace, indicator: Indicator, as_of: date | None
) -> Collection[tuple[str, str]]:
    """Territories and periods whose value must not be shown."""
    from esep.app.facts import fact_book, rules_of
    from esep.app.statements import needed

    if not rules_of(workspace.catalog).keys() & needed(workspace.catalog, [indicator.id]):
        return ()
    book = fact_book(workspace, indicators=[indicator.id], as_of=as_of)
    return {
        (territory, period) for named, territory, period in book.hidden if named == indicator.id
    }


def _key(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(row[name] for name in ("territory", "base", "period"))


def _vintages(rows: list[dict[str, Any]], indicator: Indicator) -> tuple[Vintage, ...]:
    in_points = indicator.kind in (IndicatorKind.INDEX, IndicatorKind.RATE)
    told: list[Vintage] = []
    for number, row in enumerate(rows, start=1):
        # As written by its source, in the one unit the indicator is shown in.
        scale = ScaledUnit.parse(row["unit"]).scale - indicator.unit.scale
        value = Decimal(row["printed"]).scaleb(scale)
        before = told[-1].value if told else None
        difference = None if before is None else value - before
        percent = None
        if difference is not None and before is not None and before > 0 and not in_points:
            percent = difference / before * 100
        told.append(
            Vintage(
                row["region"],
                row["region_version"],
                row["period"],
                number,
                row["release_id"],
                row["published_at"],
                row["loaded_at"],
                value,
                row["stage"],
                difference,
                percent,
            )
        )
    return tuple(told)


def newer_than(workspace: Workspace, fact: Fact) -> Fact | None:
    """What the store says today in place of an older fact; None where that is still the fact."""
    from esep.app.facts import books_of
    from esep.model.fact import FactId

    named = FactId.parse(fact.id)
    if named is None:
        return None
    meant = (named.indicator, named.region, named.period, named.comparison, named.by)
    found = (book.get(*meant) for book in books_of(workspace, named, as_of=None))
    now = next((each for each in found if each is not None), None)
    return None if now is None or now.id == fact.id else now
