"""A year of two meetings and eleven instructions, typed as commands, on both kinds of database."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from esep.cli.main import run

JUNE, DECEMBER = "meeting-2024-06", "meeting-2024-12"

INSTRUCTIONS = Path(__file__).with_name("instructions.csv")


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    told: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("control") / "store"
    assert run(["init", "--home", str(folder)]) == 0
    return folder


@pytest.fixture
def ask(
    home: Path,
    database: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Ask:
    monkeypatch.setenv("ESEP_DATABASE", database)
    monkeypatch.setenv("ESEP_USER", "Office")

    def asking(*words: str) -> Answer:
        capsys.readouterr()
        code = run([*words, "--home", str(home)])
        answer = Answer(code, *capsys.readouterr())
        assert code != 70, answer.told
        return answer

    return asking


@pytest.fixture
def year(ask: Ask) -> Ask:
    """Both meetings and what was instructed at them."""
    for id, day in ((JUNE, "2024-06-03"), (DECEMBER, "2024-12-02")):
        added = ask(
            "meeting", "add", id, "--held-on", day, "--region", "KZ-19", "--chair", "President",
            "--chair-level", "president", "--speaker", "Akim A", "--on", day,
        )  # fmt: skip
        assert added.code == 0, added.told
    taken = ask("instruction", "import", str(INSTRUCTIONS), "--on", "2024-06-03", "--json")
    assert taken.code == 1  # the deadline before its meeting is set aside
    assert (taken.json["created"], taken.json["set_aside"]) == (10, 1)
    issues = {issue["code"]: issue["severity"] for issue in taken.json["issues"]}
    # The clean-up returns from meeting to meeting: proposed as one thing, never merged.
    assert issues == {"order_of_dates": "set_aside", "possible_duplicate": "warning"}
    return ask


def marks(ask: Ask, day: str) -> dict[str, dict[str, Any]]:
    answer = ask("status", "KZ-19", "--on", day, "--json")
    return {card["id"]: card for card in answer.json["cards"]}


def test_a_year_goes_by(year: Ask) -> None:
    # July: the Government's card is reported and lifted by the Government.
    assert year("instruction", "report", "i-07", "--text", "done", "--on", "2024-06-28").code == 0
    lifted = year(
        "instruction", "remove", "i-07", "--level", "government", "--who", "Office of Government",
        "--on", "2024-07-02",
    )  # fmt: skip
    assert lifted.code == 0, lifted.told

    # The Government cannot lift what the President issued, and the executor lifts nothing.
    wrong = year("instruction", "remove", "i-01", "--level", "government", "--on", "2024-09-01")
    assert (wrong.code, "cannot lift" in wrong.told) == (2, True)
    own = year(
        "instruction", "remove", "i-01", "--who", "Akim A", "--level", "president",
        "--on", "2024-09-01",
    )  # fmt: skip
    assert (own.code, "executes i-01" in own.told) == (2, True)

    # An extension asked too late is granted; the days over the deadline stay.
    asked = year(
        "instruction", "extend", "i-01", "--until", "2024-12-02", "--why", "late delivery",
        "--on", "2024-09-13",
    )  # fmt: skip
    assert asked.code == 0, asked.told
    decided = year(
        "instruction", "decide", "i-01", "--grant", "--level", "administration",
        "--on", "2024-09-18",
    )  # fmt: skip
    assert decided.code == 0, decided.told

    # One asked in time costs no overdue days.
    year(
        "instruction", "extend", "i-02", "--until", "2024-11-15", "--why", "rain",
        "--on", "2024-09-20",
    )  # fmt: skip
    year("instruction", "decide", "i-02", "--grant", "--level", "president", "--on", "2024-09-25")

    cards = marks(year, "2024-11-20")
    assert cards["i-01"]["overdue_days"] == 15
    assert cards["i-01"]["first_deadline"] == "2024-09-03"
    assert cards["i-01"]["deadline"] == "2024-12-02"
    assert cards["i-01"]["slippage_days"] == 90
    assert (cards["i-02"]["overdue_days"], cards["i-02"]["marks"]) == (5, "overdue, extended")
    assert cards["i-04"]["missing_reports"] == 5
    assert cards["i-05"]["marks"] == "without_measure, without_deadline"
    assert cards["i-06"]["state"] == "emphasis"
    assert cards["i-07"]["state"] == "executed"

    # An edit moves no deadline and changes no issuer, not even by a file.
    edit = year("instruction", "set", "i-03", "--deadline", "2025-06-30", "--on", "2024-11-21")
    assert (edit.code, "extend" in edit.told) == (2, True)
    assert year("instruction", "set", "i-03", "--issuer-level", "district").code == 2

    # A report never closes a card.
    year("instruction", "report", "i-03", "--text", "all open", "--on", "2024-12-28")
    assert marks(year, "2025-01-31")["i-03"]["state"] == "report_submitted"
    assert marks(year, "2025-01-31")["i-03"]["overdue_days"] > 0

    history = year("instruction", "history", "i-01", "--json").json
    assert [each["kind"] for each in history] == [
        "created", "extension_asked", "extension_decided",
    ]  # fmt: skip
    assert {each["who"] for each in history} == {"Office"}


def test_the_deadlines_can_be_subscribed_to(year: Ask) -> None:
    feed = year("status", "--on", "2024-06-10", "--format", "ics").out
    lines = feed.replace("\r\n ", "").splitlines()
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") > 3
    assert "UID:i-01-deadline@esep" in lines
    assert all(len(line.encode()) <= 75 for line in feed.splitlines())


def test_the_cards_leave_and_come_back_unchanged(year: Ask, tmp_path: Path) -> None:
    for form in ("csv", "xlsx"):
        out = tmp_path / f"cards.{form}"
        year("instruction", "export", "--format", form, "--out", str(out))
        again = year("instruction", "import", str(out), "--on", "2024-06-04", "--json")
        assert again.code == 0, again.out
        assert (again.json["unchanged"], again.json["changed"]) == (10, 0)
