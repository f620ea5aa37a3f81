"""Which figures does a text state, and of what: from its sentences to claims with their frame?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from esep.catalog import Catalog
from esep.checking.linking.link import Linker
from esep.checking.periods import settle_periods, spoken_conventions
from esep.checking.places import Gazetteer, setting_of, with_regions
from esep.language.reading.normal import normalise
from esep.language.reading.periods import periods
from esep.language.reading.quantities import quantities
from esep.language.reading.sentences import sentences
from esep.model.claim import Claim, Quantity
from esep.model.passage import PassageKind, ReadText, Sentence

_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Found:
    """What a text says with its numbers; nothing is judged yet."""

    claims: tuple[Claim, ...]
    others: tuple[Claim, ...]
    """Numbers that state nothing about a region, each with its reason."""
    language: str
    region: str
    """The region the text is about, empty where it names none."""


def read_claims(read: ReadText, catalog: Catalog, *, day: date, region: str = "") -> Found:
    """Read a text of that day; `region` is the one meant where the text names none."""
    text = normalise(read.text)
    pieces = sentences(read)
    linker, gazetteer = _readers(catalog)
    times = [periods(text, piece, day=day) for piece in pieces]
    numbers = [
        _without_units(
            read,
            piece,
            quantities(read.text, piece, [(e.start, e.end) for e in found], money=linker.money),
        )
        for piece, found in zip(pieces, times, strict=True)
    ]
    claims = linker.link(read, text, pieces, numbers, times)
    about = region or setting_of(read, text, pieces, gazetteer).region
    claims = with_regions(claims, read, text, pieces, gazetteer, region=region)
    conventions = spoken_conventions(catalog.indicators)
    claims = settle_periods(read, pieces, claims, times, day=day, conventions=conventions)
    return Found(
        claims=claims,
        others=tuple(
            Claim(each, sentence=at, language=piece.language, label="")
            for at, (piece, found) in enumerate(zip(pieces, numbers, strict=True))
            for each in found
            if each.not_claim
        ),
        language=_language(pieces),
        region=about,
    )


def _without_units(
    read: ReadText, piece: Sentence, found: Sequence[Quantity]
) -> tuple[Quantity, ...]:
    """A cell that says `thousand tenge` names a unit, and no number."""
    if read.passages[piece.passage].kind is not PassageKind.CELL:
        return tuple(found)
    return tuple(
        replace(each, not_claim=each.not_claim or "unit") if _is_scale(each) else each
        for each in found
    )


def _is_scale(quantity: Quantity) -> bool:
    return (
        quantity.written.spelled
        and quantity.number >= _THOUSAND
        and quantity.number.normalize().as_tuple().digits == (1,)
    )


_kept: list[tuple[Catalog, Linker, Gazetteer]] = []


def _readers(catalog: Catalog) -> tuple[Linker, Gazetteer]:
    """What reads by the words of a pack; kept for the next text, since it is made of thousands."""
    if not _kept or _kept[0][0] is not catalog:
        _kept[:] = [(catalog, Linker(catalog), Gazetteer(catalog))]
    return _kept[0][1:]


def _language(pieces: Sequence[Sentence]) -> str:
    """The language most of the text is in."""
    letters: Counter[str] = Counter()
    for piece in pieces:
        letters[piece.language] += piece.end - piece.start
    return max(letters, key=lambda code: letters[code], default="en")
