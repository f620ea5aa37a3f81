"""Many writers for minutes, killed and started again: what was acknowledged is there, once."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from esep.store.registers import Registers

WRITER = Path(__file__).with_name("writer.py")
PROCESSES = int(os.environ.get("ESEP_TEST_WRITERS", "8"))
CHANGES = int(os.environ.get("ESEP_TEST_CHANGES", "10000"))
"""Of each process."""
KILLS = int(os.environ.get("ESEP_TEST_KILLS", "60"))
CARDS = 200


@dataclass
class Worker:
    """A writer that lives on under another name each time it is killed."""

    address: str
    number: int
    journal: Path
    lives: int = 0
    process: subprocess.Popen[bytes] = field(init=False)

    def start(self) -> None:
        self.lives += 1
        left = CHANGES - len(self.acknowledged())
        words = [self.address, f"{self.number}.{self.lives}", left, CARDS, self.journal]
        self.process = subprocess.Popen([sys.executable, WRITER, *map(str, words)])

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def acknowledged(self) -> list[str]:
        return self.journal.read_text().split() if self.journal.exists() else []


@pytest.mark.slow
def test_what_was_acknowledged_is_in_the_log_once(
    database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance, began = random.Random(8), time.monotonic()
    workers = [Worker(database, n, tmp_path / f"journal-{n}") for n in range(PROCESSES)]
    kills = 0
    try:
        for each in workers:
            each.start()
        while any(each.process.poll() is None for each in workers):
            time.sleep(0.2 + 2 * chance.random())
            one = chance.choice(workers)
            if kills < KILLS and one.process.poll() is None:
                one.kill()
                one.start()
                kills += 1
    finally:
        # Whatever happens above: a writer that is left behind would write for hours.
        for each in workers:
            each.kill()
    seconds = time.monotonic() - began
    assert {each.process.returncode for each in workers} == {0}

    acknowledged = [value for each in workers for value in each.acknowledged()]
    registers = Registers.open(database)
    log = registers.changes("works")
    found = Counter(str(change.values["value"]) for change in log)
    assert found.most_common(1)[0][1] == 1
    assert set(acknowledged) <= found.keys()
    # A writer may be killed between the commit and its line in the journal: once a life.
    assert len(log) - len(acknowledged) <= kills
    assert len(acknowledged) == PROCESSES * CHANGES

    versions: Counter[str] = Counter()
    for change in log:
        versions[change.card] += 1
        assert change.version == versions[change.card]
    assert {card.id: card.version for card in registers.cards("works")} == versions
    assert registers.damaged() == ()
    registers.close()
    with capsys.disabled():
        sys.stdout.write(
            f"\n{database.partition(':')[0]}: {PROCESSES} writers, {len(log)} changes, "
            f"{kills} kills, {seconds:.0f} s, {len(log) / seconds:.0f} changes a second\n"
        )
