"""How a number is meant: roughly, as a rise or a fall, as the end of a change, as a part."""

from __future__ import annotations

import re

from esep.language.reading.draft import Draft, Reading
from esep.language.reading.lexicon import after, before
from esep.model.claim import Direction, Hedge, QuantityKind, Span

_CLAUSE_END = re.compile(r"[;:()\"]|,(?=\D|$)| - ")
_WIDTH = 80
_CHANGES = (
    QuantityKind.PERCENT,
    QuantityKind.POINTS,
    QuantityKind.TIMES,
    QuantityKind.FRACTION,
)


def hear_hedges(reading: Reading) -> None:
    lexicon = reading.lexicon
    for draft in reading.drafts:
        ahead = reading.ahead(draft, 40)
        for hedge, pattern in lexicon.hedges_before.items():
            if before(pattern).search(ahead):
                draft.hedge = hedge
        for hedge, pattern in lexicon.hedges_after.items():
            # Its words stand after the unit, or between the number and a counted noun.
            for end in (draft.amount.end, draft.end):
                if match := after(pattern).match(reading.text, end):
                    draft.hedge, draft.end = hedge, max(draft.end, match.end())
        if draft.hedge is None and _is_capped(reading, draft):
            draft.hedge = Hedge.UNDER


def _is_capped(reading: Reading, draft: Draft) -> bool:
    """ "Up to 5" is a cap, unless it says where a change ended."""
    lexicon = reading.lexicon
    ahead = reading.ahead(draft, _WIDTH)
    match = before(lexicon.cap_before).search(ahead)
    if draft.span is not None or not (
        match or after(lexicon.cap_after).match(reading.text, draft.end)
    ):
        return False
    ahead = ahead[: match.start()] if match else ahead
    if before(lexicon.reached).search(ahead):
        return True
    return not _tells_change(reading, ahead + " | " + _clause_after(reading, draft))


def _tells_change(reading: Reading, words: str) -> bool:
    return bool(_find(reading.lexicon.rise, words) or _find(reading.lexicon.fall, words))


def hear_changes(reading: Reading) -> None:
    """Say of each change whether it is a rise or a fall, and of each end which end it is."""
    lexicon = reading.lexicon
    previous: Draft | None = None
    for draft in reading.drafts:
        if draft.reason or draft.kind is QuantityKind.RANK:
            continue
        ahead = reading.ahead(draft)
        is_size = _is_size(reading, draft, _past_hedge(reading, ahead))
        is_level = not is_size and (
            before(lexicon.level_before).search(_past_hedge(reading, ahead)) is not None
            or after(lexicon.level_after).match(reading.text, draft.end) is not None
        )
        if is_level and draft.span is None and _tells_change(reading, ahead):
            draft.span = Span.TO
        if draft.kind is QuantityKind.TIMES:
            draft.direction = _nearest(reading, draft) or draft.amount.direction or Direction.UP
        elif draft.span is not None or is_level:
            draft.direction = None
        elif is_size:
            draft.direction = _nearest(reading, draft) or (previous.direction if previous else None)
        elif draft.kind is QuantityKind.PERCENT and not _is_share(reading, draft):
            draft.direction = _attached(reading, draft, previous)
        if draft.kind in _CHANGES:
            previous = draft
    if lexicon.verb_final:
        _share_direction(reading)


def _share_direction(reading: Reading) -> None:
    """Give the direction of the closing verb to the percentages listed before it."""
    for draft, following in zip(reading.drafts[-2::-1], reading.drafts[:0:-1], strict=False):
        alike = draft.kind is following.kind is QuantityKind.PERCENT and not draft.span
        if alike and following.direction and _in_a_row(reading, draft, following):
            draft.direction = draft.direction or following.direction


def _in_a_row(reading: Reading, first: Draft, second: Draft) -> bool:
    between = reading.between(first, second)
    return len(between) <= 40 and re.match(r",? [^.;()]*$", between) is not None


def _is_size(reading: Reading, draft: Draft, ahead: str) -> bool:
    """Whether a number is how much something changed; of things it must be said outright."""
    lexicon = reading.lexicon
    by_before, by_after = lexicon.grew_by_before, lexicon.grew_by_after
    if draft.kind in _CHANGES:
        by_before, by_after = lexicon.by_before, lexicon.by_after
    return (
        before(by_before).search(ahead) is not None
        or after(by_after).match(reading.text, draft.end) is not None
    )


def _past_hedge(reading: Reading, ahead: str) -> str:
    """Return what stands before a number and its hedge: "by more than" 5."""
    for pattern in reading.lexicon.hedges_before.values():
        if match := before(pattern).search(ahead):
            return ahead[: match.start()]
    return ahead


def _is_share(reading: Reading, draft: Draft) -> bool:
    return after(reading.lexicon.share_after).match(reading.text, draft.end) is not None


def _attached(reading: Reading, draft: Draft, previous: Draft | None) -> Direction | None:
    """A percentage without "by" in a row of them: manufacturing gained 1.2%, construction 15%."""
    if previous is None or previous.direction is None:
        return None
    return previous.direction if _in_a_row(reading, previous, draft) else None


def _nearest(reading: Reading, draft: Draft) -> Direction | None:
    lexicon = reading.lexicon
    ahead, behind = _clause_before(reading, draft), _clause_after(reading, draft)
    close = reading.text[draft.end : draft.end + 24]
    pieces: list[tuple[str, bool]] = [(close.split(",")[0], True), (ahead, False), (behind, True)]
    if lexicon.verb_final:
        pieces = [(behind, True), (ahead, False)]
    for words, forwards in [*pieces, (reading.ahead(draft, _WIDTH), False)]:
        rises, falls = _find(lexicon.rise, words), _find(lexicon.fall, words)
        if rises or falls:
            pick = min if forwards else max
            return Direction.UP if pick(rises + falls) in rises else Direction.DOWN
    return None


def _find(pattern: str, words: str) -> list[int]:
    return [match.start() for match in after(rf"(?<![^\W_])(?:{pattern})").finditer(words)]


def _clause_before(reading: Reading, draft: Draft) -> str:
    return _CLAUSE_END.split(reading.ahead(draft, _WIDTH))[-1]


def _clause_after(reading: Reading, draft: Draft) -> str:
    return _CLAUSE_END.split(reading.text[draft.end : draft.end + _WIDTH])[0]


def find_parts(reading: Reading) -> None:
    """Tell of which number another is a part: 53 cooperatives, 46 of which."""
    lexicon = reading.lexicon
    counted = (QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE)
    whole: Draft | None = None
    for draft, following in zip(reading.drafts, [*reading.drafts[1:], None], strict=False):
        if draft.reason:
            continue
        if following and re.fullmatch(lexicon.whole_between, reading.between(draft, following)):
            draft.of = None if draft.kind is QuantityKind.RANK else following
        elif whole is not None and _is_part(reading, draft):
            draft.of = whole
        elif draft.kind in counted and draft.unit != "place":
            # "24 schools for 66,000 pupils, 16 of them": the places belong to their schools.
            whole = draft


def _is_part(reading: Reading, draft: Draft) -> bool:
    lexicon = reading.lexicon
    return (
        before(lexicon.part_before).search(reading.ahead(draft, 40)) is not None
        or after(lexicon.part_after).match(reading.text, draft.end) is not None
        or after(lexicon.part_after).match(reading.text, draft.amount.end) is not None
    )
