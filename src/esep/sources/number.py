"""Is the text of a cell a number, and if not, what did its writer mean?"""

from __future__ import annotations

import re
from decimal import Decimal

from esep.sources.surprise import Surprise, shown

_NUMBER = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?")
_WITH_EXPONENT = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?[eE][+-]?[0-9]{1,2}")
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:[ \u00a0\u202f',][0-9]{3})+(?:[.,][0-9]+)?")
_MISSING = {"", "-", "–", "—", "…", "...", "..", ".", ":", "x", "х", "n/a", "na", "nan", "null"}
_EXPECTED = "a number with a decimal dot, as 107.9"


def read_number(text: str) -> Decimal | Surprise:
    """The exact decimal of a value cell."""
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    return _surprise(text)


def read_plain_or_exponent(text: str) -> Decimal | Surprise:
    """Also `1e+16`, as programs write large numbers."""
    if _WITH_EXPONENT.fullmatch(text):
        return Decimal(text)
    return read_number(text)


def _surprise(text: str) -> Surprise:
    code, hint = "not_a_number", "write digits only; words and marks belong in the note"
    if text.lower() in _MISSING:
        code = "no_value"
        hint = "leave the row out where there is no figure; a true zero is written 0"
    elif _GROUPED.fullmatch(text) and not _DECIMAL_COMMA.fullmatch(text):
        hint = "write the number without separators between thousands"
    elif _DECIMAL_COMMA.fullmatch(text):
        hint = f"write a dot for the decimal comma: {text.replace(',', '.')[:80]}"
    elif text.startswith(("=", "@")):
        hint = "the cell has a formula: paste its value instead"
    elif text.endswith("%"):
        hint = "leave out the % sign; the unit column says it"
    elif text.startswith("\u2212"):
        hint = "write the minus sign as a hyphen: -"
    elif _WITH_EXPONENT.fullmatch(text):
        hint = "write all digits instead of an exponent"
    elif "е" in text.lower() or "о" in text.lower():
        hint = "the cell has a letter that looks like a digit or a mark"
    return Surprise(code, "value", shown(text) if text else "nothing", _EXPECTED, hint)
