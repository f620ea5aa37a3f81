"""Which description is for a file: one beside it, one that is named, or one of the pack?"""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

from esep.catalog import Catalog
from esep.catalog.nearest import nearest
from esep.catalog.source_descriptions import read_description_file
from esep.errors import NotFound
from esep.model.source_description import SourceDescription

SUFFIX = ".source.yaml"


def find_description(path: Path, catalog: Catalog, *, named: str = "") -> SourceDescription | None:
    """The description of a file, or None where it needs none or has none.

    `named` is the id of a description of the pack, or a file. Of several descriptions of the
    pack, the one whose pattern says most about the name is meant.
    """
    if named:
        return _named(named, catalog)
    for beside in (path.with_name(path.name + SUFFIX), path.with_suffix(SUFFIX)):
        if beside.is_file():
            return read_description_file(beside, catalog)
    return of_pack(path.name, catalog)


def of_pack(name: str, catalog: Catalog) -> SourceDescription | None:
    best: SourceDescription | None = None
    longest = -1
    for description in catalog.descriptions.values():
        for pattern in description.files:
            said = len(pattern.replace("*", ""))
            if said > longest and fnmatchcase(name.casefold(), pattern.casefold()):
                best, longest = description, said
    return best


def _named(named: str, catalog: Catalog) -> SourceDescription:
    if named in catalog.descriptions:
        return catalog.descriptions[named]
    if Path(named).is_file():
        return read_description_file(Path(named), catalog)
    close = nearest(named, catalog.descriptions, limit=3)
    known = ", ".join(catalog.descriptions) or "none"
    raise NotFound(
        f"there is no description '{named}'",
        hint=f"nearest: {', '.join(close)}" if close else f"descriptions of the pack: {known}",
    )
