"""How do the parts fit together for one store? Wiring only: no rule lives here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from esep.errors import BadRequest
from esep.settings import now, read_settings
from esep.store.store import PackReference, Store

if TYPE_CHECKING:
    import pyarrow as pa

    from esep.briefings.compose import Composer
    from esep.catalog import Catalog
    from esep.engine.duck import Engine
    from esep.facts.book import FactBook
    from esep.facts.declared import DeclaredFacts
    from esep.facts.lineage import Lookup
    from esep.model.fact import Fact
    from esep.model.period import Period
    from esep.sources.load import LoadResult, Progress
    from esep.sources.refusal import FileRefused

DEFAULT_PACK = "kazakhstan"


@dataclass(frozen=True)
class Workspace:
    """A store with the pack it was made from and an engine to ask it; each opened when used.

    Listing releases needs neither the pack nor a query engine, and both take their time.
    """

    store: Store

    @cached_property
    def catalog(self) -> Catalog:
        """The pack the store was made from; unchanged, it comes from the store's cache."""
        from esep.catalog import load_catalog

        pack = self.store.pack
        return load_catalog(Path(pack.path) if pack.path else pack.id, self.store.home / "cache")

    @cached_property
    def engine(self) -> Engine:
        from esep.engine.duck import Engine

        return Engine.connect()


def open_workspace(home: Path) -> Workspace:
    """Open the store at `home`; NotFound says how to make one."""
    return Workspace(Store.open(home))


def make_workspace(home: Path, pack: str | None) -> tuple[Workspace, bool]:
    """Open the store at `home`, or make one from a pack; also tell whether it is new.

    A store keeps the pack it was made from: its figures mean what that pack says.
    """
    from esep.catalog import load_catalog

    if Store.exists(home):
        store = Store.open(home)
        if pack is not None and _reference(pack) != store.pack:
            raise BadRequest(
                f"the store at {home} was made from another pack: {store.pack.id}",
                detail=store.pack.path,
                hint="name another folder with --home, or leave --pack out",
            )
        return Workspace(store), False
    reference = _reference(pack or DEFAULT_PACK)
    # A pack with a mistake is refused before anything is made.
    load_catalog(Path(reference.path) if reference.path else reference.id)
    return Workspace(Store.create(home, reference, now=now())), True


def load_pack(workspace: Workspace, progress: Progress | None = None) -> tuple[LoadResult, ...]:
    """Load the releases of the pack that the store does not have yet."""
    from esep.sources.load import load_pack_releases

    return load_pack_releases(workspace.catalog, workspace.store, now=now(), progress=progress)


def load_files(
    workspace: Workspace,
    paths: Sequence[Path],
    *,
    source: str,
    published: date | None,
    dry_run: bool,
) -> Iterator[tuple[Path, LoadResult | FileRefused]]:
    """Load each file as a release of its own; a file that is refused does not stop the others."""
    from esep.sources.load import load_file
    from esep.sources.refusal import FileRefused

    today = read_settings().today
    for path in paths:
        try:
            yield (
                path,
                load_file(
                    path,
                    catalog=workspace.catalog,
                    store=workspace.store,
                    now=now(),
                    today=today,
                    source=source,
                    published=published,
                    dry_run=dry_run,
                ),
            )
        except FileRefused as refusal:
            yield path, refusal


def _reference(pack: str) -> PackReference:
    """A pack that comes with esep is known by its id, another one by its folder."""
    from esep.catalog import find_pack

    folder = find_pack(pack)
    if folder.parent == Path(__file__).parent / "packs":
        return PackReference(folder.name)
    return PackReference(folder.name, str(folder))


# -- facts -----------------------------------------------------------------------------------


def fact_book(
    workspace: Workspace,
    *,
    indicators: Collection[str] | None = None,
    as_of: date | None = None,
) -> FactBook:
    """The facts of a vintage, for some indicators and whatever they are derived from."""
    import narwhals as nw

    from esep.facts.book import FactBook
    from esep.indicators.statements import Definitions, statements

    catalog, engine = workspace.catalog, workspace.engine
    wanted = None if indicators is None else needed(catalog, indicators)
    definitions = tuple(
        each for each in catalog.indicators.values() if wanted is None or each.id in wanted
    )
    observations = workspace.store.scan(engine, as_of=as_of)
    if wanted is not None:
        observations = observations.filter(nw.col("indicator").is_in(sorted(wanted)))
    rows = statements(
        observations,
        engine.frame(versions_table(catalog)),
        engine.frame(unions_table(catalog)),
        Definitions(definitions, catalog.population),
        settle=engine.settle,
    )
    return FactBook(
        engine.collect(rows.drop("loaded_at")),
        indicators=catalog.indicators,
        decimals=catalog.rounding,
        population=catalog.population,
        unions={union.territory: union.codes for union in catalog.regions.unions},
        regions_on=catalog.regions.level,
    )


def needed(catalog: Catalog, indicators: Collection[str]) -> frozenset[str]:
    """The indicators with everything their values are derived from."""
    found: set[str] = set()
    waiting = [*indicators, catalog.population]
    while waiting:
        each = catalog.indicators[waiting.pop()]
        if each.id not in found:
            found.add(each.id)
            waiting += [*each.components, *each.sum_of, *(each.ratio_of or ())]
    return frozenset(found)


def versions_table(catalog: Catalog) -> pa.Table:
    """Region versions as the derivations read them."""
    import pyarrow as pa

    schema = pa.schema(
        [
            ("region_version", pa.string()),
            ("valid_from", pa.date32()),
            ("parent", pa.string()),
        ]
    )
    rows = [
        {"region_version": each.id, "valid_from": each.valid_from, "parent": each.parent}
        for each in catalog.regions.by_id.values()
    ]
    return pa.Table.from_pylist(rows, schema)


