"""What do the codes of an SDMX export mean: structure, concepts, code lists in every language?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from esep.catalog import Catalog
from esep.exports.figures import Figures
from esep.exports.sdmx_columns import sdmx_columns
from esep.exports.sdmx_ml import SCHEMAS, STRUCTURE_URN
from esep.model.sdmx import AGENCY, STRUCTURE_ID, STRUCTURE_VERSION, from_identifier
from esep.model.text import Names

Texts = Mapping[str, str]
CONCEPTS = "CS_REG_BRIEF"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_URN = "urn:sdmx:org.sdmx.infomodel."
_OWN = f"{AGENCY}:{{}}({STRUCTURE_VERSION})"


def write_structures(figures: Figures, out: Path, *, prepared: datetime) -> None:
    """A structure message of SDMX-ML 3.0; the lists hold the codes that these figures use."""
    from lxml import etree

    root = _Message(figures, prepared).element()
    etree.ElementTree(root).write(
        str(out), encoding="UTF-8", xml_declaration=True, pretty_print=True
    )


def code_lists(figures: Figures) -> dict[str, dict[str, Texts]]:
    """By list and code the names of the code, in the languages of the pack."""
    structure, catalog = described(), figures.catalog
    table = sdmx_columns(figures)
    used = {name: _distinct(table, name) for name in table.column_names}
    lists: dict[str, dict[str, Texts]] = {}
    for component in (*structure["dimensions"], *structure["attributes"]):
        if "list" not in component:
            continue
        name = component["list"]
        codes = structure["lists"][name]["codes"]
        lists[name] = {
            code: codes.get(code) or _names(name, code, catalog) for code in used[component["id"]]
        }
    return lists


def described() -> dict[str, Any]:
    """Components and code lists, with their names; data of the package."""
    text = (files(__package__) / "structure.json").read_text(encoding="utf-8")
    content: dict[str, Any] = json.loads(text)
    return content


def _distinct(table: Any, name: str) -> list[str]:
    import pyarrow.compute as pc

    return sorted(str(each) for each in pc.unique(table[name]).to_pylist() if each)


def _names(list_id: str, code: str, catalog: Catalog) -> Texts:
    """What the pack calls a code; a code that has no name is its own."""
    found: Names | None = None
    match list_id:
        case "CL_REF_AREA":
            found = catalog.regions.version(code).names
        case "CL_INDICATOR":
            found = catalog.indicators[code].names
        case "CL_UNIT_MEASURE":
            found = catalog.units[code].names
        case "CL_UNIT_MULT":
            return dict.fromkeys(catalog.languages, f"10^{code}")
        case "CL_BREAKDOWN" | "CL_ACTIVITY":
            return dict.fromkeys(catalog.languages, from_identifier(code))
    if found is None:
        return dict.fromkeys(catalog.languages, code)
    return {language: found.text(language) for language in catalog.languages}


class _Message:
    def __init__(self, figures: Figures, prepared: datetime) -> None:
        self._figures = figures
        self._languages = figures.catalog.languages
        self._prepared = prepared
        self._described = described()

    def element(self) -> Any:
        from lxml import etree

        namespaces = {"mes": "message", "str": "structure", "com": "common"}
        root = etree.Element(
            _tag("mes", "Structure"),
            nsmap={prefix: SCHEMAS + name for prefix, name in namespaces.items()},
        )
        header = etree.SubElement(root, _tag("mes", "Header"))
        _text(header, "mes", "ID", f"{STRUCTURE_ID}_{self._prepared:%Y%m%dT%H%M%S}_structures")
        _text(header, "mes", "Test", "false")
        _text(header, "mes", "Prepared", self._prepared.isoformat(timespec="seconds"))
        etree.SubElement(header, _tag("mes", "Sender"), id=AGENCY)
        structures = etree.SubElement(root, _tag("mes", "Structures"))
        self._dataflow(etree.SubElement(structures, _tag("str", "Dataflows")))
        self._code_lists(etree.SubElement(structures, _tag("str", "Codelists")))
        self._concepts(etree.SubElement(structures, _tag("str", "ConceptSchemes")))
        self._data_structure(etree.SubElement(structures, _tag("str", "DataStructures")))
        return root

    def _named(self, parent: Any, name: str, id: str, texts: Texts, **more: str) -> Any:
        from lxml import etree

        element = etree.SubElement(parent, _tag("str", name), id=id, **more)
        for language in self._languages:
            if language in texts:
                told = etree.SubElement(element, _tag("com", "Name"))
                told.set(_XML_LANG, language)
                told.text = texts[language]
        return element

    def _own(self, parent: Any, name: str, id: str, texts: Texts, **more: str) -> Any:
        """Something that is maintained: it has an agency and a version."""
        owner = {"agencyID": AGENCY, "version": STRUCTURE_VERSION, "isExternalReference": "false"}
        return self._named(parent, name, id, texts, **owner, **more)

    def _dataflow(self, parent: Any) -> None:
        flow = self._own(parent, "Dataflow", STRUCTURE_ID, self._described["structure"])
        _text(flow, "str", "Structure", STRUCTURE_URN)

    def _code_lists(self, parent: Any) -> None:
        lists = self._described["lists"]
        for id, codes in code_lists(self._figures).items():
            own = self._own(parent, "Codelist", id, lists[id]["names"], isPartial="false")
            for code, names in codes.items():
                urn = f"{_URN}codelist.Code={_OWN.format(id)}.{code}"
                self._named(own, "Code", code, names, urn=urn)

    def _concepts(self, parent: Any) -> None:
        scheme = self._own(
            parent, "ConceptScheme", CONCEPTS, self._described["concepts"], isPartial="false"
        )
        for component in self._components():
            urn = _concept_urn(component["id"])
            self._named(scheme, "Concept", component["id"], component["names"], urn=urn)

    def _components(self) -> Iterable[Mapping[str, Any]]:
        described = self._described
        return (
            *described["dimensions"],
            described["time"],
            described["measure"],
            *described["attributes"],
        )

    def _data_structure(self, parent: Any) -> None:
        from lxml import etree

        described = self._described
        own = self._own(parent, "DataStructure", STRUCTURE_ID, described["structure"])
        components = etree.SubElement(own, _tag("str", "DataStructureComponents"))
        dimensions = etree.SubElement(components, _tag("str", "DimensionList"))
        for position, each in enumerate(described["dimensions"], start=1):
            element = _component(dimensions, "Dimension", each["id"], position=str(position))
            _coded(element, each["list"])
        time = _component(dimensions, "TimeDimension", described["time"]["id"])
        _format(time, "ObservationalTimePeriod")
        attributes = etree.SubElement(components, _tag("str", "AttributeList"))
        for each in described["attributes"]:
            usage = "mandatory" if each.get("required") else "optional"
            element = _component(attributes, "Attribute", each["id"], usage=usage)
            if "list" in each:
                _coded(element, each["list"])
            else:
                _format(element, each["text"])
            relation = etree.SubElement(element, _tag("str", "AttributeRelationship"))
            etree.SubElement(relation, _tag("str", "Observation"))
        measures = etree.SubElement(components, _tag("str", "MeasureList"))
        measure = _component(measures, "Measure", described["measure"]["id"], usage="mandatory")
        _format(measure, "Decimal")


def _tag(prefix: str, name: str) -> str:
    schema = {"mes": "message", "str": "structure", "com": "common"}[prefix]
    return f"{{{SCHEMAS}{schema}}}{name}"


def _text(parent: Any, prefix: str, name: str, text: str) -> None:
    from lxml import etree

    etree.SubElement(parent, _tag(prefix, name)).text = text


def _concept_urn(id: str) -> str:
    return f"{_URN}conceptscheme.Concept={_OWN.format(CONCEPTS)}.{id}"


def _component(parent: Any, name: str, id: str, **more: str) -> Any:
    from lxml import etree

    element = etree.SubElement(parent, _tag("str", name), id=id, **more)
    _text(element, "str", "ConceptIdentity", _concept_urn(id))
    return element


def _coded(element: Any, list_id: str) -> None:
    from lxml import etree

    representation = etree.SubElement(element, _tag("str", "LocalRepresentation"))
    urn = f"{_URN}codelist.Codelist={_OWN.format(list_id)}"
    _text(representation, "str", "Enumeration", urn)


def _format(element: Any, kind: str) -> None:
    from lxml import etree

    representation = etree.SubElement(element, _tag("str", "LocalRepresentation"))
    etree.SubElement(representation, _tag("str", "TextFormat"), textType=kind)
