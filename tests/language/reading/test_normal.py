"""A text is evened out without moving any of its letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esep.language.reading.normal import lowered, normalise, true_end


@pytest.mark.parametrize(
    ("text", "even"),
    [
        ("13\u00a0800 мест", "13 800 мест"),
        ("13\u202f800\u2009мест", "13 800 мест"),
        ("25–30 тыс. — много", "25-30 тыс. - много"),
        ("\u22124,6\u00a0%", "-4,6 %"),
        ("«Ауыл» “zone”", '"Ауыл" "zone"'),
        ("6’600", "6'600"),
        ("２０７ projects", "207 projects"),
    ],
)
def test_spaces_dashes_and_quotes_become_plain(text: str, even: str) -> None:
    assert normalise(text) == even


@pytest.mark.parametrize(
    ("text", "even"),
    [
        ("Жетicу oблысы", "Жетісу облысы"),
        ("II орын, ІІ тоқсан, ІV тоқсан", "II орын, II тоқсан, IV тоқсан"),
        ("рост c 3,4 до 6", "рост с 3,4 до 6"),
        ("КZТ 5 млрд", "KZT 5 млрд"),
        ("Qarmetтің зауыты", "Qarmetтің зауыты"),
        ("a plan of five", "a plan of five"),
    ],
)
def test_a_word_is_put_into_one_script(text: str, even: str) -> None:
    assert normalise(text) == even


@pytest.mark.parametrize(
    ("text", "even"),
    [
        ("мил\u00adлиард тенге", "миллиард  тенге"),
        ("\u200f5 000\u200f га", " 5 000  га"),
        ("и\u0306од и", "йод  и"),
    ],
)
def test_what_is_not_seen_leaves_its_place_at_the_end_of_the_word(text: str, even: str) -> None:
    assert normalise(text) == even


def test_the_end_of_a_word_is_found_past_its_filling() -> None:
    text = "2\u200b000 га"
    even = normalise(text)
    assert even == "2000  га"
    assert text[: true_end(text, even, 4)] == "2\u200b000"


@given(st.text())
def test_no_text_changes_its_length(text: str) -> None:
    assert len(normalise(text)) == len(text)
    assert len(lowered(text)) == len(text)
