"""The words to put instead are those of the text, with another number in them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from esep.catalog import Catalog, load_catalog
from esep.checking.judge.evidence import Evidence, Origin, sort_of
from esep.checking.judge.expected import expected
from esep.language.spelled import spell
from esep.model.claim import Claim, QuantityKind
from tests.checking.judge.making import claim, quantity


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog("kazakhstan")


def put(catalog: Catalog, written: Claim, value: str, comparison: str = "", unit: str = "") -> str:
    evidence = Evidence(
        id="x",
        origin=Origin.SAID,
        indicator="",
        topic="",
        region="KZ-19",
        period=None,
        sort=sort_of(comparison, written.quantity.unit),
        value=Decimal(value),
        unit=unit or written.quantity.unit,
        day=date(2024, 6, 14),
        source="",
    )
    found = expected(written, evidence, catalog.units)
    assert found is not None
    return found.text


def money(number: str, text: str, digits: tuple[int, int], scale: int, **how: str) -> Claim:
    language = how.pop("language", "ru")
    marks = (how.pop("decimal", ""), how.pop("group", ""))
    return claim(
        quantity(number, "KZT", text=text, digits=digits, scale=scale, marks=marks, **how),  # type: ignore[arg-type]
        language=language,
    )


def test_scale_decimals_and_marks_stay_those_of_the_text(catalog: Catalog) -> None:
    written = money("978.5", "978,5 млрд тенге", (0, 5), 9, decimal=",")
    assert put(catalog, written, "678512000000") == "678,5 млрд тенге"
    english = money("978.5", "KZT978.5bn", (3, 8), 9, language="en", decimal=".")
    assert put(catalog, english, "678512000000") == "KZT678.5bn"


def test_a_value_far_off_the_scale_word_gets_another_one(catalog: Catalog) -> None:
    written = money("5.3", "5,3 трлн тенге", (0, 3), 12)
    assert put(catalog, written, "5300000000") == "5,3\u00a0млрд\u00a0тенге"


def test_groups_are_marked_as_the_text_marks_them(catalog: Catalog) -> None:
    spaced = claim(
        quantity("19506", "tonne", text="19 506 тонн", digits=(0, 6), marks=("", " ")),
        language="ru",
    )
    assert put(catalog, spaced, "17506") == "17 506 тонн"
    plain = claim(quantity("7100", "place", text="7100 детей", digits=(0, 4)), language="ru")
    assert put(catalog, plain, "8100") == "8100 детей"


def test_the_counted_noun_agrees_with_the_new_number(catalog: Catalog) -> None:
    schools = claim(quantity("53", text="53 школы", digits=(0, 2)), language="ru")
    assert put(catalog, schools, "55") == "55 школ"
    english = claim(quantity("2", text="2 schools", digits=(0, 1)), language="en")
    assert put(catalog, english, "1") == "1 school"


def test_per_cent_in_words_and_kazakh_nouns_stay_as_they_are(catalog: Catalog) -> None:
    percent = claim(quantity("46.4", "percent", text="46.4 percent", digits=(0, 4)))
    assert put(catalog, percent, "16.4") == "16.4 percent"
    projects = claim(quantity("77", text="77 жобаға", digits=(0, 2)), language="kk")
    assert put(catalog, projects, "17") == "17 жобаға"


def test_a_growth_that_passes_for_an_index_is_put_right_as_growth(catalog: Catalog) -> None:
    written = claim(
        quantity("85", "index_percent", text="85%", digits=(0, 2), direction="up"),
        comparison="yoy",
    )
    assert put(catalog, written, "15", "yoy", unit="percent") == "15%"


def test_a_kazakh_ending_follows_the_new_number(catalog: Catalog) -> None:
    written = claim(
        quantity("8", "percent", text="8-ге", digits=(0, 1), direction="up"),
        comparison="yoy",
        language="kk",
    )
    assert put(catalog, written, "9", "yoy") == "9-ға"


@pytest.mark.parametrize(
    ("hedge", "value", "text"),
    [("over", "6740", "6,700 ha"), ("under", "6740", "6,800 ha"), ("about", "6740", "6,700 ha")],
)
def test_a_hedge_stays_true(catalog: Catalog, hedge: str, value: str, text: str) -> None:
    written = claim(
        quantity("5200", "hectare", text="5,200 ha", digits=(0, 5), hedge=hedge, marks=("", ",")),
        language="en",
    )
    assert put(catalog, written, value) == text


def test_small_numbers_in_words_stay_in_words(catalog: Catalog) -> None:
    for language, text, told in (
        ("en", "Seven zones", "Nine zones"),
        ("ru", "Семь зон", "Девять зон"),
        ("kk", "Жеті аймақ", "Тоғыз аймақ"),
    ):
        last = text.index(" ")
        written = claim(quantity("7", text=text, digits=(0, last), spelled=True), language=language)
        assert put(catalog, written, "9") == told


def test_ranks_shares_and_multiples_in_words_become_numbers(catalog: Catalog) -> None:
    fifth = claim(quantity("5", "rank", text="fifth", spelled=True), language="en")
    assert put(catalog, fifth, "4") == "4th"
    place = claim(quantity("5", "rank", text="5-е место", digits=(0, 1)), language="ru")
    assert put(catalog, place, "4") == "4-е место"
    half = claim(
        quantity("50", "percent", text="half", spelled=True, kind=QuantityKind.FRACTION),
        comparison="share",
    )
    assert put(catalog, half, "64.2", "share") == "64%"
    doubled = claim(quantity("2", "times", text="вдвое", spelled=True), language="ru")
    assert put(catalog, doubled, "1.6", "yoy") == "1,6\u00a0раза"


def test_a_value_too_small_for_the_decimals_does_not_become_zero(catalog: Catalog) -> None:
    written = claim(quantity("4", "percent", text="4%", digits=(0, 1)), language="en")
    assert put(catalog, written, "0.3") == "0.3%"


def test_russian_one_and_two_are_left_to_digits() -> None:
    assert [spell(number, "ru") for number in (1, 2, 12, 22, 27)] == [
        None, None, "двенадцать", None, "двадцать семь",
    ]  # fmt: skip
    assert spell(42, "en") == "forty-two"
    assert spell(100, "en") is None
    assert spell(-1, "en") is None
