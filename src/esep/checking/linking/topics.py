"""Under which topics of the pack may a figure stand, by the words around it?"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from esep.checking.linking.layout import Layout, Near
from esep.checking.linking.vocabulary import STRONG, Cue
from esep.model.topic_words import Sort, TopicWords

T = TypeVar("T")
Scores = dict[str, float]

# What a word adds to a topic that has a better one already.
_FURTHER = (1.0, 0.35, 0.15)
_COUNTED = 1.9
"""A count stands under what it counts: `53 cooperatives`."""
_COUNTED_WITHIN = 3
_LEADING_WITHIN = 2
_FOLLOWING = 1.4
"""What a figure of any sort is of often stands right after it: `91 % of homes`."""
_COUNTING = frozenset(
    {Sort.COUNT, Sort.PERSON, Sort.PLACE, Sort.TONNE, Sort.HECTARE, Sort.M2, Sort.KM, Sort.OTHER}
)
_LENT_TO_COUNTED = 0.4
"""A count that says what it counts needs little of the figure before."""
_MAKING = frozenset({"share", "makes"})
_OF_WHOLE = 0.25
_IN_PART = 0.4
"""What is left of where a part is: `of them 64 billion in education` are still of the whole."""
"""What is left of the whole that a share is told of."""
_NEXT_ONE = 0.3
"""After a stop, with one more figure to come, a word is about that one."""
_ANAPHOR, _BARE, _NEIGHBOUR, _EARLIER = 1.3, 1.3, 0.15, 0.22
"""How much of its topic the figure before lends: `46 of which`, nothing said, something said,
another sentence."""
_MEANT = 0.5
"""How much of its plainest topic another one of the figure before has, that is meant too."""
_BARE_WORD = 0.07
"""How much of that each word between takes away."""
_HALF_SAID = 0.28
"""What is left of hints that mean a topic only beside words of another."""
_GENERAL = 3
"""A topic that so many others are told by is of everything."""
_TOGETHER = 0.2
"""From how plain a word on counts in what two topics mean together."""
_MORE_TOGETHER, _PLAINER = 0.2, 0.05
_GIVES_WAY = 0.5
"""To how plain a word those of a place or of people give way."""
_ELLIPSIS = 1.6


@dataclass(frozen=True, slots=True)
class Heard:
    """What the words around a figure say."""

    scores: Scores
    """By topic, of those that take figures of its sort."""
    every: Scores
    """By topic, whatever sort of figures it takes: for the next figure."""
    named: dict[str, float]
    """By indicator, of those named in so many words."""

    @property
    def plainest(self) -> str:
        """The topic most plainly told, whatever sort of figures it takes."""
        return max(self.every, key=lambda topic: self.every[topic], default="")


@dataclass(frozen=True, slots=True)
class Before:
    """The figure before, and what was found of it."""

    scores: Scores
    """Of every topic, also those that do not take figures of its sort."""
    same_sentence: bool
    words_between: int
    bare: bool
    """No words of a topic stand between the two."""
    anaphor: bool
    """The text says `of which`, `in brackets`, `this is`: it is of the same thing."""
    part: bool = False
    """The text says `of this sum`: whoever takes it, it is a part of the figure before."""

    @property
    def goes_on(self) -> bool:
        """Whether it is told of what the figure before is, which has heard what all is about."""
        return self.same_sentence and (self.anaphor or self.bare)


def takes(topic: TopicWords | None, sort: Sort) -> bool:
    """Whether figures of a sort may stand under a topic; whatever is measured may be ranked."""
    return topic is None or sort is Sort.RANK or sort in topic.takes


def score_topics(
    layout: Layout,
    at: int,
    sort: Sort,
    topics: Mapping[str, TopicWords],
    *,
    before: Before | None,
    context: Scores,
    rubric: Scores,
    ellipsis: Scores,
) -> Heard:
    heard: dict[str, list[float]] = defaultdict(list)
    named: dict[str, float] = {}
    aside: Scores = {}
    counted = False
    things: set[str] = set()
    goes_on = before is not None and (before.anaphor or before.bare)
    of_whole = _is_share(layout, at, sort, bool(rubric) or goes_on)
    outright: set[str] = set()
    for near in layout.near_cues(at):
        strength = _strength(near, sort) * (_OF_WHOLE if of_whole and _follows(near) else 1.0)
        if before is not None and (before.part or (near.apart and before.anaphor)):
            strength *= _IN_PART
        own = not near.others_between and (near.stops == 1.0 or not near.another_follows)
        said: Scores = {}
        for cue in near.found.meanings:
            score = cue.weight * strength
            said[cue.topic] = max(said.get(cue.topic, 0.0), score)
            if cue.weight >= 1.0:
                outright.add(cue.topic)
            if takes(topics.get(cue.topic), sort):
                plain = near.dashed or _is_counted(near, sort) or _follows(near) or _leads(near)
                counted = counted or (cue.weight >= STRONG and plain)
                if cue.weight >= STRONG and near.side == 0 and sort in _COUNTING:
                    things.add(cue.topic)
                if cue.indicator and not near.inside_other:
                    named[cue.indicator] = max(named.get(cue.indicator, 0.0), score)
        for topic, score in said.items():
            heard[topic].append(score)
            if own:
                aside[topic] = max(aside.get(topic, 0.0), score)
    scores = {
        topic: sum(
            part * share for part, share in zip(sorted(found, reverse=True), _FURTHER, strict=False)
        )
        for topic, found in heard.items()
    }
    for topic in scores:
        if topic not in outright and _needs_another(topics.get(topic)):
            scores[topic] *= _HALF_SAID
    for topic, score in ellipsis.items():
        scores[topic] = scores.get(topic, 0.0) + score * _ELLIPSIS
    if before and before.scores:
        share = _LENT_TO_COUNTED if counted and not before.part else 1.0
        known = bool(things) and not things & general(topics) and not before.anaphor
        _lend(scores, {} if known else aside, before, share)
    if not (before and before.goes_on):
        share = _LENT_TO_COUNTED if counted else 1.0
        for topic, score in (*context.items(), *rubric.items()):
            scores[topic] = scores.get(topic, 0.0) + score * share
    for topic, score in rubric.items():
        aside[topic] = max(aside.get(topic, 0.0), score)
    _combine(scores, aside, sort, topics)
    fitting = {topic: score for topic, score in scores.items() if takes(topics.get(topic), sort)}
    return Heard(fitting, scores, named)


def general(topics: Mapping[str, TopicWords], least: int = _GENERAL) -> set[str]:
    """Topics of what is of something else: of a project, of a village one asks what for."""
    parts = Counter(
        each
        for topic in topics.values()
        for together in topic.both
        for each in together
        if each != topic.topic
    )
    return {topic for topic, count in parts.items() if count >= least}


def _is_share(layout: Layout, at: int, sort: Sort, spoken_of: bool) -> bool:
    """Whether it says how much of a whole something makes: `industry gives 30 % of GRP`."""
    if sort is not Sort.PERCENT:
        return False
    said = any(_MAKING & set(near.found.meanings) for near in _just_before(layout.near_frames(at)))
    return said and (
        spoken_of
        or any(
            cue.weight >= STRONG
            for near in _just_before(layout.near_cues(at))
            for cue in near.found.meanings
        )
    )


def _just_before(found: Sequence[Near[T]]) -> Iterator[Near[T]]:
    return (near for near in found if near.side < 0 and not near.others_between)


def _needs_another(topic: TopicWords | None) -> bool:
    """Whether its hints mean it only beside words of another: `support` of whom?"""
    return topic is not None and any(topic.topic in together for together in topic.both)


def _is_counted(near: Near[Cue], sort: Sort) -> bool:
    return (
        sort in _COUNTING
        and near.side >= 0
        and near.words_between <= _COUNTED_WITHIN
        and near.stops == 1.0
        and not near.inside_other
        and not near.apart
    )


def _follows(near: Near[Cue]) -> bool:
    """Right after the figure: `340 billion tenge of investment`."""
    return near.side > 0 and near.words_between <= 1 and near.stops == 1.0 and not near.inside_other


def _leads(near: Near[Cue]) -> bool:
    """Right before the figure: `unemployment at 4.5 %`."""
    beside = near.words_between <= _LEADING_WITHIN and near.stops == 1.0
    return near.side < 0 and beside and not near.others_between and not near.inside_other


def _strength(near: Near[Cue], sort: Sort) -> float:
    strength = near.closeness
    if _is_counted(near, sort) or near.dashed:
        return strength * _COUNTED
    if _follows(near) and not near.apart:
        return strength * _FOLLOWING
    if near.side > 0 and near.another_follows and near.stops < 1.0:
        return strength * _NEXT_ONE
    return strength


def _lend(scores: Scores, aside: Scores, before: Before, share: float) -> None:
    """The figure before lends its topics to one that says little of its own."""
    most = max(before.scores.values())
    if before.anaphor:
        part = _ANAPHOR
    elif not before.same_sentence:
        part = _EARLIER
    elif before.bare:
        part = max(_BARE - _BARE_WORD * before.words_between, _NEIGHBOUR)
    else:
        part = _NEIGHBOUR
    for topic, score in before.scores.items():
        lent = share * part * score / most
        told_together = before.anaphor or (before.same_sentence and before.bare)
        if told_together and score >= _MEANT * most:
            aside[topic] = max(aside.get(topic, 0.0), lent)
        scores[topic] = scores.get(topic, 0.0) + lent * score / most


def _combine(scores: Scores, aside: Scores, sort: Sort, topics: Mapping[str, TopicWords]) -> None:
    """Words of two topics, told together of one figure, may mean a third.

    What others are made of comes last: projects for water in villages are of water.
    """
    parts = {
        each
        for topic in topics.values()
        for together in topic.both
        for each in together
        if each != topic.topic
    }
    fitting = [topic for topic in topics.values() if topic.both and takes(topic, sort)]
    found = [_combined(scores, aside, topic) for topic in fitting if topic.topic not in parts]
    if not any(found):
        for topic in fitting:
            _combined(scores, aside, topic)
    best = max(scores, key=lambda topic: scores[topic], default="")
    if best in topics and topics[best].yields:
        kept = {each for together in topics[best].both for each in together}
        others = [
            each
            for each, plain in aside.items()
            if plain >= _GIVES_WAY and each in topics and each not in kept
            if not topics[each].yields and takes(topics[each], sort)
        ]
        if others:
            meant = max(others, key=lambda each: aside[each])
            scores[meant] = scores.pop(best) + _MORE_TOGETHER


def _combined(scores: Scores, aside: Scores, topic: TopicWords) -> bool:
    found = False
    for together in topic.both:
        plain = min(aside.get(each, 0.0) for each in together)
        if plain >= _TOGETHER:
            found = True
            most = max(scores.get(each, 0.0) for each in together)
            # Of two that share a word the plainer one is meant.
            most += _MORE_TOGETHER + _PLAINER * plain
            scores[topic.topic] = max(scores.get(topic.topic, 0.0), most)
    return found


_LIST_JOINT = re.compile(r"[\s,]*(?:and|и|да|және|мен|пен|бен|\+)?[\s,]*$", re.IGNORECASE)


def ellipses(
    layout: Layout, sorts: Sequence[Sort], topics: Mapping[str, TopicWords]
) -> dict[int, Scores]:
    """Which topic each figure of a list means: `homes and roads grew by 3 and 5 %`."""
    found: dict[int, Scores] = {}
    at = 0
    while at < len(sorts):
        last = at
        while (
            last + 1 < len(sorts)
            and sorts[last + 1] is sorts[at]
            and _LIST_JOINT.match(layout.between(last, last + 1))
        ):
            last += 1
        if last > at:
            found.update(_assigned(layout, at, last, sorts[at], topics))
        at = last + 1
    return found


def _assigned(
    layout: Layout, first: int, last: int, sort: Sort, topics: Mapping[str, TopicWords]
) -> dict[int, Scores]:
    own: list[Scores] = []
    for near in layout.near_cues(first):
        if near.side >= 0 or near.others_between or near.inside_other:
            continue
        fitting = {
            cue.topic: cue.weight
            for cue in near.found.meanings
            if cue.weight >= STRONG and takes(topics.get(cue.topic), sort)
        }
        if fitting and (not own or not set(fitting) & set(own[-1])):
            own.append(fitting)
    count = last - first + 1
    if len(own) < count:
        return {}
    return {first + number: topics_of for number, topics_of in enumerate(own[-count:])}
