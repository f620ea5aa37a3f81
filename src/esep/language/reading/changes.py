"""Which numbers are a rise or a fall, and which the level that is reached."""

from __future__ import annotations

import re

from esep.language.reading.clause import direction_near, past_hedge, tells_change
from esep.language.reading.draft import Draft, Reading
from esep.language.reading.lexicon import after, before
from esep.model.claim import Direction, QuantityKind, Span

_SIZES = (QuantityKind.POINTS, QuantityKind.TIMES, QuantityKind.FRACTION)
_CHANGES = (QuantityKind.PERCENT, *_SIZES)
# Written as its sign: +7.9%, −4.6%; a dash with spaces around it is none.
_SIGNED = re.compile(r"(?<![\w%])[+-]$")
# Percentages of one row stand at most so far apart.
_ROW = 40


def hear_changes(reading: Reading) -> None:
    """Say of each change whether it is a rise or a fall, and of each end which end it is."""
    previous: Draft | None = None
    for draft in reading.drafts:
        if draft.reason or draft.kind is QuantityKind.RANK:
            continue
        if signed := _SIGNED.search(reading.ahead(draft, 3)):
            draft.direction = Direction.UP if signed[0] == "+" else Direction.DOWN
            continue
        is_size = _is_size(reading, draft)
        is_level = not is_size and _is_level(reading, draft)
        if draft.kind is QuantityKind.TIMES:
            draft.direction = (
                draft.amount.direction or direction_near(reading, draft) or Direction.UP
            )
        elif is_level or draft.span is not None:
            if draft.span is None and draft.kind not in _SIZES and _ends_change(reading, draft):
                draft.span = Span.TO
        elif is_size:
            draft.direction = direction_near(reading, draft)
            if draft.direction is None and previous is not None and draft.kind in _CHANGES:
                draft.direction = previous.direction
        elif draft.kind is QuantityKind.PERCENT:
            draft.direction = _direction_of_row(reading, draft, previous)
        if draft.kind in _CHANGES:
            previous = draft
    if reading.lexicon.verb_final:
        _hand_back(reading)


def _is_size(reading: Reading, draft: Draft) -> bool:
    """Whether a number is how much something changed; of things it must be said outright."""
    lexicon = reading.lexicon
    by_before, by_after = lexicon.grew_by_before, lexicon.grew_by_after
    if draft.kind in _CHANGES:
        by_before, by_after = lexicon.by_before, lexicon.by_after
    ahead = reading.ahead(draft)
    return (
        before(by_before).search(ahead) is not None
        or before(by_before).search(past_hedge(reading, ahead)) is not None
        or after(by_after).match(reading.text, draft.end) is not None
    )


def _is_level(reading: Reading, draft: Draft) -> bool:
    lexicon = reading.lexicon
    ahead = past_hedge(reading, reading.ahead(draft))
    return (
        before(lexicon.level_before).search(ahead) is not None
        or after(lexicon.level_after).match(reading.text, draft.end) is not None
    )


def _ends_change(reading: Reading, draft: Draft) -> bool:
    ahead = reading.ahead(draft)
    cap = before(reading.lexicon.cap_before).search(ahead)
    return tells_change(reading, ahead[: cap.start()] if cap else ahead)


def _direction_of_row(reading: Reading, draft: Draft, previous: Draft | None) -> Direction | None:
    """A percentage without "by" in a row of them: manufacturing gained 1.2%, construction 15%."""
    if (
        previous is None
        or previous.kind is not draft.kind
        or after(reading.lexicon.share_after).match(reading.text, draft.end)
    ):
        return None
    return previous.direction if _in_a_row(reading, previous, draft) else None


def _hand_back(reading: Reading) -> None:
    """Give the direction of the closing verb to the percentages listed before it."""
    for draft, following in zip(reading.drafts[-2::-1], reading.drafts[:0:-1], strict=False):
        alike = draft.kind is following.kind is QuantityKind.PERCENT and not draft.span
        told = after(reading.lexicon.stated_after).match(reading.text, draft.end)
        if alike and following.direction and not told and _in_a_row(reading, draft, following):
            draft.direction = draft.direction or following.direction


def _in_a_row(reading: Reading, first: Draft, second: Draft) -> bool:
    between = reading.between(first, second)
    return len(between) <= _ROW and not re.search(r"[.;()]", between)
