"""What does an SDMX-JSON data message (1.0, 2.0) hold?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from esep.model.observation import Place
from esep.sources.readers.columns import ReadColumns
from esep.sources.readers.observed import Observed, TooManyColumns
from esep.sources.refusal import FileRefused, refused

MAX_JSON_BYTES = 128 * 2**20
"""JSON is read whole: beyond this the CSV or XML of the same dataflow is asked for."""

Structure = Mapping[str, Any]


def is_sdmx_json(content: bytes) -> bool:
    return content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and b'"dataSets"' in content


def read_sdmx_json(content: bytes, *, file: str) -> ReadColumns:
    """Every observation with all that its indices point at, in the file's order.

    Numbers keep their digits: they are never made floats.
    """
    if len(content) > MAX_JSON_BYTES:
        raise refused(
            Place(file),
            "too_large",
            found=f"{len(content) / 2**20:.0f} MB of JSON",
            expected=f"at most {MAX_JSON_BYTES / 2**20:.0f} MB",
            hint="ask the service for SDMX-CSV or SDMX-ML of the same data",
        )
    try:
        message = json.loads(
            content.decode("utf-8-sig"), parse_float=str, parse_int=str, parse_constant=str
        )
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        raise _broken(file, f"JSON that cannot be read ({error})", line=line) from error
    observed = Observed()
    try:
        structure = _read_message(message, observed)
    except (KeyError, IndexError, TypeError, AttributeError, ValueError, TooManyColumns) as error:
        place = f"observation {observed.count + 1}: " if observed.count else ""
        raise _broken(
            file, f"a message whose parts do not fit together ({place}{error!r})"
        ) from error
    if observed.count == 0:
        raise refused(
            Place(file),
            "no_rows",
            found="a message without observations",
            expected="at least one observation",
            hint="ask the service again; an empty release is not loaded",
        )
    return observed.read(file, structure)


def _broken(file: str, found: str, *, line: int = 0) -> FileRefused:
    return refused(
        Place(file, row=line),
        "broken_json",
        found=found,
        expected="an SDMX-JSON data message, version 1.0 or 2.0",
        hint="download the file again",
    )


def _read_message(message: Mapping[str, Any], observed: Observed) -> str:
    inside = message.get("data", message)
    structures = inside.get("structures") or [inside["structure"]]
    for dataset in inside["dataSets"]:
        _DataSet(structures[int(dataset.get("structure", 0))], dataset, observed).read()
    return _named(structures[0])


def _named(structure: Structure) -> str:
    """`AGENCY:ID(VERSION)` out of the links of a structure."""
    for link in structure.get("links", ()):
        urn = str(link.get("urn", ""))
        if "=" in urn:
            return urn.rpartition("=")[2]
    return ""


class _DataSet:
    def __init__(self, structure: Structure, dataset: Mapping[str, Any], observed: Observed):
        dimensions = structure["dimensions"]
        attributes = structure.get("attributes", {})
        self.dataset, self.observed = dataset, observed
        self.of_all = [*dimensions.get("dataSet", ()), *dimensions.get("dataset", ())]
        self.of_series = _in_order(dimensions.get("series", ()))
        self.of_observation = _in_order(dimensions.get("observation", ()))
        self.measures = [
            each["id"] for each in structure.get("measures", {}).get("observation", ())
        ]
        self.attributes = {level: list(each) for level, each in attributes.items()}

    def read(self) -> None:
        for dimension in self.of_all:
            self.observed.of_all({dimension["id"]: _text(dimension["values"][0])})
        said = self.attributes.get("dataSet", self.attributes.get("dataset", []))
        self.observed.of_all(dict(_said(said, self.dataset.get("attributes", ()))))
        groups = self.dataset.get("dimensionGroupAttributes", {})
        for key, indices in groups.items():
            group = dict(_at(self._every_dimension(), key))
            self.observed.group(
                group | dict(_said(self.attributes.get("dimensionGroup", ()), indices))
            )
        for key, series in self.dataset.get("series", {}).items():
            attributes = dict(_at(self.of_series, key))
            attributes |= _said(self.attributes.get("series", ()), series.get("attributes", ()))
            self.observed.open_series(attributes)
            self._observations(series.get("observations", {}))
            self.observed.close_series()
        self._observations(self.dataset.get("observations", {}))

    def _every_dimension(self) -> list[Structure]:
        return _in_order([*self.of_series, *self.of_observation])

    def _observations(self, observations: Mapping[str, Sequence[Any]]) -> None:
        # Before 2.0 there is one measure, and it is not listed.
        measures = self.measures or ["OBS_VALUE"]
        attributes = self.attributes.get("observation", [])
        for key, cells in observations.items():
            row = dict(_at(self.of_observation, key))
            for name, cell in zip(measures, cells, strict=False):
                row[name] = "" if cell is None else str(cell)
            row.update(_said(attributes, cells[len(measures) :]))
            self.observed.add(row)


def _in_order(dimensions: Sequence[Structure]) -> list[Structure]:
    return sorted(dimensions, key=lambda each: int(each.get("keyPosition", 999)))


def _at(dimensions: Sequence[Structure], key: str) -> Iterator[tuple[str, str]]:
    """The codes a key such as `0:3:1` points at; an empty place is any code."""
    for dimension, place in zip(dimensions, key.split(":"), strict=True):
        if place:
            yield dimension["id"], _text(dimension["values"][int(place)])


def _said(attributes: Sequence[Structure], cells: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """What attributes say: an index into their values, or in 2.0 the text itself."""
    for attribute, cell in zip(attributes, cells, strict=False):
        if cell is None:
            continue
        if isinstance(cell, list):
            cell = cell[0] if cell else None
        values = attribute.get("values", ())
        if values and isinstance(cell, str) and cell.isdigit():
            value = values[int(cell)]
            if value is not None:
                yield attribute["id"], _text(value)
        elif isinstance(cell, Mapping):
            yield attribute["id"], next((str(text) for text in cell.values()), "")
        elif cell is not None:
            yield attribute["id"], str(cell)


def _text(value: Any) -> str:
    """A code, or the text of what is not coded."""
    if isinstance(value, Mapping):
        own = value.get("id", value.get("value", value.get("name", "")))
        return str(next(iter(own.values()), "")) if isinstance(own, Mapping) else str(own)
    return str(value)
