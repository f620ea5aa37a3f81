"""How is a dataflow of SDMX read: what does the pack say, or a file beside the data?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from esep.catalog.pack_files import PackFiles
from esep.model.sdmx_mapping import Property, SdmxMapping

IN_PACK = "descriptions/sdmx/*.yaml"
BESIDE = ".sdmx.yaml"
"""`figures.xml` is described by `figures.sdmx.yaml`."""

_PROPERTIES = (
    "indicator",
    "region",
    "unit",
    "period",
    "value",
    "comparison",
    "base",
    "stage",
    "note",
)
_USUAL = {"period": "TIME_PERIOD", "value": "OBS_VALUE"}


def find_sdmx_mapping(
    pack: Path, structure: str, *, beside: Path | None = None
) -> SdmxMapping | None:
    """The mapping beside the file, else the one of the pack that is for its structure."""
    if beside is not None:
        path = beside.with_name(beside.stem + BESIDE)
        if path.is_file():
            return next(_read(path.parent, path.name))
    return next((each for each in _read(pack, IN_PACK) if each.is_for(structure)), None)


def check_sdmx_mappings(pack: PackFiles, *, known: Mapping[str, Collection[str]]) -> None:
    """Complain of mappings that no file could be read by; `known` are ids by property."""
    ids: dict[str, str] = {}
    for name in pack.found(IN_PACK):
        item = pack.mapping(name, "sdmx")
        if item is None:
            continue
        pack.is_new(item, ids)
        for property, options in known.items():
            for code, meant in item.content.get(property, {}).get("codes", {}).items():
                if str(meant).partition(":")[0] not in options:
                    item.complain(
                        pack.problems,
                        *(property, "codes", code),
                        found=f"'{meant}'",
                        expected=f"the id of a known {property}",
                        options=options,
                    )


def _read(folder: Path, pattern: str) -> Iterator[SdmxMapping]:
    files = PackFiles(folder)
    read = []
    names = files.found(pattern) if "*" in pattern else [pattern]
    for name in names:
        item = files.mapping(name, "sdmx")
        if item is not None:
            read.append(mapping_of(item.content))
    files.problems.refuse(folder.name)
    yield from read


def mapping_of(content: dict[str, Any]) -> SdmxMapping:
    """A mapping from what the schema allows."""
    january = content.get("since_january", {})
    properties = {
        name: Property((component,)) for name, component in _USUAL.items() if name not in content
    }
    properties |= {name: _property(content[name]) for name in _PROPERTIES if name in content}
    return SdmxMapping(
        id=content["id"],
        structures=tuple(content.get("structures", ())),
        properties=properties,
        breakdown={name: _property(each) for name, each in content.get("breakdown", {}).items()},
        since_january=(january.get("dimension", ""), frozenset(january.get("codes", ()))),
        ignored=frozenset(content.get("ignore", ())),
    )


def _property(content: dict[str, Any]) -> Property:
    dimension = content.get("dimension")
    return Property(
        components=(dimension,) if dimension else tuple(content.get("dimensions", ())),
        codes={str(code): str(meant) for code, meant in content.get("codes", {}).items()},
        always=content.get("is", ""),
        scale=content.get("scale", ""),
    )
