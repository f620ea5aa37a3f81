"""Is a figure told of one enterprise, rather than of the territory it stands in?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from esep.checking.linking.layout import Layout, Near
from esep.checking.linking.topics import Scores, takes
from esep.checking.linking.vocabulary import STRONG, Cue
from esep.language.reading.phrases import Found
from esep.model.topic_words import Sort, TopicWords

_FEW = 7
"""Within so many words a subject may be named after the figure."""
_AHEAD_BY = 0.01


@dataclass(slots=True)
class Subjects:
    """The topics of a pack whose subject goes on, and the one a paragraph is telling of."""

    topics: Mapping[str, TopicWords]
    going_on: str = ""
    _opening: set[str] = field(default_factory=set)
    _named_here: bool = False
    """Whether the paragraph itself has named the subject that goes on."""
    _theme: str | None = None
    """What the opening of a text says all of it is about; None as long as it is not over."""

    def enter(self) -> None:
        """Begin a paragraph: with nothing, or with what the whole text is about."""
        if self._theme is None and self._opening:
            themes = [topic for topic in self._opening if self._goes_on(topic)]
            self._theme = themes[0] if len(themes) == 1 and self._alone(themes[0]) else ""
        self.going_on = self._theme or ""
        self._named_here = False

    def _alone(self, theme: str) -> bool:
        """Whether an opening speaks of nothing beside a subject that would not be told of it."""
        beside = self._opening - {theme, *self.topics[theme].absorbs}
        return all(topic in self.topics and self.topics[topic].yields for topic in beside)

    def of(self, layout: Layout, at: int) -> str:
        """The topic whose subject is spoken of: the last one named before the figure."""
        best, place = self.going_on, -1
        for near in layout.near_cues(at):
            if near.side <= 0 and near.found.first > place and (topic := self._topic(near)):
                best, place = topic, near.found.first
        for frame in layout.near_frames(at):
            if frame.side <= 0 and frame.found.first > place and _whole(frame.found):
                best, place = "", frame.found.first
        if best:
            return best
        after = (each for each in layout.near_cues(at) if self._follows(each))
        return next((topic for each in after if (topic := self._topic(each))), "")

    def leave(self, layout: Layout) -> None:
        """Keep the subject for the next sentence, until a territory or another thing is named."""
        if self._theme is None:
            cues = (cue for found in layout.cues for cue in found.meanings)
            self._opening |= {cue.topic for cue in cues if _named(cue)}
        if any(map(_whole, layout.frames)):
            self.going_on = ""
            return
        named = [
            topic
            for found in layout.cues
            if (
                topic := self._among(
                    filter(None if layout.opens(found) else _named, found.meanings)
                )
            )
        ]
        if named:
            self.going_on, self._named_here = named[0], True
        elif words := self.topics.get(self.going_on):
            plain = {cue.topic for found in layout.cues for cue in found.meanings if _named(cue)}
            if any(self._has_money(topic) for topic in plain.difference(words.absorbs)):
                self.going_on = ""

    def absorb(self, scores: Scores, subject: str, sort: Sort) -> Scores:
        """What the subject makes stands under it, unless the words say something else of it."""
        words = self.topics.get(subject)
        if words is None or not takes(words, sort):
            return scores
        best = max(scores, key=lambda topic: scores[topic], default="")
        if best and best not in words.absorbs:
            return scores
        if subject == self._theme and not self._named_here and self._sums_up(best):
            return scores
        return {**scores, subject: max(scores.get(best, 0.0), 1.0) + _AHEAD_BY}

    def _sums_up(self, topic: str) -> bool:
        words = self.topics.get(topic)
        return words is not None and words.total

    def _has_money(self, topic: str) -> bool:
        """Whether it is a thing of its own, which jobs at a plant are not."""
        words = self.topics.get(topic)
        return words is not None and Sort.MONEY in words.takes

    def _follows(self, near: Near[Cue]) -> bool:
        """Named just after it, or after its price: `14 projects worth 2 billion of the ...`."""
        beside = near.stops == 1.0 and near.words_between <= _FEW
        return near.side > 0 and beside and near.others_between <= 1 and not near.inside_other

    def _topic(self, near: Near[Cue]) -> str:
        return self._among(near.found.meanings)

    def _among(self, meanings: Iterable[Cue]) -> str:
        return next((cue.topic for cue in meanings if self._goes_on(cue.topic)), "")

    def _goes_on(self, topic: str) -> bool:
        words = self.topics.get(topic)
        return words is not None and bool(words.absorbs)


def _whole(frame: Found[str]) -> bool:
    """Whether it names a territory, and not who speaks for it."""
    return "whole" in frame.meanings and "governs" not in frame.meanings


def _named(cue: Cue) -> bool:
    return cue.weight >= STRONG
