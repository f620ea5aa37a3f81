"""How English writes figures: 5.3 trillion tenge, January–April 2024, 5th of 20."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import ClassVar

from esep.language.base import DASH, PERIOD_FRAMES, Language, attach, noun_name
from esep.language.digits import whole_number
from esep.language.telling import Telling, half_of, quarter_of, telling
from esep.model.indicator import PeriodConvention
from esep.model.period import Period
from esep.model.quantity import Printed
from esep.model.text import Name
from esep.model.unit import Unit, UnitKind

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class English(Language):
    """Nouns have no cases; the cases of other languages are accepted and change nothing."""

    code: ClassVar[str] = "en"
    decimal_mark: ClassVar[str] = "."
    group_mark: ClassVar[str] = ","
    conjunction: ClassVar[str] = "and"
    cases: ClassVar[tuple[str, ...]] = (
        *("genitive", "dative", "accusative", "instrumental"),
        *("prepositional", "locative", "ablative", "attributive"),
    )
    scale_words: ClassVar[dict[int, str]] = {
        3: "thousand",
        6: "million",
        9: "billion",
        12: "trillion",
    }

    def ordinal(self, n: int) -> str:
        last = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
        return self.number(Decimal(n), 0) + last

    def plural_form(self, value: Decimal, decimals: int) -> str:
        # "1.0 tonnes": a printed decimal is plural even when it equals one.
        return "one" if abs(value) == 1 and decimals == 0 else "other"

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
        if unit.kind is UnitKind.RANK:
            return self.ordinal(whole_number(printed.number))
        number = self.number(printed.number, printed.decimals)
        scale = self._scale_word(printed.scale)
        if unit.kind in (UnitKind.PERCENT, UnitKind.INDEX) and not spelled:
            return attach(number, scale) + ("" if bare else "%")
        one = not scale and self.plural_form(printed.number, printed.decimals) == "one"
        noun = "" if bare else _noun(unit.names[self.code], plural=not one)
        return attach(number, scale, noun)

    def unit_label(self, unit: Unit, scale: int = 0) -> str:
        if unit.kind in (UnitKind.PERCENT, UnitKind.INDEX):
            return "%"
        name = unit.names[self.code]
        if unit.kind is UnitKind.RANK:
            return name.text
        return attach(self._scale_word(scale), _noun(name, plural=True))

    def rank(
        self, place: int, of: int | None, *, case: str = "", noun: Unit | Name | None = None
    ) -> str:
        self._check_case(case, (*self.cases, "in"))
        if of is None:
            return self.ordinal(place)
        total = self.number(Decimal(of), 0)
        if noun:
            total = attach(total, _noun(noun_name(noun, self.code), plural=of != 1))
        return f"{self.ordinal(place)} of {total}"

    def period(
        self, period: Period, *, case: str = "", convention: PeriodConvention | None = None
    ) -> str:
        self._check_case(case, (*self.cases, *PERIOD_FRAMES))
        text = self._period(period, convention)
        if period.is_point and case in ("in", "for"):
            return f"as of {text}"
        return f"{case} {text}" if case in ("in", "for", "against") else text

    def _period(self, period: Period, convention: PeriodConvention | None) -> str:
        start, end = period.start, period.end
        match telling(period, convention):
            case Telling.DAY:
                return self.date(start)
            case Telling.YEAR:
                return str(start.year)
            case Telling.YEARS:
                return f"{start.year}{DASH}{end.year}"
            case Telling.QUARTER:
                return attach(f"Q{quarter_of(period)}", str(start.year))
            case Telling.HALF:
                return attach(f"H{half_of(period)}", str(start.year))
            case Telling.MONTHS:
                months = dict.fromkeys((_month(start), _month(end)))
                return f"{DASH.join(months)} {start.year}"
            case Telling.MONTHS_ACROSS:
                first, last = f"{_month(start)} {start.year}", f"{_month(end)} {end.year}"
                return f"{first} {DASH} {last}"
            case Telling.DAYS:
                return f"{self.date(start)} {DASH} {self.date(end)}"

    def date(self, day: datetime.date, *, case: str = "") -> str:
        self._check_case(case, self.cases)
        return f"{attach(str(day.day), _month(day))} {day.year}"

    def date_short(self, day: datetime.date) -> str:
        # 06/07/2024 means two days in English, so the month is a word.
        return attach(str(day.day), _month(day)[:3], str(day.year))


def _month(day: datetime.date) -> str:
    return MONTHS[day.month - 1]


def _noun(name: Name, *, plural: bool) -> str:
    forms = name.forms or {}
    if plural:
        return forms.get("other") or forms.get("plural") or name.text
    return forms.get("one") or name.text
