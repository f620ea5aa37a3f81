"""Is a briefing of any region and period true, whole and free of padding?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from line_reading import LANGUAGES, Case, Country, facts_by_section, plain_text, section_text

from esep.briefings.compose import Briefing
from esep.cli.main import run
from esep.model.document import Bullets, Chart, Document, Paragraph, Table, Tiles

DAY = "2024-06-14"
PICKED = [
    ("KZ-71", "2023"),
    ("KZ-62", "2022"),
    ("KZ-10", "2024-01/2024-03"),
    ("KZ-63", "2021"),
    ("KZ-19", "2019"),
]


@pytest.fixture(scope="module", params=PICKED, ids=lambda picked: "-".join(picked))
def picked(request: pytest.FixtureRequest, kazakhstan: Country) -> Briefing:
    region, period = request.param
    return kazakhstan.brief(region, period, DAY)


def test_all_twenty_regions_are_written_for_a_year(
    kazakhstan: Country, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    order = ["brief", "all", "--period", "2024", "--on", "2026-10-01", "--jobs", "1", "--json"]
    where = ["--home", str(kazakhstan.home), "--out", str(tmp_path)]
    assert run([*order, "--lang", "kk", "--format", "html,json", *where]) == 0
    written = json.loads(capsys.readouterr().out)
    assert len({each["region"] for each in written}) == 20
    for each in written:
        page, ledger = (Path(name) for name in each["files"])
        assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
        found = json.loads(ledger.read_text(encoding="utf-8"))
        assert found["document"]["region"] == each["region"]
        assert len(found["key_figures"]) == len(each["key_figures"]) >= 9
        # The document is of the year: no later figure slips in although it is known by then.
        counted = [f for f in found["figures"] if "cell" in f and not f.get("said_on")]
        years = {f["period"] for f in counted if not f["fact_id"].startswith("register:")}
        assert max(years) < "2025"


def empty(document: Document) -> Iterator[str]:
    for section in document.sections:
        if not section.blocks:
            yield section.id
        for block in section.blocks:
            match block:
                case Paragraph(runs=parts) | Bullets(items=parts) | Tiles(items=parts):
                    hollow = not parts or not all(parts)
                case Table(rows=parts):
                    hollow = not parts
                case Chart():
                    hollow = not block.alternative
            if hollow:
                yield f"{section.id}: {block}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_title_stands_over_nothing(picked: Briefing, case: Case, code: str) -> None:
    assert list(empty(picked.documents[code])) == []
    assert list(empty(case.briefing.documents[code])) == []


def test_what_is_left_out_is_listed_and_the_rest_is_there(picked: Briefing) -> None:
    outline = [each.id for each in picked.plan.sections]
    for code, document in picked.documents.items():
        present = [each.id for each in document.sections]
        assert present == [*outline, "left-out"]
        named = section_text(document, "left-out")
        assert len(picked.plan.left_out) > 3
        assert named.count("“" if code == "en" else "«") == len(picked.plan.left_out)


def test_no_sentence_is_said_twice_in_a_section(picked: Briefing, case: Case) -> None:
    for document in (*picked.documents.values(), *case.briefing.documents.values()):
        for section in document.sections:
            said = [
                "".join(run.text for run in runs)
                for block in section.blocks
                for runs in (block.items if isinstance(block, Bullets) else ())
            ]
            assert len(said) == len(set(said))


def test_the_picked_languages_agree_too(picked: Briefing) -> None:
    english, russian, kazakh = (facts_by_section(picked.documents[code]) for code in LANGUAGES)
    assert english == russian == kazakh


def test_nothing_reads_absurd(picked: Briefing) -> None:
    """Signs of a sentence that had nothing to say."""
    for code, document in picked.documents.items():
        text = plain_text(document)
        for sign in (" ,", " .", ",,", "..", "()", "{", "}", "( ", "–)", " :"):
            assert sign not in text, (sign, text[max(0, text.find(sign) - 80) :][:120])
        twice = re.search(r"\b(\w[\w ]{9,}\w)[^\w\n]{1,4}\1\b", text)
        assert twice is None, twice
        grew_by_nothing = {
            "en": (" by 0.0%", "up 0.0", "down 0.0"),
            "ru": ("на 0,0",),
            "kk": (" 0,0%-ға", " 0,0 пайыздық тармаққа"),
        }
        for sign in grew_by_nothing[code]:
            assert sign not in text, text[max(0, text.find(sign) - 80) :][:120]


# -- borders -------------------------------------------------------------------------------


def test_a_change_over_new_borders_is_told_as_not_comparable(kazakhstan: Country) -> None:
    """East Kazakhstan gave Abai away in 2022; the series of the product begins anew in 2021."""
    briefing = kazakhstan.brief("KZ-63", "2021", DAY)
    problems = section_text(briefing.documents["en"], "problems")
    assert "cannot be compared with the year before, because the borders changed" in problems
    assert "Abai Region and East Kazakhstan Region taken together grew by" in problems
    assert "at current prices" in problems
    known = {each["fact_id"].rpartition("@")[0] for each in briefing.ledger["figures"]}
    assert "grp:KZ-63:2021:change" not in known
    assert any(each.startswith("grp:KZ-10+KZ-63:2021:change") for each in known)
    assert "некорректно в связи с изменением границ" in section_text(
        briefing.documents["ru"], "problems"
    )
    assert "шекара өзгергендіктен" in section_text(briefing.documents["kk"], "problems")


def test_a_new_region_says_since_when_it_has_its_borders(kazakhstan: Country) -> None:
    briefing = kazakhstan.brief("KZ-62", "2022", DAY)
    assert "8 June 2022" in section_text(briefing.documents["en"], "spatial")
    assert "cannot be compared" in section_text(briefing.documents["en"], "problems")


def test_figures_on_other_borders_are_named_on_the_first_page(kazakhstan: Country) -> None:
    """In 2019 the region was larger; its population alone was counted again since."""
    briefing = kazakhstan.brief("KZ-19", "2019", DAY)
    first = section_text(briefing.documents["en"], "key-points")
    told = first.partition("On borders other than those of 14 June 2024: ")[2]
    assert "gross regional product" in told
    assert "population" not in told
    today = kazakhstan.brief("KZ-19", "2024-01/2024-05", DAY, meeting="akorda-2024-06-14-kz-19")
    assert "On borders other" not in section_text(today.documents["en"], "key-points")


def test_no_rank_mixes_two_divisions_of_the_country(kazakhstan: Country) -> None:
    """Seventeen regions in the old series, twenty in the series counted again."""
    briefing = kazakhstan.brief("KZ-19", "2019", DAY)
    counted = {
        each["indicator"]: each["ranking"]["of"]
        for each in briefing.ledger["figures"]
        if "ranking" in each
    }
    assert counted["grp"] == 17
    assert counted["population_average"] == 20


# -- problems ------------------------------------------------------------------------------


def test_problems_are_told_as_plainly_as_growth(founding: Case) -> None:
    problems = section_text(founding.briefing.documents["en"], "problems")
    assert "below the country’s 105.1%" in problems  # the product grew by 3.3 only
    assert "Communications" in problems
    # The largest share of all regions fell a little: no trouble.
    assert "Share of manufacturing" not in problems
    first = section_text(founding.briefing.documents["en"], "key-points")
    assert "down by 13.6% on the year before at current prices" in first


def test_a_falling_branch_is_told_as_falling(threelands: Country) -> None:
    briefing = threelands.brief("TL-LAK", "2024-01/2024-05", DAY)
    fell = {
        "en": "Output of fields: down by 3.0% in January–April 2024",
        "ru": "снижение на 3,0%",
        "kk": "3,0%-ға төмендеді",
    }
    for code, words in fell.items():
        assert words in section_text(briefing.documents[code], "problems")


def test_a_region_without_problems_says_what_was_looked_at(river: Case) -> None:
    """An empty section listed as `nothing known` would be untrue."""
    problems = section_text(river.briefing.documents["en"], "problems")
    assert problems.startswith("Neither lower nor worse than the year before: ")
    assert "; not worse than the country’s: " in problems
    assert "jobless rate" in problems
    assert river.briefing.plan.left_out == ()


def test_a_rate_worse_than_the_country_is_a_problem(threelands: Country) -> None:
    briefing = threelands.brief("TL-HIL", "2024-01/2024-05", DAY)
    problems = section_text(briefing.documents["en"], "problems")
    assert "Jobless rate: 5.2% in 2023, against 4.8% in the country as a whole." in problems


def test_what_was_only_said_can_still_make_a_document(kazakhstan: Country) -> None:
    """On the day itself no official table of the pack was published yet."""
    briefing = kazakhstan.brief("KZ-19", "2024-01/2024-05", DAY, as_of=DAY)
    assert {each["stage"] for each in briefing.ledger["figures"]} <= {
        "declared",
        "plan",
        "administrative",
    }
    first = section_text(briefing.documents["en"], "key-points")
    assert "5th by size, at current prices (declared)" in first
    assert "5-орын" in section_text(briefing.documents["kk"], "key-points")


# -- instructions --------------------------------------------------------------------------


def test_what_was_stressed_is_not_among_the_instructions(river: Case) -> None:
    section = next(s for s in river.briefing.documents["en"].sections if s.id == "instructions")
    lists = [block for block in section.blocks if isinstance(block, Bullets)]
    assert [block.numbered for block in lists] == [True, False]
    assert [len(block.items) for block in lists] == [2, 1]
    text = section_text(river.briefing.documents["en"], "instructions")
    assert "(by 1 July 2025)" in text
    # One of the two names what it wants to see: nothing is blamed.
    assert "None of these instructions" not in text


def test_instructions_without_date_or_measure_are_said_to_be_so(founding: Case) -> None:
    text = section_text(founding.briefing.documents["en"], "instructions")
    assert text.count("(no deadline was set)") == 2
    assert text.count("(permanent control)") == 1
    assert "None of these instructions names a result" in text
