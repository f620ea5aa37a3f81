"""A store with its pack and an engine, and how releases come into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from esep.errors import BadRequest
from esep.settings import now, read_settings
from esep.store.store import PackReference, Store

if TYPE_CHECKING:
    from esep.catalog import Catalog
    from esep.engine.duck import Engine
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
    wait = read_settings().lock_timeout_seconds
    return Workspace(Store.create(home, reference, now=now(), lock_timeout_seconds=wait)), True


def load_pack(workspace: Workspace, progress: Progress | None = None) -> tuple[LoadResult, ...]:
    """Load the releases of the pack that the store does not have yet."""
    from esep.sources.load import load_pack_releases

    return load_pack_releases(
        workspace.catalog,
        workspace.store,
        now=now(),
        progress=progress,
        lock_timeout_seconds=read_settings().lock_timeout_seconds,
    )


def load_files(
    workspace: Workspace,
    paths: Sequence[Path],
    *,
    source: str,
    published: date | None,
    dry_run: bool,
    description: str = "",
) -> Iterator[tuple[Path, LoadResult | FileRefused]]:
    """Load each file as a release of its own; a file that is refused does not stop the others."""
    from esep.sources.load import load_file
    from esep.sources.refusal import FileRefused

    settings = read_settings()
    for path in paths:
        try:
            yield (
                path,
                load_file(
                    path,
                    catalog=workspace.catalog,
                    store=workspace.store,
                    now=now(),
                    today=settings.today,
                    lock_timeout_seconds=settings.lock_timeout_seconds,
                    source=source,
                    published=published,
                    description=description,
                    dry_run=dry_run,
                ),
            )
        except FileRefused as refusal:
            yield path, refusal


def _reference(pack: str) -> PackReference:
    """A pack that comes with esep is known by its id, another one by its folder."""
    from esep.catalog import find_pack

    folder = find_pack(pack)
    return PackReference.to(folder.name, str(folder))
