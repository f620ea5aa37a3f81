"""Results worth keeping beside the store: files that can be thrown away and made again."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

MOST = 8
"""Kept files of one kind; the ones longest unused go first."""


class Kept:
    """A folder of files named by what they were made from. Nothing in it is the truth."""

    def __init__(self, folder: Path, kind: str) -> None:
        self._folder = folder
        self._kind = kind

    def find(self, key: str) -> Path | None:
        path = self._path(key)
        if not path.is_file():
            return None
        with suppress(OSError):
            os.utime(path)
        return path

    def keep(self, key: str, write: Callable[[Path], None]) -> Path | None:
        """Let `write` fill a file and give its place; None where it cannot be kept."""
        path = self._path(key)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, prefix=f".{self._kind}-")
            os.close(handle)
        except OSError:
            return None
        temporary = Path(name)
        try:
            write(temporary)
            # At once, so that a reader never meets half a file.
            temporary.replace(path)
        except OSError:
            return None
        finally:
            temporary.unlink(missing_ok=True)
        self._forget()
        return path

    def _path(self, key: str) -> Path:
        return self._folder / f"{self._kind}-{key}.parquet"

    def _forget(self) -> None:
        with suppress(OSError):
            kept = sorted(
                self._folder.glob(f"{self._kind}-*.parquet"), key=lambda path: -path.stat().st_mtime
            )
            for path in kept[MOST:]:
                path.unlink(missing_ok=True)
