"""Do the structures we write say the same when read: components, codes, names of all languages?"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from esep.exports.figures import Figures
from esep.exports.sdmx_columns import ATTRIBUTES, DIMENSIONS
from esep.exports.sdmx_structures import code_lists, write_structures
from esep.sources.readers.sdmx_structures import read_structures
from esep.sources.refusal import FileRefused

PREPARED = datetime(2024, 12, 1, 9, tzinfo=UTC)

OLDER = """<?xml version="1.0"?><m:Structure xmlns:m="urn:m" xmlns:s="urn:s" xmlns:c="urn:c">
<s:Codelist id="CL_GEO"><c:Name xml:lang="en">Areas</c:Name>
<s:Code id="A"><c:Name xml:lang="en">East &amp; West</c:Name><c:Name xml:lang="kk">Шығыс</c:Name>
</s:Code></s:Codelist>
<s:DataStructure id="DSD"><s:Dimension id="GEO"><s:ConceptIdentity><Ref id="GEO"/>
</s:ConceptIdentity><s:LocalRepresentation><s:Enumeration><Ref id="CL_GEO"/></s:Enumeration>
</s:LocalRepresentation></s:Dimension><s:TimeDimension id="TIME_PERIOD"/>
<s:PrimaryMeasure id="OBS_VALUE"/></s:DataStructure></m:Structure>"""


def test_our_structures_come_back_in_every_language(figures: Figures, tmp_path: Path) -> None:
    path = tmp_path / "structures.xml"
    write_structures(figures, path, prepared=PREPARED)
    read = read_structures(path.read_bytes(), file=path.name)
    for id, codes in code_lists(figures).items():
        assert read.lists[id] == {code: dict(names) for code, names in codes.items()}
    components = read.components["REG_BRIEF"]
    assert tuple(each.id for each in components if each.kind == "dimension") == DIMENSIONS
    assert {each.id for each in components if each.kind == "attribute"} >= set(ATTRIBUTES)
    assert {each.id: each.code_list for each in components}["REF_AREA"] == "CL_REF_AREA"


def test_a_message_of_2_1_refers_to_its_lists_otherwise() -> None:
    read = read_structures(OLDER.encode(), file="older.xml")
    assert read.lists["CL_GEO"]["A"] == {"en": "East & West", "kk": "Шығыс"}
    assert [(each.id, each.kind, each.code_list) for each in read.components["DSD"]] == [
        ("GEO", "dimension", "CL_GEO"),
        ("TIME_PERIOD", "time", ""),
        ("OBS_VALUE", "measure", ""),
    ]


def test_data_are_not_structures() -> None:
    with pytest.raises(FileRefused):
        read_structures(b'<?xml version="1.0"?><GenericData/>', file="data.xml")
