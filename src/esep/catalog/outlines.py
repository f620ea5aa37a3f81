"""Which outlines and wordings a pack brings."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from esep.catalog.catalog import Wording
from esep.catalog.definitions import Ids, check_known
from esep.catalog.pack_files import PackFiles

Path = tuple[str | int, ...]


def read_outlines(pack: PackFiles, *, indicators: Collection[str]) -> dict[str, dict[str, Any]]:
    outlines: dict[str, dict[str, Any]] = {}
    ids: Ids = {}
    for file in pack.found("outlines/*.yaml"):
        item = pack.mapping(file, "outline")
        if item is not None and pack.is_new(item, ids):
            outlines[item.id] = item.content
            for path, indicator in _named(item.content, ()):
                check_known(pack, item, indicator, indicators, "an indicator of the pack", *path)
    return outlines


def _named(content: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every indicator an outline names, with where it does."""
    if isinstance(content, list):
        for number, each in enumerate(content):
            yield from _named(each, (*path, number))
    if not isinstance(content, dict):
        return
    for key, value in content.items():
        here = (*path, key)
        match key:
            case "of":
                yield here, value
            case "indicators":
                yield from (((*here, number), each) for number, each in enumerate(value))
            case "key_figures":
                yield from (((*here, n), each.partition(".")[0]) for n, each in enumerate(value))
            case "facts" | "optional":
                for slot, reference in value.items():
                    if "." in reference:
                        yield (*here, slot), reference.partition(".")[0]
            case _:
                yield from _named(value, here)


def read_wording(pack: PackFiles) -> dict[str, Wording]:
    """The wording files of each language, by name."""
    wording: dict[str, Wording] = {}
    for language in pack.languages:
        files = pack.found(f"wording/{language}/*.ftl")
        texts = ((file.rpartition("/")[2], pack.text(file)) for file in files)
        wording[language] = tuple((name, text) for name, text in texts if text is not None)
    return wording
