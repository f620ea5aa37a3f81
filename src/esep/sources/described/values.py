"""Which figure, or which sign in its place, stands in a cell?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

from esep.model.source_description import Footnote, Meaning, Numbers
from esep.sources.described.labels import SUPERSCRIPTS, without_marks
from esep.sources.readers.grid import MAX_CELL_CHARACTERS, Cell, plain_number, shown_cell
from esep.sources.surprise import Surprise, shown

_BLANKS = re.compile(r"[\s\u00a0\u202f\u2009'’]+")
_DIGITS = re.compile(r"[+-]?[0-9]{1,30}(?:[.,][0-9]{1,30})?(?:[eE][+-]?[0-9]{1,2})?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:[\s\u00a0\u202f\u2009'’][0-9]{3})+(?:[.,][0-9]+)?")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DOUBTFUL = re.compile(r"[+-]?[1-9][0-9]{0,2}[,.][0-9]{3}")
_RAISED = re.compile(r"\s*([¹²³⁴⁵⁶⁷⁸⁹⁰]+⁾?)$")
_EXPECTED = "a number, or a sign the description knows"


@dataclass(frozen=True, slots=True)
class Figure:
    value: Decimal
    marks: tuple[str, ...] = ()


def read_cell(
    cell: Cell,
    *,
    signs: Mapping[str, Meaning],
    footnotes: Mapping[str, Footnote],
    numbers: Numbers,
) -> Figure | Meaning | Surprise:
    if cell is None:
        return signs.get("", Meaning.MISSING)
    if isinstance(cell, bool):
        return _surprise("not_a_number", shown_cell(cell), "the cell holds yes or no")
    if isinstance(cell, (int, float, Decimal)):
        read = _number(cell)
    elif isinstance(cell, (date, time, timedelta)):
        return _surprise(
            "not_a_number", shown_cell(cell), "a spreadsheet made a date of it: ask for the figure"
        )
    else:
        text = cell.strip()
        meaning = signs.get(text.casefold())
        if meaning is not None:
            return Figure(Decimal(0)) if meaning is Meaning.ZERO else meaning
        read = _text(text, footnotes, numbers)
    if isinstance(read, Surprise):
        return read
    # A nought that means "nothing known" is a sign too, where a description says so.
    if read.value == 0 and (meaning := signs.get("0")) is not None and meaning is not Meaning.ZERO:
        return meaning
    return read if numbers.times == 1 else Figure(multiplied(read.value, numbers.times), read.marks)


def multiplied(value: Decimal, times: Decimal) -> Decimal:
    """A product with no more decimals than it needs: 0.253 in per cent is 25.3."""
    power = times.normalize().as_tuple()
    if power.digits != (1,) or not isinstance(power.exponent, int):
        return value * times
    return Decimal(format(value.scaleb(power.exponent), "f"))


def _number(cell: int | float | Decimal) -> Figure | Surprise:
    if isinstance(cell, float):
        text = plain_number(cell)
        if not text:
            return _surprise("not_a_number", str(cell), "the cell holds no finite number")
        return Figure(Decimal(text))
    value = Decimal(cell)
    if not value.is_finite() or value.adjusted() > 30:
        return _surprise("not_a_number", str(cell)[:40], "the cell holds no finite number")
    return Figure(value)


def _text(text: str, footnotes: Mapping[str, Footnote], numbers: Numbers) -> Figure | Surprise:
    if len(text) > MAX_CELL_CHARACTERS:
        return _surprise("not_a_number", f"a text of {len(text):,} characters", "look at the cell")
    raised = _RAISED.search(text)
    if raised and raised.start():
        # A raised digit is never a digit of the number: 1 300,0³ is 1 300,0 with the mark 3.
        return _with_raised(text[: raised.start()], raised[1], footnotes, numbers)
    # Of a number only marks that cannot be digits of it: "141 1603)" ends with the mark 3).
    plain, marks = without_marks(text, [mark for mark in footnotes if not mark.isdigit()])
    unknown = [mark for mark in marks if mark not in footnotes]
    if unknown and _DIGITS.fullmatch(_BLANKS.sub("", plain)):
        return _unknown_mark(text, unknown[0], footnotes)
    value = _decimal(plain, numbers)
    return value if isinstance(value, Surprise) else Figure(value, marks)


def _with_raised(
    text: str, raised: str, footnotes: Mapping[str, Footnote], numbers: Numbers
) -> Figure | Surprise:
    mark = raised.translate(SUPERSCRIPTS)
    known = next((each for each in (mark, f"{mark})") if each in footnotes), None)
    read = _text(text, footnotes, numbers)
    if isinstance(read, Surprise):
        return read
    return (
        _unknown_mark(text + raised, mark, footnotes)
        if known is None
        else Figure(read.value, (*read.marks, known))
    )


def _unknown_mark(text: str, mark: str, footnotes: Mapping[str, Footnote]) -> Surprise:
    return Surprise(
        "unknown_footnote",
        "",
        shown(text),
        "a footnote the description knows: " + (", ".join(footnotes) or "it has none"),
        f"say under footnotes what {mark} means",
    )


def _decimal(text: str, numbers: Numbers) -> Decimal | Surprise:
    text = text.replace("\u2212", "-").strip()
    joined = _BLANKS.sub("", text)
    if joined != text and not _GROUPED.fullmatch(text) and not _DIGITS.fullmatch(text):
        return _surprise("not_a_number", text, "its digits do not stand in groups of three")
    if numbers.decimal == ".":
        if _THOUSANDS.fullmatch(joined):
            joined = joined.replace(",", "")
    elif numbers.decimal == ",":
        joined = joined.replace(",", ".")
    elif _DOUBTFUL.fullmatch(joined) and "," in joined:
        return _surprise("ambiguous_number", text, "say numbers: {decimal: ','} or {decimal: '.'}")
    else:
        joined = joined.replace(",", ".") if joined.count(",") == 1 else joined
    if not _DIGITS.fullmatch(joined) or "," in joined:
        hint = "if it is a sign, say under signs what it means"
        return _surprise("not_a_number", text, hint)
    return Decimal(joined)


def _surprise(code: str, found: str, hint: str) -> Surprise:
    return Surprise(code, "", shown(found), _EXPECTED, hint)
