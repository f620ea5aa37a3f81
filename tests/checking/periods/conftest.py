"""Reports whose figures are marked in the text, so that a test needs no other part of the check."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from esep.checking.documents import read_document
from esep.checking.periods import settle_periods
from esep.language.reading.periods import periods
from esep.language.reading.sentences import sentences
from esep.model.claim import Claim, Quantity, QuantityKind, Span, Written

_MARK = re.compile(r"\[(?P<figure>[^\]|]+)(?:\|(?P<said>[^\]]+))?\]")
_KINDS = {"%": ("percent", QuantityKind.PERCENT), "tonne": ("tonne", QuantityKind.MEASURE)}
_COUNT = ("count", QuantityKind.COUNT)


def settled(marked: str, day: date = date(2024, 6, 14)) -> list[str]:
    """Read `[58 projects|plan]`, `[5%|yoy topic:trade]`: the period and its source of each."""
    figures: list[tuple[int, int, set[str]]] = []
    text, at = "", 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        said = set((match["said"] or "").split())
        figures.append((len(text), len(text) + len(match["figure"]), said))
        text += match["figure"]
        at = match.end()
    text += marked[at:]
    read = read_document(text.encode(), name="report.txt")
    pieces = sentences(read)
    times = [periods(read.text, piece, day=day) for piece in pieces]
    claims = []
    for start, end, said in figures:
        piece = next(n for n, s in enumerate(pieces) if s.start <= start < s.end)
        claims.append(_claim(read.text[start:end], start, piece, pieces[piece].language, said))
    found = settle_periods(read, pieces, claims, times, day=day)
    return [f"{each.period or '-'} {each.period_source or '-'}" for each in found]


def _claim(text: str, start: int, sentence: int, language: str, said: set[str]) -> Claim:
    unit, kind = next((k for mark, k in _KINDS.items() if mark in text or mark in said), _COUNT)
    if said & {"money"}:
        unit, kind = "KZT", QuantityKind.MONEY
    end = start + len(text)
    quantity = Quantity(
        start,
        end,
        text,
        Decimal(1),
        Decimal(1),
        unit,
        kind,
        Written(start, end, 0, 0),
        span=Span.FROM if "from" in said else None,
    )
    comparison = "yoy" if "yoy" in said else ""
    topic = next((word.removeprefix("topic:") for word in said if word.startswith("topic:")), "")
    return Claim(
        quantity, sentence, language, "", topic=topic, comparison=comparison, planned="plan" in said
    )
