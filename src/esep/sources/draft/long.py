"""Is an unknown table a list with a figure a row, and which column says what?"""

from __future__ import annotations

from dataclasses import dataclass

from esep.catalog import Catalog
from esep.sources.described.written_period import read_written_period
from esep.sources.draft.look import is_number, known_region
from esep.sources.mapping import YEARS
from esep.sources.readers.grid import Cell, Grid, shown_cell

_SAMPLE_ROWS = 500
_MOST = 0.8
_VALUES = ("value", "obs_value", "amount", "figure", "значение", "мәні")


@dataclass(frozen=True, slots=True)
class LongTable:
    header: int
    value: str
    period: str
    region: str
    scheme: str
    blank_region: bool
    days: bool
    """Whether its periods are days, and not years or quarters."""
    others: tuple[str, ...]
    regions: list[str]
    periods: list[str]
    """What the two columns say, row by row; empty where regions are told by codes."""


def long_table(grid: Grid, catalog: Catalog) -> LongTable | None:
    """The columns of a list of figures, or None where the sheet is laid out otherwise."""
    if grid.height < 3:
        return None
    names = [" ".join(shown_cell(cell).split()) for cell in grid.rows[0]]
    named = [name for name in names if name]
    if len(named) < 2 or any(read_written_period(name) for name in named):
        return None
    if sum(bool(known_region(name, catalog)) for name in named) > 1:
        return None  # regions side by side
    columns = {
        name: [grid.cell(row, number) for row in range(2, min(grid.height, _SAMPLE_ROWS) + 1)]
        for number, name in enumerate(names, 1)
        if name
    }
    numeric = [name for name, cells in columns.items() if _share(cells, is_number) >= _MOST]
    periods = [name for name in columns if _share(columns[name], _is_period) >= _MOST]
    values = [name for name in numeric if name not in periods]
    regions = {name: _region_scheme(cells, catalog) for name, cells in columns.items()}
    region = next((name for name, scheme in regions.items() if scheme is not None), "")
    if not values or not (periods or region):
        return None
    wanted = [name for name in values if name.casefold() in _VALUES]
    value = wanted[0] if wanted else values[-1]
    if len(values) > 1 and not wanted:
        return None
    period = periods[0] if periods else ""
    by_name = bool(period) and regions.get(region) == ""
    where, when = (names.index(name) + 1 if by_name else 0 for name in (region, period))
    rows = range(2, grid.height + 1) if by_name else ()
    return LongTable(
        header=1,
        value=value,
        period=period,
        region=region,
        scheme=regions.get(region) or "",
        days=bool(period) and _share(columns[period], _is_day) >= _MOST,
        blank_region=bool(region) and any(cell in (None, "") for cell in columns[region]),
        others=tuple(
            name
            for name in columns
            if name not in (value, period, region) and any(cell for cell in columns[name])
        ),
        regions=[shown_cell(grid.cell(row, where)).strip() for row in rows],
        periods=[shown_cell(grid.cell(row, when)).strip() for row in rows],
    )


def _share(cells: list[Cell], test: object) -> float:
    filled = [cell for cell in cells if cell not in (None, "")]
    assert callable(test)
    return sum(bool(test(cell)) for cell in filled) / len(filled) if filled else 0.0


def _is_period(cell: Cell) -> bool:
    period = read_written_period(shown_cell(cell))
    return period is not None and period.start.year in YEARS


def _is_day(cell: Cell) -> bool:
    period = read_written_period(shown_cell(cell))
    return period is not None and period.is_point


def _region_scheme(cells: list[Cell], catalog: Catalog) -> str | None:
    """The provider's code list a column of regions is written in, '' for names, None for none."""
    texts = [shown_cell(cell).strip() for cell in cells if cell not in (None, "")]
    distinct = list(dict.fromkeys(texts))[:200]
    if len(distinct) < 2:
        return None
    schemes = sorted({code.partition(":")[0] for code in catalog.regions.source_codes})
    for scheme in schemes:
        known = sum(f"{scheme}:{text}" in catalog.regions.source_codes for text in distinct)
        if known / len(distinct) >= 0.6:
            return scheme
    known = sum(bool(known_region(text, catalog)) for text in distinct)
    return "" if known / len(distinct) >= 0.6 else None
