"""Where are the bytes as received, and are they still what they were?"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from esep.errors import Defect, NotFound
from esep.store.failure import disk_failures


def hash_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class Snapshots:
    """Files named by the hash of their bytes: written once, never changed."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, sha256: str) -> Path:
        return self.root / sha256[:2] / sha256

    def keep(self, content: bytes) -> str:
        """Keep the bytes and return their hash; keeping the same bytes again does nothing."""
        sha256 = hash_of(content)
        path = self.path(sha256)
        with disk_failures(path.parent, doing="keeping the file as received"):
            if path.exists() and path.stat().st_size == len(content):
                return sha256
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, content, mode=0o444)
        return sha256

    def read(self, sha256: str) -> bytes:
        path = self.path(sha256)
        try:
            content = path.read_bytes()
        except FileNotFoundError as error:
            raise NotFound(
                f"the snapshot {sha256[:12]} is missing",
                detail=str(path),
                hint="restore it from a backup; esep doctor lists every missing snapshot",
            ) from error
        if hash_of(content) != sha256:
            raise Defect(
                f"the snapshot {sha256[:12]} is damaged: its bytes no longer match its hash",
                detail=str(path),
                hint="restore it from a backup; esep doctor lists every damaged snapshot",
            )
        return content


def write_atomically(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Write a file so that a reader or a crash sees all of it or nothing of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    flush_directory(path.parent)


def flush_directory(directory: Path) -> None:
    """Make the names in a directory survive a power cut."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
