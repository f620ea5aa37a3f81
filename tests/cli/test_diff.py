"""Is it told what a file would change, and what one release says otherwise than another?"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from esep.cli.main import run

PACK = Path(__file__).parents[1] / "packs" / "threelands"
HEADER = "indicator,region,period,value,unit,comparison,base,stage,note\n"

OLDER = """\
product,TL-RIV,2030,310.0,CRN:6,,,final,
product,TL-LAK,2030,250.0,CRN:6,,,final,
product,TL-HIL,2030,360.0,CRN:6,,,preliminary,
product,TL-HIL,2031,0,CRN:6,,,preliminary,
pulse,TL,2030-01/2030-04,104.0,index_percent,,,final,
pulse,TL,2030-01/2030-03,99.0,index_percent,,,final,
"""
NEWER = """\
product,TL-RIV,2030,330000.00,CRN:3,,,final,
product,TL-HIL,2030,360.00,CRN:6,,,final,
product,TL-HIL,2030,400.00,CRN:6,,,plan,
product,TL-HIL,2031,5,CRN:6,,,preliminary,
product,TL-XXX,2030,361.00,CRN:6,,,final,
pulse,TL,2030-01/2030-04,105.5,index_percent,,,final,
"""

Esep = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("made") / "store"
    assert run(["init", "--pack", str(PACK), "--home", str(home)]) == 0
    (home.parent / "older.csv").write_text(HEADER + OLDER)
    (home.parent / "newer.csv").write_text(HEADER + NEWER)
    return home


@pytest.fixture
def esep(capsys: pytest.CaptureFixture[str], home: Path) -> Esep:
    def call(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run([*(str(argument) for argument in arguments), "--home", str(home)])
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def loaded(home: Path, esep: Esep) -> tuple[str, str]:
    """Both files in the store; their ids."""
    for name, day in (("older.csv", "2031-01-01"), ("newer.csv", "2031-02-01")):
        esep("load", home.parent / name, "--source", "tso-product", "--published", day)
    return "tso-product-2031-01", "tso-product-2031-02"


def load(esep: Esep, path: Path, *more: str) -> dict[str, Any]:
    _, out, _ = esep("load", path, "--source", "tso-product", *more, "--json")
    answer: dict[str, Any] = json.loads(out)[0]
    return answer


def test_a_dry_run_tells_what_is_new_revised_restaged_vanished_and_set_aside(
    home: Path, esep: Esep
) -> None:
    esep("load", home.parent / "older.csv", "--source", "tso-product", "--published", "2031-01-01")
    before = esep("releases", "--json")
    answer = load(esep, home.parent / "newer.csv", "--published", "2031-02-01", "--dry-run")
    assert answer["counts"] == {"revised": 3, "restaged": 1, "vanished": 1, "new": 1, "same": 0}
    assert answer["set_aside"] == 1
    assert [change["state"] for change in answer["changes"]][:3] == ["revised"] * 3
    assert esep("releases", "--json") == before


def test_what_a_file_has_no_room_for_has_not_vanished(
    home: Path, esep: Esep, tmp_path: Path, loaded: tuple[str, str]
) -> None:
    (tmp_path / "one.csv").write_text(HEADER + "product,TL-HIL,2031,6,CRN:6,,,final,\n")
    answer = load(esep, tmp_path / "one.csv", "--published", "2031-03-01", "--dry-run")
    assert answer["counts"]["vanished"] == 0
    assert answer["counts"]["revised"] == 1


def test_a_dry_run_compares_with_what_was_known_on_the_day_of_the_file(
    home: Path, esep: Esep, tmp_path: Path, loaded: tuple[str, str]
) -> None:
    (tmp_path / "old.csv").write_text(HEADER + "product,TL-RIV,2030,310,CRN:6,,,final,\n")
    answer = load(esep, tmp_path / "old.csv", "--published", "2031-01-15", "--dry-run")
    assert (answer["counts"]["same"], answer["counts"]["revised"]) == (1, 0)


def test_revised_figures_stand_first_and_the_largest_on_top(
    esep: Esep, loaded: tuple[str, str]
) -> None:
    code, out, told = esep("diff", *loaded, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert [(row["state"], row["region"], row["period"]) for row in rows] == [
        ("revised", "TL-HIL", "2031"),  # from nothing: larger than any percentage
        ("revised", "TL-RIV", "2030"),
        ("revised", "TL", "2030-01/2030-04"),
        ("restaged", "TL-HIL", "2030"),
        ("vanished", "TL-LAK", "2030"),
        ("vanished", "TL", "2030-Q1"),
        ("new", "TL-HIL", "2030"),
    ]
    changes = [(row["change"], row["change_unit"]) for row in rows[:3]]
    assert changes[0] == ("", "")
    assert float(changes[1][0]) == pytest.approx(6.4516, abs=1e-4)
    assert [unit for _, unit in changes[1:]] == ["percent", "points"]
    assert float(changes[2][0]) == pytest.approx(1.5)
    assert "1 row set aside" in told


def test_a_table_shows_at_most_some_and_says_so(esep: Esep, loaded: tuple[str, str]) -> None:
    _, out, told = esep("diff", *loaded, "--limit", "1")
    assert [line.split()[0] for line in out.splitlines()[2:]] == [
        "revised",
        "restaged",
        "vanished",
        "new",
    ]
    assert "At most 1 of each" in told


def test_json_tells_both_releases_and_every_row_set_aside(
    esep: Esep, loaded: tuple[str, str]
) -> None:
    _, out, _ = esep("diff", *loaded, "--json")
    answer = json.loads(out)
    assert (answer["older"][:19], answer["newer"][:19]) == loaded
    assert [issue["code"] for issue in answer["set_aside"]] == ["unknown_region"]
    assert sum(answer["counts"].values()) == len(answer["changes"])


def test_a_release_against_itself_has_no_changes(esep: Esep, loaded: tuple[str, str]) -> None:
    code, out, told = esep("diff", loaded[0], loaded[0])
    assert (code, out) == (0, "")
    assert told.startswith("6 same;")


def test_what_was_said_is_not_compared_as_statistics(esep: Esep, loaded: tuple[str, str]) -> None:
    _, out, _ = esep("releases", "--json")
    said = next(each["id"] for each in json.loads(out) if each["kind"] == "reported")
    code, _, told = esep("diff", said, loaded[0])
    assert code == 2
    assert "what was said" in told


def test_what_was_loaded_is_told_even_if_a_later_file_stops_the_command(
    esep: Esep, tmp_path: Path
) -> None:
    (tmp_path / "good.csv").write_text(HEADER + "product,TL-RIV,2040,1,CRN:6,,,final,\n")
    code, out, told = esep(
        "load", tmp_path / "good.csv", tmp_path / "absent.csv", "--source", "tso-product", "--json"
    )
    assert code == 2
    assert [row["state"] for row in json.loads(out)] == ["loaded"]
    assert "no file" in told
