"""The registers as they are typed: cards that come, change, are counted and repaired."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path

import pytest

from esep.cli.main import run
from tests.cli.conftest import THREELANDS, Answer, Ask

ADD = ("work", "add", "w-1", "--name", "Glass plant", "--region", "Hill region", "--stage", "idea")
COST = ("--cost", "1200", "--currency", "CRN", "--price-year", "2024")


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

    return asking


def test_each_register_of_the_pack_has_its_commands(ask: Ask) -> None:
    rows = {row["register"]: row for row in ask("registers", "--json").json}
    assert rows["works"]["command"] == "esep work"
    assert ask("work", "list").code == 0


def test_a_card_is_added_changed_and_shown_with_its_first_values(ask: Ask) -> None:
    assert ask(*ADD, *COST, "--on", "2024-01-10").code == 0
    changed = ask("work", "set", "w-1", "--cost", "1500", "--why", "new estimate")
    assert "version 2" in changed.told
    card = ask("work", "show", "w-1", "--json").json
    assert (card["cost"], card["first"]["cost"]) == ("1500", "1200")


def test_what_cannot_be_is_refused_with_the_field(ask: Ask) -> None:
    answer = ask(*ADD[:-1], "begun", "--cost", "many")
    assert answer.code == 2
    assert "stage: found 'begun'" in answer.told
    assert "cost: found 'many'" in answer.told
    assert ask("work", "show", "w-1").code == 2


def test_a_dry_run_writes_nothing(ask: Ask) -> None:
    answer = ask(*ADD, "--dry-run")
    assert answer.json["would_set"]["region"] == "TL-HIL"
    assert ask("work", "list", "--json").json == []


def test_an_old_version_is_not_overwritten(ask: Ask) -> None:
    ask(*ADD)
    ask("work", "set", "w-1", "--stage", "building", "--version", 1)
    answer = ask("work", "set", "w-1", "--stage", "open", "--version", 1)
    assert (answer.code, "somebody else" in answer.told) == (1, True)
    assert ask("work", "show", "w-1", "--json").json["stage"] == "building"


def test_a_list_is_of_a_day_and_of_what_is_asked_for(ask: Ask) -> None:
    ask(*ADD, "--owner", "private", "--on", "2024-01-10")
    ask("work", "add", "w-2", "--name", "Mill", "--region", "TL-LAK", "--stage", "open",
        "--on", "2024-05-01")  # fmt: skip
    assert [row["id"] for row in ask("work", "list", "--json").json] == ["w-1", "w-2"]
    for condition in (
        ("--on", "2024-02-01"),
        ("--stage", "idea"),
        ("--region", "Hill region"),
        ("--where", "owner=частный"),
    ):
        assert [r["id"] for r in ask("work", "list", "--json", *condition).json] == ["w-1"]
    assert ask("work", "list", "--where", "colour=red").code == 2


def test_the_rows_of_a_file_are_told_one_by_one(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "works.csv"
    file.write_text(
        "id,name,region,stage\nw-1,Glass plant,TL-HIL,idea\nw-2,Mill,Nowhere,idea\n",
        encoding="utf-8",
    )
    answer = ask("work", "import", file, "--json")
    assert answer.code == 1
    assert (answer.json["created"], answer.json["set_aside"]) == (1, 1)
    assert answer.json["issues"][0]["place"] == "works.csv, line 3, column C"
    assert ask("work", "import", file, "--dry-run", "--json").json["unchanged"] == 1


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_cards_leave_and_come_back(ask: Ask, tmp_path: Path, form: str) -> None:
    ask(*ADD, *COST, "--synthetic", "--horizon", "2024/2030", "--urgent", "true")
    out = tmp_path / f"works.{form}"
    assert ask("work", "export", "--format", form, "--out", out).code == 0
    answer = ask("work", "import", out, "--json")
    assert (answer.code, answer.json["unchanged"]) == (0, 1)


def test_a_text_that_looks_like_a_formula_stays_text(ask: Ask, tmp_path: Path) -> None:
    ask("work", "add", "w-1", "--name", "=1+1", "--region", "TL-HIL", "--stage", "idea")
    out = tmp_path / "works.xlsx"
    ask("work", "export", "--format", "xlsx", "--out", out)
    from openpyxl import load_workbook

    assert load_workbook(out).active["B2"].data_type == "s"


def test_totals_lead_down_to_the_cards(ask: Ask) -> None:
    ask(*ADD, *COST, "--on", "2024-01-10")
    ask("work", "add", "w-2", "--name", "Mill", "--region", "TL-HIL", "--stage", "open")
    rows = {row["indicator"]: row for row in ask("totals", "TL-HIL", "--json").json}
    assert (rows["projects"]["value"], rows["projects"]["stages"]) == ("2", "1 idea, 1 open")
    assert rows["project_cost"]["left_out"] == "1 no cost"
    tree = ask("explain", rows["project_cost"]["fact_id"]).out
    assert "card:works:w-1:cost@1" in tree


def test_the_history_says_who_and_why(ask: Ask) -> None:
    ask(*ADD, "--who", "Aliya")
    ask("work", "set", "w-1", "--stage", "building", "--who", "Bolat", "--why", "permit")
    rows = list(csv.DictReader(ask("work", "history", "w-1", "--format", "csv").out.splitlines()))
    assert [(row["who"], row["why"]) for row in rows] == [("Aliya", ""), ("Bolat", "permit")]
    assert rows[1]["changes"] == "stage: idea -> building"


def test_doctor_finds_and_repairs_cards_that_differ_from_the_log(ask: Ask, tmp_path: Path) -> None:
    ask(*ADD)
    with sqlite3.connect(tmp_path / "store" / "registers.db") as connection:
        connection.execute("UPDATE cards SET version = 7")
    connection.close()
    found = ask("doctor", "--json")
    assert found.code == 1
    assert "works w-1" in [each["place"] for each in found.json]
    assert ask("doctor", "--repair").code == 0
    assert ask("doctor").code == 0


def test_a_misspelt_command_is_offered_the_near_one(ask: Ask) -> None:
    answer = ask("shwo")
    assert (answer.code, "did you mean show" in answer.told) == (2, True)
