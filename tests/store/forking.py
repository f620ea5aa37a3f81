"""How does a test start work on a store in another process, and kill it?"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
PACK = HERE.parent / "packs" / "threelands"
GIVE_UP_SECONDS = 2


class Forker:
    """Does work in processes that can be killed; `work_forked.py` says which work there is."""

    def __init__(self) -> None:
        command = [sys.executable, str(HERE / "work_forked.py"), str(PACK)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._read() == "ready"

    def do(
        self,
        work: str,
        home: Path,
        file: Path | None = None,
        *,
        kill_after: float | None = None,
        while_it_writes: bool = False,
    ) -> bool:
        """Do it; whether it came to its end, if it may be killed so long after its beginning.

        `while_it_writes` counts from the moment it holds the store.
        """
        self._write(f"{work} {home} {file or home}")
        pid = self._read()
        if kill_after is not None:
            give_up = time.monotonic() + GIVE_UP_SECONDS
            while while_it_writes and time.monotonic() < give_up:
                if _holds(home, pid):
                    break
                time.sleep(0.001)
            time.sleep(kill_after)
            os.kill(int(pid), signal.SIGKILL)
        self._write("")
        ended = self._read()
        assert ended in ("done", "gone"), f"{work} failed by itself"
        assert kill_after is not None or ended == "done", f"{work} was killed by nobody"
        return ended == "done"

    def lasts(self, work: str, home: Path, file: Path | None = None) -> float:
        """Seconds that it takes when it is left alone."""
        started = time.monotonic()
        self.do(work, home, file)
        return time.monotonic() - started

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def _write(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def _read(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


def _holds(home: Path, pid: str) -> bool:
    try:
        return (home / "write.lock.holder").read_text() == pid
    except FileNotFoundError:
        return False
