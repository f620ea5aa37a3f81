"""How does a store come back from a backup, whole or not at all?

The archive may come from anywhere, so nothing of it is believed: names, sizes and hashes are
checked, and the store appears at its place only when all of it is there.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO, Any

from esep.errors import BadRequest, EsepError, NotFound, TryAgain
from esep.store.archive import (
    ARCHIVE_FORMAT,
    CHUNK_BYTES,
    MANIFEST_NAME,
    SNAPSHOTS_NAME,
    Lacking,
    Manifest,
    Member,
    Step,
)
from esep.store.delta import check_path
from esep.store.failure import disk_failures
from esep.store.lock import LOCK_NAME, write_lock
from esep.store.snapshots import flush_directory
from esep.store.store import DESCRIPTION_NAME, Store

MAX_MANIFEST_BYTES = 256 * 2**20
MAX_RATIO = 200
"""Unpacked to packed: tables of figures reach 30, a bomb 1,000."""
_SMALL_BYTES = 64 * 2**20
"""Below this an archive may unpack to any ratio."""
_SPARE_BYTES = 4 * 2**20
_PART = re.compile(r"[^\x00-\x1f/\\:]{1,200}")
_RESERVED = (LOCK_NAME,)

_UNTRUSTED = "use another backup; this one was damaged or not made by esep backup"


@dataclass(frozen=True, slots=True)
class Restored:
    manifest: Manifest
    home: Path
    kept_aside: Path | None = None
    """Where the store is that was there before."""


def read_manifest(path: Path) -> Manifest:
    """What an archive says of itself, once its list of contents can be believed."""
    with _opened(path) as zipped:
        return _manifest(zipped, path)


def verify(path: Path, *, step: Step | None = None) -> Manifest:
    """Read the whole archive and compare every hash; nothing is written."""
    with _opened(path) as zipped:
        manifest = _manifest(zipped, path)
        for number, member in enumerate(manifest.files, 1):
            _take(zipped, member, path, None)
            if step is not None:
                step(number, len(manifest.files), member.path)
    return manifest


def restore(
    path: Path,
    home: Path,
    *,
    now: datetime,
    replace: bool = False,
    step: Step | None = None,
    lock_timeout_seconds: float = 30,
) -> Restored:
    """Make the store of an archive at `home`. A store that is there is kept aside, if replaced."""
    home = home.absolute()
    check_home(home, replace=replace)
    with _opened(path) as zipped:
        manifest = _manifest(zipped, path)
        with disk_failures(home, doing="restoring the store"):
            home.parent.mkdir(parents=True, exist_ok=True)
            _check_room(home.parent, manifest)
            folder = Path(tempfile.mkdtemp(dir=home.parent, prefix=f".{home.name}.restoring-"))
            try:
                folder.chmod(0o755)
                for number, member in enumerate(manifest.files, 1):
                    _unpack(zipped, member, path, folder)
                    if step is not None:
                        step(number, len(manifest.files), member.path)
                _check_usable(folder, manifest, path)
                aside = put_in_place(folder, home, now, lock_timeout_seconds)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
    return Restored(manifest, home, aside)


def check_home(home: Path, *, replace: bool) -> None:
    """Refuse to restore over anything, unless it is a store that may be replaced."""
    check_path(home)
    if not home.exists() and not home.is_symlink():
        return
    if home.is_symlink():
        raise BadRequest(f"{home} is a link", hint="name the folder itself with --home")
    if not home.is_dir():
        raise BadRequest(f"{home} is not a folder", hint="name another with --home")
    if Store.exists(home):
        if not replace:
            raise BadRequest(
                f"there is a store at {home} already",
                hint="name another folder with --home, or add --force: the store that is there is "
                "then kept beside it under another name",
            )
    elif any(home.iterdir()):
        raise BadRequest(
            f"{home} is not empty, and what is in it is no store",
            hint="name another folder with --home",
        )


# -- what an archive says ------------------------------------------------------------------


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        if not path.is_file():
            raise NotFound(f"there is no file {path}", hint="check the path of the backup")
        with zipfile.ZipFile(path) as zipped:
            yield zipped
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        # A member that cannot be unpacked is as bad as an archive that cannot be opened.
        raise _damaged(path, str(error) or "it ends too early") from error
    except EsepError:
        raise
    except OSError as error:
        if isinstance(error, PermissionError):
            raise BadRequest(f"{path} may not be read by this user") from error
        raise TryAgain(f"the backup {path} could not be read", detail=str(error)) from error


def _damaged(path: Path, reason: str) -> BadRequest:
    return BadRequest(f"{path} is no backup that can be trusted", detail=reason, hint=_UNTRUSTED)


def _manifest(zipped: zipfile.ZipFile, path: Path) -> Manifest:
    entries = {entry.filename: entry for entry in zipped.infolist()}
    if len(entries) < len(zipped.infolist()):
        raise _damaged(path, "it has two files of one name")
    _check_sizes(zipped, path)
    entry = entries.pop(MANIFEST_NAME, None)
    if entry is None:
        raise _damaged(path, f"it has no {MANIFEST_NAME}")
    if entry.file_size > MAX_MANIFEST_BYTES:
        raise _damaged(path, f"its {MANIFEST_NAME} is too large")
    manifest = _read(zipped.read(entry), path)
    names = {member.path for member in manifest.files}
    if len(names) < len(manifest.files) or names != entries.keys():
        odd = sorted(names ^ entries.keys())[:3]
        raise _damaged(path, f"its list of files is not what is in it: {', '.join(odd)}")
    for member in manifest.files:
        _check_member(member, entries[member.path], path)
    if DESCRIPTION_NAME not in names:
        raise _damaged(path, f"it has no {DESCRIPTION_NAME}")
    return manifest


def _read(content: bytes, path: Path) -> Manifest:
    try:
        said: dict[str, Any] = json.loads(content)
        if said["format"] != ARCHIVE_FORMAT:
            raise BadRequest(
                f"{path} has format {said['format']}; this esep reads format {ARCHIVE_FORMAT}",
                hint="use the version of esep that made the backup",
            )
        files = tuple(
            Member(str(each["path"]), int(each["bytes"]), str(each["sha256"]))
            for each in said["files"]
        )
        lacking = tuple(Lacking(str(each["path"]), str(each["reason"])) for each in said["lacking"])
        return Manifest(
            made_at=datetime.fromisoformat(said["made_at"]).isoformat(),
            pack=str(said["pack"]),
            pack_path=str(said["pack_path"]),
            tables={str(name): int(version) for name, version in said["tables"].items()},
            releases=int(said["releases"]),
            rows=int(said["rows"]),
            files=files,
            lacking=lacking,
            made_with=str(said["made_with"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _damaged(path, f"its {MANIFEST_NAME} cannot be read: {error}") from error


def _check_sizes(zipped: zipfile.ZipFile, path: Path) -> None:
    packed = path.stat().st_size
    # Members that share their packed bytes are how a small file unpacks without end.
    if sum(entry.compress_size for entry in zipped.infolist()) > packed:
        raise _damaged(path, "its files overlap")
    unpacked = sum(entry.file_size for entry in zipped.infolist())
    if unpacked > max(_SMALL_BYTES, MAX_RATIO * packed):
        raise _damaged(
            path, f"{packed:,} bytes would unpack to {unpacked:,}: more than figures can"
        )


def _check_member(member: Member, entry: zipfile.ZipInfo, path: Path) -> None:
    parts = member.path.split("/")
    unsafe = (
        PurePosixPath(member.path).is_absolute()
        or any(part in (".", "..") or not _PART.fullmatch(part) for part in parts)
        or parts[0].startswith(_RESERVED)
        or len(member.path) > 1000
    )
    if unsafe:
        raise _damaged(path, f"it would write outside the store: {member.path[:200]!r}")
    kind = entry.external_attr >> 16 & 0o170000
    if entry.is_dir() or kind not in (0, 0o100000):
        raise _damaged(path, f"{member.path} is not an ordinary file")
    if entry.flag_bits & 1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _damaged(path, f"{member.path} is encrypted or packed in an unknown way")
    if member.bytes != entry.file_size:
        raise _damaged(path, f"{member.path} has {entry.file_size} bytes, not {member.bytes}")


# -- taking it out -------------------------------------------------------------------------


def _unpack(zipped: zipfile.ZipFile, member: Member, path: Path, folder: Path) -> None:
    target = folder / member.path
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        _take(zipped, member, path, file)
        file.flush()
        os.fsync(file.fileno())
    if member.path.startswith(f"{SNAPSHOTS_NAME}/"):
        target.chmod(0o444)


def _take(zipped: zipfile.ZipFile, member: Member, path: Path, file: IO[bytes] | None) -> None:
    digest, left = hashlib.sha256(), member.bytes
    with zipped.open(member.path) as source:
        while chunk := source.read(min(CHUNK_BYTES, left + 1)):
            left -= len(chunk)
            if left < 0:
                raise _damaged(path, f"{member.path} is longer than it says")
            digest.update(chunk)
            if file is not None:
                file.write(chunk)
    if left or digest.hexdigest() != member.sha256:
        raise _damaged(path, f"the bytes of {member.path} are not those that were backed up")


def _check_room(folder: Path, manifest: Manifest) -> None:
    free_bytes = shutil.disk_usage(folder).free
    if free_bytes < manifest.bytes + _SPARE_BYTES:
        raise TryAgain(
            "the disk is full: restoring was not started and nothing changed",
            detail=f"{folder}: {free_bytes / 2**20:.1f} MB are free and "
            f"{(manifest.bytes + _SPARE_BYTES) / 2**20:.1f} MB are needed",
            hint="free some space on that disk, or restore to another with --home",
        )


def _check_usable(folder: Path, manifest: Manifest, path: Path) -> None:
    """What was unpacked must open as the store it was; what was lacking then may lack now."""
    if manifest.lacking:
        return
    try:
        store = Store.open(folder)
        for table in store.tables.values():
            lost = [file for file in table.files() if not Path(file).is_file()]
            if lost:
                raise _damaged(path, f"it lacks {Path(lost[0]).name}")
        found = len(store.releases())
    except EsepError as error:
        raise _damaged(path, str(error)) from error
    if found != manifest.releases:
        raise _damaged(path, f"it has {found} releases, not {manifest.releases}")


def put_in_place(
    folder: Path, home: Path, now: datetime, lock_timeout_seconds: float
) -> Path | None:
    """Let a finished folder become the store at `home`; return where the former store is kept."""
    aside = None
    if Store.exists(home):
        aside = home.with_name(f"{home.name}.before-{now:%Y%m%dT%H%M%SZ}")
        if aside.exists():
            raise TryAgain(f"there is {aside} already", hint="run the command again")
        # Not while somebody loads into the store that goes: what he adds would be lost.
        with write_lock(home, timeout_seconds=lock_timeout_seconds):
            home.rename(aside)
            try:
                folder.rename(home)
            except OSError:
                aside.rename(home)
                raise
    else:
        folder.rename(home)
    with suppress(OSError):
        flush_directory(home.parent)
    return aside
