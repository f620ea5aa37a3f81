"""How roughly a number is meant: over, nearly, about, up to."""

from __future__ import annotations

from esep.language.reading.clause import clause_after, tells_change
from esep.language.reading.draft import Draft, Reading
from esep.language.reading.lexicon import after, before
from esep.model.claim import Hedge

_WIDTH = 80


def hear_hedges(reading: Reading) -> None:
    for at, draft in enumerate(reading.drafts):
        # The longest wins: "no less than" is no "less than".
        heard = [
            (match.start(), hedge)
            for hedge, pattern in reading.lexicon.hedges_before.items()
            if (match := before(pattern).search(reading.ahead(draft, 40)))
        ]
        if heard:
            draft.hedge = min(heard)[1]
        for hedge, pattern in reading.lexicon.hedges_after.items():
            # Its words stand after the unit, or between the number and a counted noun.
            for end in (draft.amount.end, draft.end):
                if match := after(pattern).match(reading.text, end):
                    draft.hedge, draft.end = hedge, max(draft.end, match.end())
        first = reading.drafts[at - 1] if at else None
        ends_range = first is not None and _is_range(reading, first, draft)
        if draft.hedge is None and not ends_range and _is_capped(reading, draft):
            draft.hedge = Hedge.UP_TO


def _is_range(reading: Reading, first: Draft, last: Draft) -> bool:
    """Whether both ends are told: in "от 98 до 112%" the second is no cap."""
    lexicon = reading.lexicon
    opens = before(lexicon.range_before).search(reading.ahead(first))
    closes = before(lexicon.cap_before).fullmatch(reading.between(first, last).lstrip())
    return opens is not None and closes is not None


def _is_capped(reading: Reading, draft: Draft) -> bool:
    """ "Up to 5" is a cap, unless it says where a change ended."""
    lexicon = reading.lexicon
    ahead = reading.ahead(draft, _WIDTH)
    said_before = before(lexicon.cap_before).search(ahead)
    said_after = any(
        after(lexicon.cap_after).match(reading.text, end) for end in (draft.amount.end, draft.end)
    )
    if draft.span is not None or not (said_before or said_after):
        return False
    if said_before:
        ahead = ahead[: said_before.start()]
        if before(lexicon.reached).search(ahead):
            return True
    return not tells_change(reading, f"{ahead} | {clause_after(reading, draft)}")
