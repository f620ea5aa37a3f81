"""Which numbers state nothing about a region, and why."""

from __future__ import annotations

import re
from itertools import pairwise

from esep.language.reading.draft import Draft, Reading
from esep.language.reading.lexicon import Form, after, before
from esep.model.claim import QuantityKind

_HEADING = re.compile(r"(?:\d+\.)*\d+ ?[.)](?= |$)|\(?\d+\)")
_SECTION = re.compile(r"[\s\-•*(]*$")
_QUOTED = re.compile(r'"[^"]{1,60}"')
_PER_UNIT = "per unit"
_YEARS = range(1900, 2101)


def set_aside(reading: Reading) -> None:
    """Give a reason to every number that is no claim."""
    for draft in reading.drafts:
        draft.reason = _reason(reading, draft)
    _set_names_aside(reading)
    for first, second in pairwise(reading.drafts):
        _set_ranked_aside(reading, first, second)


def _reason(reading: Reading, draft: Draft) -> str:
    lexicon, text, amount = reading.lexicon, reading.text, draft.amount
    match amount.form:
        case Form.VAGUE:
            return "indefinite"
        case Form.CODE:
            return "code"
    ahead = reading.ahead(draft, 40)
    for reason, pattern in lexicon.names_after.items():
        if after(pattern).match(text, amount.end) and (
            reason == _PER_UNIT or not _has_measure(draft)
        ):
            return reason
    for reason, pattern in lexicon.names_before.items():
        if before(pattern).search(ahead) and not _has_measure(draft):
            return reason
    if amount.form is Form.ORDINAL and draft.kind is not QuantityKind.RANK:
        return "order"
    if (
        amount.spelled
        and not draft.scale
        and after(lexicon.one).fullmatch(text, amount.start, amount.head)
    ):
        return "" if _has_measure(draft) else "indefinite"
    if _is_heading_number(text, draft):
        return "heading number"
    if _is_year(reading, draft):
        return "period"
    return ""


def _set_ranked_aside(reading: Reading, first: Draft, second: Draft) -> None:
    """Say of the 20 in "5th of 20" that it only tells how many there are."""
    lexicon, text = reading.lexicon, reading.text
    if first.kind is QuantityKind.RANK:
        if after(lexicon.ranked_before).fullmatch(text, first.amount.end, second.start):
            second.reason = "ranked"
    elif second.kind is QuantityKind.RANK:
        ends = (first.amount.head, first.end)
        if any(after(lexicon.ranked_after).fullmatch(text, end, second.start) for end in ends):
            first.reason = "ranked"


def _has_measure(draft: Draft) -> bool:
    return draft.kind not in (QuantityKind.COUNT, QuantityKind.RANK, QuantityKind.OTHER)


def _is_heading_number(text: str, draft: Draft) -> bool:
    return (
        draft.start < 8
        and _SECTION.match(text[: draft.start]) is not None
        and (_HEADING.match(text, draft.amount.start) is not None and draft.is_plain)
    )


def _is_year(reading: Reading, draft: Draft) -> bool:
    amount = draft.amount
    # "A farm for 2000 head": a round number with a noun of its own counts.
    counts = amount.number % 100 == 0 and draft.unit_start < draft.unit_end
    if counts and not after(reading.lexicon.year_after).match(reading.text, amount.head):
        return False
    return (
        draft.is_plain
        and amount.number in _YEARS
        and (amount.upper is None or amount.upper in _YEARS)
        and (
            draft.unit_start == draft.unit_end
            or before(reading.lexicon.year_before).search(reading.ahead(draft, 24)) is not None
            or after(reading.lexicon.year_after).match(reading.text, amount.head) is not None
        )
    )


def _set_names_aside(reading: Reading) -> None:
    """A number inside short quotation marks belongs to the name they hold."""
    waiting = iter(reading.drafts)
    draft = next(waiting, None)
    for quoted in _QUOTED.finditer(reading.text):
        while draft is not None and draft.start < quoted.end():
            inside = quoted.start() < draft.start and draft.end < quoted.end()
            if inside and draft.kind in (QuantityKind.COUNT, QuantityKind.RANK):
                draft.reason = draft.reason or "name"
            draft = next(waiting, None)
