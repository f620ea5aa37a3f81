"""What registers add up to, asked for as any other figure, and beside what was declared."""

from __future__ import annotations

from pathlib import Path

import pytest

from esep.cli.main import run
from tests.cli.conftest import THREELANDS, Answer, Ask

WORKS = """\
id,name,region,parks,currency,price_year,cost,stage
w-1,Glass plant,TL-RIV,p-1,CRN,2024,12000000,building
w-2,Mill,TL-RIV,p-1; p-2,CRN,2024,3000000,idea
w-3,Dam,TL-RIV,,OTH,2024,7000000,idea
"""
ON = ("--as-of", "2024-06-14")


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    home = tmp_path / "store"
    assert run(["init", "--pack", str(THREELANDS), "--home", str(home)]) == 0

    def asking(*words: object) -> Answer:
        capsys.readouterr()
        code = run([*(str(word) for word in words), "--home", str(home)])
        answer = Answer(code, *capsys.readouterr())
        assert code != 70, answer.told
        return answer

    for park in ("p-1", "p-2"):
        asking("park", "add", park, "--name", park, "--region", "TL-RIV", "--on", "2024-01-01")
    file = tmp_path / "works.csv"
    file.write_text(WORKS, encoding="utf-8")
    assert asking("work", "import", file, "--on", "2024-01-10").code == 0
    return asking


def test_an_indicator_of_a_register_is_shown_as_of_a_day(ask: Ask) -> None:
    [row] = ask("show", "project_cost", "-r", "TL-RIV", *ON, "--json").json
    assert (row["value"], row["unit"], row["period"]) == (15, "CRN:6", "2024-06-14")
    assert row["because"].endswith("left out: 1 in OTH")
    assert ask("show", "projects", "-r", "TL-RIV", "--as-of", "2024-01-01").code == 2


def test_it_is_split_by_stage_and_by_what_it_lies_in(ask: Ask) -> None:
    for field, parts in (("stage", [1, 2]), ("parks", [1, 2, 1])):
        rows = ask("show", "projects", "-r", "TL-RIV", "--by", field, *ON, "--json").json
        assert [row["value"] for row in rows] == parts
    assert ask("show", "projects", "--by", "colour", *ON).code == 2
    assert ask("show", "product", "--by", "stage").code == 2


def test_what_was_declared_is_held_against_it_and_never_added(ask: Ask) -> None:
    answer = ask("show", "projects", "-r", "TL-RIV", *ON, "--json")
    assert [row["value"] for row in answer.json] == [3]
    remark = "declared 12 project on 2024-06-14, the register holds 3 project (3 cards): 9 missing"
    assert remark in answer.told
    # Before it was declared there is nothing to hold it against.
    assert "declared" not in ask("show", "projects", "-r", "TL-RIV", "--as-of", "2024-06-13").told


def test_a_figure_is_explained_down_to_the_change_that_wrote_it(ask: Ask) -> None:
    ask("work", "set", "w-2", "--cost", "4000000", "--why", "new design", "--on", "2024-05-05")
    tree = ask("explain", "project_cost", "-r", "TL-RIV", "--period", "2024-06-14").out
    assert "cards:project_cost:TL-RIV:2024-06-14@2024-06-14" in tree
    assert "works.csv, line 2" in tree
    assert "card w-2, set by change 6 (version 2) of 2024-05-05" in tree
    assert ": new design" in tree
    # Of the day before the change, the row of the file is what stands.
    before = ask("explain", "project_cost", "-r", "TL-RIV", "--period", "2024-05-04").out
    assert "works.csv, line 3" in before


def test_every_id_that_is_printed_can_be_explained(ask: Ask) -> None:
    rows = [
        *ask("totals", "--on", "2024-06-14", "--json").json,
        *ask("totals", "--on", "2024-06-14", "--by", "parks", "--json").json,
    ]
    for row in rows:
        told = ask("explain", row["fact_id"], "--json")
        assert told.code == 0, told.told
        assert told.json["value_in_unit"] == row["value"]
    assert ask("explain", "card:works:w-1:cost@1").code == 0
    assert ask("explain", "cards:projects:TL-RIV:2024-06-14:colour=red@2024-06-14").code == 2


def test_made_up_cards_are_shown_apart_and_cannot_become_statistics(
    ask: Ask, tmp_path: Path
) -> None:
    ask("work", "add", "w-9", "--name", "Tower", "--region", "TL-RIV", "--stage", "idea",
        "--synthetic", "--on", "2024-02-01")  # fmt: skip
    answer = ask("show", "projects", "-r", "TL-RIV", *ON, "--json")
    assert [(row["value"], row["fact_id"].partition(":")[0]) for row in answer.json] == [
        (3, "cards"),
        (1, "made-up"),
    ]
    assert "Made-up cards" in answer.told
    [real, made_up] = ask("totals", "TL-RIV", "--indicator", "projects", "--on", "2024-06-14",
                          "--json").json  # fmt: skip
    assert (real["declared"], made_up["declared"], made_up["synthetic"]) == ("12", None, True)
    file = tmp_path / "shown.csv"
    file.write_text(ask("show", "projects", "-r", "TL-RIV", *ON, "--format", "csv").out, "utf-8")
    loaded = ask("load", file, "--source", "tso-product", "--published", "2024-07-01", "--json")
    assert loaded.code == 1
    assert "made-up" in loaded.out
