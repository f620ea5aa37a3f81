"""Which number do words make: двухсот семи, three and a half thousand, жүз жиырма бес мың."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from esep.language.reading.lexicon import Form, Lexicon, after

_WORD = re.compile(r"[^\W\d_]+")
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Words:
    head: int
    """Where the number ends and its scale word begins."""
    end: int
    number: Decimal
    decimals: int
    scale: int
    step: Decimal
    form: Form


def read_words(text: str, at: int, lexicon: Lexicon) -> Words | None:
    """Return the longest number that begins at a word, or None."""
    for pattern, number in lexicon.one_of.items():
        if match := after(pattern).match(text, at):
            scale = _scale(text, match.end(), lexicon)
            if scale:
                power, end = scale
                head = at + len(match[0].rstrip())
                decimals = _decimals(number)
                step = Decimal(1).scaleb(-decimals)
                return Words(head, end, number, decimals, power, step, Form.CARDINAL)
    if after(lexicon.not_alone).match(text, at):
        return None
    return _Reading(text, at, lexicon).read()


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _scale(text: str, at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    for power, pattern in lexicon.scales.items():
        if match := after(pattern).match(text, at):
            return power, match.end()
    return None


class _Reading:
    """Adds up words as they come; a word that cannot follow ends the number."""

    def __init__(self, text: str, at: int, lexicon: Lexicon) -> None:
        self.text, self.at, self.lexicon = text, at, lexicon
        self.groups: list[tuple[int, int]] = []
        self.group = 0
        self.open = False
        """Whether the group has words of its own yet: zero is a word too."""
        self.head = self.end = at
        self.form = Form.CARDINAL

    def read(self) -> Words | None:
        at = self.at
        while self.form is Form.CARDINAL and (word := _WORD.match(self.text, at)):
            if scale := self._fitting_scale(at):
                self.groups.append((self.group if self.open else 1, scale[0]))
                self.head = self.end if self.open else scale[1]
                self.group, self.open, self.end = 0, False, scale[1]
            elif self._take(word[0]):
                self.end = self.head = word.end()
            else:
                break
            gap = after(self.lexicon.number_gap).match(self.text, self.end)
            if gap is None:
                break
            at = gap.end()
        return self._words() if self.groups or self.open else None

    def _fitting_scale(self, at: int) -> tuple[int, int] | None:
        scale = _scale(self.text, at, self.lexicon)
        if not scale or (not self.open and (self.groups or not self._alone(at))):
            return None
        return scale if not self.groups or scale[0] < self.groups[-1][1] else None

    def _alone(self, at: int) -> bool:
        """A scale word without a number is one of it, where the language says so."""
        return after(self.lexicon.scale_alone).match(self.text, at) is not None

    def _take(self, word: str) -> bool:
        numeral = self.lexicon.numeral(word)
        if numeral is None:
            return False
        value, group = numeral.value, self.group
        if value == 100 and self.open and 0 < group < 100:
            self.group = group * 100
        elif not self.open or (value and _fits(value, group)):
            self.group += value
        else:
            return False
        self.open, self.form = True, numeral.form
        return True

    def _words(self) -> Words:
        half = after(self.lexicon.half).match(self.text, self.end)
        scale = 0 if self.open else self.groups[-1][1]
        number = Decimal(self.group if self.open else 0)
        number += sum(Decimal(count).scaleb(power - scale) for count, power in self.groups)
        if half and self.form is Form.CARDINAL and self.open:
            # "Three and a half thousand", and "three and a half" of something.
            number += _HALF
            space = after(" ?").match(self.text, half.end())
            following = space and _scale(self.text, space.end(), self.lexicon)
            scale, end = following or (0, half.end())
            return Words(half.end(), end, number, 1, scale, _HALF, self.form)
        return Words(self.head, self.end, number, 0, scale, Decimal(1), self.form)


def _fits(value: int, group: int) -> bool:
    if value < 10:
        return group % 10 == 0
    if value < 100:
        return group % 100 == 0
    return group == 0
