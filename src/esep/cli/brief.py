"""What does the briefing of a region say, as documents?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import print_json, progress, say, write
from esep.cli.options import DAY, as_of_option, home_option, json_option
from esep.errors import BadRequest

if TYPE_CHECKING:
    from esep.app.briefs import Brief
    from esep.app.workspace import Workspace

FORMATS = ("html", "pdf", "docx", "json")


@click.command()
@click.argument("region")
@click.option("--period", required=True, metavar="P", help="What the document is about.")
@click.option("--on", type=DAY, metavar="DATE", help="The day of the meeting [default: today].")
@click.option("--meeting", default="", metavar="ID", help="A meeting of the pack: its day, talk.")
@click.option("--lang", default="", metavar="L,L", help="Languages [default: all of the pack].")
@click.option("--format", "formats", default=",".join(FORMATS), show_default=True, metavar="F,F")
@click.option("--outline", default="", metavar="ID", help="What it says [default: the pack's].")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("out"),
    show_default=True,
    help="The folder for the files.",
)
@click.option("--jobs", default=0, metavar="N", help="Processes for `all` [default: one a core].")
@as_of_option
@json_option
@home_option
def brief(
    region: str,
    period: str,
    on: date | None,
    meeting: str,
    lang: str,
    formats: str,
    outline: str,
    out: Path,
    jobs: int,
    as_of: date | None,
    as_json: bool,
    home: Path,
) -> None:
    """Write the briefing of REGION (a code, a name, or `all`) in each language and format.

    A figure enters only if its period had ended and was normally out by the day of the
    meeting; --as-of picks the vintage of the figures. The ledger (json) lists every figure
    with its fact id, value and lineage.
    """
    from esep.app.briefs import BriefOrder, brief_region, brief_regions
    from esep.app.workspace import open_workspace

    workspace = open_workspace(home)
    order = BriefOrder(
        period=period,
        on=on,
        meeting=meeting,
        languages=_chosen(lang, workspace.catalog.languages, "language"),
        formats=_chosen(formats, FORMATS, "format"),
        outline=outline,
        out=out,
        as_of=as_of,
    )
    if region == "all":
        written = []
        codes = [
            each.code
            for each in workspace.catalog.regions.level(
                workspace.catalog.compare_level, order.day(workspace)
            )
        ]
        with progress("Writing briefings", len(codes)) as advance:
            for done in brief_regions(workspace, codes, order, jobs=jobs):
                written.append(done)
                advance()
    else:
        code = workspace.catalog.regions.resolve(region)
        written = [brief_region(workspace, code, order)]
    if as_json:
        print_json([each.record() for each in written])
        return
    _tell(written, workspace)


def _chosen(text: str, known: Sequence[str], what: str) -> tuple[str, ...]:
    chosen = tuple(part.strip() for part in text.split(",") if part.strip()) or tuple(known)
    for each in chosen:
        if each not in known:
            raise BadRequest(f"there is no {what} '{each}'", hint=f"there are: {', '.join(known)}")
    return chosen


def _tell(written: Iterable[Brief], workspace: Workspace) -> None:
    written = list(written)
    for each in written:
        for path in each.files:
            write(str(path))
    if len(written) > 1:
        count = sum(len(each.files) for each in written)
        say(f"{len(written)} regions, {count} files.")
        return
    width = max((len(label) for label, _ in written[0].key_figures), default=0)
    write("")
    for label, figure in written[0].key_figures:
        write(f"  {label:<{width}}  {figure}")
    say("")
    say("Follow any figure: esep explain FACT_ID (ids stand in the ledger and in the documents).")
