"""Over all series and all pairs of years: is no growth told across a change of territory?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from esep.app.facts import fact_book, read_borders
from esep.app.workspace import Workspace, load_pack, make_workspace
from esep.facts.book import FactBook
from esep.model.fact import Comparability, Comparison, Fact

OVER_TIME = (Comparison.CHANGE, Comparison.INDEX, Comparison.CONTRIBUTION)
RANKS = (Comparison.RANK, Comparison.PER_HEAD_RANK)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made, _ = make_workspace(tmp_path_factory.mktemp("breaks") / "store", None)
    load_pack(made)
    return made


@pytest.fixture(scope="module")
def book(workspace: Workspace) -> FactBook:
    return fact_book(workspace)


@pytest.fixture(scope="module")
def joined(workspace: Workspace) -> FactBook:
    return fact_book(workspace, borders=read_borders(workspace, "union"))


def values(book: FactBook) -> Iterator[tuple[str, str, str]]:
    for indicator in sorted(book.indicators_with_values):
        for region in sorted(book.regions(indicator)):
            for period in book.periods(indicator, region):
                yield indicator, region, period.code


def facts(book: FactBook, *comparisons: Comparison) -> Iterator[Fact]:
    for indicator, region, period in values(book):
        for comparison in comparisons:
            if (fact := book.get(indicator, region, period, comparison)) is not None:
                yield fact


def territory(workspace: Workspace, book: FactBook, fact_id: str) -> str:
    fact = book.by_id(fact_id)
    assert fact is not None
    regions = workspace.catalog.regions.by_id
    version = regions.get(fact.region_version)
    return version.territory if version else fact.region_version


def test_both_ends_of_every_change_are_on_one_territory(
    workspace: Workspace, book: FactBook
) -> None:
    seen = 0
    for fact in facts(book, *OVER_TIME):
        now, before, *_ = fact.inputs
        assert territory(workspace, book, now) == territory(workspace, book, before), fact.id
        assert fact.verdict is not None
        assert fact.verdict.comparability is Comparability.COMPARABLE, fact.id
        seen += 1
    assert seen > 1000


def test_no_pair_of_years_of_a_series_is_compared_across_a_break(
    workspace: Workspace, book: FactBook
) -> None:
    pairs = refused = 0
    by_series: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts(book, Comparison.LEVEL):
        by_series.setdefault((fact.indicator, fact.region), []).append(fact)
    for series in by_series.values():
        for one, other in combinations(series, 2):
            assert one.period is not None
            assert other.period is not None
            for later, earlier in ((one, other), (other, one)):
                if later.period.years_before(1) != earlier.period:  # type: ignore[union-attr]
                    continue
                pairs += 1
                ends = {territory(workspace, book, each.id) for each in (later, earlier)}
                verdict = book.verdict(later.indicator, later.region, later.period.code)  # type: ignore[union-attr]
                assert verdict is not None
                told = [
                    fact
                    for comparison in OVER_TIME
                    if (fact := book.get(later.indicator, later.region, later.period, comparison))  # type: ignore[arg-type]
                ]
                if len(ends) == 2:
                    # Another row may be on the same territory: then that one is compared.
                    for fact in told:
                        assert earlier.id not in fact.inputs
                    if not told:
                        refused += 1
                        assert verdict.comparability is Comparability.NOT_COMPARABLE
    assert pairs > 1000
    assert refused > 50


def test_places_are_comparable_only_among_the_same_territories(book: FactBook) -> None:
    verdicts = set()
    for fact in facts(book, *RANKS):
        assert fact.verdict is not None
        assert fact.period is not None
        earlier = book.get(
            fact.indicator, fact.region, fact.period.years_before(1), fact.comparison
        )
        verdicts.add(fact.verdict.comparability)
        if fact.verdict.comparability is not Comparability.COMPARABLE or earlier is None:
            continue
        now = {book.by_id(each).region_version for each in fact.inputs}  # type: ignore[union-attr]
        then = {book.by_id(each).region_version for each in earlier.inputs}  # type: ignore[union-attr]
        assert {each.partition("@")[0] for each in now} == {
            each.partition("@")[0] for each in then
        }, fact.id
    assert Comparability.NOT_COMPARABLE in verdicts


def test_on_joined_borders_every_change_says_how_it_became_comparable(joined: FactBook) -> None:
    seen = 0
    for fact in facts(joined, *OVER_TIME):
        assert fact.verdict is not None
        made = any(
            "x index" in fact.formula or "sum of" in joined.by_id(each).formula  # type: ignore[union-attr]
            for each in fact.inputs[:2]
        )
        if made:
            seen += 1
            assert fact.verdict.comparability is Comparability.REBASED, fact.id
            assert fact.verdict.reason
    assert seen > 100


def test_every_fact_on_joined_borders_is_found_by_its_id(joined: FactBook) -> None:
    found = list(facts(joined, *Comparison))
    assert len({fact.id for fact in found}) == len(found) > 1000
    for fact in found:
        assert joined.by_id(fact.id) is fact
        assert "~on-union" in fact.id


def test_no_rate_is_brought_over(workspace: Workspace, joined: FactBook) -> None:
    for indicator, region, period in values(joined):
        if not workspace.catalog.indicators[indicator].additive:
            fact = joined.get(indicator, region, period, Comparison.LEVEL)
            assert fact is not None
            assert fact.cell is not None or fact.stage == "estimate" or fact.inputs, fact.id
            assert not fact.formula.startswith("sum of"), fact.id
