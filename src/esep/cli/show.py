"""What is an indicator: by region, over time, compared?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, print_rows, say
from esep.cli.options import (
    as_of_option,
    format_option,
    home_option,
    real_option,
    span_option,
    territory_option,
)
from esep.errors import BadRequest, NotFound

if TYPE_CHECKING:
    from esep.app.workspace import Workspace
    from esep.facts.book import FactBook
    from esep.facts.listing import Entry
    from esep.facts.nominal import RealLine
    from esep.indicators.areas import Area
    from esep.model.period import Period

COMPARISONS = (
    "change",
    "index",
    "share",
    "rank",
    "per-head",
    "per-head-rank",
    "contribution",
    "gap",
    "lowest",
    "highest",
    "recomputed",
    "chained",
)
FILES = ("xlsx", "parquet", "sdmx-csv", "sdmx-ml", "datapackage")
"""Formats that are files, not text on a terminal."""
MOST_NAMED = 8
MOST_LINES = 24
"""Lines of a series that a terminal shows; files get all of them."""


@dataclass(frozen=True)
class _Asked:
    indicator: str
    regions: Sequence[str]
    period: str | None
    compare: str | None
    territory: str | None
    span: str | None
    real: str | None
    as_of: date | None
    by: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether nothing is asked but the values as they are."""
        return not (self.compare or self.territory or self.span) and self.real is None


@click.command()
@click.argument("indicator")
@click.option(
    "--region", "-r", "regions", multiple=True, metavar="R", help="A code or a name; repeat."
)
@click.option("--period", metavar="P", help="2023, 2024-Q1, 2024-01/2024-04, ...")
@click.option("--compare", type=click.Choice(COMPARISONS), help="Say this of each value.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="The file (for datapackage the folder) to write."
)
@span_option
@real_option
@territory_option
@click.option(
    "--by", metavar="FIELD", default="", help="Of a register: split by stage, zones, a year ..."
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
    span: str | None,
    real: str | None,
    territory: str | None,
    by: str,
    as_of: date | None,
    format: str,
    home: Path,
) -> int:
    """Print an indicator: of all regions for one period, or of some regions over time.

    Without --region all regions are shown, for the newest period or the one given; with
    --region the whole series. A comparison over time stands on one territory or is called not
    comparable, with what can be compared instead. CSV is the form that `esep load` reads.

    --span takes a flow that is published from January on apart into months or quarters, or adds
    it up: only within one territory, and each such value is an estimate with its formula.
    Indices, rates and stocks are refused.

    --real puts the growth at current prices beside the real one. A volume index says the real
    growth and implies the prices; an index of prices leaves an estimate of the real growth.

    --compare lowest, highest and contribution say what the branches of a composite index make
    of it; recomputed and contribution need weights in the pack. --compare chained multiplies
    the yearly indices of --period 2021/2024.

    --territory brings every period onto one set of borders: what was published on them stands,
    what adds up is summed from the regions that make them, a volume index is averaged with the
    values of the year before and marked an estimate, and nothing else is brought over.

    What no office publishes and a register of the store adds up is counted there as of today,
    or of --as-of: projects, their cost and jobs, schools and places. What was declared of the
    same is told beside it and never mixed with it; --by splits the sum by a field of the cards.
    """
    from esep.app.workspace import open_workspace

    if real is not None and compare:
        raise BadRequest("--real and --compare say two things", hint="ask for one of them")
    workspace = open_workspace(home)
    asked = _Asked(indicator, regions, period, compare, territory, span, real, as_of, by)
    lines = _counted(workspace, asked) or _lines(workspace, asked)
    match format:
        case "csv":
            _print_tidy(lines)
        case form if form in FILES:
            _export(lines, workspace, form=form, out=out)
        case _:
            _print(lines, asked, format)
    return 0


def _counted(workspace: Workspace, asked: _Asked) -> Sequence[Entry]:
    """What the registers add up to; nothing where statistics know the indicator, or no card."""
    from esep.app.facts import fact_book, read_period
    from esep.app.roll_ups import is_counted, totals
    from esep.cli.register_changes import today_or
    from esep.facts.listing import Line

    catalog = workspace.catalog
    found = catalog.find_indicator(asked.indicator)
    if not asked.is_plain or not is_counted(catalog, found.id):
        if asked.by:
            raise BadRequest(
                f"{found.id} is not added up from a register, so it has no parts",
                hint="without --by: what statistics say",
            )
        return ()
    book = fact_book(workspace, indicators=[found.id], as_of=asked.as_of)
    if found.id in book.indicators_with_values and not asked.by:
        return ()
    codes = [catalog.regions.resolve(text) for text in asked.regions]
    wanted = read_period(asked.period) if asked.period is not None else None
    day = wanted.end if wanted is not None and wanted.is_point else today_or(asked.as_of)
    told = [
        each
        for each in totals(workspace, on=day, indicator=found.id, by=asked.by)
        if (not codes or each.fact.region in codes) and wanted in (None, each.fact.period)
    ]
    told.sort(key=lambda each: (each.fact.region != catalog.root, each.fact.region))
    for each in told:
        if each.remark:
            say(f"{each.fact.region}: {each.remark}.")
    if any(each.total.synthetic for each in told):
        say("Made-up cards: a demonstration, no figures of real projects.")
    return [Line(each.fact.region, each.fact, because=each.fact.formula) for each in told]


