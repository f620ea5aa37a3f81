"""Read a country pack and refuse it, with every error it has, unless all of it is right."""

from __future__ import annotations

from pathlib import Path

import esep
from esep.catalog.cache import keep, pack_key, read_cached
from esep.catalog.catalog import Catalog
from esep.errors import NotFound


def load_catalog(pack: str | Path, cache_dir: Path | None = None) -> Catalog:
    """Load a pack by the id of one that comes with esep, or by its folder.

    With `cache_dir`, a pack that has not changed is not read and checked again.
    """
    root = find_pack(pack)
    if cache_dir is None:
        return _read(root)
    key = pack_key(root)
    catalog = read_cached(cache_dir, root, key)
    if catalog is None:
        catalog = _read(root)
        keep(cache_dir, root, key, catalog)
    return catalog


def find_pack(pack: str | Path) -> Path:
    """The folder of a pack; an id is looked for among the packs of esep first."""
    own = _own_packs()
    for folder in (own / pack, Path(pack)):
        if (folder / "pack.yaml").is_file():
            return folder.resolve()
    known = ", ".join(sorted(path.parent.name for path in own.glob("*/pack.yaml"))) or "none"
    raise NotFound(
        f"There is no country pack '{pack}'",
        detail="A pack is a folder with a pack.yaml.",
        hint=f"Packs of esep: {known}; or give a folder.",
    )


def _own_packs() -> Path:
    return Path(esep.__file__).parent / "packs"


def _read(root: Path) -> Catalog:
    # Reading brings in the YAML and schema libraries; a cached catalog needs neither.
    from esep.catalog.read_pack import read_pack

    return read_pack(root)
