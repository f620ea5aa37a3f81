"""What was loaded, when was it published, and when did we learn it?"""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import click

from esep.cli.console import Column, print_rows, say
from esep.cli.options import as_of_option, format_option, home_option

COLUMNS = (
    Column("id", "Release"),
    Column("source", "Source"),
    Column("kind", "Kind"),
    Column("published_at", "Published"),
    Column("loaded_at", "Loaded (UTC)"),
    Column("rows", "Rows", right=True),
    Column("issues", "Issues", right=True),
    Column("title", "Title", wrap=True),
)
DETAILS = (
    Column("published_note", "Note on publication"),
    Column("address", "Address"),
    Column("file", "File"),
    Column("snapshot", "Snapshot"),
)


@click.command()
@as_of_option
@format_option()
@home_option
def releases(as_of: date | None, format: str, home: Path) -> None:
    """List what was loaded, in the order of publication.

    A release is never edited: a correction is another one, published later. CSV and JSON also
    give the address, the file and the SHA-256 of its bytes.
    """
    from esep.app.workspace import open_workspace

    rows = [dataclasses.asdict(each) for each in open_workspace(home).store.releases(as_of)]
    print_rows(rows, COLUMNS if format == "table" else COLUMNS + DETAILS, form=format)
    if not rows:
        when = f" by {as_of}" if as_of else ""
        say(f"Nothing was published{when}. Load the pack with: esep init")
