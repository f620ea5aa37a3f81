"""What sort of figure is it for a topic: money, people, room for people, tonnes?"""

from __future__ import annotations

from itertools import takewhile

from esep.checking.linking.layout import Layout
from esep.checking.linking.vocabulary import frame_book
from esep.language.reading.words import words
from esep.model.claim import Quantity, QuantityKind
from esep.model.topic_words import Sort, TopicWords

_BY_KIND = {
    QuantityKind.MONEY: Sort.MONEY,
    QuantityKind.PERCENT: Sort.PERCENT,
    QuantityKind.POINTS: Sort.PERCENT,
    QuantityKind.INDEX: Sort.PERCENT,
    QuantityKind.TIMES: Sort.PERCENT,
    QuantityKind.FRACTION: Sort.PERCENT,
    QuantityKind.RANK: Sort.RANK,
    QuantityKind.YEAR: Sort.YEAR,
    QuantityKind.OTHER: Sort.OTHER,
}
_MEASURES = {"tonne": Sort.TONNE, "hectare": Sort.HECTARE, "m2": Sort.M2, "km": Sort.KM}
_NOUNS = 3
"""So many words after a number the counted noun stands at the latest."""


def counted(layout: Layout, at: int) -> str:
    """Which sort of noun a count counts: `work`, `room`, `learners`, `people` or none."""
    quantity = layout.quantities[at]
    language = layout.sentence.language
    own = words(quantity.unit_text, 0, len(quantity.unit_text), language)
    after = layout.following(at, _NOUNS)
    if own and language == "ru":
        # In "240 квартир для переселенцев" the people are whom the flats are for.
        after = list(takewhile(lambda word: not word.little, after))
    for sequence in (own, after):
        names = {name for found in frame_book(language).find(sequence) for name in found.meanings}
        for name in ("work", "room", "learners", "people"):
            if name in names:
                return name
    return ""


def sort_of(quantity: Quantity, noun: str) -> Sort:
    if quantity.kind in _BY_KIND:
        return _BY_KIND[quantity.kind]
    if quantity.unit in _MEASURES:
        return _MEASURES[quantity.unit]
    if quantity.unit in ("other", "year"):
        return Sort.OTHER
    match noun:
        case "work":
            return Sort.COUNT
        case "room":
            return Sort.PLACE
        case "learners" | "people" if quantity.unit != "place" or noun == "learners":
            return Sort.PERSON
    if quantity.unit == "place":
        return Sort.PLACE
    return Sort.PERSON if quantity.unit == "person" else Sort.COUNT


def counted_unit(quantity: Quantity, topic: TopicWords | None, sort: Sort, noun: str) -> str:
    """`count`, `person` or `place`: what people are told in depends on what it is told of."""
    if quantity.kind is not QuantityKind.COUNT:
        return quantity.unit
    if noun == "work" or sort not in (Sort.PERSON, Sort.PLACE):
        return "count"
    if topic and topic.people and (sort is Sort.PERSON or topic.people == "count"):
        return topic.people
    return sort.value
