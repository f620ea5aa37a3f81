"""What every language can write: the promise that briefings and checks rely on."""

from __future__ import annotations

import datetime
from abc import ABC, abstractmethod
from collections.abc import Sequence
from decimal import Decimal
from typing import ClassVar

from esep.errors import BadRequest, Defect
from esep.language.digits import MINUS, NBSP, write_digits
from esep.model.indicator import PeriodConvention
from esep.model.period import Period
from esep.model.quantity import Printed
from esep.model.text import Name
from esep.model.unit import Unit

DASH = "\u2013"


class Language(ABC):
    """Writes figures as a careful official of that language would.

    A number is never parted from its unit: a no-break space stands between them. Cases are
    names of the language's own grammar ("" is the dictionary form); a case that the language
    does not have is refused. Periods know four more, which bring their own preposition or
    postposition: `in`, `for`, `against` and `attributive`.
    """

    code: ClassVar[str]
    decimal_mark: ClassVar[str] = ","
    group_mark: ClassVar[str] = NBSP
    minus: ClassVar[str] = MINUS
    conjunction: ClassVar[str]
    cases: ClassVar[tuple[str, ...]]
    scale_words: ClassVar[dict[int, str]]

    # -- numbers -----------------------------------------------------------------------

    def number(self, value: Decimal, decimals: int) -> str:
        """Write a rounded value; years are never passed here, they have no groups."""
        return write_digits(
            value, decimals, decimal_mark=self.decimal_mark, group_mark=self.group_mark
        )

    def signed(self, value: Decimal, decimals: int) -> str:
        """Write a change with its sign: +7.9, −4.6, and 0.0 without one."""
        return ("+" if value > 0 else "") + self.number(value, decimals)

    @abstractmethod
    def ordinal(self, n: int) -> str: ...

    @abstractmethod
    def plural_form(self, value: Decimal, decimals: int) -> str:
        """Return the CLDR plural category of the number as printed."""

    # -- quantities --------------------------------------------------------------------

    @abstractmethod
    def quantity(
        self,
        printed: Printed,
        unit: Unit,
        *,
        case: str = "",
        bare: bool = False,
        spelled: bool = False,
    ) -> str:
        """Write a number with its scale word and unit noun.

        `bare` leaves the noun out; `spelled` writes the scale word and the per cent in full.
        """

    @abstractmethod
    def unit_label(self, unit: Unit, scale: int = 0) -> str:
        """Return what a table heading says after a comma: "billion tenge", "%"."""

    @abstractmethod
    def rank(
        self, place: int, of: int | None, *, case: str = "", noun: Unit | Name | None = None
    ) -> str:
        """Write a place among so many; `noun` says what is ranked.

        Who says "we are fifth" does not say of how many: then `of` is None.
        """

    # -- time --------------------------------------------------------------------------

    @abstractmethod
    def period(
        self, period: Period, *, case: str = "", convention: PeriodConvention | None = None
    ) -> str: ...

    @abstractmethod
    def date(self, day: datetime.date, *, case: str = "") -> str: ...

    @abstractmethod
    def date_short(self, day: datetime.date) -> str: ...

    # -- words -------------------------------------------------------------------------

    def inflect(self, name: Name, case: str) -> str:
        """Return the stored form, else the one the language's rules build."""
        self._check_case(case, self.cases)
        return name.form(case) or self.with_case(name.text, case)

    def with_case(self, text: str, case: str) -> str:
        """Put a text in a case where the language joins the case to the end of the text."""
        self._check_case(case, self.cases)
        return text

    def case_suffix(self, text: str, case: str) -> str:
        """Return the ending `with_case` joins, without its hyphen; empty where there is none."""
        self._check_case(case, self.cases)
        return ""

    def join(self, items: Sequence[str]) -> str:
        """List things: "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.conjunction} {items[-1]}"

    # -- shared by the languages -------------------------------------------------------

    def _scale_word(self, scale: int) -> str:
        try:
            return self.scale_words[scale] if scale else ""
        except KeyError:
            raise Defect(
                f"no language has a word for 10^{scale}", hint="print in 0, 3, 6, 9 or 12"
            ) from None

    def _check_case(self, case: str, known: tuple[str, ...]) -> None:
        if case not in ("", "nominative", *known):
            raise BadRequest(
                f"there is no case '{case}' here in language '{self.code}'",
                hint=f"use one of: nominative, {', '.join(known)}",
            )


PERIOD_FRAMES = ("in", "for", "against", "attributive")


def noun_name(noun: Unit | Name, language: str) -> Name:
    return noun.names[language] if isinstance(noun, Unit) else noun


def attach(*words: str) -> str:
    """Join words that must stay on one line."""
    return NBSP.join(word for word in words if word)
