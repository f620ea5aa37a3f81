"""Which numbers take unit and scale from a neighbour: from 3.4 to 6 trillion, 8 and 13%."""

from __future__ import annotations

import re
from itertools import pairwise

from esep.language.reading.clause import clause_before, past_hedge
from esep.language.reading.draft import Draft, Reading
from esep.language.reading.lexicon import Form, after, before
from esep.language.reading.units import counts_something
from esep.model.claim import QuantityKind, Span

_WIDTH = 60
_BILLION = 9
_NO_PERCENTAGE = 1000
_MILLION = 6
_IN_MILLIONS = (QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.OTHER)
_LIST_WIDTH = 60
_LITTLE = re.compile(r" (?:на|с|for|with|at) $")
_WHOLE_WORD = 4
"""Letters of a unit that is no abbreviation."""


def share_units(reading: Reading) -> None:
    """Give a number without a unit that of the number it is told together with."""
    drafts = reading.drafts
    for first, second in pairwise(drafts):
        _mark_ends(reading, first, second)
    for first, second in zip(drafts[-2::-1], drafts[:0:-1], strict=False):
        if first.is_bare and second.is_bare and first.span and second.span:
            first.scale = first.scale or second.scale
        elif first.is_bare and _alike(first, second) and _goes_on(reading, first, second):
            _take(first, second)
            if not first.scale and not _contrasts(reading, first, second):
                first.scale = second.scale
    for first, second in pairwise(drafts):
        if second.is_bare and _alike(second, first) and _went_before(reading, first, second):
            _take(second, first)
    _take_of_another_time(reading)
    _carry_on(reading)
    _share_money(drafts)
    _share_money(drafts[::-1])
    _share_rank(reading)
    for draft in drafts:
        if draft.is_bare and draft.amount.form is Form.CARDINAL:
            _name_bare(draft, money=reading.lexicon.own_money)
            if _is_by_how_much(reading, draft):
                draft.unit, draft.kind = "percent", QuantityKind.PERCENT
    _take_of_another_time(reading)


def _take_of_another_time(reading: Reading) -> None:
    """Read "47 billion, in 2025 - 207" as billions both times."""
    for first, second in pairwise(reading.drafts):
        bare = second.is_bare or (second.is_unnamed and first.kind is QuantityKind.MONEY)
        if bare and _alike(second, first) and _set_beside(reading, first, second):
            _take(second, first)
            if not second.scale and second.number < _NO_PERCENTAGE:
                second.scale = first.scale


def _is_by_how_much(reading: Reading, draft: Draft) -> bool:
    """Nothing is counted in parts, so that "trade – by 5.7" goes on in per cent."""
    decimals = draft.amount.decimals and not draft.scale
    by = after(reading.lexicon.to_after).match(reading.text, draft.end)
    return bool(reading.lexicon.verb_final and decimals and by and draft.kind is QuantityKind.COUNT)


def _name_bare(draft: Draft, *, money: str) -> None:
    """Read billions of nothing named as money: nothing else of a region comes in them."""
    is_money = bool(money) and _is_billions(draft)
    draft.unit = money if is_money else "count"
    draft.kind = QuantityKind.MONEY if is_money else draft.kind


def _is_billions(draft: Draft) -> bool:
    """Whether its scale is billions, or millions told after them: 15 billion 155 million."""
    return draft.scale >= _BILLION or (draft.scale > 0 and draft.number >= 10**_BILLION)


def _take(draft: Draft, giver: Draft) -> None:
    draft.unit, draft.kind = giver.unit, giver.kind
    draft.unit_start = draft.unit_end = draft.end


def _alike(draft: Draft, giver: Draft) -> bool:
    if giver.kind is QuantityKind.RANK:
        return draft.amount.form in (Form.ORDINAL, Form.CARDINAL) and bool(draft.span)
    return (
        draft.amount.form is Form.CARDINAL
        and giver.amount.form is Form.CARDINAL
        and bool(giver.unit)
    )


def _mark_ends(reading: Reading, first: Draft, second: Draft) -> None:
    """Find the two ends of one change: from 4 to 2%, 10-орыннан 5-орынға."""
    lexicon = reading.lexicon
    between = reading.between(first, second)
    opens = before(lexicon.from_before).search(reading.ahead(first, _WIDTH)) or after(
        lexicon.from_after
    ).match(reading.text, first.end)
    closes = before(lexicon.to_before).search(past_hedge(reading, between)) or after(
        lexicon.to_after
    ).match(reading.text, second.end)
    close = len(between) <= _WIDTH and not re.search("[,;]", between)
    if opens and closes and close and _may_be_ends(first, second):
        first.span, second.span = Span.FROM, Span.TO


def _may_be_ends(first: Draft, second: Draft) -> bool:
    forms = (Form.CARDINAL, Form.ORDINAL)
    if first.amount.form not in forms or second.amount.form not in forms:
        return False
    return first.is_bare or second.is_bare or first.unit == second.unit


def _goes_on(reading: Reading, first: Draft, second: Draft) -> bool:
    """Whether the unit that the second names is the first one's too."""
    if first.span and second.span:
        return True
    if second.kind is QuantityKind.PERCENT and first.number >= _NO_PERCENTAGE:
        return False  # 51,086 or 93.4%
    if first.scale >= _MILLION and second.kind not in _IN_MILLIONS:
        return False  # 29 billion, 2.5 times as much; 4.2 billion and 246 jobs
    if (
        second.kind is QuantityKind.MONEY
        and not first.scale
        and _governed_apart(reading, first, second)
    ):
        return False  # "ещё 20, на 240 миллиардов"
    listed = re.fullmatch(reading.lexicon.connective, reading.between(first, second))
    return listed is not None or _contrasts(reading, first, second)


