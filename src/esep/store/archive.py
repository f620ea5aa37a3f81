"""How does a whole store become one file that can be checked and taken elsewhere?

A store is only ever appended to, so a backup needs no lock: it takes the releases committed when
it begins, and of the other tables a version committed after them. Loads may go on meanwhile.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from esep import __version__
from esep.errors import BadRequest
from esep.model.release import Release
from esep.store.failure import disk_failures
from esep.store.lock import LOCK_NAME
from esep.store.registers.copying import BESIDE, FILE_NAME, consistent_copy
from esep.store.snapshots import flush_directory
from esep.store.store import DESCRIPTION_NAME, Store
from esep.store.tables import TableName

ARCHIVE_FORMAT = 1
MANIFEST_NAME = "manifest.json"
SUFFIX = ".zip"
CHUNK_BYTES = 2**20
CACHE_NAME = "cache"
SNAPSHOTS_NAME = "snapshots"

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""One time for all members: the same store gives the same bytes but for the manifest."""

Step = Callable[[int, int, str], None]
"""Told after each file: how many are done, of how many, and which it was."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the store: its path inside it, and what its bytes must be."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Lacking:
    """A file the store should have had, and why it is not in the archive as it should be."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive says of itself."""

    made_at: str
    pack: str
    pack_path: str
    tables: dict[str, int]
    """The version of each table."""
    releases: int
    rows: int
    files: tuple[Member, ...]
    lacking: tuple[Lacking, ...] = ()
    made_with: str = __version__
    format: int = ARCHIVE_FORMAT

    @property
    def bytes(self) -> int:
        return sum(member.bytes for member in self.files)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file to take: by its log it has this size, or by its name this hash."""

    path: Path
    name: str
    size: int | None = None
    sha256: str = ""
    may_vanish: bool = False


def plan(store: Store, *, now: datetime) -> Manifest:
    """What a backup made now would hold; hashes are not computed."""
    wanted, manifest = _planned(store, now=now)
    if (registers := store.home / FILE_NAME).is_file():
        wanted.append(_Wanted(registers, FILE_NAME))
    members = [Member(each.name, each.path.stat().st_size, "") for each in _present(wanted)]
    return dataclasses.replace(manifest, files=tuple(members))


def archive(
    store: Store,
    target: Path,
    *,
    now: datetime,
    replace: bool = False,
    step: Step | None = None,
) -> Manifest:
    """Write the store as committed now to one file; a file of that name stays unless replaced.

    A damaged store is archived as far as it can be read, and the manifest says what was lacking.
    """
    check_target(store, target, replace=replace)
    wanted, manifest = _planned(store, now=now)
    with (
        disk_failures(target, doing="writing the backup"),
        consistent_copy(store.home, target.parent) as registers,
        _temporary(target) as temporary,
    ):
        if registers is not None:
            wanted.append(_Wanted(registers, FILE_NAME))
            wanted.sort(key=lambda each: each.name)
        with zipfile.ZipFile(temporary, "w", allowZip64=True) as zipped:
            members, lacking = _write(zipped, wanted, step)
            manifest = dataclasses.replace(manifest, files=members, lacking=lacking)
            text = json.dumps(dataclasses.asdict(manifest), indent=1, ensure_ascii=False)
            zipped.writestr(_entry(MANIFEST_NAME), text)
        temporary.flush()
        os.fsync(temporary.fileno())
        if target.exists() and not replace:
            raise _exists(target)
        Path(temporary.name).replace(target)
        flush_directory(target.parent)
    return manifest


def default_name(store: Store, now: datetime) -> str:
    return f"esep-{store.pack.id}-{now:%Y%m%dT%H%M%SZ}{SUFFIX}"


def check_target(store: Store, target: Path, *, replace: bool) -> None:
    if target.resolve().is_relative_to(store.home.resolve()):
        raise BadRequest(
            "a backup is not kept inside the store it is of",
            detail=str(target),
            hint="name a file outside, best on another disk",
        )
    if target.exists() and not (replace and target.is_file()):
        raise _exists(target)
    if not target.parent.is_dir():
        raise BadRequest(
            f"there is no folder {target.parent}", hint="make it first, or name another"
        )


def _exists(target: Path) -> BadRequest:
    return BadRequest(f"there is a file {target} already", hint="name another, or add --force")


def _planned(store: Store, *, now: datetime) -> tuple[list[_Wanted], Manifest]:
    home = store.home
    # Releases first: the rows of each were committed before it, so they are in what is listed
    # after it. Rows of a load that is not finished may come along; nobody reads them.
    committed = {
        name: store.tables[name].committed()
        for name in sorted(TableName, key=lambda name: name is not TableName.RELEASES)
    }
    releases = [
        Release(**row)
        for row in store.tables[TableName.RELEASES].read(committed[TableName.RELEASES])
    ]
    wanted = [_Wanted(home / DESCRIPTION_NAME, DESCRIPTION_NAME)]
    for version in committed.values():
        wanted += [
            _Wanted(path, _name(path, home), size=size) for path, size in version.files.items()
        ]
        # Log entries older than the last checkpoint may be tidied away while we read.
        wanted += [_Wanted(path, _name(path, home), may_vanish=True) for path in version.log]
    for sha256 in dict.fromkeys(release.snapshot for release in releases):
        path = store.snapshots.path(sha256)
        wanted.append(_Wanted(path, _name(path, home), sha256=sha256))
    wanted += [_Wanted(path, _name(path, home), may_vanish=True) for path in other_files(store)]
    manifest = Manifest(
        made_at=now.isoformat(),
        pack=store.pack.id,
        pack_path=store.pack.path,
        tables={name.value: version.version for name, version in committed.items()},
        releases=len(releases),
        rows=sum(release.rows for release in releases),
        files=(),
    )
    return sorted(wanted, key=lambda each: each.name), manifest


def other_files(store: Store) -> Iterator[Path]:
    """Whatever else was put into the folder of the store; never what can be made again."""
    own = {
        *(CACHE_NAME, SNAPSHOTS_NAME, DESCRIPTION_NAME, FILE_NAME, *BESIDE),
        *(name.value for name in TableName),
    }
    for top in sorted(store.home.iterdir()):
        if top.name in own or top.name.startswith((".", LOCK_NAME)) or top.is_symlink():
            continue
        found = [top] if top.is_file() else sorted(top.rglob("*"))
        yield from (path for path in found if path.is_file() and not path.is_symlink())


def _present(wanted: list[_Wanted]) -> list[_Wanted]:
    return [each for each in wanted if each.path.is_file()]


def _name(path: Path, home: Path) -> str:
    return path.relative_to(home).as_posix()


def _write(
    zipped: zipfile.ZipFile, wanted: list[_Wanted], step: Step | None
) -> tuple[tuple[Member, ...], tuple[Lacking, ...]]:
    members, lacking = [], []
    for number, each in enumerate(wanted, 1):
        try:
            with each.path.open("rb") as source:
                member = _copy(zipped, source, each)
        except FileNotFoundError:
            if not each.may_vanish:
                lacking.append(Lacking(each.name, "missing"))
        else:
            members.append(member)
            if each.size is not None and member.bytes != each.size:
                reason = f"{member.bytes} bytes instead of {each.size}"
                lacking.append(Lacking(each.name, reason))
            if each.sha256 and member.sha256 != each.sha256:
                lacking.append(Lacking(each.name, "its bytes are not those that were loaded"))
        if step is not None:
            step(number, len(wanted), each.name)
    return tuple(members), tuple(lacking)


def _copy(zipped: zipfile.ZipFile, source: BinaryIO, wanted: _Wanted) -> Member:
    digest, size = hashlib.sha256(), 0
    with zipped.open(_entry(wanted.name), "w", force_zip64=True) as target:
        while chunk := source.read(CHUNK_BYTES):
            digest.update(chunk)
            size += len(chunk)
            target.write(chunk)
    return Member(wanted.name, size, digest.hexdigest())


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date_time=_EARLIEST)
    # Parquet is compressed inside; the text of snapshots and logs is not.
    entry.compress_type = zipfile.ZIP_STORED if ".parquet" in name else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o100644 << 16
    return entry


@contextlib.contextmanager
def _temporary(target: Path) -> Iterator[tempfile._TemporaryFileWrapper[bytes]]:
    """A file beside the target, removed unless it has been moved to its name."""
    file = tempfile.NamedTemporaryFile(  # noqa: SIM115 - closed below, by its own rule
        dir=target.parent, prefix=f".{target.name}.", suffix=".tmp", delete=False
    )
    try:
        yield file
    finally:
        file.close()
        Path(file.name).unlink(missing_ok=True)
