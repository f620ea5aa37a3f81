"""What is done with a hostile file, and which failures are promised for it?

A target takes bytes. It may raise an error of esep, which the user reads; anything else, and
anything slow or large, is a finding.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from esep.catalog import Catalog, load_catalog
from esep.catalog.problem import Problems
from esep.catalog.yaml_file import read_yaml
from esep.model.issue import Issue
from esep.model.source_description import CsvDialect
from esep.sources.prepare import Description, prepare
from esep.sources.readers.received import decode
from esep.sources.readers.tables import open_tables
from esep.store.archive import archive
from esep.store.restore import verify
from esep.store.store import PackReference, Store

PACK = Path(__file__).parents[1] / "tests" / "packs" / "threelands"
NOW = datetime(2024, 12, 1, tzinfo=UTC)
FILE = "fuzzed"


@dataclass(frozen=True, slots=True)
class Target:
    run: Callable[[bytes], object]
    """What it returns tells new behaviour from known: an input that shows some is kept."""
    seeds: Callable[[], list[bytes]]


@cache
def _catalog() -> Catalog:
    return load_catalog(PACK)


def _prepare(content: bytes) -> object:
    described = Description(
        id="r", source="tso-product", title="t", published=date(2024, 11, 1),
        published_note="", file=FILE,
    )  # fmt: skip
    batch = prepare(content, described, _catalog(), now=NOW)
    return _codes(batch.issues), batch.release.rows > 0


def _codes(issues: Iterator[Issue] | tuple[Issue, ...] | list[Issue]) -> object:
    return frozenset((issue.code, issue.place.column[:20]) for issue in issues)


def _tables(content: bytes) -> object:
    opened = open_tables(content, CsvDialect(), file=FILE)
    return tuple((len(sheet.rows) > 0, len(sheet.merges) > 0) for sheet in opened.sheets[:4])


def _yaml(content: bytes) -> object:
    problems = Problems()
    read = read_yaml(decode(content, file=FILE), FILE, problems)
    return read is not None, frozenset(problem.found[:25] for problem in problems)


def _pack_file(name: str) -> Callable[[bytes], object]:
    """A whole pack of which one file is not as it should be."""

    def run(content: bytes) -> object:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "pack"
            root.mkdir()
            for each in PACK.iterdir():
                if each.name != name.split("/")[0]:
                    (root / each.name).symlink_to(each)
            target = root / name
            if target.parent != root:
                target.parent.mkdir()
                for each in (PACK / name).parent.iterdir():
                    (target.parent / each.name).symlink_to(each)
                target.unlink(missing_ok=True)
            target.write_bytes(content)
            return load_catalog(root).id

    return run


def _backup(content: bytes) -> object:
    with tempfile.NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        return verify(Path(file.name)).releases


# -- seeds ---------------------------------------------------------------------------------


def _files(*patterns: str) -> Callable[[], list[bytes]]:
    return lambda: [path.read_bytes() for each in patterns for path in sorted(PACK.glob(each))]


HEADER = "indicator,region,period,value,unit,comparison,base,stage,note\n"
_OBSERVATIONS = HEADER + (
    "product,TL-HIL,2023,360.0,CRN:6,,,final,\n"
    'product,TL-RIV@2022-07-01,2021,"240.0",CRN:6,share,,final,"a ""note"""\n'
    "pulse,TL,2024-01/2024-04,104.0,index_percent,,same_period_previous_year,final,Құрылыс\n"
)
_SDMX_CSV = (
    "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\n"
    "dataflow,ESTAT:DF(1.0),I,A,TL,2023,360.0,CRN\n"
)
_SDMX_ML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<mes:StructureSpecificData '
    'xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message">'
    '<mes:Header><mes:ID>a</mes:ID><mes:Structure structureID="S"/></mes:Header>'
    '<mes:DataSet ss:structureRef="S" xmlns:ss="urn:x"><Series FREQ="A" REF_AREA="TL">'
    '<Obs TIME_PERIOD="2023" OBS_VALUE="360.0"/></Series></mes:DataSet>'
    "</mes:StructureSpecificData>\n"
)
_SDMX_JSON = (
    '{"meta": {"schema": "https://json.sdmx.org/2.0.0/sdmx-json-data-schema.json"}, "data": '
    '{"structures": [{"dimensions": {"series": [{"id": "REF_AREA", "values": [{"id": "TL"}]}], '
    '"observation": [{"id": "TIME_PERIOD", "values": [{"id": "2023"}]}]}}], '
    '"dataSets": [{"structure": 0, "series": {"0": {"observations": {"0": ["360.0"]}}}}]}}'
)


def _encoded(text: str) -> list[bytes]:
    return [text.encode(), text.encode("utf-16"), text.encode("cp1251", "replace")]


def _workbooks() -> list[bytes]:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Region", "2022", "2023 1)"])
    sheet.append(["Hill Region", 1.5, "…"])
    sheet.append(["=1+1", date(2024, 1, 1), True])
    sheet.merge_cells("A4:C5")
    packed = io.BytesIO()
    book.save(packed)
    stored = io.BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(stored, "w") as new:
        for entry in old.infolist():
            new.writestr(entry.filename, old.read(entry))  # not deflated: mishaps reach the XML
    return [packed.getvalue(), stored.getvalue()]


def _parquets() -> list[bytes]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.table({"region": ["a", "b"], "2023": [1.5, None], "n": [1, 2]})
    seeds = []
    for compression in ("none", "snappy"):
        out = io.BytesIO()
        pq.write_table(table, out, compression=compression)
        seeds.append(out.getvalue())
    return seeds


def _backups() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "home", PackReference("threelands"), now=NOW)
        archive(store, Path(folder) / "b.zip", now=NOW)
        return [(Path(folder) / "b.zip").read_bytes()]


TARGETS: Mapping[str, Target] = {
    "observations": Target(_prepare, lambda: _encoded(_OBSERVATIONS)),
    "reported": Target(_prepare, _files("releases/speech*.csv")),
    "sdmx-csv": Target(_prepare, lambda: _encoded(_SDMX_CSV)),
    "sdmx-ml": Target(_prepare, lambda: _encoded(_SDMX_ML)),
    "sdmx-json": Target(_prepare, lambda: [_SDMX_JSON.encode()]),
    "workbook": Target(_tables, _workbooks),
    "parquet": Target(_tables, _parquets),
    "csv": Target(_tables, lambda: [*_encoded(_OBSERVATIONS), b"a;b\n1,5;2\n"]),
    "yaml": Target(_yaml, _files("*.yaml", "*/*.yaml")),
    "pack": Target(_pack_file("indicators/economy.yaml"), _files("indicators/economy.yaml")),
    "regions": Target(_pack_file("regions/regions.csv"), _files("regions/regions.csv")),
    "backup": Target(_backup, _backups),
}
