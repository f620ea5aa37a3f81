"""Which period do words mean: `I полугодие 2008 года`, `2000/01`, `2023 жылғы 1 қаңтарға`?"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from esep.model.period import Period, PeriodKind, PeriodSyntaxError
from esep.model.source_description import WrittenAs

_STEMS = (
    "янв|қаңтар|кантар|jan",
    "февр|фев|ақпан|акпан|feb",
    "март|наурыз|mar",
    "апр|сәуір|сауир|apr",
    "май|мая|мамыр|may",
    "июн|маусым|jun",
    "июл|шілде|шилде|jul",
    "авг|тамыз|aug",
    "сент|сен|қыркүйек|кыркуйек|sep",
    "окт|қазан|казан(?!и)|oct",
    "нояб|ноя|қараша|караша|nov",
    "дек|желтоқсан|желтоксан|dec",
)
_MONTH = re.compile(r"\b(?:" + "|".join(f"({stem})" for stem in _STEMS) + r")\w*\.?")
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_DAY = re.compile(r"(?<![0-9])([0-3]?[0-9])(?![0-9])")
_DOTTED = re.compile(r"(?<![0-9])([0-3]?[0-9])\.([01]?[0-9])\.((?:19|20)[0-9]{2})(?![0-9])")
_SCHOOL = re.compile(r"((?:19|20)[0-9]{2})\s*[/\u2013-]\s*((?:19|20)?[0-9]{2})(?![0-9-])")
_ORDINAL = r"(?:([1-4])(?:\s*-?\s*(?:й|ый|ой|ое|е|го|ші|шi|st|nd|rd|th))?|(iii|ii|iv|i)|(\w+))"
_QUARTER = re.compile(rf"{_ORDINAL}[\s-]*(?:кварт\w*|кв\.?(?!\w)|тоқсан\w*|токсан\w*|quarter|qtr)")
_Q = re.compile(r"\bq([1-4])\b")
_HALF = re.compile(rf"{_ORDINAL}[\s-]*(?:полугоди\w*|жартыжылды\w*|half)")
_H = re.compile(r"\bh([12])\b")
_MONTHS = re.compile(r"(?<![0-9])([1-9]|1[0-2])\s*(?:месяц\w*|мес\.?|ай(?:лық|да|ы)?|months?)\b")
_WORDS = {
    "первый": 1, "первое": 1, "первого": 1, "бірінші": 1, "first": 1,
    "второй": 2, "второе": 2, "второго": 2, "екінші": 2, "second": 2,
    "третий": 3, "третьего": 3, "үшінші": 3, "third": 3,
    "четвертый": 4, "четвёртый": 4, "четвертого": 4, "төртінші": 4, "fourth": 4,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_TWINS = str.maketrans("іı", "ii")
_YEAR_WORDS = re.compile(
    r"\b(?:год[аыу]?|годов\w*|г\.?г?\.?|жыл\w*|ж\.|year|annual|за|in|на|в|учебн\w*|уч\.?|оқу|school)(?!\w)"
)


def read_written_period(text: str, written_as: WrittenAs = WrittenAs.PLAIN) -> Period | None:
    """The period words mean, or None where they mean none, or more than one."""
    plain = _normal(text)
    if not plain or len(plain) > 200:
        return None
    if written_as is WrittenAs.SCHOOL_YEAR:
        return _school_year(plain)
    period = _read(plain, cumulative=written_as is WrittenAs.CUMULATIVE)
    if period is None or period.is_point:
        return period
    if written_as is WrittenAs.START:
        return Period.point(period.start)
    if written_as is WrittenAs.END:
        return Period.point(period.end + timedelta(days=1))
    return period


def period_of_moment(moment: date, written_as: WrittenAs) -> Period:
    """A cell that a spreadsheet keeps as a date: a day, which months are often written as."""
    day = moment.date() if isinstance(moment, datetime) else moment
    if written_as is WrittenAs.CUMULATIVE:
        return Period.months(day.year, 1, day.month)
    return Period.point(day)


def _normal(text: str) -> str:
    plain = " ".join(text.replace("\u2013", "-").replace("\u2014", "-").split()).casefold()
    # Cyrillic і stands in roman numbers as often as the Latin one.
    return re.sub(r"\b[iіı]{1,3}\b|\b[iіı]v\b", lambda m: m[0].translate(_TWINS), plain)


def _read(text: str, *, cumulative: bool) -> Period | None:
    try:
        period = Period.parse(text)
    except PeriodSyntaxError:
        period = None
    if period is not None:
        return _since_january(period) if cumulative else period
    if match := _DOTTED.search(text):
        day = _point(int(match[3]), int(match[2]), int(match[1]))
        return _since_january(day) if cumulative and day else day
    years = list(dict.fromkeys(_YEAR.findall(text)))
    if len(years) != 1:
        return None
    year = int(years[0])
    rest = " ".join(_YEAR.sub(" ", text).split())
    first, last = _part(rest)
    if first == 0:
        return _with_months(year, rest, cumulative=cumulative)
    return Period.months(year, 1 if cumulative else first, last)


def _part(rest: str) -> tuple[int, int]:
    """First and last month of a quarter, a half-year or so many months; noughts for none."""
    if match := _Q.search(rest) or _QUARTER.search(rest):
        number = _number(match)
        return (3 * number - 2, 3 * number) if 1 <= number <= 4 else (0, 0)
    if match := _H.search(rest) or _HALF.search(rest):
        number = _number(match)
        return (6 * number - 5, 6 * number) if 1 <= number <= 2 else (0, 0)
    if match := _MONTHS.search(rest):
        return 1, int(match[1])
    return 0, 0


def _number(match: re.Match[str]) -> int:
    groups = match.groups()
    if groups[0]:
        return int(groups[0])
    return _ROMAN.get(groups[1] or "") or _WORDS.get(groups[2] or "", 0)


def _with_months(year: int, rest: str, *, cumulative: bool) -> Period | None:
    months = _said_once([n for n in map(_month_number, _MONTH.finditer(rest)) if n])
    others = _MONTH.sub(" ", rest)
    if len(months) == 1:
        if days := _DAY.findall(others):
            return _point(year, months[0], int(days[0])) if len(days) == 1 else None
        return Period.months(year, 1 if cumulative else months[0], months[0])
    if len(months) == 2 and months[0] <= months[1]:
        return Period.months(year, months[0], months[1])
    if months:
        return None
    # Whatever is left must be words for "year": "2015 (оценка)" says more than a year.
    left = _YEAR_WORDS.sub(" ", others).strip(" .,:;-")
    return Period.year(year) if not left else None


def _said_once(months: list[int]) -> list[int]:
    """The months of a heading in two or three languages, which names them as often."""
    for languages in (2, 3):
        each, left = divmod(len(months), languages)
        if each and not left and months == months[:each] * languages:
            return months[:each]
    return months


def named_month(word: str) -> int | None:
    """The number of a month told by its name, whole or cut short, in three languages."""
    match = _MONTH.fullmatch(_normal(word))
    return _month_number(match) if match else None


def _month_number(match: re.Match[str]) -> int:
    return next((number for number, group in enumerate(match.groups(), 1) if group), 0)


def _point(year: int, month: int, day: int) -> Period | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Period.point(date(year, month, day))


def _since_january(period: Period) -> Period:
    if period.is_point:
        # A database writes what has come together since January under its last day.
        day = period.start
        last = monthrange(day.year, day.month)[1]
        return Period.months(day.year, 1, day.month) if day.day == last else period
    if period.kind is PeriodKind.SPAN:
        return period
    return Period.months(period.end.year, 1, period.end.month)


def _school_year(text: str) -> Period | None:
    if match := _SCHOOL.search(text):
        first, second = int(match[1]), match[2]
        # Half of a school year is not its beginning.
        rest = f"{text[: match.start()]} {text[match.end() :]}"
        if _YEAR_WORDS.sub(" ", rest).strip(" .,:;-()"):
            return None
        follows = int(second) == first + 1 if len(second) == 4 else int(second) == (first + 1) % 100
        return Period.point(date(first, 9, 1)) if follows else None
    years = _YEAR.findall(text)
    return Period.point(date(int(years[0]), 9, 1)) if len(years) == 1 else None
