"""Every fact that can be stated from one collection of values, found by what it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sized
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from esep.errors import NotFound
from esep.facts.absent import OVER_TIME, why_absent
from esep.facts.compare import Comparer, Neighbours
from esep.facts.confidential import Hidden, hidden_values, place_of
from esep.facts.row import ValueRow
from esep.facts.verdict import Judge
from esep.indicators.confidentiality import WHY
from esep.indicators.spans import MINUS, PLUS, flows
from esep.model.confidentiality import Rules
from esep.model.fact import Comparability, Comparison, Fact, FactId, Verdict
from esep.model.indicator import Indicator, IndicatorKind
from esep.model.period import Period, PeriodKind

_SINGLE = (PeriodKind.MONTH, PeriodKind.QUARTER)
MOST = 8
"""Periods or regions named when what was asked for is not there."""


class FactBook:
    """Facts about the rows given, computed when asked for and remembered.

    `rows` are the statements of the engine (`indicators.statements`), already cut to one
    vintage; `rules` protect the respondents behind some indicators. `regions_on` gives the
    regions of a level that existed on a day. Where the rows were brought onto other borders or
    into other spans, `beneath` is the book of what they were made of.
    """

    def __init__(
        self,
        rows: Iterable[Mapping[str, Any]],
        *,
        indicators: Mapping[str, Indicator],
        decimals: Mapping[str, int],
        population: str,
        unions: Mapping[str, tuple[str, ...]],
        regions_on: Callable[[int, date], Sized],
        rules: Mapping[str, Rules],
        beneath: FactBook | None = None,
    ) -> None:
        self.indicators = indicators
        self._by_label: dict[tuple[str, str, str], ValueRow] = {}
        self._by_territory: dict[tuple[str, str, str], ValueRow] = {}
        self._by_period: defaultdict[tuple[str, str, int], list[ValueRow]] = defaultdict(list)
        self.population = population
        self._periods: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._facts: dict[tuple[str, str, str, Comparison, str], Fact | None] = {}
        self._by_id: dict[str, Fact | None] = {}
        self._regions_on = regions_on
        self._beneath = beneath
        self._judge = Judge(unions, self._year_before, self._peers_in)
        told = [ValueRow(columns) for columns in rows if not columns["breakdown"]]
        below: Hidden = beneath.hidden if beneath else {}
        self.hidden: Hidden = hidden_values(told, indicators=indicators, rules=rules, beneath=below)
        for row in told:
            reason = self.hidden.get(place_of(row), "")
            self._remember(replace(row, hidden=reason) if reason else row)
        self._comparer = Comparer(
            indicators,
            decimals,
            population,
            unions,
            Neighbours(
                self.value_on,
                self.row,
                self.peers,
                self.expected,
                self.borders_day,
                self._published_parts,
            ),
            self._judge,
        )

    def _remember(self, row: ValueRow) -> None:
        indicator, period = row["indicator"], row["period"]
        self._by_label[indicator, row.region_label, period] = row
        self._by_territory[indicator, row["territory"], period] = row
        if row["usual"]:
            self._by_period[indicator, period, row["level"]].append(row)
            self._periods[indicator, row["region"]].add(period)

    # -- rows ------------------------------------------------------------------------------

    def row(self, indicator: str, region: str, period: str) -> ValueRow | None:
        """The row of a region label (`KZ-19`, `KZ-19~origin`) in a period."""
        return self._by_label.get((indicator, region, period))

    def value_on(self, indicator: str, territory: str, period: str) -> ValueRow | None:
        """The row of a territory, whatever its region was called."""
        return self._by_territory.get((indicator, territory, period))

    def peers(self, row: ValueRow) -> tuple[ValueRow, ...]:
        """All regions' rows of the same indicator, period and level, by region code."""
        return tuple(
            sorted(self._peers_in(row, row["period"]), key=lambda each: str(each["region"]))
        )

    def _peers_in(self, row: ValueRow, period: str) -> tuple[ValueRow, ...]:
        return tuple(self._by_period.get((row["indicator"], period, row["level"]), ()))

    def _year_before(self, row: ValueRow) -> ValueRow | None:
        return self.value_on(row["indicator"], row["territory"], row["prior_period"])

    def _published_parts(self, row: ValueRow) -> tuple[Fact, ...]:
        """What a value on other borders was made of, and what that was weighted with."""
        if self._beneath is None:
            return ()
        if row.span_of:
            periods = row.span_of.replace(MINUS, PLUS).split(PLUS)
            told = (
                self._beneath.on_territory(row["indicator"], row["territory"], each)
                for each in periods
            )
            return tuple(fact for fact in told if fact is not None)
        wanted = [(row["indicator"], row["period"])]
        if row["weight"]:
            wanted.append((row["weight"], row["prior_period"]))
        found = (
            self._beneath.on_territory(indicator, part, period)
            for indicator, period in wanted
            for part in row["made_of"].split(" + ")
        )
        return tuple(fact for fact in found if fact is not None)

    def on_territory(self, indicator: str, territory: str, period: str) -> Fact | None:
        """The value of a territory, whatever its region was called."""
        row = self.value_on(indicator, territory, period)
        return None if row is None else self._comparer.state(row, Comparison.LEVEL)

    def expected(self, row: ValueRow) -> int:
        """How many regions of its level there were on the borders that the row is on."""
        return len(self._regions_on(row["level"], self.borders_day(row)))

    def borders_day(self, row: ValueRow) -> date:
        """The end of its period, or the later day whose borders its peers were recompiled on."""
        peers = self._peers_in(row, row["period"])
        return max(row.period.end, *(each.borders_since for each in peers), date.min)

    def why_absent(
        self,
        indicator: str,
        region: str,
        period: Period,
        comparison: Comparison,
        by: str = "",
    ) -> str:
        """Why a known value has no such comparison, in a few words; empty where it has one."""
        row = self.row(indicator, region, period.code)
        return "" if row is None else why_absent(self, row, comparison, by)

    def periods(self, indicator: str, region: str) -> tuple[Period, ...]:
        """The periods an indicator is known for in a region, oldest first."""
        known = self._periods.get((indicator, region), ())
        return tuple(sorted(Period.parse(code) for code in known))

    def regions(self, indicator: str) -> frozenset[str]:
        """The regions an indicator is known for."""
        return frozenset(region for each, region in self._periods if each == indicator)

    @cached_property
    def indicators_with_values(self) -> frozenset[str]:
        return frozenset(indicator for indicator, _ in self._periods)

    @property
    def is_brought_over(self) -> bool:
        """Whether the facts are on borders that were chosen, not those of their time."""
        return self._beneath is not None

    def left_out(self, indicator: str, region: str, label: str) -> list[Period]:
        """Periods known for a region on the borders of their time but not on the chosen ones."""
        if self._beneath is None:
            return []
        here = set(self.periods(indicator, label))
        return [each for each in self._beneath.periods(indicator, region) if each not in here]

    # -- facts -----------------------------------------------------------------------------

    def get(
        self,
        indicator: str,
        region: str,
        period: Period | str,
        comparison: Comparison,
        by: str = "",
    ) -> Fact | None:
        """The fact, or None where it cannot be stated; `by` as in its id."""
        key = (indicator, region, str(period), comparison, by)
        if key not in self._facts:
            self._facts[key] = self._state(*key)
        return self._facts[key]

    def _state(
        self, indicator: str, region: str, period: str, comparison: Comparison, by: str
    ) -> Fact | None:
        if comparison is Comparison.CHAINED:
            span = Period.parse(period)
            last = self.row(indicator, region, Period.year(span.end.year).code)
            return None if last is None else self._comparer.chained(last, span)
        row = self.row(indicator, region, period)
        if row is not None:
            return self._comparer.state(row, comparison, by)
        codes = tuple(region.split("+"))
        row = self.row(indicator, codes[0], period)
        if row is not None and len(codes) > 1:
            wanted = comparison is Comparison.CHANGE
            return self._comparer.union_change(row, codes) if wanted else None
        return None

    def verdict(self, indicator: str, region: str, period: Period | str) -> Verdict | None:
        """Whether the value can be held against the year before."""
        row = self.row(indicator, region, str(period))
        return None if row is None else self._judge.verdict(row)

    def find(
        self,
        indicator: str,
        region: str,
        period: Period | str,
        comparison: Comparison,
        by: str = "",
    ) -> Fact:
        """The fact; NotFound says what there is instead."""
        fact = self.get(indicator, region, period, comparison, by)
        if fact is not None:
            return fact
        if (reason := self.hidden_reason(indicator, region, str(period))) != "":
            raise NotFound(
                f"{indicator} of {region} in {period} is suppressed",
                detail=reason,
                hint="it is protected by the rules of its source; larger regions are shown",
            )
        level = self.get(indicator, region, period, Comparison.LEVEL)
        if level is None:
            raise self.nothing_of(indicator, region, str(period))
        spoken = comparison.value.replace("_", " ")
        raise NotFound(
            f"{indicator} of {region} in {period} has no {spoken}",
            detail=self.remark(level) if comparison in OVER_TIME else "",
            hint=self.why_absent(indicator, region, Period.parse(str(period)), comparison, by)
            or f"what has one: esep show {indicator} --compare {spoken.replace(' ', '-')}",
        )

    def same_territory(self, indicator: str, region: str, one: Period, other: Period) -> bool:
        """Whether the region's values of two periods are of one land."""
        rows = [self.row(indicator, region, each.code) for each in (one, other)]
        return len({row["territory"] for row in rows if row is not None}) == 1

    def hidden_reason(self, indicator: str, region: str, period: str) -> str:
        """Why a value that is known must not be shown; empty where it may be."""
        row = self.row(indicator, region, period)
        return WHY[row.hidden] if row is not None and row.hidden else ""

    def nothing_of(self, indicator: str, region: str, period: str = "") -> NotFound:
        """Why there is no value, with what there is instead."""
        periods = [each.code for each in self.periods(indicator, region)]
        if meant := self._meant(indicator, region, period):
            hint = meant
        elif periods:
            said = "the newest known periods are" if len(periods) > MOST else "known periods"
            hint = f"{said}: {', '.join(periods[-MOST:])}"
        elif regions := sorted(self.regions(indicator)):
            more = f" and {len(regions) - MOST} more" if len(regions) > MOST else ""
            hint = f"{indicator} is known for {', '.join(regions[:MOST])}{more}"
        else:
            hint = "what is known: esep search"
        when = f" in {period}" if period else ""
        return NotFound(f"there is no value of {indicator} for {region}{when}", hint=hint)

    def _meant(self, indicator: str, region: str, text: str) -> str:
        """A single month or quarter asked of a series that is told from January on."""
        if not text or (asked := Period.parse(text)).kind not in _SINGLE:
            return ""
        if self.indicators[indicator].kind is IndicatorKind.STOCK or asked.is_point:
            return ""
        since_january = Period.months(asked.start.year, 1, asked.end.month)
        if since_january == asked or since_january not in self.periods(indicator, region):
            return ""
        hint = f"did you mean {since_january}? It is told from January on"
        if self.indicators[indicator].id in flows([self.indicators[indicator]]):
            return f"{hint}; for {asked} alone add --span {asked.kind}"
        return hint

    def remark(self, level: Fact) -> str:
        """Whether a value can be held against the year before; if not, what can be instead."""
        verdict, period = level.verdict, level.period
        if verdict is None or period is None:
            return ""
        about = f"{level.region} {period}"
        before = period.years_before(1)
        match verdict.comparability:
            case Comparability.NO_EARLIER_VALUE:
                return f"{about}: there is no value of {before}."
            case Comparability.NOT_COMPARABLE:
                return (
                    f"{about}: not comparable with {before}, which is on the borders of "
                    f"{verdict.earlier_version}.{self._instead(level, verdict.union)}"
                )
        return ""

    def _instead(self, level: Fact, union: tuple[str, ...]) -> str:
        if not union or level.period is None:
            return ""
        label = "+".join(union)
        told = f" The safe union is {label}"
        change = self.get(level.indicator, label, level.period, Comparison.CHANGE)
        if change is None:
            return f"{told}; not all of its parts are known or the indicator does not add up."
        return f"{told}: {change.value:+.1f} % ({change.id})."

    def by_id(self, fact_id: str) -> Fact | None:
        """The fact an id names; None when this book does not hold it at that vintage."""
        if fact_id not in self._by_id:
            self._by_id[fact_id] = self._named(fact_id)
        return self._by_id[fact_id]

    def _named(self, fact_id: str) -> Fact | None:
        named = FactId.parse(fact_id)
        if named is None:
            return None
        fact = self.get(named.indicator, named.region, named.period, named.comparison, named.by)
        if fact is not None and fact.id == fact_id:
            return fact
        return None if self._beneath is None else self._beneath.by_id(fact_id)
