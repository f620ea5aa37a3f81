"""Does the checker read back what the writer wrote, and see a digit that was changed?"""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from line_reading import LANGUAGES, Case, Country
from reading_back import FORMATS, Heard, beside, heard, printed, written
from slips import OPERATORS, VALUES, Seen, slipped

from esep.app.checks import check_document
from esep.model.document import Document
from esep.model.passage import ReadText

CAUGHT = 0.95
"""So many of changed numbers are contradicted; of the others it is said that nothing is known."""
CAUGHT_OF_EACH = 0.6
"""The same of slips of each kind. A place or a year that has the same value, or of which nothing
is known, is not seen."""


_DRAWN = 15
"""So many figures take each other slip; `make loop` makes all of them."""


def read_back(
    country: Country, document: Document, form: str, day: date
) -> tuple[ReadText, list[Heard], int]:
    """The text of a rendering, its figures with their verdicts, and claims beside them."""
    read = written(document, form, day)
    figures, _ = printed(document, read, form)
    checked = check_document(country.workspace, read, day=day)
    return read, heard(checked, figures), len(beside(checked, figures))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_figure_of_the_founding_briefing_is_supported_by_its_fact(
    founding: Case, code: str, form: str
) -> None:
    day = date.fromisoformat(founding.on)
    document = founding.briefing.documents[code]
    _, figures, _ = read_back(founding.country, document, form, day)
    assert len(figures) > (70 if form == "text" else 280)
    assert [str(each) for each in figures if not each.supported] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_figure_is_seen_where_the_founding_briefing_prints_none(
    founding: Case, code: str
) -> None:
    day = date.fromisoformat(founding.on)
    document = founding.briefing.documents[code]
    assert read_back(founding.country, document, "html", day)[2] == 0


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_what_became_of_the_founding_instructions_is_read_back(
    kazakhstan: Country, code: str, form: str
) -> None:
    """Half a year later: how each stands, and what was told then beside what is known now."""
    day = date(2024, 12, 2)
    document = kazakhstan.brief("KZ-19", "2024-01/2024-10", day.isoformat()).documents[code]
    _, figures, _ = read_back(kazakhstan, document, form, day)
    followed = [each for each in figures if each.printed.at.startswith("execution/")]
    assert len(followed) >= (3 if form == "text" else 7)
    assert [str(each) for each in followed if not each.supported] == []
    held = [each for each in figures if each.printed.at.startswith("last-meeting/")]
    assert len(held) >= (0 if form == "text" else 40)
    assert [str(each) for each in held if each.contradicted] == []
    assert sum(each.supported for each in held) >= len(held) * 0.9


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_difference_since_the_last_meeting_is_read_back(kazakhstan: Country, code: str) -> None:
    day = date(2025, 12, 1)
    document = kazakhstan.brief("KZ-19", "2025-01/2025-10", day.isoformat()).documents[code]
    _, figures, _ = read_back(kazakhstan, document, "html", day)
    held = [each for each in figures if each.printed.at.startswith("last-meeting/")]
    changes = [each for each in held if ":change@" in each.printed.fact]
    assert len(changes) >= 5
    assert [str(each) for each in changes if not each.supported] == []
    assert [str(each) for each in held if each.contradicted] == []


def slips_in(case: Case, code: str) -> dict[str, list[Seen]]:
    """What is said of every slip that can be made in a briefing, by kind."""
    day = date.fromisoformat(case.on)
    read, figures, _ = read_back(case.country, case.briefing.documents[code], "text", day)
    random = Random(7)
    return {
        name: slipped(
            case.country,
            read,
            figures,
            name,
            day=day,
            random=random,
            most=None if name == "digit" else _DRAWN,
        )
        for name in OPERATORS
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_slip_is_seen_and_never_supported_by_the_fact_it_strays_from(
    founding: Case, code: str
) -> None:
    told = slips_in(founding, code)
    assert [str(each) for seen in told.values() for each in seen if each.believed] == []
    numbers = [each for name in VALUES for each in told[name]]
    assert len(numbers) > 100
    assert sum(each.caught for each in numbers) / len(numbers) >= CAUGHT
    for name, seen in told.items():
        assert sum(each.caught for each in seen) >= CAUGHT_OF_EACH * len(seen), name


@pytest.mark.parametrize("form", ["text", "html"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_country_with_money_and_words_of_its_own_is_read_back_too(
    river: Case, code: str, form: str
) -> None:
    day = date.fromisoformat(river.on)
    _, figures, beside_them = read_back(river.country, river.briefing.documents[code], form, day)
    assert len(figures) > (30 if form == "text" else 100)
    assert [str(each) for each in figures if not each.supported] == []
    assert beside_them == 0


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_changed_number_of_the_made_up_country_is_seen_to_be_wrong(
    river: Case, code: str
) -> None:
    told = slips_in(river, code)
    numbers = [each for name in VALUES for each in told[name]]
    assert sum(each.caught for each in numbers) / len(numbers) >= CAUGHT


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_year_of_a_region_that_was_split_is_read_back(kazakhstan: Country, code: str) -> None:
    day = date(2024, 6, 14)
    document = kazakhstan.brief("KZ-63", "2022", day.isoformat()).documents[code]
    _, figures, _ = read_back(kazakhstan, document, "html", day)
    supported = [each for each in figures if each.supported]
    assert not any(each.contradicted for each in figures)
    assert len(supported) / len(figures) >= 0.95
