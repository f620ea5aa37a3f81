"""How do new figures come into the store?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, counted, print_json, print_rows, progress, say
from esep.cli.issues import issue_row
from esep.cli.options import DAY, dry_run_option, format_option, home_option
from esep.errors import BadRequest, NotFound

if TYPE_CHECKING:
    from esep.sources.load import LoadResult
    from esep.sources.refusal import FileRefused

COLUMNS = (
    Column("file", "File"),
    Column("state", "State"),
    Column("release", "Release"),
    Column("rows", "Rows", right=True),
    Column("set_aside", "Set aside", right=True),
    Column("warnings", "Warnings", right=True),
)
MOST_ISSUES_TOLD = 10


@click.command()
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--source", default="", metavar="ID", help="Whose figures these are.")
@click.option("--published", type=DAY, metavar="DATE", help="The day the source published them.")
@dry_run_option
@format_option()
@home_option
def load(
    paths: tuple[Path, ...],
    source: str,
    published: date | None,
    dry_run: bool,
    format: str,
    home: Path,
) -> int:
    """Load files: observations or reported figures, told apart by their header.

    PATH is a CSV file or a folder of them; each file becomes one release. Rows that cannot be
    read are set aside and the others loaded; the exit code is then 1. A file that cannot be
    trusted as a whole is refused, and nothing of it is loaded. The same file again changes
    nothing.
    """
    from esep.app.workspace import load_files, open_workspace

    workspace = open_workspace(home)
    files = list(_files(paths))
    outcomes = []
    with progress("Loading files", len(files)) as advance:
        for outcome in load_files(
            workspace, files, source=source, published=published, dry_run=dry_run
        ):
            outcomes.append(outcome)
            advance()
    rows = [_row(path, became) for path, became in outcomes]
    if format == "json":
        print_json(rows)
    else:
        print_rows(rows, COLUMNS, form=format)
    for path, became in outcomes:
        _tell(path, became)
    return max(_exit_code(became) for _, became in outcomes)


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(path.glob("*.csv"))
        if not inside:
            raise NotFound(f"there is no CSV file in {path}", hint="name the files themselves")
        yield from inside


def _row(path: Path, outcome: LoadResult | FileRefused) -> dict[str, object]:
    issues = [issue_row(issue) for issue in outcome.issues]
    if isinstance(outcome, BadRequest):
        told = {"state": "refused", "release": "", "rows": 0, "set_aside": 0, "warnings": 0}
    else:
        told = {
            "state": _state(outcome),
            "release": outcome.release.id,
            "rows": outcome.rows,
            "set_aside": outcome.set_aside,
            "warnings": outcome.warnings,
        }
    return {"file": path.name, **told, "issues": issues}


def _state(result: LoadResult) -> str:
    if result.unchanged:
        return "unchanged"
    return "would load" if result.dry_run else "loaded"


def _tell(path: Path, outcome: LoadResult | FileRefused) -> None:
    if isinstance(outcome, BadRequest):
        say(f"\n{outcome.title}")
    elif outcome.unchanged:
        loaded = outcome.release.loaded_at
        say(
            f"\n{path.name} was loaded on {loaded:%Y-%m-%d} at {loaded:%H:%M} UTC; nothing changed."
        )
        return
    elif outcome.issues:
        say(f"\n{path.name}: {counted(len(outcome.issues), 'issue')}")
    for issue in outcome.issues[:MOST_ISSUES_TOLD]:
        say(f"  {issue.place}: found {issue.found}; expected {issue.expected}")
        if issue.hint:
            say(f"    -> {issue.hint}")
    if (more := len(outcome.issues) - MOST_ISSUES_TOLD) > 0:
        loaded_now = not isinstance(outcome, BadRequest) and not outcome.dry_run
        say(f"  ... and {more} more" + (": esep issues" if loaded_now else ""))


def _exit_code(outcome: LoadResult | FileRefused) -> int:
    if isinstance(outcome, BadRequest):
        return outcome.exit_code
    return 1 if outcome.set_aside and not outcome.unchanged else 0
