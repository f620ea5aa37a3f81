"""Does `check` tell of each figure what the data say, in every form and for every kind of file?"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import docx
import pytest

from esep.cli.main import run

Ask = Callable[..., Any]
RIGHT = "The economic pulse of River Region stood at 107.9% in January-April 2024."
WRONG = RIGHT.replace("107.9", "117.9")


@pytest.fixture
def right(tmp_path: Path) -> Path:
    return written(tmp_path / "right.txt", RIGHT)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return written(tmp_path / "wrong.txt", WRONG)


def written(path: Path, text: str) -> Path:
    path.write_text(f"date 2024-06-14\n{text}\n", encoding="utf-8")
    return path


def verdicts(answer: Any) -> list[tuple[str, str]]:
    return [
        (each["text"], each["verdict"])
        for each in answer["figures"]
        if each["verdict"] != "not_a_claim"
    ]


def test_a_right_figure_is_supported_with_its_evidence(threelands: Ask, right: Path) -> None:
    answer = threelands("check", right, "--json")
    assert answer.code == 0
    assert verdicts(answer.json) == [("107.9%", "supported")]
    figure = next(each for each in answer.json["figures"] if each["text"] == "107.9%")
    assert figure["evidence"][0].startswith("pulse:TL-RIV:2024-01/2024-04")
    assert answer.json["document"]["day"] == "2024-06-14"


def test_a_wrong_figure_is_a_finding_and_tells_what_to_put(threelands: Ask, wrong: Path) -> None:
    answer = threelands("check", wrong)
    assert answer.code == 1
    assert "× contradicted  117.9%  line 2" in answer.out
    assert "put instead: 107.9%" in answer.out


def test_the_answer_speaks_the_language_asked_for(threelands: Ask, wrong: Path) -> None:
    assert "следует написать: 107" in threelands("check", wrong, "--lang", "ru").out
    assert "былай жазу керек: 107" in threelands("check", wrong, "--lang", "kk").out


def test_a_text_without_a_day_is_taken_for_todays_and_that_is_told(
    threelands: Ask, tmp_path: Path
) -> None:
    undated = tmp_path / "undated.txt"
    undated.write_text(RIGHT, encoding="utf-8")
    assert "undated.txt does not say its day" in threelands("check", undated).told
    dated = threelands("check", undated, "--date", "2024-06-14")
    assert "does not say its day" not in dated.told


def test_standard_input_is_read(threelands: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(RIGHT.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    answer = threelands("check", "-", "--date", "2024-06-14", "--json")
    assert verdicts(answer.json) == [("107.9%", "supported")]


def test_several_texts_are_answered_in_their_order(
    threelands: Ask, right: Path, wrong: Path
) -> None:
    answer = threelands("check", right, wrong, "--json")
    assert answer.code == 1
    assert [verdicts(each)[0][1] for each in answer.json] == ["supported", "contradicted"]


def test_a_text_that_cannot_be_read_does_not_stop_the_others(
    threelands: Ask, right: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    answer = threelands("check", broken, right, "--json")
    assert answer.code == 2
    assert "broken.docx is broken" in answer.told
    assert [verdicts(each) for each in answer.json] == [[("107.9%", "supported")]]


def test_html_and_docx_go_to_the_file_named(threelands: Ask, wrong: Path, tmp_path: Path) -> None:
    page, file = tmp_path / "out" / "a.html", tmp_path / "out" / "a.docx"
    assert threelands("check", wrong, "--format", "html", "--out", page).code == 1
    assert "117.9%" in page.read_text(encoding="utf-8")
    answer = threelands("check", wrong, "--format", "docx", "--out", file)
    assert str(file) in answer.told
    assert answer.out == ""
    assert len(list(docx.Document(str(file)).comments)) == 1


def test_a_word_file_gets_its_comments_in_place(threelands: Ask, tmp_path: Path) -> None:
    original = docx.Document()
    original.add_paragraph("Report", style="Title")
    original.add_paragraph(WRONG)
    original.save(str(tmp_path / "report.docx"))
    out = tmp_path / "checked.docx"
    order = ("check", tmp_path / "report.docx", "--date", "2024-06-14", "--format", "docx")
    assert threelands(*order, "--out", out).code == 1
    checked = docx.Document(str(out))
    assert [line.text for line in checked.paragraphs[:2]] == ["Report", WRONG]
    (comment,) = checked.comments
    assert comment.text.startswith("× contradicted; put instead: 107.9%")


def test_several_answers_go_to_a_folder(
    threelands: Ask, right: Path, wrong: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "answers"
    threelands("check", right, wrong, "--format", "json", "--out", folder)
    assert sorted(path.name for path in folder.iterdir()) == [
        "right.check.json",
        "wrong.check.json",
    ]
    answer = json.loads((folder / "wrong.check.json").read_text(encoding="utf-8"))
    assert verdicts(answer) == [("117.9%", "contradicted")]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nowhere.txt",), "There is no file nowhere.txt"),
        (("{right}", "--region", "Nowhere"), "Nowhere"),
        (("{right}", "--date", "June"), "write it as 2024-06-14"),
        (("{right}", "{right}", "--format", "html"), "Several pages need a folder"),
        (("{right}", "{right}", "--format", "docx"), "not for the screen"),
        (("{right}", "{right}", "--format", "html", "--out", "x"), "Two texts of one name"),
        (("{right}", "--format", "html", "--out", "{right}"), "is the text itself"),
        (("{right}", "--source", "http://a"), "add --remember"),
        (("{folder}",), "is a folder"),
    ],
)
def test_misuse_is_told_and_changes_nothing(
    threelands: Ask, right: Path, arguments: tuple[str, ...], told: str
) -> None:
    before = right.read_bytes()
    answer = threelands(
        "check", *(each.format(right=right, folder=right.parent) for each in arguments)
    )
    assert answer.code == 2
    assert told in answer.told
    assert right.read_bytes() == before


def test_two_runs_give_the_same_bytes(threelands: Ask, wrong: Path, tmp_path: Path) -> None:
    for format in ("json", "html", "docx", "text"):
        first, second = tmp_path / "first", tmp_path / "second"
        for path in (first, second):
            threelands("check", wrong, "--format", format, "--out", path)
        assert first.read_bytes() == second.read_bytes()


def test_what_is_remembered_is_known_to_the_next_text(
    threelands_home: Path, tmp_path: Path
) -> None:
    home = tmp_path / "store"
    copytree(threelands_home, home)
    said = written(tmp_path / "said.txt", "River Region built 43 bridges in 2023.")
    later = written(tmp_path / "later.txt", "In 2023 River Region built 43 bridges.")

    def verdict(*arguments: object) -> str:
        out = tmp_path / "answer.json"
        order = ["check", *map(str, arguments), "--json", "--out", str(out), "--home", str(home)]
        assert run(order) == 0
        ((_, found),) = verdicts(json.loads(out.read_text(encoding="utf-8")))
        return found

    assert verdict(said, "--remember", "--source", "said.example") == "no_data"
    assert verdict(later) == "supported"


def test_two_texts_are_compared(threelands: Ask, right: Path, wrong: Path) -> None:
    answer = threelands("compare", right, wrong)
    assert answer.code == 1
    assert "× differs: value" in answer.out
    assert threelands("compare", right, right).code == 0
    found = threelands("compare", right, wrong, "--json").json
    assert found["disagreements"][0]["differences"] == ["value"]


def test_the_comparison_is_written_as_a_page(
    threelands: Ask, right: Path, wrong: Path, tmp_path: Path
) -> None:
    page = tmp_path / "both.html"
    assert threelands("compare", right, wrong, "--format", "html", "--out", page).code == 1
    text = page.read_text(encoding="utf-8")
    assert "107.9%" in text
    assert "117.9%" in text
