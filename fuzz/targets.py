"""What is done with a hostile file, and which failures are promised for it?

A target takes bytes. It may raise an error of esep, which the user reads; anything else, and
anything slow or large, is a finding.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from esep.catalog import Catalog, load_catalog
from esep.catalog.problem import Problems
from esep.catalog.source_descriptions import description_of_text
from esep.catalog.yaml_file import read_yaml
from esep.model.issue import Issue
from esep.model.source_description import CsvDialect
from esep.sources.described.prepare import prepare_described
from esep.sources.prepare import Description, prepare
from esep.sources.readers.received import decode
from esep.sources.readers.sdmx_structures import read_structures
from esep.sources.readers.tables import open_tables
from esep.store.archive import archive
from esep.store.restore import verify
from esep.store.store import PackReference, Store
from fuzz.seeds import foreign_mapping, foreign_messages, old_workbook, own_messages, parquets

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


_DESCRIBED = Description(
    id="r",
    source="tso-product",
    title="t",
    published=date(2024, 11, 1),
    published_note="",
    file=FILE,
)


def _prepare(content: bytes) -> object:
    batch = prepare(content, _DESCRIBED, _catalog(), now=NOW)
    return _codes(batch.issues), batch.release.rows > 0


def _codes(issues: Iterator[Issue] | tuple[Issue, ...] | list[Issue]) -> object:
    return frozenset((issue.code, issue.place.column[:20]) for issue in issues)


def _foreign(content: bytes) -> object:
    """A message of another office, beside which lies what its codes mean."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data.txt"
        (Path(folder) / "data.sdmx.yaml").write_text(foreign_mapping(), encoding="utf-8")
        described = replace(_DESCRIBED, path=path)
        batch = prepare(content, described, _catalog(), now=NOW)
    return _codes(batch.issues), batch.release.rows > 0


def _structures(content: bytes) -> object:
    read = read_structures(content, file=FILE)
    return len(read.lists), len(read.components)


def _layout(content: bytes) -> object:
    """A description of a file's layout, and what it makes of a small file."""
    layout = description_of_text(decode(content, file=FILE), FILE, _catalog())
    batch = prepare_described(_LAID_OUT.encode(), _DESCRIBED, layout, _catalog(), now=NOW)
    return _codes(batch.issues), batch.release.rows > 0


@cache
def _kazakhstan() -> Catalog:
    return load_catalog("kazakhstan")


def _open_sdg(content: bytes) -> object:
    """A data file of an Open SDG site, by a description of the pack."""
    catalog = _kazakhstan()
    layout = catalog.descriptions["kazstat-sdg"]
    described = replace(_DESCRIBED, source=layout.source, file="indicator_1-1-1.csv")
    batch = prepare_described(content, described, layout, catalog, now=NOW)
    return _codes(batch.issues), batch.release.rows > 0


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
_LAID_OUT = """\
Region,2021,2022 1),2023
Hill Region,1.5,"2,5",…
River Region,x,-,3 000
"""
_LAYOUT = """\
id: laid-out
source: tso-product
title: Product
files: ["product-*.csv"]
stage: final
tables:
  - indicator: product
    unit: CRN:6
    period: {row: 1}
    footnotes: {"1": revised}
    region: {column: A, codes: {Hill Region: TL-HIL}}
    numbers: {decimal: "."}
"""
_OPEN_SDG = """\
Year,UNIT_MEASURE,SEX,URBANISATION,SERIES,REF_AREA,Value
2011,PT,,,_L_KZ_010101_1B,,0.1
2012,PT,F,U,_L_KZ_010101_1A,KZALM,1.2
2013,"PT",_T,_T,_L_KZ_010101_1A,KZONT,
"""


def _own(sign: bytes) -> list[bytes]:
    return [each for each in own_messages(_catalog()) if sign in each[:2000]]


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


def _backups() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "home", PackReference("threelands"), now=NOW)
        archive(store, Path(folder) / "b.zip", now=NOW)
        return [(Path(folder) / "b.zip").read_bytes()]


TARGETS: Mapping[str, Target] = {
    "observations": Target(_prepare, lambda: _encoded(_OBSERVATIONS)),
    "reported": Target(_prepare, _files("releases/speech*.csv")),
    "sdmx-csv": Target(_prepare, lambda: _own(b"STRUCTURE_ID")),
    "sdmx-ml": Target(_prepare, lambda: _own(b"StructureSpecificData")),
    "sdmx-csv-mapped": Target(_foreign, lambda: foreign_messages("CSV")),
    "sdmx-ml-mapped": Target(_foreign, lambda: foreign_messages("ML")),
    "sdmx-json": Target(_foreign, lambda: foreign_messages("JSON")),
    "sdmx-structures": Target(_structures, lambda: _own(b"mes:Structures")),
    "workbook": Target(_tables, _workbooks),
    "old-workbook": Target(_tables, lambda: [old_workbook()]),
    "parquet": Target(_tables, parquets),
    "description": Target(_layout, lambda: [_LAYOUT.encode(), *_files("descriptions/*.yaml")()]),
    "open-sdg": Target(_open_sdg, lambda: [_OPEN_SDG.encode()]),
    "csv": Target(_tables, lambda: [*_encoded(_OBSERVATIONS), b"a;b\n1,5;2\n"]),
    "yaml": Target(_yaml, _files("*.yaml", "*/*.yaml")),
    "pack": Target(_pack_file("indicators/economy.yaml"), _files("indicators/economy.yaml")),
    "regions": Target(_pack_file("regions/regions.csv"), _files("regions/regions.csv")),
    "region-forms": Target(_pack_file("regions/forms.csv"), _files("regions/forms.csv")),
    "region-aliases": Target(_pack_file("regions/aliases.csv"), _files("regions/aliases.csv")),
    "backup": Target(_backup, _backups),
}
