"""Facts about what was said: kept apart from statistics and never added to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from esep.model.fact import Cell, Comparison, Fact
from esep.model.indicator import Indicator
from esep.model.observation import EstimateStage, Place
from esep.model.period import Period
from esep.model.release import ReportedFigure
from esep.model.unit import ScaledUnit

AFTERWARDS = timedelta(days=120)
"""How long after a period statements about it may still be made and count as of it."""

_COMPARISONS = {"": Comparison.LEVEL, "change": Comparison.CHANGE, "share": Comparison.SHARE,
                "rank": Comparison.RANK, "index": Comparison.INDEX}  # fmt: skip


class DeclaredFacts:
    """Statements by people, each found by indicator, region and what it compares."""

    def __init__(
        self, figures: Iterable[ReportedFigure], indicators: Mapping[str, Indicator]
    ) -> None:
        self._by_id: dict[str, Fact] = {}
        self._by_subject: defaultdict[tuple[str, str, Comparison], list[Fact]] = defaultdict(list)
        for figure in figures:
            fact = _fact(figure, indicators)
            if fact is not None:
                self._by_id[fact.id] = fact
                self._by_subject[fact.indicator, fact.region, fact.comparison].append(fact)

    def by_id(self, fact_id: str) -> Fact | None:
        return self._by_id.get(fact_id)

    def about(self, indicator: str) -> tuple[Fact, ...]:
        """Everything said of an indicator, the newest first."""
        found = [fact for fact in self._by_id.values() if fact.indicator == indicator]
        return tuple(sorted(found, key=lambda fact: (fact.said_on or date.min, fact.id))[::-1])

    def newest(
        self, indicator: str, region: str, comparison: Comparison, *, on: date, within: Period
    ) -> Fact | None:
        """The newest statement made by the day and within reach of the document's period."""
        latest_day = min(on, within.end + AFTERWARDS)
        fitting = [
            fact
            for fact in self._by_subject[indicator, region, comparison]
            if fact.said_on is not None
            and within.start <= fact.said_on <= latest_day
            and (fact.period is None or _belongs(fact.period, within))
        ]
        return max(fitting, key=lambda fact: (fact.said_on or date.min, fact.id), default=None)


def _belongs(period: Period, within: Period) -> bool:
    """Whether a statement's own period began by the end of the document's.

    A state on a day may be a later one: "at the beginning of the year" closes the year before.
    """
    return period.is_point or period.start <= within.end


def _fact(figure: ReportedFigure, indicators: Mapping[str, Indicator]) -> Fact | None:
    indicator = indicators.get(figure.indicator)
    comparison = _COMPARISONS.get(figure.comparison)
    if indicator is None or comparison is None:
        return None
    unit = ScaledUnit.parse(figure.unit)
    number = Decimal(figure.value)
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return Fact(
        id=f"said:{figure.id}",
        indicator=indicator.id,
        region=figure.region,
        region_version="",
        period=Period.parse(figure.period) if figure.period else None,
        comparison=comparison,
        value=number * unit.factor,
        unit=unit,
        decimals=max(0, -exponent),
        stage=EstimateStage.PLAN if figure.planned else EstimateStage.DECLARED,
        vintage=figure.said_on,
        cell=Cell(
            figure.release_id,
            Place(figure.file, row=figure.row, column="value"),
            figure.value,
            unit,
            figure.said_on,
        ),
        quantum=Decimal(1).scaleb(exponent) * unit.factor,
        hedge=figure.hedge,
        said_on=figure.said_on,
        address=figure.source,
        label=figure.label,
    )
