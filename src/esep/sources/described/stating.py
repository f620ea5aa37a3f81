"""Which observation does a figure state: of what, where, when, in which unit?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from esep.catalog import Catalog
from esep.catalog.readings import TOTAL
from esep.model.indicator import Indicator
from esep.model.observation import EstimateStage, Observation, Place, SeriesKey
from esep.model.period import Period
from esep.model.region import RegionVersion
from esep.model.source_description import Reading
from esep.model.unit import ScaledUnit
from esep.sources.described.decode import Decoder, year_written
from esep.sources.described.labels import without_marks
from esep.sources.described.locate import Frame
from esep.sources.described.places import Places, Written
from esep.sources.described.values import Figure
from esep.sources.fitting import base_of, period_surprise, unit_surprise
from esep.sources.surprise import Surprise

T = TypeVar("T")

Wrong = list[tuple[Surprise, Written]]
"""What was not understood, and where it is written."""


@dataclass(frozen=True, slots=True)
class ColumnOfFigures:
    number: int
    readings: dict[str, Reading]
    breakdown: dict[str, Reading]
    trouble: Surprise | None = None
    """Why nothing of the column can be read."""


class _LeftOut(Exception):
    """The description says to leave this figure out."""


class Stating:
    """Reads the properties of figures, cell by cell, and remembers the region it is in."""

    def __init__(
        self, frame: Frame, catalog: Catalog, places: Places, decode: Decoder, *, stage: str
    ) -> None:
        self.table = frame.table
        self.catalog, self.places, self.decode = catalog, places, decode
        self.stage = stage
        self.within = ""
        """The region whose districts the rows name."""
        self._wrong: Wrong = []
        self._marks: dict[str, None] = {}
        self._known_marks: dict[str, tuple[str, ...]] = {}

    def state(
        self, row: int, column: ColumnOfFigures, value: Figure | Surprise, here: Place
    ) -> Observation | Wrong | None:
        """The observation; or all that was not understood; or None for what is left out."""
        try:
            return self._state(row, column, value, here)
        except _LeftOut:
            return None

    def _state(
        self, row: int, column: ColumnOfFigures, value: Figure | Surprise, here: Place
    ) -> Observation | Wrong:
        self._wrong, self._marks = [], {}
        if isinstance(value, Surprise):
            self._wrong.append((value, Written("", row, column.number)))
        period, year = self._period(row, column)
        indicator = self._indicator(row, column, year)
        unit = self._unit(row, column, year)
        comparison = self._code(row, column, "comparison", year)
        base_text = self._code(row, column, "base", year)
        stage_text = self._code(row, column, "stage", year)
        breakdown = self._breakdown(row, column, year)
        region = self._region(row, column, period, year)
        if (
            self._wrong
            or isinstance(value, Surprise)
            or indicator is None
            or unit is None
            or period is None
            or region is None
        ):
            return self._wrong
        for misfit in (
            period_surprise(indicator, period),
            unit_surprise(
                indicator, unit, self.catalog.units, comparison=comparison, base=base_text
            ),
        ):
            if misfit is not None:
                self._wrong.append((misfit, self._blamed(misfit, row, column)))
        note, noted_stage = self._footnotes((*self._marks, *value.marks))
        stage = noted_stage or stage_text or self.stage
        if self._wrong or not stage:
            return self._wrong
        key = SeriesKey(
            indicator.id,
            region.id,
            breakdown,
            comparison,
            base_of(indicator, comparison=comparison, base=base_text),
        )
        return Observation(key, period, value.value, unit, EstimateStage(stage), here, note)

    # -- properties --------------------------------------------------------------------

    def _text(self, reading: Reading, row: int, column: ColumnOfFigures) -> Written | None:
        written = self.places.written(reading, row, column.number)
        if isinstance(written, Surprise):
            self._wrong.append((written, Written("", row, column.number)))
            return None
        for text in written.parts or (written.text,):
            if text not in self._known_marks:
                self._known_marks[text] = without_marks(text, self.table.footnotes)[1]
            for mark in self._known_marks[text]:
                self._marks[mark] = None
        return written

    def _period(self, row: int, column: ColumnOfFigures) -> tuple[Period | None, int]:
        reading = column.readings["period"]
        written = self._text(reading, row, column)
        if written is None:
            return None, 0
        period = self._kept(self.decode.period(reading, written.text, written.cell), written)
        return (None, 0) if period is None else (period, year_written(period, reading))

    def _indicator(self, row: int, column: ColumnOfFigures, year: int) -> Indicator | None:
        reading = column.readings["indicator"]
        written = self._text(reading, row, column)
        if written is None:
            return None
        found = self.decode.indicator(reading, written.text, year)
        return self._kept(found, written)

    def _unit(self, row: int, column: ColumnOfFigures, year: int) -> ScaledUnit | None:
        reading = column.readings["unit"]
        written = self._text(reading, row, column)
        if written is None:
            return None
        found = self.decode.unit(reading, written.text, year)
        return self._kept(found, written)

    def _kept(self, found: T | Surprise | None, written: Written) -> T | None:
        """What a label means; what it does not mean is noted, what is left out ends here."""
        if found is None:
            raise _LeftOut
        if isinstance(found, Surprise):
            self._wrong.append((found, written))
            return None
        return found

    def _code(self, row: int, column: ColumnOfFigures, name: str, year: int) -> str:
        reading = column.readings.get(name)
        written = self._text(reading, row, column) if reading is not None else None
        if reading is None or written is None:
            return ""
        found = self._kept(self.decode.code(name, reading, written.text, year), written)
        return found or ""

    def _breakdown(self, row: int, column: ColumnOfFigures, year: int) -> str:
        parts = []
        for dimension, reading in column.breakdown.items():
            written = self._text(reading, row, column)
            if written is None:
                continue
            code = self._kept(self.decode.code(dimension, reading, written.text, year), written)
            if code not in (None, TOTAL, ""):
                parts.append(f"{dimension}={code}")
        return ";".join(sorted(parts))

    def _region(
        self, row: int, column: ColumnOfFigures, period: Period | None, year: int
    ) -> RegionVersion | None:
        reading = column.readings["region"]
        written = self._text(reading, row, column)
        if written is None:
            return None
        if reading.within:
            self._enter(reading, written.text, year)
        if period is None:
            code = self.decode.region_code(reading, written.text, year, within=self.within)
            if isinstance(code, Surprise):
                self._wrong.append((code, written))
            return None
        region = self.decode.region(reading, written.text, period, year=year, within=self.within)
        return self._kept(region, written)

    def _enter(self, reading: Reading, text: str, year: int) -> None:
        """A region opens the rows of its districts."""
        code = self.decode.region_code(reading, text, year)
        if isinstance(code, str):
            regions = self.catalog.regions
            code = code.partition("@")[0]
            if code in regions.by_code and regions.latest(code).level <= 1:
                self.within = code

    def _blamed(self, surprise: Surprise, row: int, column: ColumnOfFigures) -> Written:
        """The label a misfit is about, so that a whole row or column is told once."""
        reading = column.readings.get(surprise.column)
        written = self.places.written(reading, row, column.number) if reading else None
        if isinstance(written, Written) and written.row:
            return written
        return Written("", row, column.number)

    def _footnotes(self, marks: tuple[str, ...]) -> tuple[str, str]:
        notes, stage = [], ""
        for mark in dict.fromkeys(marks):
            footnote = self.table.footnotes.get(mark)
            if footnote is None:
                continue
            stage = footnote.stage or stage
            if footnote.note:
                notes.append(footnote.note)
        return "; ".join(notes), stage
