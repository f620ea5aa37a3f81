"""Does the ledger list each printed figure with its value, its place and what it rests on?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from esep.app.briefs import composer
from esep.app.workspace import Workspace
from esep.briefings.compose import Briefing
from esep.briefings.request import Request
from esep.model.period import Period


@pytest.fixture(scope="module")
def briefing(workspace: Workspace) -> Briefing:
    catalog = workspace.catalog
    meeting = catalog.meeting("tl-2024-06-14")
    request = Request(
        region=catalog.regions.at("TL-RIV", meeting.on),
        whole=catalog.regions.at("TL", meeting.on),
        period=Period.parse("2024-01/2024-05"),
        on=meeting.on,
        as_of=None,
        meeting=meeting,
    )
    return composer(workspace).compose(request, ("en", "kk"))


@pytest.fixture(scope="module")
def figures(briefing: Briefing) -> Mapping[str, dict[str, Any]]:
    return {each["fact_id"].rpartition("@")[0]: each for each in briefing.ledger["figures"]}


def test_a_published_figure_has_its_cell(figures: Mapping[str, dict[str, Any]]) -> None:
    record = figures["product:TL-RIV:2023:level"]
    assert record["value"] == "310000000.0"
    assert record["value_in_unit"] == "310.0"
    assert record["cell"] == {
        "release": "tso-product-2024-10",
        "file": "releases/tso-product-2024-10.csv",
        "row": 4,
        "column": "value",
        "printed": "310.0",
        "unit": "CRN:6",
        "published": "2024-10-28",
    }


def test_a_computed_figure_has_its_formula_and_its_inputs(
    briefing: Briefing, figures: Mapping[str, dict[str, Any]]
) -> None:
    record = figures["product:TL-RIV:2023:change"]
    assert record["formula"]
    known = {e["fact_id"] for e in [*briefing.ledger["figures"], *briefing.ledger["inputs"]]}
    assert len(record["inputs"]) == 2
    assert set(record["inputs"]) <= known
    assert "cell" not in record


def test_a_figure_that_was_said_has_its_day_and_address(briefing: Briefing) -> None:
    said = next(e for e in briefing.ledger["figures"] if e["fact_id"] == "said:tl-08")
    assert said["said_on"] == "2024-06-14"
    assert said["address"]
    assert (said["hedge"], said["stage"]) == ("over", "plan")


def test_every_figure_stands_somewhere_in_every_language(briefing: Briefing) -> None:
    for each in briefing.ledger["figures"]:
        assert set(each["printed"]) == {"en", "kk"}, each["fact_id"]
        counted = {code: [place["at"] for place in at] for code, at in each["printed"].items()}
        assert sorted(counted["en"]) == sorted(counted["kk"])


def test_the_place_of_a_figure_holds_its_text(
    briefing: Briefing, figures: Mapping[str, dict[str, Any]]
) -> None:
    places = figures["pulse:TL-RIV:2024-01/2024-04:level"]["printed"]["kk"]
    assert places[0] == {"at": "first-page/1", "text": "107,9%"}
    document = briefing.documents["kk"]
    order = {section.id: section for section in document.sections}
    for place in places:
        section, _, number = place["at"].partition("/")
        assert int(number) <= len(order[section].blocks)


def test_nothing_is_listed_that_is_not_printed_and_nothing_twice(briefing: Briefing) -> None:
    ids = [each["fact_id"] for each in briefing.ledger["figures"]]
    assert len(ids) == len(set(ids))
    assert not set(ids) & {each["fact_id"] for each in briefing.ledger["inputs"]}
    assert {name for names in briefing.ledger["sections"].values() for name in names} == set(ids)


def test_the_ledger_is_plain_json_and_says_what_it_is_of(briefing: Briefing) -> None:
    assert json.loads(json.dumps(briefing.ledger)) == briefing.ledger
    assert briefing.ledger["document"] == {
        "region": "TL-RIV",
        "region_version": "TL-RIV@2022-07-01",
        "period": "2024-01/2024-05",
        "on": "2024-06-14",
        "as_of": None,
        "newest_publication": "2024-10-28",
        "meeting": "tl-2024-06-14",
    }
    assert briefing.ledger["rounding"].startswith("half away from zero")
