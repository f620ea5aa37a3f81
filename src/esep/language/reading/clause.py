"""What the words around a number say of rise and fall."""

from __future__ import annotations

import re

from esep.language.reading.draft import Draft, Reading
from esep.language.reading.lexicon import after, before
from esep.model.claim import Direction

_END = re.compile(r"[;:()\"]|,(?=\D|$)| - ")
_WIDTH = 80


def clause_before(reading: Reading, draft: Draft) -> str:
    return _END.split(reading.ahead(draft, _WIDTH))[-1]


def clause_after(reading: Reading, draft: Draft) -> str:
    return _END.split(reading.text[draft.end : draft.end + _WIDTH])[0]


def past_hedge(reading: Reading, ahead: str) -> str:
    """Return what stands before a number and its hedge: "by more than" 5."""
    starts = [
        match.start()
        for pattern in reading.lexicon.hedges_before.values()
        if (match := before(pattern).search(ahead))
    ]
    return ahead[: min(starts, default=len(ahead))]


def tells_change(reading: Reading, words: str) -> bool:
    return bool(_found(reading.lexicon.rise, words) or _found(reading.lexicon.fall, words))


def direction_near(reading: Reading, draft: Draft) -> Direction | None:
    """Return the rise or fall told nearest to a number, in its clause before anywhere else."""
    ahead, behind = clause_before(reading, draft), clause_after(reading, draft)
    if reading.lexicon.verb_final:
        places = [(behind, min), (ahead, max)]
    else:
        said_after = after(reading.lexicon.by_after).match(reading.text, draft.end)
        close = said_after[0] if said_after else ""
        places = [(close, min), (ahead, max), (behind, min)]
    for words, nearest in [*places, (reading.ahead(draft, _WIDTH), max)]:
        rises = _found(reading.lexicon.rise, words)
        falls = _found(reading.lexicon.fall, words)
        if rises or falls:
            return Direction.UP if nearest(rises + falls) in rises else Direction.DOWN
    return None


def _found(pattern: str, words: str) -> list[int]:
    return [match.start() for match in after(rf"(?<![^\W_])(?:{pattern})").finditer(words)]
