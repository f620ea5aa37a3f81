"""Which number is a part of which: 53 cooperatives, 46 of which; половина из 18 районов."""

from __future__ import annotations

import re

from esep.language.reading.clause import past_hedge
from esep.language.reading.draft import Draft, Reading
from esep.language.reading.lexicon import Form, after, before
from esep.model.claim import QuantityKind

_COUNTED = (QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE)
_WIDTH = 40


def find_parts(reading: Reading) -> None:
    """Point every part at its whole; a bare part counts what its whole counts."""
    lexicon = reading.lexicon
    stated = [draft for draft in reading.drafts if not draft.reason]
    whole: Draft | None = None
    counted: Draft | None = None
    announced = False
    for at, draft in enumerate(stated):
        following = stated[at + 1] if at + 1 < len(stated) else None
        if following and re.fullmatch(lexicon.whole_between, reading.between(draft, following)):
            # "5th of 20": a place is no part.
            draft.of = None if draft.kind is QuantityKind.RANK else following
        elif whole is not None and (_is_part(reading, draft) or (announced and draft.is_unnamed)):
            # "207 projects worth 3.7 trillion, including 58": things are parts of things.
            draft.of = counted if counted and draft.is_unnamed else whole
            if draft.is_unnamed and (draft.of.kind is QuantityKind.COUNT or draft.scale):
                draft.unit, draft.kind = draft.of.unit, draft.of.kind
        elif draft.kind in _COUNTED and draft.unit != "place" and not _in_brackets(reading, draft):
            # "24 schools for 66,000 pupils, 16 of them": the places belong to their schools.
            whole = draft
            counted = draft if draft.kind is QuantityKind.COUNT else counted
            ahead = reading.ahead(draft, _WIDTH)
            announced = before(lexicon.whole_before).search(past_hedge(reading, ahead)) is not None
            continue
        announced = False


def _is_part(reading: Reading, draft: Draft) -> bool:
    lexicon = reading.lexicon
    return draft.amount.form is not Form.TOP and (
        before(lexicon.part_before).search(reading.ahead(draft, _WIDTH)) is not None
        or after(lexicon.part_after).match(reading.text, draft.end) is not None
        or after(lexicon.part_after).match(reading.text, draft.amount.head) is not None
    )


def _in_brackets(reading: Reading, draft: Draft) -> bool:
    """Whether it only explains what stands before: 22 villages (9,000 people), 6 more of them."""
    ahead = reading.ahead(draft, _WIDTH)
    return ahead.rfind("(") > ahead.rfind(")")
