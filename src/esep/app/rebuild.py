"""How is a store made anew whose tables are damaged, out of what is left of it?"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from esep.app.workspace import Workspace
from esep.errors import EsepError
from esep.model.release import Release
from esep.settings import read_settings
from esep.sources.again import read_again
from esep.store.archive import other_files
from esep.store.batch import release_table
from esep.store.failure import disk_failures
from esep.store.restore import put_in_place
from esep.store.salvage import Salvage
from esep.store.store import Store
from esep.store.tables import TableName


@dataclass(slots=True)
class Rebuilt:
    """What became of the releases of a damaged store."""

    releases: int = 0
    rows: int = 0
    read_again: list[str] = field(default_factory=list)
    """Releases some of whose rows were gone, and that were read again from the file received."""
    different: list[str] = field(default_factory=list)
    """Of these: what now has other rows than then, since the pack or a description has changed."""
    lost: list[str] = field(default_factory=list)
    """Releases of which neither the rows nor the file are left, and why."""
    kept_aside: Path | None = None


def rebuild(workspace: Workspace, *, now: datetime, dry_run: bool = False) -> Rebuilt:
    """Make the store anew beside itself, then put it in its place; the damaged one is kept.

    Rows that can be read stay as they were loaded. Only what is gone is read again.
    """
    old = workspace.store
    wait = read_settings().lock_timeout_seconds
    with disk_failures(old.home, doing="rebuilding the store"):
        folder = Path(tempfile.mkdtemp(dir=old.home.parent, prefix=f".{old.home.name}.rebuilding-"))
        try:
            folder.chmod(0o755)
            fresh = Store.create(folder, old.pack, now=old.created_at)
            rebuilt = _refill(workspace, fresh)
            if not dry_run:
                _take_along(old, fresh)
                rebuilt.kept_aside = put_in_place(folder, old.home, now, wait)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return rebuilt


def _refill(workspace: Workspace, fresh: Store) -> Rebuilt:
    old, rebuilt = workspace.store, Rebuilt()
    salvage = Salvage(old)
    for release in salvage.releases():
        rows = salvage.rows(release)
        try:
            content = old.snapshots.read(release.snapshot)
        except EsepError as error:
            if rows is None:
                rebuilt.lost.append(f"{release.id}: {error.title}")
                continue
            rebuilt.different.append(f"{release.id}: {error.title}")
        else:
            fresh.snapshots.keep(content)
        if rows is not None:
            for name, table in rows.items():
                fresh.tables[name].append(table)
            fresh.tables[TableName.RELEASES].append(release_table([release]))
        elif (told := _read_again(content, release, workspace, fresh)) is not None:
            rebuilt.lost.append(told)
            continue
        else:
            rebuilt.read_again.append(release.id)
    known = {each.id: each for each in fresh.releases()}
    for release in salvage.releases():
        if (now := known.get(release.id)) is not None and now.rows != release.rows:
            rebuilt.different.append(f"{release.id}: {now.rows} rows, {release.rows} before")
    rebuilt.releases, rebuilt.rows = len(known), sum(each.rows for each in known.values())
    return rebuilt


def _read_again(content: bytes, release: Release, workspace: Workspace, fresh: Store) -> str | None:
    """Add a release as it is read today; or say why that cannot be."""
    try:
        batch = read_again(content, release, workspace.catalog)
        if more := fresh.places_of(source=release.source, snapshot=release.snapshot):
            batch = batch.without(more)
        fresh.append(batch, more=True)
    except EsepError as error:
        return f"{release.id}: {error.title}"
    return None


def _take_along(old: Store, fresh: Store) -> None:
    """Whatever else lies in the folder of the store, as a backup does."""
    for path in other_files(old):
        target = fresh.home / path.relative_to(old.home)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
