"""A register of another publisher comes in, edition after edition, by a description alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from esep.cli.main import run
from tests.cli.conftest import THREELANDS, Answer, Ask

UNITED_KINGDOM = Path(__file__).parents[1] / "packs" / "united-kingdom"
PORTFOLIO = Path(__file__).parents[3] / "shared" / "data" / "uk-major-projects-register"

DESCRIPTION = """\
id: board
register: works
title: The made-up board of works
complete: true
editions:
  - {files: ["board-2021*"], layout: columns, csv: {encoding: windows-1252, delimiter: ","}}
  - {files: ["board-*"], csv: {delimiter: ";"}}
id_from:
  key: [name]
  ignore_brackets: true
  renames: {Mill of the lake: Mill}
not_published: {note: remarks, words: [TBC], begins: [Exempt]}
numbers: {strip: [£, m], group: ",", decimal: "."}
days: {formats: [DD/MM/YYYY, DD.MM.YY], years_from: 1990}
constants: {currency: CRN, price_year: 2021, region: TL}
fields:
  name: {headings: [Work, work_name]}
  stage:
    headings: ["Status*", colour]
    first_filled: true
    values: {idea: [Planned], building: [Amber/Green, Under way], open: [Done]}
  cost: {headings: ["Cost (£million)", cost], times: 1000000}
  finish: {headings: [End Date, end], optional: true}
