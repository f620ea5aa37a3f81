"""Where does each instruction stand on a day: on track, at risk, overdue, without a measure?"""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, counted, print_json, print_rows, say, write
from esep.cli.options import home_option
from esep.cli.register_changes import on_option, today_or
from esep.cli.register_rows import made_up

if TYPE_CHECKING:
    from esep.model.standing import Standing

COLUMNS = (
    Column("id", "Card"),
    Column("text", "Instruction", wrap=True),
    Column("state", "State"),
    Column("marks", "Marks", wrap=True),
    Column("deadline", "Deadline"),
    Column("overdue_days", "Overdue", right=True),
    Column("slippage_days", "Slipped", right=True),
    Column("colour", "Colour"),
    Column("judgement", "Judgement"),
)
MORE = (
    Column("region", "Region"),
    Column("registered_on", "Given"),
    Column("first_deadline", "First deadline"),
    Column("next_report", "Next report"),
    Column("missing_reports", "Reports missing", right=True),
    Column("due", "Due by the trajectory", right=True),
    Column("actual", "Measured", right=True),
    Column("executor", "Executor"),
    Column("meeting", "Meeting"),
    Column("thread", "Thread"),
)


@click.command()
@click.argument("region", required=False)
@on_option
@click.option("--open", "only_open", is_flag=True, help="Leave closed cards out.")
@click.option(
    "--format",
    type=click.Choice(["table", "csv", "json", "ics"]),
    default="table",
    show_default=True,
    help="How to print it; ics is a calendar of deadlines and reports to subscribe to.",
)
@click.option("--json", "format", flag_value="json", help="The same as --format json.")
@home_option
def status(region: str | None, on: date | None, only_open: bool, format: str, home: Path) -> int:
    """Tell where the instructions stand, for a REGION or for all.

    Everything is computed from the log of each card: overdue days from the calendar of working
    days, slippage from the first deadline, the colour from the trajectory for the day. Exit code
    1 if a card is overdue.
    """
    from esep.app.instructions import standings
    from esep.app.workspace import open_workspace
    from esep.model.standing import Mark

    workspace = open_workspace(home)
    code = workspace.catalog.regions.resolve(region) if region else ""
    day = today_or(on)
    found = standings(workspace, on=day, region=code, closed=not only_open)
    late = any(Mark.OVERDUE in each.marks for each in found)
    if format == "ics":
        from esep.tracking.instructions.feed import calendar_feed

        write(calendar_feed(found, workspace.catalog.control).rstrip("\r\n"))
        return 0
    rows = [_row(each) for each in found]
    if format == "json":
        print_json({"on": day.isoformat(), "region": code or None, "cards": rows})
    else:
        print_rows(rows, COLUMNS if format == "table" else COLUMNS + MORE, form=format)
    if format == "table":
        _tell(found, day)
    return 1 if late else 0


def _tell(found: tuple[Standing, ...], day: date) -> None:
    from esep.model.standing import State

    cards = [each for each in found if each.state is not State.EMPHASIS]
    marks = Counter(str(mark).replace("_", " ") for each in cards for mark in each.marks)
    told = ", ".join(f"{count} {mark}" for mark, count in marks.most_common())
    emphases = len(found) - len(cards)
    say(
        f"{day}: {counted(len(cards), 'instruction')}"
        + (f", {told}" if told else "")
        + (f"; {counted(emphases, 'emphasis')} beside" if emphases == 1 else "")
        + (f"; {emphases} emphases beside" if emphases > 1 else "")
        + made_up([each.card for each in found])
    )


def _row(each: Standing) -> dict[str, object]:
    from esep.tracking.instructions import fields as f

    card = each.card
    return {
        "id": card.id,
        "text": card.text(f.TEXT),
        "state": str(each.state),
        "marks": ", ".join(each.marks),
        "deadline": _day(each.deadline),
        "overdue_days": each.overdue_days or None,
        "slippage_days": each.slippage_days or None,
        "colour": str(each.colour) if each.colour else None,
        "judgement": each.judgement or None,
        "region": card.text(f.REGION),
        "registered_on": card.text(f.REGISTERED_ON),
        "first_deadline": _day(each.first_deadline),
        "next_report": _day(each.next_report),
        "missing_reports": each.missing_reports or None,
        "due": each.due,
        "actual": each.actual,
        "executor": "; ".join(card.texts(f.EXECUTOR)),
        "meeting": card.text(f.MEETING),
        "thread": card.text(f.THREAD),
        "synthetic": bool(card.values.get("synthetic")),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
