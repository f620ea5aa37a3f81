"""Which cells of a table hold figures, and what is to blame where they do not?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from decimal import Decimal

from esep.catalog import Catalog
from esep.model.observation import Observation, Place
from esep.model.region import RegionVersion
from esep.model.sign import TELLING, Sign
from esep.model.source_description import ColumnDescription, Meaning
from esep.sources.described.corrections import Corrections
from esep.sources.described.decode import Decoder
from esep.sources.described.labels import matches, spellings
from esep.sources.described.locate import Frame
from esep.sources.described.places import Places, Written
from esep.sources.described.stating import ColumnOfFigures, Stating
from esep.sources.described.trouble import Troubles
from esep.sources.described.values import Figure, multiplied, read_cell
from esep.sources.readers.grid import letter_of, shown_cell
from esep.sources.surprise import Surprise, shown


@dataclass(slots=True)
class ReadTable:
    """What became of the cells of a table."""

    frame: Frame
    file: str
    observations: list[Observation] = field(default_factory=list)
    versions: dict[str, RegionVersion] = field(default_factory=dict)
    troubles: Troubles = field(default_factory=Troubles)
    signs: Counter[Meaning] = field(default_factory=Counter)
    """Cells without a figure, by what they mean."""
    without_figure: list[Sign] = field(default_factory=list)
    """Those of them that say why, and of what."""
    left_out: int = 0
    """Figures the description says to leave out."""
    notes: list[tuple[int, str]] = field(default_factory=list)
    """Lone texts that are no part of the table, with their rows."""


class TableReader:
    def __init__(
        self,
        frame: Frame,
        catalog: Catalog,
        *,
        file: str,
        stage: str,
        corrections: Corrections,
    ) -> None:
        table = frame.table
        self.frame, self.table, self.grid = frame, table, frame.grid
        self.catalog, self.file, self.stage = catalog, file, stage
        self.corrections = corrections
        self.places = Places(frame, file)
        self.decode = Decoder(catalog, table.footnotes, table.borders)
        self.stating = Stating(frame, catalog, self.places, self.decode, stage=stage)
        self.read = ReadTable(frame, file)
        self.first_row = self._first_row()
        self.columns = self._columns()
        self.sections = {
            reading.where.section: reading
            for reading in (*table.readings.values(), *table.breakdown.values())
            if reading.where.section
        }
        self.lost: tuple[Surprise, Written] | None = None
        """An unknown heading among the rows: what it heads cannot be told."""
        self.without_value = frozenset(self.grid.formulas_without_values)

    # -- columns and rows --------------------------------------------------------------

    def read_all(self) -> ReadTable:
        waiting: list[tuple[int, str]] = []
        for row in range(self.first_row, self.frame.bottom + 1):
            cells = [self.grid.cell(row, column.number) for column in self.columns]
            if self.table.header:
                if any(cell not in (None, "") for cell in self.grid.rows[row - 1]):
                    self._read_row(row)
                continue
            label = self._lone_label(row)
            if any(cell not in (None, "") for cell in cells):
                if waiting:
                    self._lose(waiting)
                    waiting = []
                if not self._passed_over(label):
                    self._read_row(row)
            elif label and self._begins_section(row, label):
                waiting = []
            elif label and not self._passed_over(label) and not self._is_region(label, row):
                waiting.append((row, label))
        self.read.notes += waiting
        used = {each.key.region_version for each in self.read.observations}
        self.read.versions = {id: self.catalog.regions.version(id) for id in used}
        return self.read

    def _columns(self) -> list[ColumnOfFigures]:
        described = self.table.columns or (ColumnDescription(self._all_columns()),)
        columns: dict[int, ColumnOfFigures] = {}
        for each in described:
            numbers = self.places.columns(each)
            if not numbers:
                surprise = Surprise(
                    "no_column",
                    "",
                    f"no column '{each.columns}'",
                    "the columns of figures the description names",
                    "correct 'columns' in the description",
                )
                self.read.troubles.add(surprise, self._place(self.first_row, 0), 0, figures=0)
            for number in numbers:
                if each.skip:
                    columns.pop(number, None)
                    continue
                columns[number] = ColumnOfFigures(
                    number,
                    {**self.table.readings, **each.readings},
                    {**self.table.breakdown, **each.breakdown},
                    self._wrong_heading(each, number),
                )
        return [columns[number] for number in sorted(columns)]

    def _all_columns(self) -> str:
        """Right of the labels, and under a heading."""
        readings = [*self.table.readings.values(), *self.table.breakdown.values()]
        labels = [
            self.places.column(name) for reading in readings for name in reading.where.columns
        ]
        first = max(labels, default=0) + 1
        return f"{letter_of(first)}:{letter_of(max(self.grid.width, first))}"

    def _wrong_heading(self, described: ColumnDescription, number: int) -> Surprise | None:
        if not described.heading:
            return None
        rows = range(self.frame.top, self.first_row)
        headings = [self.places.heading(row, number).text for row in rows]
        wanted = described.heading
        if any(matches(part, wanted) for text in headings for part in spellings(text)):
            return None
        found = " / ".join(dict.fromkeys(" ".join(text.split()) for text in headings if text))
        return Surprise(
            "heading_differs",
            "",
            shown(found) if found else "no heading",
            shown(described.heading),
            "the layout has changed: correct the columns in the description",
        )

    def _first_row(self) -> int:
        table = self.table
        if table.first_row:
            return self.frame.row(table.first_row)
        readings = [*table.readings.values(), *table.breakdown.values()]
        for column in table.columns:
            readings += [*column.readings.values(), *column.breakdown.values()]
        rows = [row for reading in readings for row in reading.where.rows]
        return self.frame.row(max([table.header, *rows], default=0) + 1)

    def _lone_label(self, row: int) -> str:
        numbers = {column.number for column in self.columns}
        cells = self.grid.rows[row - 1]
        texts = [
            shown_cell(cell).strip()
            for number, cell in enumerate(cells, 1)
            if number not in numbers and cell not in (None, "")
        ]
        return next((text for text in texts if text), "")

    def _passed_over(self, label: str) -> bool:
        return bool(label) and any(matches(label, pattern) for pattern in self.table.skip)

    def _begins_section(self, row: int, label: str) -> bool:
        begun = False
        for letter, reading in self.sections.items():
            text = self.places.label(row, self.places.column(letter)).text
            if text and self.decode.coded(reading, text, 0) is not None:
                self.places.sections[letter] = (text, row)
                self.lost, begun = None, True
        return begun

    def _is_region(self, label: str, row: int) -> bool:
        reading = self.table.readings.get("region")
        if reading is None or not reading.where.columns:
            return False
        return isinstance(
            self.decode.region_code(reading, label, 0, within=self.stating.within), str
        )

    def _lose(self, waiting: list[tuple[int, str]]) -> None:
        row, label = waiting[-1]
        surprise = Surprise(
            "unknown_heading",
            "",
            shown(label),
            "a row of figures, or a heading the description knows",
            "say what it means (section: A, codes: ...), or that it is passed over (skip: [...])",
        )
        self.lost = surprise, Written(label, row, 1)

    # -- one row -----------------------------------------------------------------------

    def _read_row(self, row: int) -> None:
        if (
            row in self.grid.ragged
            and self.table.header
            and row != self.frame.row(self.table.header)
        ):
            surprise = Surprise(
                "wrong_width",
                "",
                f"{len(self.grid.rows[row - 1])} cells",
                "as many cells as in the header",
                "correct the row in the file, or ask the source",
            )
            self.read.troubles.add(surprise, self._place(row, 0), row)
            return
        for column in self.columns:
            self._read_cell(row, column)

    def _read_cell(self, row: int, column: ColumnOfFigures) -> None:
        table = self.table
        line = self.grid.line(row)
        at = f"{letter_of(column.number)}{line}"
        cell = self.grid.cell(row, column.number)
        corrected = self.corrections.apply(self.grid.name, line, column.number, cell)
        if corrected is not None:
            cell = corrected.cell
        value = read_cell(cell, signs=table.signs, footnotes=table.footnotes, numbers=table.numbers)
        if corrected is not None and isinstance(value, Figure):
            value = Figure(multiplied(value.value, corrected.times), value.marks)
        if value is Meaning.MISSING and at in self.without_value:
            value = Surprise(
                "formula_without_value",
                "",
                "a formula that was never calculated",
                "a figure",
                "open the workbook in a spreadsheet program and save it again",
            )
        if isinstance(value, Meaning):
            self.read.signs[value] += 1
            if value in TELLING:
                self._keep_sign(value, row, column)
            return
        here = self._place(row, column.number)
        if column.trouble is not None:
            self._blame(column.trouble, Written("", self.first_row - 1, column.number), row, here)
            return
        if self.lost is not None:
            self._blame(*self.lost, row, here)
            return
        stated = self.stating.state(row, column, value, here)
        if stated is None:
            self.read.left_out += 1
            return
        if isinstance(stated, Observation):
            if corrected is not None:
                note = f"{stated.note}; {corrected.reason}".strip("; ")
                stated = replace(stated, note=note)
            self.read.observations.append(stated)
            return
        for surprise, written in stated:
            self._blame(surprise, written, row, here)

    def _keep_sign(self, meaning: Meaning, row: int, column: ColumnOfFigures) -> None:
        """What the figure would have been of; a label that is not known tells it is elsewhere."""
        if column.trouble is not None or self.lost is not None:
            return
        here = self._place(row, column.number)
        stated = self.stating.state(row, column, Figure(Decimal(0)), here)
        if isinstance(stated, Observation):
            printed = shown_cell(self.grid.cell(row, column.number)).strip()
            sign = Sign(stated.key, stated.period, meaning, printed, here)
            self.read.without_figure.append(sign)

    def _blame(self, surprise: Surprise, written: Written, row: int, here: Place) -> None:
        blamed = self._place(written.row, written.column) if written.row else here
        self.read.troubles.add(surprise, blamed, written.row or row)

    def _place(self, row: int, column: int) -> Place:
        name = self.places.name(column) if column else ""
        return Place(self.file, self.grid.name, self.grid.line(row), name)
