"""What does an Open SDG site say about the indicator of a data file that lies in it?"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from esep.catalog.problem import Problems
from esep.catalog.yaml_file import read_yaml

_DATA = re.compile(r"indicator_(?P<number>[0-9a-z]+(?:-[0-9a-z]+)+)\.csv", re.I)
_MOST_BYTES = 2_000_000
"""Of one file: the translations of a whole site are below 200 kB."""


@dataclass(frozen=True, slots=True)
class SdgMetadata:
    number: str
    """As 8.5.2."""
    names: Mapping[str, str]
    """By language, as far as the site translates them."""
    units: Mapping[str, str]
    definition: str
    source: str


def read_sdg_metadata(path: Path, languages: Collection[str]) -> SdgMetadata | None:
    """The metadata beside `data/indicator_8-5-2.csv`, or None where it is of no such site."""
    found = _DATA.fullmatch(path.name)
    if found is None or path.parent.name != "data":
        return None
    number, site = found["number"].lower(), path.parent.parent
    said: dict[str, Any] = {}
    for folder, suffix in (("meta", "yml"), ("meta", "md"), ("indicator-config", "yml")):
        said |= _mapping(site / folder / f"{number}.{suffix}")
    if not said:
        return None

    def told(key: str) -> dict[str, str]:
        """A key of the metadata in each language: a text, or `file.key` of the translations."""
        text = str(said.get(key) or "").strip()
        file, mark, name = text.partition(".")
        if not (mark and name and re.fullmatch(r"[\w-]+", file) and re.fullmatch(r"\S+", name)):
            return {"": text} if text else {}
        translated = {
            language: _mapping(site / "translations" / language / f"{file}.yml").get(name)
            for language in languages
        }
        return {language: str(each).strip() for language, each in translated.items() if each}

    return SdgMetadata(
        number=str(said.get("indicator_number") or number.replace("-", ".")),
        names=told("indicator_available") or told("indicator_name") or told("graph_title"),
        units=told("computation_units"),
        definition=_first(told("computation_definitions")) or _first(told("indicator_definition")),
        source=_first(told("source_organisation_1")) or _first(told("source_data_1")),
    )


def _first(texts: Mapping[str, str]) -> str:
    return next((" ".join(text.split()) for text in texts.values() if text), "")


def _mapping(path: Path) -> dict[str, Any]:
    """The keys of a YAML file, or of the front matter of a Markdown file; none if it is broken."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return {}
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return {}  # metadata help a reader; the figures stand without them
    if path.suffix == ".md":
        text = text.partition("---")[2].partition("\n---")[0]
    located = read_yaml(text, path.name, Problems())
    content = located.content if located is not None else None
    return content if isinstance(content, dict) else {}
