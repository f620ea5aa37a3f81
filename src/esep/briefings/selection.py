"""The facts one briefing may use: its region, its day, its vintage."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from esep.briefings.outline import Reference
from esep.briefings.plan import OtherBorders, Sentence
from esep.briefings.request import Request
from esep.catalog import Catalog
from esep.facts.book import FactBook
from esep.facts.counted import CountedFacts
from esep.facts.declared import DeclaredFacts
from esep.facts.select import newest_period
from esep.facts.territory import subdivisions
from esep.model.execution import Execution
from esep.model.fact import Comparison, Fact
from esep.model.indicator import Direction, Indicator, IndicatorKind
from esep.model.period import Period
from esep.model.quantity import round_half_up
from esep.model.region import RegionVersion
from esep.model.text import Names


class Selection:
    """Finds facts for one request; everything said comes through here."""

    def __init__(
        self,
        catalog: Catalog,
        book: FactBook,
        declared: DeclaredFacts,
        request: Request,
        counted: CountedFacts | None = None,
        *,
        execution: Execution | None = None,
        earlier: Selection | None = None,
    ) -> None:
        self.catalog = catalog
        self.book = book
        self.declared = declared
        self.cards = counted or CountedFacts()
        self.request = request
        self.execution = execution
        self.earlier = earlier
        """What could be said on the day of the last meeting, in the vintage of this request."""
        self.children = catalog.regions.children(request.region.code, request.on)
        self._subdivisions = subdivisions(
            request.region,
            self.children,
            on=request.on,
            pack=catalog.id,
            units=catalog.units,
        )
        self._register = {fact.id: fact for _, fact in self._subdivisions}
        self.newest = cache(self._newest)

    # -- finding -----------------------------------------------------------------------

    def indicator(self, indicator_id: str) -> Indicator:
        return self.catalog.indicators[indicator_id]

    def _newest(self, indicator_id: str) -> Period | None:
        """The newest period of an indicator that may be printed on the day.

        What is only declared follows no source, so it has no calendar and no such period.
        """
        if not indicator_id or not self.indicator(indicator_id).source:
            return None
        return newest_period(
            self.book.periods(indicator_id, self.request.region.code),
            self.indicator(indicator_id),
            self.catalog.sources,
            on=self.request.on,
            within=self.request.period,
        )

    def allowed_periods(self, indicator_id: str) -> tuple[Period, ...]:
        """Every period up to the newest that may be printed, oldest first."""
        newest = self.newest(indicator_id)
        if newest is None:
            return ()
        known = self.book.periods(indicator_id, self.request.region.code)
        return tuple(period for period in known if period.end <= newest.end)

    def fact(
        self, reference: Reference, period: Period | None, *, counting: bool = True
    ) -> Fact | None:
        """The fact of a reference; `period` is the one of the sentence it stands in.

        Statistics come first, then what the cards of a register add up to, unless `counting` is
        off. What was said is used only where neither knows anything.
        """
        region = self.request.whole if reference.of_whole else self.request.region
        indicator = reference.indicator
        if (total := self._total(reference)) is not None:
            return total
        if self.newest(indicator) is None:
            counted = self.counted(indicator, region.code) if counting else None
            if counted is not None and reference.comparison is Comparison.LEVEL:
                return counted
            return self.said(indicator, region.code, reference.comparison)
        if period is None:
            return None
        return self.book.get(indicator, region.code, period, reference.comparison)

    def said(self, indicator: str, region: str, comparison: Comparison) -> Fact | None:
        """The newest statement about an indicator that belongs to this document."""
        return self.declared.newest(
            indicator, region, comparison, on=self.request.on, within=self.request.period
        )

    def counted(self, indicator: str, region: str) -> Fact | None:
        """What the cards of a register add up to on the day."""
        return self.cards.newest(indicator, region, self.request.period)

    def _total(self, reference: Reference) -> Fact | None:
        """How many instructions stand so, where the pack counts them under the indicator."""
        if self.execution is None or reference.comparison is not Comparison.LEVEL:
            return None
        return None if reference.of_whole else self.execution.totals.get(reference.indicator)

    def subdivisions(self) -> tuple[tuple[str, Fact], ...]:
        """How many districts, cities and so on the region has on the day."""
        return self._subdivisions

    def by_id(self, fact_id: str) -> Fact | None:
        return (
            self.book.by_id(fact_id)
            or self.declared.by_id(fact_id)
            or self.cards.by_id(fact_id)
            or self._register.get(fact_id)
            or (self.execution.card(fact_id) if self.execution else None)
        )

    @property
    def newest_publication(self) -> date:
        """The day of the newest release that a fact of this region may rest on."""
        days = (
            row.published_at
            for indicator in self.book.indicators_with_values
            for period in (self.newest(indicator),)
            if period is not None
            for row in (self.book.row(indicator, self.request.region.code, period.code),)
            if row is not None
        )
        return max(days, default=self.request.on)

    @property
    def on_other_borders(self) -> tuple[str, ...]:
        """The indicators whose newest figure is for a territory other than the region's today."""
        code, territory = self.request.region.code, self.request.region.territory
        return tuple(
            indicator
            for indicator in self.catalog.indicators
            if (period := self.newest(indicator)) is not None
            and (row := self.book.row(indicator, code, period.code)) is not None
            and row["territory"] != territory
        )

    def borders_of(self, fact: Fact) -> OtherBorders | None:
        """Where a figure is for a territory other than its region's on the day: since when."""
        regions = self.catalog.regions
        if fact.said_on is not None or fact.region_version not in regions.by_id:
            return None
        version = regions.version(fact.region_version)
        today = [each for each in regions.versions(version.code) if each.covers(self.request.on)]
        if any(each.territory == version.territory for each in today):
            return None
        same = [v for v in regions.versions(version.code) if v.territory == version.territory]
        ended = max((v.valid_to for v in same if v.valid_to), default=None)
        if ended is not None and ended <= self.request.on:
            return OtherBorders(ended, ended=True)
        began = min((v.valid_from for v in same if v.valid_from), default=None)
        return OtherBorders(began, ended=False) if began is not None else None

    # -- reading -----------------------------------------------------------------------

    def growth(self, fact: Fact) -> Decimal | None:
        """Per cent or points above (below: negative) no change; None for a plain level."""
        if fact.comparison is Comparison.CHANGE:
            return fact.value
        is_index = self.indicator(fact.indicator).kind is IndicatorKind.INDEX
        if fact.comparison is Comparison.INDEX or (
            is_index and fact.comparison is Comparison.LEVEL
        ):
            return fact.value - 100
        return None

    def more_is_better(self, fact: Fact) -> bool:
        return self.indicator(fact.indicator).direction is not Direction.DOWN

    def is_worse(self, fact: Fact, than: Decimal) -> bool:
        """Whether a figure is worse than another as far as both are printed."""
        distance = round_half_up(
            fact.value.scaleb(-fact.unit.scale), fact.decimals
        ) - round_half_up(than.scaleb(-fact.unit.scale), fact.decimals)
        return distance < 0 if self.more_is_better(fact) else distance > 0

    def peers_of(self, fact: Fact) -> tuple[Fact, ...]:
        """The same statement of every region of the level, by region code."""
        assert fact.period is not None
        row = self.book.row(fact.indicator, fact.region, fact.period.code)
        if row is None:
            return ()
        stated = (
            self.book.get(fact.indicator, str(peer["region"]), fact.period, fact.comparison)
            for peer in self.book.peers(row)
        )
        return tuple(each for each in stated if each is not None)

    def version(self, fact: Fact) -> RegionVersion:
        return self.catalog.regions.version(fact.region_version)

    def union(self, fact: Fact) -> tuple[tuple[Names, ...], Fact | None]:
        """The regions that cover the territory the earlier value was for, and their change."""
        codes = fact.verdict.union if fact.verdict else ()
        names = tuple(self.catalog.regions.at(code, self.request.on).names for code in codes)
        assert fact.period is not None
        label = "+".join(codes)
        change = self.book.get(fact.indicator, label, fact.period, Comparison.CHANGE)
        return names, change

    # -- saying ------------------------------------------------------------------------

    def sentence(
        self,
        say: str,
        *,
        of: str = "",
        facts: Mapping[str, Fact | None] | None = None,
        days: Mapping[str, date] | None = None,
        lists: Mapping[str, tuple[Names, ...]] | None = None,
        names: Mapping[str, Names] | None = None,
        caution: bool = False,
    ) -> Sentence:
        """A message with what every message may name: the region, the country, the day."""
        request = self.request
        known = {"region": request.region.names, "country": request.whole.names, **(names or {})}
        if of:
            indicator = self.indicator(of)
            known["indicator"] = indicator.names
            known["subject"] = indicator.subjects or indicator.names
        return Sentence(
            say,
            of,
            facts or {},
            names=known,
            lists=lists or {},
            days={"on": request.on, **(days or {})},
            borders={
                fact.id: borders
                for fact in (facts or {}).values()
                if fact is not None
                and fact.region == request.region.code
                and (borders := self.borders_of(fact)) is not None
            },
            caution=caution,
        )
