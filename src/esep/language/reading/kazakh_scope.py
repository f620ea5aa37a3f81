"""Which words of a Kazakh clause, where the verb comes last, reach a figure from behind it?"""

from __future__ import annotations

import re

_PARTICIPLE = re.compile(
    r"\s*(?:[^\W\d]+\s+){0,2}?[^\W\d]+(?:[тд][ыі]н|[ғқ]ан|[гк]ен)\s+"
    r"(?:(?:[^\W\d]+|\d+)\s+){0,4}$",
    re.IGNORECASE,
)
_REACH = 70
_PREDICATE = r"(?:[дт][ыі]|[ғқ]ан|[гк]ен|[мбп][ае]к|[мбп][ае]қ|[аеий]д[ыі]|уда|уде|[ыіауеү]п|с[ае])"
_ENDS_AS_VERB = re.compile(rf"[^\W\d]{{2}}{_PREDICATE}$")
# No word is longer; a line without spaces is to be read in its time too.
_HAS_VERB = re.compile(rf"(?<![^\W\d])[^\W\d]{{2,30}}{_PREDICATE}(?![^\W\d])", re.IGNORECASE)
_PART = re.compile(r"(?:[^\W\d]|[%-])(?:с?[ыі]|[ауеү]{1,2}[ыі])(?:н[ае]?н?|н[ыі]|нда|нде|мен)?\W*$")
_GENITIVE = ("ның", "нің", "дың", "дің", "тың", "тің")


def describes(text: str, end: int, start: int) -> bool:
    """Whether the figure that ends here describes the noun that starts there, by a participle:
    "40 шақырымға созылған жаңа жол"."""
    return 0 < start - end < _REACH and _PARTICIPLE.match(text, end, start) is not None


def is_verb(word: str) -> bool:
    """Whether a word (in lower case) ends as the verb that closes a clause."""
    return _ENDS_AS_VERB.search(word) is not None


def has_verb(text: str, start: int, end: int) -> bool:
    """Whether what stands between two places has a verb of its own."""
    return _HAS_VERB.search(text, start, end) is not None


def is_part_of(figure: str, word: str) -> bool:
    """Whether a figure is so many of what the word before it names: "клубтардың 18-і"."""
    return word.endswith(_GENITIVE) and _PART.search(figure.lower()) is not None
