"""What would a description of an unknown file say? Every guess is marked for its reader."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from esep.catalog import Catalog
from esep.catalog.source_descriptions import SIGNS
from esep.model.indicator import Indicator, PeriodConvention
from esep.model.unit import UnitKind
from esep.sources.described.labels import cleaned, without_marks
from esep.sources.described.written_period import read_written_period
from esep.sources.draft.guess import (
    guess_indicator,
    guess_region,
    guess_section,
    guess_unit,
    guess_written_as,
)
from esep.sources.draft.long import LongTable, long_table
from esep.sources.draft.look import SeenTable, known_region, look_at
from esep.sources.readers.grid import Grid, letter_of
from esep.sources.readers.tables import OpenFile

GUESS = "# guess"
_PLAIN = re.compile(r"[A-Za-zА-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі(][^:#\[\]{},&*!|>'\"%@`]*")
_RESERVED = {"true", "false", "null", "yes", "no", "~"}


def draft_of(opened: OpenFile, catalog: Catalog) -> str:
    """A description in YAML: it can be checked at once, and is right once its guesses are."""
    writer = _Writer(opened, catalog)
    return writer.write()


def quoted(text: str) -> str:
    """A text as YAML takes it."""
    one_line = " ".join(text.split())
    if _PLAIN.fullmatch(one_line) and one_line.casefold() not in _RESERVED:
        return one_line
    return json.dumps(one_line, ensure_ascii=False)


@dataclass(slots=True)
class _Writer:
    opened: OpenFile
    catalog: Catalog
    lines: list[str] = field(default_factory=list)

    def write(self) -> str:
        sheets = [sheet for sheet in self.opened.sheets if sheet.height and not sheet.hidden]
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
            f"id: {id}",
            f"source: {source or next(iter(self.catalog.sources), 'unknown')}  {GUESS}",
            f"title: {quoted(self._title(sheets) or stem)}  {GUESS}",
            f"stage: final  {GUESS}",
        ]
        if self.opened.dialect is not None and self.opened.dialect.encoding != "utf-8":
            head.append(f"csv: {{encoding: {self.opened.dialect.encoding}}}  {GUESS}")
        if not tables:
            head.append("# No table was recognised: no labels beside figures below a heading.")
            head.append("tables: []")
            return "\n".join(head) + "\n"
        return "\n".join([*head, "tables:", *tables]) + "\n"

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
            base = table.title_row
        unit = guess_unit([*table.around, sheet.name, table.title], self.catalog)
        about = [table.title, *table.around, sheet.name, "" if table.title else self.opened.file]
        indicator = guess_indicator(about, unit.text, self.catalog)
        lines += self._indicator(indicator.text, indicator.note, sure=indicator.sure)
        known = self.catalog.indicators.get(indicator.text)
        lines.append(self._unit(unit.text, known))
        rows = [row - base + 1 for row in table.heading_rows]
        where = str(rows[0]) if len(rows) == 1 else f"[{', '.join(map(str, rows))}]"
        if table.periods:
            written_as = guess_written_as(table)
            if known and known.convention is PeriodConvention.POINT:
                written_as = written_as or "start"
            more = (", fill: true" if table.fill else "") + (
                f", as: {written_as}" if written_as else ""
            )
            mark = f"  {GUESS}" if written_as in ("start", "end") else ""
            lines.append(f"period: {{row: {where}{more}}}{mark}")
        else:
            lines.append(self._period_elsewhere(table))
        lines += self._region(table)
        breakdown = [
            *([] if table.periods else self._columns(table, where)),
            *self._sections(table),
        ]
        lines += ["breakdown:", *breakdown] if breakdown else []
        lines += self._footnotes(table)
        lines += self._signs(table)
        text = "\n".join(("  - " if n == 0 else "    ") + line for n, line in enumerate(lines))
        return text, known.source if known else ""

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
            f"indicator: {id or 'unknown'}"
            + ("" if sure and id else f"  {GUESS}; {note}".rstrip("; "))
        ]

    def _period_elsewhere(self, table: SeenTable) -> str:
        for text in [*table.around, table.title]:
            if period := read_written_period(without_marks(text)[0]):
                return f"period: {period.code}  {GUESS}"
        year = re.search(r"(?<![0-9])(19|20)[0-9]{2}(?![0-9])", self.opened.file)
        return f"period: {year[0] if year else 'unknown'}  {GUESS}"

    def _columns(self, table: SeenTable, where: str) -> list[str]:
        headings = [text for text in dict.fromkeys(table.headings) if text]
        if len(headings) < 2:
            return [f"columns: {letter_of(table.label_column + 1)}"]
        lines = [
            "breakdown:",
            f"  kind:  {GUESS}; name the dimension",
            f"    row: {where}",
            "    codes:",
        ]
        for number, text in enumerate(headings):
            total = number == 0 or guess_section(text)[1] == "total"
            code = "total" if total else guess_section(text)[1] or f"k{number}"
            lines.append(f"      {quoted(without_marks(text)[0])}: {code}  {GUESS}")
        return lines

    def _region(self, table: SeenTable) -> list[str]:
        column = letter_of(table.label_column)
        labels = dict.fromkeys(table.labels)
        unknown = [label for label in labels if not known_region(label, self.catalog)]
        if len(unknown) == len(labels):
            return [f"region: {self.catalog.root}  {GUESS}; no label is a region of the pack"]
        if not unknown:
            return [f"region: {{column: {column}}}"]
        lines = ["region:", f"  column: {column}"]
        codes = []
        for label in unknown:
            guessed = guess_region(label, self.catalog)
            name = quoted(without_marks(cleaned(label))[0])
            if guessed:
                codes.append(f"    {name}: {guessed}  {GUESS}")
            else:
                codes.append(f"    # {name} is not known and will be set aside")
        if any(not code.lstrip().startswith("#") for code in codes):
            lines.append("  codes:")
        return [*lines, *codes[:60]]

    def _sections(self, table: SeenTable) -> list[str]:
        if not table.sections:
            return []
        guessed = [(text, *guess_section(text)) for text in dict.fromkeys(table.sections)]
        dimension = next((name for _, name, _ in guessed if name), "part")
        lines = [f"  {dimension}:  {GUESS}"]
        lines += [f"    section: {letter_of(table.label_column)}", "    codes:"]
        for number, (text, name, code) in enumerate(guessed, 1):
            own = code if name == dimension else "total" if code else f"p{number}"
            lines.append(f"      {quoted(without_marks(cleaned(text))[0])}: {own}  {GUESS}")
        return lines

    def _footnotes(self, table: SeenTable) -> list[str]:
        marks = sorted(table.marks | {mark for mark in table.notes if mark in table.marks})
        if not marks:
            return []
        lines = ["footnotes:"]
        for mark in marks:
            note = table.notes.get(mark, "")
            told = quoted(note[:200]) if note else f"Not explained by the source  {GUESS}"
            lines.append(f'  "{mark}": {told}')
        return lines

    def _signs(self, table: SeenTable) -> list[str]:
        odd = [sign for sign in table.signs if sign.casefold() not in SIGNS and len(sign) <= 12]
        if not odd:
            return []
        signs = ", ".join(f"{json.dumps(sign, ensure_ascii=False)}: missing" for sign in odd[:8])
        return [f"signs: {{{signs}}}  {GUESS}"]

    # -- a table with a figure a row ---------------------------------------------------

    def _long(self, sheet: Grid, long: LongTable, *, alone: bool) -> tuple[str, str]:
        unit = guess_unit([long.value], self.catalog)
        indicator = guess_indicator([self.opened.file, long.value], unit.text, self.catalog)
        known = self.catalog.indicators.get(indicator.text)
        lines = [] if alone else [f"sheet: {quoted(sheet.name)}"]
        lines += [f"header: {long.header}", f"columns: [{quoted(long.value)}]"]
        lines += self._indicator(indicator.text, indicator.note, sure=indicator.sure)
        lines.append(self._unit(unit.text, known))
        lines.append(
            f"period: {{column: {quoted(long.period)}}}"
            if long.period
            else self._period_elsewhere(SeenTable([], 0, 0, 0))
        )
        if long.region:
            scheme = f", by: {long.scheme}" if long.scheme else ""
            blank = f", codes: {{(blank): {self.catalog.root}}}" if long.blank_region else ""
            lines.append(f"region: {{column: {quoted(long.region)}{scheme}{blank}}}")
        else:
            lines.append(f"region: {self.catalog.root}  {GUESS}")
        if long.others:
            lines.append("breakdown:")
        for name in long.others:
            dimension = re.sub(r"[^a-z0-9_]", "", name.lower()) or "part"
            codes = "codes: {(blank): total}, others: same"
            lines.append(f"  {dimension}: {{column: {quoted(name)}, {codes}}}  {GUESS}")
        text = "\n".join(("  - " if n == 0 else "    ") + line for n, line in enumerate(lines))
        return text, known.source if known else ""