def _lines(workspace: Workspace, asked: _Asked) -> Sequence[Entry | RealLine]:
    from esep.app.facts import (
        book_about,
        deflator_of,
        find_areas,
        read_borders,
        read_period,
        read_span,
    )
    from esep.facts.listing import list_facts
    from esep.facts.nominal import beside_real
    from esep.indicators.spans import refuse_unless_chained
    from esep.model.fact import Comparison

    catalog = workspace.catalog
    found = catalog.find_indicator(asked.indicator)
    wanted = read_period(asked.period) if asked.period is not None else None
    borders = read_borders(workspace, asked.territory) if asked.territory else None
    by = "" if asked.real is None else deflator_of(workspace, found, asked.real).id
    root = catalog.root
    if borders is None:
        codes = [catalog.regions.resolve(text) for text in asked.regions]
    else:
        areas = [area for text in asked.regions for area in find_areas(workspace, borders, text)]
        codes = [borders.key(area) for area in areas]
        root = borders.key(*borders.around(root))
    span = read_span(asked.span)
    if asked.compare == "chained":
        refuse_unless_chained(found, wanted)
    book = book_about(workspace, found, codes, as_of=asked.as_of, borders=borders, span=span, by=by)
    try:
        lines = list_facts(
            book,
            found.id,
            codes,
            period=wanted,
            comparison=Comparison(asked.compare.replace("-", "_")) if asked.compare else None,
            root=root,
        )
    except NotFound:
        _tell_signs(workspace, found.id, codes, wanted, (), asked.as_of)
        raise
    _tell_signs(workspace, found.id, codes, wanted, lines, asked.as_of)
    for code in dict.fromkeys(codes):
        if code not in {line.region for line in lines}:
            say(book.nothing_of(found.id, code, asked.period or "").title)
    if borders is not None and wanted is None and span is None:
        for area in areas:
            _tell_left_out(book, found.id, area, borders.key(area))
    return beside_real(book, lines, by) if by else lines


def _tell_signs(
    workspace: Workspace,
    indicator: str,
    codes: Sequence[str],
    period: Period | None,
    lines: Sequence[Entry],
    as_of: date | None,
) -> None:
    """A value that is not there may be confidential, or there is no such thing: say which."""
    from esep.app.signs import signs_of

    if period is None and not codes:
        period = next((_period_of(line) for line in lines), None)  # one table, one period
    known = {(line.region, _period_of(line)) for line in lines}
    signs = signs_of(workspace, indicator, codes, period, known=known, as_of=as_of)
    for sign in signs[:MOST_NAMED]:
        region = sign.key.region_version.partition("@")[0]
        say(
            f"{region}, {sign.period.code}: {_SIGNS[sign.meaning.value]}, the source prints "
            f"'{sign.printed}' ({sign.place})"
        )
    if len(signs) > MOST_NAMED:
        say(f"... and {len(signs) - MOST_NAMED} more cells of the source without a figure.")


_SIGNS = {
    "absent": "there is no such thing",
    "not_available": "not available",
    "confidential": "confidential",
}


def _period_of(line: Entry) -> Period:
    from esep.facts.listing import Withheld

    period = line.period if isinstance(line, Withheld) else line.level.period
    assert period is not None  # a line stands for a period
    return period


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


def _print(lines: Sequence[Entry | RealLine], asked: _Asked, form: str) -> None:
    from esep.cli.show_columns import columns, real_row, row
    from esep.facts.nominal import RealLine

    shown = lines if form == "json" or asked.period else lines[-MOST_LINES:]
    rows = [
        real_row(line, form) if isinstance(line, RealLine) else row(line, form) for line in shown
    ]
    print_rows(
        rows,
        columns(
            asked.compare,
            form,
            made=bool(asked.territory or asked.span)
            or any(each["suppressed"] for each in rows)
            or any(_is_counted(each) for each in shown),
            branches=len({each["indicator"] for each in rows}) > 1,
            real=asked.real is not None,
            timed=any(each.get("comparability") for each in rows),
        ),
        form=form,
    )
    if len(shown) < len(lines):
        say(f"The last {len(shown)} of {len(lines)} lines; --format csv has all.")
    if form == "table":
        notes = (getattr(line, "note", "") for line in lines)
        for note in dict.fromkeys(each for each in notes if each):
            say(note)


def _is_counted(line: Entry | RealLine) -> bool:
    from esep.facts.listing import Line

    return isinstance(line, Line) and line.level.is_from_cards


def _tidy(lines: Sequence[Entry | RealLine]) -> Iterator[dict[str, object]]:
    """Rows of the observations CSV, each with its release."""
    from esep.facts.listing import Line, tidy
    from esep.facts.nominal import RealLine, tidy_real

    for line in lines:
        rows = tidy_real(line) if isinstance(line, RealLine) else tidy(line)
        cell = line.level.cell if isinstance(line, RealLine | Line) else None
        for row in rows:
            yield {**row, "release": cell.release_id if cell else ""}


def _print_tidy(lines: Sequence[Entry | RealLine]) -> None:
    from esep.facts.listing import TIDY

    print_rows([*_tidy(lines)], [Column(name, name) for name in TIDY], form="csv")


def _export(
    lines: Sequence[Entry | RealLine], workspace: Workspace, *, form: str, out: Path | None
) -> None:
    from esep.app.exports import export_rows

    if out is None:
        raise BadRequest(f"{form} is a file", hint=f"name it: --out {_EXAMPLES[form]}")
    rows = [*_tidy(lines)]
    written = export_rows(workspace, rows, out, form=form)
    say(f"Wrote {len(rows)} rows to {', '.join(str(path) for path in written)}.")


_EXAMPLES = {
    "xlsx": "figures.xlsx",
    "parquet": "figures.parquet",
    "sdmx-csv": "figures.csv",
    "sdmx-ml": "figures.xml",
    "datapackage": "figures",
}
