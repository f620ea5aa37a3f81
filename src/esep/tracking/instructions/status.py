"""Where does an instruction stand on a day? Computed from its log, never typed."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import date, timedelta
from decimal import Decimal

from esep.model.control import Colour, Control, Rhythm, WorkingDays
from esep.model.indicator import Direction
from esep.model.register import Card, Change, ChangeKind
from esep.model.standing import Extension, Mark, Standing, State
from esep.store.registers import fold_changes
from esep.tracking.instructions import fields as f
from esep.tracking.instructions.fields import DeadlineKind
from esep.tracking.trajectory import Trajectory, colour_of
from esep.tracking.working_days import report_days, shifted

_CLOSING = {
    ChangeKind.REMOVED: State.EXECUTED,
    ChangeKind.CANCELLED: State.CANCELLED,
    ChangeKind.MERGED: State.MERGED,
}


def standing(
    log: Sequence[Change],
    on: date,
    *,
    control: Control,
    calendar: WorkingDays,
    actual: Decimal | None = None,
    direction: Direction = Direction.UP,
) -> Standing | None:
    """Read a card's log as of a day; None where it was not registered yet.

    `actual` is the measured value of the linked indicator, known on the day.
    """
    card = fold_changes(log, on=on)
    if card is None:
        return None
    known = sorted(
        (change for change in log if change.on <= on), key=lambda change: (change.on, change.number)
    )
    state = _state(card, known)
    deadlines = _deadlines(known)
    extensions = _extensions(known, deadlines, control, calendar)
    closing = _last(known, _CLOSING) if state.closed else None
    until = closing.on if closing else on
    days = [shifted(day, calendar, control.shift) for _, day in deadlines]
    overdue = _overdue_days(deadlines, extensions, until, control, calendar)
    if state is State.EMPHASIS:
        overdue = 0  # it is no instruction, whatever day somebody wrote beside it
    reports = tuple(change.on for change in known if change.kind is ChangeKind.REPORTED)
    missing, following = _reports_due(card, reports, on, control) if not state.closed else (0, None)
    due, colour = _colour(card, on, actual, direction, control)
    if colour is not None and missing >= control.missing_reports:
        colour = colour.worse
    slipped = (days[-1] - days[0]).days if days else 0
    marks = _marks(
        card, state, days[-1] if days else None, on, overdue, missing, colour, extensions, control
    )
    return Standing(
        card=card,
        on=on,
        state=state,
        marks=marks,
        deadline=days[-1] if days else None,
        first_deadline=days[0] if days else None,
        overdue_days=overdue,
        slippage_days=slipped,
        extensions=extensions,
        reports=reports,
        next_report=following,
        missing_reports=missing,
        colour=colour,
        judgement=card.text(f.JUDGEMENT),
        due=due,
        actual=actual,
        last_report=_last(known, (ChangeKind.REPORTED,)),
        closing=closing,
    )


def _last(known: Sequence[Change], kinds: Container[ChangeKind]) -> Change | None:
    return next((change for change in reversed(known) if change.kind in kinds), None)


def state_of(log: Sequence[Change]) -> State:
    """The state after the last change of a card's log, whatever day it is of."""
    card = fold_changes(log)
    if card is None:
        raise ValueError("a log without changes has no state")
    return _state(card, sorted(log, key=lambda change: (change.on, change.number)))


def _state(card: Card, known: Sequence[Change]) -> State:
    if card.text(f.KIND) == "emphasis":
        return State.EMPHASIS
    state = State.IN_EXECUTION if card.texts(f.EXECUTOR) else State.REGISTERED
    for change in known:
        if change.kind in _CLOSING:
            state = _CLOSING[change.kind]
        elif change.kind is ChangeKind.REPORTED:
            state = State.REPORT_SUBMITTED
        elif change.kind is ChangeKind.SENT_BACK:
            state = State.RETURNED
        elif change.kind is ChangeKind.REOPENED:
            state = State.IN_EXECUTION
    return state


def _deadlines(known: Sequence[Change]) -> list[tuple[date, date]]:
    """Every deadline with the day it came into force, the first one first."""
    found: list[tuple[date, date]] = []
    for change in known:
        day = change.values.get(f.DEADLINE)
        if isinstance(day, str) and (not found or found[-1][1].isoformat() != day):
            found.append((change.on, date.fromisoformat(day)))
    return found


def _extensions(
    known: Sequence[Change],
    deadlines: Sequence[tuple[date, date]],
    control: Control,
    calendar: WorkingDays,
) -> tuple[Extension, ...]:
    found: list[Extension] = []
    asked: Change | None = None
    for change in known:
        if change.kind is ChangeKind.EXTENSION_ASKED:
            asked = change
        elif change.kind is ChangeKind.EXTENSION_DECIDED:
            found.append(_extension(asked, change, deadlines, control, calendar))
            asked = None
    if asked is not None:
        found.append(_extension(asked, None, deadlines, control, calendar))
    return tuple(found)


