"""What observation does a row of a tidy file state, by the codes of the pack?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TypeVar

from esep.catalog import Catalog
from esep.catalog.nearest import nearest
from esep.errors import BadRequest, NotFound
from esep.model.indicator import Indicator
from esep.model.issue import Issue
from esep.model.observation import EstimateStage, Observation, Place, SeriesKey
from esep.model.period import Period, PeriodSyntaxError
from esep.model.region import RegionVersion
from esep.model.tidy import TIDY_COLUMNS
from esep.model.unit import ScaledUnit, UnitKind
from esep.sources.fitting import base_of, period_surprise, unit_surprise
from esep.sources.number import read_number
from esep.sources.readers.tidy_csv import TidyTable, as_line
from esep.sources.surprise import Surprise, shown

YEARS = range(1900, 2101)
MAX_SCALE = 15
MOST_SUGGESTIONS = 2000
"""A file with more unknown names than that is another file, and looking for each takes long."""

_REGION_EXPECTED = "the code of a region of the pack"
_INDICATOR_EXPECTED = "the id of an indicator of the pack"
_STAGES = {stage.value: stage for stage in EstimateStage}
_WITHOUT_SCALE = (UnitKind.PERCENT, UnitKind.POINTS, UnitKind.INDEX, UnitKind.RANK)

T = TypeVar("T")


@dataclass(slots=True)
class Mapped:
    """What became of a file's rows: those that state an observation, and why others do not."""

    observations: list[Observation] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    versions: dict[str, RegionVersion] = field(default_factory=dict)
    """Every region version the observations name, by its id."""


def map_observations(
    table: TidyTable, catalog: Catalog, *, file: str, stage: EstimateStage | None
) -> Mapped:
    """Map every row; `stage` is that of the release, for rows that name none."""
    mapper = RowMapper(catalog, stage, file)
    # An absent column is at -1, where an empty cell is put behind the others.
    cells_of = itemgetter(*(table.positions[column] for column in TIDY_COLUMNS))
    mapped = Mapped()
    for line, cells in table.rows:
        read = mapper.map(line, cells_of([*cells, ""]))
        if isinstance(read, Observation):
            mapped.observations.append(read)
        else:
            text = as_line(cells)
            mapped.issues += [each.at(file, line, row_text=text) for each in read]
    used = {observation.key.region_version for observation in mapped.observations}
    mapped.versions = {id: catalog.regions.version(id) for id in used}
    return mapped


@dataclass(frozen=True, slots=True)
class _Series:
    """What the cells of a row say besides region, period and value: few differ in a file."""

    indicator: Indicator
    unit: ScaledUnit
    comparison: str
    base: str
    breakdown: str
    stage: EstimateStage
    keys: dict[str, SeriesKey] = field(default_factory=dict)
    """By region version."""
    fitting: set[str] = field(default_factory=set)
    """Texts of periods that suit the indicator."""


