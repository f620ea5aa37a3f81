"""Who may write to the store now? One process; the others wait, then are told who holds it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from esep.errors import TryAgain
from esep.store.failure import disk_failures

LOCK_NAME = "write.lock"
_HOLDER_NAME = "write.lock.holder"


@contextmanager
def write_lock(home: Path, *, timeout_seconds: float) -> Iterator[None]:
    """Hold the store for writing. The system lets go of the lock if the process is killed."""
    from filelock import FileLock, Timeout

    lock = FileLock(home / LOCK_NAME, timeout=timeout_seconds, thread_local=False)
    try:
        with disk_failures(home, doing="taking the lock for writing"):
            lock.acquire()
    except Timeout as timeout:
        raise busy(home, timeout_seconds) from timeout
    except TryAgain as failure:
        # Timeout is an OSError, so it may come translated.
        if isinstance(failure.__cause__, Timeout):
            raise busy(home, timeout_seconds) from failure.__cause__
        raise
    holder = home / _HOLDER_NAME
    try:
        # Only a courtesy to those who wait: a full disk must not stop us here.
        with suppress(OSError):
            holder.write_text(str(os.getpid()), encoding="ascii")
        yield
    finally:
        with suppress(OSError):
            holder.unlink()
        lock.release()


def busy(home: Path, waited_seconds: float) -> TryAgain:
    pid = lock_holder(home)
    who = f"process {pid}" if pid else "another process"
    return TryAgain(
        f"{who} is writing to the store {home}",
        detail=f"waited {waited_seconds:g} s for it to finish",
        hint="run the command again when it has finished, or raise ESEP_LOCK_TIMEOUT (seconds)",
    )


def lock_holder(home: Path) -> int | None:
    """The id of the living process that holds the store for writing, if any says so."""
    try:
        pid = int((home / _HOLDER_NAME).read_text(encoding="ascii"))
        os.kill(pid, 0)
    except PermissionError:
        return pid  # it lives, and belongs to another user
    except (OSError, ValueError, OverflowError):
        return None
    # The system gives the number of a dead process to another, which holds nothing.
    return pid if is_held(home) else None


def holder_left(home: Path) -> Path | None:
    """The mark of a process that was killed while it held the store."""
    holder = home / _HOLDER_NAME
    return holder if holder.exists() and not is_held(home) else None


def is_held(home: Path) -> bool:
    """Whether a process holds the store; true where that cannot be told."""
    from filelock import FileLock, Timeout

    if not (home / LOCK_NAME).exists():
        return False
    lock = FileLock(home / LOCK_NAME, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except (Timeout, OSError):
        return True
    lock.release()
    return False
