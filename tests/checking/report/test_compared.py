"""Two texts side by side: what disagrees first, with the words around it."""

from __future__ import annotations

import json

from lxml import html

from esep.checking.compare import Compared, Pair
from esep.checking.report.compared import (
    Comparison,
    comparison_answer,
    comparison_html,
    comparison_text,
)
from esep.checking.report.entries import Report
from tests.checking.report.made_up import catalog, checked, read_text


def comparison(language: str = "en", *, alike: bool = False) -> Comparison:
    report = Report(checked(), read_text(), catalog(), language)
    disagreements = () if alike else (Pair(2, 4, ("value", "period"), "other_value"),)
    compared = Compared((Pair(1, 1),), disagreements, only_left=(7,), only_right=())
    return Comparison(report, report, compared)


def test_what_disagrees_comes_first_with_the_words_around_it() -> None:
    lines = comparison_text(comparison(), colour=False).replace("\u00a0", " ").splitlines()
    assert lines == [
        "report.txt – report.txt",
        "Disagree: 1, Agree: 1, Only in report.txt: 1",
        "",
        "× differs: value, period",
        "  report.txt  line 3  «…2023 the product of River region was 5.3 trillion crowns, "
        "fifth of 20 regions.»",
        "  report.txt  line 4  «The economic pulse stood at 107.9% in January–April; 6,3% more "
        "shops opened.»",
        "",
        "Only in report.txt:",
        "  line 6  207 projects  investment projects · 2024–2030 · River Region · planned",
        "",
        "Agree:",
        "  = 5.3 trillion crowns  –  5.3 trillion crowns  PL · 2023 · River Region",
    ]


def test_texts_that_agree_say_so() -> None:
    assert "No figures disagree." in comparison_text(comparison(alike=True), colour=False)
    assert "\x1b[32m=\x1b[0m" in comparison_text(comparison(alike=True), colour=True)


def test_json_tells_pairs_by_their_places() -> None:
    said = json.loads(json.dumps(comparison_answer(comparison())))
    assert said["disagreements"] == [
        {
            "left": 2,
            "right": 4,
            "differences": ["value", "period"],
            "cause": "other_value",
            "rounded": False,
        }
    ]
    assert said["left"]["figures"][2]["text"] == "fifth"
    assert said["summary"] == {
        "agreements": 1,
        "disagreements": 1,
        "only_left": 1,
        "only_right": 0,
    }


def test_the_page_sets_the_pairs_side_by_side_in_each_language() -> None:
    for language, word in (("en", "value"), ("ru", "значение"), ("kk", "мәні")):
        page = html.document_fromstring(comparison_html(comparison(language)))
        (row,) = page.xpath("//tr[@class='contradicted']")
        assert word in row.xpath("./th")[0].text_content()
        assert [cell.xpath(".//strong")[0].text for cell in row.xpath("./td")] == ["fifth", "6,3%"]
        assert not page.xpath("//script | //@style")
