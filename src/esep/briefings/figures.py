"""A fact as it is read in a sentence, a table or a chart."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from esep.language import Language
from esep.model.fact import Comparison, Fact
from esep.model.quantity import Printed, exactly, for_sentence, round_half_up
from esep.model.text import Names
from esep.model.unit import Unit

PLACES = (Comparison.RANK, Comparison.PER_HEAD_RANK)


class Figures:
    """Writes facts in one language. Rounding happens here and nowhere else."""

    def __init__(self, language: Language, units: Mapping[str, Unit], peer: Names | None) -> None:
        self._language = language
        self._units = units
        self._peer = peer

    def sentence(self, fact: Fact, *, case: str = "", form: str = "") -> str:
        """In running text.

        Forms: `growth` is the distance of an index from 100, or the size of a change, without
        its sign (the verb says which way); `gap` the size of a difference; `place` the ordinal
        alone; `bare` leaves the unit out; `spelled` writes it in full.
        """
        language = self._language
        if fact.comparison in PLACES:
            if form == "place":
                return language.ordinal(int(fact.value))
            noun = self._peer[language.code] if self._peer else None
            # A place that was only said comes without the number of places.
            of = fact.ranking.of if fact.ranking else None
            return language.rank(int(fact.value), of, case=case, noun=noun)
        unit = self._units[fact.unit.unit_id]
        if form == "growth":
            size = abs(fact.value if fact.comparison is Comparison.CHANGE else fact.value - 100)
            unit = self._units["percent"] if unit.id == "index_percent" else unit
            printed = Printed(round_half_up(size, fact.decimals), 0, fact.decimals)
        elif form == "gap":
            printed = Printed(round_half_up(abs(fact.value), fact.decimals), 0, fact.decimals)
        else:
            printed = for_sentence(fact.value, unit, decimals=fact.decimals, quantum=fact.quantum)
        return language.quantity(
            printed, unit, case=case, bare=form == "bare", spelled=form == "spelled"
        )

    def is_one(self, fact: Fact) -> bool:
        """Whether what stands beside the figure agrees with one thing: построена 21 школа."""
        if fact.comparison in PLACES:
            return fact.value == 1
        unit = self._units[fact.unit.unit_id]
        printed = for_sentence(fact.value, unit, decimals=fact.decimals, quantum=fact.quantum)
        plural = self._language.plural_form(printed.number, printed.decimals)
        return plural == "one" and not printed.scale

    def table(self, fact: Fact) -> str:
        """In a cell, without its unit: the column or the row names it."""
        if fact.comparison in PLACES:
            return self._language.number(fact.value, 0)
        printed = self.rounded(fact)
        return self._language.number(printed.number, printed.decimals)

    def rounded(self, fact: Fact) -> Printed:
        """As tables print it: in the scale of its unit and with its decimals."""
        if fact.said_on is not None and fact.quantum is not None:
            # A statement is repeated to the digit it was made with.
            scale = fact.unit.scale
            known = max(0, scale - fact.quantum.adjusted())
            return exactly(fact.value, scale=scale, decimals=known)
        return exactly(fact.value, scale=fact.unit.scale, decimals=fact.decimals)

    def signed(self, fact: Fact, *, bare: bool = False) -> str:
        """A change or a gap in a cell, with its sign and, unless `bare`, its unit in short."""
        decimals = fact.decimals
        number = self._language.signed(round_half_up(fact.value, decimals), decimals)
        if bare:
            return number
        label = self._units[fact.unit.unit_id].names.short(self._language.code)
        return f"{number}%" if fact.unit.unit_id == "percent" else f"{number}\u00a0{label}"

    def unit(self, fact: Fact) -> str:
        """The unit as a heading says it."""
        return self._language.unit_label(self._units[fact.unit.unit_id], fact.unit.scale)

    def plotted(self, fact: Fact) -> float:
        """The number a chart draws, in the scale of its unit."""
        return float(fact.value.scaleb(-fact.unit.scale))

    def in_large(self, fact: Fact, like: Fact) -> tuple[str, str]:
        """The figure and its unit in the multiple that suits `like`: 5.3, trillion tenge."""
        unit = self._units[like.unit.unit_id]
        scale = for_sentence(like.value, unit, decimals=like.decimals).scale
        decimals = 1 if scale else like.decimals
        printed = exactly(fact.value, scale=scale, decimals=decimals)
        number = self._language.number(printed.number, printed.decimals)
        return number, self._language.unit_label(unit, scale)


def sign(value: Decimal) -> str:
    """What a wording may ask of a number: up, down or flat."""
    return "up" if value > 0 else "down" if value < 0 else "flat"
