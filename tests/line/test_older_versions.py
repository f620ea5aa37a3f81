"""A store that an earlier version made and filled is opened by this one with all it held."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from esep.cli.main import run

ROOT = Path(__file__).parents[2]
VERSIONS = {
    "9fe56c0": "the first commands: no signs, no registers",
    "a48d767": "the last version before registers were kept",
    "5ae6b7f": "registers with a log, and the pack named by its folder",
}
FIGURES = """\
indicator,region,period,value,unit,comparison,base,stage,note
grp,KZ-19,2019,1234.5,KZT:9,,,final,typed
grp,KZ-33,2019,abc,KZT:9,,,final,no number
investment,KZ-19,2019,77.1,KZT:9,,,final,
"""
ZONES = "id,name,kind,region,area,stage\nz-1,Boralday,industrial_regional,KZ-19,120,operating\n"

pytestmark = pytest.mark.slow


def source_of(version: str, folder: Path) -> Path:
    """The code of a version, as it was committed; skipped where the history is not there."""
    told = subprocess.run(["git", "-C", str(ROOT), "archive", version, "src"], capture_output=True)
    if told.returncode:
        pytest.skip(f"the history of {version} is not here")
    with tarfile.open(fileobj=BytesIO(told.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder / "src"


@pytest.mark.parametrize("version", VERSIONS, ids=VERSIONS.get)
def test_nothing_is_lost(
    version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    source, home = source_of(version, tmp_path / "old"), tmp_path / "store"

    def old(*words: object) -> None:
        main = f"from esep.cli.main import main; main({[str(word) for word in words]!r})"
        environment = os.environ | {"PYTHONPATH": str(source), "ESEP_HOME": str(home)}
        done = subprocess.run([sys.executable, "-c", main], env=environment, capture_output=True)
        assert done.returncode in (0, 1), done.stderr.decode()

    (tmp_path / "figures.csv").write_text(FIGURES, encoding="utf-8")
    (tmp_path / "zones.csv").write_text(ZONES, encoding="utf-8")
    old("init")
    old("load", tmp_path / "figures.csv", "--source", "bns-5546", "--published", "2024-01-10")
    with_registers = version == "5ae6b7f"
    if with_registers:
        old("zone", "import", tmp_path / "zones.csv", "--on", "2024-01-10")
        old("zone", "set", "z-1", "--area", "150", "--why", "survey", "--on", "2024-03-01")
    before = rows_of(home)
    assert {name: len(rows) for name, rows in before.items() if name in ("releases", "reported")} \
        == {"releases": 13, "reported": 46}  # fmt: skip
    # The installation that made the store is gone, as after an upgrade.
    source.rename(tmp_path / "elsewhere")

    monkeypatch.setenv("ESEP_HOME", str(home))

    def ask(*words: str) -> Any:
        capsys.readouterr()
        assert run([*words, "--json"]) in (0, 1)
        return json.loads(capsys.readouterr().out)

    assert len(ask("releases")) == 13
    assert {issue["place"].partition(",")[0] for issue in ask("issues")} == {"figures.csv"}
    told = ask("show", "investment", "-r", "KZ-19", "--period", "2019", "--as-of", "2024-12-31")
    assert told[0]["value"] == 77_100
    if with_registers:
        assert [each["version"] for each in ask("zone", "history", "z-1")] == [1, 2]
        assert ask("zone", "show", "z-1")["first"]["area"] == "120"
    assert run(["doctor"]) == 0
    # It is filled on as if it were new; what it held stays as it was, row by row.
    assert run(["init"]) == 0
    assert run(["zone", "import", str(tmp_path / "zones.csv"), "--on", "2024-06-01"]) == 0
    assert ask("totals", "KZ-19", "--indicator", "industrial_zones")[0]["value"] == "1"
    after = rows_of(home)
    for name, rows in before.items():
        assert set(rows) <= set(after[name]), name


def rows_of(home: Path) -> dict[str, list[str]]:
    """Every row of every table, the bytes of every snapshot, and the log of the registers."""
    import hashlib
    import sqlite3

    from deltalake import DeltaTable

    found = {}
    for log in home.rglob("_delta_log"):
        rows = DeltaTable(str(log.parent)).to_pyarrow_table().to_pylist()
        found[log.parent.name] = [json.dumps(row, default=str, sort_keys=True) for row in rows]
    found["snapshots"] = [
        f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        for path in (home / "snapshots").rglob("*")
        if path.is_file()
    ]
    if (home / "registers.db").exists():
        connection = sqlite3.connect(home / "registers.db")
        found["log"] = [json.dumps(row) for row in connection.execute("SELECT * FROM changes")]
        connection.close()
    return found
