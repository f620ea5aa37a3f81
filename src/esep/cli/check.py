"""What do the data say of each figure of a text?"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import print_json
from esep.cli.options import DAY, as_of_option, format_option, home_option

if TYPE_CHECKING:
    from esep.app.workspace import Workspace
    from esep.model.claim import Checked
    from esep.model.passage import ReadText

FORMATS = ("text", "json", "html", "docx")
LANGUAGES = ("en", "ru", "kk")


@click.command()
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
)
@click.option(
    "--date",
    "day",
    type=DAY,
    metavar="DATE",
    help="The day of the text [default: its own, else today].",
)
@click.option(
    "--region", default="", metavar="R", help="The region it is about [default: what it names]."
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="The language of the answer [default: that of the text].",
)
@format_option(*FORMATS)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the answer there; a folder, where several files are checked.",
)
@as_of_option
@home_option
def check(
    files: tuple[Path, ...],
    day: date | None,
    region: str,
    lang: str | None,
    format: str,
    out: Path | None,
    as_of: date | None,
    home: Path,
) -> int:
    """Find every figure of FILE and tell what the data say of it.

    Reads plain text, Markdown, HTML, DOCX and PDF; `-` is standard input. Exit code 1 if a
    figure is contradicted or superseded, or if figures of the text do not fit together.
    """
    from esep.app.workspace import open_workspace
    from esep.checking.report.answer import answer, has_findings

    workspace = open_workspace(home)
    code = workspace.catalog.regions.resolve(region) if region else ""
    found = False
    for path in files:
        read = _read(path)
        checked = check_one(workspace, read, day=day, region=code, language=lang or "", as_of=as_of)
        found = found or has_findings(checked)
        print_json(answer(checked, read))
    return 1 if found else 0


def check_one(
    workspace: Workspace,
    read: ReadText,
    *,
    day: date | None,
    region: str,
    language: str,
    as_of: date | None,
) -> Checked:
    from esep.app.checks import check_document
    from esep.settings import read_settings

    return check_document(
        workspace,
        read,
        day=day or read.day or read_settings().today,
        region=region,
        language=language,
        as_of=as_of,
    )


def _read(path: Path) -> ReadText:
    from esep.checking.documents import read_file, read_stream

    if str(path) == "-":
        return read_stream(sys.stdin.buffer)
    return read_file(path)
