"""What the grammar of quantities asks of a language: its words, as data."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from esep.model.claim import Direction, Hedge, QuantityKind


class Form(StrEnum):
    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    MULTIPLE = "multiple"
    """Doubled, вдвое: the word holds number and unit."""
    FRACTION = "fraction"
    """A half, треть."""
    VAGUE = "vague"
    """Dozens, сотни: a size, not a number."""
    TOP = "top"
    """A place among the first: top three, тройка лидеров."""
    CODE = "code"
    """Digits that name something: 10.06.2024, +7 700 000."""


@dataclass(frozen=True, slots=True)
class Numeral:
    value: int
    form: Form = Form.CARDINAL


@dataclass(frozen=True, slots=True)
class Multiple:
    """A word that is a factor: doubled is 2, halved 0.5 and down."""

    pattern: str
    factor: Decimal
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class UnitWord:
    unit: str
    kind: QuantityKind
    pattern: str


MONEY = "@money@"
"""Stands in a pattern for the words of the pack's own currency."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns are matched against folded letters (`letters.py`), so they are in small letters.

    A pattern for what stands before a number is matched up to the number, one for what follows
    from its end on.
    """

    code: str
    decimal_marks: str
    """The first is the language's own; others are met in print."""
    comma_groups: bool
    numeral: Callable[[str], Numeral | None]
    scales: Mapping[int, str]
    money_scales: Mapping[int, str]
    """One letter for a scale, where a currency stands at the number: $5m."""
    number_gap: str
    """What may stand between the words of one number."""
    scale_alone: str
    """A scale word that means one of it without any number: тысяча, миллион."""
    not_alone: str
    """A word that is a number only after another: тоқсанда is "in a quarter" by itself."""
    half: str
    """"And a half" between a number and its scale or noun."""
    ordinal_ending: str
    """After digits: 5th, 5-е, 5-ші."""
    cardinal_ending: str
    """After digits, a case ending or an increment that does not make an ordinal."""
    one_of: Mapping[str, Decimal]
    """Before a scale word without a number: a hundred, half a million."""
    fractions: Mapping[str, Decimal]
    """Words that are a share by themselves."""
    fraction: tuple[str, ...]
    """Two numerals that make a share: `n` (one, where it is not named) of `d` parts."""
    multiples: tuple[Multiple, ...]
    vague: str
    currency_before: tuple[UnitWord, ...]
    units: tuple[UnitWord, ...]
    nouns: tuple[UnitWord, ...]
    """Counted nouns that are a unit of their own: people, places."""
    noun_phrase: str
    """The words of a counted thing, from the number on."""
    rank_before: str
    rank_after: str
    cardinal_rank: str
    """After digits without any mark of an ordinal: 5-орын."""
    top: str
    tops: Mapping[str, int]
    """Before the number of the first ones, and words that hold it: top three, тройка лидеров."""
    ranked_before: str
    ranked_after: str
    """Between a place and the number of those ranked: 5th of 20; 20 өңірдің ішінде 5-орын."""
    one: str
    """The number word that is a pronoun as often."""
    hedges_before: Mapping[Hedge, str]
    hedges_after: Mapping[Hedge, str]
    range_before: str
    """Before the lower end of a range whose upper one a cap's word tells: от 5 до 10."""
    cap_before: str
    cap_after: str
    """Up to, до, дейін: the end of a change, or a cap where nothing changes."""
    reached: str
    """Verbs after which an end is a cap all the same."""
    rise: str
    fall: str
    by_before: str
    """What makes a number the size of a change."""
    by_after: str
    grew_by_before: str
    grew_by_after: str
    """What makes it one even of things and money."""
    level_before: str
    """What makes it the level that is reached."""
    level_after: str
    stated_after: str
    """The verb that closes what is told of a number: a later verb is of another one."""
    from_before: str
    from_after: str
    to_before: str
    to_after: str
    """The two ends of a change."""
    share_after: str
    """What makes a percentage a share and no change: of which, составляет."""
    year_before: str
    year_after: str
    index: str
    part_before: str
    part_after: str
    ranges: tuple[tuple[str, str], ...]
    """Ranges in words: what stands before them, and between their ends."""
    names_before: Mapping[str, str]
    names_after: Mapping[str, str]
    """By reason: words that make a number no claim."""
    whole_before: str
    """Before a whole whose part follows in the clause: из 12 показателей выполнены 10."""
    whole_between: str
    """Between a part and its whole: half of the 18 districts."""
    contrast: str
    """What follows a number whose unit comes with the next: "13, ал ... 6 пайызға"."""
    connective: str
    """What stands between numbers that share a unit."""
    verb_final: bool = False
    named_ahead: str = ""
    """What a bare number counts, told before it as `noun`: the number of tourists reached 5."""
    room_after: str = ""
    """After people, what makes them the room there is: a clinic made for 200 visitors."""
    times_before: str = ""
    """Before a factor: "в 5 раз", but "горел 207 раз". Empty where nothing has to stand there."""
    measured_ahead: str = ""
    """After a measure, the time that a bare number sets beside it: 500 km, last year 420."""
    money_ending: str = ""
    """After the name of a currency: where the word ends, or what cases it takes."""
    sign_ending: str = ""
    """The same after its code or abbreviation."""
    case_ending: str = ""
    """The same after a mark that is no letter."""
    name_ahead: str = ""
    """What parts the name of a currency from a number after it; empty where it never leads."""
    inflected: str = r"(?!)"
    """How a number ends that counts no noun after it: 166,6 миллиардын өңір тапты."""
    money_nouns: str = r"(?!)"
    """Nouns that billions of which are money: loans, taxes, funds."""
    bare_billions: bool = False
    """Whether billions of nothing named are money, 45 миллиардов: not where a counted thing may
    be too far off to be seen."""
    own_money: str = ""
    """The money that such billions are of."""


_EMPTY = r"(?!)"


@cache
def after(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern or _EMPTY)


@cache
def before(pattern: str) -> re.Pattern[str]:
    """Compile for a search in the letters before a number; it must reach up to the number."""
    return re.compile(rf"(?<![^\W_])(?:{pattern or _EMPTY}) ?\Z")
