"""A demonstration of the registers: the same each time, marked everywhere, gone when told so."""

from __future__ import annotations

from pathlib import Path

import pytest

from esep.cli.main import run
from esep.store.registers import Registers
from tests.cli.conftest import THREELANDS, Answer, Ask

DEMO = ("demo", "TL-RIV", "--from", "2022-01-10", "--on", "2024-06-14")
ON = ("--on", "2024-06-14")


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    home = tmp_path / "store"
    assert run(["init", "--pack", str(THREELANDS), "--home", str(home)]) == 0
    # What the pack's meetings brought is real: a demonstration has a store of its own.
    (home / "registers.db").unlink(missing_ok=True)

    def asking(*words: object) -> Answer:
        capsys.readouterr()
        code = run([*(str(word) for word in words), "--home", str(home)])
        answer = Answer(code, *capsys.readouterr())
        assert code != 70, answer.told
        return answer

    return asking


def log(home: Path) -> list[tuple[object, ...]]:
    registers = Registers.open(f"sqlite:///{home / 'registers.db'}")
    found = [(each.register, each.card, each.version, each.on, each.values)
             for each in registers.changes()]  # fmt: skip
    registers.close()
    return [*found]


def test_the_same_seed_makes_the_same_cards_change_by_change(tmp_path: Path, ask: Ask) -> None:
    logs = []
    for number, seed in enumerate((7, 7, 8)):
        home = tmp_path / f"demo-{number}"
        assert run(["init", "--pack", str(THREELANDS), "--home", str(home)]) == 0
        (home / "registers.db").unlink(missing_ok=True)
        assert run([*DEMO, "--seed", str(seed), "--home", str(home)]) == 0
        logs.append(log(home))
    assert logs[0] == logs[1] != logs[2]


def test_every_card_is_marked_and_could_have_been_entered(ask: Ask, tmp_path: Path) -> None:
    told = ask(*DEMO, "--json").json
    assert told["cards"] == {"parks": 2, "works": 20}
    cards = ask("work", "list", "--json").json
    assert {card["synthetic"] for card in cards} <= {"true", True}
    # Exported and imported as new cards into another store, no rule of the register refuses one.
    out = tmp_path / "works.csv"
    assert ask("work", "export", "--out", out).code == 0
    assert ask("work", "import", out, "--on", "2024-06-15", "--json").json["unchanged"] == 20


def test_its_sums_say_so_and_are_held_against_nothing(ask: Ask) -> None:
    ask(*DEMO)
    rows = ask("totals", "TL-RIV", *ON, "--json").json
    assert {row["synthetic"] for row in rows} == {True}
    assert {row["fact_id"].partition(":")[0] for row in rows} == {"made-up"}
    assert {row["declared"] for row in rows} == {None}


def test_real_cards_are_not_mixed_with_made_up_ones_unless_told(ask: Ask) -> None:
    ask("work", "add", "w-1", "--name", "Mill", "--region", "TL-RIV", "--stage", "idea", *ON)
    refused = ask(*DEMO)
    assert (refused.code, "1 in works" in refused.told) == (2, True)
    assert ask("work", "list", "--json").json[0]["id"] == "w-1"
    assert ask(*DEMO, "--mix").code == 0
    values = {
        row["fact_id"].partition(":")[0]: row["value"]
        for row in ask("totals", "TL-RIV", "--indicator", "projects", *ON, "--json").json
    }
    assert values["cards"] == "1"


def test_a_made_up_card_cannot_be_made_real_nor_a_real_one_made_up(
    ask: Ask, tmp_path: Path
) -> None:
    ask(*DEMO)
    file = tmp_path / "works.csv"
    file.write_text(
        "id,name,region,stage,synthetic\ndemo-work-001,Mill,TL-RIV,idea,false\n", "utf-8"
    )
    ask("work", "import", file, *ON)
    assert ask("work", "show", "demo-work-001", "--json").json["synthetic"] == "true"
    ask("work", "add", "w-1", "--name", "Dam", "--region", "TL-RIV", "--stage", "idea", *ON)
    file.write_text("id,name,region,stage,synthetic\nw-1,Dam,TL-RIV,idea,true\n", "utf-8")
    taken = ask("work", "import", file, *ON, "--json")
    assert (taken.code, taken.json["issues"][0]["code"]) == (1, "made_up")


def test_it_is_taken_out_again_and_the_log_remembers(ask: Ask, tmp_path: Path) -> None:
    ask(*DEMO)
    assert ask(*DEMO).code == 2  # there is one already
    assert ask("demo", "--remove", "--json").json["cards"] == {"parks": 2, "works": 20}
    assert ask("work", "list", "--json").json == []
    assert ask("totals", "--json").json == []
    assert len(ask("work", "history", "demo-work-001", "--json").json) >= 2


def test_a_region_is_asked_for_and_a_dry_run_writes_nothing(ask: Ask) -> None:
    assert "of which region" in ask("demo").told
    assert ask(*DEMO, "--dry-run").code == 0
    assert ask("work", "list", "--json").json == []
    assert ask("demo", "TL-RIV", "--from", "2025-01-01", *ON).code == 2
