"""What do the changes of a card add up to, on any day and as known at any moment?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from esep.model.register import Card, Change, ChangeKind, Value


def fold_changes(
    changes: Iterable[Change],
    *,
    on: date | None = None,
    known: datetime | None = None,
    upon: Card | None = None,
) -> Card | None:
    """The card as it stood on a day, from what had been written down by a moment.

    A change that became true later than `on`, or was recorded after `known`, does not count. Of
    two values of a field the one with the later day holds; of one day, the one recorded later.
    `upon` is what all earlier changes add up to: none of these may be of an earlier day.
    """
    counted = sorted(
        (
            change
            for change in changes
            if (on is None or change.on <= on) and (known is None or change.at <= known)
        ),
        key=lambda change: (change.on, change.number),
    )
    if not counted:
        return upon
    values: dict[str, Value] = {**upon.values} if upon else {}
    first: dict[str, Value] = {**upon.first} if upon else {}
    vanished = upon.vanished if upon else False
    for change in counted:
        values.update(change.values)
        for name, value in change.values.items():
            if value is not None:
                first.setdefault(name, value)
        if change.kind is ChangeKind.VANISHED:
            vanished = True
        elif change.kind in (ChangeKind.CREATED, ChangeKind.CHANGED, ChangeKind.RETURNED):
            vanished = False
    return Card(
        register=counted[0].register,
        id=counted[0].card,
        version=max(change.version for change in counted),
        values={name: value for name, value in values.items() if value is not None},
        first=first,
        since=upon.since if upon else counted[0].on,
        changed=counted[-1].on,
        vanished=vanished,
    )
