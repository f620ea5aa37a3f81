"""Is the made-up pack complete, and do its figures add up?"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from esep.catalog import Catalog, load_catalog
from esep.catalog.schema import schema_text
from esep.errors import NotFound
from esep.model.indicator import IndicatorKind
from esep.model.meeting import InstructionControl, InstructionKind
from esep.model.period import Period
from esep.model.unit import ScaledUnit

KINDS = sorted(
    path.name.removesuffix(".schema.json")
    for path in (files("esep.catalog") / "schemas").iterdir()
    if path.name.endswith(".schema.json")
)


def observations(catalog: Catalog) -> list[dict[str, str]]:
    rows = []
    for release in catalog.releases:
        if release.kind == "observations":
            with release.path.open(encoding="utf-8", newline="") as file:
                rows += [{**row, "release": release.id} for row in csv.DictReader(file)]
    return rows


def test_the_pack_says_that_it_is_made_up(threelands: Catalog) -> None:
    assert threelands.synthetic
    assert threelands.languages == ("en", "ru", "kk")
    assert (threelands.root, threelands.compare_level) == ("TL", 1)
    assert threelands.rounding == {"share": 1, "index": 1}


def test_an_indicator_says_everything_about_itself(threelands: Catalog) -> None:
    pulse = threelands.indicators["pulse"]
    assert pulse.kind is IndicatorKind.INDEX
    assert pulse.components == ("fields_volume", "workshops_volume")
    assert threelands.indicators["product"].unit == ScaledUnit("CRN", 6)
    assert threelands.indicators["workshop_share"].ratio_of == ("workshop_output", "goods_output")
    assert threelands.indicators["goods_output"].sum_of == ("field_output", "workshop_output")
    assert threelands.indicators["shops"].declared


def test_an_index_knows_the_noun_that_grows(threelands: Catalog) -> None:
    subjects = threelands.indicators["product_volume"].subjects
    assert subjects is not None
    assert subjects["ru"].text == "продукт края"
    assert subjects["ru"].gender == "m"
    assert threelands.indicators["product"].subjects is None


def test_a_language_without_a_subject_uses_the_name(pack: Path) -> None:
    file = pack / "indicators/economy.yaml"
    text = file.read_text(encoding="utf-8")
    line = "      subject: {text: product of the land}\n"
    assert line in text
    file.write_text(text.replace(line, ""), encoding="utf-8")
    subjects = load_catalog(pack).indicators["product_volume"].subjects
    assert subjects is not None
    assert subjects["en"].text == "volume index of the product of the land"


def test_releases_come_in_the_order_they_became_known(threelands: Catalog) -> None:
    published = [release.published for release in threelands.releases]
    assert published == sorted(published)
    assert {release.kind for release in threelands.releases} == {"observations", "reported"}


def test_a_meeting_has_its_instructions(threelands: Catalog) -> None:
    meeting = threelands.meeting("tl-2024-06-14")
    assert meeting.on == date(2024, 6, 14)
    assert meeting.period == Period.parse("2024-01/2024-05")
    river, bridge, shops = meeting.instructions
    assert (river.control, river.deadline, river.measure) == (
        InstructionControl.PERMANENT,
        None,
        None,
    )
    assert bridge.deadline == date(2025, 7, 1)
    assert bridge.measure is not None
    assert bridge.measure["en"] == "The bridge is open to traffic"
    assert shops.kind is InstructionKind.EMPHASIS


def test_what_is_not_there_is_answered_with_what_there_is(threelands: Catalog) -> None:
    with pytest.raises(NotFound, match="tl-2024-06-14"):
        threelands.meeting("2024")
    with pytest.raises(NotFound, match="no language 'de'"):
        threelands.wording("de")
    with pytest.raises(NotFound, match="no outline"):
        threelands.outline("poem")


def test_every_observation_names_what_the_pack_defines(threelands: Catalog) -> None:
    for row in observations(threelands):
        indicator = threelands.indicators[row["indicator"]]
        assert ScaledUnit.parse(row["unit"]) == indicator.unit
        threelands.regions.for_period(row["region"], Period.parse(row["period"]))


def test_the_regions_add_up_to_the_country(threelands: Catalog) -> None:
    """Release by release: the revision repeats every region of the year it changes."""
    sums: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    totals = {}
    for row in observations(threelands):
        if threelands.indicators[row["indicator"]].additive:
            key = (row["release"], row["indicator"], row["period"])
            if row["region"] == "TL":
                totals[key] = Decimal(row["value"])
            else:
                sums[key] += Decimal(row["value"])
    assert totals == dict(sums)


def test_a_composite_lies_between_its_branches(threelands: Catalog) -> None:
    values = {
        (row["indicator"], row["region"], row["period"]): Decimal(row["value"])
        for row in observations(threelands)
    }
    pulses = [key for key in values if key[0] == "pulse"]
    assert len(pulses) == 16
    for key in pulses:
        parts = [values[part, *key[1:]] for part in threelands.indicators["pulse"].components]
        assert min(parts) < values[key] < max(parts)


def test_the_later_release_revises_the_earlier(threelands: Catalog) -> None:
    found = [
        (row["release"], row["value"])
        for row in observations(threelands)
        if (row["indicator"], row["region"], row["period"]) == ("product", "TL-RIV", "2023")
    ]
    assert found == [("tso-product-2024-04", "300.0"), ("tso-product-2024-10", "310.0")]


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_is_a_valid_schema(kind: str) -> None:
    schema = json.loads(schema_text(kind))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")
