"""What is proposed for a second look: two spellings of one thing, and unlikely ratios."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from esep.model.register import Card, Register, Value
from esep.tracking.duplicates import likely_pairs
from esep.tracking.plausibility import flags

DAY = date(2024, 1, 1)


def card(id: str, **values: Value) -> Card:
    return Card("works", id, 1, values, values, DAY, DAY)


def works_of(costs: list[str], jobs: str = "10", currency: str = "CRN") -> list[Card]:
    return [
        card(f"{currency}{n}", cost=cost, jobs=jobs, currency=currency)
        for n, cost in enumerate(costs)
    ]


def test_names_that_differ_in_marks_and_order_are_paired(works: Register) -> None:
    cards = [
        card("a", name="Glass plant «Kristall»", region="TL-HIL"),
        card("b", name="«Kristall» glass plant", region="TL-HIL"),
        card("c", name="Kristall glass plant", region="TL-LAK"),
        card("d", name="Sugar mill", region="TL-HIL"),
    ]
    assert [(pair.one, pair.other) for pair in likely_pairs(works, cards)] == [("a", "b")]


def test_a_scale_slip_stands_out_from_the_register(works: Register) -> None:
    cards = works_of(["800", "900", "1000", "1100", "1200", "1000000"])
    [flag] = flags(works, cards)
    assert (flag.card, flag.ratio, flag.median) == ("CRN5", Decimal(100_000), Decimal(105))
    assert flag.times > 900


def test_a_ratio_far_below_the_median_stands_out_too(works: Register) -> None:
    assert [f.card for f in flags(works, works_of(["10", "900", "1000", "1100", "1200"]))] == [
        "CRN0"
    ]


def test_too_few_cards_have_no_median(works: Register) -> None:
    assert flags(works, works_of(["800", "900", "1000", "1000000"])) == ()


def test_currencies_are_never_mixed_in_a_median(works: Register) -> None:
    crowns = works_of(["800", "900", "1000", "1100", "1200"])
    others = works_of(["80000", "90000", "100000", "110000", "120000"], currency="OTH")
    assert flags(works, [*crowns, *others]) == ()


def test_cards_without_both_numbers_do_not_count(works: Register) -> None:
    cards = [*works_of(["800", "900", "1000", "1100", "1200"]), card("x", cost="9", jobs="0")]
    assert flags(works, cards) == ()
