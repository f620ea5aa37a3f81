"""How are small whole numbers written in words?"""

from __future__ import annotations

from esep.language.kazakh_numerals import read_aloud

MOST = 99

_ENGLISH = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_RUSSIAN = (
    *("ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"),
    *("десять", "одиннадцать", "двенадцать", "тринадцать", "четырнадцать", "пятнадцать"),
    *("шестнадцать", "семнадцать", "восемнадцать", "девятнадцать"),
)
_RUSSIAN_TENS = (
    *("двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят"),
    *("восемьдесят", "девяносто"),
)
_GENDERED = (1, 2)
"""Russian `one` and `two` follow the gender of what is counted."""


def spell(number: int, language: str) -> str | None:
    """The number in words, in the form a dictionary has; None where only digits are safe."""
    if not 0 <= number <= MOST:
        return None
    match language:
        case "en":
            return _composed(number, _ENGLISH, _ENGLISH_TENS, "-")
        case "ru" if number % 10 not in _GENDERED or number in (11, 12):
            return _composed(number, _RUSSIAN, _RUSSIAN_TENS, " ")
        case "kk":
            return " ".join(read_aloud(number))
    return None


def _composed(number: int, words: tuple[str, ...], tens: tuple[str, ...], between: str) -> str:
    if number < len(words):
        return words[number]
    ten, one = divmod(number, 10)
    return tens[ten - 2] + (f"{between}{words[one]}" if one else "")
