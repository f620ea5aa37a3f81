"""How are figures written as a data message of SDMX-ML 3.0?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from esep.exports.figures import Figures
from esep.exports.sdmx_columns import ATTRIBUTES, DIMENSIONS, sdmx_columns
from esep.model.sdmx import AGENCY, STRUCTURE_ID, STRUCTURE_VERSION
from esep.sources.combine import combined

SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/"
STRUCTURE_URN = (
    "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure="
    f"{AGENCY}:{STRUCTURE_ID}({STRUCTURE_VERSION})"
)
_OBSERVED = ("TIME_PERIOD", "OBS_VALUE", *ATTRIBUTES)
_CHUNK_ROWS = 50_000

_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<mes:StructureSpecificData xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xmlns:mes="{SCHEMAS}message" xmlns:ss="{SCHEMAS}data/structurespecific" \
xmlns:com="{SCHEMAS}common" xmlns:ns1="{STRUCTURE_URN}:ObsLevelDim:TIME_PERIOD">
<mes:Header>
<mes:ID>{{id}}</mes:ID>
<mes:Test>false</mes:Test>
<mes:Prepared>{{prepared}}</mes:Prepared>
<mes:Sender id="{AGENCY}"/>
<mes:Structure structureID="{STRUCTURE_ID}" namespace="{STRUCTURE_URN}" \
dimensionAtObservation="TIME_PERIOD"><com:Structure>{STRUCTURE_URN}</com:Structure></mes:Structure>
</mes:Header>
<mes:DataSet ss:structureRef="{STRUCTURE_ID}" xsi:type="ns1:DataSetType" action="Information">
"""
_TAIL = "</mes:DataSet>\n</mes:StructureSpecificData>\n"


def write_sdmx_ml(figures: Figures, out: Path, *, prepared: datetime) -> None:
    """Series by series; the rows of a series keep their order."""
    table = sdmx_columns(figures)
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write(
            _HEAD.format(
                id=f"{STRUCTURE_ID}_{prepared:%Y%m%dT%H%M%S}",
                prepared=prepared.isoformat(timespec="seconds"),
            )
        )
        file.writelines(_series(table))
        file.write(_TAIL)


def _series(table: Any) -> Iterator[str]:
    import pyarrow.compute as pc

    if table.num_rows == 0:
        return
    coded = [pc.dictionary_encode(table[name].combine_chunks()) for name in DIMENSIONS]
    which, combinations = combined([each.indices for each in coded])
    keys = [each.dictionary.to_pylist() for each in coded]
    order = pc.sort_indices(which)
    observed = [_attributes(name, table[name].combine_chunks()).take(order) for name in _OBSERVED]
    lines = pc.binary_join_element_wise("<Obs", *observed, "/>", "")
    which = which.take(order)
    last = -1
    for start in range(0, len(lines), _CHUNK_ROWS):
        numbers = which.slice(start, _CHUNK_ROWS).to_pylist()
        parts = []
        for number, line in zip(numbers, lines.slice(start, _CHUNK_ROWS).to_pylist(), strict=True):
            if number != last:
                if last >= 0:
                    parts.append("</Series>\n")
                codes = zip(DIMENSIONS, keys, combinations[number], strict=True)
                told = "".join(f' {name}="{escaped(own[at])}"' for name, own, at in codes)
                parts.append(f"<Series{told}>")
                last = number
            parts.append(line)
        yield "".join(parts)
    yield "</Series>\n"


def _attributes(name: str, column: Any) -> Any:
    """` NAME="text"` for each cell, nothing where the cell is empty."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if name == "OBS_VALUE":  # digits only, or nothing where the value is suppressed
        told = pc.binary_join_element_wise(f' {name}="', column, '"', "")
        return pc.if_else(pc.equal(column, ""), "", told)
    coded = pc.dictionary_encode(column)
    told = [f' {name}="{escaped(text)}"' if text else "" for text in coded.dictionary.to_pylist()]
    return pa.array(told, pa.string()).take(coded.indices)


_SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;"}
_SIGNS["\t"] = "&#9;"
_TO_ESCAPE = re.compile('[&<>"\n\r\t]')
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escaped(text: str) -> str:
    """The text as an attribute; what XML cannot hold at all is shown as unreadable."""
    return _NOT_XML.sub("\ufffd", _TO_ESCAPE.sub(lambda sign: _SIGNS[sign[0]], text))
