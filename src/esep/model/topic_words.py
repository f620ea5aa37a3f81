"""By which words a figure of a text is known to stand under a topic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

Phrases = Mapping[str, tuple[str, ...]]
"""By language: `gross regional product` in any of its forms, `invest*`, `=exactly`."""


class Sort(StrEnum):
    """What sort of figures a topic takes."""

    MONEY = "money"
    COUNT = "count"
    PERSON = "person"
    """People as such: residents, visitors, patients."""
    PLACE = "place"
    """Room for people: seats, beds, pupils a school is built for."""
    PERCENT = "percent"
    """Per cent, points, indices, fractions and multiples."""
    RANK = "rank"
    TONNE = "tonne"
    HECTARE = "hectare"
    M2 = "m2"
    KM = "km"
    YEAR = "year"
    OTHER = "other"
    """Any other measure: megawatts, cubic metres, months."""


@dataclass(frozen=True, slots=True)
class TopicWords:
    topic: str
    takes: tuple[Sort, ...]
    total: bool = False
    """Whether its figures sum up a territory; else they are things that stand somewhere."""
    words: Phrases = field(default_factory=dict)
    hints: Phrases = field(default_factory=dict)
    """Words that say little alone."""
    rate: bool = False
    """Whether its percentages are levels, whatever moved them: unemployment fell to 4 %."""
    people: str = ""
    """The unit people are told in, where they stand for something else: workers for jobs
    (`count`), the pupils a school is built for for its places (`place`)."""
    words_of: str = ""
    """A topic whose words speak for this one too: for figures of another sort."""
    both: tuple[tuple[str, ...], ...] = ()
    """Topics whose words, told together of one figure, mean this one."""
    absorbs: tuple[str, ...] = ()
    """Topics whose figures stand under this one where its subject is spoken of: what one plant
    makes is told of the plant, not of the industry."""
    yields: bool = False
    """Whether it names only where or whom: `gas came to 22 villages` is told of gas."""


@dataclass(frozen=True, slots=True)
class Proportion:
    """How many of one topic there can be to one of another: places to a school."""

    of: str
    to: str
    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class Wordbook:
    topics: Mapping[str, TopicWords] = field(default_factory=dict)
    silent: Phrases = field(default_factory=dict)
    """Phrases whose words do not mean what they mean alone: `Prime Minister`, `gas station`."""
    proportions: tuple[Proportion, ...] = ()
    """Ratios between figures of a text that are told together."""
