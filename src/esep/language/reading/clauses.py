"""What parts the clauses of a sentence, and which words open one before its own?"""

from __future__ import annotations

import re

PARTED = re.compile(r"[,;:()]\s")

PARTS = re.compile(
    r"""
      (?P<comma>[,(){}\u2013\u2014-]\s) | (?P<stop>[;:])
    | \b(?:
        (?P<and>and|while|whereas|и|а|ал|және|әрі)
      | (?P<against>against|versus|than|from|против|чем)  # what follows is compared with
      )\b
    """,
    re.VERBOSE,
)
"""Marks and words between two places of a sentence that keep them apart."""

OF_A_PART = re.compile(
    r"[,;(\u2013\u2014-]\s(?:\w+\s)?of (?:which|them|these|whom)\b"
    r"|[,;(\u2013\u2014-]\s(?:\w+\s){0,2}?(?:из (?:них|которых|этих)|в том числе)\b"
)
"""Words that begin a part of what was told before; its time is not that of the whole."""

_ASIDE = re.compile(r"\([^()]{1,200}\)")


def brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What a sentence tells in brackets, by the offsets of the two marks."""
    return [(match.start(), match.end()) for match in _ASIDE.finditer(text, start, end)]


_OPENING = frozenset(
    {
        *("and", "but", "while", "in", "at", "by", "for", "of", "to", "the", "on", "as", "this"),
        *("only", "alone", "also", "total", "altogether"),
        *("и", "а", "но", "в", "во", "на", "за", "из", "них", "по", "до", "к", "с", "со", "уже"),
        *("только", "лишь", "это", "же", "итого", "всего"),
        *("ал", "және", "оның", "ішінде", "бұл", "тек", "барлығы"),
    }
)


def opens_clause(words: str) -> bool:
    """Whether these words can stand before the first thing a clause tells: "и из них на"."""
    start = max((match.end() for match in PARTS.finditer(words)), default=0)
    return _OPENING.issuperset(words[start:].casefold().split())


_CONTRAST = re.compile(r"[,;]\s(?:а|но|зато|while|whereas|but|ал)\s")


def contrasts(words: str) -> bool:
    """Whether a clause of its own begins among these words: ", while now"."""
    return _CONTRAST.search(words) is not None


_GOES_ON = re.compile(
    r"\s*,\s(?:along with|together with|as well as|as (?:is|are)|plus|and so (?:is|are))\s"
    r"(?:\w+\s)?"
)


def goes_on(words: str) -> bool:
    """Whether what follows shares the verb before: "are being built, along with 3 farms"."""
    return _GOES_ON.fullmatch(words) is not None


_TOLD_TIME = re.compile(
    r"\b(?:(?:за|в) (?:это|то|тот|этот|те|эти) (?:же )?(?:время|срок|период|годы)|тогда же"
    r"|that (?:same )?year|(?:over|in|during) (?:that|the same) (?:time|period))\b",
    re.IGNORECASE,
)


def names_the_time_told(words: str) -> bool:
    """Whether a sentence is of the time the one before told of: "за то же время"."""
    return _TOLD_TIME.search(words) is not None


_AGAINST = re.compile(
    r"\b(?:against|versus|vs\.?|from|compared (?:with|to)|против|с|со|при)\s+$", re.IGNORECASE
)
_BEFORE = 24
_PRICE_BEFORE = 40
"""Letters looked at before a figure."""


def held_against(text: str, start: int) -> bool:
    """Whether the figure that starts here is one another is compared with: "против 4,9%"."""
    return _AGAINST.search(text[max(0, start - _BEFORE) : start]) is not None


_PRICED = re.compile(
    r"(?<!s )\b(?:worth|valued at|costs?(?: of| is| are)?|costing|price tag of|priced at)"
    r"\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)


def priced(text: str, start: int) -> bool:
    """Whether the money that starts here is told as a price: "a mill worth 3 billion"."""
    return _PRICED.search(text[max(0, start - _PRICE_BEFORE) : start]) is not None


_PRICE = re.compile(
    r"(?<!\w)(?:құн(?:ы|ын)|сомасы|бағасы|оларға|оған|бұған|бұларға|quny|somasy|baǵasy|olarǵa|oǵan"
    r"|buǵan|стоимост\w+|(?:им|на это|для этого) (?:нужно|требуется)"
    r"|(?:their|whose) (?:(?:combined|total|overall|joint|aggregate|full) )?"
    r"(?:price|cost|value|worth)"
    r"|(?:they|these|which) (?:(?:together|jointly|all) )?(?:cost|are worth))\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)


def is_price(text: str, start: int) -> bool:
    """Whether the money that starts here is what the things told of before cost, or need."""
    return _PRICE.search(text[max(0, start - _PRICE_BEFORE) : start]) is not None


_OF_THESE = re.compile(
    r"\W*(?:(?:оның|олардың|соның|мұның|бұлардың)(?: ішінде)?|ішінен|қалған\w*"
    r"|(?:onyń|olardyń|sonyń|onyñ|olardyñ)(?: ishinde)?)(?![^\W_])",
    re.IGNORECASE,
)


def refers_back(words: str) -> bool:
    """Whether a Kazakh sentence begins with "of these", "among them"."""
    return _OF_THESE.match(words) is not None
