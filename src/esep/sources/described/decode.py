"""What does a label mean, by the codes of a description and the names of the pack?"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import TypeVar

from esep.catalog import Catalog
from esep.catalog.fold import fold
from esep.catalog.nearest import nearest
from esep.catalog.readings import ONLY_CODES, SKIP
from esep.catalog.source_descriptions import label_key
from esep.errors import BadRequest, NotFound
from esep.model.indicator import Indicator
from esep.model.period import Period
from esep.model.region import RegionVersion
from esep.model.source_description import Borders, Code, Others, Reading, WrittenAs
from esep.model.unit import ScaledUnit
from esep.sources.described.labels import spellings, without_marks
from esep.sources.described.written_period import period_of_moment, read_written_period
from esep.sources.mapping import YEARS, read_unit, region_version
from esep.sources.readers.grid import Cell
from esep.sources.surprise import Surprise, shown

T = TypeVar("T")


class Decoder:
    """Reads labels; each is judged once, since a table repeats few of them many times."""

    def __init__(
        self, catalog: Catalog, marks: Collection[str], borders: tuple[Borders, ...]
    ) -> None:
        self.catalog = catalog
        self.marks = tuple(marks)
        self.borders = borders
        self._tables: dict[int, dict[str, tuple[Code, ...]]] = {}
        self._regions: dict[tuple[int, str, Period, str], RegionVersion | Surprise | None] = {}
        self._codes: dict[tuple[int, str, str, int], str | Surprise | None] = {}
        self._names: dict[tuple[int, str, str], str | Surprise | None] = {}
        self._periods: dict[tuple[int, str], Period | Surprise | None] = {}
        self._units: dict[str, ScaledUnit | Surprise] = {}

    # -- by the codes of the description -----------------------------------------------

    def code(self, name: str, reading: Reading, text: str, year: int) -> str | Surprise | None:
        """The code of a label in a year; None to leave the figure out."""
        key = (id(reading), name, text, year)
        if key not in self._codes:
            self._codes[key] = self._code(name, reading, text, year)
        return self._codes[key]

    def _code(self, name: str, reading: Reading, text: str, year: int) -> str | Surprise | None:
        meant = self.coded(reading, text, year)
        if meant is not None:
            return None if meant == SKIP else meant
        match reading.others:
            case Others.SKIP:
                return None
            case Others.SAME:
                return without_marks(text, self.marks)[0].replace(" ", "_")
        known = [label for label in reading.codes if label]
        close = nearest(text, known) if text and known else []
        return Surprise(
            f"unknown_{name}" if text else "no_label",
            "",
            shown(text) if text else "an empty cell",
            f"a label of the {name} the description knows",
            (f"nearest: '{close[0]}'; " if close else "")
            + f"add it to the codes of '{name}', or say others: skip",
        )

    def coded(self, reading: Reading, text: str, year: int) -> str | None:
        """What the description's own codes say of a label; None where they say nothing."""
        table = self._table(reading)
        for spelling in spellings(text, self.marks):
            for each in table.get(label_key(spelling), ()):
                if each.holds_in(year):
                    return each.code
        return None

    def _table(self, reading: Reading) -> dict[str, tuple[Code, ...]]:
        table = self._tables.get(id(reading))
        if table is None:
            table = {label_key(label): codes for label, codes in reading.codes.items()}
            for label, codes in reading.codes.items():
                # A label written with its mark in the description is known without it, too.
                table.setdefault(label_key(without_marks(label, self.marks)[0]), codes)
            self._tables[id(reading)] = table
        return table

    # -- periods, units, indicators ----------------------------------------------------

    def period(self, reading: Reading, text: str, cell: Cell) -> Period | Surprise | None:
        if isinstance(cell, (date, datetime)):
            return period_of_moment(cell, reading.written_as)
        key = (id(reading), text)
        if key not in self._periods:
            self._periods[key] = self._period(reading, text)
        return self._periods[key]

    def _period(self, reading: Reading, text: str) -> Period | Surprise | None:
        period: Period | None = None
        written = reading.where.text is None and self.coded(reading, text, 0)
        if written == SKIP:
            return None
        for spelling in (str(written),) if written else spellings(text, self.marks):
            period = period or read_written_period(spelling, reading.written_as)
        if period is not None and period.start.year in YEARS and period.end.year in YEARS:
            return period
        if reading.others is Others.SKIP:
            return None
        return Surprise(
            "unknown_period" if text else "no_heading",
            "",
            shown(text) if text else "an empty heading over figures",
            "a period in words or figures: 2024, I квартал 2024 года, 2000/01, 2024-01/2024-04",
            "say under codes of 'period' what it means, as a period code or skip"
            if text
            else "give 'columns' that hold figures only, or say fill: true where a heading goes on",
        )

    def indicator(self, reading: Reading, text: str, year: int) -> Indicator | Surprise | None:
        code = self.code("indicator", reading, text, year)
        if code is None or isinstance(code, Surprise):
            return code
        if (indicator := self.catalog.indicators.get(code)) is not None:
            return indicator
        close = nearest(code, self.catalog.indicators)
        hint = f"nearest: {close[0]}" if close else "describe it in indicators/*.yaml"
        return Surprise(
            "unknown_indicator", "", shown(code), "the id of an indicator of the pack", hint
        )

    def unit(self, reading: Reading, text: str, year: int) -> ScaledUnit | Surprise | None:
        code = self.code("unit", reading, text, year)
        if code is None or isinstance(code, Surprise):
            return code
        if code not in self._units:
            self._units[code] = read_unit(code, self.catalog)
        return self._units[code]

    # -- regions -----------------------------------------------------------------------

    def region(
        self, reading: Reading, text: str, period: Period, *, year: int, within: str
    ) -> RegionVersion | Surprise | None:
        """The borders a figure is on. `within` is the region whose districts come first."""
        key = (id(reading), text, period, within)
        if key not in self._regions:
            self._regions[key] = self._region(reading, text, period, year, within)
        return self._regions[key]

    def _region(
        self, reading: Reading, text: str, period: Period, year: int, within: str
    ) -> RegionVersion | Surprise | None:
        code = self.region_code(reading, text, year, within=within)
        if code is None or isinstance(code, Surprise):
            return code
        if "@" not in code and (on := self._borders_on(period)):
            for version in self.catalog.regions.by_code.get(code, ()):
                if version.covers(on):
                    return version
        return region_version(code, period, self.catalog)

    def _borders_on(self, period: Period) -> date | None:
        day = period.start if period.is_point else period.end
        later = [
            date.fromisoformat(each.on)
            for each in self.borders
            if each.from_year <= period.start.year and date.fromisoformat(each.on) > day
        ]
        return max(later, default=None)

    def region_code(
        self, reading: Reading, text: str, year: int, *, within: str = ""
    ) -> str | Surprise | None:
        meant = self.coded(reading, text, year)
        if meant is not None:
            return None if meant == SKIP else meant
        key = (id(reading), text, within)
        if key not in self._names:
            self._names[key] = self._named_region(reading, text, within)
        return self._names[key]

    def _named_region(self, reading: Reading, text: str, within: str) -> str | Surprise | None:
        if reading.scheme == ONLY_CODES:
            return self._unknown_region(reading, text)
        regions = self.catalog.regions
        names = list(dict.fromkeys(spellings(text, self.marks)))
        if reading.scheme:
            for name in names:
                versions = regions.source_codes.get(f"{reading.scheme}:{name.strip()}", ())
                if versions:
                    return versions[0].partition("@")[0]
        if text and within:
            for name in names:
                for code in regions.spellings.get(fold(name), ()):
                    if any(version.parent == within for version in regions.by_code[code]):
                        return code
        for name in names:
            if name in regions.by_code or name in regions.by_id:
                return name
            codes = regions.spellings.get(fold(name), ())
            if len(codes) == 1 and not (reading.within and regions.latest(codes[0]).level > 1):
                return codes[0]
        return self._unknown_region(reading, text)

    def _unknown_region(self, reading: Reading, text: str) -> Surprise | None:
        if reading.others is Others.SKIP:
            return None
        if not text:
            return Surprise(
                "no_label",
                "",
                "an empty cell",
                "the name of a region",
                "say which: codes: {'': KZ}",
            )
        name = without_marks(text, self.marks)[0]
        try:
            hint = f"it is a district of another region: {self.catalog.regions.resolve(name)}"
        except (NotFound, BadRequest) as unresolved:
            hint = unresolved.hint
        hint += " Add an alias to regions/aliases.csv, or a code to the description."
        return Surprise("unknown_region", "", shown(text), "a region the pack knows", hint.strip())


def year_written(period: Period, reading: Reading) -> int:
    """The year as the source writes it: the end of 2003 is kept as 1 January 2004."""
    if period.is_point and reading.written_as is WrittenAs.END:
        return (period.start - timedelta(days=1)).year
    return period.start.year
