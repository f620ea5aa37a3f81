"""The options that several commands share, with one meaning and one help each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from esep.settings import read_settings

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Day(click.ParamType[date]):
    """A calendar day, written 2024-06-14."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"'{value}' is not a date: write it as 2024-06-14", param, ctx)


DAY = Day()

home_option: Decorator = click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    default=lambda: read_settings().home,
    help="The folder of the store [default: $ESEP_HOME or ./esep-data].",
)

as_of_option: Decorator = click.option(
    "--as-of",
    type=DAY,
    metavar="DATE",
    help="Only what was published by then [default: everything known].",
)

territory_option: Decorator = click.option(
    "--territory",
    metavar="today|union|DATE",
    help="Bring all periods onto the borders of today, of a year or day, or of the smallest areas "
    "that no change has crossed [default: the borders of each period].",
)

span_option: Decorator = click.option(
    "--span",
    type=click.Choice(["month", "quarter", "cumulative"]),
    help="Tell a flow by single months or quarters, or from January on, where that is lawful.",
)

real_option: Decorator = click.option(
    "--real",
    is_flag=False,
    flag_value="",
    metavar="[INDEX]",
    help="Nominal beside real growth, by an index of prices or volume [the volume index that the "
    "pack names].",
)

dry_run_option: Decorator = click.option(
    "--dry-run", is_flag=True, help="Say what would happen; change nothing."
)


json_option: Decorator = click.option(
    "--json", "as_json", is_flag=True, help="Print the result as JSON."
)


def format_option(*formats: str) -> Decorator:
    """`--format` with the formats of a command, and `--json` for short."""
    choices = formats or ("table", "csv", "json")

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        function = click.option(
            "--json", "format", flag_value="json", help="The same as --format json."
        )(function)
        return click.option(
            "--format",
            type=click.Choice(choices),
            default=choices[0],
            help="How to print the result.",
            show_default=True,
        )(function)

    return decorate
