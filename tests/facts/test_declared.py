"""Which statement belongs to a document, and what does it keep of how it was said?"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from esep.app.facts import declared_facts
from esep.app.workspace import Workspace
from esep.facts.declared import AFTERWARDS, DeclaredFacts
from esep.facts.lineage import cells
from esep.model.fact import Comparison
from esep.model.indicator import Indicator
from esep.model.period import Period
from esep.model.release import ReportedFigure

MEETING = date(2024, 6, 14)
DOCUMENT = Period.parse("2024-01/2024-05")


@pytest.fixture(scope="session")
def declared(workspace: Workspace) -> DeclaredFacts:
    return declared_facts(workspace)


def figure(id: str, said_on: date, value: str = "1", **told: object) -> ReportedFigure:
    said: dict[str, object] = {
        "source": "speeches",
        "region": "TL-RIV",
        "topic": "shops",
        "label": "shops",
        "indicator": "shops",
        "period": "",
        "unit": "enterprise",
        "comparison": "",
        "planned": False,
        "hedge": "",
        "direction": "",
        "release_id": "speech",
        "row": 2,
        "file": "speech.csv",
    }
    return ReportedFigure(id=id, said_on=said_on, value=value, **{**said, **told})


@pytest.fixture(scope="session")
def shops(workspace: Workspace) -> dict[str, Indicator]:
    return {"shops": workspace.catalog.indicators["shops"]}


def newest(declared: DeclaredFacts, *, on: date = MEETING, within: Period = DOCUMENT) -> str | None:
    found = declared.newest("shops", "TL-RIV", Comparison.LEVEL, on=on, within=within)
    return found.id if found else None


def test_a_statement_keeps_unit_hedge_day_and_place(declared: DeclaredFacts) -> None:
    fact = declared.by_id("said:tl-08")
    assert fact is not None
    assert (fact.value, fact.unit.code) == (Decimal(90_000_000), "CRN:6")
    assert (fact.hedge, fact.stage, fact.said_on) == ("over", "plan", MEETING)
    assert [cell.printed for cell in cells(fact, declared.by_id)] == ["90"]


def test_a_level_its_growth_and_its_place_are_kept_apart(declared: DeclaredFacts) -> None:
    def said(indicator: str, comparison: Comparison) -> str | None:
        found = declared.newest(indicator, "TL-RIV", comparison, on=MEETING, within=DOCUMENT)
        return found.id if found else None

    assert said("shops", Comparison.LEVEL) == "said:tl-05"
    assert said("shops", Comparison.CHANGE) == "said:tl-06"
    assert said("product", Comparison.RANK) == "said:tl-02"
    assert said("shops", Comparison.RANK) is None


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2024, 6, 13), None), (MEETING, "said:tl-05"), (date(2024, 6, 15), "said:tl-05")],
)
def test_a_statement_counts_from_the_day_it_was_made(
    declared: DeclaredFacts, on: date, expected: str | None
) -> None:
    assert newest(declared, on=on) == expected


def test_the_newest_of_several_statements_is_taken(shops) -> None:
    said = [figure("a", date(2024, 3, 1)), figure("b", date(2024, 5, 1))]
    assert newest(DeclaredFacts(said, shops)) == "said:b"
    assert newest(DeclaredFacts(said, shops), on=date(2024, 4, 30)) == "said:a"


@pytest.mark.parametrize(
    ("said_on", "expected"),
    [
        (date(2023, 12, 31), None),  # before the document's period
        (date(2024, 1, 1), "said:a"),
        (DOCUMENT.end + AFTERWARDS, "said:a"),
        (DOCUMENT.end + AFTERWARDS + timedelta(days=1), None),
    ],
)
def test_a_statement_belongs_to_its_time(shops, said_on: date, expected: str | None) -> None:
    told = DeclaredFacts([figure("a", said_on)], shops)
    assert newest(told, on=date(2025, 12, 31)) == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024-Q1", "said:a"),
        ("2024/2030", "said:a"),  # began within the document's period
        ("2024-05", "said:a"),
        ("2024-06", None),  # began after it
        ("2025/2030", None),
        ("2024-07-01", "said:a"),  # a state on a day closes what went before
    ],
)
def test_a_statement_about_a_later_period_does_not_belong(
    shops, period: str, expected: str | None
) -> None:
    assert newest(DeclaredFacts([figure("a", MEETING, period=period)], shops)) == expected


def test_a_statement_about_nothing_the_pack_knows_is_no_fact(shops) -> None:
    told = DeclaredFacts([figure("a", MEETING, indicator="dragons")], shops)
    assert told.by_id("said:a") is None


def test_all_that_was_said_of_an_indicator_is_listed_the_newest_first(shops) -> None:
    said = [figure("a", date(2024, 3, 1)), figure("b", date(2024, 5, 1))]
    assert [fact.id for fact in DeclaredFacts(said, shops).about("shops")] == ["said:b", "said:a"]
