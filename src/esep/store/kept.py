"""Results worth keeping beside the store: files that can be thrown away and made again."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

MOST = 8
"""Kept files of one kind; the ones longest unused go first."""


_ENDS = {".parquet": b"PAR1", ".json": b"}"}


class Kept:
    """A folder of files named by what they were made from. Nothing in it is the truth."""

    def __init__(
        self, folder: Path, kind: str, suffix: str = ".parquet", *, most: int = MOST
    ) -> None:
        self._folder = folder
        self._kind = kind
        self._suffix = suffix
        self._most = most

    def find(self, key: str) -> Path | None:
        path = self._path(key)
        if not _is_whole(path):
            return None
        with suppress(OSError):
            os.utime(path)
        return path

    def keep(self, key: str, write: Callable[[Path], None]) -> Path | None:
        """Let `write` fill a file and give its place; None where it cannot be kept."""
        import tempfile

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
        return self._folder / f"{self._kind}-{key}{self._suffix}"

    def _forget(self) -> None:
        with suppress(OSError):
            kept = sorted(
                self._folder.glob(f"{self._kind}-*{self._suffix}"),
                key=lambda path: -path.stat().st_mtime,
            )
            for path in kept[self._most :]:
                path.unlink(missing_ok=True)


def _is_whole(path: Path) -> bool:
    """Whether a kept file ends as it should: one cut off by a full disk is made again."""
    end = _ENDS[path.suffix]
    try:
        with path.open("rb") as file:
            file.seek(-len(end), os.SEEK_END)
            return file.read() == end
    except OSError:
        return False
