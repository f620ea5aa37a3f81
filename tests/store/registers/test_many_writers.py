"""Processes that write at once lose nothing, and one that is killed leaves nothing half done."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from esep.store.registers import Registers

WRITER = Path(__file__).with_name("writer.py")
PROCESSES = int(os.environ.get("ESEP_TEST_WRITERS", "4"))
CHANGES = int(os.environ.get("ESEP_TEST_CHANGES", "100"))
KILLS = int(os.environ.get("ESEP_TEST_KILLS", "4"))


def start(address: str, seed: int, changes: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, str(WRITER), address, str(seed), str(changes), "10"])


def check(address: str) -> int:
    """Every card equals its log, every version is there once; return the number of changes."""
    registers = Registers.open(address)
    changes = registers.changes("works")
    versions: Counter[str] = Counter()
    for change in changes:
        versions[change.card] += 1
        assert change.version == versions[change.card]
    assert registers.damaged() == ()
    assert {card.id: card.version for card in registers.cards("works")} == versions
    registers.close()
    return len(changes)


def written(address: str) -> int:
    registers = Registers.open(address)
    count = len(registers.changes("works"))
    registers.close()
    return count


def test_writers_at_once_lose_nothing(database: str) -> None:
    Registers.open(database).close()
    share = CHANGES // PROCESSES
    writers = [start(database, seed, share) for seed in range(PROCESSES)]
    assert [writer.wait(600) for writer in writers] == [0] * PROCESSES
    assert check(database) == share * PROCESSES


def test_writers_that_open_a_new_database_at_once_migrate_it_once(database: str) -> None:
    writers = [start(database, seed, 2) for seed in range(PROCESSES)]
    assert [writer.wait(600) for writer in writers] == [0] * PROCESSES
    assert check(database) == 2 * PROCESSES


def test_a_killed_writer_leaves_nothing_half_done(database: str) -> None:
    Registers.open(database).close()
    chance = random.Random(5)
    before = 0
    for kill in range(KILLS):
        writers = [start(database, 10 * kill + seed, 100_000) for seed in range(2)]
        try:
            deadline = time.monotonic() + 60
            while written(database) <= before and time.monotonic() < deadline:
                time.sleep(0.1)
            time.sleep(chance.random() / 2)
        finally:
            # Whatever happens above: a writer that is left behind would write for hours.
            for writer in writers:
                writer.send_signal(signal.SIGKILL)
                writer.wait()
        now = check(database)
        assert now > before
        before = now
