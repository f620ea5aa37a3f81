"""What a number counts: the unit before or after it, or the noun it stands with."""

from __future__ import annotations

import re

from esep.language.reading.draft import Draft, Reading
from esep.language.reading.lexicon import Form, Lexicon, UnitWord, after, before
from esep.model.claim import QuantityKind, Span

_GAP = re.compile(r"[ -]?")
_LOOK_BACK = 60
_CURRENCY_WIDTH = 12
# A number of a list takes its unit from a neighbour at most so far away.
_ELLIPSIS_WIDTH = 60
_LIST_GAP = re.compile(r"[,;]")


def name_units(reading: Reading) -> None:
    """Give every number the unit that is written at it."""
    following = [*(each.start for each in reading.drafts[1:]), len(reading.text)]
    for draft, limit in zip(reading.drafts, following, strict=False):
        match draft.amount.form:
            case Form.MULTIPLE:
                draft.take_unit("times", QuantityKind.TIMES, draft.start, draft.end)
            case Form.FRACTION:
                draft.take_unit("percent", QuantityKind.FRACTION, draft.end, draft.end)
            case Form.ORDINAL:
                _name_rank(reading, draft)
            case Form.CARDINAL:
                _name_cardinal(reading, draft, limit)


def _name_cardinal(reading: Reading, draft: Draft, limit: int) -> None:
    text, lexicon = reading.text, reading.lexicon
    whole = not draft.scale and not draft.amount.decimals
    if whole and (rank := after(lexicon.cardinal_rank).match(text, draft.end)):
        draft.take_unit("rank", QuantityKind.RANK, draft.end, rank.end())
        return
    if whole and _top(reading, draft):
        draft.take_unit("rank", QuantityKind.RANK, draft.end, draft.end)
        return
    if _currency_before(reading, draft):
        return
    gap = _GAP.match(text, draft.end)
    at = gap.end() if gap else draft.end
    for unit in lexicon.units:
        if match := after(unit.pattern).match(text, at):
            draft.take_unit(unit.unit, unit.kind, at, match.end())
            return
    _name_noun(reading, draft, limit)


def _top(reading: Reading, draft: Draft) -> bool:
    return before(reading.lexicon.top).search(reading.ahead(draft)) is not None


def _currency_before(reading: Reading, draft: Draft) -> bool:
    ahead = reading.ahead(draft, _CURRENCY_WIDTH)
    for unit in reading.lexicon.currency_before:
        if match := before(unit.pattern).search(ahead):
            start = draft.start - len(ahead) + match.start()
            draft.take_unit(unit.unit, unit.kind, start, draft.start)
            if not draft.scale:
                _letter_scale(reading, draft)
            return True
    return False


def _letter_scale(reading: Reading, draft: Draft) -> None:
    """Read $5m: one letter is a scale only where a currency stands at the number."""
    gap = after(" ?").match(reading.text, draft.end)
    for power, pattern in reading.lexicon.money_scales.items():
        if gap and (match := after(pattern).match(reading.text, gap.end())):
            draft.scale, draft.end = power, match.end()
            return


def _name_noun(reading: Reading, draft: Draft, limit: int) -> None:
    phrase = after(reading.lexicon.noun_phrase).match(reading.text, draft.end, limit)
    if not phrase or not phrase[0].strip(" -"):
        return
    start = phrase.start() + len(phrase[0]) - len(phrase[0].lstrip(" -"))
    words = reading.text[start : phrase.end()]
    unit = _noun_unit(words, reading.lexicon)
    draft.take_unit(unit.unit if unit else "count", QuantityKind.COUNT, start, phrase.end())


def _noun_unit(words: str, lexicon: Lexicon) -> UnitWord | None:
    for unit in lexicon.nouns:
        if re.search(rf"(?<![^\W_])(?:{unit.pattern})(?![^\W_])", words):
            return unit
    return None


def _name_rank(reading: Reading, draft: Draft) -> None:
    lexicon = reading.lexicon
    if place := after(lexicon.rank_after).match(reading.text, draft.end):
        draft.take_unit("rank", QuantityKind.RANK, draft.end, place.end())
    elif before(lexicon.rank_before).search(reading.ahead(draft)) and not _counts(reading, draft):
        draft.take_unit("rank", QuantityKind.RANK, draft.end, draft.end)


def _counts(reading: Reading, draft: Draft) -> bool:
    """ "Took the first step": an ordinal with a noun of its own is no rank."""
    return after(reading.lexicon.noun_phrase).match(reading.text, draft.end) is not None


def share_units(reading: Reading) -> None:
    """Give a number without a unit that of the number it is told together with."""
    drafts = reading.drafts
    for at in range(len(drafts) - 2, -1, -1):
        _take_from(reading, drafts[at], drafts[at + 1], backwards=False)
    for at in range(1, len(drafts)):
        _take_from(reading, drafts[at], drafts[at - 1], backwards=True)
    for draft in drafts:
        if draft.is_bare and draft.amount.form is Form.CARDINAL:
            draft.unit, draft.kind = "count", QuantityKind.COUNT
            draft.unit_start = draft.unit_end = draft.end


def _take_from(reading: Reading, draft: Draft, giver: Draft, *, backwards: bool) -> None:
    told_apart = draft.is_bare or (backwards and _names_money_once(draft, giver))
    if not (told_apart and giver.unit):
        return
    if (
        draft.amount.form not in (Form.CARDINAL, Form.ORDINAL)
        or giver.kind is QuantityKind.FRACTION
    ):
        return
    if (draft.amount.form is Form.ORDINAL) != (giver.kind is QuantityKind.RANK):
        return
    first, second = (giver, draft) if backwards else (draft, giver)
    between = reading.between(first, second)
    lexicon = reading.lexicon
    ends = _are_ends(reading, first, second)
    listed = re.fullmatch(lexicon.connective, between) is not None
    apart = len(between) <= _ELLIPSIS_WIDTH and (
        _names_money_once(draft, giver) if backwards else _waits_for_percent(reading, draft, giver)
    )
    if not (ends or listed or apart):
        return
    if not draft.scale and giver.scale and (ends or listed) and not backwards:
        draft.scale = giver.scale
    draft.unit, draft.kind = giver.unit, giver.kind
    draft.unit_start = draft.unit_end = draft.end


def _names_money_once(draft: Draft, giver: Draft) -> bool:
    """9.4 billion tenge: 6.8 billion comes from ..."""
    return draft.scale >= 9 and draft.unit in ("", "count") and giver.kind is QuantityKind.MONEY


def _waits_for_percent(reading: Reading, draft: Draft, giver: Draft) -> bool:
    """ "13, ал құрылыс саласыныкі 6 пайызға": a bare number before a comma."""
    return (
        giver.kind is QuantityKind.PERCENT
        and not draft.scale
        and _LIST_GAP.match(reading.text, draft.end) is not None
    )


def _are_ends(reading: Reading, first: Draft, second: Draft) -> bool:
    """Whether two numbers are the ends of one change: from 4 to 2%."""
    lexicon = reading.lexicon
    opened = before(lexicon.from_before).search(reading.ahead(first)) or after(
        lexicon.from_after
    ).match(reading.text, first.end)
    between = reading.between(first, second)
    if not opened or len(between) > _LOOK_BACK:
        return False
    closed = before(lexicon.to_before).search(between) or after(lexicon.to_after).match(
        reading.text, second.end
    )
    if closed:
        first.span, second.span = Span.FROM, Span.TO
    return closed is not None
