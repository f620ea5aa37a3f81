"""Which days of which cards does a calendar program show (iCalendar, RFC 5545)?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from esep.model.control import Control
from esep.model.standing import Standing
from esep.tracking.instructions import fields as f

_LONGEST = 75
"""Octets of a line; the rest goes on in the next one, after a space."""


def calendar_feed(standings: Sequence[Standing], control: Control) -> str:
    """A calendar of the deadlines and next reports of open cards, with reminders."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//esep//instructions//EN"]
    for standing in standings:
        if not standing.state.closed:
            lines += _events(standing, control)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _events(standing: Standing, control: Control) -> Iterator[str]:
    title = standing.card.text(f.TEXT)
    if standing.deadline:
        yield from _event(standing, "deadline", standing.deadline, title, control)
    if standing.next_report:
        yield from _event(standing, "report", standing.next_report, f"Report: {title}", control)


def _event(standing: Standing, what: str, day: date, title: str, control: Control) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(standing.card.id)}-{what}@esep"
    yield f"DTSTAMP:{standing.on:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(title)}"
    executors = "; ".join(standing.card.texts(f.EXECUTOR))
    about = [f"card {standing.card.id}", executors, ", ".join(standing.marks)]
    yield f"DESCRIPTION:{_escaped(' - '.join(each for each in about if each))}"
    for days in control.remind_days:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{_escaped(title)}"
        yield f"TRIGGER:-P{days}D"
        yield "END:VALARM"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(text.split())


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets, never cut inside a letter."""
    part, size, limit = "", 0, _LONGEST
    for letter in line:
        octets = len(letter.encode())
        if size + octets > limit:
            yield part
            part, size, limit = " ", 1, _LONGEST
        part += letter
        size += octets
    yield part
