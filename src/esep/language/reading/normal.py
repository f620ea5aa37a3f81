"""How a text is evened out for reading, character for character, so that offsets stay true."""

from __future__ import annotations

import re
import unicodedata

_SPACES = "\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_LINES = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d"
_QUOTES = "«»“”„‟″〞＂"
_APOSTROPHES = "‘’‚‛ʼʻ′´`＇"

# What a reader does not see: soft hyphens, joiners, marks of direction.
_INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_HIDDEN = re.compile(f"[{_INVISIBLE}]")
_UNEVEN = re.compile(f"[{_INVISIBLE}\u0300-\u036f]")
_RUN = re.compile(r"\S+")

_LATIN = "ABCEHIKMOPTXYacehiopxy"
_CYRILLIC = "АВСЕНІКМОРТХУасеһіорху"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_LATIN_LETTER = re.compile("[A-Za-z]")
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
_LETTERS = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile("[IVXІХ]+")

_TABLE = str.maketrans(
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_LINES, "\n")
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_QUOTES, '"')
    | dict.fromkeys(_APOSTROPHES, "'")
    # Full-width forms of East Asian keyboards, and the dotted capital that lowers to two letters.
    | {chr(0xFF01 + at): chr(0x21 + at) for at in range(94) if chr(0xFF01 + at) not in "－＂＇"}
    | {"İ": "I"}
)


def normalise(text: str) -> str:
    """Return a text of the same length with plain spaces, dashes, quotes and one script a word.

    A word that loses invisible or combining characters keeps its start; the place it frees at
    its end is filled with spaces.
    """
    if _UNEVEN.search(text):
        text = _RUN.sub(lambda run: _tightened(run[0]), text)
    text = text.translate(_TABLE)
    return _unmixed(text) if _is_cyrillic(text) else text


def lowered(text: str) -> str:
    """Lower the case letter by letter: no letter becomes two."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(low if len(low := each.lower()) == 1 else each for each in text)


def true_end(text: str, even: str, end: int) -> int:
    """Return where a word of the evened text ends in the text itself, past its filling."""
    while end < len(text) and even[end] == " " and not text[end].isspace():
        end += 1
    return end


def _tightened(run: str) -> str:
    if not _UNEVEN.search(run):
        return run
    visible = _HIDDEN.sub(" ", run).lstrip(" ")
    start = len(run) - len(visible)
    word = unicodedata.normalize("NFC", visible.replace(" ", ""))
    if len(word) > len(visible):
        return run
    return " " * start + word.ljust(len(visible))


def _unmixed(text: str) -> str:
    """Put each word into one script: a Latin `i` in a Kazakh word, a Cyrillic `с` in `cm`."""
    pieces: list[str] = []
    at = 0
    before = ""
    for match in _LETTERS.finditer(text):
        word = match[0]
        if (even := _in_one_script(word, before)) != word:
            pieces += text[at : match.start()], even
            at = match.end()
        before = even
    return "".join([*pieces, text[at:]])


def _in_one_script(word: str, before: str) -> str:
    if len(word) < 5 and _ROMAN.fullmatch(word):
        return word.translate(_TO_LATIN)
    if not _LATIN_LETTER.search(word):
        return word
    if len(word) == 1:
        # Alone it belongs to the words before it: "c 3,4 до 6" with a Latin letter.
        return word.translate(_TO_CYRILLIC) if word.islower() and _is_cyrillic(before) else word
    if not _CYRILLIC_LETTER.search(word):
        return word
    for table, other in ((_TO_CYRILLIC, _LATIN_LETTER), (_TO_LATIN, _CYRILLIC_LETTER)):
        even = word.translate(table)
        if not other.search(even):
            return even
    return word


def _is_cyrillic(word: str) -> bool:
    return _CYRILLIC_LETTER.search(word) is not None
