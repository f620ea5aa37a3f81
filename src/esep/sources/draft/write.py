"""What would a description of an unknown file say? Every guess is marked for its reader."""

from __future__ import annotations

import re
from dataclasses import dataclass

from esep.catalog import Catalog
from esep.model.indicator import Indicator, PeriodConvention
from esep.model.period import Period
from esep.model.unit import UnitKind
from esep.sources.described.labels import cleaned, without_marks
from esep.sources.described.written_period import read_written_period
from esep.sources.draft.guess import (
    Guess,
    guess_indicator,
    guess_section,
    guess_sections,
    guess_unit,
    guess_written_as,
)
from esep.sources.draft.headings import columns_by_headings
from esep.sources.draft.long import LongTable, long_table
from esep.sources.draft.look import SeenTable, glued_marks, look_at, periods_of
from esep.sources.draft.notes import OF_WHICH, footnote_lines, sign_lines, skip_lines
from esep.sources.draft.past import point_by_regions, told_in_list, told_in_table
from esep.sources.draft.regions import list_region_lines, regions_of, table_region_lines
from esep.sources.draft.text import GUESS, quoted
from esep.sources.readers.grid import Grid, letter_of, shown_cell
from esep.sources.readers.open_sdg import SdgMetadata
from esep.sources.readers.tables import OpenFile


def draft_of(opened: OpenFile, catalog: Catalog, metadata: SdgMetadata | None = None) -> str:
    """A description in YAML: it can be checked at once, and is right once its guesses are."""
    return _Writer(opened, catalog, metadata).write()


def _told(metadata: SdgMetadata) -> list[str]:
    """What the site says of the indicator, for whoever has to find or describe it."""
    lines = [f"# Open SDG indicator {metadata.number}"]
    lines += [f"#   {language or 'name'}: {name}" for language, name in metadata.names.items()]
    for what, text in (
        ("unit", next(iter(metadata.units.values()), "")),
        ("definition", metadata.definition),
        ("source", metadata.source),
    ):
        if text:
            lines.append(f"#   {what}: {' '.join(text.split())[:300]}")
    return lines


UNKNOWN = "indicator: unknown"


def _commented(table: str) -> str:
    return "\n".join(f"#{line}" for line in table.splitlines())


_WHOLE_YEAR = re.compile(r"(?:за |the |весь )?(?:год|жыл|year)", re.I)


def _parts_of_years(sheet: Grid, table: SeenTable) -> dict[str, bool]:
    """The texts of the lowest of several heading rows, and whether each means a whole year."""
    if len(table.heading_rows) < 2:
        return {}
    row = table.heading_rows[-1]
    cells = (sheet.cell(row, c) for c in range(table.label_column + 1, sheet.width + 1))
    texts = dict.fromkeys(
        without_marks(cleaned(shown_cell(cell)))[0] for cell in cells if cell not in (None, "")
    )
    return {text: bool(_WHOLE_YEAR.fullmatch(text)) for text in texts}


