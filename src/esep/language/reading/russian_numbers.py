"""Which number does a Russian word mean, in whatever case it stands?"""

from __future__ import annotations

from collections.abc import Iterator

from esep.language.reading.lexicon import Form, Numeral
from esep.language.reading.roman import roman

# Every case of every cardinal, without ё.
_CARDINALS: dict[int, str] = {
    0: "ноль нуль ноля нуля нулю нолю нулем нолем нуле ноле",
    1: "один одна одно одни одного одной одному одну одним одном одною одних",
    2: "два две двух двум двумя двое двоих",
    3: "три трех трем тремя трое троих",
    4: "четыре четырех четырем четырьмя четверо четверых",
    40: "сорок сорока",
    90: "девяносто девяноста",
    100: "сто ста",
    200: "двести двухсот двумстам двумястами двухстах",
    300: "триста трехсот тремстам тремястами трехстах",
    400: "четыреста четырехсот четыремстам четырьмястами четырехстах",
}
# Words in -ь, and their genitive stems: пять, пяти, пятью.
_SOFT: dict[int, str] = {
    5: "пят",
    6: "шест",
    7: "сем",
    8: "восем",
    9: "девят",
    10: "десят",
    11: "одиннадцат",
    12: "двенадцат",
    13: "тринадцат",
    14: "четырнадцат",
    15: "пятнадцат",
    16: "шестнадцат",
    17: "семнадцат",
    18: "восемнадцат",
    19: "девятнадцат",
    20: "двадцат",
    30: "тридцат",
}
_ORDINALS: dict[int, str] = {
    1: "перв",
    2: "втор",
    4: "четверт",
    5: "пят",
    6: "шест",
    7: "седьм",
    8: "восьм",
    9: "девят",
    10: "десят",
    40: "сороков",
    50: "пятидесят",
    60: "шестидесят",
    70: "семидесят",
    80: "восьмидесят",
    90: "девяност",
    100: "сот",
} | {number: stem for number, stem in _SOFT.items() if number > 10}
_ADJECTIVE = "ый ой ая ое ые ого ому ую ым ом ых ыми ою"
_THIRD = "третий третья третье третьи третьего третьей третьему третью третьим третьем третьих"


def _soft(stem: str) -> Iterator[str]:
    oblique = "восьм" if stem == "восем" else stem
    yield from (f"{stem}ь", f"{oblique}и", f"{stem}ью", f"{oblique}ью")


def _numerals() -> Iterator[tuple[str, Numeral]]:
    for value, words in _CARDINALS.items():
        yield from ((word, Numeral(value)) for word in words.split())
    for value, stem in _SOFT.items():
        yield from ((word, Numeral(value)) for word in _soft(stem))
    for value in range(5, 9):
        stem = _SOFT[value]
        oblique = "восьми" if value == 8 else f"{stem}и"
        tens = (f"{stem}ьдесят", f"{oblique}десяти", f"{stem}ьюдесятью", f"{oblique[:-1]}ьюдесятью")
        yield from ((word, Numeral(value * 10)) for word in tens)
    for value in range(5, 10):
        stem = _SOFT[value]
        oblique = "восьми" if value == 8 else f"{stem}и"
        for word in (f"{stem}ьсот", *(f"{oblique}{end}" for end in ("сот", "стам", "стах"))):
            yield word, Numeral(value * 100)
        for ending in (f"{stem}ьюстами", f"{oblique[:-1]}ьюстами"):
            yield ending, Numeral(value * 100)
    for value, stem in _ORDINALS.items():
        for ending in _ADJECTIVE.split():
            yield f"{stem}{ending}", Numeral(value, Form.ORDINAL)
    yield from ((word, Numeral(3, Form.ORDINAL)) for word in _THIRD.split())
    for value, words in (
        (5, "пятеро пятерых"),
        (6, "шестеро шестерых"),
        (7, "семеро семерых"),
        (8, "восьмеро восьмерых"),
        (9, "девятеро девятерых"),
        (10, "десятеро десятерых"),
    ):
        yield from ((word, Numeral(value)) for word in words.split())


_NUMERALS = dict(_numerals())


def numeral(word: str) -> Numeral | None:
    return _NUMERALS.get(word) or roman(word)
