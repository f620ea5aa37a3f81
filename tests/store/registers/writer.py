"""A process that changes cards until it is told to stop or is killed."""

from __future__ import annotations

import random
import sys
from datetime import UTC, date, datetime

from esep.errors import NotFound, TryAgain
from esep.model.register import ChangeKind, Entry
from esep.store.registers import Registers


def write(address: str, seed: int, changes: int, cards: int) -> tuple[int, int]:
    """Make so many changes on random cards; return how many, and how often it had to look again."""
    registers = Registers.open(address, wait_seconds=60)
    chance, done, again = random.Random(seed), 0, 0
    while done < changes:
        card = f"c{chance.randrange(cards)}"
        try:
            version = registers.card("works", card).version
        except NotFound:
            version = 0
        entry = Entry(
            "works",
            card,
            version,
            ChangeKind.CHANGED if version else ChangeKind.CREATED,
            date(2024, 1, 1),
            {"value": f"{seed}-{done}"},
        )
        try:
            registers.append([entry], who=f"writer {seed}", at=datetime.now(UTC))
        except TryAgain:
            again += 1
            continue
        done += 1
    registers.close()
    return done, again


if __name__ == "__main__":
    address, seed, changes, cards = sys.argv[1:]
    write(address, int(seed), int(changes), int(cards))
