"""How Kazakh writes figures: 5,3 трлн теңге, 2024 жылғы қаңтар–сәуірде, 107,9%-ға, 5-орын."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import ClassVar

from esep.language import kazakh_suffixes as suffixes
from esep.language.base import DASH, PERIOD_FRAMES, Language, attach, noun_name
from esep.language.digits import whole_number
from esep.language.telling import Telling, half_of, quarter_of, telling
from esep.model.indicator import PeriodConvention
from esep.model.period import Period
from esep.model.quantity import Printed
from esep.model.text import Name
from esep.model.unit import Unit, UnitKind

MONTHS = (
    *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым"),
    *("шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"),
)
# The Roman numerals of Kazakh official texts use the Cyrillic letter.
_ROMAN = ("", "І", "ІІ", "ІІІ", "ІV")

# What a period stands in: its case and the postposition after it.
_FRAMES = {
    "in": ("locative", ""),
    "for": ("", " үшін"),
    "against": ("instrumental", " салыстырғанда"),
}
_DAY_FRAMES = _FRAMES | {"in": ("dative", ""), "for": ("dative", "")}


class Kazakh(Language):
    """Nouns stay singular after a number; endings follow what is read aloud last."""

    code: ClassVar[str] = "kk"
    conjunction: ClassVar[str] = "және"
    cases: ClassVar[tuple[str, ...]] = suffixes.CASES
    scale_words: ClassVar[dict[int, str]] = {3: "мың", 6: "млн", 9: "млрд", 12: "трлн"}
    spelled_scale_words: ClassVar[dict[int, str]] = {
        3: "мың",
        6: "миллион",
        9: "миллиард",
        12: "триллион",
    }

    def ordinal(self, n: int) -> str:
        """Return the digits with the hyphen that stands for -інші; the noun follows at once."""
        return f"{self.number(Decimal(n), 0)}-"

    def plural_form(self, value: Decimal, decimals: int) -> str:
        return "one" if abs(value) == 1 else "other"

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
            return self._place(whole_number(printed.number), case)
        scale = self._scale_word(printed.scale)
        if scale and spelled:
            scale = self.spelled_scale_words[printed.scale]
        head = attach(self.number(printed.number, printed.decimals), scale)
        if unit.kind in (UnitKind.PERCENT, UnitKind.INDEX) and not spelled:
            return self.with_case(head if bare else f"{head}%", case)
        name = unit.names[self.code]
        if bare or not name.text:
            return self.with_case(head, case)
        return attach(head, self.inflect(name, case))

    def unit_label(self, unit: Unit, scale: int = 0) -> str:
        if unit.kind in (UnitKind.PERCENT, UnitKind.INDEX):
            return "%"
        return attach(self._scale_word(scale), unit.names[self.code].text)

    def rank(
        self, place: int, of: int | None, *, case: str = "", noun: Unit | Name | None = None
    ) -> str:
        self._check_case(case, (*self.cases, "in"))
        if of is None:
            return self._place(place, "locative" if case == "in" else case)
        total = self.number(Decimal(of), 0)
        if noun:
            among = attach(total, self.inflect(noun_name(noun, self.code), "genitive"))
        else:
            among = self.with_case(total, "genitive")
        return f"{among} ішінде {self._place(place, 'locative' if case == 'in' else case)}"

    def _place(self, place: int, case: str) -> str:
        return self.ordinal(place) + self.with_case("орын", case)

    def period(
        self, period: Period, *, case: str = "", convention: PeriodConvention | None = None
    ) -> str:
        self._check_case(case, (*self.cases, *PERIOD_FRAMES))
        told = telling(period, convention)
        text = self._period(period, told)
        # A year is "in" as its own adverb, and attributive without the locative.
        if told is Telling.YEAR and case in ("in", "attributive"):
            return text + ("ы" if case == "in" else "ғы")
        if told is Telling.YEARS and case == "in":
            return text + "ы"
        frames = _DAY_FRAMES if told is Telling.DAY else _FRAMES
        grammatical, postposition = frames.get(case, (case, ""))
        return self.with_case(text, grammatical) + postposition

    def _period(self, period: Period, told: Telling) -> str:
        start, end = period.start, period.end
        match told:
            case Telling.YEAR:
                return attach(str(start.year), "жыл")
            case Telling.YEARS:
                return attach(f"{start.year}{DASH}{end.year}", "жылдар")
            case Telling.QUARTER:
                return f"{_of_year(start)} {attach(_ROMAN[quarter_of(period)], 'тоқсан')}"
            case Telling.HALF:
                return f"{_of_year(start)} {attach(_ROMAN[half_of(period)], 'жартыжылдық')}"
            case Telling.MONTHS:
                months = dict.fromkeys((_month(start), _month(end)))
                return f"{_of_year(start)} {DASH.join(months)}"
            case Telling.MONTHS_ACROSS:
                first = f"{_of_year(start)} {_month(start)}"
                return f"{first} {DASH} {_of_year(end)} {_month(end)}"
            case Telling.DAY:
                return self.date(start)
            case Telling.DAYS:
                return f"{self.date(start)} {DASH} {self.date(end)}"

    def date(self, day: datetime.date, *, case: str = "") -> str:
        self._check_case(case, self.cases)
        text = f"{_of_year(day)} {attach(str(day.day), _month(day))}"
        return self.with_case(text, case)

    def date_short(self, day: datetime.date) -> str:
        return f"{day:%d.%m.%Y}"

    def inflect(self, name: Name, case: str) -> str:
        self._check_case(case, self.cases)
        if stored := name.form(case):
            return stored
        if case == "attributive" and (locative := name.form("locative")):
            # A stored locative knows the harmony better than a rule does.
            return locative + ("ғы" if locative.endswith("а") else "гі")
        return self.with_case(name.text, case)

    def with_case(self, text: str, case: str) -> str:
        self._check_case(case, self.cases)
        return suffixes.with_case(text, case)

    def case_suffix(self, text: str, case: str) -> str:
        self._check_case(case, self.cases)
        return suffixes.case_suffix(text, case)


def _of_year(day: datetime.date) -> str:
    return attach(str(day.year), "жылғы")


def _month(day: datetime.date) -> str:
    return MONTHS[day.month - 1]
