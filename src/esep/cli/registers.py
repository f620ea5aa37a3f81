"""Which registers does the pack keep, and which word of the command line leads to each?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from esep.cli.console import Column, print_rows
from esep.cli.options import format_option, home_option
from esep.errors import EsepError

COLUMNS = (
    Column("command", "Command"),
    Column("register", "Register"),
    Column("name", "What it holds"),
    Column("cards", "Cards", right=True),
    Column("made_up", "Made up", right=True),
)


@click.command()
@format_option()
@home_option
def registers(format: str, home: Path) -> None:
    """List the registers of the pack, the command of each and how many cards it has."""
    from contextlib import closing

    from esep.app.registers import open_registers
    from esep.app.workspace import open_workspace

    workspace = open_workspace(home)
    rows = []
    with closing(open_registers(workspace)) as opened:
        for register in workspace.catalog.registers.values():
            cards = [card for card in opened.cards(register.id) if not card.vanished]
            rows.append(
                {
                    "command": f"esep {register.command}",
                    "register": register.id,
                    "name": register.names[workspace.catalog.languages[0]],
                    "cards": len(cards),
                    "made_up": sum(bool(card.values.get("synthetic")) for card in cards),
                }
            )
    print_rows(rows, COLUMNS, form=format)


def find_group(word: str, words: Sequence[str]) -> click.Command | None:
    """The commands of the register that the store's pack calls so; None where there is none.

    Without a store the pack that comes first is asked, so that help is there before any data.
    """
    from esep.app.workspace import DEFAULT_PACK, open_workspace
    from esep.catalog import load_catalog
    from esep.cli.register import register_group
    from esep.store.store import Store

    home = _home(words)
    try:
        known = Store.exists(home)
        catalog = open_workspace(home).catalog if known else load_catalog(DEFAULT_PACK)
    except EsepError:
        return None  # the command itself will tell what is wrong with the store
    register = next((each for each in catalog.registers.values() if each.command == word), None)
    return None if register is None else register_group(register, catalog.languages[0])


def _home(words: Sequence[str]) -> Path:
    """The store named anywhere on the command line; the group is made before options are read."""
    from esep.settings import read_settings

    for place, each in enumerate(words):
        if each == "--home" and place + 1 < len(words):
            return Path(words[place + 1])
        if each.startswith("--home="):
            return Path(each.removeprefix("--home="))
    return read_settings().home
