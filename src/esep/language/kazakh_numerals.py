"""How a number is read aloud in Kazakh, because its case ending follows its last word."""

from __future__ import annotations

import re

ONES = ("", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
TENS = ("", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_SCALES = (
    *("", "мың", "миллион", "миллиард", "триллион"),
    *("квадриллион", "квинтиллион", "секстиллион", "септиллион", "октиллион", "нониллион"),
)
_LIMIT = 10 ** (3 * len(_SCALES))
ZERO = "нөл"

# A number at the end of a text: groups of three parted by a space, then a decimal part.
_LAST_NUMBER = re.compile(
    r"(?P<whole>\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,](?P<fraction>\d+))?$"
)


def read_aloud(n: int) -> list[str]:
    """Return the words of a whole number: 107 is жүз жеті."""
    if n == 0:
        return [ZERO]
    if n >= _LIMIT:
        # Numbers beyond any name are read by their digits.
        return [ONES[int(digit)] or ZERO for digit in str(n)]
    spoken: list[str] = []
    for power in range(len(_SCALES) - 1, -1, -1):
        if group := n // 1000**power % 1000:
            spoken += [*_below_thousand(group), *([_SCALES[power]] if power else [])]
    return spoken


def _below_thousand(n: int) -> list[str]:
    hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
    spoken = [ONES[hundreds]] if hundreds > 1 else []
    spoken += ["жүз"] if hundreds else []
    return spoken + [word for word in (TENS[tens], ONES[ones]) if word]


def last_spoken_word(text: str) -> str:
    """Return the word a written number ends with when read; empty if no number ends the text.

    A decimal is read as so many tenths (107,9: жүз жеті бүтін оннан тоғыз), so its fraction
    says the last word and zeros before it are silent: 3,05 ends with бес.
    """
    match = _LAST_NUMBER.search(text)
    if not match:
        return ""
    digits = match["fraction"] or re.sub(r"\D", "", match["whole"])
    return read_aloud(int(digits))[-1]


_ROMAN = {"I": 1, "І": 1, "V": 5, "X": 10}
"""Official texts write both the Latin and the Cyrillic one."""


def read_roman(text: str) -> int:
    """Return the number a Roman numeral up to the tens stands for; 0 if it is not one."""
    if not text or any(letter not in _ROMAN for letter in text):
        return 0
    values = [_ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )
