"""How was a figure revised: every release that told it, with the difference each time?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, counted, print_rows, say
from esep.cli.options import as_of_option, format_option, home_option
from esep.errors import BadRequest, NotFound

if TYPE_CHECKING:
    from esep.app.revisions import Vintage
    from esep.app.workspace import Workspace
    from esep.model.indicator import Indicator

COLUMNS = (
    Column("region_version", "Region"),
    Column("period", "Period"),
    Column("vintage", "Vintage", right=True),
    Column("release", "Release"),
    Column("published", "Published"),
    Column("loaded", "Loaded"),
    Column("value", "Value", right=True),
    Column("unit", "Unit"),
    Column("difference", "Difference", right=True),
    Column("percent", "Per cent", right=True),
    Column("stage", "Stage"),
)
PICTURES = (".svg", ".png")


@click.command()
@click.argument("indicator")
@click.option("--region", required=True, metavar="R", help="A code or a name.")
@click.option("--period", metavar="P", help="One value only: 2023, 2024-Q1, ...")
@click.option(
    "--chart",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also draw the vintages of the first value listed, as .svg or .png.",
)
@as_of_option
@format_option()
@home_option
def revisions(
    indicator: str,
    region: str,
    period: str | None,
    chart: Path | None,
    as_of: date | None,
    format: str,
    home: Path,
) -> None:
    """List every vintage of a value: release, day, value, difference; most revised value first.

    Each release is held against the one before it. A figure that was right when it was published
    is superseded, not wrong. Values on other borders are other values, never revisions.
    """
    from esep.app.facts import read_period
    from esep.app.revisions import revisions as find_revisions
    from esep.app.workspace import open_workspace

    workspace = open_workspace(home)
    if chart is not None and chart.suffix.lower() not in PICTURES:
        raise BadRequest(f"{chart} is no picture", hint="name a file that ends in .svg or .png")
    found = workspace.catalog.find_indicator(indicator)
    code = workspace.catalog.regions.resolve(region)
    wanted = read_period(period) if period is not None else None
    values = find_revisions(workspace, found, code, period=wanted, as_of=as_of)
    if not values:
        raise NotFound(
            f"no release has a value of {found.id} for {code}{f' in {wanted}' if wanted else ''}",
            hint=f"what there is: esep show {found.id}",
        )
    rows = [_row(each, found, format) for value in values for each in value]
    print_rows(rows, COLUMNS, form=format)
    moved = sum(any(each.difference for each in value) for value in values)
    say(f"{counted(moved, 'value')} of {len(values):,} revised.")
    if chart is not None:
        _draw(workspace, found, values[0], chart)
        say(f"Drew the vintages of {values[0][0].period} to {chart}.")


def _row(vintage: Vintage, indicator: Indicator, form: str) -> dict[str, object]:
    plain = form != "table"
    moved, percent = vintage.difference, vintage.percent
    return {
        "region_version": vintage.region_version,
        "period": vintage.period,
        "vintage": vintage.number,
        "release": vintage.release_id,
        "published": vintage.published_at,
        "loaded": vintage.loaded_at,
        "value": vintage.value if plain else f"{vintage.value:,f}",
        "unit": indicator.unit.code,
        "difference": moved if plain else "" if moved is None else f"{moved:+,f}",
        "percent": percent if plain else "" if percent is None else f"{percent:+.2f}",
        "stage": vintage.stage,
    }


def _draw(
    workspace: Workspace, indicator: Indicator, vintages: Sequence[Vintage], path: Path
) -> None:
    """Columns from zero, one a release, with the per cent it moved below."""
    from esep.briefings.charts.history import history_columns
    from esep.briefings.charts.rows import Mark, Moment
    from esep.briefings.render.draw import ChartDrawer

    language = workspace.catalog.languages[0]
    moments = [
        Moment(
            str(each.published_at),
            Mark(float(each.value), f"{each.value:,f}"),
            Mark(None, "" if each.percent is None else f"{each.percent:+.2f} %"),
        )
        for each in vintages
    ]
    first = vintages[0]
    spec = history_columns(
        moments,
        column="Published",
        level=f"{indicator.names.text(language)}, {first.region}, {first.period}, "
        f"{indicator.unit.code}",
        index="Difference from the release before",
    )
    drawer = ChartDrawer()
    if path.suffix.lower() == ".svg":
        path.write_text(drawer.svg(spec, language), encoding="utf-8")
    else:
        path.write_bytes(drawer.png(spec, language))
