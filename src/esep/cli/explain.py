"""How did a figure come about, down to the cell it was read from?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import print_json, write
from esep.cli.options import as_of_option, home_option, json_option, territory_option
from esep.cli.show import COMPARISONS
from esep.errors import BadRequest

if TYPE_CHECKING:
    from esep.app.workspace import Workspace
    from esep.facts.lineage import Lineage
    from esep.model.fact import Fact
    from esep.model.release import Release

MOST_INPUTS = 5


@click.command()
@click.argument("fact_or_indicator", metavar="FACT_ID|INDICATOR")
@click.option("--region", metavar="R", help="A code or a name.")
@click.option("--period", metavar="P", help="2023, 2024-Q1, 2024-01/2024-04, ...")
@click.option("--compare", type=click.Choice(COMPARISONS), help="Explain this comparison.")
@click.option("--all", "show_all", is_flag=True, help="Every input, however many.")
@territory_option
@as_of_option
@json_option
@home_option
def explain(
    fact_or_indicator: str,
    region: str | None,
    period: str | None,
    compare: str | None,
    show_all: bool,
    territory: str | None,
    as_of: date | None,
    as_json: bool,
    home: Path,
) -> None:
    """Show how a figure came about, as a tree: formula, inputs, release, file, row, address.

    A fact id stands beside every figure of a briefing. Without one, name the indicator with
    --region and --period.
    """
    from esep.app.facts import find_fact, find_named_fact
    from esep.app.known_releases import known_releases
    from esep.app.revisions import newer_than
    from esep.app.workspace import open_workspace
    from esep.facts.lineage import lineage

    workspace = open_workspace(home)
    if ":" in fact_or_indicator:
        fact, lookup = find_fact(workspace, fact_or_indicator)
    elif region and period:
        fact, lookup = find_named_fact(
            workspace,
            fact_or_indicator,
            region,
            period,
            compare=compare,
            as_of=as_of,
            territory=territory,
        )
    else:
        raise BadRequest(
            f"which figure of {fact_or_indicator}?",
            hint="give a fact id, or add --region and --period",
        )
    newer = newer_than(workspace, fact)
    if as_json:
        from esep.briefings.ledger import fact_record, lineage_record

        record = lineage_record(lineage(fact, lookup))
        print_json(record | ({"superseded_by": fact_record(newer)} if newer else {}))
        return
    releases = {release.id: release for release in known_releases(workspace)}
    tree = _Tree(workspace, releases, MOST_INPUTS if not show_all else None)
    for line in tree.lines(lineage(fact, lookup)):
        write(line)
    if newer is not None:
        write(_superseded(fact, newer))


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
            yield f"{indent}   formula  {fact.formula}"
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
            yield f"among    {fact.ranking.of} regions, {missing} without a value{ties}"
        if fact.said_on:
            yield f"said on  {fact.said_on} ({fact.stage.value})"
            yield f"at       {fact.address}"
        elif fact.cell:
            yield f"stage    {fact.stage.value}"
        if fact.cell:
            cell = fact.cell
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
