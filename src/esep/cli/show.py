"""What is an indicator: by region, over time, compared?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, print_rows, say
from esep.cli.options import as_of_option, format_option, home_option
from esep.errors import BadRequest

if TYPE_CHECKING:
    from esep.app.workspace import Workspace
    from esep.facts.listing import Line

COMPARISONS = (
    "change",
    "index",
    "share",
    "rank",
    "per-head",
    "per-head-rank",
    "contribution",
    "gap",
)
FILES = ("xlsx", "parquet", "sdmx-csv", "sdmx-ml", "datapackage")
"""Formats that are files, not text on a terminal."""
OVER_TIME = ("change", "index", "contribution")
MOST_LINES = 24
"""Lines of a series that a terminal shows; files get all of them."""


@click.command()
@click.argument("indicator")
@click.option("--region", "regions", multiple=True, metavar="R", help="A code or a name; repeat.")
@click.option("--period", metavar="P", help="2023, 2024-Q1, 2024-01/2024-04, ...")
@click.option("--compare", type=click.Choice(COMPARISONS), help="Say this of each value.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="The file (for datapackage the folder) to write."
)
@as_of_option
@format_option("table", "csv", "json", *FILES)
@home_option
def show(
    indicator: str,
    regions: tuple[str, ...],
    period: str | None,
    compare: str | None,
    out: Path | None,
    as_of: date | None,
    format: str,
    home: Path,
) -> int:
    """Print an indicator: of all regions for one period, or of some regions over time.

    Without --region all regions are shown, for the newest period or the one given; with
    --region the whole series. A comparison over time stands on one territory or is called not
    comparable, with what can be compared instead. CSV is the form that `esep load` reads.
    """
    from esep.app.workspace import open_workspace

    workspace = open_workspace(home)
    lines = _lines(workspace, indicator, regions, period, compare, as_of)
    match format:
        case "csv":
            _print_tidy(lines)
        case form if form in FILES:
            _export(lines, workspace, form=form, out=out)
        case _:
            shown = lines if format == "json" or period else lines[-MOST_LINES:]
            print_rows(
                [_row(line, format) for line in shown], _columns(compare, format), form=format
            )
            if len(shown) < len(lines):
                say(f"The last {len(shown)} of {len(lines)} lines; --format csv has all.")
            _remarks(lines, format)
    return 0


def _lines(
    workspace: Workspace,
    indicator: str,
    regions: Sequence[str],
    period: str | None,
    compare: str | None,
    as_of: date | None,
) -> list[Line]:
    from esep.app.facts import book_about, read_period
    from esep.facts.listing import list_facts
    from esep.model.fact import Comparison

    catalog = workspace.catalog
    found = catalog.find_indicator(indicator)
    codes = [catalog.regions.resolve(text) for text in regions]
    wanted = read_period(period) if period is not None else None
    book = book_about(workspace, found, codes, as_of=as_of)
    lines = list_facts(
        book,
        found.id,
        codes,
        period=wanted,
        comparison=Comparison(compare.replace("-", "_")) if compare else None,
        root=catalog.root,
    )
    for code in dict.fromkeys(codes):
        if code not in {line.region for line in lines}:
            say(book.nothing_of(found.id, code, period or "").title)
    return lines


def _columns(compare: str | None, form: str) -> list[Column]:
    columns = [
        Column("region", "Region"),
        Column("period", "Period"),
        Column("value", "Value", right=True),
        Column("unit", "Unit"),
    ]
    if compare:
        columns.append(Column("compared", compare.replace("-", " ").capitalize(), right=True))
        columns.append(Column("compared_unit", "Unit"))
        if compare in OVER_TIME or form == "json":
            columns.append(Column("comparability", "Against the year before", wrap=True))
    columns.append(Column("stage", "Stage"))
    if form == "json":
        columns.append(Column("comparison", "Comparison"))
        columns.append(Column("of", "Of"))
        columns.append(Column("release", "Release"))
    columns.append(Column("fact_id", "Fact"))
    return columns


def _row(line: Line, form: str) -> dict[str, object]:
    level, compared = line.level, line.compared
    scaled = level.in_unit
    row: dict[str, object] = {
        "region": line.region,
        "period": level.period.code if level.period else "",
        "value": scaled if form == "json" else f"{scaled:,f}",
        "unit": level.unit.code,
        "stage": level.stage.value,
        "release": level.cell.release_id if level.cell else "",
        "fact_id": (compared or level).id,
        "comparability": line.remark,
        "comparison": line.comparison.value if line.comparison else "",
    }
    if compared is not None:
        value = compared.in_unit
        text = f"{value:,.{compared.decimals}f}"
        if compared.ranking:
            text = f"{value} of {compared.ranking.of}"
            row["of"] = compared.ranking.of
        row |= {"compared": value if form == "json" else text, "compared_unit": compared.unit.code}
    return row


def _print_tidy(lines: Sequence[Line]) -> None:
    from esep.facts.listing import TIDY, tidy

    print_rows(
        [row for line in lines for row in tidy(line)],
        [Column(name, name) for name in TIDY],
        form="csv",
    )


def _export(lines: Sequence[Line], workspace: Workspace, *, form: str, out: Path | None) -> None:
    from esep.app.exports import export_rows
    from esep.facts.listing import tidy

    if out is None:
        raise BadRequest(f"{form} is a file", hint=f"name it: --out {_EXAMPLES[form]}")
    rows = [
        {**row, "release": line.level.cell.release_id if line.level.cell else ""}
        for line in lines
        for row in tidy(line)
    ]
    written = export_rows(workspace, rows, out, form=form)
    say(f"Wrote {len(rows)} rows to {', '.join(str(path) for path in written)}.")


_EXAMPLES = {
    "xlsx": "figures.xlsx",
    "parquet": "figures.parquet",
    "sdmx-csv": "figures.csv",
    "sdmx-ml": "figures.xml",
    "datapackage": "figures",
}


def _remarks(lines: Sequence[Line], form: str) -> None:
    if form != "table":
        return
    for note in dict.fromkeys(line.note for line in lines if line.note):
        say(note)
