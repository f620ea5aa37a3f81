"""What does a paragraph announce that it is about: `Roads.`, `Now to water.`, `Jobs: ...`?"""

from __future__ import annotations

from collections.abc import Sequence, Set

from esep.checking.linking.layout import Layout
from esep.checking.linking.vocabulary import STRONG, Cue
from esep.language.reading.phrases import Found
from esep.language.reading.words import Word

Scores = dict[str, float]

_LABEL, _LEAD = 4, 9
"""So many words a label has before its colon or stop, and a sentence that leads in."""
_BY_LABEL, _BY_LEAD = 0.7, 0.5
_MOST_TOPICS = 3
_MOVED_ON = 0.4
"""What another thing leaves of what was announced."""
BY_FIELD = 0.5


def announced(layout: Layout) -> Scores | None:
    """The topics of what follows; None where a sentence announces nothing, so all goes on."""
    colon = _colon(layout)
    if colon >= 0:
        spoken = [word for word in layout.words if word.end <= colon]
        if len(spoken) <= _LABEL:
            topics = _topics(layout.cues[: _within(layout.cues, len(spoken))], _BY_LABEL)
            # `Money: ...` begins something else, `This year: ...` goes on.
            return topics if topics or len(spoken) == 1 else None
    if turned_to := _turned_to(layout):
        return _topics(turned_to, _BY_LABEL)
    if colon >= 0:
        return None
    if layout.quantities or not layout.words or len(layout.words) > _LEAD:
        return None
    label = _content(layout.words) <= _LABEL
    topics = _topics(layout.cues, _BY_LABEL if label else _BY_LEAD)
    return topics or None


def _turned_to(layout: Layout) -> Sequence[Found[Cue]]:
    """What a sentence says it turns to: `as for roads, ...`, `жолға келсек, ...`."""
    start = layout.quantities[0].start if layout.quantities else layout.sentence.end
    for frame in layout.frames:
        if frame.first > _LEAD or layout.words[frame.last].end > start:
            return ()
        if "as_for" in frame.meanings:
            if layout.sentence.language == "kk":
                return layout.cues[: _within(layout.cues, frame.first)]
            after = [each for each in layout.cues if each.first > frame.last]
            return [each for each in after[:1] if each.first <= frame.last + _LABEL]
    return ()


def after(layout: Layout, rubric: Scores, general: Set[str]) -> Scores:
    """What is left of it once a sentence begins with a thing of another topic."""
    start = layout.quantities[0].start if layout.quantities else layout.sentence.end
    ahead = (each for each in layout.cues if layout.words[each.last].end <= start)
    named = [{cue.topic for cue in each.meanings if cue.weight >= STRONG} for each in ahead]
    said = set().union(*named)
    if not said or said & set(rubric) or said <= general:
        return rubric
    return {topic: score * _MOVED_ON for topic, score in rubric.items()}


def speaks_of_field(layout: Layout) -> bool:
    """Whether a sentence says `the sector`, naming none."""
    named = (each for each in layout.cues if any(cue.weight >= STRONG for cue in each.meanings))
    taken = {word for found in named for word in range(found.first - 1, found.last + 2)}
    return any("field" in found.meanings and found.first not in taken for found in layout.frames)


def _colon(layout: Layout) -> int:
    """Where the colon before the first figure stands, -1 where there is none."""
    start = layout.sentence.start
    first = layout.quantities[0].start if layout.quantities else layout.sentence.end
    return layout.text.find(":", start, first)


def _within(cues: Sequence[Found[Cue]], count: int) -> int:
    return sum(found.last < count for found in cues)


def _content(words: Sequence[Word]) -> int:
    return sum(not word.little for word in words)


def _topics(cues: Sequence[Found[Cue]], score: float) -> Scores:
    """Of a few topics each is meant; of many none is."""
    named: dict[str, float] = {}
    for found in cues:
        for cue in found.meanings:
            if cue.weight >= STRONG:
                named[cue.topic] = score
    heard = len({found.first for found in cues})
    return {topic: score / max(1, heard) ** 0.5 for topic in named} if heard <= _MOST_TOPICS else {}
