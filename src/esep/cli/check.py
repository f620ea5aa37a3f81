"""What do the data say of each figure of a text?"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from esep.cli.console import counted, print_json, progress, say, write
from esep.cli.options import DAY, as_of_option, format_option, home_option
from esep.errors import BadRequest, Defect, EsepError
from esep.settings import colour_wanted, read_settings

if TYPE_CHECKING:
    from esep.app.workspace import Workspace
    from esep.checking.report.entries import Report
    from esep.model.passage import ReadText

FORMATS = ("text", "json", "html", "docx")
LANGUAGES = ("en", "ru", "kk")
STANDARD_INPUT = Path("-")
EXIT_FOUND, EXIT_MISUSE = 1, 2


@dataclass(frozen=True, slots=True)
class CheckOrder:
    """What is asked of each text."""

    day: date | None
    region: str
    language: str
    as_of: date | None

    def run(self, workspace: Workspace, read: ReadText) -> Report:
        from esep.app.checks import check_document
        from esep.checking.report.entries import Report

        day = self.day or read.day
        if day is None:
            day = read_settings().today
            say(f"{read.name} does not say its day: taken for {day}; name it with --date")
        checked = check_document(
            workspace,
            read,
            day=day,
            region=self.region,
            language=self.language,
            as_of=self.as_of,
        )
        return Report(checked, read, workspace.catalog, self.language or checked.language)


def check_options(function: Any) -> Any:
    """The options that say how a text is to be understood."""
    for option in (
        click.option(
            "--lang",
            "language",
            type=click.Choice(LANGUAGES),
            help="The language of the answer [default: that of the text].",
        ),
        click.option(
            "--region",
            default="",
            metavar="R",
            help="The region it is about, where it names none.",
        ),
        click.option(
            "--date",
            "day",
            type=DAY,
            metavar="DATE",
            help="The day of the text [default: what it says itself, else today].",
        ),
    ):
        function = option(function)
    return function


@click.command()
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
)
@check_options
@format_option(*FORMATS)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write the answer to this file; to this folder, if several texts are checked.",
)
@click.option(
    "--remember",
    is_flag=True,
    help="Store the figures as reported, so that later texts are judged against them.",
)
@click.option(
    "--source", default="", metavar="TEXT", help="With --remember: where the text was published."
)
@as_of_option
@home_option
def check(
    files: tuple[Path, ...],
    day: date | None,
    region: str,
    language: str | None,
    format: str,
    out: Path | None,
    remember: bool,
    source: str,
    as_of: date | None,
    home: Path,
) -> int:
    """Find every figure of FILE and tell what the data say of it.

    Reads plain text, Markdown, HTML, DOCX and PDF; `-` is standard input. A figure is
    supported, contradicted, superseded, without data, or no claim at all. HTML marks every
    figure in the text; DOCX has a comment at each.

    Exit code 1 if a figure is contradicted or superseded, or if figures of one text do not
    fit together.
    """
    from esep.app.workspace import open_workspace

    if source and not remember:
        raise BadRequest("--source says where remembered figures come from: add --remember.")
    targets = _targets(files, format, out)
    workspace = open_workspace(home)
    code = workspace.catalog.regions.resolve(region) if region else ""
    order = CheckOrder(day=day, region=code, language=language or "", as_of=as_of)
    found = failed = False
    answers: list[object] = []
    with progress("Checking texts", len(files)) as advance:
        for path, target in zip(files, targets, strict=True):
            try:
                read, original = read_source(path)
                report = order.run(workspace, read)
                if remember:
                    _remember(workspace, report, source)
            except EsepError as error:
                if len(files) == 1 or isinstance(error, Defect):
                    raise
                say(f"{path}: {error}")
                failed = True
            else:
                found = found or report.has_findings
                _give(report, format, target, original, answers)
            advance()
    if answers:
        print_json(answers[0] if len(files) == 1 else answers)
    if failed:
        return EXIT_MISUSE
    return EXIT_FOUND if found else 0


def read_source(path: Path) -> tuple[ReadText, bytes]:
    """A text and the bytes it was read from; `-` is standard input."""
    from esep.checking.documents import read_bytes, read_document

    if path == STANDARD_INPUT:
        content, name = read_bytes(sys.stdin.buffer), "-"
    else:
        # A name on the disk may be no text at all.
        content, name = read_bytes(path), path.name.encode(errors="replace").decode()
    return read_document(content, name=name), content


def _give(
    report: Report, format: str, target: Path | None, original: bytes, answers: list[object]
) -> None:
    """Print an answer, or write it where it was asked for."""
    match format:
        case "json":
            from esep.checking.report.answer import answer

            if target is None:
                answers.append(answer(report.checked, report.read, report.catalog))
                return
            content = json_bytes(answer(report.checked, report.read, report.catalog))
        case "html":
            from esep.checking.report.html import render_html

            content = render_html(report)
        case "docx":
            from esep.checking.report.docx import render_docx

            content = render_docx(report, original if original.startswith(b"PK") else None)
        case _:
            from esep.checking.report.terminal import terminal_text

            if target is None:
                terminal = sys.stdout.isatty()
                width = shutil.get_terminal_size((100, 24)).columns if terminal else None
                colour = terminal and colour_wanted()
                write(terminal_text(report, width=width, colour=colour).rstrip("\n"))
                return
            content = terminal_text(report, width=None, colour=False).encode()
    deliver(content, target, counts=report.summary())


def json_bytes(value: object) -> bytes:
    import json

    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def deliver(content: bytes, target: Path | None, *, counts: str = "") -> None:
    """Write a file and say so, or hand the bytes to whoever reads standard output."""
    if target is None:
        sys.stdout.buffer.write(content)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    say(f"{target}  {counts}".rstrip())


def _remember(workspace: Workspace, report: Report, source: str) -> None:
    from esep.app.remembering import remember

    kept = remember(workspace, report.checked, address=source)
    if kept.unchanged:
        say(f"{report.checked.name} was remembered before: {kept.release.id}")
    else:
        say(f"{report.checked.name}: {counted(kept.rows, 'figure')} remembered: {kept.release.id}")


def _targets(files: Sequence[Path], format: str, out: Path | None) -> list[Path | None]:
    """Where the answer to each text goes; None is standard output."""
    if out is None:
        if format == "docx" and (len(files) > 1 or sys.stdout.isatty()):
            raise BadRequest("A Word file is not for the screen.", hint="Name a file with --out.")
        if format == "html" and len(files) > 1:
            raise BadRequest("Several pages need a folder.", hint="Name one with --out.")
        return [None] * len(files)
    if len(files) == 1 and not out.is_dir():
        targets: list[Path | None] = [out]
    else:
        suffix = "txt" if format == "text" else format
        names = [("text" if path == STANDARD_INPUT else path.stem) for path in files]
        targets = [out / f"{name}.check.{suffix}" for name in names]
    for path, target in zip(files, targets, strict=True):
        if target is not None and target.exists() and path.exists() and target.samefile(path):
            raise BadRequest(f"{target} is the text itself.", hint="Write the answer elsewhere.")
    if len({*targets}) < len(targets):
        raise BadRequest("Two texts of one name would give one file.", hint="Check them apart.")
    return targets
