"""Are SDMX files of others read as their mapping says, and hostile ones refused?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from esep.engine.duck import Engine
from esep.errors import BadPack, BadRequest
from esep.sources.refusal import FileRefused

MAPPING = """\
id: made-up
indicator: {dimension: SUBJECT, codes: {GRP: product}}
region: {dimension: GEO, codes: {HL: TL-HIL, RV: TL-RIV}}
unit: {dimension: UNIT, scale: MULT, codes: {crowns: CRN}}
stage: {dimension: OBS_STATUS, codes: {A: final, P: preliminary}}
breakdown: {sex: {dimension: SEX, codes: {T: "", F: f}}}
since_january: {dimension: TRANSFORMATION, codes: [YTD]}
ignore: [FREQ]
"""
CSV_1 = """\
DATAFLOW,FREQ,SUBJECT,GEO,SEX,TRANSFORMATION,TIME_PERIOD,OBS_VALUE,UNIT,MULT,OBS_STATUS
XX:FLOW(1.0),A,GRP,HL,T,N,2021,10.5,crowns,6,A
XX:FLOW(1.0),M,GRP,RV,F,YTD,2021-04,1.2e+3,crowns,0,P
"""
EXPECTED = [
    ("TL-HIL@origin", "2021", "10.5", "CRN:6", "", "final"),
    ("TL-RIV@origin", "2021-01/2021-04", "1200", "CRN", "sex=f", "preliminary"),
]

SPECIFIC = """\
<?xml version="1.0" encoding="UTF-8"?>
<m:StructureSpecificData xmlns:m="urn:m" xmlns:c="urn:c">
<m:Header><m:Structure structureID="S"><c:Structure>
<Ref agencyID="XX" id="FLOW" version="1.0"/></c:Structure></m:Structure></m:Header>
<m:DataSet action="Information">
<Group GEO="HL" UNIT="crowns"/><Group GEO="RV" UNIT="crowns"/>
<Series FREQ="A" SUBJECT="GRP" GEO="HL" SEX="T" TRANSFORMATION="N" MULT="6">
<Obs TIME_PERIOD="2021" OBS_VALUE="10.5" OBS_STATUS="A"/></Series>
<Series FREQ="M" SUBJECT="GRP" GEO="RV" SEX="F" TRANSFORMATION="YTD" MULT="0">
<Obs TIME_PERIOD="2021-04" OBS_VALUE="1.2e+3" OBS_STATUS="P"/></Series>
</m:DataSet></m:StructureSpecificData>
"""


def _values(**texts: str) -> str:
    return "".join(f'<g:Value id="{name}" value="{text}"/>' for name, text in texts.items())


GENERIC = (
    '<?xml version="1.0"?><m:GenericData xmlns:m="urn:m" xmlns:g="urn:g"><m:Header>'
    '<m:Structure structureID="S" dimensionAtObservation="TIME_PERIOD"/></m:Header><m:DataSet>'
    "<g:Series><g:SeriesKey>"
    + _values(FREQ="A", SUBJECT="GRP", GEO="HL", SEX="T", TRANSFORMATION="N")
    + "</g:SeriesKey><g:Attributes>"
    + _values(UNIT="crowns", MULT="6")
    + '</g:Attributes><g:Obs><g:ObsDimension value="2021"/><g:ObsValue value="10.5"/>'
    + f"<g:Attributes>{_values(OBS_STATUS='A')}</g:Attributes></g:Obs></g:Series>"
    + "<g:Series><g:SeriesKey>"
    + _values(FREQ="M", SUBJECT="GRP", GEO="RV", SEX="F", TRANSFORMATION="YTD")
    + "</g:SeriesKey><g:Attributes>"
    + _values(UNIT="crowns", MULT="0")
    + '</g:Attributes><g:Obs><g:ObsDimension value="2021-04"/><g:ObsValue value="1.2e+3"/>'
    + f"<g:Attributes>{_values(OBS_STATUS='P')}</g:Attributes></g:Obs></g:Series>"
    + "</m:DataSet></m:GenericData>"
)


def _listed(*components: tuple[str, list[str]]) -> list[dict[str, object]]:
    return [{"id": id, "values": [{"id": code} for code in codes]} for id, codes in components]


_SERIES = _listed(
    ("FREQ", ["A", "M"]),
    ("SUBJECT", ["GRP"]),
    ("GEO", ["HL", "RV"]),
    ("SEX", ["T", "F"]),
    ("TRANSFORMATION", ["N", "YTD"]),
)
_SAID = {
    "series": _listed(("UNIT", ["crowns"]), ("MULT", ["6", "0"])),
    "observation": _listed(("OBS_STATUS", ["A", "P"])),
}
_TIME = _listed(("TIME_PERIOD", ["2021", "2021-04"]))
JSON_1 = json.dumps(
    {
        "data": {
            "structure": {
                "dimensions": {"series": _SERIES, "observation": _TIME},
                "attributes": _SAID,
            },
            "dataSets": [
                {
                    "series": {
                        "0:0:0:0:0": {"attributes": [0, 0], "observations": {"0": [10.5, 0]}},
                        "1:0:1:1:1": {"attributes": [0, 1], "observations": {"1": [1.2e3, 1]}},
                    }
                }
            ],
        }
    }
).replace("1200.0", "1.2e+3")
JSON_2 = json.dumps(
    {
        "data": {
            "structures": [
                {
                    "dimensions": {"observation": [*_SERIES, *_TIME]},
                    "measures": {"observation": [{"id": "OBS_VALUE"}]},
                    "attributes": {"observation": [*_SAID["observation"], *_SAID["series"]]},
                }
            ],
            "dataSets": [
                {
                    "structure": 0,
                    "observations": {
                        "0:0:0:0:0:0": ["10.5", 0, 0, 0],
                        "1:0:1:1:1:1": ["1.2e+3", 1, 0, 1],
                    },
                }
            ],
        }
    }
)
FILES = {
    "CSV 1.0": CSV_1,
    "CSV 1.0 with labels": CSV_1.replace("FREQ,", "FREQ:Frequency,", 1)
    .replace(",A,GRP", ",A: Annual,GRP")
    .replace(",M,GRP", ",M: Monthly,GRP"),
    "CSV 2.0": "\n".join(
        ("STRUCTURE,STRUCTURE_ID,ACTION" if number == 0 else "dataflow,XX:FLOW(1.0),I")
        + line[line.index(",") :]
        for number, line in enumerate(CSV_1.splitlines())
    )
    + "\n",
    "CSV with semicolons": CSV_1.replace(",", ";"),
    "ML 2.1 structure-specific": SPECIFIC,
    "ML 2.1 generic": GENERIC,
    "JSON 1.0": JSON_1,
    "JSON 2.0": JSON_2,
}


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
def test_every_flavour_of_one_dataflow_says_the_same(load, store, tmp_path, content):
    (tmp_path / "data.sdmx.yaml").write_text(MAPPING)
    result = load(content, name="data.txt")
    assert result.issues == ()
    names = ("region_version", "period", "printed", "unit", "breakdown", "stage")
    with Engine.connect(threads=1) as engine:
        rows = engine.collect(store.scan(engine).sort("row"))
    assert [tuple(row[name] for name in names) for row in rows] == EXPECTED
    assert [row["column"] for row in rows] == ["OBS_VALUE", "OBS_VALUE"]


def test_a_code_that_is_not_known_is_an_issue_at_its_own_component(load, tmp_path):
    (tmp_path / "data.sdmx.yaml").write_text(MAPPING)
    result = load(CSV_1.replace(",HL,", ",HX,"), name="data.csv")
    [issue] = result.issues
    assert (issue.code, issue.place.row, issue.place.column) == ("unknown_region", 2, "GEO")
    assert "HX" in issue.row_text


def test_an_observation_that_says_it_has_no_value_is_left_out_and_counted(load, tmp_path):
    (tmp_path / "data.sdmx.yaml").write_text(MAPPING)
    result = load(CSV_1.replace("10.5,crowns,6,A", ",crowns,6,O"), name="data.csv")
    assert (result.rows, [issue.code for issue in result.issues]) == (1, ["without_value"])


@pytest.mark.parametrize(
    ("status", "given", "stage"),
    [
        ("A", "", "unstated"),
        ("B", "", "unstated"),
        ("P", "", "preliminary"),
        ("A", "final", "final"),
    ],
)
def test_a_normal_value_of_others_is_not_called_final_unless_somebody_says_so(
    load, store, tmp_path, status, given, stage
):
    without_stages = "".join(
        line for line in MAPPING.splitlines(keepends=True) if not line.startswith("stage:")
    )
    (tmp_path / "data.sdmx.yaml").write_text(without_stages)
    content = "".join(CSV_1.splitlines(keepends=True)[:2]).replace("6,A", f"6,{status}")
    load(content, name="data.csv", stage=given)
    with Engine.connect(threads=1) as engine:
        [row] = engine.collect(store.scan(engine))
    assert row["stage"] == stage


def test_data_sets_that_say_different_things_of_all_their_figures_are_not_mixed(load, tmp_path):
    (tmp_path / "data.sdmx.yaml").write_text(MAPPING)
    head, data, tail = SPECIFIC.partition('<m:DataSet action="Information">')
    of_crowns = data.replace("<m:DataSet ", '<m:DataSet UNIT="crowns" ')
    parts = tail.partition("</m:DataSet>")
    other = of_crowns.replace("crowns", "thousand crowns") + parts[0] + parts[1]
    with pytest.raises(FileRefused) as refusal:
        load(head + of_crowns + parts[0] + parts[1] + other + parts[2], name="data.txt")
    assert [issue.code for issue in refusal.value.issues] == ["several_data_sets"]


def test_a_component_nobody_speaks_of_is_not_passed_over(load, tmp_path):
    (tmp_path / "data.sdmx.yaml").write_text(
        MAPPING.replace("ignore: [FREQ]\n", "").replace(
            'breakdown: {sex: {dimension: SEX, codes: {T: "", F: f}}}\n', ""
        )
    )
    with pytest.raises(FileRefused) as refusal:
        load(CSV_1, name="data.csv")
    assert [(each.code, each.place.column) for each in refusal.value.issues] == [
        ("component_not_mapped", "SEX")
    ]


def test_a_dataflow_nobody_described_is_refused_with_its_components(load):
    with pytest.raises(BadRequest, match="not described") as refusal:
        load(CSV_1, name="data.csv")
    assert "SUBJECT" in refusal.value.detail
    assert ".sdmx.yaml" in refusal.value.hint


def test_a_mapping_with_a_mistake_is_told_with_its_line(load, tmp_path):
    (tmp_path / "data.sdmx.yaml").write_text(MAPPING.replace("region:", "regoin:"))
    with pytest.raises(BadPack, match=r"data\.sdmx\.yaml|regoin") as refusal:
        load(CSV_1, name="data.csv")
    assert "regoin" in str(refusal.value.detail) + str(refusal.value)


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<m:GenericData xmlns:m="urn:m"><m:DataSet>&b;</m:DataSet></m:GenericData>'
)
EXTERNAL = (
    '<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><m:GenericData xmlns:m="urn:m"/>'
)
DEEP = '<?xml version="1.0"?><m:GenericData xmlns:m="urn:m">' + "<a>" * 5000
WIDE = (
    '<?xml version="1.0"?><m:StructureSpecificData xmlns:m="urn:m"><m:DataSet><Obs '
    + " ".join(f'A{number}="1"' for number in range(500))
    + "/></m:DataSet></m:StructureSpecificData>"
)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (ENTITIES, "document_type"),
        (EXTERNAL, "document_type"),
        (DEEP, "broken_xml"),
        (WIDE, "too_many_components"),
        (SPECIFIC[:-40], "broken_xml"),
        (SPECIFIC.replace("StructureSpecificData", "Structure"), "not_sdmx_data"),
        ('<?xml version="1.0"?><html><body/></html>', "not_sdmx_data"),
        (JSON_1[:-10], "broken_json"),
        ('{"dataSets": [' + "[" * 100_000, "broken_json"),
        (JSON_1.replace('"1:0:1:1:1"', '"1:0:1:1:9"'), "broken_json"),
        (CSV_1.replace("XX:FLOW(1.0),M", "XX:OTHER(1.0),M"), "several_structures"),
        (FILES["CSV 2.0"].replace(",I,", ",D,"), "deletion"),
    ],
)
def test_a_hostile_or_broken_file_is_refused(load, tmp_path: Path, content: str, code: str):
    (tmp_path / "data.sdmx.yaml").write_text(MAPPING)
    with pytest.raises(FileRefused) as refusal:
        load(content, name="data.txt")
    assert [issue.code for issue in refusal.value.issues] == [code]
