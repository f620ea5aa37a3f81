"""Does a wording say its facts, and tell a statistician which line of which file is wrong?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from esep.briefings.figures import Figures
from esep.briefings.wording import Wording
from esep.catalog import Catalog
from esep.errors import BadPack
from esep.language import language
from esep.model.document import Run
from esep.model.fact import Comparison, Fact
from esep.model.text import Name

MakeFact = Callable[..., Fact]
Worded = Callable[..., Wording]


@pytest.fixture
def worded(catalog: Catalog, figures_of: Callable[[str], Figures]) -> Worded:
    def make(*texts: str, code: str = "en") -> Wording:
        files = [(f"file-{number}.ftl", text) for number, text in enumerate(texts, start=1)]
        return Wording(language(code), files, figures_of(code), catalog.indicators)

    return make


def said(wording: Wording, message: str, **facts: Fact | None) -> tuple[Run, ...]:
    return wording.runs(message, facts=facts, names={}, lists={}, days={}, texts={})


def text_of(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs).replace("\u00a0", " ")


def test_a_figure_is_a_run_with_its_fact(worded: Worded, make_fact: MakeFact) -> None:
    wording = worded('level = it was { FIGURE($level) } and { FIGURE($rank, form: "place") }.\n')
    level = make_fact("310000000")
    rank = make_fact("3", "rank", comparison=Comparison.RANK, decimals=0)
    assert said(wording, "level", level=level, rank=rank) == (
        Run("It was "),
        Run("310.0\u00a0million\u00a0crowns", level.id),
        Run(" and "),
        Run("3rd", rank.id),
        Run("."),
    )


def test_a_missing_optional_fact_is_known_to_be_missing(
    worded: Worded, make_fact: MakeFact
) -> None:
    wording = worded('a = A{ $x_known ->\n    [yes] , { FIGURE($x) }\n   *[no] {""}\n  }.\n')
    assert text_of(said(wording, "a", x=None)) == "A."
    assert text_of(said(wording, "a", x=make_fact("1", "percent"))) == "A, 1.0%."


@pytest.mark.parametrize(
    ("value", "way"), [("0.05", "up"), ("0.04", "flat"), ("-0.04", "flat"), ("-0.05", "down")]
)
def test_a_change_that_prints_as_nothing_goes_no_way(
    worded: Worded, make_fact: MakeFact, value: str, way: str
) -> None:
    change = make_fact(value, "percent", comparison=Comparison.CHANGE)
    wording = worded("way = { $change_way ->\n    [up] up\n    [down] down\n   *[flat] flat\n  }\n")
    assert text_of(said(wording, "way", change=change)) == way.capitalize()


def test_an_index_goes_the_way_it_is_off_a_hundred(worded: Worded, make_fact: MakeFact) -> None:
    wording = worded("way = { $x_way ->\n    [up] up\n    [down] down\n   *[flat] flat\n  }\n")
    for value, way in {"107.9": "Up", "95.4": "Down", "100": "Flat"}.items():
        assert text_of(said(wording, "way", x=make_fact(value, "index_percent"))) == way


def test_a_sentence_ends_with_one_full_stop(worded: Worded, make_fact: MakeFact) -> None:
    """An abbreviation brings its own."""
    wording = worded("p = рост на { FIGURE($x) }.\n", code="ru")
    points = make_fact("2.5", "percentage_point", comparison=Comparison.GAP)
    assert text_of(said(wording, "p", x=points)) == "Рост на 2,5 п.п."


def test_names_and_days_take_the_case_asked_for(worded: Worded) -> None:
    wording = worded(
        'a = { NAME($land, case: "locative") } { DAY($day) } { LIST($all) }\n', code="kk"
    )
    runs = wording.runs(
        "a",
        facts={},
        names={"land": Name("өзен облысы")},
        lists={"all": [Name("көл"), Name("төбе")]},
        days={"day": date(2024, 6, 14)},
        texts={},
    )
    assert text_of(runs) == "Өзен облысында 2024 жылғы 14 маусым көл және төбе"


def test_labels_are_the_messages_a_renderer_asks_for(worded: Worded) -> None:
    wording = worded("label-page = Page\nlabel-of = of\npage = no label\n")
    assert wording.labels == ("of", "page")
    assert "page" in wording
    assert "label-index" not in wording


# -- what is wrong -------------------------------------------------------------------------


def test_text_that_is_no_message_is_told_with_file_and_line(worded: Worded) -> None:
    with pytest.raises(BadPack) as caught:
        worded("a = A\n", "# fine\nb = B\nbroken { here\nc = C\n")
    assert "wording/en/file-2.ftl, line 3" in caught.value.title
    assert "broken { here" in caught.value.detail


def test_a_missing_message_is_named_with_its_language(worded: Worded) -> None:
    with pytest.raises(BadPack) as caught:
        worded("a = A\n", code="ru").text("section-schools")
    assert "'section-schools'" in caught.value.title
    assert "'ru'" in caught.value.title
    assert "wording/ru/*.ftl" in caught.value.hint


@pytest.mark.parametrize(
    "pattern",
    [
        "{ FIGURE($levell) }",
        "{ FIGURES($level) }",
        '{ FIGURE($level, casus: "dative") }',
        "{ $unit }",
        "{ other-message }",
    ],
)
def test_a_pattern_that_cannot_be_spoken_is_told_with_file_line_and_slots(
    worded: Worded, make_fact: MakeFact, pattern: str
) -> None:
    wording = worded("first = A\n", f"\nb = B\nc = C {pattern}\n")
    with pytest.raises(BadPack) as caught:
        said(wording, "c", level=make_fact("1", "percent"))
    assert caught.value.title == "wording/en/file-2.ftl, line 3: message 'c' cannot be spoken"
    assert caught.value.detail
    assert "level" in caught.value.hint


def test_a_fault_of_ours_is_not_blamed_on_the_wording(worded: Worded, make_fact: MakeFact) -> None:
    wording = worded("a = { FIGURE($level) }\n")
    with pytest.raises(KeyError):
        said(wording, "a", level=make_fact("1", "a_unit_without_entry"))
