"""Which figures are told of one enterprise or one programme, and until where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from esep.model.claim import Claim

Link = Callable[..., tuple[Claim, ...]]


def topics(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.topic for claim in claims]


@pytest.mark.parametrize(
    "text",
    [
        "The plant made goods worth 7 billion tenge.",
        "The Tobol mill turns out 90 thousand tonnes of flour a year.",
        "A cement factory worth 40 billion tenge will be built in the town.",
    ],
)
def test_what_one_enterprise_makes_or_costs_stands_under_it(link: Link, text: str) -> None:
    assert topics(link(text)) == ["company"]


def test_an_enterprise_stays_the_subject_of_its_paragraph(link: Link) -> None:
    claims = link("The company put 12 billion tenge into its furnaces. Output of steel rose 6%.")
    assert topics(claims) == ["company", "company"]


def test_the_region_ends_what_is_told_of_an_enterprise(link: Link) -> None:
    claims = link("The plant made 90 tractors. In the region industrial output grew by 4%.")
    assert topics(claims)[-1] == "industry"


def test_jobs_at_a_plant_are_jobs(link: Link) -> None:
    claims = link("The plant will create 300 jobs.")
    assert [(claim.topic, claim.quantity.unit) for claim in claims] == [("jobs", "count")]


def test_a_power_plant_is_no_enterprise_among_others(link: Link) -> None:
    assert topics(link("A power plant of 240 MW is being built.")) == ["energy"]


def test_projects_of_a_programme_stand_under_it(link: Link) -> None:
    claims = link("Under Auyl Amanaty 230 projects worth 3 billion tenge were funded.")
    assert topics(claims) == ["auyl_amanaty", "auyl_amanaty"]


def test_a_number_of_things_shares_the_plan_of_its_price(link: Link) -> None:
    claims = link("In farming, 44 projects to the tune of KZT90 billion will be carried out.")
    assert [claim.planned for claim in claims] == [True, True]


def test_a_conversion_is_told_of_the_same(link: Link) -> None:
    own, other = link("A plant worth 60 billion tenge ($114 million) is planned.")
    assert (own.topic, own.planned) == (other.topic, other.planned) == ("company", True)


def test_what_stands_in_a_place_is_not_the_place(link: Link) -> None:
    claims = link("The region opened 27 new schools, including 22 in villages.")
    assert topics(claims) == ["schools", "schools"]


def test_hints_of_support_need_the_words_for_whom(link: Link) -> None:
    claims = link("For heating networks 48 billion tenge were allocated.")
    assert topics(claims) == ["heating"]


def test_another_thing_with_money_of_its_own_ends_what_is_told_of_an_enterprise(link: Link) -> None:
    claims = link(
        "The mill sold flour worth 4 billion tenge. It gave work to 90 people. "
        "Its capacity is 30 thousand tonnes. A terminal of the airport will open soon. "
        "Incomes of the population rose to 200 thousand tenge."
    )
    assert topics(claims) == ["company", "jobs", "company", "incomes"]
