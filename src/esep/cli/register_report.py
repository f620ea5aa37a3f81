"""The command that tells how a register went over its editions: `esep project report`.

For instructions it is called `editions`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, counted, print_rows, say
from esep.cli.options import format_option, home_option
from esep.errors import BadRequest

if TYPE_CHECKING:
    from esep.model.register import Register

FORMS = ("html", "pdf", "docx")

_SHOWN = {
    "edition": "Edition", "cards": "Cards", "new": "New", "vanished": "Vanished",
    "returned": "Returned", "better": "Better", "worse": "Worse", "scale_changed": "New scale",
    "finish_known": "Ends known", "finish_later": "Later", "cost_known": "Costs known",
    "cost_growth": "Growth, %",
}  # fmt: skip


def report_command(register: Register, name: str) -> click.Command:
    @click.command(name)
    @click.option(
        "--out",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Write the charts and tables: FILE.html, FILE.pdf or FILE.docx.",
    )
    @click.option("--lang", metavar="L", default="", help="The language of the file.")
    @format_option()
    @home_option
    def command(out: Path | None, lang: str, format: str, home: Path) -> None:
        """Tell how the register went over its editions: ratings, ends, costs, what vanished.

        Only what the pack says is compared. Costs are nominal, of the same cards; where the scale
        of the rating changed, a card whose level was abolished is neither better nor worse.
        """
        from esep.app.register_report import report_of, report_rows, written_report
        from esep.app.workspace import open_workspace

        workspace = open_workspace(home)
        language = lang or workspace.catalog.languages[0]
        if language not in workspace.catalog.languages:
            known = ", ".join(workspace.catalog.languages)
            raise BadRequest(f"the pack has no language '{language}'", hint=f"it has: {known}")
        form = out.suffix.lower().removeprefix(".") if out is not None else ""
        if out is not None and form not in FORMS:
            raise BadRequest(
                f"a report is not written as {out.name}", hint="name it FILE.html, .pdf or .docx"
            )
        report = report_of(workspace, register)
        rows = report_rows(report)
        if out is not None:
            out.write_bytes(written_report(report, language, form))
            say(f"{counted(len(rows), 'edition')} in {out}")
            return
        names = [*rows[0]] if format != "table" else [n for n in _SHOWN if n in rows[0]]
        columns = [Column(n, _SHOWN.get(n, n), right=n != "edition") for n in names]
        print_rows(rows, columns, form=format)

    return command
