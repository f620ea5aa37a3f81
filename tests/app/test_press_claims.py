"""Figures of public reports, collected and compared by hand, come out as that comparison says."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from esep.app.evidence import judge_claims
from esep.app.workspace import Workspace
from esep.errors import NotFound
from esep.model.claim import Claim, Finding, Judged, PeriodSource
from esep.model.period import Period
from tests.checking.judge.making import claim, quantity

COLLECTED = Path(__file__).parents[3] / "shared" / "data" / "press-claims" / "press_claims.csv"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

INDICATORS = {
    "GRP": "grp",
    "Short-term economic indicator": "stei",
    "Share of manufacturing in industry": "manufacturing_share",
    "Share in national GDP": "grp",
    "agriculture": "agriculture_volume",
    "communication": "communications_volume",
    "transport": "transport_volume",
    "construction": "construction_volume",
    "trade": "trade_volume",
    "industry": "industry_volume",
    "industrial output growth": "industry_volume",
    "operating smes": "sme_operating",
    "industrial production": "industrial_production",
    "industrial output level": "industrial_production",
    "unemployment rate": "unemployment_rate",
    "population": "population",
    "investment portfolio": "zone_projects",
    "housing commissioning": "housing_commissioned",
}
UNITS = {
    "trillion KZT": ("KZT", 12),
    "billion KZT": ("KZT", 9),
    "million KZT": ("KZT", 6),
    "KZT": ("KZT", 0),
    "%": ("percent", 0),
    "% year on year": ("percent", 0),
    "thousand": ("count", 3),
    "thousand persons": ("person", 3),
    "place of 20": ("rank", 0),
}

Row = dict[str, str]


def rows() -> list[Row]:
    if not COLLECTED.exists():
        return []
    with COLLECTED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def the_indicator(text: str) -> str:
    for beginning, indicator in INDICATORS.items():
        if beginning.lower() in text.lower().replace("growth: ", ""):
            return indicator
    return ""


def the_period(text: str) -> str:
    """`Jan-Apr 2024`, `2023`, `Q1 2024`, `2024-01-01`; empty where it is not stated."""
    if re.fullmatch(r"\d{4}(-\d{2}-\d{2})?", text):
        return text
    if match := re.fullmatch(r"Jan-(\w{3}) (\d{4})", text):
        return f"{match[2]}-01/{match[2]}-{MONTHS.index(match[1]) + 1:02}"
    if match := re.search(r"Q1 (\d{4})", text):
        return f"{match[1]}-Q1"
    return ""


def the_claim(row: Row, workspace: Workspace) -> Claim | None:
    """The frame the columns tell; None where they hold several numbers or a mere direction."""
    stated = re.fullmatch(r"(\d+(?:\.\d+)?)(; 5th place|; 10th place)?", row["stated"])
    unit, scale = UNITS.get(row["unit"], ("count", 0))
    if stated is None:
        return None
    try:
        region = workspace.catalog.regions.resolve(row["region"])
    except NotFound:
        return None
    indicator = the_indicator(row["indicator"])
    index = indicator == "stei" or indicator.endswith("_volume")
    growth = index or "growth" in row["indicator"].lower()
    comparison = "yoy" if growth else "share" if "Share in" in row["indicator"] else ""
    if unit == "percent" and growth and stated[1].startswith(("9", "10", "11", "12")):
        unit = "index_percent"
    if unit == "rank":
        comparison = "rank"
    period = the_period(row["period"])
    return claim(
        quantity(stated[1], unit, scale=scale),
        indicator=indicator,
        region=region,
        period=period,
        source=PeriodSource.EXPLICIT,
        comparison=comparison,
        label=row["indicator"],
    )


@pytest.fixture(scope="module")
def found(kazakhstan: Workspace) -> list[tuple[Row, Judged]]:
    judged = []
    for row in rows():
        made = the_claim(row, kazakhstan)
        if made is not None:
            day = Period.parse(row["published"]).end
            judged.append((row, judge_claims(kazakhstan, [made], day=day, language="en")[0]))
    return judged


pytestmark = pytest.mark.skipif(not COLLECTED.exists(), reason="the collection is not here")


def described(row: Row, judged: Judged) -> str:
    return " | ".join(
        (*(row[name] for name in ("region", "indicator", "stated", "period", "our_value")),
         judged.finding, judged.reason, judged.explanation)
    )  # fmt: skip


def test_what_was_found_to_agree_is_supported(found: list[tuple[Row, Judged]]) -> None:
    agreeing = [pair for pair in found if pair[0]["verdict"] in ("agrees", "agrees exactly")]
    wrong = [described(*pair) for pair in agreeing if pair[1].finding is not Finding.SUPPORTED]
    assert len(agreeing) >= 25
    assert not wrong


def test_what_nobody_publishes_is_not_in_the_data(found: list[tuple[Row, Judged]]) -> None:
    without = [
        pair
        for pair in found
        if pair[0]["verdict"].startswith("no ") and pair[0]["published"] > "2024-06-14"
    ]
    decided = [described(*pair) for pair in without if pair[1].finding is Finding.CONTRADICTED]
    assert not decided


def test_nothing_that_was_said_comes_out_contradicted(found: list[tuple[Row, Judged]]) -> None:
    wrong = [
        described(*pair)
        for pair in found
        if pair[1].finding is Finding.CONTRADICTED and pair[0]["verdict"] != "agrees roughly"
    ]
    assert not wrong
