"""Sentences end where a reader ends them, and know their language."""

from __future__ import annotations

import pytest

from esep.language.reading.sentences import sentences
from esep.model.passage import Passage, ReadText


def read(text: str) -> ReadText:
    passages: list[Passage] = []
    at = 0
    for line in text.splitlines(keepends=True):
        passages.append(Passage(at, at + len(line)))
        at += len(line)
    return ReadText("test", text, tuple(passages))


def pieces(text: str) -> list[str]:
    return [text[each.start : each.end] for each in sentences(read(text))]


def languages(text: str) -> list[str]:
    return [each.language for each in sentences(read(text))]


def test_a_full_stop_ends_a_sentence() -> None:
    assert pieces("Output rose. Prices fell! Why?") == ["Output rose.", "Prices fell!", "Why?"]


def test_a_new_line_ends_a_sentence_without_a_full_stop() -> None:
    assert pieces("Industry\nOutput rose by 5%.\n\n") == ["Industry", "Output rose by 5%."]


@pytest.mark.parametrize(
    "text",
    [
        "Собрано 5,3 млрд. тенге налогов.",
        "В 2024 г. Алматинская область собрала больше.",
        "Построено 412,8 тыс. кв. м жилья.",
        "Безработица снизилась на 0,2 п.п. к началу года.",
        "Доклад сделал А. Б. Иванов из области.",
        "2023 ж. 5 мың орын ашылды.",
        "Local goods, i.e. Kazakhstani ones, sold well.",
        "It cost 7.5 million.",
        "1. Industry and trade.",
        "Собрано 890 млрд.тенге налогов.",
    ],
)
def test_short_words_and_decimals_do_not_end_a_sentence(text: str) -> None:
    assert pieces(text) == [text]


def test_an_abbreviation_may_end_a_sentence_too() -> None:
    text = "Объём достиг 5,3 млрд. Это больше прежнего. Рост начался в 2023 г. Доля выросла."
    assert len(pieces(text)) == 4


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Output of the region rose by 5%.", "en"),
        ("Объём производства вырос на 5%.", "ru"),
        ("Объём работ в области Жетісу вырос на 5% по словам Бейбіта Исабаева.", "ru"),
        ("Өндіріс көлемі 5%-ға артты.", "kk"),
        ("Ұлытауда не өсті, не қосылды?", "kk"),
        ("Óńirde 29,4 myń jumys orny ashyldy.", "kk"),
        ("Öndiris kölemi 5 paiyzğa artty.", "kk"),
    ],
)
def test_the_language_is_heard_sentence_by_sentence(text: str, code: str) -> None:
    assert languages(text) == [code]


def test_a_piece_without_words_follows_the_rest() -> None:
    assert languages("Объём производства вырос на 5% за год.\n5,3 трлн\n") == ["ru", "ru"]


def test_languages_may_alternate_in_one_text() -> None:
    text = "Объём вырос на 5% в этом году.\nЖобалар саны артты, бұл көп.\nThe plan was met in full."
    assert languages(text) == ["ru", "kk", "en"]


@pytest.mark.parametrize("text", ["1" * 200_000, ". " * 50_000, '"' * 200_000, "." * 200_000])
def test_hostile_rows_are_read_in_one_pass(text: str) -> None:
    assert len(pieces(text)) >= 1


def test_what_nobody_reads_as_one_sentence_is_cut_between_words() -> None:
    text = "1 2,3.4 " * 2_000
    found = pieces(text)
    assert max(map(len, found)) <= 2_000
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(piece.split()[0] in ("1", "2,3.4") for piece in found)
    assert "".join(pieces("1" * 5_000)) == "1" * 5_000
