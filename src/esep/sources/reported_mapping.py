"""What did a row of a reported-figures file say, by the codes of the pack where they exist?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from esep.catalog import Catalog
from esep.catalog.nearest import nearest
from esep.errors import BadRequest, NotFound
from esep.model.issue import Issue, Severity
from esep.model.period import Period, PeriodSyntaxError
from esep.model.release import ReportedFigure
from esep.model.unit import ScaledUnit
from esep.sources.mapping import unknown_region
from esep.sources.number import read_plain_or_exponent
from esep.sources.readers.tidy_csv import TidyRow, TidyTable, as_line
from esep.sources.surprise import Surprise, shown

MOST_ISSUES = 10_000

_PLANNED = {
    "true": True,
    "1": True,
    "yes": True,
    "false": False,
    "0": False,
    "no": False,
    "": False,
}
_HEDGES = ("", "over", "under", "about")
_DIRECTIONS = ("", "up", "down")
_UNITS_OF_SPEECH = ("other", "year")
"""What is said also counts megawatts and names years, which no indicator of a pack does."""


@dataclass(slots=True)
class MappedFigures:
    figures: list[ReportedFigure] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def map_reported(
    table: TidyTable, catalog: Catalog, *, file: str, release_id: str
) -> MappedFigures:
    """Map every row. What was said stays as said: only a row that cannot be used is set aside.

    A region or topic the pack does not know is kept as written, with a warning: the statement
    is evidence all the same.
    """
    mapped = MappedFigures()
    lines_of_ids: dict[str, int] = {}
    for row in table.rows:
        if len(mapped.issues) > MOST_ISSUES:
            break  # the file is refused for it
        cells = _cells(row, table)
        figure, surprises = _map(cells, row.line, catalog, file=file, release_id=release_id)
        if (earlier := lines_of_ids.setdefault(cells["id"], row.line)) != row.line:
            surprises = [*surprises, _repeated_id(cells["id"], earlier)]
        text = as_line(row.cells)
        mapped.issues += [each.at(file, row.line, row_text=text) for each in surprises]
        if figure and all(each.severity is Severity.WARNING for each in surprises):
            mapped.figures.append(figure)
    return mapped


def _cells(row: TidyRow, table: TidyTable) -> dict[str, str]:
    return {
        column: row.cells[place].strip() if place >= 0 else ""
        for column, place in table.positions.items()
    }


def _map(
    cells: dict[str, str], line: int, catalog: Catalog, *, file: str, release_id: str
) -> tuple[ReportedFigure | None, list[Surprise]]:
    said_on = _day(cells["said_on"])
    region = _region(cells["region"], catalog)
    period = _period(cells["period"])
    value = read_plain_or_exponent(cells["value"])
    unit = _unit(cells["unit"], catalog)
    planned = _PLANNED.get(cells["planned"].lower())
    surprises = [each for each in (said_on, period, value) if isinstance(each, Surprise)]
    surprises += _unknown_words(cells, catalog)
    surprises += [each for each in (region, unit) if isinstance(each, Surprise)]
    if planned is None:
        surprises.append(
            Surprise("not_yes_or_no", "planned", shown(cells["planned"]), "true or false")
        )
    if (
        isinstance(said_on, Surprise)
        or isinstance(period, Surprise)
        or isinstance(value, Surprise)
        or planned is None
    ):
        return None, surprises
    figure = ReportedFigure(
        id=cells["id"],
        said_on=said_on,
        source=cells["source"],
        region=cells["region"] if isinstance(region, Surprise) else region,
        topic=cells["topic"],
        label=cells["label"],
        indicator=cells["indicator"],
        period=period,
        value=format(value, "f"),
        unit=cells["unit"] if isinstance(unit, Surprise) else unit,
        comparison=cells["comparison"],
        planned=planned,
        hedge=cells["hedge"],
        direction=cells["direction"],
        release_id=release_id,
        row=line,
        file=file,
    )
    return figure, surprises


def _day(text: str) -> date | Surprise:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return Surprise("not_a_day", "said_on", shown(text), "a day, as 2024-06-14")


def _period(text: str) -> str | Surprise:
    try:
        return Period.parse(text).code if text else ""
    except PeriodSyntaxError as error:
        return Surprise(
            "not_a_period", "period", shown(text), "a period code or nothing", str(error)
        )


def _region(text: str, catalog: Catalog) -> str | Surprise:
    """The code of a region that may be written as a code or, as reports do, by its name."""
    try:
        return catalog.regions.resolve(text)
    except (NotFound, BadRequest):
        return _warning(unknown_region(text, catalog))


def _unit(text: str, catalog: Catalog) -> str | Surprise:
    try:
        unit = ScaledUnit.parse(text)
    except ValueError:
        unit = ScaledUnit("")
    if unit.unit_id in catalog.units or text in _UNITS_OF_SPEECH:
        return unit.code
    expected = f"one of {', '.join([*catalog.units, *_UNITS_OF_SPEECH])}"
    close = nearest(text.partition(":")[0], catalog.units)
    hint = f"did you mean {close[0]}?" if close else "write other for what the pack does not count"
    # Without its unit the number says nothing, so this is not a mere warning.
    return Surprise("unknown_unit", "unit", shown(text), expected, hint)


def _unknown_words(cells: dict[str, str], catalog: Catalog) -> Iterable[Surprise]:
    if not cells["id"]:
        yield Surprise("no_id", "id", "nothing", "an id that no other row has")
    if not cells["label"]:
        yield Surprise("no_label", "label", "nothing", "what was counted, in words")
    if cells["topic"] and cells["topic"] not in catalog.topics:
        yield _warning(_unknown("topic", cells["topic"], catalog.topics))
    if cells["indicator"] and cells["indicator"] not in catalog.indicators:
        yield _unknown("indicator", cells["indicator"], catalog.indicators)
    if cells["hedge"] not in _HEDGES:
        yield _unknown("hedge", cells["hedge"], _HEDGES[1:])
    if cells["direction"] not in _DIRECTIONS:
        yield _unknown("direction", cells["direction"], _DIRECTIONS[1:])


def _unknown(column: str, text: str, known: Iterable[str]) -> Surprise:
    options = list(known)
    close = nearest(text, options, limit=3)
    expected = f"one of {', '.join(options)}" if len(options) < 8 else f"a known {column}"
    return Surprise(
        f"unknown_{column}",
        column,
        shown(text),
        expected,
        f"nearest: {', '.join(close)}" if close else "leave the cell empty if none fits",
    )


def _warning(surprise: Surprise) -> Surprise:
    return Surprise(
        surprise.code,
        surprise.column,
        surprise.found,
        surprise.expected,
        surprise.hint,
        severity=Severity.WARNING,
    )


def _repeated_id(id: str, line: int) -> Surprise:
    return Surprise(
        "repeated_id", "id", f"{shown(id)}, as on line {line}", "an id that no other row has"
    )
