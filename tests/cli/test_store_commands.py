"""Do init, load, releases, issues and doctor do what they say, on a made-up country?"""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from esep.cli.main import run
from esep.store.lock import write_lock

PACK = Path(__file__).parents[1] / "packs" / "threelands"
HEADER = "indicator,region,period,value,unit,comparison,base,stage,note\n"
GOOD = "product,TL-RIV,2025,120.5,CRN:6,,,preliminary,\n"
UNKNOWN_REGION = "product,TL-RVI,2025,120.5,CRN:6,,,preliminary,\n"
DECIMAL_COMMA = 'product,TL-LAK,2025,"120,5",CRN:6,,,preliminary,\n'

Output = pytest.CaptureFixture[str]
Esep = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store made once; each test gets a copy."""
    home = tmp_path_factory.mktemp("made") / "store"
    assert run(["init", "--pack", str(PACK), "--home", str(home)]) == 0
    return home


@pytest.fixture
def home(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = shutil.copytree(made, tmp_path / "store")
    monkeypatch.setenv("ESEP_HOME", str(home))
    return home


@pytest.fixture
def esep(capsys: Output) -> Esep:
    def call(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def figures(tmp_path: Path) -> Callable[..., Path]:
    def write(*rows: str, name: str = "figures.csv") -> Path:
        path = tmp_path / name
        path.write_text(HEADER + "".join(rows), encoding="utf-8")
        return path

    return write


LOAD = ("load", "--source", "tso-product", "--published", "2026-04-01")


def state_of(folder: Path) -> dict[str, bytes]:
    """Every file of a store but its cache and lock, with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "cache" not in path.parts and "lock" not in path.name
    }


# -- init ----------------------------------------------------------------------------------


def test_init_tells_what_was_loaded_and_what_to_try(tmp_path: Path, esep: Esep) -> None:
    code, out, told = esep("init", "--pack", PACK, "--home", tmp_path / "store")
    assert code == 0
    assert "Loaded 8 releases" in out
    assert "esep brief TL-RIV --period 2024-01/2024-05" in told


def test_a_second_init_says_so_and_changes_nothing(home: Path, esep: Esep) -> None:
    before = state_of(home)
    code, out, _ = esep("init")
    assert code == 0
    assert "There is a store" in out
    assert "Nothing new" in out
    assert state_of(home) == before


def test_a_second_init_loads_only_what_is_new(tmp_path: Path, esep: Esep) -> None:
    pack, home = shutil.copytree(PACK, tmp_path / "pack"), tmp_path / "store"
    late = [path for path in (pack / "releases").iterdir() if "2024-10" in path.name]
    for path in late:
        path.rename(tmp_path / path.name)
    esep("init", "--pack", pack, "--home", home)
    for path in late:
        (tmp_path / path.name).rename(path)
    code, out, _ = esep("init", "--home", home, "--json")
    fresh = [each["id"] for each in json.loads(out)["releases"] if not each["unchanged"]]
    assert (code, fresh) == (0, ["tso-product-2024-10"])


def test_a_store_is_not_given_another_pack(home: Path, esep: Esep, tmp_path: Path) -> None:
    other = shutil.copytree(PACK, tmp_path / "other")
    code, _, told = esep("init", "--pack", other)
    assert code == 2
    assert "another pack" in told


def test_a_pack_with_a_mistake_makes_no_store(tmp_path: Path, esep: Esep) -> None:
    pack, home = shutil.copytree(PACK, tmp_path / "pack"), tmp_path / "store"
    (pack / "pack.yaml").write_text("id: threelands\n", encoding="utf-8")
    code, _, told = esep("init", "--pack", pack, "--home", home)
    assert code == 2
    assert "pack.yaml" in told
    assert not home.exists()


# -- load ----------------------------------------------------------------------------------


def test_good_rows_load_and_the_others_are_set_aside(
    home: Path, esep: Esep, figures: Callable[..., Path]
) -> None:
    code, out, told = esep(*LOAD, figures(GOOD, UNKNOWN_REGION, DECIMAL_COMMA), "--json")
    (result,) = json.loads(out)
    assert code == 1
    assert (result["state"], result["rows"], result["set_aside"]) == ("loaded", 1, 2)
    assert [(issue["row"], issue["column"]) for issue in result["issues"]] == [
        (3, "region"),
        (4, "value"),
    ]
    assert "write a dot for the decimal comma: 120.5" in told


def test_the_same_file_twice_changes_nothing_and_says_so(
    home: Path, esep: Esep, figures: Callable[..., Path]
) -> None:
    assert esep(*LOAD, figures(GOOD))[0] == 0
    before = state_of(home)
    code, out, told = esep(*LOAD, figures(GOOD), "--json")
    assert (code, json.loads(out)[0]["state"]) == (0, "unchanged")
    assert "nothing changed" in told
    assert state_of(home) == before


