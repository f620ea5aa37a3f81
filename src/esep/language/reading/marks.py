"""Which digits of a sentence name something in every language: dates, telephones, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        (
            "address",
            r"(?:https?://|www\.)[^\s<>]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}",
        ),
        ("telephone", r"(?<![\w.])\+\d[\d ()-]{7,18}\d(?!\d)|(?<!\w)8 ?\(\d{3,4}\)[\d -]{5,12}\d"),
        ("telephone", r"(?<![\w-])\d{2,3}-\d{2}-\d{2}(?![\w-])"),
        ("name", r"(?<![\w.,])\d{1,2}[gг](?!\w)"),
        ("date", r"(?<![\w.])\d{1,2}\.\d{1,2}\.(?:19|20)?\d{2}(?!\w)"),
        ("date", r"(?<![\w-])(?:19|20)\d{2}-\d{2}-\d{2}(?!\w)"),
        ("date", r"(?<![\w/])\d{1,2}/\d{1,2}/(?:19|20)\d{2}(?!\w)"),
        ("period", r"(?<![\w/])(?:19|20)\d{2}[/-](?:(?:19|20)\d{2}|\d{2})(?![\w/])"),
        ("time of day", r"(?<![\w:])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\w:])"),
        ("score", r"(?<![\w:])\d{1,3}:\d{1,3}(?![\w:])"),
        ("note mark", r"\[\d{1,3}\]"),
        ("page", r"(?<!\w)(?:page|страница|стр\.) \d{1,4}(?: (?:of|из) \d{1,4})?(?!\w)"),
        ("page", r"(?<!\w)\d{1,4}(?:/\d{1,4})?-бет(?!\w)"),
        ("name", r"(?<![\w-])[^\W\d_]{1,8}-\d[\w-]{0,80}_[\w-]{1,80}"),
        ("document number", r"(?:№|#) ?[\w/.-]*\d[\w/-]*|(?<!\w)\d{1,5}-[ivx]{2,6}(?!\w)"),
        ("name", r"(?<!\w)\d{1,2}/7(?!\w)"),
        ("name", r"(?<![\w-])\d{1,4}(?:-\d{1,4}){2,}(?![\w-])"),
    )
)
_GLUED = ("usd", "eur", "rub", "us", "top-?", "топ-?")
# Standing for what has been read already; no word and no digit.
BLANK = "\u00a4"


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    end: int
    reason: str


def marks(text: str, currencies: Sequence[str] = ()) -> Iterator[Mark]:
    """Return the spans of folded letters whose digits state nothing.

    Letters glued to digits are a name, unless they are a currency: KZT5.
    """
    for reason, pattern in (*_MARKS, ("name", _glued(tuple(currencies)))):
        for match in pattern.finditer(text):
            yield Mark(match.start(), match.end(), reason)


@cache
def _glued(currencies: tuple[str, ...]) -> re.Pattern[str]:
    letters = "|".join(re.escape(each) for each in currencies if len(each) == 1) or "(?!)"
    words = "|".join([*(re.escape(each) for each in currencies if len(each) > 1), *_GLUED])
    return re.compile(
        rf"(?<![\w-])(?!(?:{words})\d"
        rf"|(?:{letters})\d[\d.,]* ?(?:млрд|млн|трлн)"
        r"|[kк]?[mм][23](?!\w))[^\W\d_]+-?\d[\d-]*(?![\w.,]*\d)(?:[^\W\d_]*)"
    )


def blanked(text: str, spans: Sequence[Mark]) -> str:
    """Return the letters with the spans blanked, in one pass."""
    pieces: list[str] = []
    at = 0
    for mark in sorted(spans, key=lambda each: (each.start, -each.end)):
        if mark.end > at:
            start = max(mark.start, at)
            pieces += text[at:start], BLANK * (mark.end - start)
            at = mark.end
    return "".join([*pieces, text[at:]])
