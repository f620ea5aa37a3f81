"""Are indicators, regions and topics found as people write them, in three languages?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esep.catalog import Catalog, HitKind
from esep.catalog.fold import fold
from esep.errors import BadRequest, NotFound


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("product", "product"),
        ("PL", "product"),
        ("пк", "product"),
        ("өлке", "product"),
        ("продукта края", "product"),
        ("product_volume", "product_volume"),
        ("ИФО ПК", "product_volume"),
        ("pulse", "pulse"),
        ("пульса", "pulse"),
        ("безработицы", "jobless_rate"),
        ("жұмыссыздық", "jobless_rate"),
        ("жумыссыздык", "jobless_rate"),
        ("joblss rate", "jobless_rate"),
    ],
)
def test_the_right_indicator_is_found_first(threelands: Catalog, text: str, id: str) -> None:
    hits = threelands.search(text)
    assert (hits[0].kind, hits[0].id) == (HitKind.INDICATOR, id)


def test_a_region_is_found_by_a_case_form_and_by_its_centre(threelands: Catalog) -> None:
    assert threelands.search("Озёрной области")[0].id == "TL-LAK"
    assert [hit.id for hit in threelands.search("Өткел")] == ["TL-RIV"]


def test_words_that_name_two_things_find_both(threelands: Catalog) -> None:
    found = {hit.id for hit in threelands.search("ПК Речной области")}
    assert {"TL-RIV", "product"} <= found


def test_a_hit_has_names_in_every_language(threelands: Catalog) -> None:
    hit = threelands.search("pulse")[0]
    assert dict(hit.names.by_language) == {
        "en": "pulse of the economy",
        "ru": "пульс экономики",
        "kk": "экономика тынысы",
    }


def test_nothing_like_it_finds_nothing(threelands: Catalog) -> None:
    assert threelands.search("zzzz qqqq") == []
    assert threelands.search(" ?! ") == []


@pytest.mark.parametrize("text", ["pulse", "Pulse of the Economy", "ПЭ", "экономика тынысы"])
def test_an_indicator_is_known_by_its_names(threelands: Catalog, text: str) -> None:
    assert threelands.find_indicator(text).id == "pulse"


def test_an_unknown_indicator_is_answered_with_the_nearest(threelands: Catalog) -> None:
    with pytest.raises(NotFound) as error:
        threelands.find_indicator("puls")
    assert "pulse (pulse of the economy)" in error.value.hint


def test_a_name_of_two_indicators_is_not_guessed(threelands: Catalog) -> None:
    twins = (("twin", "indicator", "people", 99), ("twin", "indicator", "pulse", 99))
    with pytest.raises(BadRequest) as error:
        replace(threelands, search_entries=twins).find_indicator("Twin")
    assert error.value.hint.startswith("Say which: people (population), pulse (pulse")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Қонаев", "Конаев"),
        ("Жетiсу", "Жетісу"),  # the first is spelt with a Latin letter
        ("Ұлытау", "УЛЫТАУ"),
        ("Актөбе", "Ақтөбе"),
        ("Озёрная", "Озерная"),
        ("Орал – Oral", "орал - oral"),
        ("BРП", "врп"),
        ("people_average", "People average"),
        ("Head’s", "heads"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(alphabet="abcxyzабвгәғқңөұүһіёі -—’", max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
