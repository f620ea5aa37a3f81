"""How do the store's figures leave for other programs?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from esep.cli.console import counted, print_json, say, write
from esep.cli.options import as_of_option, home_option, json_option

FORMATS = ("csv", "xlsx", "parquet", "sdmx-csv", "sdmx-ml", "datapackage")


@click.command()
@click.argument("indicators", metavar="[INDICATOR]...", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="csv",
    show_default=True,
    help="What to write.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("out"),
    show_default=True,
    help="The folder for the files.",
)
@as_of_option
@json_option
@home_option
def export(
    indicators: tuple[str, ...],
    form: str,
    out: Path,
    as_of: date | None,
    as_json: bool,
    home: Path,
) -> int:
    """Write observations as files: all of the store, or those of some indicators.

    Of each observation the newest vintage is written, with its release and the day of that.
    CSV, Parquet and SDMX can be loaded again by `esep load`; beside SDMX data stands a message of
    its structure with the names of every code in each language.
    """
    from esep.app.exports import export_known
    from esep.app.workspace import open_workspace

    workspace = open_workspace(home)
    found = [workspace.catalog.find_indicator(text).id for text in indicators]
    name = found[0] if len(found) == 1 else workspace.catalog.id
    paths, count = export_known(workspace, found, out, form=form, name=name, as_of=as_of)
    if as_json:
        print_json({"figures": count, "files": [str(path) for path in paths]})
    else:
        for path in paths:
            write(str(path))
    say(f"Wrote {counted(count, 'figure')}.")
    return 0
