"""What is an indicator: by region, over time, compared?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, print_rows, say
from esep.cli.options import as_of_option, format_option, home_option, territory_option
from esep.errors import BadRequest

if TYPE_CHECKING:
    from esep.app.workspace import Workspace
    from esep.facts.book import FactBook
    from esep.facts.listing import Line
    from esep.indicators.areas import Area

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
NOMINAL = ("change", "index")
"""What grows with prices alone, if it is an amount: the volume index is told beside it."""
MOST_NAMED = 8
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
@territory_option
@as_of_option
@format_option("table", "csv", "json", *FILES)
@home_option
def show(
    indicator: str,
    regions: tuple[str, ...],
    period: str | None,
    compare: str | None,
    out: Path | None,
    territory: str | None,
    as_of: date | None,
    format: str,
    home: Path,
) -> int:
    """Print an indicator: of all regions for one period, or of some regions over time.

    Without --region all regions are shown, for the newest period or the one given; with
    --region the whole series. A comparison over time stands on one territory or is called not
    comparable, with what can be compared instead. CSV is the form that `esep load` reads.

    --territory brings every period onto one set of borders: what was published on them stands,
    what adds up is summed from the regions that make them, a volume index is averaged with the
    values of the year before and marked an estimate, and nothing else is brought over.
    """
    from esep.app.workspace import open_workspace

    workspace = open_workspace(home)
    lines = _lines(workspace, indicator, regions, period, compare, territory, as_of)
    match format:
        case "csv":
            _print_tidy(lines)
        case form if form in FILES:
            _export(lines, workspace, form=form, out=out)
        case _:
            shown = lines if format == "json" or period else lines[-MOST_LINES:]
            print_rows(
                [_row(line, format) for line in shown],
                _columns(compare, format, territory),
                form=format,
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
    territory: str | None,
    as_of: date | None,
) -> list[Line]:
    from esep.app.facts import book_about, find_areas, read_borders, read_period
    from esep.facts.listing import list_facts
    from esep.model.fact import Comparison

    catalog = workspace.catalog
    found = catalog.find_indicator(indicator)
    wanted = read_period(period) if period is not None else None
    borders = read_borders(workspace, territory) if territory else None
    root = catalog.root
    if borders is None:
        codes = [catalog.regions.resolve(text) for text in regions]
    else:
        areas = [area for text in regions for area in find_areas(workspace, borders, text)]
        codes = [borders.key(area) for area in areas]
        root = borders.key(*borders.around(root))
    book = book_about(workspace, found, codes, as_of=as_of, borders=borders)
    lines = list_facts(
        book,
        found.id,
        codes,
        period=wanted,
        comparison=Comparison(compare.replace("-", "_")) if compare else None,
        root=root,
    )
    for code in dict.fromkeys(codes):
        if code not in {line.region for line in lines}:
            say(book.nothing_of(found.id, code, period or "").title)
    if borders is not None and wanted is None:
        for area in areas:
            _tell_left_out(book, found.id, area, borders.key(area))
    return lines


def _tell_left_out(book: FactBook, indicator: str, area: Area, key: str) -> None:
    """A series must not look shorter than it is: say which periods are on other borders."""
    codes = [code for code in area.codes if code in area.label.split("+")]
    missing = {period: code for code in codes for period in book.left_out(indicator, code, key)}
    if missing:
        periods = sorted(missing)
        say(
            f"{indicator} of {'+'.join(codes)} is not known on these borders for "
            f"{', '.join(each.code for each in periods[:MOST_NAMED])}"
            f"{f' and {len(periods) - MOST_NAMED} more' if len(periods) > MOST_NAMED else ''}: "
            "it was published on others, and is not divided or does not add up."
        )


def _columns(compare: str | None, form: str, territory: str | None) -> list[Column]:
    columns = [
        Column("region", "Region"),
        Column("period", "Period"),
        Column("value", "Value", right=True),
        Column("unit", "Unit"),
    ]
    if compare:
        columns.append(Column("compared", compare.replace("-", " ").capitalize(), right=True))
        columns.append(Column("compared_unit", "Unit"))
        if compare in NOMINAL:
            columns.append(Column("real", "Volume index", right=True))
            if form == "json":
                columns.append(Column("real_stage", "Stage of the volume index"))
                columns.append(Column("real_fact_id", "Fact of the volume index"))
        if form == "json":
            columns.append(Column("comparability", "Against the year before"))
            columns.append(Column("because", "Because"))
        else:
            columns.append(Column("told", "Against the year before", wrap=True))
    elif territory:
        columns.append(Column("because", "On these borders", wrap=True))
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
        "region": level.region,
        "period": level.period.code if level.period else "",
        "value": scaled if form == "json" else f"{scaled:,f}",
        "unit": level.unit.code,
        "stage": level.stage.value,
        "release": level.cell.release_id if level.cell else "",
        "fact_id": (compared or level).id,
        "comparability": line.remark,
        "because": line.because,
        "told": line.remark + (f" ({line.because})" if line.because else ""),
        "comparison": line.comparison.value if line.comparison else "",
    }
    if line.real is not None:
        real, stage = line.real.in_unit, line.real.stage.value
        told = f"{real:.{line.real.decimals}f}" + (" (estimate)" if stage == "estimate" else "")
        row |= {"real": real if form == "json" else told}
        row |= {"real_fact_id": line.real.id, "real_stage": stage}
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
