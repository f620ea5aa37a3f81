"""By which rules a pack watches execution, and on which days nobody works there."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date, timedelta

from esep.catalog.definitions import check_known
from esep.catalog.located import Item
from esep.catalog.pack_files import PackFiles
from esep.model.control import Control, Level, Shift, Urgency, WorkingDays

_CONTROL = "registers/control.yaml"
_CALENDAR = "registers/calendar.yaml"
_YEARS = range(2000, 2061)
"""Years for which days off are moved."""
_SATURDAY_SUNDAY = frozenset({6, 7})


def read_control(pack: PackFiles, *, indicators: Container[str]) -> Control:
    """The rules of control; a pack without them has no levels, so nothing can be lifted."""
    item = pack.mapping(_CONTROL, "control") if pack.found(_CONTROL) else None
    if item is None:
        return Control({})
    content = item.content
    levels = {
        entry["id"]: Level(
            entry["id"],
            pack.in_languages(item, "levels", index, "names"),
            (*entry["lifted_by"],),
            {language: tuple(words) for language, words in entry.get("words", {}).items()},
        )
        for index, entry in enumerate(content["levels"])
    }
    for index, entry in enumerate(content["levels"]):
        for place, level in enumerate(entry["lifted_by"]):
            check_known(
                pack, item, level, levels, "a level of this file", "levels", index, "lifted_by",
                place,
            )  # fmt: skip
    rest = {
        key: content[key]
        for key in ("shift_confirmed", "missing_reports", "report_grace_days", "amber_percent")
        if key in content
    }
    for name, indicator in content.get("counts", {}).items():
        if indicator not in indicators:
            item.complain(
                pack.problems, "counts", name,
                found=f"'{indicator}'", expected="an indicator of indicators/*.yaml",
            )  # fmt: skip
    rest["counts"] = dict(content.get("counts", {}))
    if "remind_days" in content:
        rest["remind_days"] = tuple(content["remind_days"])
    return Control(
        levels,
        {
            entry["id"]: Urgency(
                entry["id"],
                pack.in_languages(item, "urgencies", index, "names"),
                entry["days"],
                entry["confirmed"],
                {language: tuple(words) for language, words in entry.get("words", {}).items()},
            )
            for index, entry in enumerate(content.get("urgencies", ()))
        },
        Shift(content.get("shift", Shift.BEFORE)),
        **rest,
    )


def read_calendar(pack: PackFiles) -> WorkingDays:
    """The calendar; a pack without one knows weekends only."""
    item = pack.mapping(_CALENDAR, "calendar") if pack.found(_CALENDAR) else None
    if item is None:
        return WorkingDays(_SATURDAY_SUNDAY, {})
    content = item.content
    yearly = {}
    for index, entry in enumerate(content["yearly"]):
        month, day = _month_day(entry["day"])
        try:
            date(2024, month, day)  # a leap year has every day there is
        except ValueError:
            item.complain(
                pack.problems,
                "yearly",
                index,
                "day",
                found=f"'{entry['day']}'",
                expected="a month and a day that exist: 03-22",
            )
            continue
        yearly[month, day] = pack.in_languages(item, "yearly", index, "names")
    weekend = frozenset(content["weekend"])
    moving = {
        each
        for entry in content["yearly"]
        if entry.get("moves") and (each := _month_day(entry["day"])) in yearly
    }
    return WorkingDays(
        weekend,
        yearly,
        off={**_moved(moving, yearly, weekend), **_days(item, "off")},
        work=_days(item, "work"),
        known_until=date.fromisoformat(content["known_until"])
        if "known_until" in content
        else date.max,
    )


def _month_day(text: str) -> tuple[int, int]:
    month, _, day = text.partition("-")
    return int(month), int(day)


def _moved(
    moving: Iterable[tuple[int, int]], yearly: Container[tuple[int, int]], weekend: Container[int]
) -> dict[date, str]:
    """The working days that are off instead of holidays on a weekend."""
    found: dict[date, str] = {}
    if all(number in weekend for number in range(1, 8)):
        return found
    for year in _YEARS:
        for month, number in sorted(moving):
            holiday = date(year, month, number)
            if holiday.isoweekday() not in weekend:
                continue
            day = holiday
            while day.isoweekday() in weekend or (day.month, day.day) in yearly or day in found:
                day += timedelta(days=1)
            found[day] = f"moved from {holiday}"
    return found


def _days(item: Item, key: str) -> dict[date, str]:
    return {date.fromisoformat(entry["day"]): entry["why"] for entry in item.content.get(key, ())}
