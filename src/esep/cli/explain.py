"""How did a figure come about, down to the cell it was read from?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, print_json, print_rows, write
from esep.cli.options import (
    as_of_option,
    format_option,
    home_option,
    real_option,
    span_option,
    territory_option,
)
from esep.cli.show import COMPARISONS
from esep.errors import BadRequest

if TYPE_CHECKING:
    from esep.app.workspace import Workspace
    from esep.facts.lineage import Lineage
    from esep.model.fact import Fact
    from esep.model.release import Release

MOST_INPUTS = 5
REAL = ("real", "real-index", "deflator")
"""What --real may mean: the value, its growth, or the prices between."""
COLUMNS = (
    "depth",
    "fact_id",
    "indicator",
    "region",
    "period",
    "comparison",
    "value",
    "unit",
    "stage",
    "formula",
    "release",
    "published",
    "file",
    "sheet",
    "row",
    "column",
    "printed",
)
"""A fact a row, each above what it was made of: `depth` counts the steps down."""


@click.command()
@click.argument("fact_or_indicator", metavar="FACT_ID|INDICATOR")
@click.option("--region", "-r", metavar="R", help="A code or a name.")
@click.option("--period", metavar="P", help="2023, 2024-Q1, 2024-01/2024-04, ...")
@click.option(
    "--compare", type=click.Choice((*COMPARISONS, *REAL)), help="Explain this comparison."
)
@click.option("--all", "show_all", is_flag=True, help="Every input, however many.")
@span_option
@real_option
@territory_option
@as_of_option
@format_option("tree", "csv", "json")
@home_option
def explain(
    fact_or_indicator: str,
    region: str | None,
    period: str | None,
    compare: str | None,
    show_all: bool,
    span: str | None,
    real: str | None,
    territory: str | None,
    as_of: date | None,
    format: str,
    home: Path,
) -> None:
    """Show how a figure came about, as a tree: formula, inputs, release, file, row, address.

    A fact id stands beside every figure of a briefing. Without one, name the indicator with
    --region and --period, and what was done with it: --compare, --span, --real, --territory. With
    --real the value at the prices of the year before is explained, or with --compare real-index
    or deflator what became of its growth. CSV has a row for each step down, with its depth.
    """
    from esep.app.facts import find_fact, find_named_facts
    from esep.app.known_releases import known_releases
    from esep.app.revisions import newer_than
    from esep.app.workspace import open_workspace
    from esep.facts.lineage import lineage

    workspace = open_workspace(home)
    if ":" in fact_or_indicator:
        found, lookup = find_fact(workspace, fact_or_indicator)
        facts: tuple[Fact, ...] = (found,)
    elif region and period:
        if compare in REAL and real is None:
            real = ""
        facts, lookup = find_named_facts(
            workspace,
            fact_or_indicator,
            region,
            period,
            compare=compare,
            as_of=as_of,
            territory=territory,
            span=span,
            real=real,
        )
    else:
        raise BadRequest(
            f"which figure of {fact_or_indicator}?",
            hint="give a fact id, or add --region and --period",
        )
    nodes = [lineage(each, lookup) for each in facts]
    if format == "csv":
        rows = [row for node in nodes for row in _rows(node)]
        print_rows(rows, [Column(name, name) for name in COLUMNS], form="csv")
        return
    if format == "json":
        from esep.briefings.ledger import fact_record, lineage_record

        records = []
        for node in nodes:
            newer = newer_than(workspace, node.fact)
            told = {"superseded_by": fact_record(newer)} if newer else {}
            records.append(lineage_record(node) | told)
        print_json(records[0] if len(records) == 1 else records)
        return
    releases = {release.id: release for release in known_releases(workspace)}
    tree = _Tree(workspace, releases, MOST_INPUTS if not show_all else None)
    for node in nodes:
        for line in tree.lines(node):
            write(line)
        if (newer := newer_than(workspace, node.fact)) is not None:
            write(_superseded(node.fact, newer))


def _rows(node: Lineage, depth: int = 0) -> Iterator[dict[str, object]]:
    fact, cell = node.fact, node.fact.cell
    yield {
        "depth": depth,
        "fact_id": fact.id,
        "indicator": fact.indicator,
        "region": fact.region_version or fact.region,
        "period": fact.period.code if fact.period else "",
        "comparison": fact.comparison.value,
        "value": format(fact.in_unit, "f"),
        "unit": fact.unit.code,
        "stage": fact.stage.value,
        "formula": fact.formula,
    } | (
        {
            "release": cell.release_id,
            "published": cell.published_at,
            "file": cell.place.file,
            "sheet": cell.place.sheet,
            "row": cell.place.row or "",
            "column": cell.place.column,
            "printed": cell.printed,
        }
        if cell
        else {}
    )
    for each in node.inputs:
        yield from _rows(each, depth + 1)


def _superseded(fact: Fact, newer: Fact) -> str:
    """A figure that was right when it was published is superseded, not wrong."""
    how = "confirmed" if newer.value == fact.value else "superseded"
    return (
        f"{how} on {newer.vintage}: {newer.in_unit:f} {newer.unit.code} "
        f"({newer.stage.value}; {newer.id})"
    )


class _Tree:
    def __init__(
        self, workspace: Workspace, releases: dict[str, Release], most_inputs: int | None
    ) -> None:
        from esep.briefings.figures import Figures
        from esep.language import language

        self._catalog = workspace.catalog
        self._releases = releases
        self._most = most_inputs
        self._told: set[str] = set()
        self._figures = Figures(language(self._catalog.languages[0]), self._catalog.units, None)

    def lines(self, node: Lineage, indent: str = "") -> Iterator[str]:
        fact = node.fact
        yield self._headline(fact)
        yield f"{indent}   id       {fact.id}"
        if fact.formula:
            yield f"{indent}   {'formula' if fact.inputs else 'told   '}  {fact.formula}"
        yield from (f"{indent}   {line}" for line in self._about(fact))
        inputs = node.inputs
        shown = inputs if self._most is None else inputs[: self._most]
        for number, each in enumerate(shown, start=1):
            last = number == len(inputs)
            branch, below = ("└─ ", "   ") if last else ("├─ ", "│  ")
            told = self.lines(each, indent + below)
            yield indent + branch + next(told)
            yield from told
        if len(shown) < len(inputs):
            yield f"{indent}└─ … and {len(inputs) - len(shown)} more inputs (--all shows them)"

    def _headline(self, fact: Fact) -> str:
        code = self._catalog.languages[0]
        indicator = self._catalog.indicators.get(fact.indicator)
        name = indicator.names.text(code) if indicator else (fact.label or fact.formula)
        said = "" if fact.comparison == "level" else f", {fact.comparison.value.replace('_', ' ')}"
        period = f", {fact.period.code}" if fact.period else ""
        value = self._figures.sentence(fact).replace("\u00a0", " ")
        exact = format(fact.in_unit, "f")
        return f"{name}, {fact.region}{period}{said}: {value} (exactly {exact} {fact.unit.code})"

    def _about(self, fact: Fact) -> Iterator[str]:
        if fact.ranking:
            missing = fact.ranking.expected - fact.ranking.of
            ties = f", shared with {fact.ranking.ties} more" if fact.ranking.ties else ""
            on = f" on the borders of {fact.ranking.borders}" if fact.ranking.borders else ""
            yield f"among    {fact.ranking.of} regions{on}, {missing} without a value{ties}"
        if fact.said_on:
            yield f"said on  {fact.said_on} ({fact.stage.value})"
            yield f"at       {fact.address}"
        elif fact.cell or fact.stage == "estimate":
            yield f"stage    {fact.stage.value}"
        if fact.cell:
            cell = fact.cell
            if fact.id.startswith("card:"):
                yield f"from     {cell.place}"
                return
            yield f"cell     {cell.place}: {cell.printed} {cell.unit.code}"
            yield from self._release(cell.release_id)

    def _release(self, release_id: str) -> Iterator[str]:
        release = self._releases.get(release_id)
        if release is None or release_id in self._told:
            yield f"release  {release_id}"
            return
        self._told.add(release_id)
        source = self._catalog.sources.get(release.source)
        provider = self._catalog.providers.get(source.provider) if source else None
        code = self._catalog.languages[0]
        table = f", table {source.table}" if source and source.table else ""
        by = f"{provider.names.get(code)}{table}; " if provider else ""
        yield f"release  {release_id}: {by}published {release.published_at}"
        if release.published_note:
            yield f"         {release.published_note}"
        if release.address:
            yield f"         {release.address}"
        yield f"bytes    sha256 {release.snapshot}"
