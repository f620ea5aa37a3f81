"""Which number is a Roman numeral, folded to small letters."""

from __future__ import annotations

import re

from esep.language.kazakh_numerals import read_roman
from esep.language.reading.lexicon import Form, Numeral

_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")


def roman(word: str) -> Numeral | None:
    """Roman numerals put in order: II место, III орын."""
    if not word or not _ROMAN.fullmatch(word):
        return None
    return Numeral(read_roman(word.upper()), Form.ORDINAL)
