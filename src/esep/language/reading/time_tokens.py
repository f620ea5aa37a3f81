"""Which words, numbers and marks of a sentence speak of time?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from esep.language.reading import time_words as w
from esep.language.reading.english_time import LEXICON as ENGLISH
from esep.language.reading.kazakh_time import LEXICON as KAZAKH
from esep.language.reading.russian_time import LEXICON as RUSSIAN
from esep.language.reading.time_words import ROMAN_WORD, TimeLexicon, Token, roman

_LEXICONS = {each.code: each for each in (ENGLISH, RUSSIAN, KAZAKH)}
_MARKS = {
    **dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2212", w.DASH),
    "/": w.SLASH,
    ",": w.COMMA,
    "&": w.AND,
}
# A number cut into groups is no year and no day, so it is taken whole.
_PIECES = r"""
    (?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])
  | (?P<dotted>[0-9]{1,2}\.(?:[0-9]{1,2}|[IVXІХ]{1,4})\.(?:[0-9]{4}|[0-9]{2}))(?![0-9]|\.[0-9])
  | (?P<slashed>[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})(?![0-9])
  | (?P<short>(?:[QH][1-4]|[1-4][QH])(?![^\W_]))
  | (?P<grouped>[0-9]{1,3}(?:[\ \u00a0\u2009\u202f][0-9]{3})+(?:[.,][0-9]+)?(?![0-9]))
  | (?P<number>[0-9]+(?:[.,][0-9]+)*)
  | (?P<word>[^\W\d_]+(?:['\u2019\u02bc][^\W\d_]+)?)
  | (?P<mark>\S)
"""
_SUFFIX = re.compile(r"-?([^\W\d_]{1,5})(?![^\W\d_])")
_DECADE = frozenset({"s", "е", "х", "ые", "ых"})


def lexicon(code: str) -> TimeLexicon:
    return _LEXICONS[code]


@cache
def _pattern(code: str) -> re.Pattern[str]:
    phrases = "".join(
        rf"(?P<phrase{n}>(?<![^\W_])(?i:{pattern})(?![^\W_]))|".replace(" ", r"\s")
        for n, (pattern, _) in enumerate(_LEXICONS[code].phrases)
    )
    return re.compile(phrases + _PIECES, re.VERBOSE)


def read_tokens(text: str, start: int, end: int, code: str) -> Iterator[Token]:
    """Cut a sentence into tokens, each with the kind of time word it is, if any."""
    words = lexicon(code)
    pattern = _pattern(code)
    at, short = start, False
    while match := pattern.search(text, at, end):
        at = match.end()
        kind = match.lastgroup or ""
        begin, piece = match.start(), match[0]
        after_short, short = short, False
        if kind.startswith("phrase"):
            meaning = words.phrases[int(kind.removeprefix("phrase"))][1]
            yield Token(begin, at, piece, meaning.kind, meaning.value)
        elif kind == "mark":
            if piece == "." and after_short and text[begin - 1] not in " \u00a0":
                continue  # the dot of an abbreviation: г., янв.
            yield Token(begin, at, piece, _MARKS.get(piece, w.OTHER))
        elif kind == "word":
            token = _word(words, begin, at, piece)
            if token.kind == w.ORDINAL and piece.isupper():
                at += len(_suffix(words, text, at, end))  # II-й
            short = token.kind != w.OTHER and len(piece) <= 4
            yield token
        elif kind == "number":
            suffix = _suffix(words, text, at, end)
            at += len(suffix)
            yield _number(begin, at, piece, suffix.lstrip("-").lower())
        elif kind == "short":
            letter, digit = (piece[0], piece[1]) if piece[0] in "QH" else (piece[1], piece[0])
            yield Token(begin, at, piece, letter, int(digit))
        else:
            yield Token(begin, at, piece, *_whole_date(kind, piece))


def _word(words: TimeLexicon, start: int, end: int, piece: str) -> Token:
    meaning = words.look(piece)
    if meaning is not None:
        return Token(
            start, end, piece, meaning.kind, meaning.value, meaning.case, meaning.possessive
        )
    if len(piece) <= 4 and ROMAN_WORD.fullmatch(piece) and roman(piece):
        return Token(start, end, piece, w.ORDINAL, roman(piece))
    return Token(start, end, piece, w.OTHER)


def _suffix(words: TimeLexicon, text: str, at: int, end: int) -> str:
    """Return the ending joined to a number: 2022-м, 2030-ға, 1st, 1990s."""
    found = _SUFFIX.match(text, at, end)
    if found is None or (words.look(found[1]) and found[1] != "s"):
        return ""
    return found[0]


def _number(start: int, end: int, piece: str, suffix: str) -> Token:
    if not piece.isdigit() or len(piece) > 4:
        return Token(start, end, piece, w.OTHER)
    value = int(piece)
    if len(piece) == 4:
        kind = w.YEAR if 1900 <= value <= 2100 else w.OTHER
        decade = suffix in _DECADE and value % 10 == 0
        return Token(start, end, piece, kind, value, "decade" if decade else suffix)
    return Token(start, end, piece, w.NUMBER if len(piece) <= 2 else w.OTHER, value, suffix)


def _whole_date(kind: str, piece: str) -> tuple[str, int]:
    if kind == "grouped":
        return w.OTHER, 0
    first, second, third = re.split(r"[-./]", piece)
    if kind == "iso":
        year, month, day = int(first), int(second), int(third)
    else:
        day, month = int(first), int(second) if second.isdigit() else roman(second)
        year = int(third) + (2000 if len(third) == 2 else 0)
    if kind == "slashed" and day <= 12 and day != month:
        if month <= 12:
            return w.YEAR, year  # 06/07/2024 is read two ways; only its year is sure
        day, month = month, day
    try:
        return w.DATE, date(year, month, day).toordinal()
    except ValueError:
        return w.OTHER, 0
