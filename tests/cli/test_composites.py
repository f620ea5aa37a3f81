"""Is a composite recomputed where weights are given, bounded where not, and taken apart?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., Any]

APRIL = ("pulse", "--period", "2024-01/2024-04")


def told(ask: Ask, *arguments: str) -> dict[tuple[str, str], dict[str, Any]]:
    answer = ask("show", *arguments, "--json")
    assert answer.code == 0, answer.told
    return {(row["region"], row["indicator"]): row for row in answer.json}


def test_with_weights_it_is_recomputed_and_held_against_the_published_one(
    threelands: Ask,
) -> None:
    rows = told(threelands, *APRIL, "--compare", "recomputed")
    hill, river = rows["TL-HIL", "pulse"], rows["TL-RIV", "pulse"]
    # (66 x 101 + 154 x 103) / 220
    assert (hill["compared"], hill["stage"]) == (102.4, "estimate")
    assert hill["because"] == "+0.0 points from the published one"
    assert river["compared"] == 106.8
    assert "the office weighs otherwise" in river["because"]


def test_contributions_add_up_to_it(threelands: Ask) -> None:
    parts = told(threelands, *APRIL, "--compare", "contribution")
    whole = told(threelands, *APRIL, "--compare", "recomputed")
    for region in ("TL", "TL-HIL", "TL-LAK", "TL-RIV"):
        total = sum(row["compared"] for (each, _), row in parts.items() if each == region)
        assert total == pytest.approx(whole[region, "pulse"]["compared"] - 100)
    assert "fields_volume" in threelands("show", *APRIL, "--compare", "contribution").out


@pytest.mark.parametrize("compare", ["recomputed", "contribution", "lowest", "highest"])
def test_each_is_explained_down_to_branches_and_weights(threelands: Ask, compare: str) -> None:
    asked = (*APRIL, "--region", "TL-RIV", "--compare", compare)
    named = threelands("explain", *asked)
    assert named.code == 0, named.told
    assert "tso-pulse-2024-05.csv" in named.out
    rows = told(threelands, *asked)
    for row in rows.values():
        answer = threelands("explain", row["fact_id"])
        assert answer.code == 0
        assert answer.out.splitlines()[0] in named.out
    if compare not in ("lowest", "highest"):
        assert "output of workshops, TL-RIV, 2023: 176.0 million crowns" in named.out


def test_bounds_name_their_branch(threelands: Ask) -> None:
    rows = told(threelands, *APRIL, "--compare", "lowest")
    assert rows["TL-RIV", "pulse"]["compared"] == 106
    assert rows["TL-RIV", "pulse"]["because"] == "workshops_volume"


def test_without_weights_it_is_bounded_and_the_pack_is_said_to_have_none(kazakhstan: Ask) -> None:
    for compare in ("recomputed", "contribution"):
        asked = ("stei", "--region", "KZ-19", "--period", "2024-01/2024-04", "--compare", compare)
        ((row),) = told(kazakhstan, *asked).values()
        assert row["compared"] is None
        assert "no weights" in row["because"]
        assert "between 103.1 and 135" in row["because"]
        answer = kazakhstan("explain", *asked)
        assert answer.code == 2
        assert "no weights" in answer.told


def test_what_has_no_branches_says_so(threelands: Ask) -> None:
    rows = told(threelands, "product", "--period", "2023", "--compare", "lowest")
    assert rows["TL", "product"]["because"] == "product is not composed of branches"
