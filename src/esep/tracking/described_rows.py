"""What does another publisher's register say of each card, read as its description tells?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from esep.catalog import Catalog
from esep.catalog.fold import fold
from esep.model.observation import Place
from esep.model.register import Card, Field, FieldKind, Register, Value
from esep.model.register_description import FieldDescription, RegisterDescription
from esep.sources.described.written_period import named_month
from esep.sources.number import read_number
from esep.sources.readers.grid import Cell, Grid, shown_cell
from esep.sources.surprise import Surprise, shown
from esep.tracking.cards import Wanted
from esep.tracking.described_sheet import Sheet, find_columns, layout_of
from esep.tracking.identity import Identities
from esep.tracking.importing import Row
from esep.tracking.values import LONGEST, SEPARATOR, Reader

_NUMBERS = (FieldKind.NUMBER, FieldKind.MONEY)


def described_rows(
    grid: Grid,
    described: RegisterDescription,
    register: Register,
    catalog: Catalog,
    cards: Mapping[str, Card],
    *,
    file: str,
    on: date,
    why: str = "",
) -> list[Row]:
    """Read every card of the sheet. A cell in which nothing is published has no value, and its
    words are kept as a note; a cell that cannot be read sets its card aside."""
    sheet = Sheet(grid, file, layout_of(described, file))
    columns = find_columns(sheet, described)
    reader = _CellReader(described, Reader(catalog, register))
    read: list[tuple[int, dict[str, Value], dict[str, Place], list[Surprise]]] = []
    for number in sheet.rows():
        if any(shown_cell(sheet.cell(number, c)).strip() for at in columns.values() for c in at):
            read.append((number, *_card(sheet, number, columns, reader)))
    identities = Identities(described.identity, cards, [values for _, values, _, _ in read])
    headings = sheet.headings()
    rows = []
    for number, values, places, surprises in read:
        place = sheet.place(number)
        id = identities.of(values)
        wanted = Wanted(id, values, on, why, str(place))
        rows.append(Row(wanted, place, places, surprises, sheet.text(number, headings)))
    return rows


def _card(
    sheet: Sheet, number: int, columns: Mapping[str, tuple[int, ...]], reader: _CellReader
) -> tuple[dict[str, Value], dict[str, Place], list[Surprise]]:
    described = reader.described
    values: dict[str, Value] = dict(reader.constants())
    places: dict[str, Place] = {}
    surprises: list[Surprise] = []
    notes: list[str] = []
    for name, at in columns.items():
        cells = {c: sheet.cell(number, c) for c in at}
        filled = {c: cell for c, cell in cells.items() if shown_cell(cell).strip()}
        column = next(iter(filled), at[0])
        places[name] = sheet.place(number, column)
        if len({fold(shown_cell(cell)) for cell in filled.values()}) > 1:
            both = " and ".join(shown(shown_cell(cell)) for cell in filled.values())
            surprises.append(Surprise("contradiction", name, both, "the same in both columns"))
            continue
        cell = cells[column]
        if reader.is_missing(name, cell):
            notes.append(f"{name}: {_sentence(cell)}")
            values[name] = None
            continue
        value = reader.read(name, cell)
        if isinstance(value, Surprise):
            surprises.append(value)
        elif value is not None or described.complete:
            values[name] = value
    if described.missing.note:
        values[described.missing.note] = [*notes] or None
    return values, places, surprises


def _sentence(cell: Cell) -> str:
    """Words as they are kept: in a field of several values `;` stands between them."""
    return " ".join(shown_cell(cell).replace(SEPARATOR, ",").split())[:LONGEST]


class _CellReader:
    """Reads a cell as its publisher writes: his words, his numbers, his days."""

    def __init__(self, described: RegisterDescription, reader: Reader) -> None:
        self.described, self._reader = described, reader
        self._days = [_day_pattern(each) for each in described.days]

    def constants(self) -> dict[str, Value]:
        read = {}
        for name, text in self.described.constants.items():
            value = self._reader.read(self._field(name), text)
            read[name] = text if isinstance(value, Surprise) else value
        return read

    def is_missing(self, name: str, cell: Cell) -> bool:
        """Whether words stand where nothing is published. A text may begin with such words."""
        missing = self.described.missing
        text = " ".join(shown_cell(cell).split()).casefold()
        if fold(text) in self.described.fields[name].values:
            return False  # the same word may mean something here and nothing elsewhere
        whole = text in missing.words
        if self._field(name).kind is FieldKind.TEXT:
            return whole
        return whole or text.startswith(missing.begins)

    def read(self, name: str, cell: Cell) -> Value | Surprise:
        field, each = self._field(name), self.described.fields[name]
        text = shown_cell(cell).strip()
        if not text:
            return None
        if fold(text) in each.values:
            return self._reader.read(field, each.values[fold(text)])
        if field.kind in _NUMBERS:
            return self._number(field, each, text)
        if field.kind is FieldKind.DAY and self._days and not isinstance(cell, date | datetime):
            return self._day(field, text)
        if field.kind is FieldKind.TEXT and len(text) > LONGEST:
            return " ".join(text.split())[: LONGEST - 1] + "…"
        return self._reader.read(field, cell)

    def _field(self, name: str) -> Field:
        return self._reader.register.fields[name]

    def _number(self, field: Field, each: FieldDescription, text: str) -> Value | Surprise:
        bare = text
        for sign in self.described.strip:
            bare = bare.replace(sign, "")
        bare = bare.replace("\u2212", "-").strip()
        if self.described.group:
            bare = _without_groups(bare, self.described.group)
        if self.described.decimal == ",":
            bare = bare.replace(",", ".")
        number = read_number(bare)
        if isinstance(number, Surprise):
            return Surprise(
                number.code,
                field.id,
                shown(text),
                "a number",
                "words that mean 'not published' belong under not_published in the description",
            )
        times: Decimal = number * each.times
        whole = times == times.to_integral_value()
        plain = format(times.to_integral_value() if whole else times.normalize(), "f")
        return self._reader.read(field, plain)

    def _day(self, field: Field, text: str) -> Value | Surprise:
        for pattern in self._days:
            found = pattern.fullmatch(text)
            if found is None:
                continue
            parts = found.groupdict()
            month = int(parts["M"]) if "M" in parts else named_month(parts["NAME"]) or 0
            try:
                return date(self._year(parts["Y"]), month, int(parts["D"])).isoformat()
            except ValueError:
                break
        expected = "a day that exists, as " + " or ".join(self.described.days)
        return Surprise("not_a_day", field.id, shown(text), expected)

    def _year(self, digits: str) -> int:
        if len(digits) == 4:
            return int(digits)
        first = self.described.years_from
        return first + (int(digits) - first) % 100


def _without_groups(text: str, mark: str) -> str:
    """Take the marks between thousands out, where they stand between thousands."""
    return re.sub(rf"(?<=\d){re.escape(mark)}(?=\d{{3}}(?!\d))", "", text)


def _day_pattern(written: str) -> re.Pattern[str]:
    """DD.MM.YY as a pattern; days and months may be written with one digit, MONTH is a name."""
    parts = {
        "DD": "(?P<D>[0-9]{1,2})",
        "MM": "(?P<M>[0-9]{1,2})",
        "MONTH": r"(?P<NAME>[^\W\d_]+\.?)",
        "YYYY": "(?P<Y>[0-9]{4})",
        "YY": "(?P<Y>[0-9]{2})",
    }
    pieces = re.split("(DD|MONTH|MM|YYYY|YY)", written)
    return re.compile("".join(parts.get(piece, re.escape(piece)) for piece in pieces))
