"""What cards add up to: each once, split by stage, with what could not be counted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esep.catalog import Catalog
from esep.model.register import Card, Register, RollUp, Value
from esep.tracking.roll_ups import Sum, fact_of, roll_up

DAY = date(2024, 7, 1)


def above(region: str) -> Iterable[str]:
    return (region, "TL")


def card(id: str, **values: Value) -> Card:
    whole: dict[str, Value] = {"name": id, "region": "TL-HIL", "stage": "idea", **values}
    return Card("works", id, 1, whole, whole, DAY, DAY, vanished=bool(values.get("gone")))


def sums(register: Register, *cards: Card, on: date = DAY) -> dict[tuple[str, str], Sum]:
    found = roll_up(register, cards, on, above=above)
    return {(each.roll_up.indicator, each.region): each for each in found}


def priced(id: str, cost: str, currency: str = "CRN", **values: Value) -> Card:
    return card(id, cost=cost, currency=currency, price_year="2024", **values)


def test_a_card_counts_in_its_region_and_in_the_country(works: Register) -> None:
    found = sums(works, priced("a", "10"), priced("b", "20", region="TL-LAK"))
    assert found["project_cost", "TL-HIL"].value == 10
    assert found["project_cost", "TL"].value == 30
    assert found["projects", "TL"].value == 2


def test_a_card_in_two_parks_counts_once(works: Register) -> None:
    assert sums(works, priced("a", "10", parks=["p-1", "p-2"]))["projects", "TL"].value == 1


def test_every_sum_is_split_by_stage(works: Register) -> None:
    found = sums(works, card("a"), card("b", stage="open"), card("c", stage="open"))
    assert dict(found["projects", "TL"].by_stage) == {"idea": 1, "open": 2}


def test_what_stopped_or_vanished_is_no_part_of_a_total(works: Register) -> None:
    found = sums(works, card("a"), card("b", stage="dropped"), card("c", gone=True))
    assert found["projects", "TL"].value == 1


def test_amounts_without_a_value_or_in_another_currency_are_left_out_and_told(
    works: Register,
) -> None:
    found = sums(works, priced("a", "10"), priced("b", "7", "OTH"), card("c"))
    total = found["project_cost", "TL"]
    assert total.value == 10
    assert dict(total.left_out) == {"in OTH": 1, "no cost": 1}


def test_made_up_cards_are_never_added_to_real_ones(works: Register) -> None:
    found = roll_up(works, [card("a"), card("b", synthetic=True)], DAY, above=above)
    told = [(each.synthetic, each.value) for each in found
            if (each.roll_up.indicator, each.region) == ("projects", "TL")]  # fmt: skip
    assert told == [(False, 1), (True, 1)]


def test_a_sum_of_made_up_cards_says_so_in_its_id(works: Register, threelands: Catalog) -> None:
    total = sums(works, card("a", synthetic=True))["projects", "TL"]
    fact = fact_of(total, works, threelands.indicators["projects"], DAY)
    assert fact.id == "made-up:projects:TL:2024-07-01@2024-07-01"
    assert (fact.is_made_up, "made-up cards" in fact.formula) == (True, True)


def test_parts_by_stage_make_the_whole_and_parts_by_park_may_overlap(works: Register) -> None:
    cards = [card("a", parks=["p-1", "p-2"]), card("b", stage="open", parks=["p-1"]), card("c")]
    by_stage = roll_up(works, cards, DAY, above=above, by="stage")
    by_park = roll_up(works, cards, DAY, above=above, by="parks")
    parts = [{each.part: each.value for each in found
              if (each.roll_up.indicator, each.region) == ("projects", "TL")}
             for found in (by_stage, by_park)]  # fmt: skip
    assert parts == [{"idea": 2, "open": 1}, {"p-1": 2, "p-2": 1, "none": 1}]


def test_what_is_planned_for_a_year_counts_in_it_before_it_comes(works: Register) -> None:
    planned = Register(
        works.id, works.command, works.names, works.fields, works.stages,
        (RollUp("projects", year_of="finish", ahead=True),),
    )  # fmt: skip
    found = roll_up(planned, [card("a", finish="2026-05-01")], DAY, above=above)
    assert {each.period.code for each in found} == {"2026"}


def test_what_happened_in_a_year_counts_in_that_year(works: Register) -> None:
    yearly = Register(
        works.id, works.command, works.names, works.fields, works.stages,
        (RollUp("projects", year_of="finish"),),
    )  # fmt: skip
    cards = [card("a", finish="2023-05-01"), card("b", finish="2024-06-30"), card("c"),
             card("d", finish="2024-07-02")]  # fmt: skip
    found = {each.period.code: each.value for each in roll_up(yearly, cards, DAY, above=above)
             if each.region == "TL"}  # fmt: skip
    assert found == {"2023": 1, "2024": 1}


def test_a_sum_becomes_a_fact_that_names_its_cards(works: Register, threelands: Catalog) -> None:
    total = sums(works, priced("a", "10"), priced("b", "20"))["project_cost", "TL-HIL"]
    fact = fact_of(total, works, threelands.indicators["project_cost"], DAY)
    assert fact.value == Decimal(30)
    assert fact.inputs == ("card:works:a:cost@1", "card:works:b:cost@1")
    assert "2 idea" in fact.formula


costs = st.lists(
    st.tuples(
        st.sampled_from(["TL-HIL", "TL-LAK", "TL-RIV"]),
        st.sampled_from(["idea", "building", "open", "dropped"]),
        st.decimals(0, 10**12, places=2),
    ),
    max_size=30,
)


@given(costs)
def test_regions_add_up_to_the_country(
    works: Register, rows: list[tuple[str, str, Decimal]]
) -> None:
    cards = [
        priced(f"w-{n}", str(cost), region=region, stage=stage)
        for n, (region, stage, cost) in enumerate(rows)
    ]
    found = sums(works, *cards)
    for indicator in ("projects", "project_cost"):
        parts = [each.value for (name, region), each in found.items()
                 if name == indicator and region != "TL"]  # fmt: skip
        whole = found.get((indicator, "TL"))
        assert sum(parts) == (whole.value if whole else 0)
        if whole is not None:
            assert sum(whole.by_stage.values()) == len(whole.cards)


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_cards_changes_nothing(works: Register, order: int) -> None:
    cards = [priced("a", "10"), priced("b", "20"), priced("c", "30")][::order]
    total = sums(works, *cards)["project_cost", "TL"]
    assert [each.id for each in total.cards] == ["a", "b", "c"]
