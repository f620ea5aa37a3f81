"""How is the store kept safe elsewhere?"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import counted, print_json, progress, say
from esep.cli.options import dry_run_option, home_option, json_option
from esep.settings import now

if TYPE_CHECKING:
    from esep.store.archive import Manifest


@click.command()
@click.argument("to", metavar="FILE|DIR", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace a file of that name.")
@dry_run_option
@json_option
@home_option
def backup(to: Path, force: bool, dry_run: bool, as_json: bool, home: Path) -> int:
    """Write the whole store to one file: statistics, what was said, and the files as received.

    Into a folder the file is named after the pack and the moment. Others may load meanwhile: the
    backup holds what was committed when it began. A damaged store is backed up as far as it can
    be read; the exit code is then 1. `esep restore` brings it back.
    """
    from esep.store.archive import archive, check_target, default_name, plan
    from esep.store.store import Store

    store = Store.open(home)
    moment = now()
    target = to / default_name(store, moment) if to.is_dir() else to
    check_target(store, target, replace=force)
    manifest = plan(store, now=moment)
    if not dry_run:
        with progress("Backing up", len(manifest.files)) as advance:
            manifest = archive(store, target, now=moment, replace=force, step=lambda *_: advance())
    if as_json:
        print_json(told(manifest) | {"file": str(target), "dry_run": dry_run})
    else:
        done = "Would back up" if dry_run else "Backed up"
        say(f"{done} {counts(manifest)} to {target}.")
    for each in manifest.lacking:
        say(f"  lacking: {each.path} ({each.reason}); see esep doctor")
    if manifest.pack_path:
        say(f"The pack is not in it: keep {manifest.pack_path} as well.")
    return 1 if manifest.lacking else 0


def counts(manifest: Manifest) -> str:
    return (
        f"{counted(manifest.releases, 'release')}, {counted(manifest.rows, 'row')}, "
        f"{manifest.bytes / 2**20:,.1f} MB in {counted(len(manifest.files), 'file')}"
    )


def told(manifest: Manifest) -> dict[str, object]:
    """A manifest as JSON prints it: without the list of its files."""
    said = {
        field.name: getattr(manifest, field.name)
        for field in dataclasses.fields(manifest)
        if field.name not in ("files", "lacking")
    }
    lacking = [dataclasses.asdict(each) for each in manifest.lacking]
    return said | {"files": len(manifest.files), "bytes": manifest.bytes, "lacking": lacking}