class RowMapper:
    """Reads cells by the pack and remembers each distinct text, of which a file has few."""

    def __init__(self, catalog: Catalog, stage: EstimateStage | None, file: str) -> None:
        self._catalog = catalog
        self._stage = stage
        self._file = file
        self._suggestions = 0
        self._indicators: dict[str, Indicator | Surprise] = {}
        self._periods: dict[str, Period | Surprise] = {}
        self._units: dict[str, ScaledUnit | Surprise] = {}
        self._regions: dict[tuple[str, str], RegionVersion | Surprise] = {}
        self._stages: dict[str, EstimateStage | Surprise] = {}
        self._breakdowns: dict[str, str | Surprise] = {}
        self._series: dict[tuple[str, ...], _Series] = {}
        self._places: dict[tuple[str, str], tuple[str, Period]] = {}

    def map(self, line: int, cells: tuple[str, ...]) -> Observation | Iterable[Surprise]:
        """The observation, or all that is wrong with the row."""
        # A row of texts that were all seen and found good needs no judgement but of its number.
        indicator, region, period_text, value_text, *others, note = cells
        series = self._series.get((indicator, *others))
        where = self._places.get((region, period_text))
        if series is not None and where is not None and period_text in series.fitting:
            value = read_number(value_text)
            if not isinstance(value, Surprise):
                version_id, period = where
                key = series.keys.get(version_id) or _key(series, version_id)
                place = Place(self._file, "", line, "value")
                return Observation(
                    key, period, value, series.unit, series.stage, place, note.strip()
                )
        return self.judge(line, cells)

    def judge(self, line: int, cells: tuple[str, ...]) -> Observation | Iterable[Surprise]:
        (
            indicator_text,
            region_text,
            period_text,
            value_text,
            unit_text,
            comparison,
            base_text,
            breakdown_text,
            stage_text,
            note,
        ) = (cell.strip() for cell in cells)
        indicator = _known(self._indicators, indicator_text, self.indicator)
        period = _known(self._periods, period_text, read_period)
        unit = _known(self._units, unit_text, self.unit)
        value = read_number(value_text)
        stage = _known(self._stages, stage_text, self.stage_of)
        breakdown = _known(self._breakdowns, breakdown_text, read_breakdown)
        place_key = (region_text, period_text)
        region = self._regions.get(place_key)
        if region is None:
            region = self._regions[place_key] = self.region(region_text, period)
        if (
            isinstance(indicator, Surprise)
            or isinstance(period, Surprise)
            or isinstance(unit, Surprise)
            or isinstance(value, Surprise)
            or isinstance(stage, Surprise)
            or isinstance(breakdown, Surprise)
            or isinstance(region, Surprise)
        ):
            read = (indicator, region, period, value, unit, breakdown, stage)
            return dict.fromkeys(each for each in read if isinstance(each, Surprise))
        if misfits := self.misfits(indicator, period, unit, comparison, base_text):
            return misfits
        base = base_of(indicator, comparison=comparison, base=base_text)
        series = self._series.setdefault(
            (cells[0], *cells[4:-1]),
            _Series(indicator, unit, comparison, base, breakdown, stage),
        )
        series.fitting.add(cells[2])
        self._places[cells[1], cells[2]] = (region.id, period)
        key = series.keys.get(region.id) or _key(series, region.id)
        place = Place(self._file, "", line, "value")
        return Observation(key, period, value, unit, stage, place, note)

    def _may_suggest(self) -> bool:
        self._suggestions += 1
        return self._suggestions <= MOST_SUGGESTIONS

    def misfits(
        self, indicator: Indicator, period: Period, unit: ScaledUnit, comparison: str, base: str
    ) -> tuple[Surprise, ...]:
        found = (
            period_surprise(indicator, period),
            unit_surprise(indicator, unit, self._catalog.units, comparison=comparison, base=base),
        )
        return tuple(each for each in found if each is not None)

    def indicator(self, text: str) -> Indicator | Surprise:
        if (indicator := self._catalog.indicators.get(text)) is not None:
            return indicator
        if not self._may_suggest():
            return Surprise("unknown_indicator", "indicator", shown(text), _INDICATOR_EXPECTED)
        return Surprise(
            "unknown_indicator",
            "indicator",
            shown(text),
            _INDICATOR_EXPECTED,
            _indicator_hint(text, self._catalog),
        )

    def region(self, text: str, period: Period | Surprise) -> RegionVersion | Surprise:
        known = text.partition("@")[0] in self._catalog.regions.by_code
        if not known and not self._may_suggest():
            return Surprise("unknown_region", "region", shown(text), _REGION_EXPECTED)
        if isinstance(period, Surprise):
            # Of a row without a period only the name can be judged; of one with, the borders too.
            return period if known else unknown_region(text, self._catalog)
        return region_version(text, period, self._catalog)

    def unit(self, text: str) -> ScaledUnit | Surprise:
        return read_unit(text, self._catalog)

    def stage_of(self, text: str) -> EstimateStage | Surprise:
        # What does not say how settled it is, the release says.
        if text in ("", EstimateStage.UNSTATED.value) and self._stage is not None:
            return self._stage
        if (stage := _STAGES.get(text)) is not None:
            return stage
        close = nearest(text, _STAGES) if text else []
        return Surprise(
            "unknown_stage" if text else "no_stage",
            "stage",
            shown(text) if text else "nothing",
            f"one of {', '.join(_STAGES)}",
            f"did you mean {close[0]}?" if close else "say how settled the figure is",
        )


