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
    from esep.indicators.areas import Area, Borders
    from esep.model.fact import Fact
    from esep.model.indicator import Indicator
    from esep.model.period import Period


def fact_book(
    workspace: Workspace,
    *,
    indicators: Collection[str] | None = None,
    as_of: date | None = None,
    borders: Borders | None = None,
) -> FactBook:
    """The facts of a vintage, for some indicators and whatever they are derived from.

    With `borders` all of them are about its areas, whatever the borders of their time were.
    """
    from esep.app.statements import statement_rows
    from esep.facts.book import FactBook

    catalog = workspace.catalog
    sizes = borders.sizes if borders else {}
    if borders is not None and indicators is not None:
        weights = (each for each in catalog.indicators.values() if each.real_growth in indicators)
        indicators = {*indicators, *(each.id for each in weights)}
    return FactBook(
        statement_rows(workspace, indicators, as_of, borders),
        indicators=catalog.indicators,
        decimals=catalog.rounding,
        population=catalog.population,
        unions={union.territory: union.codes for union in catalog.regions.unions},
        regions_on=(lambda level, _: range(sizes[level])) if borders else catalog.regions.level,
        beneath=fact_book(workspace, indicators=indicators, as_of=as_of) if borders else None,
    )


def read_borders(workspace: Workspace, text: str) -> Borders:
    """`today`, `union`, a year or a day as the territories to bring figures onto."""
    from esep.indicators.areas import TODAY, UNION, borders_of

    name = text.strip().lower()
    day: date | None
    if name == UNION:
        day = None
    elif name == TODAY:
        day = date.max
    else:
        try:
            day = date(int(name), 12, 31) if len(name) == 4 else date.fromisoformat(name)
        except ValueError:
            raise BadRequest(
                f"'{text}' names no borders",
                hint="write today, union, a year (its last day counts: 2021) or a day: 2021-06-30",
            ) from None
    return borders_of(workspace.catalog.regions.by_id.values(), name, day)


def find_areas(workspace: Workspace, borders: Borders, text: str) -> tuple[Area, ...]:
    """The areas that a region, or regions joined by `+`, belong to on these borders."""
    codes = [workspace.catalog.regions.resolve(part) for part in text.split("+")]
    found = {area.label: area for code in codes for area in borders.around(code)}
    if not found:
        raise NotFound(
            f"there is no {text} on the borders of {borders.name}",
            hint="ask for the borders of a day when it existed, or for --territory union",
        )
    return tuple(found.values())


def book_about(
    workspace: Workspace,
    indicator: Indicator,
    regions: Collection[str],
    *,
    as_of: date | None,
    borders: Borders | None = None,
) -> FactBook:
    """The facts of an indicator; NotFound where there are no statistics of it by then."""
    # Growth of amounts is told beside the real growth.
    wanted = [each for each in (indicator.id, indicator.real_growth) if each]
    book = fact_book(workspace, indicators=wanted, as_of=as_of, borders=borders)
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
    territory: str | None = None,
) -> tuple[Fact, Lookup]:
    """A fact by what it says; NotFound tells what there is instead."""
    from esep.model.fact import Comparison

    catalog = workspace.catalog
    found = catalog.find_indicator(indicator)
    codes = [catalog.regions.resolve(part) for part in region.split("+")]
    code = "+".join(codes)
    borders = read_borders(workspace, territory) if territory else None
    if borders is not None:
        code = borders.key(find_areas(workspace, borders, region)[0])
    book = book_about(workspace, found, codes, as_of=as_of, borders=borders)
    comparison = Comparison((compare or "level").replace("-", "_"))
    return book.find(found.id, code, read_period(period), comparison), book.by_id


def find_fact(workspace: Workspace, fact_id: str) -> tuple[Fact, Lookup]:
    """A fact by its id, computed on the vintage that the id names."""
    from esep.facts.territory import named_subdivision
    from esep.indicators.areas import MARK
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
        territory = named.region.partition(MARK)[2]
        borders = read_borders(workspace, territory) if territory else None
        book = fact_book(workspace, indicators=[indicator.id], as_of=named.vintage, borders=borders)
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
