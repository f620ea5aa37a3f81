"""A number without a noun is of what the words before it speak of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from esep.model.claim import Claim

Link = Callable[..., tuple[Claim, ...]]


def units(claims: tuple[Claim, ...]) -> list[tuple[str, str]]:
    return [(claim.topic, claim.quantity.unit) for claim in claims]


def test_incomes_beside_pay_are_money_too(link: Link) -> None:
    found = link("Облыста орташа жалақы – 310 мың теңге, халықтың табысы – 164 мың.\n")
    assert units(found) == [("wages", "KZT"), ("incomes", "KZT")]


def test_residents_are_persons_without_the_word(link: Link) -> None:
    assert units(link("Облыс тұрғындарының саны 910 мыңға жетті.\n")) == [("population", "person")]


def test_jobs_beside_a_price_are_no_money(link: Link) -> None:
    found = link("Биыл 12 жоба басталды: құны – 90 млрд теңге, жұмыс орны – 2 300.\n")
    assert units(found)[-1] == ("jobs", "count")


def test_a_fraction_takes_the_unit_of_the_figure_before(link: Link) -> None:
    found = link("Облыста сауда 6,4 пайызға өсті. Құрылыс – 3,7-ге. Байланыс – 2,9-ға.\n")
    assert units(found) == [
        ("trade", "percent"),
        ("construction", "percent"),
        ("telecom", "percent"),
    ]


def test_a_whole_is_of_what_its_part_is(link: Link) -> None:
    found = link("Қаладағы 520 көшенің 310-ы ғана жарықтандырылған.\n")
    assert units(found) == [("lighting", "count")] * 2


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Облыста 14 миллиард теңгелік көпір салынды.", "KZT"),
        ("Облыста 25 шақырымдық жол салынды.", "km"),
        ("Облыста 30 гектарлық саябақ ашылды.", "hectare"),
        ("Облыста 4 мың тонналық қойма салынды.", "tonne"),
    ],
)
def test_a_unit_may_be_told_as_an_adjective(link: Link, text: str, unit: str) -> None:
    assert link(text + "\n")[0].quantity.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "Жолға келсек, облыста биыл 40 жоба жүріп жатыр.",
        "Жол жағынан да жаңалық бар: биыл 40 жоба іске асты.",
    ],
)
def test_a_sentence_is_of_what_it_turns_to(link: Link, text: str) -> None:
    assert link(text + "\n")[0].topic == "roads"
