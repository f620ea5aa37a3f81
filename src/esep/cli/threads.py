"""Which instructions return from meeting to meeting?"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, counted, print_rows, say
from esep.cli.options import format_option, home_option
from esep.cli.register_changes import on_option

if TYPE_CHECKING:
    from esep.tracking.instructions.threads import Return

COLUMNS = (
    Column("card", "Card"),
    Column("given", "Given"),
    Column("text", "Instruction", wrap=True),
    Column("earlier", "Earlier"),
    Column("earlier_given", "Given"),
    Column("earlier_text", "Its words", wrap=True),
    Column("because", "Because of", wrap=True),
    Column("thread", "Thread"),
    Column("state", "State"),
)


@click.command()
@click.argument("region", required=False)
@on_option
@format_option()
@home_option
def threads(region: str | None, on: date | None, format: str, home: Path) -> None:
    """Propose which instructions repeat an earlier one of the REGION; nothing is joined.

    They share a topic or a programme, or their words are alike. Agree by writing the thread on
    both cards: `esep instruction set ID --thread THREAD`; different threads keep two apart.
    """
    from esep.app.threads import threads as find
    from esep.app.workspace import open_workspace

    workspace = open_workspace(home)
    code = workspace.catalog.regions.resolve(region) if region else ""
    found = find(workspace, on=on, region=code)
    print_rows([_row(each) for each in found], COLUMNS, form=format)
    proposed = sum(not each.confirmed for each in found)
    say(f"{counted(len(found) - proposed, 'return')} confirmed, {proposed} proposed")


def _row(each: Return) -> dict[str, object]:
    from esep.tracking.instructions import fields as f

    because = [f"topic {topic}" for topic in each.topics]
    because += [f"programme {each.programme}"] if each.programme else []
    because += [f"words {each.likeness} of 100"] if each.likeness else []
    return {
        "card": each.card.id,
        "given": each.card.text(f.REGISTERED_ON),
        "text": each.card.text(f.TEXT),
        "earlier": each.earlier.id,
        "earlier_given": each.earlier.text(f.REGISTERED_ON),
        "earlier_text": each.earlier.text(f.TEXT),
        "because": "; ".join(because),
        "thread": each.thread,
        "state": "confirmed" if each.confirmed else "proposed",
    }
