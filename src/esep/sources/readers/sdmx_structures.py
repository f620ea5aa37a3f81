"""What do the codes of a dataflow mean, in every language its structure message has?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from esep.model.observation import Place
from esep.sources.readers.sdmx_ml import feed, no_document_type, root_of
from esep.sources.refusal import refused

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LIST = re.compile(r"=([A-Za-z0-9_.-]+):([A-Za-z0-9_@$-]+)\(")
_ITEMS = ("Code", "Concept")
_SCHEMES = ("Codelist", "ConceptScheme")
_COMPONENTS = {
    "Dimension": "dimension",
    "TimeDimension": "time",
    "MeasureDimension": "dimension",
    "Attribute": "attribute",
    "Measure": "measure",
    "PrimaryMeasure": "measure",
}

Names = Mapping[str, str]
"""By language."""


@dataclass(slots=True)
class Component:
    id: str
    kind: str
    """`dimension`, `time`, `attribute` or `measure`."""
    code_list: str = ""


@dataclass(slots=True)
class Structures:
    lists: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)
    """By code list or concept scheme and code: the names by language."""
    components: dict[str, list[Component]] = field(default_factory=dict)
    """By data structure."""


def read_structures(content: bytes, *, file: str) -> Structures:
    """Of a structure message of SDMX-ML 2.1 or 3.0; the names of all languages are kept."""
    if root_of(content) != "Structure":
        raise refused(
            Place(file),
            "not_sdmx_structures",
            found=f"an XML document <{root_of(content)[:60]}>",
            expected="an SDMX-ML message of structures",
            hint="ask the registry for the data structure with its references",
        )
    target = _Target(file)
    feed(content, target, file=file)
    return target.structures


class _Target:
    def __init__(self, file: str) -> None:
        self.structures = Structures()
        self._file = file
        self._list = self._item = self._language = ""
        self._names: dict[str, str] | None = None
        self._structure: list[Component] | None = None
        self._component: Component | None = None
        self._in_enumeration = False
        self._text: list[str] = []

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise no_document_type(self._file)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition("}")[2]
        self._text = []
        if name in _SCHEMES:
            self._list = attributes.get("id", "")
            self.structures.lists.setdefault(self._list, {})
        elif name in _ITEMS and self._list:
            self._item = attributes.get("id", "")
            self._names = self.structures.lists[self._list].setdefault(self._item, {})
        elif name == "Name":
            self._language = attributes.get(_LANGUAGE, "")
        elif name == "DataStructure" and "id" in attributes:
            self._structure = self.structures.components.setdefault(attributes["id"], [])
        elif name in _COMPONENTS and self._structure is not None and "id" in attributes:
            self._component = Component(attributes["id"], _COMPONENTS[name])
            self._structure.append(self._component)
        elif name == "Enumeration":
            self._in_enumeration = True
        elif name == "Ref" and self._in_enumeration and self._component is not None:
            self._component.code_list = attributes.get("id", "")

    def data(self, text: str) -> None:
        self._text.append(text)

    def end(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        text = "".join(self._text).strip()
        if name == "Name" and self._names is not None:
            self._names[self._language] = text
        elif name in _ITEMS:
            self._names = None
        elif name in _SCHEMES:
            self._list = ""
        elif name == "Enumeration":
            self._in_enumeration = False
            if self._component is not None and (match := _LIST.search(text)):
                self._component.code_list = match[2]
        elif name in _COMPONENTS:
            self._component = None
        elif name == "DataStructure":
            self._structure = None
        self._text = []

    def close(self) -> None:
        """Called at the end of the document."""
