"""Forms of one word are found under it, and other words are not."""

from __future__ import annotations

import pytest

from esep.language.reading.stems import keys, stems

ONE_WORD = [
    ("en", "school", "schools"),
    ("en", "facility", "facilities"),
    ("en", "price", "prices"),
    ("ru", "инвестиция", "инвестициями"),
    ("ru", "промышленный", "промышленного"),
    ("ru", "жильё", "жилья"),
    ("kk", "облыс", "облысында"),
    ("kk", "облыс", "облыстағы"),
    ("kk", "мектеп", "мектебі"),
    ("kk", "мектеп", "мектептерден"),
    ("kk", "өнімі", "өнімнің"),
    ("kk", "жоба", "жобалардың"),
]
OTHER_WORDS = [
    ("en", "import", "important"),
    ("ru", "рис", "риска"),
    ("kk", "жол", "жолаушы"),
    ("kk", "мал", "мәлім"),
]


@pytest.mark.parametrize(("language", "word", "form"), ONE_WORD)
def test_a_form_is_found_under_its_word(language: str, word: str, form: str) -> None:
    assert set(keys(word, language)) & set(stems(form, language))


@pytest.mark.parametrize(("language", "word", "other"), OTHER_WORDS)
def test_a_word_that_only_begins_alike_is_another(language: str, word: str, other: str) -> None:
    assert not set(keys(word, language)) & set(stems(other, language))
