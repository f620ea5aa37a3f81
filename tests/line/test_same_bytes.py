"""Does the same store give the same briefing, byte for byte, whoever asks and when?"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from line_reading import Case

SAME = ("en.html", "ru.html", "kk.html", "ledger.json")


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_another_process_writes_the_same_bytes(
    case: Case, files: Mapping[str, Path], tmp_path: Path, seed: str
) -> None:
    if (seed == "4711") is (case.region == "TL-RIV"):
        pytest.skip("one other process a country is enough, each with its own order of hashing")
    order = ["brief", case.region, "--period", case.period, "--meeting", case.meeting]
    order += ["--format", "html,json", "--home", str(case.country.home), "--out", str(tmp_path)]
    subprocess.run(
        [sys.executable, "-m", "esep.cli.main", *order],
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Almaty", "LC_ALL": "C"},
        check=True,
        capture_output=True,
    )
    written = {".".join(path.name.split(".")[-2:]): path for path in tmp_path.iterdir()}
    assert set(written) == set(SAME)
    for name in SAME:
        assert written[name].read_bytes() == files[name].read_bytes(), name


def test_a_store_made_anew_gives_the_same_ledger(case: Case, tmp_path: Path) -> None:
    """Loaded at another moment: what is known is the same, so what is said is the same."""
    if case.region != "TL-RIV":
        pytest.skip("the small country is enough")
    from line_reading import Country

    from esep.cli.main import run

    pack = case.country.catalog.path
    assert run(["init", "--pack", str(pack), "--home", str(tmp_path / "store")]) == 0
    again = Country(tmp_path / "store")
    briefing = again.brief(case.region, case.period, case.on, meeting=case.meeting)
    assert briefing.ledger == case.ledger
    assert briefing.documents == case.briefing.documents
