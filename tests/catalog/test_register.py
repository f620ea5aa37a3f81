"""Does the register know which regions there were on a day, and say so when there was none?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from esep.catalog import Catalog
from esep.errors import BadRequest, NotFound
from esep.model.period import Period
from esep.model.region import RegionVersion

BEFORE, AFTER = date(2022, 6, 30), date(2022, 7, 1)


def ids(versions: tuple[RegionVersion, ...]) -> list[str]:
    return [version.id for version in versions]


def test_a_code_has_its_versions_in_order(threelands: Catalog) -> None:
    assert ids(threelands.regions.versions("TL-RIV")) == ["TL-RIV@origin", "TL-RIV@2022-07-01"]


def test_the_last_day_of_a_version_is_the_first_of_the_next(threelands: Catalog) -> None:
    assert threelands.regions.at("TL-RIV", BEFORE).id == "TL-RIV@origin"
    assert threelands.regions.at("TL-RIV", AFTER).id == "TL-RIV@2022-07-01"


def test_a_year_is_on_the_borders_of_its_last_day(threelands: Catalog) -> None:
    regions = threelands.regions
    assert regions.for_period("TL-RIV", Period.parse("2021")).id == "TL-RIV@origin"
    assert regions.for_period("TL-RIV", Period.parse("2022")).id == "TL-RIV@2022-07-01"
    assert regions.for_period("TL-RIV", Period.parse("2022-01-01")).id == "TL-RIV@origin"


def test_a_region_is_missing_before_it_was_cut_out(threelands: Catalog) -> None:
    with pytest.raises(NotFound) as error:
        threelands.regions.at("TL-LAK", BEFORE)
    assert error.value.detail == "It existed from 2022-07-01 to today (the last day not counted)."
    assert error.value.hint == "Its land: TL-RIV (River Region)."


def test_a_level_lists_the_regions_of_the_day_by_code(threelands: Catalog) -> None:
    regions = threelands.regions
    assert ids(regions.level(1, BEFORE)) == ["TL-HIL@origin", "TL-RIV@origin"]
    assert ids(regions.level(1, AFTER)) == [
        "TL-HIL@origin",
        "TL-LAK@2022-07-01",
        regions.at("TL-RIV", AFTER).id,
    ]
    assert ids(regions.level(0, AFTER)) == ["TL@origin"]


def test_a_country_has_its_regions_as_children(threelands: Catalog) -> None:
    regions = threelands.regions
    assert regions.children("TL", AFTER) == regions.level(1, AFTER)
    assert regions.children("TL-LAK", AFTER) == ()
    assert regions.codes(1) == ("TL-HIL", "TL-LAK", "TL-RIV")


def test_a_union_is_found_by_the_territory_it_covers(threelands: Catalog) -> None:
    union = threelands.regions.union("TL-RIV@origin")
    assert union is not None
    assert union.codes == ("TL-LAK", "TL-RIV")
    assert threelands.regions.union("TL-HIL@origin") is None


def test_what_a_source_calls_a_region_leads_to_its_versions(threelands: Catalog) -> None:
    assert threelands.regions.source_codes["tso:2"] == ("TL-RIV@origin", "TL-RIV@2022-07-01")


def test_an_unknown_code_is_answered_with_the_nearest(threelands: Catalog) -> None:
    with pytest.raises(NotFound, match="TL-RIV"):
        threelands.regions.versions("TL-RIF")
    with pytest.raises(NotFound, match="TL-RIV@2022-07-01"):
        threelands.regions.version("TL-RIV@2021-01-01")


def test_a_version_carries_its_own_name_and_forms(threelands: Catalog) -> None:
    old, new = threelands.regions.versions("TL-HIL")
    assert old.names["ru"].form("genitive") == "Хребтовой области"
    assert new.names["ru"].form("genitive") == "Холмской области"
    assert new.names["kk"].form("locative") == "Төбе облысында"
    assert (
        threelands.regions.at("TL-LAK", AFTER).names["ru"].form("accusative") == "Озёрную область"
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("TL-RIV", "TL-RIV"),
        ("tl-riv", "TL-RIV"),
        ("TL-RIV@origin", "TL-RIV"),
        ("RIV", "TL-RIV"),
        ("River Region", "TL-RIV"),
        ("  river   region ", "TL-RIV"),
        ("Речная", "TL-RIV"),
        ("Речной области", "TL-RIV"),
        ("Поречье", "TL-RIV"),
        ("Озерная область", "TL-LAK"),
        ("Көл облысына", "TL-LAK"),
        ("кол облысы", "TL-LAK"),
        ("Ridge Region", "TL-HIL"),
        ("Холмье", "TL-HIL"),
        ("Үшжерде", "TL"),
    ],
)
def test_a_region_is_known_by_every_name_it_has(threelands: Catalog, text: str, code: str) -> None:
    assert threelands.regions.resolve(text) == code


def test_an_unknown_name_is_answered_with_the_nearest(threelands: Catalog) -> None:
    with pytest.raises(NotFound) as error:
        threelands.regions.resolve("Rivr Regoin")
    assert error.value.hint.startswith("Nearest: TL-RIV (River Region)")


def test_a_name_of_two_regions_is_not_guessed(threelands: Catalog) -> None:
    spellings = {**threelands.regions.spellings, "twin": ("TL-LAK", "TL-RIV")}
    with pytest.raises(BadRequest) as error:
        replace(threelands.regions, spellings=spellings).resolve("Twin")
    assert error.value.hint == "Say which: TL-LAK (Lake Region), TL-RIV (River Region)."
