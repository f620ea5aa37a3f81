"""How do axes of a chart write numbers and dates in each language?

Taken from CLDR with the office's own corrections: d3 has no Kazakh, and without these an
axis says "July" in a Russian document.
"""

from __future__ import annotations

from typing import Any

_NBSP = "\u00a0"
_MINUS = "\u2212"

NUMBERS: dict[str, dict[str, Any]] = {
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", ""]},
    "ru": {"decimal": ",", "thousands": _NBSP, "grouping": [3], "currency": ["", ""]},
    "kk": {"decimal": ",", "thousands": _NBSP, "grouping": [3], "currency": ["", ""]},
}
for _locale in NUMBERS.values():
    _locale["minus"] = _MINUS


def _dates(date: str, months: str, short_months: str, days: str, short_days: str) -> dict[str, Any]:
    return {
        "dateTime": f"{date} %H:%M:%S",
        "date": date,
        "time": "%H:%M:%S",
        "periods": ["AM", "PM"],
        "days": days.split(),
        "shortDays": short_days.split(),
        "months": months.split(),
        "shortMonths": short_months.split(),
    }


DATES: dict[str, dict[str, Any]] = {
    "en": _dates(
        "%d/%m/%Y",
        "January February March April May June July August September October November December",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
        "Sun Mon Tue Wed Thu Fri Sat",
    ),
    "ru": _dates(
        "%d.%m.%Y",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.",
        "воскресенье понедельник вторник среда четверг пятница суббота",
        "вс пн вт ср чт пт сб",
    ),
    "kk": _dates(
        "%d.%m.%Y",
        "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
        "қаң. ақп. нау. сәу. мам. мау. шіл. там. қыр. қаз. қар. жел.",
        "жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі",
        "жс дс сс ср бс жм сб",
    ),
}
