"""Do loads that are killed, raced and crowded leave the store as before or after, never between?"""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest
from store_making import NOW, batch, issue, observation

from esep.engine.duck import Engine
from esep.store.doctor import examine
from esep.store.finding import Gravity
from esep.store.repair import repair
from esep.store.store import PackReference, Store

HERE = Path(__file__).parent
PACK = HERE.parent / "packs" / "threelands"
HEADER = "indicator,region,period,value,unit,comparison,base,stage,note\n"
KILLS = int(os.environ.get("ESEP_TEST_KILLS", "30"))
ROWS = 40


def state(store: Store, engine: Engine) -> dict[str, tuple[int, int]]:
    """Rows and issues of each release, as anybody sees them."""
    issues = store.issues_by_release()
    rows = Counter(row["release_id"] for row in engine.collect(store.scan(engine)))
    return {
        release.id: (rows[release.id], len(issues.get(release.id, ())))
        for release in store.releases()
    }


class Forker:
    """Loads files in processes that can be killed."""

    def __init__(self) -> None:
        command = [sys.executable, str(HERE / "load_forker.py"), str(PACK)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._read() == "ready"

    def load(
        self, home: Path, file: Path, *, kill_after: float | None = None, writing: bool = False
    ) -> bool:
        """Load a file; whether the process came to its end. Killed so long after it began to load,
        or to write."""
        self._write(f"{home} {file}")
        pid = self._read()
        if kill_after is not None:
            give_up = time.monotonic() + 2
            while writing and time.monotonic() < give_up:
                if self._holds(home, pid):
                    break
                time.sleep(0.001)
            time.sleep(kill_after)
            os.kill(int(pid), signal.SIGKILL)
        self._write("")
        return self._read() == "done"

    def _holds(self, home: Path, pid: str) -> bool:
        holder = home / "write.lock.holder"
        try:
            return holder.read_text() == pid
        except FileNotFoundError:
            return False

    def _write(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def _read(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@pytest.fixture
def forker():
    forker = Forker()
    yield forker
    forker.close()


def file_of(folder: Path, number: int) -> Path:
    path = folder / f"f{number}.csv"
    rows = [
        f"product,TL-HIL,{1950 + row},{number}.{row},CRN:6,,,final,\n" for row in range(ROWS)
    ] + ["product,TL-XXX,2023,1,CRN:6,,,final,\n"]
    path.write_text(HEADER + "".join(rows))
    return path


@pytest.mark.slow
def test_a_load_killed_at_any_moment_leaves_the_store_as_before_or_after(tmp_path, engine, forker):
    store = Store.create(tmp_path / "home", PackReference("threelands"), now=NOW)
    started = time.monotonic()
    assert forker.load(store.home, file_of(tmp_path, 0))
    lasts = max(time.monotonic() - started, 0.1)
    chance = random.Random(7)
    seen = state(store, engine)
    killed, littered, finished = 0, 0, 0
    attempt = 0
    while killed < KILLS:
        attempt += 1
        file = file_of(tmp_path, attempt)
        # Every other one while it writes, which is the shorter part of a load.
        writing = attempt % 2 == 1
        after = chance.uniform(0, 0.2 if writing else 1.1 * lasts)
        done = forker.load(store.home, file, kill_after=after, writing=writing)
        killed += not done
        now = state(store, engine)
        new = {id: what for id, what in now.items() if id not in seen}
        assert {id: now.get(id) for id in seen} == seen, "nothing that was there is touched"
        assert list(new.values()) in ([], [(ROWS, 1)]), "a load is there whole, or not at all"
        assert new or not done, "what was acknowledged is there"
        findings = examine(store)
        assert [each for each in findings if each.gravity is Gravity.DAMAGE] == []
        littered += bool(findings)
        if attempt % 5 == 0:
            # Repaired, the interrupted load is as before or after; loaded again, it is after.
            repair(store)
            assert examine(store) == ()
            seen = state(store, engine)
            assert set(seen.values()) == {(ROWS, 1)}
            assert forker.load(store.home, file)
            finished += 1
        now = state(store, engine)
        seen = now
    assert littered
    assert finished
    repair(store)
    assert examine(store) == ()


@pytest.mark.slow
def test_a_reader_sees_whole_loads_only_while_another_writes_and_tidies(store, engine):
    # More loads than the table may have files: the writer also merges files meanwhile.
    command = [sys.executable, str(HERE / "store_writer.py"), str(store.home), "w", "54", "9"]
    looked = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        drained = threading.Thread(target=writer.stdout.read)
        drained.start()
        most = 0
        while writer.poll() is None:
            known = {release.id for release in store.releases()}
            rows = Counter(row["release_id"] for row in engine.collect(store.scan(engine)))
            assert set(rows.values()) <= {9}, "never a part of a load"
            assert known <= rows.keys(), "what was listed has its rows"
            assert len(rows) >= most, "what was seen once is seen again"
            most, looked = len(rows), looked + 1
        drained.join()
    assert writer.returncode == 0
    assert looked > 3
    assert len(store.releases()) == 54
    assert examine(store) == ()


LIMITED = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, {here!r})
from store_making import batch, observation
from esep.errors import EsepError
from esep.store.store import Store
store = Store.open(Path(sys.argv[1]))
store.append(batch("before"))
rows = [observation(f"{{n}}.{{n}}", row=n) for n in range(2, 9000)]
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try:
    store.append(batch("large", observations=rows))
except EsepError as error:
    print(type(error).__name__, error)
    sys.exit(3)
"""


@pytest.mark.parametrize("limit", [200, 5_000, 20_000])
def test_a_file_that_may_not_grow_is_told_as_a_full_disk_and_nothing_is_lost(store, engine, limit):
    script = LIMITED.format(here=str(HERE))
    done = subprocess.run(
        [sys.executable, "-c", script, str(store.home), str(limit)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3, done.stderr
    assert done.stdout.startswith("TryAgain the disk is full")
    assert str(store.home) in done.stdout
    assert state(store, engine) == {"before": (1, 0)}
    repair(store)
    assert examine(store) == ()
    large = [observation(f"{n}.{n}", row=n) for n in range(2, 9000)]
    assert store.append(batch("large", observations=large, issues=[issue()]))
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
