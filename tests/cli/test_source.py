"""Do the commands about described files say what a reader needs to know?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from esep.cli.main import run
from tests.sources.described.conftest import workbook

PACK = Path(__file__).parents[1] / "packs" / "threelands"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "store"
    assert run(["init", "--pack", str(PACK), "--home", str(home)]) == 0
    return home


def test_show_says_why_there_is_no_figure(home, tmp_path, capsys):
    path = tmp_path / "people-yearbook-2030.xlsx"
    path.write_bytes(
        workbook([["", 2029, 2030], ["Hill Region", "x", 10], ["Lake Region", 5, "-"]])
    )
    assert run(["load", str(path), "--published", "2030-02-01", "--home", str(home)]) == 0
    asked = ["show", "people", "--period", "2030-01-01", "--home", str(home)]
    capsys.readouterr()
    assert run(asked) == 0
    told = capsys.readouterr().err
    assert "TL-LAK, 2030-01-01: there is no such thing, the source prints '-'" in told
    assert "sheet Sheet, line 3, column C" in told
    assert run([*asked[:2], "--region", "TL-HIL", "--period", "2029-01-01", *asked[-2:]]) == 2
    told = capsys.readouterr().err
    assert "TL-HIL, 2029-01-01: confidential, the source prints 'x'" in told


def test_a_draft_says_what_to_do_next(tmp_path, capsys):
    path = tmp_path / "people.xlsx"
    path.write_bytes(workbook([["Население"], ["", 2023, 2024], ["Холмская", 1, 2]]))
    out = tmp_path / "people.xlsx.source.yaml"
    run(["source", "draft", str(path), "--out", str(out), "--pack", str(PACK)])
    told = capsys.readouterr().err
    assert (
        f"Next: correct the lines marked '# guess' in {out}, then: esep source check {path}" in told
    )
    run(["source", "check", str(path), "--pack", str(PACK), "--json"])
    assert json.loads(capsys.readouterr().out)["figures"] == 2
