"""How does a store begin?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import counted, print_json, progress, say, write
from esep.cli.options import home_option, json_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from esep.app.workspace import Workspace
    from esep.sources.load import LoadResult


@click.command()
@click.option(
    "--pack",
    metavar="ID|DIR",
    help="A country pack that comes with esep, or a folder [default: kazakhstan].",
)
@json_option
@home_option
def init(pack: str | None, as_json: bool, home: Path) -> None:
    """Make a store and load the pack's releases and registers.

    Run again, it loads only what is new in the pack; what is there is never changed.
    """
    from esep.app.instructions import seed_meetings
    from esep.app.workspace import load_pack, make_workspace

    workspace, is_new = make_workspace(home, pack)
    with progress("Loading releases", len(workspace.catalog.releases)) as advance:
        results = load_pack(workspace, lambda done, of, release: advance())
    cards = seed_meetings(workspace)
    if as_json:
        print_json(_answer(workspace, is_new, results, cards))
        return
    fresh = [result for result in results if not result.unchanged]
    made = "Made a store" if is_new else "There is a store"
    write(f"{made} at {workspace.store.home} from the pack {workspace.catalog.id}.")
    if fresh or not results:
        rows = sum(result.rows for result in fresh)
        write(f"Loaded {counted(len(fresh), 'release')}, {counted(rows, 'row')}.")
    else:
        write(f"Nothing new: all {len(results)} releases of the pack are in it.")
    if cards:
        write(f"Entered {counted(cards, 'card')} of meetings and instructions: esep status")
    if aside := sum(result.set_aside for result in fresh):
        write(f"Set aside: {counted(aside, 'row')}; see esep issues.")
    if is_new:
        _what_next(workspace, results)


def _answer(
    workspace: Workspace, is_new: bool, results: Sequence[LoadResult], cards: int
) -> object:
    return {
        "home": str(workspace.store.home),
        "pack": workspace.catalog.id,
        "made": is_new,
        "cards": cards,
        "releases": [
            {
                "id": result.release.id,
                "rows": result.rows,
                "set_aside": result.set_aside,
                "unchanged": result.unchanged,
            }
            for result in results
        ],
    }


def _what_next(workspace: Workspace, results: Sequence[LoadResult]) -> None:
    """Offer commands that will have an answer: about the source with the most figures."""
    catalog = workspace.catalog
    source = max(results, key=lambda result: result.rows).release.source if results else ""
    say("Try next:")
    for indicator in [each for each in catalog.indicators.values() if each.source == source][:1]:
        say(f"  esep search '{indicator.names.text(catalog.languages[-1])}'")
        say(f"  esep show {indicator.id}")
    for meeting in catalog.meetings[:1]:
        say(f"  esep brief {meeting.region} --period {meeting.period} --meeting {meeting.id}")
