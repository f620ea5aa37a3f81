"""Do the three languages state the same facts, section by section, in every rendering?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from line_reading import (
    LANGUAGES,
    Case,
    docx_facts,
    facts_by_section,
    html_facts,
    pdf_facts,
    read_ledger,
)


def test_the_documents_state_the_same_facts_section_by_section(case: Case) -> None:
    english, russian, kazakh = (
        facts_by_section(case.briefing.documents[code]) for code in LANGUAGES
    )
    assert list(russian.items()) == list(english.items())
    assert list(kazakh.items()) == list(english.items())


def test_the_ledger_lists_what_each_section_prints(case: Case) -> None:
    listed = {name: set(facts) for name, facts in case.ledger["sections"].items()}
    for document in case.briefing.documents.values():
        printed = facts_by_section(document)
        assert {name: set(printed[name]) for name in listed} == listed


def test_the_ledger_lists_the_key_figures_too(case: Case) -> None:
    known = {each["fact_id"] for each in case.ledger["figures"]}
    assert set(case.ledger["key_figures"]) <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_carries_each_fact_where_the_document_has_it(
    case: Case, files: Mapping[str, Path], language: str
) -> None:
    expected = facts_by_section(case.briefing.documents[language])
    found = html_facts(files[f"{language}.html"])
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_file_carries_each_fact_under_its_heading(
    case: Case, files: Mapping[str, Path], language: str
) -> None:
    document = case.briefing.documents[language]
    found = docx_facts(files[f"{language}.docx"])
    drawn = {fact for facts in case.ledger["charts"].values() for fact in facts}
    for section, (title, facts) in zip(document.sections, found, strict=False):
        assert title == section.title
        expected = set(facts_by_section(document)[section.id])
        assert set(facts) <= expected
        # A drawing is a picture there: its figures stand in words beside it.
        assert expected - set(facts) <= drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_carries_the_same_facts(
    case: Case, files: Mapping[str, Path], language: str
) -> None:
    document = case.briefing.documents[language]
    expected = {fact for facts in facts_by_section(document).values() for fact in facts}
    drawn = {fact for facts in case.ledger["charts"].values() for fact in facts}
    found = pdf_facts(files[f"{language}.pdf"])
    assert found <= expected
    assert expected - found <= drawn
    assert found == pdf_facts(files["en.pdf"])


def test_the_ledger_on_disk_is_the_one_composed(case: Case, files: Mapping[str, Path]) -> None:
    assert read_ledger(files["ledger.json"]) == case.ledger
