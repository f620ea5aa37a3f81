"""What does one release say otherwise than another?"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, counted, print_json, print_rows, say
from esep.cli.issues import issue_row
from esep.cli.options import format_option, home_option

if TYPE_CHECKING:
    from esep.app.difference import Change, Difference
    from esep.cli.console import Row
    from esep.model.issue import Issue

SHOWN = 20
COLUMNS = (
    Column("state", "State"),
    Column("indicator", "Indicator"),
    Column("region", "Region"),
    Column("period", "Period"),
    Column("what", "What"),
    Column("told_before", "Before", right=True),
    Column("told_after", "After", right=True),
    Column("told_change", "Change", right=True),
)
DETAILS = (
    "state",
    "indicator",
    "region",
    "region_version",
    "period",
    "comparison",
    "base",
    "breakdown",
    "before",
    "before_unit",
    "after",
    "after_unit",
    "change",
    "change_unit",
    "before_stage",
    "after_stage",
    "before_release",
    "after_release",
)


@click.command()
@click.argument("older", metavar="RELEASE")
@click.argument("newer", metavar="RELEASE")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    help="At most so many of each state [default: 20 in a table, else all].",
)
@format_option()
@home_option
def diff(older: str, newer: str, limit: int | None, format: str, home: Path) -> None:
    """Compare two releases, the earlier one first: revised, vanished, new, set aside.

    A RELEASE is an id or its beginning. Revised figures stand first, the largest revision on
    top, in per cent, or in points where the figure is a percentage. Restaged is the same value
    at another stage. What a file would change is told by `esep load --dry-run`.
    """
    from esep.app.difference import difference_of_releases
    from esep.app.workspace import open_workspace
    from esep.model.issue import Severity

    workspace = open_workspace(home)
    before, after = (workspace.store.find_release(text) for text in (older, newer))
    if limit is None and format == "table":
        limit = SHOWN
    found = difference_of_releases(workspace, before, after, limit=limit)
    aside = [each for each in workspace.store.issues(after) if each.severity is Severity.SET_ASIDE]
    match format:
        case "json":
            ids = {"older": before.id, "newer": after.id}
            print_json(ids | difference_json(found, aside))
        case "csv":
            columns = [Column(name, name) for name in DETAILS]
            print_rows(map(dataclasses.asdict, found.changes), columns, form="csv")
        case _:
            print_rows(change_rows(found.changes), COLUMNS, form="table")
    say(summary(found, len(aside), limit))


def difference_json(found: Difference, aside: Sequence[Issue]) -> dict[str, object]:
    return {
        "counts": dict(found.counts),
        "changes": [dataclasses.asdict(change) for change in found.changes],
        "set_aside": [issue_row(issue) for issue in aside],
    }


def change_rows(changes: Sequence[Change]) -> list[Row]:
    """Changes as a table shows them."""
    return [
        {
            "state": each.state,
            "indicator": each.indicator,
            "region": each.region,
            "period": each.period,
            "what": " ".join(part for part in (each.comparison, each.breakdown) if part),
            "told_before": _told(each.before, each.before_unit, each.before_stage, each),
            "told_after": _told(each.after, each.after_unit, each.after_stage, each),
            "told_change": _told_change(each),
        }
        for each in changes
    ]


def summary(found: Difference, aside: int, limit: int | None = None) -> str:
    told = ", ".join(f"{count:,} {state}" for state, count in found.counts.items() if count)
    text = f"{told or 'no figures'}; {counted(aside, 'row')} set aside."
    cut = any(count > (limit or count) for state, count in found.counts.items() if state != "same")
    return f"{text} At most {limit} of each are shown." if cut else text


def _told(value: str, unit: str, stage: str, change: Change) -> str:
    if not value:
        return ""
    return f"{value} {unit}" + (f" ({stage})" if change.state == "restaged" else "")


def _told_change(change: Change) -> str:
    if change.change is None:
        return ""
    unit = "%" if change.change_unit == "percent" else "points"
    return f"{change.change:+,.2f} {unit}"
