"""Which quantities a sentence states: every number of it, with unit, precision and nuance."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from esep.language.reading import english, kazakh, russian
from esep.language.reading.amounts import amounts
from esep.language.reading.aside import set_aside
from esep.language.reading.changes import hear_changes
from esep.language.reading.draft import Draft, Reading
from esep.language.reading.hedges import hear_hedges
from esep.language.reading.letters import Letters, letters
from esep.language.reading.lexicon import Form, Lexicon
from esep.language.reading.marks import Mark, blanked, marks
from esep.language.reading.normal import normalise, true_end
from esep.language.reading.parts import find_parts
from esep.language.reading.sharing import share_units
from esep.language.reading.units import name_units
from esep.model.claim import Quantity, QuantityKind, Written
from esep.model.passage import Sentence

_LEXICONS = {each.code: each for each in (english.LEXICON, russian.LEXICON, kazakh.LEXICON)}
# An index says so and is near 100; below this a "price index of 5%" is a change.
_LOWEST_INDEX = 50


def quantities(
    text: str, sentence: Sentence, taken: Sequence[tuple[int, int]] = ()
) -> tuple[Quantity, ...]:
    """Return every number of a sentence in order; what states nothing carries its reason.

    `text` is the document, as given or normalised. `taken` are spans of it that are dates,
    periods or names of regions; their numbers come out as such. `of` counts within the answer.
    """
    lexicon = _LEXICONS[sentence.language]
    piece = text[sentence.start : sentence.end]
    heard = letters(piece, sentence.language)
    aside = [*_marks_of(taken, sentence, heard), *marks(heard.text)]
    reading = Reading(blanked(heard.text, aside), lexicon)
    reading.drafts = [
        Draft(amount, amount.start, amount.end, scale=amount.scale)
        for amount in amounts(reading.text, lexicon)
    ]
    for step in (name_units, share_units, set_aside, hear_hedges, hear_changes, find_parts):
        step(reading)
    named = [*reading.drafts, *_drafts_of(aside, heard.text, lexicon)]
    named.sort(key=lambda each: each.start)
    return tuple(_quantity(draft, named, piece, heard, sentence, reading) for draft in named)


def _marks_of(taken: Sequence[tuple[int, int]], sentence: Sentence, heard: Letters) -> list[Mark]:
    places = heard.places
    return [
        Mark(
            bisect_left(places, max(start, sentence.start) - sentence.start),
            bisect_left(places, min(end, sentence.end) - sentence.start),
            "period",
        )
        for start, end in taken
        if start < sentence.end and end > sentence.start
    ]


def _drafts_of(aside: Sequence[Mark], text: str, lexicon: Lexicon) -> list[Draft]:
    """Return what was read already and holds a number, each once."""
    found: list[Draft] = []
    reached = 0
    for mark in sorted(aside, key=lambda each: (each.start, each.end)):
        start = max(mark.start, reached)
        inside = amounts(text[start : mark.end], lexicon)
        if inside:
            first, last = inside[0], inside[-1]
            amount = replace(first, start=start + first.start, head=start + last.head)
            draft = Draft(amount, start, mark.end, "other", QuantityKind.OTHER, reason=mark.reason)
            draft.unit_start = draft.unit_end = mark.end
            found.append(draft)
        reached = max(reached, mark.end)
    return found


def _quantity(
    draft: Draft,
    drafts: Sequence[Draft],
    piece: str,
    heard: Letters,
    sentence: Sentence,
    reading: Reading,
) -> Quantity:
    even = normalise(piece)
    start, end = heard.span(draft.start, draft.end)
    head_start, head_end = heard.span(draft.amount.start, draft.amount.head)
    end, head_end = true_end(piece, even, end), true_end(piece, even, head_end)
    unit, kind = _settled(draft, reading)
    amount = draft.amount
    factor = Decimal(100) if kind is QuantityKind.FRACTION else Decimal(1).scaleb(draft.scale)
    unit_start, unit_end = heard.span(draft.unit_start, draft.unit_end)
    return Quantity(
        start=sentence.start + start,
        end=sentence.start + end,
        text=piece[start:end],
        number=_plain(amount.number * factor),
        quantum=Decimal(1) if kind is QuantityKind.FRACTION else _plain(amount.step * factor),
        unit=unit,
        kind=kind,
        written=Written(
            start=sentence.start + head_start,
            end=sentence.start + head_end,
            decimals=amount.decimals,
            scale=draft.scale,
            decimal_mark=amount.decimal_mark,
            group_mark=_group_mark(piece[head_start:head_end], amount.group_mark),
            spelled=amount.spelled,
        ),
        upper=None if amount.upper is None else _plain(amount.upper * factor),
        unit_text=piece[unit_start:unit_end].strip(),
        hedge=draft.hedge,
        direction=draft.direction,
        span=draft.span,
        of=next((at for at, each in enumerate(drafts) if each is draft.of), None),
        not_claim=draft.reason,
    )


def _settled(draft: Draft, reading: Reading) -> tuple[str, QuantityKind]:
    """Return unit and kind; a percentage that the words call an index is one."""
    if draft.amount.form in (Form.VAGUE, Form.CODE) or not draft.unit:
        return draft.unit or "other", draft.kind if draft.unit else QuantityKind.OTHER
    is_index = (
        draft.unit == "percent"
        and draft.kind is QuantityKind.PERCENT
        and draft.direction is None
        and draft.number >= _LOWEST_INDEX
        and re.search(
            rf"(?<![^\W_])(?:{reading.lexicon.index})(?![^\W_])", reading.ahead(draft, 80)
        )
    )
    return ("index_percent", QuantityKind.INDEX) if is_index else (draft.unit, draft.kind)


def _plain(number: Decimal) -> Decimal:
    """Return a number without an exponent: 3.7E+12 is 3700000000000."""
    return Decimal(format(number, "f"))


def _group_mark(written: str, heard: str) -> str:
    """Return the mark as it is printed: a no-break space is heard as a space."""
    return next((each for each in written if heard and not each.isalnum()), "")
