"""Which quantities a sentence states: every number of it, with unit, precision and nuance."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from esep.language.reading import english, kazakh, russian
from esep.language.reading.amounts import amounts
from esep.language.reading.aside import set_aside
from esep.language.reading.changes import hear_changes
from esep.language.reading.currencies import Currencies, codes, with_money
from esep.language.reading.draft import Draft, Reading
from esep.language.reading.hedges import hear_hedges
from esep.language.reading.letters import Letters, letters
from esep.language.reading.lexicon import Lexicon
from esep.language.reading.marks import Mark, blanked, marks
from esep.language.reading.parts import find_parts
from esep.language.reading.sharing import share_units
from esep.language.reading.stating import Page, stated
from esep.language.reading.units import name_units
from esep.model.claim import Quantity, QuantityKind
from esep.model.passage import Sentence

_LEXICONS = {each.code: each for each in (english.LEXICON, russian.LEXICON, kazakh.LEXICON)}
_NO_MONEY = Currencies()


def quantities(
    text: str,
    sentence: Sentence,
    taken: Sequence[tuple[int, int]] = (),
    *,
    money: Currencies = _NO_MONEY,
) -> tuple[Quantity, ...]:
    """Return every number of a sentence in order; what states nothing carries its reason.

    `text` is the document, as given or normalised. `taken` are spans of it that are dates,
    periods or names of regions; their numbers come out as such. `of` counts within the answer.
    `money` is what the pack knows of currencies.
    """
    lexicon = with_money(_LEXICONS[sentence.language], money)
    piece = text[sentence.start : sentence.end]
    heard = letters(piece, sentence.language)
    aside = [*_marks_of(taken, sentence, heard), *marks(heard.text, codes(money, lexicon.code))]
    reading = Reading(blanked(heard.text, aside), lexicon)
    reading.drafts = [
        Draft(amount, amount.start, amount.end, scale=amount.scale)
        for amount in amounts(reading.text, lexicon)
    ]
    for step in (name_units, share_units, set_aside, hear_hedges, hear_changes, find_parts):
        step(reading)
    named = [*reading.drafts, *_drafts_of(aside, heard.text, lexicon)]
    named.sort(key=lambda each: each.start)
    order = {id(draft): at for at, draft in enumerate(named)}
    page = Page(piece, heard, sentence.start, lexicon)
    return tuple(
        stated(draft, page, ahead=reading.ahead(draft, 80), of=order.get(id(draft.of)))
        for draft in named
    )


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
    for mark in sorted(aside, key=lambda each: (each.start, -each.end)):
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
