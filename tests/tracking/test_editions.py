"""From edition to edition the same cards are compared, and a change of scale is no progress."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from esep.model.register import Card, Compared, Register, Value
from esep.tracking.editions import EditionCards, EditionState, compare_editions

SCALES = (("public", "mixed", "private"), ("public", "private"))
FIRST, SECOND = date(2021, 3, 31), date(2022, 3, 31)


def card(id: str, first: dict[str, Value] | None = None, **values: Value) -> Card:
    whole = {"currency": "CRN", "price_year": "2021", **values}
    return Card("works", id, 1, whole, {**whole, **(first or {})}, FIRST, FIRST)


def compared(
    works: Register, before: Sequence[Card], after: Sequence[Card]
) -> tuple[EditionState, ...]:
    fields = Compared(grade="owner", scales=SCALES, cost="cost", finish="finish")
    register = dataclasses.replace(works, compared=fields)
    editions = [
        EditionCards(FIRST, "one.csv", len(before), before),
        EditionCards(SECOND, "two.csv", len(after), after),
    ]
    return compare_editions(register, editions, [])


def test_a_level_that_was_abolished_is_neither_better_nor_worse(works: Register) -> None:
    before = [card("a", owner="mixed"), card("b", owner="private"), card("c", owner="public")]
    after = [card("a", owner="private"), card("b", owner="public"), card("c", owner="private")]
    grades = compared(works, before, after)[1].grades
    assert grades.scale_changed
    assert (grades.better, grades.worse, grades.same, grades.off_scale) == (1, 1, 0, 1)


def test_the_same_scale_is_no_change_and_what_is_not_rated_is_not_compared(works: Register) -> None:
    before = [card("a", owner="mixed"), card("b"), card("c", owner="mixed")]
    after = [card("a", owner="public"), card("b", owner="public"), card("c", owner="mixed")]
    grades = compared(works, before, after)[1].grades
    assert not grades.scale_changed
    assert (grades.better, grades.worse, grades.same, grades.off_scale) == (1, 0, 1, 0)


def test_costs_grow_from_the_first_value_of_the_same_cards(works: Register) -> None:
    before = [card("a", cost="100"), card("b", cost="300"), card("c", cost="0")]
    after = [
        card("a", {"cost": "100"}, cost="150"),
        card("b", {"cost": "300"}, cost="300"),
        card("c", {"cost": "0"}, cost="5"),
        card("new", cost="1000"),
    ]
    growth = compared(works, before, after)[1].growth
    assert (growth.cards, growth.left_out) == (2, 1)
    assert growth.percent == Decimal("12.5")
    assert growth.median == Decimal(25)
    assert growth.largest[0] == ("a", Decimal(100), Decimal(150))


def test_amounts_in_other_money_are_left_out(works: Register) -> None:
    after = card("a", {"cost": "100", "price_year": "2019"}, cost="150")
    growth = compared(works, [card("a", cost="100")], [after])[1].growth
    assert (growth.cards, growth.left_out) == (0, 1)


def test_ends_are_counted_against_the_first_one_promised(works: Register) -> None:
    before = [card("a", finish="2024-01-01"), card("b", finish="2024-01-01")]
    after = [
        card("a", {"finish": "2024-01-01"}, finish="2024-03-01"),
        card("b", {"finish": "2024-01-01"}, finish="2024-01-01"),
    ]
    moved = compared(works, before, after)[1].moved
    assert (moved.cards, moved.later, moved.earlier, moved.median_days) == (2, 1, 0, 30)
