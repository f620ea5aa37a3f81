"""The verb, the participle and the genitive of a Kazakh clause reach the figures they belong to."""

from __future__ import annotations

import pytest

from esep.language.reading.kazakh_scope import describes, has_verb, is_part_of, is_verb
from esep.language.reading.phrases import Phrase, PhraseBook, parts
from esep.language.reading.words import words


@pytest.mark.parametrize(
    ("text", "figure", "noun"),
    [
        ("9 миллиард теңге тұратын бес көпір салынады", "9 миллиард теңге", "көпір"),
        ("120 балаға арналған балабақша", "120 балаға", "балабақша"),
        ("40 шақырымға созылған жаңа жол", "40 шақырымға", "жол"),
    ],
)
def test_a_participle_ties_a_figure_to_the_noun_it_describes(
    text: str, figure: str, noun: str
) -> None:
    assert describes(text, len(figure), text.index(noun))


@pytest.mark.parametrize(
    ("text", "figure", "noun"),
    [
        ("9 миллиард теңге жұмсалды, бес көпір салынады", "9 миллиард теңге", "көпір"),
        ("40 шақырым жол", "40 шақырым", "жол"),
    ],
)
def test_a_clause_that_has_closed_ties_nothing(text: str, figure: str, noun: str) -> None:
    assert not describes(text, len(figure), text.index(noun))


def test_a_clause_has_a_verb_where_a_word_ends_as_one() -> None:
    assert has_verb("ет 5 пайызға қымбаттап, нан", 0, 25)
    assert not has_verb("ет 5 пайызға, нан 4 пайызға", 0, 27)
    assert is_verb("қымбаттады")
    assert not is_verb("теңге")


@pytest.mark.parametrize("figure", ["18-і", "24-ін", "5 мыңы", "70 пайызы", "80 пайыздан астамын"])
def test_so_many_of_what_the_genitive_names(figure: str) -> None:
    assert is_part_of(figure, "клубтардың")
    assert not is_part_of(figure, "клубтар")


def test_a_beginning_is_found_however_its_last_sound_is_voiced() -> None:
    book = PhraseBook("kk", [Phrase(parts("демалыс аймақ*", "kk"), "rest")])
    for text in ("демалыс аймақтары", "демалыс аймағына"):
        assert book.find(words(text, 0, len(text), "kk")), text
