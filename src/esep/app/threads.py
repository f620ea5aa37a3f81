"""Which instructions of a store return from meeting to meeting?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from esep.app.registers import cards_of
from esep.app.workspace import Workspace

if TYPE_CHECKING:
    from esep.catalog import Catalog
    from esep.model.register import Card
    from esep.tracking.instructions.threads import Return


def threads(
    workspace: Workspace, *, on: date | None = None, region: str = ""
) -> tuple[Return, ...]:
    """Every instruction or emphasis that seems to repeat an earlier one; nothing is written."""
    from esep.tracking.instructions import fields as f

    catalog = workspace.catalog
    cards = [
        card
        for card in cards_of(workspace, catalog.register(f.REGISTER), on=on)
        if not region or card.text(f.REGION) == region
    ]
    return returns_of(catalog, cards)


def returns_of(catalog: Catalog, cards: Sequence[Card]) -> tuple[Return, ...]:
    """The same among given cards."""
    from esep.tracking.instructions.threads import returns

    return returns(cards, topics_of(catalog, cards))


def topics_of(catalog: Catalog, cards: Iterable[Card]) -> dict[str, tuple[str, ...]]:
    """The topic a card names as its theme, else the ones its words plainly speak for."""
    from esep.catalog.fold import fold
    from esep.checking.linking.vocabulary import STRONG, Vocabularies
    from esep.language.reading.detection import detect
    from esep.language.reading.words import words
    from esep.tracking.instructions import fields as f

    vocabularies = Vocabularies(catalog)
    found: dict[str, tuple[str, ...]] = {}
    for card in cards:
        if theme := card.text("theme"):
            found[card.id] = (fold(theme),)
            continue
        text = card.text(f.TEXT)
        [language] = detect([text])
        spoken = words(text, 0, len(text), language)
        cues = [cue for each in vocabularies.of(language).find(spoken) for cue in each.meanings]
        found[card.id] = tuple({cue.topic: None for cue in cues if cue.weight >= STRONG})
    return found
