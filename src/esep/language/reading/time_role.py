"""Is a period the time of a figure, what it is compared with, or where a plan ends?"""

from __future__ import annotations

from datetime import date

from esep.language.reading import time_words as w
from esep.language.reading.time_place import HORIZONS, Place
from esep.language.reading.time_rules import Rule
from esep.model.claim import PeriodRole
from esep.model.period import Period

_BASES = frozenset({"year_on_year", "same", "level"})
_EARLIER = frozenset({"earlier", "before", "ранее", "раньше"})
_INSTRUMENTAL = frozenset({"годом", "периодом"})  # сопоставимо с 2022 годом
_NOT_SINCE = frozenset({"now", "so_far", "ago", "months_ago", "school", "holidays", "end"})
_STARTS_SOMEWHERE = frozenset("MYSDRyA")


def told_as(
    rule: Rule, period: Period, place: Place, *, day: date, follows: bool
) -> tuple[Period, PeriodRole]:
    """The role of an expression, and its days: since January runs on to the day of the document.

    `follows` says that the sentence has told of a time before: "в августе к июлю".
    """
    governor = place.before
    if _is_base(rule, period, place, day=day):
        return period, PeriodRole.BASE
    if rule.name == "now":
        return period, PeriodRole.OWN
    if rule.name == "new_year" and governor in (w.SINCE, w.FROM):
        return Period(Period.year(day.year).start, day), PeriodRole.OWN
    if governor in HORIZONS or rule.name in ("new_year", "holidays"):
        return period, _towards(rule, period, governor, day, follows)
    if governor == w.TO and place.code != "kk" and period.end >= day and rule.name == "year":
        return period, PeriodRole.HORIZON
    if _runs_on(rule, place) and period.start < day:
        return Period(period.start, day), PeriodRole.OWN
    return period, PeriodRole.OWN


def _is_base(rule: Rule, period: Period, place: Place, *, day: date) -> bool:
    if rule.name in _BASES or place.tokens[place.first].kind == w.LAST_YEARS or place.compared:
        return True
    last = place.last.text.lower()
    if rule.name in ("ago", "months_ago") and last in _EARLIER:
        return True
    if place.code == "ru":
        return place.before == w.FROM and last in _INSTRUMENTAL
    if place.code == "en":
        since = place.before == w.FROM and rule.name == "year" and period.end < day
        return since or place.on_a_figure
    return False


def _towards(rule: Rule, period: Period, governor: str, day: date, follows: bool) -> PeriodRole:
    """Russian "к" leads to what lies ahead, and compares with what lies behind."""
    if period.end >= day:
        return PeriodRole.HORIZON
    if rule.name == "new_year":
        return PeriodRole.OWN
    if governor == w.TOWARDS and (follows or period.end.year < day.year):
        return PeriodRole.BASE
    return PeriodRole.OWN


def _runs_on(rule: Rule, place: Place) -> bool:
    """Whether it says since when: с января, since 2020, жыл басынан бері."""
    if rule.name in _NOT_SINCE or _STARTS_SOMEWHERE.isdisjoint(
        place.letters[place.first : place.end]
    ):
        return False
    if place.code == "kk":
        return place.after == w.SINCE or (rule.name == "start" and place.last.case == "ablative")
    governor = place.tokens[place.beside].text.lower()
    return place.before in (w.SINCE, w.FROM) and governor != "between"
