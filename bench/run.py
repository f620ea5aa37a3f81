"""How fast are esep's everyday commands on this machine?

Run by `make bench`. Each line is the median of several processes; ratios are against a bare
Python start in the same run, so that two machines can be compared.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path

from measure import CommandFailed, Measurement, measure

ROOT = Path(__file__).parents[1]
ESEP = [sys.executable, "-m", "esep.cli.main"]

# What a reader of a briefing asks for most, on the starter pack.
REGION, PERIOD, INDICATOR = "KZ-19", "2024-01/2024-05", "grp"
PRINTED = ["--lang", "en,ru,kk", "--format", "html,pdf,docx"]
BRIEF = ["brief", REGION, "--period", PERIOD, "--on", "2024-06-14", *PRINTED]

# Warm is what a server feels: the same briefing once more in a process that has made one.
WARM = """
import contextlib, io, sys, time
from esep.cli.main import run
arguments = sys.argv[1:]
with contextlib.redirect_stdout(io.StringIO()):
    assert run(arguments) == 0
    started = time.perf_counter()
    assert run(arguments) == 0
print(time.perf_counter() - started)
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="runs of each quick command")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "bench.json")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="esep-bench-") as folder:
        rows = measure_all(Path(folder), runs=chosen.runs)
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    answer = {"machine": machine(), "measurements": [row.as_row() for row in rows]}
    chosen.out.write_text(json.dumps(answer, indent=2) + "\n", encoding="utf-8")
    print_table(rows)
    print(f"\nWritten to {os.path.relpath(chosen.out)}")
    return 0


def measure_all(folder: Path, *, runs: int) -> list[Measurement]:
    home, out = folder / "store", folder / "out"
    # Bytecode is written, as after `make setup`; a run without it measures the compiler.
    environment = {"ESEP_HOME": str(home), "PYTHONDONTWRITEBYTECODE": "", "NO_COLOR": "1"}
    few = max(1, runs // 2)

    def forget_store() -> None:
        shutil.rmtree(home, ignore_errors=True)

    plan = [
        ("python -c pass", [sys.executable, "-c", "pass"], 2 * runs, None),
        ("esep --help", [*ESEP, "--help"], 2 * runs, 0.15),
        ("esep init, new store", [*ESEP, "init"], few, None),
        ("esep init, nothing new", [*ESEP, "init"], few, None),
        ("esep show", [*ESEP, "show", INDICATOR, "--region", REGION], runs, None),
        ("one briefing, cold", [*ESEP, *BRIEF, "--out", str(out)], few, 5.0),
        ("one briefing, warm", [sys.executable, "-c", WARM, *BRIEF, "--out", str(out)], few, 1.0),
        (
            "all regions, a year",
            [*ESEP, "brief", "all", "--period", "2024", *PRINTED, "--out", str(out)],
            1,
            40.0,
        ),
    ]
    rows = []
    for name, command, times, limit in plan:
        print(f"{name} ...", file=sys.stderr, flush=True)
        try:
            rows.append(
                measure(
                    name,
                    command,
                    runs=times,
                    environment=environment,
                    limit_seconds=limit,
                    before=forget_store if name.endswith("new store") else None,
                    seconds_from_stdout=name.endswith("warm"),
                )
            )
        except CommandFailed as failure:
            print(f"not measured: {failure}", file=sys.stderr)
    return rows


def print_table(rows: list[Measurement]) -> None:
    bare = rows[0].seconds
    print(f"\n{'command':<24}{'seconds':>9}{'slowest':>9}{'asked':>7}{'x bare':>8}{'peak MB':>9}")
    for row in rows:
        asked = f"{row.limit_seconds:g}" if row.limit_seconds else ""
        print(
            f"{row.name:<24}{row.seconds:>9.3f}{row.slowest:>9.3f}{asked:>7}"
            f"{row.seconds / bare:>8.1f}{row.peak_mb:>9.0f}"
        )


def machine() -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": os.cpu_count(),
    }


if __name__ == "__main__":
    sys.exit(main())
