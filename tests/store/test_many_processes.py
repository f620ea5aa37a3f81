from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest
from store_making import NOW, batch

from esep.errors import TryAgain
from esep.store.doctor import examine
from esep.store.finding import Gravity
from esep.store.lock import lock_holder, write_lock
from esep.store.repair import repair
from esep.store.store import PackReference, Store

WRITER = Path(__file__).with_name("store_writer.py")


def start(home: Path, prefix: str, *, count: int, rows: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(WRITER), str(home), prefix, str(count), str(rows)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def rows_by_release(store: Store, engine) -> Counter[str]:
    return Counter(row["release_id"] for row in engine.collect(store.scan(engine)))


def test_four_processes_at_once_lose_nothing(store, engine):
    writers = [start(store.home, f"w{number}", count=5, rows=3) for number in range(4)]
    for writer in writers:
        assert writer.wait(timeout=120) == 0
    for writer in writers:
        writer.stdout.close()
    expected = {f"w{writer}-{number}": 3 for writer in range(4) for number in range(5)}
    assert rows_by_release(store, engine) == expected
    assert len(store.issues_by_release()) == 20
    assert examine(store) == ()


def test_threads_of_one_process_lose_nothing(store, engine):
    threads = [
        threading.Thread(target=store.append, args=[batch(f"t{number}")]) for number in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert rows_by_release(store, engine) == {f"t{number}": 1 for number in range(6)}


def test_two_processes_with_the_same_bytes_add_them_once(store, engine):
    # The same prefix makes the same bytes: whoever comes second finds them there.
    writers = [start(store.home, "same", count=4, rows=2) for _ in range(2)]
    for writer in writers:
        assert writer.wait(timeout=120) == 0
        writer.stdout.close()
    assert rows_by_release(store, engine) == {f"same-{number}": 2 for number in range(4)}


def kill_at_random(home: Path, engine, *, times: int, seed: int) -> int:
    """Kill a writer again and again; return how often that left litter behind."""
    chance = random.Random(seed)
    acknowledged: set[str] = set()
    littered = 0
    store = Store.create(home, PackReference("threelands"), now=NOW)
    for attempt in range(times):
        writer = start(store.home, f"k{attempt}", count=1000, rows=50)
        if attempt % 4 == 0:
            # On a busy machine every kill might come before the first load is through.
            acknowledged.add(writer.stdout.readline().strip())
        time.sleep(chance.uniform(0.0, 0.25))
        writer.send_signal(signal.SIGKILL)
        told, _ = writer.communicate()
        acknowledged.update(told.split())

        found = rows_by_release(store, engine)
        releases = {release.id for release in store.releases()}
        # What was told to be there is there, and nothing is there by half.
        assert acknowledged <= releases
        assert found == {each: 50 for each in releases if each.startswith("k")}
        findings = examine(store)
        assert [each for each in findings if each.gravity is Gravity.DAMAGE] == []
        littered += bool(findings)
        store.append(batch(f"after-{attempt}", observations=[]), lock_timeout_seconds=1)
    repair(store)
    assert examine(store) == ()
    assert acknowledged <= {release.id for release in store.releases()}
    assert set(rows_by_release(store, engine).values()) == {50}
    return littered


def test_a_killed_load_leaves_all_or_nothing(tmp_path, engine):
    kill_at_random(tmp_path / "home", engine, times=10, seed=1)


def test_who_holds_the_store_is_named_by_its_process(store):
    script = (
        "import sys, time; from pathlib import Path; from esep.store.lock import write_lock\n"
        "with write_lock(Path(sys.argv[1]), timeout_seconds=5):\n"
        "    print('held', flush=True); sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", script, str(store.home)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(TryAgain, match=f"process {holder.pid} is writing") as told:
            store.append(batch(), lock_timeout_seconds=0.2)
        assert "waited 0.2 s" in told.value.detail
        assert "ESEP_LOCK_TIMEOUT" in told.value.hint
        assert lock_holder(store.home) == holder.pid
        assert [finding.code for finding in examine(store)] == ["store_busy"]
        holder.stdin.close()
    assert store.releases() == ()
    assert store.append(batch(), lock_timeout_seconds=0.2)


def test_the_lock_of_a_killed_process_is_free(store):
    script = (
        "import os, sys, signal; from pathlib import Path\n"
        "from esep.store.lock import write_lock\n"
        "with write_lock(Path(sys.argv[1]), timeout_seconds=5):\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(store.home)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert lock_holder(store.home) is None
    assert store.append(batch(), lock_timeout_seconds=0.2)


def test_reading_does_not_wait_for_a_writer(store, engine):
    store.append(batch())
    with write_lock(store.home, timeout_seconds=1):
        assert lock_holder(store.home) == os.getpid()
        assert len(Store.open(store.home).releases()) == 1
        assert len(engine.collect(store.scan(engine))) == 1
