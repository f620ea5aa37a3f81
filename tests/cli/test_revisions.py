"""Are all vintages of a value told, and is an older one called superseded?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., Any]


def test_every_vintage_of_a_value_is_listed_with_its_difference(threelands: Ask) -> None:
    asked = ("product", "--region", "TL-RIV", "--period", "2023", "--json")
    first, second = threelands("revisions", *asked).json
    assert (first["value"], first["difference"], first["percent"]) == (300, None, None)
    assert (second["value"], second["difference"]) == (310, 10)
    assert second["percent"] == pytest.approx(10 / 3)
    assert second["release"] == "tso-product-2024-10"
    assert second["published"] == "2024-10-28"
    assert second["loaded"]


def test_the_most_revised_value_stands_first(threelands: Ask) -> None:
    rows = threelands("revisions", "product", "--region", "TL-RIV", "--format", "csv").rows
    assert [row["period"] for row in rows[:2]] == ["2023", "2023"]
    assert {row["vintage"] for row in rows[2:]} == {"1"}


def test_values_on_other_borders_are_no_revisions(threelands: Ask) -> None:
    rows = threelands("revisions", "product", "--region", "TL-RIV", "--json").json
    old = [row for row in rows if row["region_version"] == "TL-RIV@origin"]
    assert [(row["period"], row["difference"]) for row in old] == [("2021", None)]


def test_an_index_is_revised_by_points(threelands: Ask) -> None:
    asked = ("product_volume", "--region", "TL-RIV", "--period", "2023", "--json")
    last = threelands("revisions", *asked).json[-1]
    assert (last["difference"], last["percent"]) == (1, None)


def test_as_of_a_day_later_vintages_are_not_known(threelands: Ask) -> None:
    asked = ("product", "--region", "TL-RIV", "--period", "2023", "--as-of", "2024-06-14")
    assert len(threelands("revisions", *asked, "--json").json) == 1


def test_a_table_tells_how_many_values_were_revised(threelands: Ask) -> None:
    answer = threelands("revisions", "product", "--region", "TL-RIV")
    assert "+10.0" in answer.out
    assert "+3.33" in answer.out
    assert "1 value of 5 revised" in answer.told


@pytest.mark.parametrize(("name", "starts"), [("a.svg", b"<svg"), ("a.png", b"\x89PNG")])
def test_the_vintages_are_drawn(threelands: Ask, tmp_path: Path, name: str, starts: bytes) -> None:
    asked = ("product", "--region", "TL-RIV", "--chart", tmp_path / name)
    assert threelands("revisions", *asked).code == 0
    assert (tmp_path / name).read_bytes().startswith(starts)


def test_a_chart_that_is_no_picture_is_refused(threelands: Ask, tmp_path: Path) -> None:
    asked = ("product", "--region", "TL-RIV", "--chart", tmp_path / "a.pdf")
    answer = threelands("revisions", *asked)
    assert (answer.code, answer.out) == (2, "")
    assert ".svg or .png" in answer.told


def test_what_was_never_published_is_answered_with_what_there_is(threelands: Ask) -> None:
    answer = threelands("revisions", "product", "--region", "TL-RIV", "--period", "1999")
    assert (answer.code, answer.out) == (2, "")
    assert "esep show product" in answer.told


def test_an_older_figure_is_superseded_not_wrong(threelands: Ask) -> None:
    told = threelands("explain", "product:TL-RIV:2023:level@2024-04-29").out.splitlines()
    assert told[-1] == (
        "superseded on 2024-10-28: 310.0 CRN:6 (revised; product:TL-RIV:2023:level@2024-10-28)"
    )
    answer = threelands("explain", "product:TL-RIV:2023:level@2024-04-29", "--json")
    assert answer.json["superseded_by"]["fact_id"] == "product:TL-RIV:2023:level@2024-10-28"


def test_a_comparison_that_rests_on_older_figures_is_superseded_too(threelands: Ask) -> None:
    told = threelands("explain", "product:TL-RIV:2023:share@2024-04-29").out.splitlines()
    assert told[-1].startswith("superseded on 2024-10-28: 30.69")


def test_the_newest_figure_is_not(threelands: Ask) -> None:
    answer = threelands("explain", "product:TL-RIV:2023:level@2024-10-28")
    assert "superseded" not in answer.out


def test_a_value_told_again_is_confirmed(threelands: Ask) -> None:
    told = threelands("explain", "product:TL-HIL:2023:level@2024-04-29").out
    assert "confirmed on 2024-10-28" in told
