"""Where does an expression of time stand: what governs it, what is it compared with?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from esep.language.reading import time_words as w
from esep.language.reading.time_tokens import lexicon
from esep.language.reading.time_words import Token

HORIZONS = frozenset({w.BY, w.TOWARDS, w.AGO_OR_BY, w.THROUGH})
_PERCENT = frozenset({"%", "percent", "points", "cent", "pp"})
_LEVELS = frozenset({"level", "levels", "figure", "figures", "result", "total", "volume", "mark"})
_MEASURED = _PERCENT | {"times", "of", "over", "above", "below", "against", "than", "on", "to"}
_OUTDO = {
    "en": re.compile(
        r"out(?:do|did|spen|pac|strip|perform|sell|sold|grow|grew|produc|shin|shone)\w*|beat\w*"
        r"|exceed\w*|surpass\w*|topp(?:ed|ing)|tops|overt\w+|eclips\w*"
    ),
    "ru": re.compile(r"превы[сш]\w*|превзош\w*|опере\w+|обогна\w+|обош\w+|обойдя|перекры\w+"),
}
_THAN = frozenset({"than", "чем", "нежели", "против", "сколько"})
_OF_TIME = frozenset("ionsPRqmNhlO-")
_WITHIN = 5
_COMPARED_BEFORE = re.compile("K[oixsPRn]{0,4}$")
_COMPARED_AFTER = re.compile("[xPs]{0,2}K")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands among the words around it."""

    tokens: Sequence[Token]
    letters: str
    first: int
    end: int
    code: str

    @property
    def last(self) -> Token:
        return self.tokens[self.end - 1]

    @property
    def beside(self) -> int:
        """The word that governs it, beyond articles and "in"; -1 where there is none."""
        at = self.first - 1
        while (
            at >= 0
            and self.first - at < 4
            and not (self.letters[at] == w.IN and self.tokens[at].value)  # с итогами месяцев
            and (self.letters[at] in (w.OF, w.IN, w.EARLY) or self.letters[at - 1 : at + 1] == "e-")
        ):
            at -= 1
        return at

    @property
    def before(self) -> str:
        """The kind of the word that governs it; Kazakh puts that word after."""
        if lexicon(self.code).year_first:
            return self.after
        at = self.beside
        if at > 0 and self.letters[at - 1 : at + 1] == "Tt":
            return w.THROUGH  # through to 2030
        return self.letters[at] if at >= 0 else ""

    @property
    def after(self) -> str:
        return self.letters[self.end] if self.end < len(self.letters) else ""

    @property
    def framed(self) -> bool:
        """Whether a word says that something happened within it."""
        own = self.first > 0 and self.letters[self.first - 1] == w.IN
        beyond = self.letters[max(0, self.first - 3) : self.first] in ("io", "ioo", "xio")
        after = self.code == "kk" and self.after == w.IN
        of = self.first > 0 and self.tokens[self.first - 1].text.lower() == "of"
        return own or of or beyond or after or self.last.case in ("locative", "genitive")

    @property
    def compared(self) -> bool:
        """Whether it is what a figure is compared with."""
        if lexicon(self.code).year_first:
            beyond = _COMPARED_AFTER.match(self.letters, self.end)
            than = self.last.case == "ablative" and self.last.kind != w.START
            return bool(beyond) or (than and self.after != w.SINCE)
        if self._levelled or self._of_a_figure or self.outdone or self._after_than:
            return True
        if self.before == w.THAN and (self.beside == self.first - 1 or self.code == "en"):
            return True  # "больше прошлого года", but "больше в 2024 году"
        behind = self.letters[max(0, self.first - 5) : self.first]
        return bool(_COMPARED_BEFORE.search(behind))

    @property
    def _levelled(self) -> bool:
        """The level of a year is what another is held against: the 2022 level."""
        if self.code == "ru" and self.first:
            led = self.tokens[self.first - 1].text.lower()
            return led.startswith(("уровн", "показател"))
        following = self.tokens[self.end].text if self.after else ""
        told = following in _LEVELS and self.tokens[self.first].kind != w.NEW_YEAR
        return self.code == "en" and (told or self._of_a_level)

    @property
    def _of_a_level(self) -> bool:
        """English: "2.5 times the figure of 2022"."""
        at = self.beside
        if at < 1 or self.tokens[at].text not in _LEVELS:
            return False
        the = self.tokens[at - 1].text == "the"
        return self.tokens[max(0, at - 1 - the)].text in _MEASURED

    @property
    def outdone(self) -> bool:
        """What is outdone is what it is held against: "beating 2023", "обойдя прошлый год"."""
        if pattern := _OUTDO.get(self.code):
            at = self.beside
            return at >= 0 and pattern.fullmatch(self.tokens[at].text.lower()) is not None
        return False

    @property
    def _after_than(self) -> bool:
        """Whether `than` stands before it with nothing but words of time between."""
        at = self.first - 1
        while at >= max(0, self.first - _WITHIN) and self.letters[at] in _OF_TIME:
            if self.tokens[at].text == "as" and self.letters[at + 1] == w.IN:
                return True  # twice as many as in 2023
            at -= 1
        return at >= 0 and self.tokens[at].text.lower() in _THAN

    @property
    def _of_a_figure(self) -> bool:
        """English: "output was 104% of January-April 2023"."""
        return (
            self.code == "en"
            and self.first > 1
            and self.letters[self.first - 1] == w.OF
            and self.tokens[self.first - 2].text in _PERCENT
        )

    @property
    def on_a_figure(self) -> bool:
        """English: "a rise of 16% on 2022", but "a report on 2022"."""
        at = self.beside
        return at > 0 and self.letters[at] == w.ON and self.tokens[at - 1].text in _PERCENT
