"""The acts on an instruction: report, extend, decide, remove and the rest, each under its rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from esep.cli.console import print_json, say
from esep.cli.options import DAY, dry_run_option, home_option
from esep.cli.register_changes import on_option, today_or, who_option, why_option

if TYPE_CHECKING:
    from esep.model.register import Entry
    from esep.tracking.instructions import Actor, Acts

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
Doing = Callable[["Acts", "Actor", date, dict[str, Any]], "Entry"]

level_option: Decorator = click.option(
    "--level", default="", metavar="ID", help="The level you act for (registers/control.yaml)."
)
until_option: Decorator = click.option("--until", type=DAY, metavar="DATE", help="The new day.")


def act_commands() -> list[click.Command]:
    """Every act as a command of `esep instruction`."""
    return [
        _act(
            "report",
            "Report on the execution. A report never closes a card.",
            lambda acts, by, on, given: acts.report(
                by, on, given["text"], value=given["value"] or ""
            ),
            click.option("--text", required=True, help="What was done."),
            click.option("--value", metavar="N", help="The measured value reached."),
        ),
        _act(
            "extend",
            "Ask for more time, before the deadline and with a reason.",
            lambda acts, by, on, given: acts.ask_extension(by, on, given["until"], given["why"]),
            click.option("--until", type=DAY, required=True, metavar="DATE", help="Until when."),
        ),
        _act(
            "decide",
            "Grant or refuse an extension: only a level that may lift the card.",
            lambda acts, by, on, given: acts.decide_extension(
                by, on, granted=given["granted"], until=given["until"], why=given["why"]
            ),
            level_option,
            click.option("--grant/--refuse", "granted", required=True, help="The decision."),
            until_option,
        ),
        _act(
            "remove",
            "Take a card off control as executed: only a level that may.",
            lambda acts, by, on, given: acts.remove(by, on, given["why"]),
            level_option,
        ),
        _act(
            "send-back",
            "Send a report back: the card stays in execution.",
            lambda acts, by, on, given: acts.send_back(by, on, given["why"]),
            level_option,
        ),
        _act(
            "reopen",
            "Open a closed card again.",
            lambda acts, by, on, given: acts.reopen(by, on, given["why"]),
            level_option,
        ),
        _act(
            "cancel",
            "Cancel an instruction that is no longer needed.",
            lambda acts, by, on, given: acts.cancel(by, on, given["why"]),
            level_option,
        ),
        _act(
            "merge",
            "Follow this card under another one from now on.",
            lambda acts, by, on, given: acts.merge(by, on, given["into"], given["why"]),
            level_option,
            click.option("--into", required=True, metavar="ID", help="The card that stays."),
        ),
        _act(
            "permanent",
            "Put a card under permanent control, with a rhythm of reports.",
            lambda acts, by, on, given: acts.put_under_permanent_control(
                by, on, given["rhythm"] or "", given["why"]
            ),
            level_option,
            click.option(
                "--rhythm",
                type=click.Choice(["weekly", "monthly", "quarterly", "half_yearly", "yearly"]),
                help="How often it is reported on.",
            ),
        ),
    ]


def _act(name: str, about: str, doing: Doing, *options: Decorator) -> click.Command:
    def command(
        id: str,
        on: date | None,
        why: str,
        who: str,
        dry_run: bool,
        home: Path,
        **given: Any,
    ) -> None:
        from esep.app.instructions import act_on
        from esep.app.workspace import open_workspace
        from esep.settings import read_settings
        from esep.tracking.instructions import Actor

        day = today_or(on)
        by = Actor(who or read_settings().user, given.get("level") or "")
        entry, after = act_on(
            open_workspace(home),
            id,
            lambda acts: doing(acts, by, day, {**given, "why": why}),
            on=day,
            who=by.name,
            dry_run=dry_run,
        )
        if dry_run:
            print_json({"card": id, "would": str(entry.kind), "values": dict(entry.values)})
            return
        if after is None:
            say(f"{id}: {entry.kind.replace('_', ' ')} (not registered yet on {day})")
            return
        marks = ", ".join(mark.replace("_", " ") for mark in after.marks)
        say(f"{id}: {after.state.replace('_', ' ')}" + (f" ({marks})" if marks else ""))

    function: Callable[..., Any] = command
    for decorate in (home_option, dry_run_option, who_option, why_option, on_option):
        function = decorate(function)
    for option in reversed(options):
        function = option(function)
    return click.command(name, help=about)(click.argument("id")(function))