def unions_table(catalog: Catalog) -> pa.Table:
    """Safe unions, one row a part: today's territory and the older one it belongs to."""
    import pyarrow as pa

    schema = pa.schema([("part", pa.string()), ("whole", pa.string()), ("parts", pa.int64())])
    regions = catalog.regions
    rows = [
        {
            "part": regions.latest(code).territory,
            "whole": union.territory,
            "parts": len(union.codes),
        }
        for union in regions.unions
        for code in union.codes
    ]
    return pa.Table.from_pylist(rows, schema)


def declared_facts(workspace: Workspace, *, as_of: date | None = None) -> DeclaredFacts:
    """What was said, as far as it was published by then."""
    from esep.facts.declared import DeclaredFacts

    return DeclaredFacts(workspace.store.reported(as_of), workspace.catalog.indicators)


def composer(workspace: Workspace, *, outline: str = "", as_of: date | None = None) -> Composer:
    """What composes briefings of any region from one collection of facts."""
    from esep.briefings.compose import Composer
    from esep.briefings.outline import read_outline

    return Composer(
        workspace.catalog,
        read_outline(workspace.catalog.outline(outline)),
        fact_book(workspace, as_of=as_of),
        declared_facts(workspace, as_of=as_of),
        workspace.store.releases(as_of),
    )


def read_period(text: str) -> Period:
    from esep.model.period import Period, PeriodSyntaxError

    try:
        return Period.parse(text)
    except PeriodSyntaxError as error:
        raise BadRequest(str(error)) from error


# -- one fact ----------------------------------------------------------------------------------


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
    code = catalog.regions.resolve(region)
    book = fact_book(workspace, indicators=[found.id], as_of=as_of)
    comparison = Comparison((compare or "level").replace("-", "_"))
    return book.find(found.id, code, read_period(period), comparison), book.by_id


def find_fact(workspace: Workspace, fact_id: str) -> tuple[Fact, Lookup]:
    """A fact by its id, computed on the vintage that the id names."""
    from esep.errors import NotFound
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


# -- briefings ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BriefOrder:
    """What documents are wanted, whatever the region."""

    period: str
    on: date | None
    meeting: str
    languages: tuple[str, ...]
    formats: tuple[str, ...]
    outline: str
    out: Path
    as_of: date | None

    def day(self, workspace: Workspace) -> date:
        """The day the briefing is for: as ordered, else the meeting's, else today."""
        if self.on is not None:
            return self.on
        return workspace.catalog.meeting(self.meeting).on if self.meeting else read_settings().today


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing as written."""

    region: str
    files: tuple[Path, ...]
    key_figures: tuple[tuple[str, str], ...]
    fact_ids: tuple[str, ...]

    def record(self) -> dict[str, object]:
        figures = [
            {"fact_id": fact_id, "label": label, "figure": figure}
            for fact_id, (label, figure) in zip(self.fact_ids, self.key_figures, strict=True)
        ]
        return {
            "region": self.region,
            "files": [str(path) for path in self.files],
            "key_figures": figures,
        }


def brief_region(workspace: Workspace, code: str, order: BriefOrder) -> Brief:
    """Write the briefing of one region."""
    return _write_brief(workspace, _composer_for(workspace, order), code, order)


def brief_regions(
    workspace: Workspace, codes: Sequence[str], order: BriefOrder, *, jobs: int = 0
) -> Iterator[Brief]:
    """Write the briefings of many regions, in as many processes as there are cores."""
    import os
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    workers = min(jobs or len(os.sched_getaffinity(0)), len(codes))
    if workers <= 1:
        composing = _composer_for(workspace, order)
        for code in codes:
            yield _write_brief(workspace, composing, code, order)
        return
    # Forked children would share the engine's threads and locks; each starts anew.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        parts = [codes[start::workers] for start in range(workers)]
        homes = [workspace.store.home] * workers
        for written in pool.map(_brief_part, homes, parts, [order] * workers):
            yield from written


def _brief_part(home: Path, codes: Sequence[str], order: BriefOrder) -> list[Brief]:
    return list(brief_regions(open_workspace(home), codes, order, jobs=1))


def _composer_for(workspace: Workspace, order: BriefOrder) -> Composer:
    return composer(workspace, outline=order.outline, as_of=order.as_of)


def _write_brief(workspace: Workspace, composing: Composer, code: str, order: BriefOrder) -> Brief:
    from esep.briefings.render.draw import ChartDrawer
    from esep.briefings.request import Request
    from esep.briefings.write import write_briefing

    catalog = workspace.catalog
    on = order.day(workspace)
    meeting = catalog.meeting(order.meeting) if order.meeting else None
    if meeting is not None and meeting.region != code:
        raise BadRequest(
            f"the meeting {meeting.id} was about {meeting.region}, not {code}",
            hint="leave --meeting out, or brief the region of the meeting",
        )
    period = read_period(order.period)
    request = Request(
        region=catalog.regions.at(code, on),
        whole=catalog.regions.at(catalog.root, on),
        period=period,
        on=on,
        as_of=order.as_of,
        meeting=meeting,
    )
    briefing = composing.compose(request, order.languages)
    name = f"{code}-{period.code.replace('/', '_')}-on-{on.isoformat()}"
    files = tuple(
        write_briefing(
            briefing, order.out, order.formats, created=on, drawer=ChartDrawer(), name=name
        )
    )
    voice = composing.voice(order.languages[0])
    labels = tuple(
        (voice.label(fact, catalog.regions.latest(fact.region).names), voice.figure(fact))
        for fact in briefing.key_figures
    )
    return Brief(code, files, labels, tuple(fact.id for fact in briefing.key_figures))
