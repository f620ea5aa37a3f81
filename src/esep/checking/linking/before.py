"""Which figure does a figure go on about, and what does that one lend it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from esep.checking.linking.layout import Layout
from esep.checking.linking.topics import Before, Heard, Scores
from esep.checking.linking.vocabulary import STRONG
from esep.model.claim import Quantity
from esep.model.topic_words import Sort

_ENOUGH = 0.12
"""Below this no word has spoken for a topic."""
_PLAIN = 0.3
"""How plainly a topic is told that takes no figures of such a sort, where no other one is."""
_MANY_WORDS = 8
_NAMED = 0.5
"""How plainly a figure's own words name an indicator, at the least."""
_OUT_OF = re.compile(r"\s*(?:out of|of|из)(?: the)?\s*", re.IGNORECASE)
_BRACKET = re.compile(r"\([^)]*$")
_REFERRING = frozenset({"refers", "per_head", "real", "nominal", "contribution", "branches"})
"""By these words a sentence without a subject of its own goes on about the one before."""

Named = dict[str, float]
"""How plainly words name each indicator."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the words of one figure say."""

    quantity: Quantity
    sort: Sort
    noun: str
    heard: Heard

    @property
    def named(self) -> bool:
        """Whether words of its own, or of what it goes on about, name its indicator."""
        return max(self.heard.named.values(), default=0.0) >= _NAMED

    @property
    def is_thing(self) -> bool:
        """Whether it counts things, and no people, places or jobs."""
        return self.sort is Sort.COUNT and self.noun != "work"

    @property
    def lent(self) -> Scores:
        """What it lends to the next figure: above all what it was found to be of."""
        every = self.heard.every
        return {**every, self.topic: max(every.values())} if self.topic else every

    @property
    def topic(self) -> str:
        for scores, least in ((self.heard.scores, _ENOUGH), (self.heard.every, _PLAIN)):
            best = max(scores, key=lambda topic: scores[topic], default="")
            if best and scores[best] >= least:
                return best
        return ""


def refers_back(layout: Layout) -> bool:
    """Whether a sentence goes on about the one before: `this is 4 points above the country`."""
    told = any(cue.weight >= STRONG for found in layout.cues for cue in found.meanings)
    return not told and any(_REFERRING & set(found.meanings) for found in layout.frames)


def heads_of(layout: Layout, frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """The figures that the next sentence may go on about: not a price in brackets, not its jobs.

    `39 projects (469 bn, 6 thousand jobs). This year 15 start`.
    """
    outside = [each for each in frames if layout.bracket(each.quantity.start) < 0] or frames
    things = [each for each in outside if each.sort is Sort.COUNT and each.noun != "work"]
    return tuple(each for each in outside if not things or each.noun != "work")


def head_for(last: Sequence[Frame], sort: Sort) -> Frame | None:
    """The one a figure goes on about: the last of its own sort, as money goes on about money."""
    same = [each for each in last if each.sort is sort and sort is not Sort.PERCENT]
    return next(reversed(same or last), None)


def _is_of_this(layout: Layout, at: int) -> bool:
    """Whether a figure is a part of the one before: `56 % of this sum`."""
    return any(
        near.side >= 0 and near.words_between == 0 and "of_this" in near.found.meanings
        for near in layout.near_frames(at)
    )


def what_is_before(
    layout: Layout,
    at: int,
    sort: Sort,
    noun: str,
    frames: Sequence[Frame],
    last: Frame | None,
) -> Before | None:
    """What the figure before lends to one, and how closely the text joins the two."""
    if at == 0:
        part = _is_of_this(layout, at)
        refers = part or refers_back(layout)
        return Before(last.lent, False, 0, False, refers, part) if last else None
    one = at - 1
    if layout.bracket(layout.quantities[at].start) < 0:
        while one and layout.bracket(layout.quantities[one].start) >= 0:
            one -= 1
    between = layout.words_between(at - 1, at)
    told = layout.told_between(at - 1, at)
    frames_between = layout.frames_between(at - 1, at)
    anaphor = (
        any("anaphor" in found.meanings for found in frames_between)
        or layout.quantities[at].of is not None
        or _is_of_this(layout, at)
        or _OUT_OF.fullmatch(layout.between(at - 1, at)) is not None
        or (not told and _BRACKET.search(layout.between(at - 1, at)) is not None)
        or (not told and any("gap" in found.meanings for found in frames_between))
    )
    bare = not told and between <= _MANY_WORDS
    inside = layout.bracket(layout.quantities[at].start) >= 0
    if anaphor and not inside and sort is not Sort.PERCENT:
        # `24 schools for 66 thousand pupils, 16 of them`
        one = next((each for each in range(one, -1, -1) if frames[each].sort is sort), one)
    if (anaphor or bare) and sort is Sort.COUNT and frames[one].noun == "work":
        # `17 sites will give 800 jobs; four open this year`
        things = (each for each in range(one, -1, -1) if frames[each].is_thing)
        one = next(things, one) if noun != "work" else one
    return Before(frames[one].lent, True, between, bare, anaphor, _is_of_this(layout, at))
