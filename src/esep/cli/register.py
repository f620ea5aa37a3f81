"""The commands of one register (`esep project ...`), made from what the pack says of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, counted, print_json, print_rows, say
from esep.cli.options import format_option, home_option
from esep.cli.register_changes import add_command, import_command, on_option, set_command
from esep.cli.register_report import report_command
from esep.cli.register_rows import (
    CHANGES,
    card_row,
    change_row,
    first_value,
    list_columns,
    made_up,
    shown_value,
)
from esep.errors import BadRequest

if TYPE_CHECKING:
    from esep.model.register import Register

INSTRUCTIONS, MEETINGS = "instructions", "meetings"
"""The registers that have commands beside those every register has."""


def register_group(register: Register, language: str) -> click.Group:
    """Every command of a register; `language` is that of its help."""
    group = click.Group(
        register.command,
        help=f"Keep the register '{register.names[language]}': cards, their history, their files.",
    )
    for command in (
        _list(register, language),
        _show(register),
        add_command(register, language),
        set_command(register, language),
        import_command(register),
        _export(register),
        _history(register),
        _duplicates(register),
        _flags(register),
    ):
        group.add_command(command)
    # Of an instruction a report is what its executor hands in.
    name = "editions" if register.id == INSTRUCTIONS else "report"
    group.add_command(report_command(register, name))
    if register.id == INSTRUCTIONS:
        from esep.cli.instruction_acts import act_commands
        from esep.cli.threads import threads

        for command in (*act_commands(), threads):
            group.add_command(command)
    if register.id == MEETINGS:
        from esep.cli.minutes import minutes

        group.add_command(minutes)
    return group


def _list(register: Register, language: str) -> click.Command:
    @click.command("list")
    @click.option("--stage", metavar="ID", help="Only cards in this stage.")
    @click.option("--region", metavar="R", help="Only cards of this region.")
    @click.option(
        "--where", "where", multiple=True, metavar="FIELD=VALUE", help="Only cards with it."
    )
    @click.option("--vanished", is_flag=True, help="Also cards a later edition did not hold.")
    @on_option
    @format_option()
    @home_option
    def command(
        stage: str | None,
        region: str | None,
        where: tuple[str, ...],
        vanished: bool,
        on: date | None,
        format: str,
        home: Path,
    ) -> None:
        """List the cards, by stage, region or any field, as they stand or stood on a day."""
        from esep.app.registers import cards_of, chosen_cards
        from esep.app.workspace import open_workspace

        workspace = open_workspace(home)
        wanted = _pairs(where)
        if stage:
            wanted[_stage_field(register)] = stage
        if region:
            wanted[_region_field(register)] = region
        cards = chosen_cards(workspace, register, cards_of(workspace, register, on=on), wanted)
        cards = tuple(card for card in cards if vanished or not card.vanished)
        columns = list_columns(register, language)
        if format != "table":
            columns = [Column(each, each) for each in ("id", *register.fields)]
            columns += [Column(each, each) for each in ("version", "since", "changed", "synthetic")]
        print_rows([card_row(card) for card in cards], columns, form=format)
        say(counted(len(cards), "card") + made_up(cards))

    return command


def _show(register: Register) -> click.Command:
    @click.command("show")
    @click.argument("id")
    @on_option
    @click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
    @home_option
    def command(id: str, on: date | None, as_json: bool, home: Path) -> None:
        """Show one card with what was first promised beside what holds now."""
        from contextlib import closing

        from esep.app.registers import find_card, open_registers
        from esep.app.workspace import open_workspace

        workspace = open_workspace(home)
        with closing(open_registers(workspace)) as registers:
            card = find_card(registers, register, id, on=on)
        if as_json:
            print_json({**card_row(card), "first": dict(card.first)})
            return
        rows = [
            {
                "field": name,
                "value": shown_value(register, name, card, workspace.catalog),
                "first": first_value(register, name, card),
            }
            for name in ("synthetic", *register.fields)
            if name in card.values
        ]
        print_rows(
            rows,
            [
                Column("field", "Field"),
                Column("value", "Value", wrap=True),
                Column("first", "First"),
            ],
            form="table",
        )
        say(f"version {card.version}, changed on {card.changed}" + made_up([card]))

    return command


def _history(register: Register) -> click.Command:
    @click.command("history")
    @click.argument("id")
    @format_option()
    @home_option
    def command(id: str, format: str, home: Path) -> None:
        """List every change of a card: when, who, from where, what and why."""
        from esep.app.registers import history
        from esep.app.workspace import open_workspace

        rows = [change_row(change) for change in history(open_workspace(home), register, id)]
        print_rows(rows, CHANGES, form=format)

    return command


def _export(register: Register) -> click.Command:
    @click.command("export")
    @click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The file.")
    @click.option("--format", "form", type=click.Choice(["csv", "xlsx"]), default="csv")
    @on_option
    @home_option
    def command(out: Path | None, form: str, on: date | None, home: Path) -> None:
        """Write the cards as a file that can be imported again."""
        from esep.app.register_files import export_cards
        from esep.app.workspace import open_workspace

        if out is None and form == "xlsx":
            raise BadRequest("a workbook needs a file", hint="name it with --out FILE.xlsx")
        workspace = open_workspace(home)
        count = export_cards(workspace, register, out=out, form=form, on=on, write=click.echo)
        say(counted(count, "card") + (f" in {out}" if out else ""))

    return command


def _duplicates(register: Register) -> click.Command:
    @click.command("duplicates")
    @format_option()
    @home_option
    def command(format: str, home: Path) -> int:
        """List pairs of cards that may be one thing under two spellings; nothing is merged."""
        from esep.app.registers import cards_of
        from esep.app.workspace import open_workspace
        from esep.tracking.duplicates import likely_pairs

        cards = {card.id: card for card in cards_of(open_workspace(home), register)}
        pairs = likely_pairs(register, cards.values())
        rows = [
            {
                "one": pair.one,
                "name": cards[pair.one].text(register.title),
                "other": pair.other,
                "other_name": cards[pair.other].text(register.title),
                "likeness": round(pair.likeness),
            }
            for pair in pairs
        ]
        columns = [
            Column("one", "Card"),
            Column("name", "Name", wrap=True),
            Column("other", "Other"),
            Column("other_name", "Its name", wrap=True),
            Column("likeness", "Likeness", right=True),
        ]
        print_rows(rows, columns, form=format)
        say(counted(len(pairs), "pair"))
        return 1 if pairs else 0

    return command


def _flags(register: Register) -> click.Command:
    @click.command("flags")
    @on_option
    @format_option()
    @home_option
    def command(on: date | None, format: str, home: Path) -> int:
        """List cards whose ratios are far from the register's own median."""
        from esep.app.registers import cards_of
        from esep.app.workspace import open_workspace
        from esep.tracking.plausibility import flags

        workspace = open_workspace(home)
        found = flags(register, cards_of(workspace, register, on=on))
        language = workspace.catalog.languages[0]
        rows = [
            {
                "card": flag.card,
                "what": flag.proportion.names[language],
                "ratio": f"{flag.ratio:,.0f}",
                "median": f"{flag.median:,.0f}",
                "times": f"{flag.times:,.0f}",
            }
            for flag in found
        ]
        columns = [
            Column("card", "Card"),
            Column("what", "Ratio"),
            Column("ratio", "Here", right=True),
            Column("median", "Median", right=True),
            Column("times", "Times apart", right=True),
        ]
        print_rows(rows, columns, form=format)
        say(counted(len(found), "flag"))
        return 1 if found else 0

    return command


def _pairs(where: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in where:
        name, mark, value = each.partition("=")
        if not mark:
            raise BadRequest(f"'{each}' is no condition", hint="write --where owner=private")
        found[name.strip()] = value.strip()
    return found


def _stage_field(register: Register) -> str:
    if not register.stage_field:
        raise BadRequest(f"{register.id} has no stages")
    return register.stage_field


def _region_field(register: Register) -> str:
    if not register.region:
        raise BadRequest(f"{register.id} has no regions")
    return register.region
