"""How Russian writes figures: 5,3 трлн тенге, январь–апрель 2024 г., 5-е место из 20."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import ClassVar

from esep.language import russian_words as words
from esep.language.base import DASH, PERIOD_FRAMES, Language, attach, noun_name
from esep.language.digits import whole_number
from esep.language.telling import Telling, half_of, quarter_of, telling
from esep.model.indicator import PeriodConvention
from esep.model.period import Period
from esep.model.quantity import Printed
from esep.model.text import Name
from esep.model.unit import Unit, UnitKind

# What a period stands in: the preposition and the case it governs.
_FRAMES = {
    "in": ("в", "prepositional"),
    "for": ("за", "accusative"),
    "against": ("к", "dative"),
    "attributive": ("за", "accusative"),
}
_DAY_PREPOSITIONS = {"in": "на", "for": "на", "attributive": "на", "against": "к"}


class Russian(Language):
    code: ClassVar[str] = "ru"
    conjunction: ClassVar[str] = "и"
    cases: ClassVar[tuple[str, ...]] = words.CASES
    # A dot marks a word cut short ("тыс."), not one written by its consonants ("млн").
    scale_words: ClassVar[dict[int, str]] = {3: "тыс.", 6: "млн", 9: "млрд", 12: "трлн"}

    def ordinal(self, n: int) -> str:
        """Neuter, as a place is: 5-е."""
        return self._ordinal(n, "nominative")

    def _ordinal(self, n: int, case: str) -> str:
        return f"{self.number(Decimal(n), 0)}-{words.NEUTER_ORDINAL[case]}"

    def plural_form(self, value: Decimal, decimals: int) -> str:
        if decimals:
            return "other"
        n = int(abs(value))
        if n % 10 == 1 and n % 100 != 11:
            return "one"
        return "few" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "many"

    def quantity(
        self,
        printed: Printed,
        unit: Unit,
        *,
        case: str = "",
        bare: bool = False,
        spelled: bool = False,
    ) -> str:
        self._check_case(case, self.cases)
        name = unit.names[self.code]
        if unit.kind is UnitKind.RANK:
            return self._place(whole_number(printed.number), case or "nominative")
        number = self.number(printed.number, printed.decimals)
        category = self.plural_form(printed.number, printed.decimals)
        scale = self._scale_word(printed.scale)
        if unit.kind in (UnitKind.PERCENT, UnitKind.INDEX) and not spelled:
            return attach(number, scale) + ("" if bare else "%")
        if scale and spelled:
            scale = _spelled_scale(printed.scale, category, case)
        if bare:
            return attach(number, scale)
        if unit.kind is UnitKind.POINTS and name.short and not spelled:
            return attach(number, scale, name.short)
        noun = _counted(name, "many", "") if scale else _counted(name, category, case)
        return attach(number, scale, noun)

    def unit_label(self, unit: Unit, scale: int = 0) -> str:
        name = unit.names[self.code]
        match unit.kind:
            case UnitKind.PERCENT | UnitKind.INDEX:
                return "%"
            case UnitKind.POINTS if name.short:
                return name.short
            case UnitKind.RANK:
                return name.text
            case _:
                return attach(self._scale_word(scale), _counted(name, "many", ""))

    def rank(
        self, place: int, of: int | None, *, case: str = "", noun: Unit | Name | None = None
    ) -> str:
        """`locative` says where a region stands, with its preposition: на 5-м месте из 20."""
        self._check_case(case, (*self.cases, "locative", "in"))
        if case in ("locative", "in"):
            head = f"на {self._place(place, 'prepositional')}"
        else:
            head = self._place(place, case or "nominative")
        if of is None:
            return head
        total = self.number(Decimal(of), 0)
        if noun:
            category = self.plural_form(Decimal(of), 0)
            total = attach(total, _counted(noun_name(noun, self.code), category, "genitive"))
        return f"{head} {attach('из', total)}"

    def _place(self, place: int, case: str) -> str:
        return attach(self._ordinal(place, case), words.PLACE[case])

    def period(
        self, period: Period, *, case: str = "", convention: PeriodConvention | None = None
    ) -> str:
        self._check_case(case, (*self.cases, *PERIOD_FRAMES))
        told = telling(period, convention)
        if told is Telling.DAY:
            day = self.date(period.start)
            return f"{_DAY_PREPOSITIONS[case]} {day}" if case in _DAY_PREPOSITIONS else day
        preposition, grammatical = _FRAMES.get(case, ("", case or "nominative"))
        text = self._period(period, told, grammatical)
        return f"{_voiced(preposition, text)} {text}" if preposition else text

    def _period(self, period: Period, told: Telling, case: str) -> str:
        start, end = period.start, period.end
        match told:
            case Telling.YEAR:
                return attach(str(start.year), words.YEAR[case])
            case Telling.YEARS:
                return attach(f"{start.year}{DASH}{end.year}", words.YEARS[case])
            case Telling.QUARTER:
                head = attach(words.ROMAN[quarter_of(period)], words.QUARTER[case])
                return f"{head} {_year(start)}"
            case Telling.HALF:
                head = attach(words.ROMAN[half_of(period)], words.HALF[case])
                return f"{head} {_year(start)}"
            case Telling.MONTHS:
                months = dict.fromkeys((_month(start, case), _month(end, case)))
                return f"{DASH.join(months)} {_year(start)}"
            case Telling.MONTHS_ACROSS:
                first = f"{_month(start, case)} {_year(start)}"
                return f"{first} {DASH} {_month(end, case)} {_year(end)}"
            case Telling.DAYS | Telling.DAY:
                return f"{self.date(start)} {DASH} {self.date(end)}"

    def date(self, day: datetime.date, *, case: str = "") -> str:
        """A date is the genitive of its month in every case a text puts it in."""
        self._check_case(case, self.cases)
        return f"{attach(str(day.day), _month(day, 'genitive'))} {_year(day)}"

    def date_short(self, day: datetime.date) -> str:
        return f"{day:%d.%m.%Y}"


def _year(day: datetime.date) -> str:
    return attach(str(day.year), "г.")


def _month(day: datetime.date, case: str) -> str:
    return words.MONTHS[day.month - 1][case]


def _voiced(preposition: str, text: str) -> str:
    # Read aloud it is "во втором", "ко второму".
    second = text.partition("\u00a0")[0] == "II"
    return preposition + "о" if second and preposition in ("в", "к") else preposition


def _spelled_scale(scale: int, category: str, case: str) -> str:
    forms = words.SPELLED_SCALES[scale]
    if case == "genitive" and category != "other":
        return forms["few" if category == "one" else "many"]
    if case == "accusative" and category == "one" and scale == 3:
        return "тысячу"
    return forms[category]


def _counted(name: Name, category: str, case: str) -> str:
    """Return the form a noun takes after a number of this plural category.

    The pack names the nominative forms by category (`one`, `few`, `many`) and the others by
    case and number (`genitive_singular`, `dative_plural`).
    """
    forms = name.forms or {}

    def first(*keys: str) -> str:
        return next((forms[key] for key in keys if forms.get(key)), name.text)

    # "2 процентных пункта" but "2,5 процентного пункта": few is not always the genitive.
    genitive_singular = ("genitive_singular", "few", "genitive")
    genitive_plural = ("many", "genitive_plural")
    if category == "other":
        return first("other", *genitive_singular)  # a decimal governs its noun in any case
    if case in ("", "nominative", "accusative"):
        if category == "one":
            own = ("accusative_singular", "accusative") if case == "accusative" else ()
            return first(*own, "one")
        if category == "few":
            return first("few", "genitive_singular", "genitive")
        return first(*genitive_plural)
    if case == "genitive":
        return first(*(genitive_singular if category == "one" else genitive_plural))
    if category == "one":
        return first(f"{case}_singular", case, *genitive_singular)
    return first(f"{case}_plural", *genitive_plural)