@dataclass(slots=True)
class _Writer:
    opened: OpenFile
    catalog: Catalog
    metadata: SdgMetadata | None = None
    usual: Guess | None = None
    """What a sheet with a clear title was about: sheets without one mostly go on with it."""

    def write(self) -> str:
        sheets = [sheet for sheet in self.opened.sheets if sheet.height and not sheet.hidden]
        self.usual = self._usual(sheets)
        tables: list[str] = []
        source = ""
        for sheet in sheets:
            long = long_table(sheet, self.catalog)
            if long is not None:
                text, own = self._long(sheet, long, alone=len(sheets) == 1)
                tables.append(text)
                source = source or own
                continue
            seen = look_at(sheet, self.catalog)
            for table in seen:
                text, own = self._table(sheet, table, several=len(seen) > 1, alone=len(sheets) == 1)
                tables.append(text)
                source = source or own
        name = self.opened.file.rpartition("/")[2]
        stem = name.rpartition(".")[0] or name
        id = re.sub(r"[^A-Za-z0-9_.-]+", "-", stem).strip("-.") or "draft"
        head = [
            f"# A draft for {name}: look at each line marked '{GUESS}', then remove the mark.",
            *(_told(self.metadata) if self.metadata else []),
            f"id: {id}",
            f"source: {source or next(iter(self.catalog.sources), 'unknown')}  {GUESS}",
            f"title: {quoted(self._name() or self._title(sheets) or stem)}  {GUESS}",
            f"stage: final  {GUESS}",
        ]
        if self.opened.dialect is not None and self.opened.dialect.encoding != "utf-8":
            head.append(f"csv: {{encoding: {self.opened.dialect.encoding}}}  {GUESS}")
        if not tables:
            head.append("# No table was recognised: no labels beside figures below a heading.")
            head.append("tables: []")
            return "\n".join(head) + "\n"
        known = [table for table in tables if UNKNOWN not in table]
        if known:
            # One table without an indicator must not keep the others from being read.
            tables = [table if table in known else _commented(table) for table in tables]
        return "\n".join([*head, "tables:", *tables]) + "\n"

    def _name(self) -> str:
        return next(iter(self.metadata.names.values()), "") if self.metadata else ""

    def _usual(self, sheets: list[Grid]) -> Guess | None:
        """What the tables with a title are about, the clearest of them first."""
        guesses = []
        for sheet in sheets:
            for table in look_at(sheet, self.catalog):
                unit = guess_unit([*table.around, table.title], self.catalog)
                about = [table.title, *table.around]
                periods = periods_of(table)
                guess = guess_indicator(about, unit.text, self.catalog, periods=periods)
                if table.title and guess.text:
                    guesses.append(guess)
        return max(guesses, key=lambda guess: guess.sure, default=None)

    def _title(self, sheets: list[Grid]) -> str:
        for sheet in sheets:
            for table in look_at(sheet, self.catalog)[:1]:
                if table.title:
                    return without_marks(cleaned(table.title))[0][:150]
        return ""

    # -- a table with headings and labels ----------------------------------------------

    def _table(
        self, sheet: Grid, table: SeenTable, *, several: bool, alone: bool
    ) -> tuple[str, str]:
        lines: list[str] = []
        base = 1
        if not alone:
            lines.append(f"sheet: {quoted(sheet.name)}")
        if several and table.title:
            lines.append(f"begin: {quoted(without_marks(cleaned(table.title))[0])}")
            base = table.base = table.title_row
        unit = guess_unit([*table.around, sheet.name, table.title], self.catalog)
        about = [table.title, *table.around, sheet.name, "" if table.title else self.opened.file]
        periods = periods_of(table) if table.periods or table.across else []
        indicator = guess_indicator(about, unit.text, self.catalog, periods=periods)
        if not table.title and self.usual and not indicator.sure:
            indicator = self.usual
        known = self.catalog.indicators.get(indicator.text)
        rows = [row - base + 1 for row in table.heading_rows]
        yearly = self._yearly(sheet, table, about, unit.text, known)
        if yearly and known:
            lines += ["indicator:", f"  row: {rows[-1]}", "  codes:"]
            lines += [
                f"    {quoted(text)}: {yearly if whole else known.id}  {GUESS}"
                for text, whole in _parts_of_years(sheet, table).items()
            ]
        else:
            lines += self._indicator(indicator.text, indicator.note, sure=indicator.sure)
        lines.append(self._unit(unit.text, known))
        where = str(rows[0]) if len(rows) == 1 else f"[{', '.join(map(str, rows))}]"
        written_as = ""
        if table.periods or table.across:
            written_as = guess_written_as(table)
            if known and known.convention is PeriodConvention.POINT and not written_as:
                texts = table.headings if table.across else table.labels
                regions = regions_of(texts, self.catalog)
                told = told_in_table(sheet, table, regions, "")
                written_as = point_by_regions(told, {*regions.values()}, self.catalog)
            more = (", fill: true" if table.fill and table.periods else "") + (
                f", as: {written_as}" if written_as else ""
            )
            mark = f"  {GUESS}" if written_as in ("start", "end") else ""
            place = f"column: {letter_of(table.label_column)}" if table.across else f"row: {where}"
            lines.append(f"period: {{{place}{more}}}{mark}")
        elif table.months:
            lines.append(f"period: {{row: {where}, column: {letter_of(table.label_column)}}}")
        else:
            lines.append(self._period_elsewhere(table, known))
        lines += table_region_lines(sheet, table, written_as, self.catalog)
        plain = not (table.periods or table.months or table.across)
        columns = columns_by_headings(sheet, table) if plain else []
        if columns:
            lines += [f"first_row: {table.first_row - base + 1}", "columns:"]
        for each in columns:
            parts = ", ".join(f"{name}: {code}" for name, code in each.breakdown.items())
            more = f", breakdown: {{{parts}}}" if parts else ""
            lines.append(
                f"  {letter_of(each.number)}: {{heading: {quoted(each.heading)}{more}}}  {GUESS}"
            )
        breakdown = [
            *(self._columns(table, where) if plain and not columns else []),
            *self._sections(sheet, table),
        ]
        lines += ["breakdown:", *breakdown] if breakdown else []
        lines += [*skip_lines(table), *footnote_lines(table), *sign_lines(table)]
        text = "\n".join(("  - " if n == 0 else "    ") + line for n, line in enumerate(lines))
        return text, known.source if known else ""

    def _yearly(
        self, sheet: Grid, table: SeenTable, about: list[str], unit: str, known: Indicator | None
    ) -> str:
        """The indicator of the years that stand beside their quarters or months."""
        if known is None or known.convention not in (
            PeriodConvention.QUARTERLY,
            PeriodConvention.MONTHLY,
        ):
            return ""
        parts = _parts_of_years(sheet, table)
        if not any(parts.values()) or all(parts.values()):
            return ""
        guess = guess_indicator(about, unit, self.catalog, periods=[Period.year(2001)])
        yearly = self.catalog.indicators.get(guess.text)
        fits = yearly is not None and yearly.convention is PeriodConvention.ANNUAL
        return guess.text if fits else ""

    def _unit(self, written: str, known: Indicator | None) -> str:
        """As it is written; what counts things is counted in the indicator's own unit."""
        if known is None:
            return f"unit: {written or 'unknown'}" + ("" if written else f"  {GUESS}")
        if not written:
            return f"unit: {known.unit.code}  {GUESS}"
        id, _, scale = written.partition(":")
        kinds = {self.catalog.units[each].kind for each in (id, known.unit.unit_id)}
        if id != known.unit.unit_id and kinds == {UnitKind.COUNT}:
            return f"unit: {known.unit.unit_id}{':' + scale if scale else ''}  {GUESS}"
        doubt = (
            "" if id == known.unit.unit_id else f"  {GUESS}; the indicator has {known.unit.code}"
        )
        return f"unit: {written}{doubt}"

    def _indicator(self, id: str, note: str, *, sure: bool) -> list[str]:
        return [
            (f"indicator: {id}" if id else UNKNOWN)
            + ("" if sure and id else f"  {GUESS}; {note}".rstrip("; "))
        ]

    def _period_elsewhere(self, table: SeenTable, known: Indicator | None) -> str:
        """The period that the texts around name, or else the file."""
        texts = [without_marks(text)[0] for text in [*table.around, table.title]]
        year = re.search(
            r"(?<![0-9])(19|20)[0-9]{2}(?![0-9])", " ".join([*texts, self.opened.file])
        )
        read = (read_written_period(text) for text in [*texts, year[0] if year else ""])
        period = next((each for each in read if each is not None), None)
        if period is None:
            return f"period: unknown  {GUESS}"
        if known and known.convention is PeriodConvention.POINT and not period.is_point:
            period = Period.point(period.start)
        return f"period: {period.code}  {GUESS}"

    def _columns(self, table: SeenTable, where: str) -> list[str]:
        headings = [text for text in dict.fromkeys(table.headings) if text]
        if len(headings) < 2:
            return []
        lines = [
            f"  kind:  {GUESS}; name the dimension",
            f"    row: {where}",
            "    codes:",
        ]
        for number, text in enumerate(headings):
            total = number == 0 or guess_section(text)[1] == "total"
            code = "total" if total else guess_section(text)[1] or f"k{number}"
            lines.append(f"      {quoted(without_marks(text)[0])}: {code}  {GUESS}")
        return lines

    def _sections(self, sheet: Grid, table: SeenTable) -> list[str]:
        """Each dimension that the sheet's name or the lone texts between the rows speak of."""
        texts = [text for text in dict.fromkeys(table.sections) if not OF_WHICH.search(text)]
        guessed = {text: guess_section(text) for text in texts}
        name = cleaned(sheet.name)
        of_sheet = guess_sections(name)
        lines = [
            f"  {dimension}: {{sheet: true, codes: {{{quoted(name)}: {code}}}}}  {GUESS}"
            for dimension, code in of_sheet.items()
        ]
        dimensions = dict.fromkeys(dimension for dimension, _ in guessed.values() if dimension)
        others = [text for text, (dimension, code) in guessed.items() if not dimension and not code]
        for dimension in [*dimensions, *(["part"] if others else [])]:
            if dimension in of_sheet:
                continue
            lines += [
                f"  {dimension}:  {GUESS}",
                f"    section: {letter_of(table.label_column)}",
                "    codes:",
            ]
            for number, (text, (own, code)) in enumerate(guessed.items(), 1):
                means = code if own == dimension else "total"
                if dimension == "part":
                    means = "total" if code else f"p{number}"
                label = quoted(without_marks(cleaned(text))[0])
                lines.append(f"      {label}: {means}  {GUESS}")
        return lines

    # -- a table with a figure a row ---------------------------------------------------

    def _long(self, sheet: Grid, long: LongTable, *, alone: bool) -> tuple[str, str]:
        names = [*self.metadata.names.values()] if self.metadata else []
        units = [*self.metadata.units.values()] if self.metadata else []
        unit = guess_unit([long.value, *units, *names], self.catalog)
        about = [*names, self.opened.file, long.value]
        indicator = guess_indicator(about, unit.text, self.catalog)
        known = self.catalog.indicators.get(indicator.text)
        lines = [] if alone else [f"sheet: {quoted(sheet.name)}"]
        lines += [f"header: {long.header}", f"columns: [{quoted(long.value)}]"]
        lines += self._indicator(indicator.text, indicator.note, sure=indicator.sure)
        lines.append(self._unit(unit.text, known))
        point = known is not None and known.convention is PeriodConvention.POINT
        written_as = ""
        if point and not long.days:
            known_regions = regions_of(long.regions, self.catalog)
            told = told_in_list(long.regions, long.periods, known_regions, "")
            written_as = point_by_regions(told, {*known_regions.values()}, self.catalog)
        whole = f", as: {written_as}}}  {GUESS}" if written_as else "}"
        lines.append(
            f"period: {{column: {quoted(long.period)}{whole}"
            if long.period
            else self._period_elsewhere(SeenTable([], 0, 0, 0), known)
        )
        if long.regions:
            lines += list_region_lines(long, written_as, self.catalog)
        elif long.region:
            scheme = f", by: {long.scheme}" if long.scheme else ""
            blank = f", codes: {{(blank): {self.catalog.root}}}" if long.blank_region else ""
            lines.append(f"region: {{column: {quoted(long.region)}{scheme}{blank}}}")
        else:
            lines.append(f"region: {self.catalog.root}  {GUESS}")
        if long.others:
            lines.append("breakdown:")
        for number, name in enumerate(long.others):
            dimension = re.sub(r"[^a-z0-9_]", "", name.lower()) or f"part{number or ''}"
            codes = "codes: {(blank): total}, others: same"
            lines.append(f"  {dimension}: {{column: {quoted(name)}, {codes}}}  {GUESS}")
        marks = {mark for text in {*long.regions} for mark in glued_marks(text, self.catalog)}
        lines += footnote_lines(SeenTable([], 0, 0, 0, marks=marks))
        text = "\n".join(("  - " if n == 0 else "    ") + line for n, line in enumerate(lines))
        return text, known.source if known else ""
