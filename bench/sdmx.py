"""How fast is a million observations of SDMX read, loaded and written, beside other libraries?

Run by `make bench-sdmx`. Every line is a process of its own; ratios are against esep's reading of
the same file. pysdmx and pandas are measured where they are installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
from pathlib import Path

from measure import CommandFailed, Measurement, measure
from run import ROOT, machine

PACK = ROOT / "tests" / "packs" / "threelands"

WRITE = """
import random, sys
from datetime import UTC, datetime
from pathlib import Path
import pyarrow as pa
from esep.catalog import load_catalog
from esep.exports.figures import ABOUT, Figures
from esep.model.tidy import TIDY_COLUMNS
from esep.exports.write import write_figures
form, out, pack, count = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
random.seed(1)
rows, part = [], 0
while len(rows) < count:
    for year in range(2000, 2022):
        one, two = random.randint(1, 5000), random.randint(1, 5000)
        for region, value in (("TL", one + two), ("TL-HIL", one), ("TL-RIV", two)):
            rows.append((region + "@origin", str(year), f"{value / 10:.1f}", f"part={part}"))
    part += 1
del rows[count:]
regions, periods, values, parts = zip(*rows)
own = {"region": regions, "period": periods, "value": values, "breakdown": parts}
same = {"indicator": "product", "unit": "CRN:6", "stage": "final"}
columns = {
    name: pa.array(own[name]) if name in own else pa.repeat(same.get(name, ""), count)
    for name in (*TIDY_COLUMNS, *ABOUT)
}
del rows, own, regions, periods, values, parts
import time
table = pa.table(columns).select([*TIDY_COLUMNS, *ABOUT])
figures = Figures(table, load_catalog(pack), releases={})
started = time.perf_counter()
write_figures(figures, out, form=form, prepared=datetime(2024, 12, 1, tzinfo=UTC))
print(time.perf_counter() - started)
"""

READ = """
import sys
from pathlib import Path
from esep.catalog import load_catalog
from esep.sources.prepare import read_tidy_columns
path = Path(sys.argv[1])
tidy = read_tidy_columns(path.read_bytes(), load_catalog(Path(sys.argv[2])), file=path.name)
assert len(tidy.columns["value"]) == int(sys.argv[3])
"""

LOAD = """
import sys, tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from esep.catalog import load_catalog
from esep.sources.load import load_file
from esep.store.store import PackReference, Store
path, now = Path(sys.argv[1]), datetime(2024, 12, 1, tzinfo=UTC)
with tempfile.TemporaryDirectory() as folder:
    store = Store.create(Path(folder) / "store", PackReference("threelands"), now=now)
    catalog = load_catalog(Path(sys.argv[2]))
    result = load_file(path, catalog=catalog, store=store, now=now, today=date(2024, 12, 1),
                       source="tso-product", published=date(2024, 11, 1))
    assert (result.rows, len(result.issues)) == (int(sys.argv[3]), 0), result.issues[:3]
"""

PYSDMX = """
import sys
from pathlib import Path
from pysdmx.io import read_sdmx
[dataset] = read_sdmx(Path(sys.argv[1]), validate=False).data
assert len(dataset.data) == int(sys.argv[3])
"""

PANDAS = {
    "sdmx-csv": """
import sys, pandas
assert len(pandas.read_csv(sys.argv[1], dtype=str)) == int(sys.argv[3])
""",
    "sdmx-ml": """
import sys, pandas
read = pandas.read_xml(sys.argv[1], iterparse={"Obs": ["TIME_PERIOD", "OBS_VALUE", "STAGE"]})
assert len(read) == int(sys.argv[3])  # without the dimensions of the series
""",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--observations", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "bench-sdmx.json")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="esep-bench-") as folder:
        rows = [
            row
            for form, name in (("sdmx-csv", "a.sdmx.csv"), ("sdmx-ml", "a.xml"))
            for row in measure_form(form, Path(folder) / name, chosen.observations, chosen.runs)
        ]
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    answer = {"machine": machine(), "measurements": [row.as_row() for row in rows]}
    chosen.out.write_text(json.dumps(answer, indent=2) + "\n", encoding="utf-8")
    print_table(rows)
    return 0


def measure_form(form: str, path: Path, count: int, runs: int) -> list[Measurement]:
    limit = {"sdmx-csv": 2.0, "sdmx-ml": 10.0}[form]
    plan = [
        ("written by esep", WRITE, [form, str(path), str(PACK), str(count)], None),
        ("read by esep", READ, [str(path), str(PACK), str(count)], limit),
        ("loaded by esep", LOAD, [str(path), str(PACK), str(count)], None),
    ]
    if importlib.util.find_spec("pysdmx"):
        plan.append(("read by pysdmx", PYSDMX, [str(path), "", str(count)], None))
    if importlib.util.find_spec("pandas"):
        plan.append(("read by pandas", PANDAS[form], [str(path), "", str(count)], None))
    rows = []
    for name, program, arguments, asked in plan:
        print(f"{form}, {name} ...", file=sys.stderr, flush=True)
        try:
            rows.append(
                measure(
                    f"{form}, {name}",
                    [sys.executable, "-c", program, *arguments],
                    runs=runs,
                    environment={"PYTHONDONTWRITEBYTECODE": ""},
                    limit_seconds=asked,
                    seconds_from_stdout=name.startswith("written"),
                )
            )
        except CommandFailed as failure:
            print(f"not measured: {failure}", file=sys.stderr)
    return rows


def print_table(rows: list[Measurement]) -> None:
    print(f"\n{'':<28}{'seconds':>9}{'asked':>7}{'cpu s':>8}{'x esep':>8}{'peak MB':>9}")
    of_esep = {
        row.name.split(",")[0]: row.cpu_seconds for row in rows if row.name.endswith("read by esep")
    }
    for row in rows:
        asked = f"{row.limit_seconds:g}" if row.limit_seconds else ""
        ratio = row.cpu_seconds / of_esep.get(row.name.split(",")[0], row.cpu_seconds)
        print(
            f"{row.name:<28}{row.seconds:>9.2f}{asked:>7}{row.cpu_seconds:>8.2f}{ratio:>8.1f}"
            f"{row.peak_mb:>9.0f}"
        )


if __name__ == "__main__":
    sys.exit(main())
