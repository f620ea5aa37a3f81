"""Which outlines and wordings a pack brings."""

from __future__ import annotations

from typing import Any

from esep.catalog.catalog import Wording
from esep.catalog.definitions import Ids
from esep.catalog.pack_files import PackFiles


def read_outlines(pack: PackFiles) -> dict[str, dict[str, Any]]:
    outlines: dict[str, dict[str, Any]] = {}
    ids: Ids = {}
    for file in pack.found("outlines/*.yaml"):
        item = pack.mapping(file, "outline")
        if item is not None and pack.is_new(item, ids):
            outlines[item.id] = item.content
    return outlines


def read_wording(pack: PackFiles) -> dict[str, Wording]:
    """The wording files of each language, by name."""
    wording: dict[str, Wording] = {}
    for language in pack.languages:
        files = pack.found(f"wording/{language}/*.ftl")
        texts = ((file.rpartition("/")[2], pack.text(file)) for file in files)
        wording[language] = tuple((name, text) for name, text in texts if text is not None)
    return wording
