"""On which borders does an unknown table count, and what did its labels mean in earlier years?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from esep.catalog import Catalog
from esep.model.period import Period
from esep.model.region import RegionVersion
from esep.model.source_description import WrittenAs
from esep.sources.described.labels import cleaned, without_marks
from esep.sources.described.written_period import read_written_period
from esep.sources.draft.look import SeenTable, is_number
from esep.sources.readers.grid import Grid, shown_cell

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Past:
    earlier: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """By code: the region that stood in its row before, and the first year of its own."""
    borders: tuple[tuple[int, date], ...] = ()
    """From which year on the table counts on the borders of which later day."""


Told = Mapping[str, list[Period]]
"""The periods in which each region has a figure, by code."""


def past_of(told: Told, known: Collection[str], written_as: str, catalog: Catalog) -> Past:
    """What the years tell in which each region has figures; `known` are all regions with a row.

    A region with figures of the time before it began is counted back by the source. One that was
    made of a region that has ended stands for it in the years before, unless that one has a row
    of its own.
    """
    before = _predecessors(told, known, catalog)
    borders: dict[date, int] = {}
    for code, periods in told.items():
        begun = catalog.regions.by_code[code][0].valid_from
        if begun is None or code in before:
            continue
        early = [period.start.year for period in periods if _day(period) < begun]
        if early:
            borders[begun] = min(early)
    earlier: dict[str, tuple[str, int]] = {}
    for code, (old, begun) in before.items():
        # What ended on a day in the middle of a year was not there at the year's end.
        year = begun.year + (written_as == "start")
        year = min(year, borders.get(begun, year) - (begun in borders and written_as == "end"))
        first = min(_year(period, written_as) for period in told[code])
        if first < year:
            earlier[code] = (old, year)
    return Past(earlier, tuple(sorted((year, day) for day, year in borders.items())))


def point_by_regions(told: Told, known: Collection[str], catalog: Catalog) -> str:
    """Whether states are those of the end of a year: regions that began within it are there.

    Where the source counts some region back, the others may be counted back as well.
    """
    before = _predecessors(told, known, catalog)
    ends = starts = 0
    for code, periods in told.items():
        begun = catalog.regions.by_code[code][0].valid_from
        if begun is None or code in before:
            continue
        first = min(period.start.year for period in periods)
        ends += first == begun.year
        starts += first != begun.year
    return "end" if ends and not starts else "start"


def _predecessors(
    told: Told, known: Collection[str], catalog: Catalog
) -> dict[str, tuple[str, date]]:
    found: dict[str, tuple[str, date]] = {}
    for code, periods in told.items():
        oldest: RegionVersion = catalog.regions.by_code[code][0]
        begun = oldest.valid_from
        if begun is None or min(map(_day, periods)) >= begun:
            continue
        for predecessor in oldest.predecessors:
            old = catalog.regions.version(predecessor)
            ended = catalog.regions.latest(old.code).valid_to is not None
            if old.code not in known and ended and old.kind == oldest.kind:
                found[code] = (old.code, begun)
    return found


def told_in_table(grid: Grid, table: SeenTable, known: Mapping[str, str], written_as: str) -> Told:
    found: dict[str, list[Period]] = {}
    for label, heading, row, column in _cells(grid, table):
        region, when = (heading, label) if table.across else (label, heading)
        code = known.get(region)
        if code and is_number(grid.cell(row, column)) and (period := _period(when, written_as)):
            found.setdefault(code, []).append(period)
    return found


def told_in_list(
    regions: list[str], periods: list[str], known: Mapping[str, str], written_as: str
) -> Told:
    found: dict[str, list[Period]] = {}
    for region, when in zip(regions, periods, strict=True):
        if (code := known.get(region)) and (period := _period(when, written_as)):
            found.setdefault(code, []).append(period)
    return found


def _cells(grid: Grid, table: SeenTable) -> Iterator[tuple[str, str, int, int]]:
    headings: list[str] = []
    year = ""
    for text in table.headings:
        named = _YEAR.search(text)
        year = named[0] if named else year
        headings.append(text if named or not table.fill else f"{year} {text}")
    for row in range(table.first_row, table.last_row + 1):
        label = shown_cell(grid.cell(row, table.label_column)).strip()
        for number, heading in enumerate(headings if label else (), table.label_column + 1):
            yield label, heading, row, number


def _period(text: str, written_as: str) -> Period | None:
    plain = without_marks(cleaned(text), ("1", "2", "3"))[0]
    return read_written_period(plain, WrittenAs(written_as) if written_as else WrittenAs.PLAIN)


def _day(period: Period) -> date:
    """The day whose borders a figure is on."""
    return period.start if period.is_point else period.end


def _year(period: Period, written_as: str) -> int:
    """The year as the source writes it: the end of 2003 is kept as 1 January 2004."""
    at_end = written_as == "end" and period.is_point
    return (period.start - timedelta(days=1)).year if at_end else period.start.year
