"""What does a number count that names nothing, by the topic the words before it speak of?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from esep.checking.linking.layout import Layout
from esep.checking.linking.sorts import sort_of
from esep.checking.linking.topics import Heard, takes
from esep.language.reading.kazakh_scope import is_part_of, is_verb
from esep.model.claim import Quantity, QuantityKind
from esep.model.topic_words import Sort, TopicWords

_CROWD = 1000
"""Fewer than so many are seldom told without a word for what they are."""
_AS_PLAIN = 0.8
"""A topic of counts that is as plainly told as that is meant, and the number is a count."""
ROOM_OR_PEOPLE = (Sort.PLACE, Sort.PERSON)
_MEASURED = frozenset({Sort.TONNE, Sort.HECTARE, Sort.M2, Sort.KM, Sort.OTHER, Sort.MONEY})
_DASH = re.compile(r".*[-\u2013—]\s*(?:\w{1,2}\s+|почти\s+|около\s+|свыше\s+)*", re.DOTALL)
_FAR = 60
_FEW = 5


def is_bare(layout: Layout, at: int, noun: str) -> bool:
    """Whether a number stands without a noun: `incomes - 172 thousand.`"""
    quantity = layout.quantities[at]
    if quantity.kind is not QuantityKind.COUNT or quantity.unit != "count" or noun:
        return False
    if quantity.unit_text or quantity.of is not None:
        return False
    following = layout.following(at, 1)
    behind = [word for word in following if word.start >= quantity.end]
    return not behind or (layout.sentence.language == "kk" and is_verb(behind[0].text))


def goes_with_part(layout: Layout, at: int) -> bool:
    """Whether the next figure tells how many of this one: `747 көшенің 220-сы ғана жарық`."""
    whole, part = layout.quantities[at], layout.quantities[at + 1]
    if layout.sentence.language != "kk" or whole.kind is not QuantityKind.COUNT:
        return False
    words = layout.text[whole.start : part.start].lower().split()
    figure = layout.text[part.start : part.end]
    return part.kind is QuantityKind.COUNT and len(words) < _FEW and is_part_of(figure, words[-1])


def is_part(layout: Layout, at: int, noun: str) -> bool:
    """Whether a number without a noun is a part of the figure before: `of them 236`."""
    quantity = layout.quantities[at]
    counts = quantity.kind is QuantityKind.COUNT and quantity.unit == "count"
    return counts and quantity.of is not None and not quantity.unit_text and not noun


def is_parallel(layout: Layout, at: int, earlier: Quantity) -> bool:
    """Whether a dash stands for what the figure before said: `meat 90 tonnes, milk - 225`."""
    between = layout.text[earlier.end : layout.quantities[at].start]
    sort = sort_of(earlier, "")
    some = sort in _MEASURED and (sort is not Sort.MONEY or layout.quantities[at].number >= _CROWD)
    return some and len(between) <= _FAR and _DASH.fullmatch(between) is not None


def sort_of_bare(
    quantity: Quantity,
    heard: Heard,
    topics: Mapping[str, TopicWords],
    before: Sequence[Quantity],
) -> tuple[Quantity, Sort]:
    """The number with the unit of the last figure its topic takes, and its sort."""
    topic = topics.get(heard.plainest)
    if topic is None:
        return quantity, Sort.COUNT
    if before and quantity.number % 1 and takes(topic, sort_of(before[-1], "")):
        # Nothing is counted in parts: `transport by 17.5 percent. Construction by 5.7`.
        earlier = before[-1]
        return replace(quantity, unit=earlier.unit, kind=earlier.kind), sort_of(earlier, "")
    counted = max(heard.scores.values(), default=0.0)
    if not takes(topic, Sort.COUNT) and counted < _AS_PLAIN * heard.every[topic.topic]:
        for earlier in reversed(before):
            sort = sort_of(earlier, "")
            if sort in topic.takes and sort not in (Sort.PERCENT, Sort.RANK):
                return replace(quantity, unit=earlier.unit, kind=earlier.kind), sort
    people = next((each for each in topic.takes if each in (Sort.COUNT, *ROOM_OR_PEOPLE)), None)
    if people in ROOM_OR_PEOPLE and quantity.number >= _CROWD:
        return quantity, people
    return quantity, Sort.COUNT
