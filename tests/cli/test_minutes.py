"""From the text of a meeting to confirmed cards, as it is typed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from esep.cli.main import run
from tests.cli.conftest import Answer, Ask

TEXT = """date 2025-03-10

Глава государства принял акима Актюбинской области Асхата Шахарова.

Президент поручил акиму снизить безработицу до 4% и достроить школу до 1 сентября 2025 года.

Глава государства обратил внимание на чистоту воды. По поручению Президента построен мост.
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("minutes") / "store"
    assert run(["init", "--home", str(folder)]) == 0
    return folder


@pytest.fixture
def ask(home: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    def asking(*words: object) -> Answer:
        capsys.readouterr()
        code = run([*(str(word) for word in words), "--home", str(home)])
        answer = Answer(code, *capsys.readouterr())
        assert code != 70, answer.told
        return answer

    return asking


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "meeting.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_drafts_tell_what_is_missing_and_what_could_measure_it(ask: Ask, text: Path) -> None:
    answer = ask("meeting", "minutes", text, "--json").json
    first, second, stressed = answer["drafts"]
    assert (answer["on"], answer["region"], answer["meeting"]) == ("2025-03-10", "KZ-15", None)
    assert "unemployment_rate" in first["measures"]
    assert first["missing"] == ["deadline", "measure"]
    assert (second["deadline"], second["missing"]) == ("2025-09-01", ["measure"])
    assert stressed["kind"] == "emphasis"
    assert TEXT[first["start"] : first["end"]] == first["text"]
    assert [each["why"] for each in answer["passed_over"]] == ["refers_back"]


@pytest.mark.parametrize("name", ["drafts.csv", "drafts.xlsx"])
def test_the_file_of_drafts_is_what_import_takes(
    ask: Ask, text: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / name
    assert ask("meeting", "minutes", text, "--out", out).code == 0
    told = ask("instruction", "import", out, "--dry-run").told
    assert "3 rows" in told
    assert "0 set aside" in told


def test_a_deleted_row_is_an_instruction_not_confirmed(
    ask: Ask, text: Path, tmp_path: Path
) -> None:
    out = tmp_path / "drafts.csv"
    ask("meeting", "minutes", text, "--out", out)
    rows = list(csv.reader(out.read_text(encoding="utf-8").splitlines()))
    with out.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows[:1] + rows[2:3])
    assert ask("instruction", "import", out).code == 0
    cards = ask("instruction", "list", "--region", "KZ-15", "--json").json
    assert [card["deadline"] for card in cards] == ["2025-09-01"]
    assert cards[0]["issuer_level"] == "president"
    [change] = ask("instruction", "history", cards[0]["id"], "--json").json
    assert "draft from meeting.txt" in change["why"]


def test_a_text_without_a_day_asks_for_one(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("The President instructed the governor to mend the road.", encoding="utf-8")
    answer = ask("meeting", "minutes", path)
    assert (answer.code, "--date" in answer.told) == (2, True)
    assert ask("meeting", "minutes", path, "--date", "2025-03-10").code == 0


def test_only_a_table_can_be_imported(ask: Ask, text: Path, tmp_path: Path) -> None:
    assert ask("meeting", "minutes", text, "--out", tmp_path / "drafts.docx").code == 2


def test_what_returns_is_proposed_and_confirmed_by_a_person(
    ask: Ask, text: Path, tmp_path: Path
) -> None:
    for day in ("2025-06-10", "2025-09-10"):
        out = tmp_path / f"{day}.csv"
        ask("meeting", "minutes", text, "--date", day, "--region", "KZ-11", "--out", out)
        assert ask("instruction", "import", out).code == 0
    found = ask("instruction", "threads", "KZ-11", "--json").json
    assert {each["state"] for each in found} == {"proposed"}
    again = next(each for each in found if "безработицу" in each["text"])
    assert (again["earlier_given"], again["given"]) == ("2025-06-10", "2025-09-10")
    for id in (again["card"], again["earlier"]):
        assert ask("instruction", "set", id, "--thread", again["thread"]).code == 0
    found = ask("instruction", "threads", "KZ-11", "--json").json
    assert [e["card"] for e in found if e["state"] == "confirmed"] == [again["card"]]