def region_version(text: str, period: Period, catalog: Catalog) -> RegionVersion | Surprise:
    """The borders a figure is on: as written (CODE@DATE), else those at the end of its period."""
    regions = catalog.regions
    try:
        if "@" in text:
            return regions.version(text)
        if text in regions.by_code:
            return regions.for_period(text, period)
    except NotFound as absent:
        versions = ", ".join(each.id for each in regions.by_code.get(text, ()))
        on_other_borders = (
            f"if the source counts it back on other borders, name them: {versions}"
            if versions
            else ""
        )
        return Surprise(
            "region_not_then",
            "region",
            f"{shown(text)} ({absent.title})",
            absent.detail or "a region version of the pack",
            " ".join(part for part in (absent.hint, on_other_borders) if part),
        )
    return unknown_region(text, catalog)


def unknown_region(text: str, catalog: Catalog) -> Surprise:
    try:
        hint = f"write its code: {catalog.regions.resolve(text)}" if text else ""
    except (NotFound, BadRequest) as unresolved:
        hint = unresolved.hint
    return Surprise("unknown_region", "region", shown(text), _REGION_EXPECTED, hint)


def read_unit(text: str, catalog: Catalog) -> ScaledUnit | Surprise:
    expected = "a unit of the pack, with its multiple if any, as KZT:6"
    try:
        unit = ScaledUnit.parse(text)
    except ValueError:
        return Surprise("unknown_unit", "unit", shown(text), expected, _unit_hint(text, catalog))
    known = catalog.units.get(unit.unit_id)
    if known is None:
        return Surprise("unknown_unit", "unit", shown(text), expected, _unit_hint(text, catalog))
    if unit.scale > (0 if known.kind in _WITHOUT_SCALE else MAX_SCALE):
        limit = "no multiple" if known.kind in _WITHOUT_SCALE else f"at most 10^{MAX_SCALE}"
        return Surprise("wrong_scale", "unit", shown(text), limit, f"write {unit.unit_id}")
    return unit


def _unit_hint(text: str, catalog: Catalog) -> str:
    wanted = text.partition(":")[0]
    close = nearest(wanted, catalog.units) if wanted else []
    return f"did you mean {close[0]}?" if close else f"one of {', '.join(catalog.units)}"


def _indicator_hint(text: str, catalog: Catalog) -> str:
    close = nearest(text, catalog.indicators, limit=3) if text else []
    if close:
        return f"nearest: {', '.join(close)}"
    return "esep search finds indicators by their names"


def read_period(text: str) -> Period | Surprise:
    try:
        period = Period.parse(text)
    except PeriodSyntaxError as error:
        return Surprise("not_a_period", "period", shown(text), "a period code", str(error))
    if period.start.year not in YEARS or period.end.year not in YEARS:
        expected = f"a year from {YEARS[0]} to {YEARS[-1]}"
        return Surprise("implausible_year", "period", shown(text), expected, "check the year")
    return period


def read_breakdown(text: str) -> str | Surprise:
    """Canonical `dimension=code;...`, sorted."""
    if not text:
        return ""
    parts = [part.strip() for part in text.split(";")]
    names = [part.partition("=")[0] for part in parts]
    if len(set(names)) < len(names) or not all(
        name and code for name, _, code in (part.partition("=") for part in parts)
    ):
        return Surprise(
            "not_a_breakdown",
            "breakdown",
            shown(text),
            "dimension=code, several separated by semicolons",
            "leave the cell empty for the total",
        )
    return ";".join(sorted(parts))


def _key(series: _Series, version_id: str) -> SeriesKey:
    key = SeriesKey(
        series.indicator.id, version_id, series.breakdown, series.comparison, series.base
    )
    return series.keys.setdefault(version_id, key)


def _known(memory: dict[str, T], text: str, read: Callable[[str], T]) -> T:
    found = memory.get(text)
    if found is None:
        found = memory[text] = read(text)
    return found
