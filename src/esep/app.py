"""How do the parts fit together for one store? Wiring only: no rule lives here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from esep.store.store import Store

if TYPE_CHECKING:
    from esep.catalog import Catalog
    from esep.engine.duck import Engine


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
