"""How is a file laid out, and what would be read of it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, counted, print_json, print_rows, say, write
from esep.cli.issues import issue_row
from esep.cli.options import format_option, home_option
from esep.errors import BadRequest, NotFound

if TYPE_CHECKING:
    from esep.catalog import Catalog
    from esep.model.issue import Issue
    from esep.model.observation import Observation
    from esep.model.source_description import SourceDescription
    from esep.sources.described.read_file import ReadFile

TABLES = (
    Column("sheet", "Sheet"),
    Column("rows", "Rows"),
    Column("figures", "Figures", right=True),
    Column("regions", "Regions", right=True),
    Column("periods", "Periods"),
    Column("no_figure", "Without a figure"),
    Column("set_aside", "Set aside", right=True),
)
FIGURES = (
    Column("indicator", "Indicator"),
    Column("region", "Region"),
    Column("period", "Period"),
    Column("breakdown", "Breakdown"),
    Column("value", "Value", right=True),
    Column("unit", "Unit"),
    Column("cell", "Cell"),
)
MOST_FIGURES_SHOWN = 8
MOST_ISSUES_TOLD = 12


@click.group()
def source() -> None:
    """Describe how a provider's file is laid out, so that it loads without code.

    A description is a YAML file: in the pack (descriptions/), or beside the data as
    FILE.source.yaml. docs/guides/describe-a-source.md explains every key.
    """


@source.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Write it here [default: stdout].")
@click.option("--pack", default="", metavar="ID|DIR", help="The pack [default: the store's].")
@home_option
def draft(file: Path, out: Path | None, pack: str, home: Path) -> int:
    """Look at an unknown workbook, CSV or Parquet file and write a description of it.

    Guesses are marked '# guess'; what would be read by them is told on stderr. Exit code 1 if
    the draft cannot be used before it is corrected.
    """
    from esep.model.source_description import CsvDialect
    from esep.sources.described.find import SUFFIX
    from esep.sources.draft.text import GUESS
    from esep.sources.draft.write import draft_of
    from esep.sources.readers.open_sdg import read_sdg_metadata
    from esep.sources.readers.received import narrow_encoding_of, receive
    from esep.sources.readers.tables import open_tables

    catalog = _catalog(home, pack)
    content = receive(file)
    dialect = CsvDialect(encoding=narrow_encoding_of(content))
    metadata = read_sdg_metadata(file, catalog.languages)
    text = draft_of(open_tables(content, dialect, file=file.name), catalog, metadata)
    if out is not None:
        if out.exists():
            raise BadRequest(f"{out} exists", hint="name another file, or remove it first")
        out.write_text(text, encoding="utf-8")
        say(f"Written to {out}.")
    else:
        write(text.rstrip("\n"))
    beside = file.with_name(file.name + SUFFIX)
    code = _preview(text, out or beside, file, content, catalog)
    guesses = sum(GUESS in line for line in text.splitlines()[1:])
    if out is None:
        say(f"Next: keep it with --out {beside}")
    elif guesses:
        check = f"esep source check {file}" + (f" --description {out}" if out != beside else "")
        say(f"Next: correct the lines marked '{GUESS}' in {out}, then: {check}")
    return code


@source.command()
@click.argument("path", metavar="FILE|DESCRIPTION", type=click.Path(path_type=Path))
@click.option("--description", default="", metavar="ID|FILE", help="The description to use.")
@click.option("--pack", default="", metavar="ID|DIR", help="The pack [default: the store's].")
@format_option()
@home_option
def check(path: Path, description: str, pack: str, format: str, home: Path) -> int:
    """Check a description; given a data file, also tell what would be read of it.

    Nothing is loaded. Exit code 1 if anything would be set aside.
    """
    from esep.catalog.source_descriptions import read_description_file
    from esep.sources.described.find import SUFFIX, find_description
    from esep.sources.described.read_file import read_described
    from esep.sources.readers.received import receive

    catalog = _catalog(home, pack)
    if path.suffix in (".yaml", ".yml"):
        layout = read_description_file(path, catalog)
        say(f"{path.name} is right: {counted(len(layout.tables), 'table')} of {layout.source}.")
        data = path.with_name(path.name.removesuffix(SUFFIX))
        if data == path or not data.is_file():
            return 0
        path = data
    else:
        found = find_description(path, catalog, named=description)
        if found is None:
            raise NotFound(
                f"no description is for {path.name}",
                hint=f"esep source draft {path.name} writes one to correct",
            )
        layout = found
        say(f"{path.name} is described by {layout.id} ({layout.path}).")
    read = read_described(receive(path), layout, catalog, file=path.name)
    return _tell(read, catalog, form=format)


def _catalog(home: Path, pack: str) -> Catalog:
    """The pack that is named, else that of the store, else the one esep comes with."""
    from esep.app.workspace import DEFAULT_PACK, open_workspace
    from esep.catalog import load_catalog

    if pack:
        return load_catalog(pack)
    try:
        return open_workspace(home).catalog
    except NotFound:
        return load_catalog(DEFAULT_PACK)


def _preview(text: str, name: Path, file: Path, content: bytes, catalog: Catalog) -> int:
    from esep.catalog.source_descriptions import description_of_text
    from esep.sources.described.read_file import read_described

    say("\nBy this draft:")
    try:
        layout: SourceDescription = description_of_text(text, name.name, catalog)
        read = read_described(content, layout, catalog, file=file.name)
    except BadRequest as error:
        for line in (error.title, *error.detail.splitlines()[:MOST_ISSUES_TOLD]):
            say(f"  {line}")
        return 1
    return _tell(read, catalog, form="preview")


def _tell(read: ReadFile, catalog: Catalog, *, form: str) -> int:
    from esep.sources.described.prepare import judged

    observations, issues = judged(read, catalog)
    rows = [_table_row(table) for table in read.tables]
    if form == "json":
        print_json(
            {
                "tables": rows,
                "figures": len(observations),
                "issues": [issue_row(issue) for issue in issues],
            }
        )
    elif form == "preview":
        for row in rows:
            where = f"{row['sheet']}, rows {row['rows']}".removeprefix(", ")
            say(f"  {where}: {row['figures']} figures, {row['regions']} regions, {row['periods']}")
    else:
        print_rows(rows, TABLES, form=form)
        if form == "table" and observations:
            write("")
            print_rows(_sample(observations), FIGURES, form="table")
    _tell_issues(issues)
    return 1 if any(issue.severity.value == "set_aside" for issue in issues) else 0


def _table_row(table: object) -> dict[str, object]:
    from esep.sources.described.read_table import ReadTable

    assert isinstance(table, ReadTable)
    periods = sorted({each.period for each in table.observations})
    span = f"{periods[0]} to {periods[-1]} ({len(periods)})" if periods else ""
    return {
        "sheet": table.frame.grid.name,
        "rows": f"{table.frame.top}-{table.frame.bottom}",
        "figures": len(table.observations),
        "regions": len({each.key.region_version for each in table.observations}),
        "periods": span,
        "no_figure": ", ".join(f"{n} {meaning.value}" for meaning, n in table.signs.items()),
        "set_aside": table.troubles.set_aside,
        "left_out": table.left_out,
        "notes": [text for _, text in table.notes],
    }


def _sample(observations: Sequence[Observation]) -> list[dict[str, object]]:
    """A few figures from everywhere in the file."""
    step = max(1, len(observations) // MOST_FIGURES_SHOWN)
    return [
        {
            "indicator": each.key.indicator,
            "region": each.key.region_version,
            "period": each.period.code,
            "breakdown": each.key.breakdown,
            "value": format(each.value, "f"),
            "unit": each.unit.code,
            "cell": f"{each.place.sheet} {each.place.column}{each.place.row}".strip(),
        }
        for each in observations[::step][:MOST_FIGURES_SHOWN]
    ]


def _tell_issues(issues: Sequence[Issue]) -> None:
    if not issues:
        return
    kinds = Counter(issue.code for issue in issues)
    told = ", ".join(f"{count} {code.replace('_', ' ')}" for code, count in kinds.most_common())
    say(f"\n{counted(len(issues), 'issue')}: {told}")
    for issue in issues[:MOST_ISSUES_TOLD]:
        say(f"  {issue.place}: found {issue.found}; expected {issue.expected}")
        if issue.hint:
            say(f"    -> {issue.hint}")
    if len(issues) > MOST_ISSUES_TOLD:
        say(f"  ... and {len(issues) - MOST_ISSUES_TOLD} more: --json lists them")
