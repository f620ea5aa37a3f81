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
