"""The facts a store supports, at a vintage: many at once, or one by its id."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING

from esep.app.workspace import Workspace
from esep.errors import BadRequest, NotFound

if TYPE_CHECKING:
    from esep.catalog import Catalog
    from esep.facts.book import FactBook
    from esep.facts.declared import DeclaredFacts
    from esep.facts.lineage import Lookup
    from esep.indicators.areas import Area, Borders
    from esep.indicators.spans import Span
    from esep.model.confidentiality import Rules
    from esep.model.fact import Fact, FactId
    from esep.model.indicator import Indicator
    from esep.model.period import Period


def fact_book(
    workspace: Workspace,
    *,
    indicators: Collection[str] | None = None,
    as_of: date | None = None,
    borders: Borders | None = None,
    span: Span | None = None,
) -> FactBook:
    """The facts of a vintage, for some indicators and whatever they are derived from.

    With `borders` all of them are about its areas, whatever the borders of their time were; with
    `span` flows are told in single months or quarters, or from January on.
    """
    from esep.app.statements import statement_rows
    from esep.facts.book import FactBook

    catalog = workspace.catalog
    sizes = borders.sizes if borders else {}
    if borders is not None and indicators is not None:
        weights = (each for each in catalog.indicators.values() if each.real_growth in indicators)
        indicators = {*indicators, *(each.id for each in weights)}
    return FactBook(
        statement_rows(workspace, indicators, as_of, borders, span),
        indicators=catalog.indicators,
        decimals=catalog.rounding,
        population=catalog.population,
        unions={union.territory: union.codes for union in catalog.regions.unions},
        regions_on=(lambda level, _: range(sizes[level])) if borders else catalog.regions.level,
        rules=rules_of(catalog),
        beneath=_beneath(workspace, indicators, as_of, borders, span),
    )


def rules_of(catalog: Catalog) -> dict[str, Rules]:
    """The rules of each indicator that names who is behind its values."""
    found = {}
    for each in catalog.indicators.values():
        rules = catalog.sources[each.source].confidentiality if each.source else None
        if each.respondents and rules is not None:
            found[each.id] = rules
    return found


def _beneath(
    workspace: Workspace,
    indicators: Collection[str] | None,
    as_of: date | None,
    borders: Borders | None,
    span: Span | None,
) -> FactBook | None:
    """What values of another span were made of; beneath that, those on borders of their time."""
    if span is not None:
        return fact_book(workspace, indicators=indicators, as_of=as_of, borders=borders)
    return fact_book(workspace, indicators=indicators, as_of=as_of) if borders else None


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
    span: Span | None = None,
    by: str = "",
) -> FactBook:
    """The facts of an indicator; NotFound where there are no statistics of it by then.

    `by` is an indicator that it is compared with.
    """
    from esep.indicators.spans import refuse_unless_lawful

    if span is not None:
        refuse_unless_lawful(indicator)
    # Growth of amounts is told beside the real growth.
    wanted = [each for each in (indicator.id, indicator.real_growth, by) if each]
    book = fact_book(workspace, indicators=wanted, as_of=as_of, borders=borders, span=span)
    if indicator.id not in book.indicators_with_values:
        if span is not None:
            book_about(workspace, indicator, regions, as_of=as_of, borders=borders)
            raise NotFound(
                f"{indicator.id} cannot be told by {span}",
                detail="the spans that are known do not lead to such ones without a gap",
                hint=f"what is known: esep show {indicator.id} --region {(*regions, 'R')[0]}",
            )
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


def find_named_facts(
    workspace: Workspace,
    indicator: str,
    region: str,
    period: str,
    *,
    compare: str | None,
    as_of: date | None,
    territory: str | None = None,
    span: str | None = None,
    real: str | None = None,
) -> tuple[tuple[Fact, ...], Lookup]:
    """A fact by what it says; NotFound tells what there is instead.

    `real` names the index to deflate with, empty for the one the pack names. The contributions
    to a composite are several facts, one of each branch.
    """
    from esep.model.fact import Comparison

    catalog = workspace.catalog
    found = catalog.find_indicator(indicator)
    codes = [catalog.regions.resolve(part) for part in region.split("+")]
    code = "+".join(codes)
    borders = read_borders(workspace, territory) if territory else None
    if borders is not None:
        code = borders.key(find_areas(workspace, borders, region)[0])
    by = "" if real is None else deflator_of(workspace, found, real).id
    if not (compare or territory or span or by):
        from esep.app.roll_ups import find_counted

        if (counted := find_counted(workspace, found.id, code, read_period(period))) is not None:
            return counted
    book = book_about(
        workspace, found, codes, as_of=as_of, borders=borders, span=read_span(span), by=by
    )
    wanted = compare or ("real" if by else "level")
    comparison = Comparison(wanted.replace("-", "_"))
    asked = [(found.id, by)]
    if comparison is Comparison.CONTRIBUTION and found.components:
        asked = [(branch, found.id) for branch in found.components]
    when = read_period(period)
    facts = (book.find(each, code, when, comparison, with_) for each, with_ in asked)
    return tuple(facts), book.by_id


def read_span(text: str | None) -> Span | None:
    from esep.indicators.spans import Span

    return None if text is None else Span(text)


def deflator_of(workspace: Workspace, of: Indicator, name: str) -> Indicator:
    """The index named, or else the volume index of the pack; BadRequest where it cannot serve."""
    from esep.indicators.real import refuse_unless_deflatable

    if not name and not of.real_growth:
        raise BadRequest(
            f"the pack names no volume index of {of.id}",
            hint="name the index to deflate with: --real INDEX",
        )
    by = workspace.catalog.find_indicator(name or of.real_growth)
    refuse_unless_deflatable(of, by)
    return by


def books_of(workspace: Workspace, named: FactId, *, as_of: date | None) -> Iterator[FactBook]:
    """The books that may hold the fact of an id: as published, else in the span of its period."""
    from esep.indicators.areas import MARK
    from esep.indicators.spans import Span, flows
    from esep.model.period import PeriodKind

    indicator = workspace.catalog.find_indicator(named.indicator)
    territory = named.region.partition(MARK)[2]
    borders = read_borders(workspace, territory) if territory else None
    ids = [indicator.id, *([named.by] if named.by in workspace.catalog.indicators else [])]
    yield fact_book(workspace, indicators=ids, as_of=as_of, borders=borders)
    if flows([indicator]):
        kinds = {PeriodKind.MONTH: Span.MONTH, PeriodKind.QUARTER: Span.QUARTER}
        span = kinds.get(read_period(named.period).kind, Span.CUMULATIVE)
        yield fact_book(workspace, indicators=ids, as_of=as_of, borders=borders, span=span)


def find_fact(workspace: Workspace, fact_id: str) -> tuple[Fact, Lookup]:
    """A fact by its id, computed on the vintage that the id names."""
    from esep.facts.territory import named_subdivision
    from esep.model.fact import CARDS, MADE_UP, Comparison, FactId

    if fact_id.startswith("said:"):
        declared = declared_facts(workspace)
        fact = declared.by_id(fact_id)
        if fact is not None:
            return fact, declared.by_id
    elif fact_id.startswith((f"{CARDS}:", f"{MADE_UP}:")):
        from esep.app.execution import find_followed
        from esep.app.roll_ups import find_total

        total = find_total(workspace, fact_id) or find_followed(workspace, fact_id)
        if total is not None:
            return total
    elif fact_id.startswith(("standing:", "instruction:")):
        from esep.app.execution import find_followed

        if (followed := find_followed(workspace, fact_id)) is not None:
            return followed
    elif fact_id.startswith("since:"):
        if (difference := _difference(workspace, fact_id)) is not None:
            return difference
    elif fact_id.startswith("card:"):
        from esep.app.roll_ups import card_lookup

        if (card := card_lookup(workspace)(fact_id)) is not None:
            return card, lambda _: None
    elif fact_id.startswith("register:"):
        catalog = workspace.catalog
        fact = named_subdivision(fact_id, catalog.regions, pack=catalog.id, units=catalog.units)
        if fact is not None:
            return fact, lambda _: None
    elif (named := FactId.parse(fact_id)) is not None:
        known: FactBook | None = None
        for book in books_of(workspace, named, as_of=named.vintage):
            fact = book.by_id(fact_id)
            if fact is not None:
                return fact, book.by_id
            same = book.get(named.indicator, named.region, named.period, named.comparison, named.by)
            if same is not None:
                raise NotFound(
                    f"there is no fact {fact_id}", hint=f"of that vintage the store has {same.id}"
                )
            if (reason := book.hidden_reason(named.indicator, named.region, named.period)) != "":
                raise NotFound(f"{fact_id} is suppressed", detail=reason)
            level = book.get(named.indicator, named.region, named.period, Comparison.LEVEL)
            known = known or (book if level is not None else None)
        if known is not None:
            # The value is there and cannot be compared so: say why, as the tables do.
            known.find(named.indicator, named.region, named.period, named.comparison, named.by)
    raise NotFound(
        f"there is no fact {fact_id}",
        hint="a fact id is written indicator:REGION:PERIOD:comparison@VINTAGE, said:ID, "
        "cards:INDICATOR:REGION:PERIOD@DAY or register:KIND:REGION:DATE; copy it from a ledger",
    )


def _difference(workspace: Workspace, fact_id: str) -> tuple[Fact, Lookup] | None:
    """What lies between a figure of an earlier meeting and the same one later."""
    from esep.facts.since import difference_of, named_ends

    ends = named_ends(fact_id)
    if ends is None:
        return None
    (then, below_then), (now, below_now) = (find_fact(workspace, each) for each in ends)
    indicator = workspace.catalog.indicators[now.indicator]
    found = difference_of(then, now, indicator) if then.period and now.period else None
    known = {then.id: then, now.id: now}
    if found is None:
        return None
    return found, lambda id: known.get(id) or below_then(id) or below_now(id)
