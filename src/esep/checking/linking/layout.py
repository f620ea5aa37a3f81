"""What stands around a figure in its sentence: words, cues, other figures, and how far off?"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Generic, TypeVar

from esep.checking.linking.vocabulary import STRONG, Cue, Vocabularies, frame_book
from esep.language.reading.kazakh_scope import describes, has_verb, is_part_of, is_verb
from esep.language.reading.phrases import Found
from esep.language.reading.russian_frames import PREPOSITIONS
from esep.language.reading.words import Word, words
from esep.model.claim import Quantity, QuantityKind
from esep.model.passage import Sentence

T = TypeVar("T")

_ENDS_A_NOUN = re.compile(r"[,;:().\d]")

_SIGHT = 32
"""Words farther from a figure say nothing of it: so a line of a million is read in its time."""
_OTHERS = 3
"""So many figures to each side are looked at."""
_DASHED = ("percent", "index_percent", "percentage_point")
_AFTER_DASH = re.compile(
    r"\s*(?:[-\u2013—]|(?:увелич|выр[оа]с|возр[оа]с|повыс|сниз|сократ|уменьш|упал)\w*)\s[^,;:.()]*"
)
"""A dash, or the verb of a sentence whose subject comes last: `на 4 % выросла торговля`."""
_DASH_REACH = 60
_DASHED_TO_ANOTHER = 0.3
"""What is left of a cue that a dash joins to the figure before."""
_PREDICATE = 4
"""As many words off, at the least, stands the verb a figure shares with others."""
_PREDICATE_AFTER = re.compile(r",\s(?=(?:was|were|is|are|has|have|went|came|comes|goes)\b)")
"""Of what a figure between two commas is: `most of it, 7 billion, was private money`."""
_FAR = 0.07
"""How much a word of distance takes away."""
_STOPS = {",": 0.85, ";": 0.6, ":": 0.9, "(": 0.85, ")": 0.85, "-": 0.95, "\u2013": 0.95, "—": 0.95}
_JOINT = 0.95
"""What a word that begins the next clause leaves."""
_STOP = re.compile(
    rf"[{re.escape(''.join(_STOPS))}]|\b(?:and|while|but|и|а|но|тогда|және|ал)\b", re.IGNORECASE
)
_LISTED = re.compile(",")
_PARTS = re.compile(r"[^\w\s,/]|\d")
_IN_A_ROW = re.compile(r"[,/]|\b(?:and|or|и|или|да|және|мен|бен|пен)\b", re.IGNORECASE)
_PLACED = re.compile(r"\s*(?:in|at|on|across|within|under|throughout|among)\b")
_OUT_OF_BRACKETS, _INTO_BRACKETS = 0.25, 0.5
"""A figure in brackets says more of what stands before them, and nothing of what comes after."""
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ENUMERATED = 0.35
"""Of many things named in one breath none is the figure's own: `392 projects, of homes, roads
and schools`."""
_MANY = 3
_SOMEWHERE = 0.7
"""Where or for whom things are is said by a preposition, and what they are without one."""
_SOMEWHERE_ELSE = 0.3
"""All the more if the thing itself is not named again: `over streets will watch 1,200`."""
_FURTHER = re.compile(r"\b(?:for|with|to|from|by|into|through|in|at|on|near|under|among)\b")
"""After one of these comes what the counted thing is for or with: `flats went to families`."""
_OF = re.compile(
    r"(?:['’]s)?\s+(?:(?:share|part|portion|proportion|contribution|weight)\s+)?"
    r"(?:of|to|in|at|near|from|along|around)(?:\s+(?:the|its|their|all|our))?\s+",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\s*(?:of\s+(?:the\s+)?)?", re.IGNORECASE)
_GOVERNED = 0.5
"""What is left of a phrase that says what a plain one is of: wages of teachers are wages."""
_BEFORE_ANOTHER, _AFTER_ANOTHER = 0.55, 0.3
"""What is left of a cue on the far side of another figure."""


@dataclass(frozen=True, slots=True)
class Near(Generic[T]):
    """A phrase as one figure sees it."""

    found: Found[T]
    side: int
    """-1 before the figure, 0 inside it, 1 after."""
    words_between: int
    others_between: int
    stops: float
    """What the punctuation between leaves of it."""
    inside_other: bool
    """Inside the words of a neighbouring figure: `58 projects worth 3 billion`."""
    another_follows: bool
    """After the figure, with one more figure after the phrase."""
    apart: bool = False
    """A word of place opens it: `12 in villages` are no villages."""
    dashed: bool = False
    """Told after a dash, of what the percentage before it is: `7 % - в строительстве`."""

    @property
    def closeness(self) -> float:
        others = _BEFORE_ANOTHER if self.side < 0 else _AFTER_ANOTHER
        left = others**self.others_between * self.stops / (1 + _FAR * self.words_between)
        return left * (0.8 if self.inside_other else 1.0)


class Layout:
    """One sentence with its figures."""

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        quantities: Sequence[Quantity],
        vocabularies: Vocabularies,
    ) -> None:
        self.text, self.sentence = text, sentence
        self.quantities = quantities
        self.words = words(text, sentence.start, sentence.end, sentence.language)
        self._vocabularies = vocabularies
        starts = [word.start for word in self.words]
        ends = [word.end for word in self.words]
        # The first word in or after a figure, and the first after it.
        self._spots = [
            (bisect_right(ends, each.start), bisect_left(starts, each.end)) for each in quantities
        ]
        self._spots = [(first, max(first, after)) for first, after in self._spots]

    @cached_property
    def cues(self) -> tuple[Found[Cue], ...]:
        return self._vocabularies.of(self.sentence.language).find(self.words)

    @cached_property
    def frames(self) -> tuple[Found[str], ...]:
        return frame_book(self.sentence.language).find(self.words)

    def near_cues(self, at: int) -> list[Near[Cue]]:
        return [self._scoped(at, found) for found in self._in_sight(at, self.cues)]

    def near_frames(self, at: int) -> list[Near[str]]:
        return [self._near(at, found) for found in self._in_sight(at, self.frames)]

    def _in_sight(self, at: int, found: Sequence[Found[T]]) -> Sequence[Found[T]]:
        first, after = self._spots[at]
        start = bisect_left(found, first - _SIGHT, key=lambda each: each.first)
        end = bisect_right(found, after + _SIGHT, key=lambda each: each.first)
        return found[start:end]

    def _near(self, at: int, found: Found[T]) -> Near[T]:
        first, after = self._spots[at]
        if found.last < first:
            side, between = -1, first - found.last - 1
            gap = (self.words[found.last].end, self.quantities[at].start)
        elif found.first >= after:
            side, between = 1, found.first - after
            gap = (self._behind(at), self.words[found.first].start)
        else:
            return Near(found, 0, 0, 0, 1.0, False, False)
        start, end = self.words[found.first].start, self.words[found.last].end
        others, inside, follows = 0, False, False
        for other in (
            *self.quantities[max(0, at - _OTHERS) : at],
            *self.quantities[at + 1 : at + 1 + _OTHERS],
        ):
            if other.start <= start and end <= other.end:
                inside = True
            elif gap[0] <= other.start and other.end <= gap[1]:
                others += 1
            elif side > 0 and other.start >= end:
                follows = True
        if others and side > 0 and self._closes_the_clause(at, found):
            others, between = 0, max(between, _PREDICATE)
        if side > 0 and (verb := self._predicate(at, gap[0])):
            gap, follows = (verb, gap[1]), False
        stops = self._stops(*gap)
        apart = side > 0 and self._placed(at, found.first, gap)
        if side < 0 and not inside and others == 0 and at and self._dashed(at - 1, start):
            stops *= _DASHED_TO_ANOTHER
        dashed = side > 0 and others == 0 and self._dashed(at, start)
        # `8 - in tourism` are still what was counted, `8 % - in tourism` are of it.
        dashed = dashed and not (apart and self.quantities[at].kind is QuantityKind.COUNT)
        if self.sentence.language == "kk" and side < 0 and between == 0:
            figure = self.text[self.quantities[at].start : self.quantities[at].end]
            dashed = is_part_of(figure, self.words[found.last].text)
        return Near(found, side, between, others, stops, inside, follows, apart, dashed)

    def _somewhere(self, near: Near[Cue], at: int) -> bool:
        """Whether a phrase says where counted things are: `В новых домах квартир – 40`."""
        first = near.found.first
        if self.sentence.language != "ru" or near.side > 0 or not first:
            return False
        counted = self.quantities[at].kind is QuantityKind.COUNT
        return counted and self.words[first - 1].text in PREPOSITIONS

    def _placed(self, at: int, first: int, gap: tuple[int, int]) -> bool:
        """Whether a preposition parts a phrase from the figure: `240 flats for newcomers`."""
        if self.sentence.language == "ru":
            after = self._spots[at][1]
            return any(word.text in PREPOSITIONS for word in self.words[after:first])
        if _PLACED.match(self.text, *gap):
            return True
        # What money is for it is told of: 9 billion for roads.
        money = self.quantities[at].kind is QuantityKind.MONEY
        return not money and _FURTHER.search(self.text, *gap) is not None

    def _scoped(self, at: int, found: Found[Cue]) -> Near[Cue]:
        """What a figure is of stands on its side of the brackets and in no long enumeration."""
        near = self._near(at, found)
        if not near.side:
            return near
        left = self._brackets(at, self.words[found.first].start)
        if found.first in self._enumerated:
            left *= _ENUMERATED
        if self._somewhere(near, at):
            left *= _SOMEWHERE if self.quantities[at].unit_text else _SOMEWHERE_ELSE
        if found.first in self._governed:
            left *= _GOVERNED
        return replace(near, stops=near.stops * left)

    def opens(self, found: Found[Cue]) -> bool:
        """Whether a phrase stands before every figure of its sentence."""
        return not self._spots or found.last < self._spots[0][0]

    @cached_property
    def brackets(self) -> tuple[tuple[int, int], ...]:
        found = _IN_BRACKETS.finditer(self.text, self.sentence.start, self.sentence.end)
        return tuple(match.span() for match in found)

    def bracket(self, offset: int) -> int:
        """Which brackets an offset stands in, -1 for none."""
        at = bisect_right(self.brackets, offset, key=lambda span: span[0]) - 1
        return at if at >= 0 and offset < self.brackets[at][1] else -1

    def _brackets(self, at: int, start: int) -> float:
        """What brackets that hold the figure or the word, and not both, leave of the word."""
        figure = self.quantities[at]
        own, its = self.bracket(figure.start), self.bracket(start)
        if own == its:
            return 1.0
        if own >= 0 and start > figure.end:
            return _OUT_OF_BRACKETS
        return _INTO_BRACKETS if its >= 0 else 1.0

    @cached_property
    def _enumerated(self) -> frozenset[int]:
        """First words of phrases that stand in a row of many, nothing but commas between."""
        runs: list[list[Found[Cue]]] = [[]]
        for found in self.cues:
            if runs[-1] and not self._joined(runs[-1][-1], found):
                runs.append([])
            runs[-1].append(found)
        return frozenset(found.first for run in runs if _of_many_topics(run) for found in run)

    @cached_property
    def _governed(self) -> frozenset[int]:
        """First words of phrases that only say what another is of: `wages of teachers`."""
        return frozenset(
            other.first
            for one, other in pairwise(self.cues)
            if _plain(one) and _OF.fullmatch(self.text, *self._gap(one, other))
        )

    def _gap(self, one: Found[Cue], other: Found[Cue]) -> tuple[int, int]:
        return self.words[one.last].end, self.words[other.first].start

    def _joined(self, one: Found[Cue], other: Found[Cue]) -> bool:
        between = self.words[one.last + 1 : other.first]
        gap = (self.words[one.last].end, self.words[other.first].start)
        if not all(word.little for word in between) or _PARTS.search(self.text, *gap):
            return False
        return _IN_A_ROW.search(self.text, *gap) is not None

    def _dashed(self, at: int, start: int) -> bool:
        """Whether what begins there is joined by the dash or verb after it to that figure."""
        quantity = self.quantities[at]
        if self.sentence.language == "kk" and describes(self.text, quantity.end, start):
            return True
        bare = quantity.unit == "count" and not quantity.unit_text
        if not (bare or quantity.unit in _DASHED) or not 0 < start - quantity.end < _DASH_REACH:
            return False
        return _AFTER_DASH.fullmatch(self.text, quantity.end, start) is not None

    def _closes_the_clause(self, at: int, found: Found[T]) -> bool:
        """Whether it is the verb that a Kazakh figure without one of its own shares."""
        if self.sentence.language != "kk" or not is_verb(self.words[found.last].text):
            return False
        following = self.quantities[at + 1].start
        return not has_verb(self.text, self.quantities[at].end, following)

    def _behind(self, at: int) -> int:
        """Where a figure ends, with the same sum in another currency in brackets behind it."""
        this, after = self.quantities[at], at + 1
        if after < len(self.quantities) and this.kind is QuantityKind.MONEY:
            other = self.quantities[after]
            money = other.kind is QuantityKind.MONEY and other.unit != this.unit
            bracket = self.bracket(other.start) if money and self.bracket(this.start) < 0 else -1
            if bracket >= 0 and not self.text[this.end : self.brackets[bracket][0]].strip():
                return self.brackets[bracket][1]
        return this.end

    def _predicate(self, at: int, behind: int) -> int:
        """Where the verb begins whose subject a figure between two commas is, 0 for nowhere."""
        set_off = self.text[max(0, self.quantities[at].start - 2) : self.quantities[at].start]
        verb = _PREDICATE_AFTER.match(self.text, behind) if set_off == ", " else None
        return verb.end() if verb else 0

    def _stops(self, start: int, end: int) -> float:
        left = 1.0
        for stop in _STOP.findall(self.text, start, end):
            left *= _STOPS.get(stop, _JOINT)
        return max(left, 0.3)

    def told_between(self, one: int, other: int) -> bool:
        """Whether plain words stand between two figures, and not as what the first is of."""
        between = _starting(self.cues, *self._span_between(one, other))
        return any(_plain(found) and not self._belongs(found, one) for found in between)

    def _belongs(self, found: Found[Cue], at: int) -> bool:
        """Whether a phrase right after a figure says what it is of: `140 sq. m of housing`."""
        gap = self.quantities[at].end, self.words[found.first].start
        return _OF_IT.fullmatch(self.text, *gap) is not None

    def frames_between(self, one: int, other: int) -> Sequence[Found[str]]:
        return _starting(self.frames, *self._span_between(one, other))

    def words_between(self, one: int, other: int) -> int:
        """How many words stand between two neighbouring figures."""
        start, end = self._span_between(one, other)
        return max(0, end - start)

    def _span_between(self, one: int, other: int) -> tuple[int, int]:
        return self._spots[one][1], self._spots[other][0]

    def between(self, one: int, other: int) -> str:
        return self.text[self.quantities[one].end : self.quantities[other].start]

    def following(self, at: int, count: int) -> list[Word]:
        """The words of the figure itself and the next after it, up to a stop or a digit."""
        first, after = self._spots[at]
        last, end = after, self.quantities[at].end
        for word in self.words[after : after + count]:
            if _ENDS_A_NOUN.search(self.text, end, word.start):
                break
            last, end = last + 1, word.end
        return list(self.words[first:last])

    def clause(self, at: int) -> Sequence[Word]:
        """The words around a figure, from the figure before it to the next."""
        first, after = self._spots[at]
        start = self._spots[at - 1][1] if at else first - _SIGHT
        end = self._spots[at + 1][0] if at + 1 < len(self._spots) else after + _SIGHT
        start, end = max(start, first - _SIGHT, 0), min(end, after + _SIGHT)
        return self.words[min(start, first) : max(end, after)]

    def after(self, at: int) -> Sequence[Word]:
        """The words of a clause from its figure on: `53 set up, 46 of them financed`."""
        return [word for word in self.clause(at) if word.end > self.quantities[at].start]

    def label(self, at: int) -> str:
        """The clause without its numbers."""
        return " ".join(self.text[word.start : word.end] for word in self.clause(at))


def _starting(found: Sequence[Found[T]], start: int, end: int) -> Sequence[Found[T]]:
    first = bisect_left(found, start, key=lambda each: each.first)
    return found[first : bisect_left(found, max(start, end), key=lambda each: each.first)]


def _plain(found: Found[Cue]) -> bool:
    return any(cue.weight >= STRONG for cue in found.meanings)


def _of_many_topics(run: Sequence[Found[Cue]]) -> bool:
    topics: set[str] = set()
    count = 0
    for found in run:
        own = {cue.topic for cue in found.meanings}
        count += not own & topics
        topics |= own
    return count >= _MANY
