"""What do the registers add up to on a day, beside what was declared of the same things?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from esep.cli.console import Column, print_rows, say
from esep.cli.options import format_option, home_option
from esep.cli.register_changes import on_option, today_or

COLUMNS = (
    Column("indicator", "Indicator"),
    Column("region", "Region"),
    Column("period", "Period"),
    Column("part", "Part"),
    Column("value", "Computed", right=True),
    Column("unit", "Unit"),
    Column("cards", "Cards", right=True),
    Column("stages", "By stage", wrap=True),
    Column("left_out", "Left out", wrap=True),
    Column("declared", "Declared", right=True),
    Column("said_on", "Said on"),
    Column("missing", "Missing", right=True),
    Column("synthetic", "Made up"),
    Column("fact_id", "Fact", wrap=True),
)


@click.command()
@click.argument("region", required=False)
@click.option("--indicator", metavar="ID", help="Only this indicator.")
@click.option(
    "--by",
    metavar="FIELD",
    default="",
    help="Split by a field: stage, zones, programmes, launch_planned (by year) ...",
)
@on_option
@format_option()
@home_option
def totals(
    region: str | None, indicator: str | None, by: str, on: date | None, format: str, home: Path
) -> None:
    """Add up the registers as of a day: for a REGION, or for every one that has cards.

    A sum is split by stage, and tells what it could not count. Declared totals stand beside it
    and are never mixed with it; what is missing is what the register does not hold. Cards that
    were made up are summed apart from real ones, and held against nothing.

    A card that names two zones stands in the part of each: parts by zone may come to more than
    the whole.
    """
    from esep.app.roll_ups import totals as computed
    from esep.app.workspace import open_workspace

    workspace = open_workspace(home)
    code = workspace.catalog.regions.resolve(region) if region else ""
    wanted = workspace.catalog.find_indicator(indicator).id if indicator else ""
    day = today_or(on)
    found = computed(workspace, on=day, region=code, indicator=wanted, by=by)
    rows = []
    for each in found:
        declared, missing = (
            None if told is None else f"{told.scaleb(-each.fact.unit.scale).normalize():f}"
            for told in (each.declared.value if each.declared else None, each.missing)
        )
        rows.append(
            {
                "indicator": each.fact.indicator,
                "region": each.fact.region,
                "period": each.fact.period,
                "part": each.total.part,
                "value": f"{each.fact.in_unit:f}",
                "unit": each.fact.unit.code,
                "cards": len(each.total.cards),
                "stages": ", ".join(f"{n} {s}" for s, n in sorted(each.total.by_stage.items())),
                "left_out": ", ".join(f"{n} {s}" for s, n in sorted(each.total.left_out.items())),
                "declared": declared,
                "said_on": each.declared.said_on if each.declared else None,
                "missing": missing,
                "synthetic": each.total.synthetic,
                "fact_id": each.fact.id,
            }
        )
    print_rows(rows, [each for each in COLUMNS if by or each.key != "part"], form=format)
    if not rows:
        say(f"No register has cards that add up on {day}.")
    if any(each.total.synthetic for each in found):
        say("Made-up cards are among them: a demonstration, no figures of real projects.")
