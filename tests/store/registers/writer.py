"""A process that changes cards until it is told to stop or is killed."""

from __future__ import annotations

import os
import random
import sys
from datetime import UTC, date, datetime

from esep.errors import NotFound, TryAgain
from esep.model.register import ChangeKind, Entry
from esep.store.registers import Registers


def write(address: str, name: str, changes: int, cards: int, journal: str = "") -> None:
    """Make so many changes on random cards.

    What the database has acknowledged goes into the journal, a line each: whatever happens to
    this process afterwards, that must be in the log for ever.
    """
    registers = Registers.open(address, wait_seconds=60)
    told = os.open(journal, os.O_WRONLY | os.O_APPEND | os.O_CREAT) if journal else None
    chance, done = random.Random(name), 0
    while done < changes:
        card = f"c{chance.randrange(cards)}"
        try:
            version = registers.card("works", card).version
        except NotFound:
            version = 0
        value = f"{name}-{done}"
        entry = Entry(
            "works",
            card,
            version,
            ChangeKind.CHANGED if version else ChangeKind.CREATED,
            date(2024, 1, 1),
            {"value": value},
        )
        try:
            registers.append([entry], who=f"writer {name}", at=datetime.now(UTC))
        except TryAgain:
            continue
        done += 1
        if told is not None:
            os.write(told, f"{value}\n".encode())
    registers.close()


if __name__ == "__main__":
    address, name, changes, cards, *journal = sys.argv[1:]
    write(address, name, int(changes), int(cards), *journal)