ignore: ["Narrative*"]
"""
FIRST = (
    "Work,Mill,Bridge (BR),School\n"
    '"Status\n(a colour)",Planned,Amber/Green,Planned\n'
    'Cost (£million),"£1,200.50m",Exempt under Section 43 of the Act (2000),£0.25m\n'
    "End Date,01/12/2024,TBC,31/01/2025\n"
    "Narrative,,£ 5 more,\n"
)
SECOND = (
    "work_name;colour;colour;cost;end\n"
    "Mill of the lake;;Under way;£1,300;31.12.71\n"
    "Bridge;Done;;£80;15.01.25\n"
    "Harbour;Planned;;many;\n"
)


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    return asking(THREELANDS, tmp_path / "store", capsys)


def asking(pack: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    assert run(["init", "--pack", str(pack), "--home", str(home)]) == 0

    def ask(*words: object) -> Answer:
        capsys.readouterr()
        code = run([*(str(word) for word in words), "--home", str(home)])
        answer = Answer(code, *capsys.readouterr())
        assert code != 70, answer.told
        return answer

    return ask


@pytest.fixture
def board(tmp_path: Path) -> Path:
    (tmp_path / "board.yaml").write_text(DESCRIPTION, encoding="utf-8")
    (tmp_path / "board-2021.csv").write_bytes(FIRST.encode("cp1252"))
    (tmp_path / "board-2022.csv").write_text(SECOND, encoding="utf-8")
    return tmp_path


def take(ask: Ask, board: Path, year: int) -> Answer:
    return ask("work", "import", board / f"board-{year}.csv", "--description",
               board / "board.yaml", "--on", f"{year}-03-31", "--json")  # fmt: skip


def test_a_sheet_on_its_side_is_read_with_its_words_numbers_and_days(ask: Ask, board: Path) -> None:
    assert take(ask, board, 2021).json["created"] == 3
    mill = ask("work", "show", "mill", "--json").json
    assert (mill["cost"], mill["finish"], mill["stage"]) == ("1200500000", "2024-12-01", "idea")
    assert (mill["currency"], mill["price_year"]) == ("CRN", "2021")
    assert ask("work", "show", "school", "--json").code == 0


def test_words_in_place_of_a_figure_are_kept_and_are_no_figure(ask: Ask, board: Path) -> None:
    take(ask, board, 2021)
    bridge = ask("work", "show", "bridge", "--json").json
    assert "cost" not in bridge
    assert bridge["remarks"] == "cost: Exempt under Section 43 of the Act (2000); finish: TBC"


def test_the_next_edition_finds_the_cards_under_their_new_names(ask: Ask, board: Path) -> None:
    take(ask, board, 2021)
    done = take(ask, board, 2022).json
    assert (done["changed"], done["vanished"], done["set_aside"]) == (2, 1, 1)
    mill = ask("work", "show", "mill", "--json").json
    assert (mill["stage"], mill["cost"], mill["finish"]) == ("building", "1300000000", "2071-12-31")
    assert mill["first"]["cost"] == "1200500000"
    assert ask("work", "show", "bridge", "--json").json["first"]["cost"] == "80000000"
    [issue] = [each for each in done["issues"] if each["severity"] == "set_aside"]
    assert issue["place"] == "board-2022.csv, line 4, column D"


def test_a_cell_of_a_sheet_on_its_side_is_told_by_its_own_place(ask: Ask, board: Path) -> None:
    text = FIRST.replace("£0.25m", "many")
    (board / "board-2021.csv").write_bytes(text.encode("cp1252"))
    [issue] = take(ask, board, 2021).json["issues"]
    assert issue["place"] == "board-2021.csv, line 4, column D"


def test_two_columns_that_contradict_each_other_set_the_card_aside(ask: Ask, board: Path) -> None:
    text = SECOND.replace("Bridge;Done;;", "Bridge;Done;Planned;")
    (board / "board-2022.csv").write_text(text, encoding="utf-8")
    codes = [each["code"] for each in take(ask, board, 2022).json["issues"]]
    assert "contradiction" in codes


def test_an_older_edition_after_a_newer_one_is_refused(ask: Ask, board: Path) -> None:
    take(ask, board, 2022)
    assert take(ask, board, 2021).code == 2


def test_a_heading_that_nobody_described_is_refused_with_its_words(ask: Ask, board: Path) -> None:
    (board / "board-2022.csv").write_text(SECOND.replace("end\n", "finish_day\n", 1), "utf-8")
    answer = take(ask, board, 2022)
    assert (answer.code, "finish_day" in answer.told) == (2, True)


def test_a_description_beside_its_file_is_found(ask: Ask, board: Path) -> None:
    (board / "board-2022.csv.register.yaml").write_text(DESCRIPTION, encoding="utf-8")
    answer = ask("work", "import", board / "board-2022.csv", "--on", "2022-03-31", "--json")
    assert answer.json["created"] == 2


@pytest.mark.parametrize(
    ("found", "put", "told"),
    [
        ("register: works", "register: wroks", "line 2 (register): found 'wroks'"),
        ("idea: [Planned]", "ideal: [Planned]", "did you mean 'idea'?"),
        ("key: [name]", "key: [nmae]", "(id_from.key[1]): found 'nmae'"),
        ("DD/MM/YYYY", "D/M/Y", "(days.formats[1]): found 'D/M/Y'"),
        ("note: remarks", "note: name", "a field of kind text with many values"),
        ("ignore:", "ignored:", "found the unknown key 'ignored'"),
    ],
)
def test_a_mistake_in_a_description_is_told_with_its_line(
    ask: Ask, board: Path, found: str, put: str, told: str
) -> None:
    (board / "board.yaml").write_text(DESCRIPTION.replace(found, put), encoding="utf-8")
    answer = take(ask, board, 2021)
    assert (answer.code, told in answer.told) == (2, True), answer.told


@pytest.mark.skipif(not PORTFOLIO.is_dir(), reason="the real register is not in this place")
def test_ten_editions_of_a_real_register_become_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask = asking(UNITED_KINGDOM, tmp_path / "store", capsys)
    rows, aside = [], []
    for year in range(2014, 2024):
        day = f"{year}-03-31" if year > 2020 else f"{year - 1}-09-30"
        done = ask("project", "import", PORTFOLIO / f"uk_{year}.csv", "--on", day, "--json").json
        rows.append(done["rows"])
        aside += [each for each in done["issues"] if each["severity"] == "set_aside"]
    assert rows == [199, 188, 143, 143, 133, 133, 125, 184, 235, 244]
    assert [each["place"] for each in aside] == ["uk_2017.csv, line 335, column AH"]
    disposal = next(
        each
        for each in ask("project", "list", "--json").json
        if each["number"] == "DECC_0005_1112-Q1"
    )
    first = ask("project", "show", disposal["id"], "--json").json["first"]
    assert first["cost"] != disposal["cost"]
    rows = ask("project", "report", "--json").json
    assert [each["edition"] for each in rows if each["scale_changed"]] == ["2022-03-31"]
    assert (rows[-2]["off_scale"], rows[-1]["grade_amber"]) == (65, 183)


def test_the_report_is_a_table_and_a_page(ask: Ask, board: Path) -> None:
    assert ask("work", "report").code == 2  # no edition yet
    take(ask, board, 2021)
    take(ask, board, 2022)
    rows = ask("work", "report", "--json").json
    assert [(each["rows"], each["cards"]) for each in rows] == [(3, 3), (3, 2)]
    assert (rows[1]["finish_later"], rows[1]["cost_known"], rows[1]["vanished"]) == (1, 1, 1)
    for language in ("en", "ru", "kk"):
        page = board / f"{language}.html"
        assert ask("work", "report", "--out", page, "--lang", language).code == 0
        text = page.read_text(encoding="utf-8")
        assert text.count('class="drawing"') == 3
        assert "School" in text
        assert ("1\u00a0200" in text) == (language != "en")
    for name, begins in (("report.pdf", b"%PDF"), ("report.docx", b"PK")):
        assert ask("work", "report", "--out", board / name).code == 0
        assert (board / name).read_bytes().startswith(begins)
    refused = ask("work", "report", "--out", board / "report.odt")
    assert (refused.code, ".docx" in refused.told) == (2, True)


@pytest.mark.parametrize(
    ("format", "written"),
    [
        ("DD-MONTH-YYYY", "31-Dec-2024"),
        ("DD MONTH YYYY", "31 декабря 2024"),
        ("'MONTH DD, YYYY'", "December 31, 2024"),
        ("YYYY MONTH DD", "2024 желтоқсан 31"),
    ],
)
def test_a_day_may_be_written_with_the_name_of_its_month(
    ask: Ask, board: Path, format: str, written: str
) -> None:
    described = DESCRIPTION.replace("DD/MM/YYYY", format).replace("windows-1252", "utf-8")
    (board / "board.yaml").write_text(described, encoding="utf-8")
    dated = FIRST.replace("01/12/2024", f'"{written}"')
    (board / "board-2021.csv").write_text(dated, encoding="utf-8")
    take(ask, board, 2021)
    ends = {card["name"]: card["finish"] for card in ask("work", "list", "--json").json}
    assert ends["Mill"] == "2024-12-31"
