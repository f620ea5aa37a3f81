"""Do backup, restore and doctor do on the command line what they say?"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from esep.cli.main import run

PACK = Path(__file__).parents[1] / "packs" / "threelands"

Esep = Callable[..., tuple[int, str, str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    assert run(["init", "--pack", str(PACK), "--home", str(tmp_path / "store")]) == 0
    return tmp_path / "store"


@pytest.fixture
def esep(capsys: pytest.CaptureFixture[str]) -> Esep:
    def call(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return call


def test_a_backup_goes_into_a_folder_and_comes_back(home: Path, tmp_path: Path, esep: Esep) -> None:
    (tmp_path / "safe").mkdir()
    code, out, _ = esep("backup", tmp_path / "safe", "--home", home, "--json")
    answer = json.loads(out)
    assert (code, answer["releases"], answer["lacking"]) == (0, 8, [])
    file = Path(answer["file"])
    assert file.name.startswith("esep-threelands-")
    code, _, told = esep("restore", file, "--home", tmp_path / "again", "--dry-run")
    assert (code, told.split(" 8 releases")[0]) == (0, "Would restore")
    assert not (tmp_path / "again").exists()
    assert esep("restore", file, "--home", tmp_path / "again")[0] == 0
    releases = [
        esep("releases", "--json", "--home", each)[1] for each in (home, tmp_path / "again")
    ]
    assert releases[0] == releases[1]


def test_a_dry_backup_writes_nothing(home: Path, tmp_path: Path, esep: Esep) -> None:
    code, _, told = esep("backup", tmp_path / "b.zip", "--home", home, "--dry-run")
    assert (code, told.split(" 8 releases")[0]) == (0, "Would back up")
    assert not (tmp_path / "b.zip").exists()


def test_nothing_is_overwritten_unasked(home: Path, tmp_path: Path, esep: Esep) -> None:
    esep("backup", tmp_path / "b.zip", "--home", home)
    assert esep("backup", tmp_path / "b.zip", "--home", home)[0] == 2
    assert esep("backup", tmp_path / "b.zip", "--home", home, "--force")[0] == 0
    code, _, told = esep("restore", tmp_path / "b.zip", "--home", home)
    assert (code, "--force" in told) == (2, True)
    code, out, _ = esep("restore", tmp_path / "b.zip", "--home", home, "--force", "--json")
    assert code == 0
    assert (Path(json.loads(out)["kept_aside"]) / "store.json").is_file()


def test_a_repair_can_be_looked_at_before_it_is_done(home: Path, esep: Esep) -> None:
    left = home / "observations" / "part-0.parquet#1"
    left.write_bytes(b"half")
    code, out, _ = esep("doctor", "--repair", "--dry-run", "--home", home)
    assert (code, "would be repaired" in out) == (1, True)
    assert left.exists()
    code, out, _ = esep("doctor", "--repair", "--home", home)
    assert (code, "repaired" in out) == (0, True)
    assert not left.exists()
    assert esep("doctor", "--dry-run", "--home", home)[0] == 2


def test_damage_that_needs_a_backup_is_not_called_repairable(home: Path, esep: Esep) -> None:
    next((home / "observations").glob("*.parquet")).unlink()
    code, out, _ = esep("doctor", "--repair", "--dry-run", "--home", home, "--json")
    [missing] = [each for each in json.loads(out) if each["about"] == "file missing"]
    assert code == 1
    assert "esep restore" in missing["remedy"]


def test_a_damaged_table_is_rebuilt_and_told_as_a_table(home: Path, esep: Esep) -> None:
    before = esep("show", "product", "--json", "--home", home)[1]
    for path in (home / "observations").glob("*.parquet"):
        path.write_bytes(b"no figures")
    code, out, _ = esep("doctor", "--format", "csv", "--home", home)
    header, *findings = out.splitlines()
    assert (code, header) == (1, "about,found,gravity,place,remedy")
    assert any(line.startswith("file damaged,") for line in findings)
    assert "esep doctor --rebuild" in out
    assert esep("doctor", "--rebuild", "--dry-run", "--home", home)[0] == 1
    assert esep("doctor", "--rebuild", "--repair", "--home", home)[0] == 2
    code, out, _ = esep("doctor", "--rebuild", "--home", home)
    assert code == 0, out
    assert "rebuilt" in out
    assert "8 releases" in out
    assert esep("show", "product", "--json", "--home", home)[1] == before
