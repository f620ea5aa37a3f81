"""Where do two texts of one event tell different figures?"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from esep.cli.check import CheckOrder, check_options, deliver, json_bytes, read_source
from esep.cli.console import print_json, write
from esep.cli.options import as_of_option, format_option, home_option
from esep.settings import colour_wanted

EXIT_FOUND = 1
_FILE = click.Path(path_type=Path, allow_dash=True)


@click.command()
@click.argument("left", metavar="FILE", type=_FILE)
@click.argument("right", metavar="FILE", type=_FILE)
@check_options
@format_option("text", "json", "html")
@click.option("--out", type=click.Path(path_type=Path), metavar="PATH", help="Write it there.")
@as_of_option
@home_option
def compare(
    left: Path,
    right: Path,
    day: date | None,
    region: str,
    language: str | None,
    format: str,
    out: Path | None,
    as_of: date | None,
    home: Path,
) -> int:
    """Pair the figures of two texts of one event, and show where the texts disagree.

    The texts may be in different languages and of different kinds; one of them may be `-`,
    standard input. Exit code 1 if two figures of one thing differ.
    """
    from esep.app.workspace import open_workspace
    from esep.checking.compare import compare as pair_figures
    from esep.checking.report.compared import (
        Comparison,
        comparison_answer,
        comparison_html,
        comparison_text,
    )

    workspace = open_workspace(home)
    code = workspace.catalog.regions.resolve(region) if region else ""
    one, other = (read_source(path)[0] for path in (left, right))
    first = CheckOrder(day=day, region=code, language=language or "", as_of=as_of)
    ours = first.run(workspace, one)
    # Of one event and told in one language: what the second does not say, the first does.
    second = CheckOrder(
        day=day or other.day or date.fromisoformat(ours.checked.day),
        region=code,
        language=ours.language,
        as_of=as_of,
    )
    theirs = second.run(workspace, other)
    found = Comparison(ours, theirs, pair_figures(ours.checked, theirs.checked, workspace.catalog))
    match format:
        case "json" if out is None:
            print_json(comparison_answer(found))
        case "json":
            deliver(json_bytes(comparison_answer(found)), out)
        case "html":
            deliver(comparison_html(found), out)
        case _ if out is None:
            colour = sys.stdout.isatty() and colour_wanted()
            write(comparison_text(found, colour=colour).rstrip("\n"))
        case _:
            deliver(comparison_text(found, colour=False).encode(), out)
    return EXIT_FOUND if found.compared.disagreements else 0
