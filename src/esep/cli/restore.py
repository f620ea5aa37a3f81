"""How does a store come back from a backup?"""

from __future__ import annotations

from pathlib import Path

import click

from esep.cli.backup import counts, told
from esep.cli.console import print_json, progress, say
from esep.cli.options import dry_run_option, home_option, json_option
from esep.settings import now


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--force", is_flag=True, help="Replace the store that is there; it is kept under another name."
)
@dry_run_option
@json_option
@home_option
def restore(file: Path, force: bool, dry_run: bool, as_json: bool, home: Path) -> int:
    """Make a store from a file of `esep backup`, after checking every byte of it.

    The store appears when all of it is there, or not at all. With --dry-run the file is checked
    and nothing is written. Exit code 1 says that the backup was made of a damaged store.
    """
    from esep.store.restore import check_home, read_manifest, verify
    from esep.store.restore import restore as bring_back

    check_home(home.absolute(), replace=force)
    files = len(read_manifest(file).files)
    aside = None
    if dry_run:
        with progress("Checking", files) as advance:
            manifest = verify(file, step=lambda *_: advance())
    else:
        with progress("Restoring", files) as advance:
            restored = bring_back(file, home, now=now(), replace=force, step=lambda *_: advance())
        manifest, aside = restored.manifest, restored.kept_aside
    if as_json:
        print_json(
            told(manifest)
            | {
                "home": str(home.absolute()),
                "kept_aside": str(aside) if aside else None,
                "dry_run": dry_run,
            }
        )
    else:
        done = "Would restore" if dry_run else "Restored"
        say(f"{done} {counts(manifest)} at {home.absolute()}, as of {manifest.made_at[:16]}.")
    for each in manifest.lacking:
        say(f"  lacking since the backup: {each.path} ({each.reason})")
    if aside:
        say(f"The store that was there is now {aside}; remove it when it is not needed.")
    if manifest.pack_path and not Path(manifest.pack_path).is_dir():
        say(f"The pack of the store is not here: put it at {manifest.pack_path}.")
    return 1 if manifest.lacking else 0
