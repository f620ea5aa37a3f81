"""Does work that is killed, raced and crowded leave the store as before or after, never between?"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from forking import HERE, PACK, Forker
from store_making import NOW, batch, issue, observation

from esep.catalog import load_catalog
from esep.engine.duck import Engine
from esep.store.archive import archive
from esep.store.batch import observation_table
from esep.store.doctor import examine
from esep.store.finding import Gravity
from esep.store.repair import repair
from esep.store.restore import verify
from esep.store.store import PackReference, Store
from esep.store.tables import TableName

HEADER = "indicator,region,period,value,unit,comparison,base,stage,note\n"
KILLS = int(os.environ.get("ESEP_TEST_KILLS", "10"))
CROWDED = max(3, KILLS // 20)
"""Files that each of four processes loads at once."""
OF_A_ROUND = 4
"""Attempts of each kind on one store: it stays small, so that no attempt waits for the last."""
ROWS = 40

State = dict[str, tuple[int, int]]


def state(store: Store, engine: Engine) -> State:
    """Rows and issues of each release, as anybody sees them."""
    issues = store.issues_by_release()
    rows = Counter(row["release_id"] for row in engine.collect(store.scan(engine)))
    return {
        release.id: (rows[release.id], len(issues.get(release.id, ())))
        for release in store.releases()
    }


def damage(store: Store) -> list[object]:
    return [each for each in examine(store) if each.gravity is Gravity.DAMAGE]


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


class Killing:
    """Kills work of each kind at random moments of it, and looks at the store after each."""

    def __init__(self, folder: Path, forker: Forker, engine: Engine) -> None:
        self.killed: Counter[str] = Counter()
        self.littered = 0
        self._folder, self._forker, self._engine = folder, forker, engine
        self._chance = random.Random(7)
        self._lasts: dict[str, float] = {}
        self._pack = load_catalog(PACK)
        self._number = 0

    def round(self) -> None:
        """Some attempts of every kind on a fresh store."""
        self._number += 1
        self._root = self._folder / str(self._number)
        self._root.mkdir()
        self._store = Store.create(self._root / "home", PackReference("threelands"), now=NOW)
        self._forker.do("load", self._store.home, file_of(self._root, 0))
        for attempt in range(1, OF_A_ROUND + 1):
            self._load("load", attempt)
            self._load("tidy", OF_A_ROUND + attempt)
            self._backup(attempt)
            self._repair(attempt)
            self._restore(attempt)
            self._init(attempt)
        repair(self._store)
        assert examine(self._store) == ()

    def _done(self, work: str, home: Path, file: Path | None = None) -> bool:
        """Whether it came to its end before it was killed."""
        if work not in self._lasts:
            self._lasts[work] = self._forker.lasts(work, home, file)
            return True
        # Every other one while it writes, which is the shorter part of most work.
        writing = work in ("load", "tidy") and self._chance.random() < 0.5
        after = self._chance.uniform(0, self._lasts[work] * (0.6 if writing else 1.05))
        done = self._forker.do(work, home, file, kill_after=after, while_it_writes=writing)
        self.killed[work] += not done
        return done

    def _load(self, work: str, number: int) -> None:
        file, before = file_of(self._root, number), self._state()
        done = self._done(work, self._store.home, file)
        now = self._state()
        new = {id: what for id, what in now.items() if id not in before}
        assert {id: now.get(id) for id in before} == before, "nothing that was there is touched"
        assert list(new.values()) in ([], [(ROWS, 1)]), "a load is there whole, or not at all"
        assert new or not done, "what was acknowledged is there"
        assert damage(self._store) == []
        self.littered += bool(examine(self._store))
        if number % 2:
            # Repaired, the interrupted load is as before or after; loaded again, it is after.
            repair(self._store)
            assert examine(self._store) == ()
            self._forker.do("load", self._store.home, file)
            assert len(self._state()) == len(before) + 1
            assert set(self._state().values()) == {(ROWS, 1)}

    def _backup(self, number: int) -> None:
        target, before = self._root / f"backup-{number}.zip", self._state()
        done = self._done("backup", self._store.home, target)
        assert self._state() == before
        assert target.exists() or not done
        if target.exists():
            assert verify(target).releases == len(before)

    def _repair(self, number: int) -> None:
        orphan = batch(f"orphan-{self._number}-{number}")
        self._store.tables[TableName.OBSERVATIONS].append(observation_table(orphan))
        before = self._state()
        self._done("repair", self._store.home)
        assert self._state() == before
        assert damage(self._store) == []
        repair(self._store)
        assert examine(self._store) == ()

    def _restore(self, number: int) -> None:
        file, home = self._root / f"whole-{number}.zip", self._root / f"restored-{number}"
        archive(self._store, file, now=NOW)
        done = self._done("restore", home, file)
        assert home.exists() or not done
        if not home.exists():
            self._forker.do("restore", home, file)
        assert state(Store.open(home), self._engine) == self._state()

    def _init(self, number: int) -> None:
        home = self._root / f"begun-{number}"
        done = self._done("init", home)
        whole = len(self._pack.releases)
        if Store.exists(home):
            assert len(state(Store.open(home), self._engine)) in ((whole,) if done else (0, whole))
            assert damage(Store.open(home)) == []
        # A store that was begun is finished by the same command.
        self._forker.do("init", home)
        begun = Store.open(home)
        assert len(state(begun, self._engine)) == whole
        repair(begun)
        assert examine(begun) == ()

    def _state(self) -> State:
        return state(self._store, self._engine)


@pytest.mark.slow
def test_work_killed_at_any_moment_leaves_the_store_as_before_or_after(
    tmp_path, engine, forker, capsys
):
    killing, started = Killing(tmp_path, forker, engine), time.monotonic()
    # Until every kind of work was killed too, and some kill has left something behind.
    while killing.killed.total() < KILLS or len(killing.killed) < 6 or not killing.littered:
        killing.round()
    of_each = ", ".join(f"{work} {times}" for work, times in sorted(killing.killed.items()))
    with capsys.disabled():
        sys.stdout.write(
            f"\n{killing.killed.total()} killed ({of_each}) in "
            f"{time.monotonic() - started:.0f} s; {killing.littered} left litter; nothing lost\n"
        )


@pytest.mark.slow
def test_four_processes_that_load_at_once_and_are_killed_lose_nothing(tmp_path, engine, capsys):
    store = Store.create(tmp_path / "home", PackReference("threelands"), now=NOW)

    def load_all(who: int) -> int:
        """Load files one after another; every third attempt is killed, and made again."""
        forker, chance, killed = Forker(), random.Random(who), 0
        for number in range(CROWDED):
            file = file_of(tmp_path, who * CROWDED + number)
            while chance.random() < 1 / 3:
                after = chance.uniform(0, 0.5)
                killed += not forker.do("load", store.home, file, kill_after=after)
            forker.do("load", store.home, file)
        forker.close()
        return killed

    started = time.monotonic()
    with ThreadPoolExecutor(4) as four:
        killed = sum(four.map(load_all, range(4)))
    found = state(store, engine)
    assert len(found) == 4 * CROWDED
    assert set(found.values()) == {(ROWS, 1)}
    assert damage(store) == []
    repair(store)
    assert examine(store) == ()
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(found)} files loaded by four at once, {killed} killed between, in "
            f"{time.monotonic() - started:.0f} s; nothing lost\n"
        )


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
