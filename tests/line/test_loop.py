"""Does the checker read back what the writer wrote, and see a digit that was changed?"""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from line_reading import LANGUAGES, Case, Country
from reading_back import FORMATS, Heard, beside, caught, heard, printed, written

from esep.app.checks import check_document
from esep.model.document import Document
from esep.model.passage import ReadText

CAUGHT = {"en": 0.65, "ru": 0.75, "kk": 0.80}
"""So many of changed figures are contradicted; of the others it is said that nothing is known."""


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
def test_a_changed_digit_is_never_supported_and_mostly_contradicted(
    founding: Case, code: str
) -> None:
    day = date.fromisoformat(founding.on)
    document = founding.briefing.documents[code]
    read, figures, _ = read_back(founding.country, document, "text", day)
    seen, missed = caught(founding.country, read, figures, day, Random(7))
    assert len(seen) / (len(seen) + len(missed)) >= CAUGHT[code]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_year_of_a_region_that_was_split_is_read_back(kazakhstan: Country, code: str) -> None:
    day = date(2024, 6, 14)
    document = kazakhstan.brief("KZ-63", "2022", day.isoformat()).documents[code]
    _, figures, _ = read_back(kazakhstan, document, "html", day)
    supported = [each for each in figures if each.supported]
    assert not any(each.contradicted for each in figures)
    assert len(supported) / len(figures) >= 0.95
