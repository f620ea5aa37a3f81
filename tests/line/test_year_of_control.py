"""A year of two meetings and eleven instructions, typed as commands, on both kinds of database."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
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


# -- the second briefing ---------------------------------------------------------------------

PERIOD = ("--period", "2024-01/2024-10")
SECOND = "KZ-19-2024-01_2024-10-on-2024-12-02"


@pytest.fixture
def acted(year: Ask) -> Ask:
    """The first half-year: a report, extensions in time and late, a wrong removal, a new plan."""
    for words in (
        ("programme", "add", "schools", "--name", "Comfortable School", "--stage", "running",
         "--objects-planned", "369", "--finish", "2024-12-31", "--on", "2024-01-10"),
        ("instruction", "set", "i-03", "--programme", "schools", "--indicator", "schools_built",
         "--trajectory", "2024-06-03=0;2024-12-30=13", "--on", "2024-06-10"),
        ("instruction", "report", "i-07", "--text", "done", "--on", "2024-06-28"),
        ("instruction", "remove", "i-07", "--level", "government", "--on", "2024-07-02"),
        ("instruction", "extend", "i-01", "--until", "2024-12-02", "--why", "late delivery",
         "--on", "2024-09-13"),
        ("instruction", "decide", "i-01", "--grant", "--level", "administration",
         "--on", "2024-09-18"),
        ("instruction", "extend", "i-02", "--until", "2024-11-15", "--why", "rain",
         "--on", "2024-09-20"),
        ("instruction", "decide", "i-02", "--grant", "--level", "president", "--on", "2024-09-25"),
        ("programme", "set", "schools", "--name", "Keleshek", "--objects-planned", "217",
         "--finish", "2025-12-31", "--why", "a new plan", "--on", "2024-10-15"),
        ("instruction", "report", "i-03", "--text", "still building", "--value", "11",
         "--on", "2024-11-28"),
    ):  # fmt: skip
        done = year(*words)
        assert done.code == 0, done.told
    assert year("instruction", "remove", "i-01", "--level", "government").code == 2
    return year


def brief(ask: Ask, out: Path, *words: str) -> Mapping[str, Any]:
    """Write the briefing of the day of the second meeting, and return its ledger."""
    done = ask("brief", "KZ-19", *PERIOD, "--on", "2024-12-02", "--out", str(out), *words)
    assert done.code == 0, done.told
    return json.loads((out / f"{SECOND}.ledger.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def values(ledger: Mapping[str, Any], section: str, begins: str) -> dict[str, str]:
    """The figures of a section by what their ids say, without the day."""
    told = set(ledger["sections"][section])
    return {
        each["fact_id"].partition("@")[0].removeprefix(begins): each["value"]
        for each in ledger["figures"]
        if each["fact_id"] in told and each["fact_id"].startswith(begins)
    }


def plain(page: Path) -> str:
    text = re.sub(r"<[^>]*>|\u2060", "", page.read_text(encoding="utf-8"))
    return " ".join(text.replace("\u00a0", " ").split())


def test_the_second_briefing_tells_what_became_of_the_first_instructions(
    acted: Ask, tmp_path: Path
) -> None:
    ledger = brief(acted, tmp_path, "--format", "json")
    counted = values(ledger, "execution", "standing:instructions_")
    assert {each.partition(":")[0]: value for each, value in counted.items()} == {
        "given": "6",
        "executed": "1",
        "open": "5",
        "overdue": "1",
        "at_risk": "3",
        "permanent": "1",
        "without_measure": "2",
        "without_deadline": "1",
    }
    # Days over a deadline stay where more time was asked for too late; a path is no whole number.
    assert values(ledger, "execution", "instruction:") == {
        "i-01:overdue": "15",
        "i-02:overdue": "17",
        "i-04:missing_reports": "5",
        "i-07:overdue": "1",
        "i-03:due": "11.26666666666666666666666667",
        "i-03:reported": "11",
    }
    # What is instructed on the day itself is no earlier instruction.
    assert not [each for each in ledger["figures"] if "i-08" in each["fact_id"]]
    for id in ledger["sections"]["execution"]:
        explained = acted("explain", id, "--json").json
        assert explained["inputs"] or explained["value"] == "0"
        assert all("set by change" in each["formula"] for each in explained["inputs"]), id


def test_the_second_briefing_is_held_against_the_first_meeting(acted: Ask, tmp_path: Path) -> None:
    ledger = brief(acted, tmp_path, "--format", "json")
    # January-April was out on 3 June, January-October on 2 December: they have no difference.
    told = [each.partition("@")[0] for each in ledger["sections"]["last-meeting"]]
    assert [each for each in told if each.startswith("stei:") and not each.endswith("rank")] == [
        "stei:KZ-19:2024-01/2024-04:level",
        "stei:KZ-19:2024-01/2024-10:level",
    ]
    planned = {
        each["fact_id"]: each["value"]
        for each in ledger["figures"]
        if each["fact_id"].startswith("card:programmes:")
    }
    assert planned == {
        "card:programmes:schools:objects_planned@1": "369",
        "card:programmes:schools:objects_planned@2": "217",
    }


TOLD = {
    "en": ["15 days late.", "17 days past the deadline.", "asked for after the deadline",
           "by 2 December 2024 (at first by 3 September 2024)", "5 reports in a row",
           "Set a deadline.", "No measurable result is named.", "not comparable: other periods",
           "31 December 2025"],
    "ru": ["Просрочка составила 15 дней.", "Просрочено на 17 дней.",
           "запрошено после истечения срока",
           "до 2 декабря 2024 г. (первоначально – до 3 сентября 2024 г.)",
           "Пропущено подряд 5 отчётов.", "Установить срок исполнения.",
           "Измеримый результат не определён.", "несопоставимо: разные периоды",
           "31 декабря 2025 г."],
    "kk": ["Кешігу 15 күнді құрады.", "Мерзімінен 17 күнге кешіккен.",
           "мерзім өткеннен кейін сұралды",
           "2024 жылғы 2 желтоқсанға дейін (бастапқысы – 2024 жылғы 3 қыркүйекке дейін)",
           "Қатарынан 5 есеп келмеген.", "Орындау мерзімін белгілеу.",
           "Өлшенетін нәтижесі айқындалмаған.", "салыстырылмайды: кезеңдері әртүрлі",
           "2025 жылғы 31 желтоқсан"],
}  # fmt: skip


def test_the_second_briefing_says_the_same_in_each_language_whenever_it_is_written(
    acted: Ask, tmp_path: Path
) -> None:
    brief(acted, tmp_path / "one", "--format", "html,json")
    for language, told in TOLD.items():
        page = plain(tmp_path / "one" / f"{SECOND}.{language}.html").lower()
        assert [each for each in told if each.lower() not in page] == [], language
    # What is done later is of a later day, and changes nothing of the earlier briefing.
    acted("instruction", "report", "i-02", "--text", "paved", "--on", "2024-12-10")
    brief(acted, tmp_path / "two", "--format", "html,json")
    one, two = (
        {path.name: path.read_bytes() for path in sorted((tmp_path / folder).iterdir())}
        for folder in ("one", "two")
    )
    assert one == two


def test_what_returns_is_told_after_the_second_meeting_and_nothing_before_the_first(
    acted: Ask, tmp_path: Path
) -> None:
    def written(period: str, day: str) -> tuple[Mapping[str, Any], str]:
        out = tmp_path / day
        order = ("brief", "KZ-19", "--period", period, "--on", day, "--lang", "en")
        assert acted(*order, "--format", "html,json", "--out", str(out)).code == 0
        [ledger], [page] = out.glob("*.json"), out.glob("*.html")
        return json.loads(ledger.read_text(encoding="utf-8")), plain(page)

    after, page = written("2024", "2025-01-31")
    assert "seems to repeat the instruction of 3 June 2024: “Continue the clean-up”" in page
    assert "31 January 2025" in page
    # The second meeting is the last one now; its three instructions are among the earlier ones.
    assert [*values(after, "execution", "standing:instructions_given").values()] == ["9"]
    assert values(after, "execution", "instruction:i-03:overdue") == {"": "32"}

    before, _ = written("2024-01/2024-05", "2024-06-03")
    assert not {"execution", "last-meeting"} & before["sections"].keys()
    assert not {"section-execution", "section-last-meeting"} & {*before["left_out"]}


def test_an_instruction_does_not_vanish_because_a_file_lacks_it(year: Ask, tmp_path: Path) -> None:
    header, first, *_ = INSTRUCTIONS.read_text(encoding="utf-8").splitlines()
    file = tmp_path / "one.csv"
    file.write_text(f"{header}\n{first}\n", encoding="utf-8")
    refused = year("instruction", "import", str(file), "--on", "2024-12-01", "--complete")
    assert (refused.code, "never vanishes" in refused.told) == (2, True)
    assert len(year("instruction", "list", "--json").json) >= 10
