"""Which kinds of words speak of time, and how a language's lexicon names them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

# The grammar sees a sentence as one letter a token. The letters, with what `value` says:
YEAR = "Y"  # 2024
YEAR_WORD = "y"  # year, год, жыл; value 1 in the plural
YEAR_ADVERB = "A"  # биыл 0, былтыр -1, с.г. 0
LAST_YEARS = "B"  # прошлогодний: the year before, and always what is compared with
RELATIVE = "R"  # last -1, this 0, next 1, recent -2; English last -3
NEW = "G"  # the new school year
MONTH = "M"  # 1-12
MONTH_WORD = "m"
QUARTER = "Q"  # Q1
QUARTER_WORD = "q"
HALF = "H"  # H1
HALF_WORD = "h"  # half-year, полугодие, жартыжылдық
HALF_ENGLISH = "l"  # half: of a year only after first or second
NUMBER = "N"
ORDINAL = "O"
DATE = "D"  # a whole date in digits; value is its ordinal
SEASON = "W"  # first month: 3, 6, 9, 12; 10 for the heating season
SCHOOL = "C"  # academic, учебный, оқу
WEEK_WORD = "z"
NOW = "w"
START = "S"
END = "E"
NEW_YEAR = "V"
WHOLE_YEAR = "L"  # the year as a whole
DECADE_WORD = "d"
LATER = "a"  # через два года, екі жылдан кейін
EARLY = "e"  # early, late, mid
SO_FAR = "F"  # so far this year
HOLIDAYS = "U"  # until the school holidays
YEAR_ON_YEAR = "Z"
SAME = "s"  # same, corresponding
PERIOD_WORD = "P"
AGO = "g"
AGO_OR_BY = "v"  # English before
FROM = "f"
TO = "t"
THROUGH = "T"
BY = "u"  # by, до, дейін
TOWARDS = "j"  # Russian к: a horizon or a base
SINCE = "b"
THAN = "k"  # next to what it compares with
COMPARED = "K"  # also some words before it
IN = "i"
ON = "n"  # English on: a base before a year
OF = "o"
A_YEAR = "1"  # a, an
AND = "&"
DASH = "-"
SLASH = "/"
COMMA = ","
OTHER = "x"

TIME_KINDS = frozenset("YyABRGMmQqHhlNODWCzwSEVFLUZsdae")
"""Where an expression of time can begin."""


@dataclass(frozen=True, slots=True)
class Meaning:
    kind: str
    value: int = 0
    case: str = ""
    """Kazakh: `dative`, `locative`, `ablative`, `instrumental`, `genitive`, `accusative`."""
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    text: str
    kind: str
    value: int = 0
    case: str = ""
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    code: str
    look: Callable[[str], Meaning | None]
    """Find what a word means, in lower case unless capitals decide."""
    phrases: tuple[tuple[str, Meaning], ...]
    """Patterns of several words that are one word of time."""
    year_first: bool = False
    """Whether the year stands before its months: 2024 жылғы қаңтар."""


def read_words(groups: Mapping[tuple[str, int], str]) -> dict[str, Meaning]:
    """Turn `{(kind, value): "word word"}` into a dictionary by word."""
    return {
        word: Meaning(kind, value)
        for (kind, value), text in groups.items()
        for word in text.split()
    }


ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
ROMAN |= {"IX": 9, "X": 10, "XI": 11, "XII": 12}
_CYRILLIC_ROMAN = str.maketrans("ІХҮ", "IXV")
ROMAN_WORD = re.compile(r"[IVXІХ]{1,4}")


def roman(word: str) -> int:
    """Read a Roman numeral up to twelve, 0 for anything else; Cyrillic letters are met too."""
    return ROMAN.get(word.translate(_CYRILLIC_ROMAN), 0)
