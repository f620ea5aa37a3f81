"""Which English words speak of time."""

from __future__ import annotations

from esep.language.english import MONTHS
from esep.language.reading import time_words as w
from esep.language.reading.time_words import Meaning, TimeLexicon, read_words

_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)
_SHORT = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
_SHORT_MONTHS = (1, 2, 3, 4, 6, 7, 8, 9, 9, 10, 11, 12)

_WORDS = read_words(
    {
        (w.YEAR_WORD, 0): "year",
        (w.YEAR_WORD, 1): "years",
        (w.DECADE_WORD, 10): "decade",
        (w.EARLY, 0): "early late mid",
        (w.MONTH_WORD, 0): "month months",
        (w.QUARTER_WORD, 0): "quarter quarters",
        (w.HALF_ENGLISH, 0): "half",
        (w.WEEK_WORD, 0): "week weeks",
        (w.RELATIVE, -1): "previous preceding",
        (w.RELATIVE, -2): "past recent",
        (w.RELATIVE, 0): "this current ongoing outgoing departing",
        (w.RELATIVE, 1): "next coming upcoming following nearest forthcoming ahead",
        (w.NEW, 0): "new",
        (w.SCHOOL, 0): "school academic",
        (w.SEASON, 3): "spring",
        (w.SEASON, 6): "summer",
        (w.SEASON, 9): "autumn fall",
        (w.SEASON, 12): "winter",
        (w.START, 0): "start beginning outset onset",
        (w.END, 0): "end close",
        (w.NOW, 0): "now currently presently today",
        (w.SAME, 0): "same corresponding comparable similar",
        (w.PERIOD_WORD, 0): "period time",
        (w.AGO, 0): "ago earlier",
        (w.AGO_OR_BY, 0): "before",
        (w.FROM, 0): "from between",
        (w.TO, 0): "to till",
        (w.THROUGH, 0): "through",
        (w.BY, 0): "by until",
        (w.SINCE, 0): "since",
        (w.THAN, 0): "than above below versus vs against",
        (w.IN, 0): "in for over during at within as throughout after beyond fy",
        (w.ON, 0): "on",
        (w.OF, 0): "of the all whole",
        (w.A_YEAR, 0): "a an",
        (w.AND, 0): "and",
    }
)
_WORDS |= read_words(
    {(w.NUMBER, 15): "fifteen", (w.NUMBER, 20): "twenty", (w.NUMBER, 30): "thirty"}
)
_WORDS["last"] = Meaning(w.RELATIVE, -3)
_WORDS |= {word: Meaning(w.NUMBER, n) for n, word in enumerate(_NUMBERS, 1)}
_WORDS |= {
    word: Meaning(w.ORDINAL, n) for n, word in enumerate(("first", "second", "third", "fourth"), 1)
}
# May and March are months only with their capital letter.
_MONTHS = {month: Meaning(w.MONTH, n) for n, month in enumerate(MONTHS, 1)}
_MONTHS |= {short: Meaning(w.MONTH, n) for short, n in zip(_SHORT, _SHORT_MONTHS, strict=True)}
_MONTHS |= {month.upper(): meaning for month, meaning in tuple(_MONTHS.items())}

_YEAR_END, _GONE = "the end of a year", "the year that ends or has ended"
_SPECIAL = {_YEAR_END: Meaning(w.NEW_YEAR, 1), _GONE: Meaning(w.YEAR_ADVERB, -2)}
_PHRASES = (
    (
        r"(?:so far (?:this|in the current) year|this year so far|year[ -]to[ -]date|ytd"
        r"|(?:since|from) the year(?:'s)? (?:beginning|start|outset))",
        w.SO_FAR,
    ),
    (r"(?:for )?(?:the )?first time (?:in|for|over)(?: the (?:last|past))? \w+ years?", w.OTHER),
    (
        r"(?:read(?:y|iness)|prepar\w+)(?: \w+){0,2} for (?:the )?(?:\w+ )?"
        r"(?:heating season|winter)",
        w.OTHER,
    ),
    # Work of a season and a flood are named after it and say nothing of when.
    (r"(?:spring|summer|autumn|winter)(?= (?:field|sowing|flood|wheat|crop|sport))", w.OTHER),
    (r"(?:(?<!up )to date|so far|at present|at the moment|nowadays|these days|as of today)", w.NOW),
    (r"year[ -](?:on|over)[ -](?:the )?year|y/y|yoy|y-o-y|on the year", w.YEAR_ON_YEAR),
    (r"(?:the )?(?:whole|full|entire) (?:twelve|12) months", w.WHOLE_YEAR),
    (r"(?:the )?(?:whole|full|entire)[ -]year|the year as a whole", w.WHOLE_YEAR),
    (r"half[ -]year", w.HALF_WORD),
    (r"(?:compared|in comparison) (?:with|to)|relative to", w.COMPARED),
    (r"year[ -]end|(?:the )?year's end", _YEAR_END),
    (
        r"before (?:it|the year|this year) (?:is (?:out|over|through|up)|ends|closes|runs out"
        r"|comes to an end|finishes)|by its (?:end|close)|before the frosts?(?: sets? in)?",
        _YEAR_END,
    ),
    (r"up to date", w.OTHER),
    (r"before(?= \d{4} (?:is (?:out|over|through|up)|ends|closes|runs out))", w.BY),
    (
        r"(?:the )?year (?:that (?:is|was) )?(?:just |now |which is |drawing |coming )*"
        r"(?:ended|ending"
        r"|gone(?: by)?|just past|over|closed|closing|to (?:a|its) close|to an end|behind us)",
        _GONE,
    ),
    (r"before the (?:summer |school )?holidays", w.HOLIDAYS),
    (r"new year(?:'s)?(?: eve| day)?(?! \w* ?(?:plan|programme|term))", w.NEW_YEAR),
)


def _look(word: str) -> Meaning | None:
    plain = word.removesuffix("'s").removesuffix("\u2019s")
    return _MONTHS.get(plain) or _WORDS.get(plain.lower())


LEXICON = TimeLexicon(
    code="en",
    look=_look,
    phrases=(
        *((pattern, _SPECIAL.get(kind) or Meaning(kind)) for pattern, kind in _PHRASES),
        (r"heating season", Meaning(w.SEASON, 10)),
    ),
)
