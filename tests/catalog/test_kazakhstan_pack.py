"""Is the starter pack right, does it come up fast, and is what people type found in it?"""

from __future__ import annotations

from datetime import date

import pytest

from esep.catalog import Catalog, HitKind, load_catalog
from esep.errors import NotFound

TODAY = date(2024, 6, 14)


@pytest.fixture(scope="module")
def kazakhstan() -> Catalog:
    return load_catalog("kazakhstan")


def test_there_are_twenty_regions_since_2022(kazakhstan: Catalog) -> None:
    regions = kazakhstan.regions
    assert len(regions.level(1, TODAY)) == 20
    assert len(regions.level(1, date(2022, 6, 7))) == 17
    assert len(regions.level(1, date(2018, 6, 18))) == 16


def test_divided_regions_have_their_unions(kazakhstan: Catalog) -> None:
    unions = {union.territory: union.codes for union in kazakhstan.regions.unions}
    expected = {
        "KZ-19@origin": ("KZ-19", "KZ-33"),
        "KZ-35@origin": ("KZ-35", "KZ-62"),
        "KZ-63@origin": ("KZ-10", "KZ-63"),
        "KZ-YUZ@origin": ("KZ-61", "KZ-79"),
    }
    assert expected.items() <= unions.items()


def test_a_renamed_capital_keeps_its_territory(kazakhstan: Catalog) -> None:
    versions = kazakhstan.regions.versions("KZ-71")
    assert len(versions) == 3
    assert len({version.territory for version in versions}) == 1


def test_a_region_of_today_did_not_exist_before_2022(kazakhstan: Catalog) -> None:
    with pytest.raises(NotFound, match="KZ-19"):
        kazakhstan.regions.at("KZ-33", date(2021, 12, 31))


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("ВРП", "grp"),
        ("grp", "grp"),
        ("GRP", "grp"),
        ("КЭИ", "stei"),
        ("жалпы өңірлік", "grp"),
        ("жалпы онирлик онимнин", "grp"),
        ("валового регионального продукта", "grp"),
        ("ИФО ВРП", "grp_volume"),
        ("безработица", "unemployment_rate"),
    ],
)
def test_the_right_indicator_is_found_first(kazakhstan: Catalog, text: str, id: str) -> None:
    hits = kazakhstan.search(text)
    assert (hits[0].kind, hits[0].id) == (HitKind.INDICATOR, id)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Алматинской области", "KZ-19"),
        ("Алматы облысында", "KZ-19"),
        ("almaty region", "KZ-19"),
        ("Жетiсу", "KZ-33"),  # with a Latin letter
        ("Улытау", "KZ-62"),
        ("Ұлытау облысы", "KZ-62"),
        ("Нур-Султан", "KZ-71"),
        ("Восточно Казахстанская область", "KZ-63"),
    ],
)
def test_a_region_is_known_as_people_write_it(kazakhstan: Catalog, text: str, code: str) -> None:
    assert kazakhstan.regions.resolve(text) == code


def test_konaev_is_one_city_in_both_spellings(kazakhstan: Catalog) -> None:
    resolve = kazakhstan.regions.resolve
    assert resolve("Қонаев") == resolve("Конаев")


def test_a_name_of_a_city_and_a_region_is_not_guessed(kazakhstan: Catalog) -> None:
    with pytest.raises(NotFound) as error:
        kazakhstan.regions.resolve("Алматы")
    assert "KZ-75" in error.value.hint
    assert "KZ-19" in error.value.hint
