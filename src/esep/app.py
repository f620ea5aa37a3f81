"""How do the parts fit together for one store? Wiring only: no rule lives here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from esep.store.store import Store

if TYPE_CHECKING:
    import pyarrow as pa

    from esep.briefings.compose import Composer
    from esep.catalog import Catalog
    from esep.engine.duck import Engine
    from esep.facts.book import FactBook
    from esep.facts.declared import DeclaredFacts


@dataclass(frozen=True)
class Workspace:
    """A store with the pack it was made from and an engine to ask it; each opened when used.

    Listing releases needs neither the pack nor a query engine, and both take their time.
    """

    store: Store

    @cached_property
    def catalog(self) -> Catalog:
        return open_catalog(self.store)

    @cached_property
    def engine(self) -> Engine:
        from esep.engine.duck import Engine

        return Engine.connect()


def open_workspace(home: Path) -> Workspace:
    """Open the store at `home`; NotFound says how to make one."""
    return Workspace(Store.open(home))


def open_catalog(store: Store) -> Catalog:
    """Read the pack a store was made from; unchanged, it comes from the store's cache."""
    from esep.catalog import load_catalog

    pack = store.pack
    return load_catalog(Path(pack.path) if pack.path else pack.id, store.home / "cache")


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
