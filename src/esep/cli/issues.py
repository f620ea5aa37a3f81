"""What did the sources do that we did not expect?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, print_rows, say
from esep.cli.options import as_of_option, format_option, home_option

if TYPE_CHECKING:
    from esep.cli.console import Row
    from esep.model.issue import Issue
    from esep.store.store import Store

COLUMNS = (
    Column("release", "Release"),
    Column("severity", "Severity"),
    Column("place", "Where"),
    Column("code", "What"),
    Column("found", "Found", wrap=True),
    Column("expected", "Expected", wrap=True),
    Column("hint", "Remedy", wrap=True),
)
DETAILS = (
    Column("file", "File"),
    Column("sheet", "Sheet"),
    Column("row", "Row"),
    Column("column", "Column"),
    Column("row_text", "The whole row"),
)


@click.command()
@click.argument("release", required=False)
@as_of_option
@format_option()
@home_option
def issues(release: str | None, as_of: date | None, format: str, home: Path) -> None:
    """List what the sources did that we did not expect, with file, row and column.

    RELEASE is the id of a release, or its beginning; without it, all of them. A row set aside
    is not lost: CSV and JSON print it whole.
    """
    from esep.app.workspace import open_workspace

    rows = list(_rows(open_workspace(home).store, release, as_of))
    print_rows(rows, COLUMNS if format == "table" else COLUMNS + DETAILS, form=format)
    if not rows:
        say("No issues.")


def _rows(store: Store, wanted: str | None, as_of: date | None) -> Iterator[Row]:
    releases = store.releases(as_of)
    if wanted is not None:
        release = store.find_release(wanted)
        releases = tuple(each for each in releases if each.id == release.id)
    found = store.issues_by_release()
    for release in releases:
        for issue in found.get(release.id, ()):
            yield {"release": release.id, **issue_row(issue)}


def issue_row(issue: Issue) -> dict[str, object]:
    """An issue as CSV and JSON print it, wherever it is printed."""
    return {
        "severity": issue.severity.value,
        "place": str(issue.place),
        "code": issue.code,
        "found": issue.found,
        "expected": issue.expected,
        "hint": issue.hint,
        "file": issue.place.file,
        "sheet": issue.place.sheet,
        "row": issue.place.row,
        "column": issue.place.column,
        "row_text": issue.row_text,
    }
