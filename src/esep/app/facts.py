"""The facts a store supports, at a vintage: many at once, or one by its id."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from esep.app.workspace import Workspace
from esep.errors import BadRequest, NotFound

if TYPE_CHECKING:
    from esep.facts.book import FactBook
    from esep.facts.declared import DeclaredFacts
    from esep.facts.lineage import Lookup
    from esep.model.fact import Fact
    from esep.model.indicator import Indicator
    from esep.model.period import Period


def fact_book(
    workspace: Workspace,
    *,
    indicators: Collection[str] | None = None,
    as_of: date | None = None,
) -> FactBook:
    """The facts of a vintage, for some indicators and whatever they are derived from."""
    from esep.app.statements import statement_rows
    from esep.facts.book import FactBook

    catalog = workspace.catalog
    return FactBook(
        statement_rows(workspace, indicators, as_of),
        indicators=catalog.indicators,
        decimals=catalog.rounding,
        population=catalog.population,
        unions={union.territory: union.codes for union in catalog.regions.unions},
        regions_on=catalog.regions.level,
    )


def book_about(
    workspace: Workspace, indicator: Indicator, regions: Collection[str], *, as_of: date | None
) -> FactBook:
    """The facts of an indicator; NotFound where there are no statistics of it by then."""
    book = fact_book(workspace, indicators=[indicator.id], as_of=as_of)
    if indicator.id not in book.indicators_with_values:
        raise _no_statistics(workspace, indicator, regions, as_of)
    return book


def _no_statistics(
    workspace: Workspace, indicator: Indicator, regions: Collection[str], as_of: date | None
) -> NotFound:
    by = f" published by {as_of}" if as_of else ""
    title = f"there are no statistics of {indicator.id}{by}"
    declared = declared_facts(workspace, as_of=as_of).about(indicator.id)
    said = [each for each in declared if not regions or each.region in regions]
    if said:
        return NotFound(
            title,
            detail="\n".join(
                f"said on {fact.said_on} of {fact.region}: {fact.in_unit:f} {fact.unit.code}"
                f"{f', {fact.period}' if fact.period else ''}"
                f"{f', {fact.comparison}' if fact.comparison != 'level' else ''} ({fact.id})"
                for fact in said[:5]
            ),
            hint=f"where it was said: esep explain {said[0].id}",
        )
    days = [each.published_at for each in workspace.store.releases()]
    early = as_of is not None and days and as_of < min(days)
    return NotFound(
        title,
        hint=f"the first release of the store was published on {min(days)}"
        if early
        else "what the store has: esep releases",
    )


def declared_facts(workspace: Workspace, *, as_of: date | None = None) -> DeclaredFacts:
    """What was said, as far as it was published by then."""
    from esep.facts.declared import DeclaredFacts

    return DeclaredFacts(workspace.store.reported(as_of), workspace.catalog.indicators)


def read_period(text: str) -> Period:
    from esep.model.period import Period, PeriodSyntaxError

    try:
        return Period.parse(text)
    except PeriodSyntaxError as error:
        raise BadRequest(str(error)) from error


def find_named_fact(
    workspace: Workspace,
    indicator: str,
    region: str,
    period: str,
    *,
    compare: str | None,
    as_of: date | None,
) -> tuple[Fact, Lookup]:
    """A fact by what it says; NotFound tells what there is instead."""
    from esep.model.fact import Comparison

    catalog = workspace.catalog
    found = catalog.find_indicator(indicator)
    codes = [catalog.regions.resolve(part) for part in region.split("+")]
    code = "+".join(codes)
    book = book_about(workspace, found, codes, as_of=as_of)
    comparison = Comparison((compare or "level").replace("-", "_"))
    return book.find(found.id, code, read_period(period), comparison), book.by_id


def find_fact(workspace: Workspace, fact_id: str) -> tuple[Fact, Lookup]:
    """A fact by its id, computed on the vintage that the id names."""
    from esep.facts.territory import named_subdivision
    from esep.model.fact import FactId

    if fact_id.startswith("said:"):
        declared = declared_facts(workspace)
        fact = declared.by_id(fact_id)
        if fact is not None:
            return fact, declared.by_id
    elif fact_id.startswith("register:"):
        catalog = workspace.catalog
        fact = named_subdivision(fact_id, catalog.regions, pack=catalog.id, units=catalog.units)
        if fact is not None:
            return fact, lambda _: None
    elif (named := FactId.parse(fact_id)) is not None:
        indicator = workspace.catalog.find_indicator(named.indicator)
        book = fact_book(workspace, indicators=[indicator.id], as_of=named.vintage)
        fact = book.by_id(fact_id)
        if fact is not None:
            return fact, book.by_id
        same = book.get(named.indicator, named.region, named.period, named.comparison)
        if same is not None:
            raise NotFound(
                f"there is no fact {fact_id}", hint=f"of that vintage the store has {same.id}"
            )
    raise NotFound(
        f"there is no fact {fact_id}",
        hint="a fact id is written indicator:REGION:PERIOD:comparison@VINTAGE, said:ID or "
        "register:KIND:REGION:DATE; copy it from a ledger",
    )
