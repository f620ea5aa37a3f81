"""From which right files does the fuzzing of richer formats begin?"""

from __future__ import annotations

import io
import runpy
import struct
import tempfile
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

from esep.catalog import Catalog
from esep.exports.figures import figures_of
from esep.exports.write import write_figures

TESTS = Path(__file__).parents[1] / "tests"

_ROWS = [
    {"indicator": "product", "region": "TL-HIL", "period": "2023", "value": "360.0",
     "unit": "CRN:6", "stage": "final", "note": "=1+1 \"Құрылыс\" & <b>"},
    {"indicator": "product", "region": "TL-RIV@2022-07-01", "period": "2022", "value": "-0.5",
     "unit": "CRN:6", "stage": "preliminary", "breakdown": "activity=a;sex=f"},
    {"indicator": "pulse", "region": "TL", "period": "2024-01/2024-04", "value": "104.0",
     "unit": "index_percent", "stage": "operational", "base": "same_period_previous_year"},
]  # fmt: skip


@cache
def _foreign() -> dict[str, object]:
    """The messages of one dataflow in every flavour, as the tests have them."""
    return runpy.run_path(str(TESTS / "sources" / "test_sdmx.py"))


def foreign_mapping() -> str:
    return str(_foreign()["MAPPING"])


def foreign_messages(*kinds: str) -> list[bytes]:
    files = _foreign()["FILES"]
    assert isinstance(files, dict)
    return [text.encode() for name, text in files.items() if name.startswith(kinds)]


def own_messages(catalog: Catalog) -> list[bytes]:
    """What esep writes: data and structures of SDMX-CSV and SDMX-ML."""
    figures = figures_of(_ROWS, catalog, releases={})
    written = []
    with tempfile.TemporaryDirectory() as folder:
        for form, name in (("sdmx-csv", "a.sdmx.csv"), ("sdmx-ml", "b.xml")):
            now = datetime(2024, 12, 1, tzinfo=UTC)
            written += write_figures(figures, Path(folder) / name, form=form, prepared=now)
        return [path.read_bytes() for path in written]


def parquets() -> list[bytes]:
    """Plain and packed, with dictionaries, decimals, moments, lists and nothing at all."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    plain = pa.table({"region": ["a", "b"], "2023": [1.5, None], "n": [1, 2]})
    rich = pa.table(
        {
            "region": pa.array(["TL", "TL", None]).dictionary_encode(),
            "day": pa.array([date(2024, 1, 1), None, date(1900, 1, 1)]),
            "moment": pa.array([0, 1, None], pa.timestamp("ns", tz="UTC")),
            "decimal": pa.array([Decimal("1.50"), None, Decimal("-2.25")], pa.decimal128(9, 2)),
            "flag": [True, None, False],
            "bytes": [b"\x00\xff", b"", None],
            "list": [[1, 2], [], None],
            "nothing": pa.nulls(3),
        }
    )
    made = []
    for table in (plain, rich, rich.slice(0, 0)):
        for packing in ("none", "zstd"):
            out = io.BytesIO()
            pq.write_table(table, out, compression=packing, data_page_version="2.0")
            made.append(out.getvalue())
    return made


def old_workbook() -> bytes:
    """The smallest .xls that has texts, numbers, a formula and merged cells: BIFF8 in OLE."""
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    sheet += _record(0x200, struct.pack("<IIHHH", 0, 3, 0, 3, 0))
    for row, text in enumerate(("Region", "Құрылыс", "1 234,5 1)")):
        label = struct.pack("<HHHHB", row, 0, 0, len(text), 1) + text.encode("utf-16-le")
        sheet += _record(0x204, label)
        sheet += _record(0x203, struct.pack("<HHHd", row, 1, 0, 1.5 * row))
    formula = struct.pack("<HHHdHIH", 1, 2, 0, 2.0, 0, 0, 3) + b"\x1e\x02\x00"
    sheet += _record(0x6, formula)
    sheet += _record(0xE5, struct.pack("<HHHHH", 1, 0, 1, 0, 1))
    sheet += _record(0xA, b"")
    begin = _record(0x809, struct.pack("<HHHHII", 0x600, 0x5, 0, 0, 0, 0))
    at = len(begin) + 4 + 13 + 4
    begin += _record(0x85, struct.pack("<IHBB", at, 0, 5, 0) + b"Sheet")
    begin += _record(0xA, b"")
    return _ole((begin + sheet).ljust(4096, b"\x00"))


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _ole(stream: bytes) -> bytes:
    """A compound file of one stream: header, allocation table, directory, the stream."""
    sectors = len(stream) // 512
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIIII",
        bytes.fromhex("d0cf11e0a1b11ae1"), b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, 4096, end, 0, end, 0, 0,
    )  # fmt: skip
    header = header.ljust(512, b"\xff")
    chain = [0xFFFFFFFD, end, *range(3, 2 + sectors), end]
    table = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))
    directory = _entry("Root Entry", 5, child=1, start=end, size=0)
    directory += _entry("Workbook", 2, child=free, start=2, size=len(stream))
    return header + table + directory.ljust(512, b"\x00") + stream


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    none, letters = 0xFFFFFFFF, name.encode("utf-16-le")
    about = struct.pack("<64sHBBIII", letters, len(letters) + 2, kind, 1, none, none, child)
    return about + bytes(36) + struct.pack("<IQ", start, size)
