"""Taken apart, deflated, chained or made a season: is a figure ever of two lands?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from esep.app.facts import fact_book, read_borders
from esep.app.workspace import Workspace, load_pack, make_workspace
from esep.facts.book import FactBook
from esep.facts.seasons import newest_run
from esep.indicators.spans import Span, flows
from esep.model.fact import Comparability, Comparison, Fact
from esep.model.indicator import IndicatorKind
from esep.model.period import Period, PeriodKind

OVER_TIME = (Comparison.CHANGE, Comparison.INDEX, Comparison.CONTRIBUTION)
DEFLATED = (Comparison.REAL, Comparison.REAL_INDEX, Comparison.DEFLATOR)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made, _ = make_workspace(tmp_path_factory.mktemp("paths") / "store", None)
    load_pack(made)
    return made


@pytest.fixture(scope="module")
def book(workspace: Workspace) -> FactBook:
    return fact_book(workspace)


@pytest.fixture(scope="module", params=["their time", "union"])
def quarters(workspace: Workspace, request: pytest.FixtureRequest) -> FactBook:
    borders = read_borders(workspace, "union") if request.param == "union" else None
    return fact_book(workspace, span=Span.QUARTER, borders=borders)


def values(book: FactBook) -> Iterator[tuple[str, str, Period]]:
    for indicator in sorted(book.indicators_with_values):
        for region in sorted(book.regions(indicator)):
            for period in book.periods(indicator, region):
                yield indicator, region, period


def lands(workspace: Workspace, book: FactBook, fact: Fact) -> set[str]:
    """The territories of everything that a fact is about, down to what was published."""
    versions = workspace.catalog.regions.by_id
    found = {fact.region_version}
    waiting = [*fact.inputs]
    while waiting:
        below = book.by_id(waiting.pop())
        assert below is not None
        found.add(below.region_version)
        # What was summed onto other borders is made of other lands, and says so.
        waiting += () if below.formula.startswith("sum of") else below.inputs
    return {versions[each].territory if each in versions else each for each in found}


def test_no_single_span_is_the_difference_of_two_lands(
    workspace: Workspace, quarters: FactBook
) -> None:
    seen = 0
    for indicator, region, period in values(quarters):
        fact = quarters.get(indicator, region, period, Comparison.LEVEL)
        assert fact is not None
        if " - " in fact.formula:
            assert len(lands(workspace, quarters, fact)) == 1, fact.id
            assert fact.stage == "estimate"
            seen += 1
    assert seen > 100


def test_single_spans_are_compared_on_one_land(workspace: Workspace, quarters: FactBook) -> None:
    seen = refused = 0
    for indicator, region, period in values(quarters):
        level = quarters.get(indicator, region, period, Comparison.LEVEL)
        assert level is not None
        told = [quarters.get(indicator, region, period, each) for each in OVER_TIME]
        assert level.verdict is not None
        if level.verdict.comparability is Comparability.NOT_COMPARABLE:
            assert not any(told), level.id
            refused += 1
        for fact in told:
            if fact is not None and fact.comparison is not Comparison.CONTRIBUTION:
                assert len(lands(workspace, quarters, fact)) == 1, fact.id
                seen += 1
    assert seen > 100
    if not any("~on-" in region for _, region, _ in values(quarters)):
        assert refused > 5


def test_nothing_is_deflated_across_a_break(workspace: Workspace, book: FactBook) -> None:
    seen = 0
    for indicator, region, period in values(book):
        by = book.indicators[indicator].real_growth
        for comparison in DEFLATED:
            fact = book.get(indicator, region, period, comparison, by)
            if fact is not None:
                assert len(lands(workspace, book, fact)) == 1, fact.id
                assert fact.stage == "estimate"
                assert book.by_id(fact.id) is fact
                seen += 1
    assert seen > 100


def test_no_chain_runs_over_a_break(workspace: Workspace, book: FactBook) -> None:
    seen = refused = 0
    for indicator, region, period in values(book):
        if period.kind is not PeriodKind.YEAR:
            continue
        if book.indicators[indicator].kind is not IndicatorKind.INDEX:
            continue
        for back in range(1, 8):
            span = Period(period.years_before(back).start, period.end)
            fact = book.get(indicator, region, span, Comparison.CHAINED)
            if fact is None:
                refused += 1
                continue
            assert len(lands(workspace, book, fact)) == 1, fact.id
            assert len(fact.inputs) == back + 1
            seen += 1
    assert seen > 50
    assert refused > 50


def test_no_season_is_of_two_lands(workspace: Workspace, quarters: FactBook) -> None:
    cut = 0
    versions = workspace.catalog.regions.by_id
    for indicator in flows(workspace.catalog.indicators.values()):
        for region in sorted(quarters.regions(indicator)):
            run = newest_run(quarters, indicator, region, PeriodKind.QUARTER)
            told = {fact.region_version for fact in run.facts}
            assert len({versions[e].territory if e in versions else e for e in told}) <= 1
            cut += bool(run.cut)
    if not any("~on-" in region for _, region, _ in values(quarters)):
        assert cut >= 3  # the three regions that were divided in 2022 and still exist