def _extension(
    asked: Change | None,
    decided: Change | None,
    deadlines: Sequence[tuple[date, date]],
    control: Control,
    calendar: WorkingDays,
) -> Extension:
    moment = asked or decided
    assert moment is not None
    before = [day for since, day in deadlines if decided is None or since < decided.on]
    due = shifted(before[-1], calendar, control.shift) if before else None
    until = (decided.values.get(f.DEADLINE) if decided else None) or (
        asked.values.get(f.ASKED_UNTIL) if asked else None
    )
    return Extension(
        asked_on=asked.on if asked else None,
        decided_on=decided.on if decided else None,
        granted=bool(decided.values.get(f.GRANTED)) if decided else None,
        until=date.fromisoformat(until) if isinstance(until, str) else None,
        asked_late=due is not None and moment.on > due,
    )


def _overdue_days(
    deadlines: Sequence[tuple[date, date]],
    extensions: Sequence[Extension],
    until: date,
    control: Control,
    calendar: WorkingDays,
) -> int:
    """Days over each deadline until the next one came into force.

    Where the next one was asked for in time, the days of waiting for a decision do not count.
    """
    in_time = {each.decided_on for each in extensions if each.granted and not each.asked_late}
    total = 0
    for place, (_, day) in enumerate(deadlines):
        due = shifted(day, calendar, control.shift)
        replaced = deadlines[place + 1][0] if place + 1 < len(deadlines) else None
        if replaced in in_time and replaced is not None:
            continue
        total += max(0, ((replaced or until) - due).days)
    return total


def _reports_due(
    card: Card, reports: Sequence[date], on: date, control: Control
) -> tuple[int, date | None]:
    """How many reports in a row are missing, and the day of the next one."""
    rhythm, start = card.text(f.RHYTHM), card.text(f.REGISTERED_ON)
    if not rhythm or not start:
        return 0, None
    first = date.fromisoformat(start)
    days = list(report_days(first, Rhythm(rhythm), on + timedelta(days=400)))
    passed = [day for day in days if day + timedelta(days=control.report_grace_days) < on]
    missing, earlier = 0, [first, *days]
    for place in range(len(passed) - 1, -1, -1):
        since = earlier[place]
        last = passed[place] + timedelta(days=control.report_grace_days)
        if any(since < report <= last for report in reports):
            break
        missing += 1
    return missing, next((day for day in days if day >= on), None)


def _colour(
    card: Card, on: date, actual: Decimal | None, direction: Direction, control: Control
) -> tuple[Decimal | None, Colour | None]:
    points = card.texts(f.TRAJECTORY)
    due = Trajectory.read(points).at(on) if points else None
    if due is None:
        return None, None
    return due, colour_of(actual, due, direction, amber_percent=control.amber_percent)


def _marks(
    card: Card,
    state: State,
    deadline: date | None,
    on: date,
    overdue: int,
    missing: int,
    colour: Colour | None,
    extensions: Sequence[Extension],
    control: Control,
) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    if any(each.granted for each in extensions):
        marks.append(Mark.EXTENDED)
    if state.closed or state is State.EMPHASIS:
        return tuple(marks)
    kind = card.text(f.DEADLINE_KIND)
    late = deadline is not None and deadline < on
    soon = deadline is not None and not late and (deadline - on).days <= max(control.remind_days)
    if kind == DeadlineKind.PERMANENT:
        marks.append(Mark.PERMANENT)
    if not card.text(f.RESULT) and not card.texts(f.TRAJECTORY):
        marks.append(Mark.WITHOUT_MEASURE)
    if deadline is None and kind in ("", DeadlineKind.NONE):
        marks.append(Mark.WITHOUT_DEADLINE)
    if kind in (DeadlineKind.PERMANENT, DeadlineKind.PERIODIC) and not card.text(f.RHYTHM):
        marks.append(Mark.WITHOUT_RHYTHM)
    if not card.texts(f.EXECUTOR):
        marks.append(Mark.WITHOUT_EXECUTOR)
    if missing:
        marks.append(Mark.REPORT_MISSING)
    if late:
        marks.insert(0, Mark.OVERDUE)
    elif soon or overdue or missing >= control.missing_reports or colour in _WARNING:
        marks.insert(0, Mark.AT_RISK)
    elif deadline is not None or card.text(f.RHYTHM):
        marks.insert(0, Mark.ON_TRACK)
    return tuple(marks)


_WARNING = (Colour.AMBER, Colour.RED)
