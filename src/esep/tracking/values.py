"""What does a cell or a typed word mean for a field of a card?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from esep.catalog import Catalog
from esep.catalog.fold import fold
from esep.catalog.nearest import nearest
from esep.errors import BadRequest, NotFound
from esep.model.period import Period, PeriodSyntaxError
from esep.model.register import Field, FieldKind, Register, Value
from esep.model.text import Text
from esep.sources.number import read_number
from esep.sources.readers.grid import Cell, shown_cell
from esep.sources.surprise import Surprise, shown

LONGEST = 4000
SEPARATOR = ";"
"""Between the values of a field that has several."""

_BLANKS = re.compile(r"(?<=[0-9])[ \u00a0\u202f\u2009](?=[0-9]{3}(?![0-9]))")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_YES = {"true", "yes", "1", "да", "иә"}
_NO = {"false", "no", "0", "нет", "жоқ"}
_DAY = re.compile(r"([0-3]?[0-9])\.([01]?[0-9])\.([12][0-9]{3})")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads values of one register; everything a field refers to is looked up in the pack."""

    catalog: Catalog
    register: Register

    def read(self, field: Field, cell: Cell) -> Value | Surprise:
        """The value of a cell, None where it is empty, or what is wrong with it."""
        text = shown_cell(cell).strip()
        if not text:
            return None
        if len(text) > LONGEST:
            return _surprise(field, "too_long", text, f"at most {LONGEST:,} characters")
        if not field.many:
            return self._one(field, cell, text)
        values: list[str] = []
        for part in filter(None, (each.strip() for each in text.split(SEPARATOR))):
            value = self._one(field, part, part)
            if isinstance(value, Surprise):
                return value
            if str(value) not in values:
                values.append(str(value))
        return values or None

    def _one(self, field: Field, cell: Cell, text: str) -> Value | Surprise:
        match field.kind:
            case FieldKind.TEXT | FieldKind.CARD:
                return " ".join(text.split())
            case FieldKind.NUMBER | FieldKind.MONEY:
                return _number(field, text)
            case FieldKind.DAY:
                return _day(field, cell, text)
            case FieldKind.YEAR:
                return _year(field, text)
            case FieldKind.PERIOD:
                return _period(field, text)
            case FieldKind.REGION:
                return self._region(field, text)
            case FieldKind.INDICATOR:
                return self._indicator(field, text)
            case FieldKind.CHOICE:
                return _chosen(field, text, field.choices)
            case FieldKind.STAGE:
                stages = {stage.id: stage.names for stage in self.register.stages.values()}
                return _chosen(field, text, stages)
            case FieldKind.FLAG:
                return _flag(field, text)
            case FieldKind.ADDRESS:
                if _ADDRESS.fullmatch(text):
                    return text
                return _surprise(field, "not_an_address", text, "a web address: https://...")

    def _region(self, field: Field, text: str) -> Value | Surprise:
        try:
            return self.catalog.regions.resolve(text)
        except (NotFound, BadRequest) as error:
            return _surprise(
                field, "unknown_region", text, "a region of the pack, by code or name", error.hint
            )

    def _indicator(self, field: Field, text: str) -> Value | Surprise:
        try:
            return self.catalog.find_indicator(text).id
        except (NotFound, BadRequest) as error:
            return _surprise(
                field, "unknown_indicator", text, "an indicator of the pack", error.hint
            )


def _number(field: Field, text: str) -> Value | Surprise:
    read = read_number(_BLANKS.sub("", text))
    if isinstance(read, Surprise):
        return _surprise(field, read.code, text, read.expected, read.hint)
    if field.least and read < Decimal(field.least):
        return _surprise(field, "too_small", text, f"a number of at least {field.least}")
    if field.most and read > Decimal(field.most):
        return _surprise(field, "too_large", text, f"a number of at most {field.most}")
    return format(read, "f")


def _day(field: Field, cell: Cell, text: str) -> Value | Surprise:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    dotted = _DAY.fullmatch(text)
    try:
        if dotted:
            return date(int(dotted[3]), int(dotted[2]), int(dotted[1])).isoformat()
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return _surprise(field, "not_a_day", text, "a day that exists: 2024-06-14 or 14.06.2024")


def _year(field: Field, text: str) -> Value | Surprise:
    if re.fullmatch("(19|20|21)[0-9]{2}", text):
        return text
    return _surprise(field, "not_a_year", text, "a year: 2024")


def _period(field: Field, text: str) -> Value | Surprise:
    try:
        return Period.parse(text).code
    except PeriodSyntaxError:
        return _surprise(field, "not_a_period", text, "a period: 2024, 2024-Q1, 2024-01/2024-05")


def _flag(field: Field, text: str) -> Value | Surprise:
    if text.lower() in _YES:
        return True
    if text.lower() in _NO:
        return False
    return _surprise(field, "not_a_flag", text, "true or false")


def _chosen(field: Field, text: str, among: Mapping[str, Text]) -> Value | Surprise:
    """An id of the list, or its name in any language of the pack."""
    wanted = fold(text)
    for id, names in among.items():
        if wanted in (fold(id), *(fold(name) for name in names.values())):
            return id
    return _surprise(
        field,
        "unknown_choice",
        text,
        "one of " + ", ".join(among),
        _offer(text, [*among]),
    )


def _offer(text: str, known: Sequence[str]) -> str:
    close = nearest(text, known, limit=1)
    return f"did you mean '{close[0]}'?" if close else ""


def _surprise(field: Field, code: str, found: str, expected: str, hint: str = "") -> Surprise:
    return Surprise(code, field.id, shown(found), expected, hint)
