"""Phrases are found in any form, and a longer one hides what its words say alone."""

from __future__ import annotations

from esep.language.reading.phrases import Phrase, PhraseBook, parts
from esep.language.reading.words import words


def found(phrases: dict[str, str | None], text: str, language: str = "en") -> list[str]:
    book = PhraseBook(
        language, [Phrase(parts(each, language), meaning) for each, meaning in phrases.items()]
    )
    sentence = words(text, 0, len(text), language)
    return [meaning for each in book.find(sentence) for meaning in each.meanings]


def test_a_longer_phrase_hides_its_words() -> None:
    phrases: dict[str, str | None] = {"industry*": "industry", "light industry": "light"}
    assert found(phrases, "Light industry grew faster than industry") == ["light", "industry"]


def test_a_silent_phrase_says_nothing_and_hides_its_words() -> None:
    phrases: dict[str, str | None] = {"gas": "gas", "gas station*": None}
    assert found(phrases, "A gas station without gas") == ["gas"]


def test_little_words_may_stand_within_a_phrase() -> None:
    phrases: dict[str, str | None] = {"revenue budget": "budget"}
    assert found(phrases, "revenues of the budget") == ["budget"]
    assert found(phrases, "revenues beyond the budget") == []


def test_a_word_asked_for_exactly_has_no_other_form() -> None:
    phrases: dict[str, str | None] = {"=plant": "company"}
    assert found(phrases, "A plant was planted among plants") == ["company"]


def test_a_phrase_is_found_by_the_ends_of_its_words() -> None:
    assert found({"*мек": "plan"}, "Зауыт қант өндірмек", "kk") == ["plan"]


def test_kazakh_is_one_language_in_both_alphabets() -> None:
    phrases: dict[str, str | None] = {"жұмыс орны": "jobs"}
    assert found(phrases, "жаңа жұмыс орнын", "kk") == ["jobs"]
    assert found(phrases, "29,4 myń jumys orny", "kk") == ["jobs"]
