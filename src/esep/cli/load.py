"""How do new figures come into the store?"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, counted, print_json, print_rows, progress, say
from esep.cli.diff import COLUMNS as CHANGE_COLUMNS
from esep.cli.diff import change_rows
from esep.cli.issues import issue_row
from esep.cli.options import DAY, dry_run_option, format_option, home_option
from esep.errors import BadRequest, EsepError, NotFound

if TYPE_CHECKING:
    from esep.app.difference import Difference
    from esep.app.workspace import Workspace
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
SUFFIXES = (".csv", ".xlsx", ".xls", ".parquet")
"""Of the files that are taken from a folder; others are named one by one."""
MOST_CHANGES_TOLD = 20


@click.command()
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--source", default="", metavar="ID", help="Whose figures these are.")
@click.option("--published", type=DAY, metavar="DATE", help="The day the source published them.")
@click.option(
    "--description",
    default="",
    metavar="ID|FILE",
    help="How the files are laid out [default: FILE.source.yaml, or what the pack knows].",
)
@dry_run_option
@format_option()
@home_option
def load(
    paths: tuple[Path, ...],
    source: str,
    published: date | None,
    description: str,
    dry_run: bool,
    format: str,
    home: Path,
) -> int:
    """Load files: tidy ones as they are, any others by a description of their layout.

    PATH is a file or a folder of them (CSV, SDMX, workbook, Parquet); each becomes one release.
    Rows that cannot be read are set aside and the others loaded; the exit code is then 1. A file
    that cannot be trusted as a whole is refused, and nothing of it is loaded. The same file again
    changes nothing, but brings what was set aside and is understood by now; the exit code is 1
    as long as anything is. With --dry-run it is told what would change: new, revised, vanished
    and set aside.
    """
    from esep.app.workspace import load_files, open_workspace

    workspace = open_workspace(home)
    files = list(_files(paths))
    outcomes = []
    differences: list[Difference | None] = []
    stopped: EsepError | None = None
    with progress("Loading files", len(files)) as advance:
        try:
            for path, became in load_files(
                workspace,
                files,
                source=source,
                published=published,
                description=description,
                dry_run=dry_run,
            ):
                difference = None if isinstance(became, BadRequest) else _would(workspace, became)
                differences.append(difference)
                outcomes.append((path, became))
                advance()
        except EsepError as error:
            # What was loaded before is loaded, so it is told before the failure is.
            if not outcomes:
                raise
            stopped = error
    rows = [
        _row(path, became, difference)
        for (path, became), difference in zip(outcomes, differences, strict=True)
    ]
    if format == "json":
        print_json(rows)
    else:
        print_rows(rows, COLUMNS, form=format)
    for (path, became), difference in zip(outcomes, differences, strict=True):
        _tell(path, became)
        if difference is not None and format == "table":
            _tell_difference(path, difference)
    if stopped is not None:
        raise stopped
    return max(_exit_code(became) for _, became in outcomes)


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(each for each in path.iterdir() if each.suffix.lower() in SUFFIXES)
        if not inside:
            raise NotFound(f"there is no file to load in {path}", hint="name the files themselves")
        yield from inside


def _would(workspace: Workspace, result: LoadResult) -> Difference | None:
    """What a dry run would have changed."""
    from esep.app.difference import difference_of_load

    if result.batch is None:
        return None
    return difference_of_load(workspace, result.batch, limit=MOST_CHANGES_TOLD)


def _row(
    path: Path, outcome: LoadResult | FileRefused, difference: Difference | None
) -> dict[str, object]:
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
    row = {"file": path.name, **told, "issues": issues}
    if difference is not None:
        row |= {
            "counts": dict(difference.counts),
            "changes": [dataclasses.asdict(change) for change in difference.changes],
        }
    return row


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
        if not outcome.set_aside:
            return
        say(f"{counted(outcome.set_aside, 'row')} of it {_are(outcome.set_aside)} set aside still:")
    elif outcome.issues:
        say(f"\n{path.name}: {counted(len(outcome.issues), 'issue')}")
    for issue in outcome.issues[:MOST_ISSUES_TOLD]:
        say(f"  {issue.place}: found {issue.found}; expected {issue.expected}")
        if issue.hint:
            say(f"    -> {issue.hint}")
    if (more := len(outcome.issues) - MOST_ISSUES_TOLD) > 0:
        loaded_now = not isinstance(outcome, BadRequest) and not outcome.dry_run
        say(f"  ... and {more} more" + (": esep issues" if loaded_now else ""))


def _tell_difference(path: Path, difference: Difference) -> None:
    told = ", ".join(f"{count:,} {state}" for state, count in difference.counts.items() if count)
    say(f"\n{path.name} would bring: {told}")
    if rows := change_rows(
        [change for change in difference.changes if change.state in ("revised", "vanished")]
    ):
        print_rows(rows, CHANGE_COLUMNS, form="table")


def _exit_code(outcome: LoadResult | FileRefused) -> int:
    if isinstance(outcome, BadRequest):
        return outcome.exit_code
    return 1 if outcome.set_aside else 0


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
