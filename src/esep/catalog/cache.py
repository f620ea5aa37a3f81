"""Whether a pack was read before and has not changed since."""

from __future__ import annotations

import hashlib
import os
import pickle
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import esep
from esep.catalog.catalog import Catalog

_STAMP = hashlib.sha256().digest_size


def pack_key(root: Path) -> bytes:
    """A hash of where the pack lies, of every file's name, size and time, and of our version.

    Our own modules count too: a value kept before a class was changed would lack a field.
    """
    digest = hashlib.sha256(f"{esep.__version__}\0{root}\0".encode())
    own = Path(esep.__file__).parent
    for folder in (root, own / "model", own / "catalog"):
        for name, size, changed in sorted(_files(folder, "")):
            digest.update(f"{name}\0{size}\0{changed}\0".encode())
    return digest.digest()


def _files(folder: Path | str, prefix: str) -> list[tuple[str, int, int]]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name == "__pycache__":
                continue
            if entry.is_dir():
                found += _files(entry.path, f"{prefix}{entry.name}/")
            else:
                stat = entry.stat()
                found.append((f"{prefix}{entry.name}", stat.st_size, stat.st_mtime_ns))
    return found


def read_cached(cache_dir: Path, root: Path, key: bytes) -> Catalog | None:
    """The catalog as it was kept, or None where it is absent, outdated or damaged."""
    try:
        content = _cache_file(cache_dir, root).read_bytes()
    except OSError:
        return None
    kept_key, sum_, payload = content[:_STAMP], content[_STAMP : 2 * _STAMP], content[2 * _STAMP :]
    if kept_key != key or hashlib.sha256(payload).digest() != sum_:
        return None
    try:
        catalog = _Unpickler.read(payload)
    except Exception:  # whatever a stale pickle raises, the pack itself is the truth
        return None
    return catalog if isinstance(catalog, Catalog) else None


def is_sound(path: Path) -> bool:
    """Whether a kept file is as it was written, current or not."""
    try:
        content = path.read_bytes()
    except OSError:
        return False
    return hashlib.sha256(content[2 * _STAMP :]).digest() == content[_STAMP : 2 * _STAMP]


def keep(cache_dir: Path, root: Path, key: bytes, catalog: Catalog) -> None:
    """Keep the catalog for next time; a cache that cannot be written is no failure."""
    payload = pickle.dumps(catalog, protocol=pickle.HIGHEST_PROTOCOL)
    target = _cache_file(cache_dir, root)
    import tempfile

    with suppress(OSError):
        cache_dir.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=cache_dir, prefix=target.stem)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(key + hashlib.sha256(payload).digest() + payload)
            Path(name).replace(target)  # at once, so that a reader never meets half a file
        except OSError:
            Path(name).unlink(missing_ok=True)


def _cache_file(cache_dir: Path, root: Path) -> Path:
    place = hashlib.sha256(str(root).encode()).hexdigest()[:16]
    return cache_dir / f"catalog-{place}.pickle"


class _Unpickler(pickle.Unpickler):
    """Builds our own values and plain ones only, whatever the file asks for."""

    @classmethod
    def read(cls, payload: bytes) -> object:
        from io import BytesIO

        return cls(BytesIO(payload)).load()

    def find_class(self, module: str, name: str) -> Any:
        own = module.startswith(("esep.model.", "esep.catalog."))
        plain = (module, name) in _PLAIN
        if not (own or plain):
            raise pickle.UnpicklingError(f"{module}.{name} is not part of a catalog")
        found = getattr(import_module(module), name)
        if own and not (isinstance(found, type) and found.__module__ == module):
            raise pickle.UnpicklingError(f"{module}.{name} is not one of our classes")
        return found


_PLAIN = {
    ("datetime", "date"),
    ("pathlib", "PosixPath"),
    ("pathlib", "WindowsPath"),
    ("decimal", "Decimal"),
}