def _contrasts(reading: Reading, first: Draft, second: Draft) -> bool:
    """ "13, ал құрылыс саласыныкі 6 пайызға": the same said of two things."""
    between = reading.between(first, second)
    return (
        second.kind is QuantityKind.PERCENT
        and not first.scale
        and len(between) <= _WIDTH
        and after(reading.lexicon.contrast).match(between) is not None
    )


def _went_before(reading: Reading, first: Draft, second: Draft) -> bool:
    if first.span and second.span:
        return True
    listed = re.fullmatch(reading.lexicon.connective, reading.between(first, second))
    plain = not second.scale and not second.amount.spelled
    return listed is not None and plain and first.kind is QuantityKind.PERCENT


def _set_beside(reading: Reading, first: Draft, second: Draft) -> bool:
    """Whether a number only names another time: 500 km were mended, last year 420."""
    time = before(reading.lexicon.measured_ahead).search(reading.ahead(second, _WIDTH))
    return time is not None and len(reading.between(first, second)) <= _WIDTH


def _carry_on(reading: Reading) -> None:
    """Read on with the unit of a list: 110.9 thousand tonnes of meat, of milk 225.3 thousand."""
    for first, second in pairwise(reading.drafts):
        if not second.is_bare or second.amount.form is not Form.CARDINAL or second.span:
            continue
        between = reading.between(first, second)
        if len(between) > _LIST_WIDTH or first.amount.form is not Form.CARDINAL:
            continue
        of_kind = first.kind in (QuantityKind.MEASURE, QuantityKind.OTHER)
        measured = of_kind and second.scale == first.scale
        paid = first.kind is QuantityKind.MONEY and second.scale == first.scale > 0
        listed = (measured or paid) and second.scale and not _names_something(reading, between)
        if listed or (first.unit == "place" and _governed_alike(reading, first, second)):
            _take(second, first)
    for draft in reading.drafts:
        if draft.is_bare and draft.scale and draft.amount.form is Form.CARDINAL:
            _measure_ahead(reading, draft)


def _names_something(reading: Reading, words: str) -> bool:
    """Whether people or places stand between: "5 billion, of workers 1.2 thousand"."""
    return any(
        re.search(rf"(?<![^\W_])(?:{unit.pattern})(?![^\W_])", words)
        for unit in reading.lexicon.nouns
    )


def _governed_alike(reading: Reading, first: Draft, second: Draft) -> bool:
    """A school for 600 pupils, a kindergarten for 280."""
    led = reading.ahead(first, _WIDTH).split()[-1:]
    return bool(led) and led == reading.ahead(second, _WIDTH).split()[-1:] and not second.scale


def _governed_apart(reading: Reading, first: Draft, second: Draft) -> bool:
    """Whether a preposition before the second number does not stand before the first."""
    led = _LITTLE.search(reading.between(first, second))
    return led is not None and not reading.ahead(first, _WIDTH).endswith(led[0])


def _measure_ahead(reading: Reading, draft: Draft) -> None:
    """Read a unit that stands first in its clause: "of square metres 251.3 thousand were added"."""
    clause = clause_before(reading, draft)
    for unit in reading.lexicon.units:
        if unit.kind is QuantityKind.MEASURE:
            for match in re.finditer(rf"(?<![^\W_])(?:{unit.pattern})(?![^\W_])", clause):
                if len(match[0]) >= _WHOLE_WORD and not re.search(r"\d", clause):
                    draft.unit, draft.kind = unit.unit, unit.kind
                    draft.unit_start = draft.unit_end = draft.end
                    return


def _share_rank(reading: Reading) -> None:
    """Read an ordinal without a noun beside a rank as one: third in wheat, second in barley."""
    # Past the 20 of "5th of 20 regions by size and 15th per head".
    drafts = [each for each in reading.drafts if not _is_whole(reading, each)]
    for row in (pairwise(drafts), pairwise(reversed(drafts))):
        for giver, draft in row:
            first, second = sorted((giver, draft), key=lambda each: each.start)
            if (
                draft.is_bare
                and draft.amount.form is Form.ORDINAL
                and giver.kind is QuantityKind.RANK
                and len(reading.between(first, second)) <= _WIDTH
                and not counts_something(reading, draft)
            ):
                _take(draft, giver)


def _is_whole(reading: Reading, draft: Draft) -> bool:
    """Whether a number only tells how many are ranked."""
    ahead = reading.text[max(0, draft.start - _WIDTH) : draft.start]
    return draft.kind is QuantityKind.COUNT and bool(
        re.search(rf"(?:{reading.lexicon.ranked_before})$", ahead)
    )


def _share_money(drafts: list[Draft]) -> None:
    """Read billions as the money named beside: 9.4 billion tenge, of which 6.8 billion."""
    giver: Draft | None = None
    for draft in drafts:
        if draft.kind is QuantityKind.MONEY:
            giver = draft
        elif giver and _is_billions(draft) and draft.unit in ("", "count"):
            _take(draft, giver)
            draft.end = draft.amount.end
