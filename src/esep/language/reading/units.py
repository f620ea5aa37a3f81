"""What a number counts: the unit before or after it, or the noun it stands with."""

from __future__ import annotations

import re

from esep.language.reading.draft import Draft, Reading
from esep.language.reading.lexicon import Form, Lexicon, UnitWord, after, before
from esep.model.claim import Hedge, QuantityKind

_GAP = re.compile(r"[ -]?")
_BILLION = 9
_CLAUSES = re.compile(r"[,;:()]")
_CURRENCY_WIDTH = 40


def name_units(reading: Reading) -> None:
    """Give every number the unit that is written at it; a number inside a unit is none."""
    found, reading.drafts = reading.drafts, []
    limits = [*(each.start for each in found[1:]), len(reading.text)]
    for draft, limit in zip(found, limits, strict=False):
        if reading.drafts and draft.start < reading.drafts[-1].unit_end:
            continue  # the 100,000 of "16.9 per 100,000 people"
        reading.drafts.append(draft)
        match draft.amount.form:
            case Form.MULTIPLE:
                draft.take_unit("times", QuantityKind.TIMES, draft.start, draft.end)
            case Form.FRACTION:
                draft.take_unit("percent", QuantityKind.FRACTION, draft.end, draft.end)
            case Form.ORDINAL:
                _name_rank(reading, draft)
            case Form.TOP:
                draft.take_unit("rank", QuantityKind.RANK, draft.end, draft.end)
                draft.hedge = Hedge.UP_TO
            case Form.CARDINAL:
                _name_cardinal(reading, draft, limit)


_MANY_TIMES = 10


def _name_cardinal(reading: Reading, draft: Draft, limit: int) -> None:
    text, lexicon = reading.text, reading.lexicon
    whole = not draft.scale and not draft.amount.decimals
    rank = after(lexicon.cardinal_rank).match(text, draft.end) if whole else None
    # "На 5 месте" is a rank, "21 место" may be seats; in Kazakh a hyphen or the verb tells.
    told = lexicon.verb_final or before(lexicon.rank_before).search(reading.ahead(draft))
    if rank and (rank[0][0] == "-" or told):
        draft.take_unit("rank", QuantityKind.RANK, draft.end, rank.end())
        return
    if whole and before(lexicon.top).search(reading.ahead(draft)):
        draft.take_unit("rank", QuantityKind.RANK, draft.end, draft.end)
        draft.hedge = Hedge.UP_TO
        return
    if _currency_before(reading, draft):
        return
    # "2 мыңға жуық адам": the hedge stands between the number and what it counts.
    start = _past_hedge(reading, draft)
    part = after(lexicon.part_after)
    if part.match(text, draft.amount.head) or part.match(text, draft.amount.end):
        return
    gap = _GAP.match(text, start)
    at = gap.end() if gap else start
    for unit in lexicon.units:
        if match := after(unit.pattern).match(text, at):
            if unit.kind is QuantityKind.TIMES and _occasions(reading, draft):
                draft.take_unit("count", QuantityKind.COUNT, at, match.end())
                return
            draft.take_unit(unit.unit, unit.kind, at, match.end())
            return
    _name_noun(reading, draft, start, limit)
    if draft.is_bare:
        _name_ahead(reading, draft)


def _occasions(reading: Reading, draft: Draft) -> bool:
    """Whether so many times are no factor: "горел 207 раз"."""
    led = reading.lexicon.times_before
    whole = not draft.amount.decimals and draft.number >= _MANY_TIMES
    return bool(led) and whole and not before(led).search(reading.ahead(draft))


def _past_hedge(reading: Reading, draft: Draft) -> int:
    for hedge, pattern in reading.lexicon.hedges_after.items():
        if match := after(pattern).match(reading.text, draft.end):
            draft.hedge = hedge
            return match.end()
    cap = after(reading.lexicon.cap_after).match(reading.text, draft.end)
    return cap.end() if cap else draft.end


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


def _name_noun(reading: Reading, draft: Draft, at: int, limit: int) -> None:
    if at - draft.end <= 1 and before(reading.lexicon.inflected).search(
        reading.text, draft.start, draft.end
    ):
        return
    phrase = after(reading.lexicon.noun_phrase).match(reading.text, at, limit)
    if not phrase or not phrase[0].strip(" -"):
        return
    start = phrase.start() + len(phrase[0]) - len(phrase[0].lstrip(" -"))
    words = reading.text[start : phrase.end()]
    named = _noun_unit(words, reading.lexicon)
    if draft.scale >= _BILLION and after(reading.lexicon.money_nouns).match(words, 0):
        return  # billions of loans, of funds
    unit = named.unit if named else "count"
    if unit == "person" and after(reading.lexicon.room_after).match(reading.text, phrase.end()):
        unit = "place"
    draft.take_unit(unit, QuantityKind.COUNT, start, phrase.end())


def _name_ahead(reading: Reading, draft: Draft) -> None:
    """Take the noun that stands before: the number of tourists reached 1.2 million."""
    ahead = _CLAUSES.split(reading.ahead(draft))[-1]
    found = before(reading.lexicon.named_ahead).search(ahead)
    unit = found and _noun_unit(found["noun"] or found["many"], reading.lexicon)
    if unit:
        draft.take_unit(unit.unit, QuantityKind.COUNT, draft.end, draft.end)


def _noun_unit(words: str, lexicon: Lexicon) -> UnitWord | None:
    for unit in lexicon.nouns:
        if re.search(rf"(?<![^\W_])(?:{unit.pattern})(?![^\W_])", words):
            return unit
    return None


def _name_rank(reading: Reading, draft: Draft) -> None:
    lexicon = reading.lexicon
    if place := after(lexicon.rank_after).match(reading.text, draft.end):
        draft.take_unit("rank", QuantityKind.RANK, draft.end, place.end())
    elif before(lexicon.rank_before).search(reading.ahead(draft)) and not counts_something(
        reading, draft
    ):
        draft.take_unit("rank", QuantityKind.RANK, draft.end, draft.end)


def counts_something(reading: Reading, draft: Draft) -> bool:
    """ "Took the first step": an ordinal with a noun of its own is no rank."""
    phrase = after(reading.lexicon.noun_phrase).match(reading.text, draft.end)
    hyphened = reading.text[draft.end : draft.end + 1] == "-"
    return hyphened or (phrase is not None and bool(phrase[0].strip()))
