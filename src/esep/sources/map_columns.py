"""What observations do the columns of a large file state, by the codes of the pack?

Each distinct text and each distinct combination of texts is judged once, by the same rules as a
single row; only rows with something wrong are then looked at one by one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from esep.catalog import Catalog
from esep.model.indicator import Indicator
from esep.model.issue import Issue
from esep.model.observation import EstimateStage, Observation, Place, SeriesKey
from esep.model.period import Period
from esep.model.region import RegionVersion
from esep.model.tidy import TIDY_COLUMNS
from esep.model.unit import ScaledUnit
from esep.sources.combine import combined
from esep.sources.fitting import base_of, period_surprise, unit_surprise
from esep.sources.mapping import RowMapper, read_breakdown, read_period
from esep.sources.readers.columns import TidyColumns, encoded
from esep.sources.surprise import Surprise

_NUMBER = r"^[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?$"
_UNUSUAL_NUMBER = r"^\+|^-?0[0-9]"
_EXPONENT = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?[eE][+-]?[0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class Series:
    """What the cells of a row say besides region, period and value."""

    indicator: Indicator
    unit: ScaledUnit
    comparison: str
    base: str
    breakdown: str
    stage: EstimateStage


@dataclass(frozen=True)
class MappedColumns:
    """The good rows, each by the numbers of its series, region version and period."""

    file: str
    rows: Any
    """The row in the file of each."""
    series: list[Series]
    versions: list[RegionVersion]
    periods: list[Period]
    of_series: Any
    of_version: Any
    of_period: Any
    printed: Any
    notes: Any
    value_column: str = "value"

    def __len__(self) -> int:
        return len(self.rows)

    def keep(self, mask: Any) -> MappedColumns:
        return MappedColumns(
            self.file,
            self.rows.filter(mask),
            self.series,
            self.versions,
            self.periods,
            self.of_series.filter(mask),
            self.of_version.filter(mask),
            self.of_period.filter(mask),
            self.printed.filter(mask),
            self.notes.filter(mask),
            self.value_column,
        )

    @cached_property
    def numbers(self) -> Any:
        """The values as doubles, in the unit of each."""
        import pyarrow as pa

        return self.printed.cast(pa.float64())

    def observation(self, index: int) -> Observation:
        series = self.series[self.of_series[index].as_py()]
        version = self.versions[self.of_version[index].as_py()]
        return Observation(
            SeriesKey(
                series.indicator.id, version.id, series.breakdown, series.comparison, series.base
            ),
            self.periods[self.of_period[index].as_py()],
            Decimal(self.printed[index].as_py()),
            series.unit,
            series.stage,
            Place(self.file, "", self.rows[index].as_py(), self.value_column),
            self.notes[index].as_py(),
        )


def map_columns(
    tidy: TidyColumns,
    catalog: Catalog,
    *,
    stage: EstimateStage | None,
    most_issues: int,
) -> tuple[MappedColumns, list[Issue]]:
    """The good rows, and what is wrong with the others: of those at most a few too many."""
    import pyarrow as pa
    import pyarrow.compute as pc

    file = tidy.source.file
    mapper = RowMapper(catalog, stage, file)
    coded = {
        name: encoded(tidy.columns[name]) for name in TIDY_COLUMNS if name not in ("value", "note")
    }
    texts = {
        name: [str(each).strip() for each in coded[name].dictionary.to_pylist()] for name in coded
    }
    codes = {name: coded[name].indices for name in coded}
    printed, numeric = _numbers(tidy.columns["value"])

    indicators = [mapper.indicator(text) for text in texts["indicator"]]
    units = [mapper.unit(text) for text in texts["unit"]]
    stages = [mapper.stage_of(text) for text in texts["stage"]]
    breakdowns = [read_breakdown(text) for text in texts["breakdown"]]
    periods = [read_period(text) for text in texts["period"]]

    names = ("indicator", "unit", "comparison", "base", "breakdown", "stage")
    of_series, combinations = combined([codes[name] for name in names])
    series = [
        _series(
            catalog,
            indicators[one],
            units[two],
            texts["comparison"][three],
            texts["base"][four],
            breakdowns[five],
            stages[six],
        )
        for one, two, three, four, five, six in combinations
    ]
    of_place, places = combined([codes["region"], codes["period"]])
    regions = [mapper.region(texts["region"][one], periods[two]) for one, two in places]
    of_span, spans = combined([codes["indicator"], codes["period"]])
    spans_fit = [_fits(indicators[one], periods[two]) for one, two in spans]

    good = numeric
    for fits, which in (
        ([each is not None for each in series], of_series),
        ([isinstance(each, RegionVersion) for each in regions], of_place),
        (spans_fit, of_span),
    ):
        if not all(fits):
            good = pc.and_(good, pa.array(fits).take(which))
    issues = []
    if not pc.all(good).as_py():
        bad = pc.indices_nonzero(pc.invert(good)).slice(0, most_issues + 1)
        issues = _complaints(tidy, mapper, bad.to_pylist())
    version_ids = {each.id: each for each in regions if isinstance(each, RegionVersion)}
    place_of = {id: number for number, id in enumerate(version_ids)}
    version_of_place = pa.array(
        [place_of[each.id] if isinstance(each, RegionVersion) else -1 for each in regions],
        pa.int32(),
    )
    # One period may be written in several ways.
    numbers: dict[Period, int] = {}
    period_of = [
        numbers.setdefault(each if isinstance(each, Period) else _NEVER, len(numbers))
        for each in periods
    ]
    mapped = MappedColumns(
        file=file,
        rows=tidy.source.rows,
        series=[each or _NOBODY for each in series],
        versions=list(version_ids.values()),
        periods=list(numbers),
        of_series=of_series,
        of_version=version_of_place.take(of_place),
        of_period=pa.array(period_of, pa.int32()).take(codes["period"]),
        printed=printed,
        notes=_stripped(tidy.columns["note"]),
        value_column=tidy.name("value"),
    )
    return (mapped if pc.all(good).as_py() else mapped.keep(good)), issues


_NEVER = Period.year(1)
_NOBODY: Any = None
"""Stand where a text could not be read; no row that is kept points at them."""


def _series(
    catalog: Catalog,
    indicator: Indicator | Surprise,
    unit: ScaledUnit | Surprise,
    comparison: str,
    base: str,
    breakdown: str | Surprise,
    stage: EstimateStage | Surprise,
) -> Series | None:
    if (
        isinstance(indicator, Surprise)
        or isinstance(unit, Surprise)
        or isinstance(breakdown, Surprise)
        or isinstance(stage, Surprise)
        or unit_surprise(indicator, unit, catalog.units, comparison=comparison, base=base)
    ):
        return None
    resolved = base_of(indicator, comparison=comparison, base=base)
    return Series(indicator, unit, comparison, resolved, breakdown, stage)


def _fits(indicator: Indicator | Surprise, period: Period | Surprise) -> bool:
    return (
        not isinstance(indicator, Surprise)
        and not isinstance(period, Surprise)
        and period_surprise(indicator, period) is None
    )


def _complaints(tidy: TidyColumns, mapper: RowMapper, indices: list[int]) -> list[Issue]:
    """What is wrong with each of these rows, in the words of the row-by-row reading."""
    read = tidy.source
    issues = []
    columns = [tidy.columns[name].take(_places(indices)).to_pylist() for name in TIDY_COLUMNS]
    raw = [column.take(_places(indices)).to_pylist() for column in read.cells.itercolumns()]
    rows = read.rows.take(_places(indices)).to_pylist()
    from esep.sources.readers.tidy_csv import as_line

    for number, row in enumerate(rows):
        judged = mapper.judge(row, tuple(column[number] for column in columns))
        if isinstance(judged, Observation):
            raise AssertionError(f"{read.file}, line {row}: is good alone and bad among others")
        text = as_line(str(column[number]) for column in raw)
        for each in judged:
            issue = each.at(read.file, row, row_text=text)
            issues.append(_renamed(issue, tidy))
    return issues


def _places(indices: list[int]) -> Any:
    import pyarrow as pa

    return pa.array(indices, pa.int64())


def _renamed(issue: Issue, tidy: TidyColumns) -> Issue:
    place = issue.place
    named = Place(place.file, place.sheet, place.row, tidy.name(place.column))
    return Issue(
        issue.code, issue.severity, named, issue.found, issue.expected, issue.hint, issue.row_text
    )


def _numbers(column: Any) -> tuple[Any, Any]:
    """The values as plain decimals, and which of them are numbers at all."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from esep.sources.readers.columns import flat

    printed = flat(column).cast(pa.string())
    numeric = pc.match_substring_regex(printed, _NUMBER)
    if not pc.all(numeric).as_py():
        # Spaces around a number do not matter; nothing else is forgiven.
        odd = pc.invert(numeric)
        texts = [str(text).strip() for text in printed.filter(odd).to_pylist()]
        printed = pc.replace_with_mask(printed, odd, pa.array(texts, pa.string()))
        numeric = pc.match_substring_regex(printed, _NUMBER)
    unusual = pc.match_substring_regex(printed, _UNUSUAL_NUMBER)
    if pc.any(pc.and_(unusual, numeric)).as_py():
        mask = pc.and_(unusual, numeric)
        plain = [format(Decimal(text), "f") for text in printed.filter(mask).to_pylist()]
        printed = pc.replace_with_mask(printed, mask, pa.array(plain, pa.string()))
    return printed, numeric


def _stripped(column: Any) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    from esep.sources.readers.columns import flat

    return pc.utf8_trim_whitespace(flat(column).cast(pa.string()))
