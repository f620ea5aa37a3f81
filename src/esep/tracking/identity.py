"""Which card of the register is a row of another year's edition?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from esep.catalog.fold import fold
from esep.model.register import Card, Value, Values
from esep.model.register_description import Identity

_LONGEST_ID = 120
_BRACKETS = re.compile(r"\([^()]*\)")


class Identities:
    """Knows cards by the publisher's number, else by a lasting key of their fields.

    A publisher may begin to number in some year, or number anew: a row whose number is new is
    still the card with its key, unless that card's own number stands in another row.
    """

    def __init__(
        self, identity: Identity, cards: Mapping[str, Card], rows: Sequence[Values]
    ) -> None:
        self._identity = identity
        self._numbers: dict[str, str] = {}
        self._keys: dict[str, list[str]] = {}
        self._own: dict[str, str] = {}
        for id, card in sorted(cards.items()):
            if identity.number and (number := self._known(card.text(identity.number))):
                self._numbers.setdefault(number, id)
                self._own[id] = number
            for key in {self._full(card.values), self._short(card.values)}:
                self._keys.setdefault(key, []).append(id)
        self._cards = cards
        self._here = {self._number(values) for values in rows} - {""}
        self._shared = Counter(self._short(values) for values in rows)

    def of(self, values: Values) -> str:
        """The id of the card, or one for a new card; empty where nothing can be made of it."""
        number = self._number(values)
        if number and number in self._numbers:
            return self._numbers[number]
        short, full = self._short(values), self._full(values)
        # Where only the brackets tell two rows apart, they are part of the key.
        key = short if self._shared[short] == 1 else full
        for candidates in (self._keys.get(full, []), self._keys.get(key, [])):
            free = [id for id in candidates if self._may_be(id, number)]
            if key and len(free) == 1:
                return free[0]
        return self._unused(number or slug(key))

    def _unused(self, id: str) -> str:
        """The id, numbered where other cards have it already."""
        again = (f"{id}-{count}" for count in range(2, len(self._cards) + 3))
        return next(each for each in (id, *again) if each not in self._cards)

    def _may_be(self, id: str, number: str) -> bool:
        own = self._own.get(id, "")
        return not own or not number or own not in self._here

    def _number(self, values: Values) -> str:
        name = self._identity.number
        return self._known(_text(values.get(name))) if name else ""

    def _known(self, number: str) -> str:
        return self._identity.renames.get(fold(number), number).strip()

    def _full(self, values: Values) -> str:
        """The fields of the key as they are compared, a renamed thing under its known name."""
        return " ".join(fold(part) for part in self._parts(values))

    def _short(self, values: Values) -> str:
        if not self._identity.ignore_brackets:
            return self._full(values)
        return " ".join(fold(_BRACKETS.sub(" ", part)) for part in self._parts(values))

    def _parts(self, values: Values) -> list[str]:
        texts = (_text(values.get(name)) for name in self._identity.key)
        return [self._identity.renames.get(fold(text), text) for text in texts]


def slug(key: str) -> str:
    return re.sub(r"[^\w]+", "-", key).strip("-")[:_LONGEST_ID].rstrip("-")


def _text(value: Value) -> str:
    return "" if value is None else str(value)
