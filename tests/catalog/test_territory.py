"""Does land keep its identity through renames, splits, mergers and moved borders?"""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from esep.catalog import Catalog
from esep.catalog.territory import safe_unions, with_territories
from esep.model.region import RegionChange, RegionVersion
from esep.model.text import Name, Names

FIRST, SECOND = date(2010, 1, 1), date(2020, 1, 1)


def version(
    code: str,
    change: RegionChange = RegionChange.ORIGIN,
    *predecessors: str,
    since: date | None = None,
    until: date | None = None,
    level: int = 1,
) -> RegionVersion:
    return RegionVersion(
        code=code,
        valid_from=since,
        valid_to=until,
        level=level,
        kind="region",
        parent="X",
        change=change,
        predecessors=predecessors,
        territory="",
        names=Names({"en": Name(code)}),
        centre={},
    )


def unions_of(*versions: RegionVersion) -> dict[str, tuple[str, ...]]:
    known = with_territories({each.id: each for each in versions})
    return {union.territory: union.codes for union in safe_unions(known)}


def test_a_rename_keeps_the_territory_and_a_split_does_not(threelands: Catalog) -> None:
    territories = {id: version.territory for id, version in threelands.regions.by_id.items()}
    assert territories == {
        "TL@origin": "TL@origin",
        "TL-HIL@origin": "TL-HIL@origin",
        "TL-HIL@2023-01-01": "TL-HIL@origin",
        "TL-RIV@origin": "TL-RIV@origin",
        "TL-RIV@2022-07-01": "TL-RIV@2022-07-01",
        "TL-LAK@2022-07-01": "TL-LAK@2022-07-01",
    }


def test_the_parts_of_a_split_region_cover_it_together(threelands: Catalog) -> None:
    unions = {union.territory: union.codes for union in threelands.regions.unions}
    assert unions == {"TL-RIV@origin": ("TL-LAK", "TL-RIV")}


def test_a_region_that_vanished_is_covered_by_its_heirs() -> None:
    assert unions_of(
        version("OLD", until=FIRST),
        version("A", RegionChange.SPLIT, "OLD@origin", since=FIRST),
        version("B", RegionChange.SPLIT, "OLD@origin", since=FIRST),
    ) == {"OLD@origin": ("A", "B")}


def test_a_split_of_a_split_is_followed_to_today() -> None:
    assert unions_of(
        version("A", until=FIRST),
        version("A", RegionChange.SPLIT, "A@origin", since=FIRST, until=SECOND),
        version("B", RegionChange.SPLIT, "A@origin", since=FIRST),
        version("A", RegionChange.SPLIT, "A@2010-01-01", since=SECOND),
        version("C", RegionChange.SPLIT, "A@2010-01-01", since=SECOND),
    ) == {"A@origin": ("A", "B", "C"), "A@2010-01-01": ("A", "C")}


def test_a_renamed_part_still_belongs_to_the_union() -> None:
    assert unions_of(
        version("A", until=FIRST),
        version("A", RegionChange.SPLIT, "A@origin", since=FIRST),
        version("B", RegionChange.SPLIT, "A@origin", since=FIRST, until=SECOND),
        version("C", RegionChange.RENAME, "B@2010-01-01", since=SECOND),
    ) == {"A@origin": ("A", "C")}


def test_a_merger_covers_more_than_either_part_so_neither_has_a_union() -> None:
    assert (
        unions_of(
            version("A", until=FIRST),
            version("B", until=FIRST),
            version("C", RegionChange.MERGE, "A@origin", "B@origin", since=FIRST),
        )
        == {}
    )


def test_parts_that_merge_again_cover_the_whole() -> None:
    assert unions_of(
        version("W", until=FIRST),
        version("A", RegionChange.SPLIT, "W@origin", since=FIRST, until=SECOND),
        version("B", RegionChange.SPLIT, "W@origin", since=FIRST, until=SECOND),
        version("V", RegionChange.MERGE, "A@2010-01-01", "B@2010-01-01", since=SECOND),
    ) == {"W@origin": ("V",)}


def test_a_moved_border_whose_other_side_is_unknown_leaves_no_union() -> None:
    assert (
        unions_of(
            version("A", until=FIRST),
            version("A", RegionChange.BOUNDARY_SHIFT, "A@origin", since=FIRST),
        )
        == {}
    )


def test_a_split_of_which_one_part_is_unknown_leaves_no_union() -> None:
    assert (
        unions_of(
            version("A", until=FIRST),
            version("A", RegionChange.SPLIT, "A@origin", since=FIRST),
        )
        == {}
    )


def test_a_district_raised_to_a_region_does_not_disturb_the_regions() -> None:
    assert unions_of(
        version("W", until=FIRST),
        version("CITY", until=FIRST, level=2),
        version("A", RegionChange.SPLIT, "W@origin", since=FIRST),
        version("B", RegionChange.SPLIT, "W@origin", "CITY@origin", since=FIRST),
    ) == {"W@origin": ("A", "B")}


@given(parts=st.integers(2, 6), cut=st.integers(0, 5))
def test_however_a_region_is_cut_its_parts_are_the_union(parts: int, cut: int) -> None:
    """Cut one region, then one of its parts again: the union is all that stands today."""
    codes = [f"P{number}" for number in range(parts)]
    again = codes[cut % parts]
    versions = [version("W", until=FIRST)]
    for code in codes:
        until = SECOND if code == again else None
        versions.append(version(code, RegionChange.SPLIT, "W@origin", since=FIRST, until=until))
    for code in (again, "NEW"):
        cut_from = f"{again}@2010-01-01"
        versions.append(version(code, RegionChange.SPLIT, cut_from, since=SECOND))
    assert unions_of(*versions) == {
        "W@origin": tuple(sorted([*codes, "NEW"])),
        f"{again}@2010-01-01": tuple(sorted([again, "NEW"])),
    }
