"""The commands that change a register: add, set, import; every change says who and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from esep.cli.console import Column, counted, print_json, print_rows, say
from esep.cli.issues import issue_row
from esep.cli.options import DAY, dry_run_option, format_option, home_option
from esep.errors import BadRequest
from esep.model.register import FieldKind

if TYPE_CHECKING:
    from esep.model.register import Field, Register
    from esep.tracking.importing import Import

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

MOST_ISSUES_TOLD = 20

on_option: Decorator = click.option(
    "--on", type=DAY, metavar="DATE", help="As of this day [default: today]."
)
why_option: Decorator = click.option("--why", default="", metavar="TEXT", help="The reason.")
who_option: Decorator = click.option(
    "--who", default="", metavar="NAME", help="Who does it [default: $ESEP_USER or your login]."
)


def today_or(day: date | None) -> date:
    from esep.settings import read_settings

    return day or read_settings().today


def add_command(register: Register, language: str) -> click.Command:
    def command(
        id: str,
        on: date | None,
        why: str,
        who: str,
        synthetic: bool,
        dry_run: bool,
        home: Path,
        **given: str | None,
    ) -> None:
        """Add a card. ID is the one it has outside, or one of your own that will stay."""
        _write(
            register, id, given, new=True, on=on, why=why, who=who, version=None,
            synthetic=synthetic, dry_run=dry_run, home=home,
        )  # fmt: skip

    synthetic_option = click.option(
        "--synthetic", is_flag=True, help="Mark the card as made up, wherever it is printed."
    )
    return _writer("add", command, register, language, synthetic_option)


def set_command(register: Register, language: str) -> click.Command:
    def command(
        id: str,
        on: date | None,
        why: str,
        who: str,
        version: int | None,
        dry_run: bool,
        home: Path,
        **given: str | None,
    ) -> None:
        """Set fields of a card; an empty text empties a field.

        With --version the change is refused if somebody else changed the card since.
        """
        if not any(text is not None for text in given.values()):
            raise BadRequest("no field is given", hint=f"see: esep {register.command} set --help")
        _write(
            register, id, given, new=False, on=on, why=why, who=who, version=version,
            synthetic=False, dry_run=dry_run, home=home,
        )  # fmt: skip

    version_option = click.option(
        "--version", type=int, metavar="N", help="The version you looked at."
    )
    return _writer("set", command, register, language, version_option)


def _writer(
    name: str, function: Callable[..., Any], register: Register, language: str, own: Decorator
) -> click.Command:
    """A command with an option for every field of the register."""
    for decorate in (home_option, dry_run_option, who_option, why_option, on_option, own):
        function = decorate(function)
    for field in reversed([*register.fields.values()]):
        function = click.option(
            "--" + field.id.replace("_", "-"),
            field.id,
            metavar=_metavar(field, register),
            help=_field_help(field, language),
        )(function)
    return click.command(name)(click.argument("id")(function))


def _write(
    register: Register,
    id: str,
    given: Mapping[str, str | None],
    *,
    new: bool,
    on: date | None,
    why: str,
    who: str,
    version: int | None,
    synthetic: bool,
    dry_run: bool,
    home: Path,
) -> None:
    from esep.app.registers import change_card
    from esep.app.workspace import open_workspace

    card, notes, entry = change_card(
        open_workspace(home),
        register,
        id,
        {name: text for name, text in given.items() if text is not None},
        new=new,
        on=today_or(on),
        why=why,
        who=who,
        version=version,
        synthetic=synthetic,
        dry_run=dry_run,
    )
    for note in notes:
        say(f"{note.found} may be a duplicate: expected {note.expected}")
    if entry is None:
        say(f"{id} is so already; nothing was written")
    elif dry_run:
        print_json({"card": id, "would_set": dict(entry.values)})
    else:
        assert card is not None
        say(f"{id} is at version {card.version}")


def import_command(register: Register) -> click.Command:
    @click.command("import")
    @click.argument("file", type=click.Path(path_type=Path))
    @click.option(
        "--complete", is_flag=True, help="The file is the whole register: what it lacks vanished."
    )
    @click.option(
        "--description",
        default="",
        metavar="ID|FILE",
        help="How another publisher's file is laid out [default: FILE.register.yaml, or by name].",
    )
    @on_option
    @why_option
    @who_option
    @dry_run_option
    @format_option("table", "csv", "json")
    @home_option
    def command(
        file: Path,
        complete: bool,
        description: str,
        on: date | None,
        why: str,
        who: str,
        dry_run: bool,
        format: str,
        home: Path,
    ) -> int:
        """Take cards from a CSV or XLSX file: new ids are added, known ones changed.

        The first row names the fields, in any language of the pack. A row that cannot be used is
        told with its cell and left out, the others are written in one go. The same file again
        changes nothing. A register of another publisher is read by a description of its layout;
        import its editions in the order of their days.
        """
        from esep.app.registers import import_cards
        from esep.app.workspace import open_workspace

        done = import_cards(
            open_workspace(home),
            register,
            file,
            on=today_or(on),
            complete=complete,
            description=description,
            why=why,
            who=who,
            dry_run=dry_run,
        )
        tell_import(done, format=format, dry_run=dry_run)
        return 1 if done.set_aside else 0

    return command


def tell_import(done: Import, *, format: str, dry_run: bool) -> None:
    """Print what an import did: counts, and every row that needs a second look."""
    from esep.tracking.importing import Fate

    counts = {str(fate): done.count(fate) for fate in Fate if fate is not Fate.SET_ASIDE}
    counts["set_aside"] = done.set_aside
    issues = [issue_row(issue) for issue in done.issues]
    if format == "json":
        print_json({"rows": done.rows, **counts, "dry_run": dry_run, "issues": issues})
        return
    columns = (
        Column("severity", "Severity"),
        Column("place", "Where"),
        Column("found", "Found", wrap=True),
        Column("expected", "Expected", wrap=True),
        Column("hint", "Remedy", wrap=True),
    )
    shown = issues if format == "csv" else issues[:MOST_ISSUES_TOLD]
    print_rows(shown, columns, form=format)
    if len(issues) > len(shown):
        say(f"... and {len(issues) - len(shown):,} more: --format csv lists all")
    told = ", ".join(f"{count:,} {fate.replace('_', ' ')}" for fate, count in counts.items())
    say(f"{counted(done.rows, 'row')}: {told}" + ("; nothing was written" if dry_run else ""))


def _metavar(field: Field, register: Register) -> str:
    if field.kind is FieldKind.STAGE:
        return "STAGE"
    words = {
        FieldKind.DAY: "DATE", FieldKind.REGION: "R", FieldKind.CARD: "ID", FieldKind.CHOICE: "ID",
        FieldKind.NUMBER: "N", FieldKind.MONEY: "N", FieldKind.FLAG: "true|false",
        FieldKind.ADDRESS: "URL", FieldKind.PERIOD: "P", FieldKind.YEAR: "YEAR",
    }  # fmt: skip
    word = words.get(field.kind, "TEXT")
    return f"{word}[;{word}]" if field.many else word


def _field_help(field: Field, language: str) -> str:
    parts = [field.names[language]]
    if field.unit:
        parts.append(f"in {field.unit}")
    if field.choices:
        parts.append("one of " + ", ".join(field.choices))
    if field.register:
        parts.append(f"of {field.register}")
    if field.needs:
        parts.append("together with " + " and ".join(field.needs))
    return ", ".join(parts) + (" (required)." if field.required else ".")
