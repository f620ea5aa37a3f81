"""Which instructions does a text of a meeting hold: drafts for a person to confirm?"""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, counted, print_json, print_rows, say
from esep.cli.options import DAY, home_option
from esep.errors import BadRequest

if TYPE_CHECKING:
    from esep.app.minutes import Drafted

COLUMNS = (
    Column("id", "Draft"),
    Column("kind", "Kind"),
    Column("text", "Words", wrap=True),
    Column("due", "Deadline"),
    Column("theme", "Topic"),
    Column("missing", "Missing", wrap=True),
    Column("measures", "May be measured by", wrap=True),
)
WORKBOOK = ".xlsx"


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--date", "day", type=DAY, metavar="DATE", help="The day of the meeting [default: the text's]."
)
@click.option("--region", default="", metavar="R", help="The region, where the text names none.")
@click.option("--meeting", default="", metavar="ID", help="The card of the meeting.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the drafts as CSV or XLSX for `esep instruction import`.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@home_option
def minutes(
    file: Path, day: date | None, region: str, meeting: str, out: Path | None, as_json: bool,
    home: Path,
) -> None:  # fmt: skip
    """Draft instructions and emphases from the text of a meeting; nothing is registered.

    Reads English, Russian and Kazakh in plain text, HTML, DOCX and PDF. To confirm, delete or
    correct rows of the file and import it with `esep instruction import`. "Stressed the
    importance" is an emphasis; "on the President's orders" is no instruction.
    """
    from esep.app.minutes import draft_minutes
    from esep.app.register_files import write_rows
    from esep.app.workspace import open_workspace
    from esep.cli.check import read_source
    from esep.tracking.minutes.cards import COLUMNS as FIELDS

    if out is not None and out.suffix not in (".csv", WORKBOOK):
        raise BadRequest(f"{out} is neither CSV nor XLSX", hint="name a file.csv or a file.xlsx")
    workspace = open_workspace(home)
    code = workspace.catalog.regions.resolve(region) if region else ""
    read, _ = read_source(file)
    done = draft_minutes(workspace, read, day=day, region=code, meeting=meeting)
    if out is not None:
        write_rows(
            workspace.catalog.register("instructions"),
            [FIELDS, *([row.values[name] for name in FIELDS] for row in done.rows)],
            out=out,
            form="xlsx" if out.suffix == WORKBOOK else "csv",
            write=say,
        )
    if as_json:
        print_json(_answer(done))
        return
    print_rows([_row(row) for row in _answer_rows(done)], COLUMNS, form="table")
    for each in done.passed_over:
        say(f"no instruction ({str(each.why).replace('_', ' ')}): {' '.join(each.exact.split())}")
    _tell(done, out)


def _tell(done: Drafted, out: Path | None) -> None:
    kinds = Counter(row.values["kind"] for row in done.rows)
    emphases = f"{kinds['emphasis']} {'emphasis' if kinds['emphasis'] == 1 else 'emphases'}"
    of = f" of {done.region}" if done.region else ""
    say(f"{done.day}{of}: {counted(kinds['instruction'], 'instruction')}, {emphases} drafted")
    if not done.meeting:
        say("no card of this meeting: enter it with `esep meeting add` and give --meeting ID")
    if out is not None:
        say(f"to confirm: correct {out}, then `esep instruction import {out}`")


def _answer(done: Drafted) -> dict[str, object]:
    return {
        "on": done.day.isoformat(),
        "region": done.region or None,
        "meeting": done.meeting or None,
        "drafts": _answer_rows(done),
        "passed_over": [
            {
                "why": str(each.why),
                "start": each.sentence[0],
                "end": each.sentence[1],
                "exact_words": each.exact,
            }
            for each in done.passed_over
        ],
    }


def _answer_rows(done: Drafted) -> list[dict[str, object]]:
    return [
        {
            **{name: value or None for name, value in row.values.items()},
            "start": row.draft.start,
            "end": row.draft.end,
            "sentence_start": row.draft.sentence[0],
            "sentence_end": row.draft.sentence[1],
            "deadline_words": row.draft.due.words or None,
            "deadline_assumed": row.draft.due.assumed or None,
            "without_content": row.draft.empty,
            "missing": list(row.missing),
            "measures": list(row.measures),
        }
        for row in done.rows
    ]


def _row(answer: dict[str, object]) -> dict[str, object]:
    due = answer["deadline"] or str(answer["deadline_kind"]).replace("none", "")
    missing, measures = answer["missing"], answer["measures"]
    assert isinstance(missing, list)
    assert isinstance(measures, list)
    return {
        **answer,
        "due": f"{due} (assumed)" if answer["deadline_assumed"] else due,
        "missing": ", ".join(missing),
        "measures": ", ".join(measures),
    }
