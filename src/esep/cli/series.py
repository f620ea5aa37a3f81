"""What is the season of a series, what its trend, and which values are odd?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, counted, print_rows, say
from esep.cli.options import as_of_option, format_option, home_option, territory_option

if TYPE_CHECKING:
    from esep.app.workspace import Workspace
    from esep.facts.seasons import Run
    from esep.indicators.seasonal import Decomposition, Point
    from esep.model.fact import Fact

COLUMNS = (
    Column("region", "Region"),
    Column("period", "Period"),
    Column("value", "Value", right=True),
    Column("unit", "Unit"),
    Column("trend", "Trend", right=True),
    Column("season", "Season", right=True),
    Column("adjusted", "Adjusted", right=True),
    Column("note", "Note", wrap=True),
    Column("stage", "Stage"),
    Column("fact_id", "Fact of the value"),
)
SPANS = ("month", "quarter")


@click.command()
@click.argument("indicator")
@click.option("--region", "-r", required=True, metavar="R", help="A code or a name.")
@click.option(
    "--span",
    type=click.Choice(SPANS),
    help="Months or quarters [default: months where two years of them are known].",
)
@territory_option
@as_of_option
@format_option()
@home_option
def series(
    indicator: str,
    region: str,
    span: str | None,
    territory: str | None,
    as_of: date | None,
    format: str,
    home: Path,
) -> None:
    """Take a series of months or quarters apart into trend, season and what fits neither.

    What is published from January on is taken apart first, where that is lawful. The series is
    the newest that has no gap and stands on one territory; it must be two full years long, three
    for notes on odd values. Season is in per cent of the trend, or an amount where values are
    not all above zero. Trend, season and adjusted values are estimates of ours and no facts:
    values themselves are never changed.
    """
    from esep.app.series import seasonal_series
    from esep.app.workspace import open_workspace

    workspace = open_workspace(home)
    run, apart = seasonal_series(
        workspace, indicator, region, span=span, territory=territory, as_of=as_of
    )
    rows = [
        _row(fact, point, apart.multiplicative, format)
        for fact, point in zip(run.facts, apart.points, strict=True)
    ]
    print_rows(rows, COLUMNS, form=format)
    _tell(workspace, run, apart)


def _row(fact: Fact, point: Point, multiplicative: bool, form: str) -> dict[str, object]:
    scale, decimals = fact.unit.factor, fact.decimals
    assert fact.period is not None

    def amount(number: float) -> object:
        rounded = round(Decimal(number) / scale, decimals)
        return rounded if form != "table" else f"{rounded:,f}"

    season: object = amount(point.season)
    if multiplicative:
        season = round(Decimal(point.season) * 100, 1)
        season = season if form != "table" else f"{season} %"
    return {
        "region": fact.region,
        "period": fact.period.code,
        "value": fact.in_unit if form != "table" else f"{fact.in_unit:,f}",
        "unit": fact.unit.code,
        "trend": amount(point.trend),
        "season": season,
        "adjusted": amount(point.adjusted),
        "note": _note(point),
        "stage": fact.stage.value,
        "fact_id": fact.id,
    }


def _note(point: Point) -> str:
    if not point.outlying:
        return ""
    way = "above" if point.deviation > 0 else "below"
    return (
        f"odd: {abs(point.deviation) * 100:.1f} % {way} trend and season, "
        f"{point.outlying:.1f} times the usual scatter"
    )


def _tell(workspace: Workspace, run: Run, apart: Decomposition) -> None:
    from esep.indicators.seasonal import YEARS_FOR_A_FIRM_PATTERN, YEARS_FOR_OUTLIERS

    first, last = run.facts[0], run.facts[-1]
    years = len(run.facts) // run.per_year
    how = "multiplicative" if apart.multiplicative else "additive"
    say(
        f"{counted(len(run.facts), run.kind.value)} {first.period} to {last.period} on "
        f"{last.region_version}, by STL ({apart.library}), robust, {how}; trend, season and "
        "adjusted values are estimates."
    )
    say(f"Strength of the season: {apart.strength:.2f} of 1.")
    if run.cut:
        say(f"It does not begin earlier: {run.cut}.")
    if years < YEARS_FOR_A_FIRM_PATTERN:
        say(f"A pattern of {counted(years, 'year')} is provisional.")
    if years < YEARS_FOR_OUTLIERS:
        say(f"Odd values are noted from {YEARS_FOR_OUTLIERS} full years on.")