def test_the_same_file_again_says_what_is_set_aside_still(
    home: Path, esep: Esep, figures: Callable[..., Path]
) -> None:
    esep(*LOAD, figures(GOOD, UNKNOWN_REGION))
    before = state_of(home)
    code, out, told = esep(*LOAD, figures(GOOD, UNKNOWN_REGION), "--json")
    (result,) = json.loads(out)
    assert (code, result["state"], result["set_aside"]) == (1, "unchanged", 1)
    assert "1 row of it is set aside still" in told
    assert "line 3" in told
    assert state_of(home) == before


def test_a_dry_run_tells_the_same_and_changes_nothing(
    home: Path, esep: Esep, figures: Callable[..., Path]
) -> None:
    before = state_of(home)
    code, out, _ = esep(*LOAD, figures(GOOD, UNKNOWN_REGION), "--dry-run", "--json")
    assert (code, json.loads(out)[0]["state"]) == (1, "would load")
    assert state_of(home) == before


def test_a_refused_file_does_not_stop_the_others(
    home: Path, esep: Esep, figures: Callable[..., Path], tmp_path: Path
) -> None:
    figures(GOOD, name="b.csv")
    (tmp_path / "a.csv").write_bytes(b"PK\x03\x04 a workbook")
    code, out, told = esep(*LOAD, tmp_path, "--json")
    assert code == 2
    assert [each["state"] for each in json.loads(out)] == ["refused", "loaded"]
    assert "workbook" in told


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("load", "no-such-file.csv"), "no-such-file.csv"),
        ((*LOAD, "--published", "April"), "is not a date"),
        (("load",), "PATH"),
        (("issues", "no-such-release"), "no-such-release"),
        (("releases", "--home", "/nowhere/store"), "esep init"),
        (("init", "--pack", "atlantis", "--home", "/tmp/nowhere"), "atlantis"),
    ],
)
def test_misuse_is_told_in_words_with_exit_code_2(
    home: Path, esep: Esep, arguments: tuple[str, ...], expected: str
) -> None:
    code, out, told = esep(*arguments)
    assert (code, out) == (2, "")
    assert expected in told
    assert "Traceback" not in told


def test_a_store_that_another_process_writes_says_so(
    home: Path, esep: Esep, figures: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESEP_LOCK_TIMEOUT", "0.1")
    with write_lock(home, timeout_seconds=1):
        code, _, told = esep(*LOAD, figures(GOOD))
    assert code == 1
    assert "is writing" in told
    assert "ESEP_LOCK_TIMEOUT" in told


# -- releases and issues -------------------------------------------------------------------


def test_releases_stand_in_the_order_of_publication(home: Path, esep: Esep) -> None:
    _, out, _ = esep("releases", "--json")
    days = [release["published_at"] for release in json.loads(out)]
    assert days == sorted(days)
    assert len(days) == 8


def test_releases_as_of_a_day_are_those_published_by_then(home: Path, esep: Esep) -> None:
    _, out, _ = esep("releases", "--as-of", "2024-03-15", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["published_at"] for row in rows] == ["2024-02-15", "2024-03-01", "2024-03-15"]
    assert all(len(row["snapshot"]) == 64 for row in rows)


def test_issues_of_a_release_keep_the_whole_row(
    home: Path, esep: Esep, figures: Callable[..., Path]
) -> None:
    esep(*LOAD, figures(GOOD, UNKNOWN_REGION))
    code, out, _ = esep("issues", "tso-product-2026", "--json")
    found: list[dict[str, Any]] = json.loads(out)
    assert code == 0
    assert [issue["row_text"] for issue in found] == [UNKNOWN_REGION.rstrip("\n")]


def test_no_issues_print_no_table(home: Path, esep: Esep) -> None:
    assert esep("issues") == (0, "", "No issues.\n")


# -- doctor --------------------------------------------------------------------------------


def test_a_sound_store_has_nothing_to_find(home: Path, esep: Esep) -> None:
    code, out, told = esep("doctor")
    assert (code, told) == (0, "Everything is in order.\n")
    assert "threelands" in out


def test_a_changed_snapshot_is_found(home: Path, esep: Esep) -> None:
    snapshot = next(path for path in (home / "snapshots").glob("*/*") if path.is_file())
    snapshot.chmod(0o644)
    snapshot.write_bytes(b"something else")
    code, out, _ = esep("doctor", "--json")
    findings = [check for check in json.loads(out) if check["gravity"]]
    assert code == 1
    assert [finding["about"] for finding in findings] == ["snapshot changed"]


def test_litter_of_a_killed_load_is_swept_when_asked(home: Path, esep: Esep) -> None:
    left = home / "observations" / "part-0.parquet#1"
    left.write_bytes(b"half")
    assert esep("doctor")[0] == 1
    assert left.exists()
    assert esep("doctor", "--repair")[0] == 0
    assert not left.exists()


def test_a_missing_store_is_a_finding_with_a_remedy(tmp_path: Path, esep: Esep) -> None:
    code, out, _ = esep("doctor", "--home", tmp_path / "nothing")
    assert code == 1
    assert "esep init" in out
