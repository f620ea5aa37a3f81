"""When do a figure of the last meeting and the same one now compare, and by how much?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from esep.app.workspace import Workspace
from esep.facts.since import Judgement, Since, named_ends, since
from esep.model.fact import Comparison, Fact
from esep.model.observation import EstimateStage
from esep.model.period import Period
from esep.model.unit import ScaledUnit

MEETING = date(2024, 6, 14)


def fact(
    value: str, period: str, *, unit: str = "CRN:6", said_on: date | None = None, **told: object
) -> Fact:
    made = Fact(
        id=f"made:{value}:{period}@2024-06-14",
        indicator="product",
        region="TL-RIV",
        region_version="TL-RIV@2022-07-01",
        period=Period.parse(period) if period else None,
        comparison=Comparison.LEVEL,
        value=Decimal(value),
        unit=ScaledUnit.parse(unit),
        decimals=1,
        stage=EstimateStage.FINAL,
        vintage=date(2024, 6, 14),
        said_on=said_on,
    )
    return replace(made, **told)  # type: ignore[arg-type]


def held(
    workspace: Workspace,
    then: Fact,
    now: Fact | None,
    indicator: str,
    *,
    one_territory: bool = True,
) -> Since:
    return since(
        then,
        now,
        workspace.catalog.indicators[indicator],
        same_territory=lambda _, __: one_territory,
    )


@pytest.mark.parametrize(
    ("indicator", "then", "now", "judgement", "difference"),
    [
        ("people_average", ("100", "2023", "person"), ("103", "2024", "person"),
         Judgement.COMPARABLE, ("3", "percent")),
        ("product", ("100", "2022", "CRN:6"), ("121", "2024", "CRN:6"),
         Judgement.CURRENT_PRICES, ("21", "percent")),
        ("jobless_rate", ("4.7", "2023", "percent"), ("4.6", "2024", "percent"),
         Judgement.COMPARABLE, ("-0.1", "percentage_point")),
        ("product_volume", ("104", "2023-H1", "index_percent"), ("107", "2024-H1", "index_percent"),
         Judgement.OWN_BASE, ("3", "percentage_point")),
        ("product", ("100", "2024-Q1", "CRN:6"), ("121", "2024-H1", "CRN:6"),
         Judgement.OTHER_SPAN, None),
        ("people", ("100", "2024-01-01", "person"), ("102", "2024-10-01", "person"),
         Judgement.COMPARABLE, ("2", "percent")),
        ("people", ("100", "2024-01-01", "person"), ("102", "2025-Q1", "person"),
         Judgement.OTHER_SPAN, None),
    ],
)  # fmt: skip
def test_only_the_same_part_of_two_years_or_two_days_compare(
    workspace: Workspace,
    indicator: str,
    then: tuple[str, str, str],
    now: tuple[str, str, str],
    judgement: Judgement,
    difference: tuple[str, str] | None,
) -> None:
    one, other = (fact(value, period, unit=unit) for value, period, unit in (then, now))
    found = held(workspace, one, other, indicator)
    told = found.difference and (format(found.difference.value.normalize(), "f"),
                                 found.difference.unit.code)  # fmt: skip
    assert (found.judgement, told) == (judgement, difference)


def test_a_difference_is_named_by_its_two_figures(workspace: Workspace) -> None:
    then, now = fact("100", "2023"), fact("110", "2024")
    difference = held(workspace, then, now, "product").difference
    assert difference is not None
    assert difference.inputs == (then.id, now.id)
    assert named_ends(difference.id) == (then.id, now.id)
    assert named_ends("said:one..two") is None


def test_nothing_newer_nothing_known_and_other_borders_are_told_apart(
    workspace: Workspace,
) -> None:
    then, now = fact("100", "2023"), fact("110", "2024")
    assert held(workspace, then, then, "product").judgement is Judgement.NOTHING_NEWER
    assert held(workspace, then, None, "product").judgement is Judgement.NOT_KNOWN
    moved = held(workspace, then, now, "product", one_territory=False)
    assert (moved.judgement, moved.difference) == (Judgement.OTHER_BORDERS, None)


def test_words_compare_with_words_of_the_same_kind_only(workspace: Workspace) -> None:
    then = fact("100", "2023", said_on=MEETING)
    later = fact("110", "2024", said_on=date(2025, 4, 28))
    assert held(workspace, then, later, "shops").judgement is Judgement.COMPARABLE
    planned = replace(later, stage=EstimateStage.PLAN)
    assert held(workspace, then, planned, "shops").judgement is Judgement.PLAN_AND_FACT
    undated = replace(later, period=None)
    assert held(workspace, then, undated, "shops").judgement is Judgement.UNDATED
    measured = fact("110", "2024")
    assert held(workspace, then, measured, "shops").judgement is Judgement.OTHER_SOURCE


def test_a_change_from_nothing_has_no_per_cent(workspace: Workspace) -> None:
    found = held(workspace, fact("0", "2023"), fact("5", "2024"), "product")
    assert found.difference is None
