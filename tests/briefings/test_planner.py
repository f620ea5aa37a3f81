"""Is each sentence said where its facts are known and its condition holds, and only there?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from esep.briefings.outline import read_outline
from esep.briefings.plan import ParagraphPlan, Plan, PointsPlan, Sentence, TilesPlan
from esep.briefings.planner import make_plan
from esep.briefings.selection import Selection

Select = Callable[..., Selection]


def plan_of(selection: Selection, *blocks: dict[str, Any], **more: Any) -> Plan:
    outline = {"id": "made", "sections": [{"id": "only", "blocks": list(blocks)}], **more}
    return make_plan(read_outline(outline), selection)


def sentences(plan: Plan) -> list[Sentence]:
    return [
        sentence
        for section in plan.sections
        for block in section.blocks
        if isinstance(block, ParagraphPlan | PointsPlan)
        for sentence in block.sentences
    ]


def say(of: str, *, when: str = "", **facts: str) -> dict[str, Any]:
    sentence: dict[str, Any] = {"say": "plain", "of": of, "facts": facts or {"level": "level"}}
    return sentence | ({"when": when} if when else {})


@pytest.mark.parametrize(
    ("when", "of", "facts", "regions"),
    [
        # January-April: fields 110.0, 101.0, 97.0 and 102.0 in the country.
        ("rising", "fields_volume", {"level": "level"}, {"TL-RIV", "TL-HIL"}),
        ("falling", "fields_volume", {"level": "level"}, {"TL-LAK"}),
        ("worsening", "fields_volume", {"level": "level"}, {"TL-LAK"}),
        (
            "below_whole",
            "fields_volume",
            {"level": "level", "whole": "level@whole"},
            {"TL-HIL", "TL-LAK"},
        ),
        ("above_whole", "fields_volume", {"level": "level", "whole": "level@whole"}, {"TL-RIV"}),
        # Joblessness went from 5.5 to 5.2, from 4.6 to 4.1, and stayed at 4.8: less is better.
        ("falling", "jobless_rate", {"change": "change"}, {"TL-HIL", "TL-RIV"}),
        ("worsening", "jobless_rate", {"change": "change"}, set()),
        # A plain level goes nowhere.
        ("rising", "product", {"level": "level"}, set()),
    ],
)
def test_a_condition_holds_for_the_regions_it_describes(
    select: Select, when: str, of: str, facts: dict[str, str], regions: set[str]
) -> None:
    block = {"paragraph": [say(of, when=when, **facts)]}
    found = {
        code for code in ("TL-HIL", "TL-RIV", "TL-LAK") if sentences(plan_of(select(code), block))
    }
    assert found == regions


def test_not_comparable_holds_in_the_year_of_the_split(select: Select) -> None:
    block = {"points": [say("product", when="not_comparable")]}
    assert sentences(plan_of(select(period="2022"), block))
    assert not sentences(plan_of(select(period="2023"), block))


def test_a_condition_that_tells_a_problem_marks_its_sentence(select: Select) -> None:
    falling = plan_of(select("TL-LAK"), {"points": [say("fields_volume", when="falling")]})
    rising = plan_of(select(), {"points": [say("fields_volume", when="rising")]})
    assert [each.caution for each in sentences(falling)] == [True]
    assert [each.caution for each in sentences(rising)] == [False]


def test_a_sentence_without_one_of_its_facts_is_not_said(select: Select) -> None:
    """In 2022 nothing compares with 2021; the first half of 2024 is not out in June."""
    needed = {"points": [say("product", level="level", change="change")]}
    assert not sentences(plan_of(select(period="2022"), needed))
    optional = {"points": [{**say("product"), "optional": {"change": "change"}}]}
    (sentence,) = sentences(plan_of(select(period="2022"), optional))
    assert sentence.facts["change"] is None
    assert sentence.facts["level"] is not None


def test_a_section_without_anything_is_left_out_and_listed(select: Select) -> None:
    plan = plan_of(select("TL-HIL"), {"points": [say("shops")]}, {"list": "instructions"})
    assert plan.sections == ()
    assert plan.left_out == ("section-only",)


def test_bullets_that_follow_bullets_are_one_list(select: Select) -> None:
    plan = plan_of(
        select(),
        {"points": [say("product")]},
        {"points": [say("pulse")]},
        {"paragraph": [say("pulse")]},
        {"points": [say("product")]},
    )
    assert [type(block) for block in plan.sections[0].blocks] == [
        PointsPlan,
        ParagraphPlan,
        PointsPlan,
    ]
    assert len(plan.sections[0].blocks[0].sentences) == 2  # type: ignore[union-attr]


def test_a_limit_cuts_the_list(select: Select) -> None:
    block = {"points": [say("product"), say("pulse"), say("shops")], "limit": 2}
    assert len(sentences(plan_of(select(), block))) == 2


def test_a_tile_may_stand_without_what_is_below_it(select: Select) -> None:
    tile = {"label": "tile-name", "say": "figure-level", "of": "product", "facts": {"l": "level"}}
    below = {"below": {"say": "tile-change", "facts": {"change": "change"}}}
    (block,) = plan_of(select(period="2022"), {"tiles": [tile | below]}).sections[0].blocks
    assert isinstance(block, TilesPlan)
    assert block.tiles[0][2] is None


def test_key_figures_that_are_not_known_are_not_invented(select: Select) -> None:
    names = ["product.level", "product.change", "shops.level", "pulse.level@whole"]
    plan = plan_of(select(period="2022"), {"list": "vintage"}, key_figures=names)
    assert [fact.id.rpartition("@")[0] for fact in plan.key_figures] == [
        "product:TL-RIV:2022:level"
    ]


def test_each_figure_has_the_period_of_its_own_source(select: Select) -> None:
    """On one day the year is out for the product, and four months for the pulse."""
    newest = {name: str(select().newest(name)) for name in ("product", "pulse", "people")}
    assert newest == {"product": "2023", "pulse": "2024-01/2024-04", "people": "2024-01-01"}
    early = select(on=date(2024, 4, 28))
    assert str(early.newest("product")) == "2023-H1"  # the year is due on 29 April
    assert str(early.newest("pulse")) == "2024-Q1"


def test_an_indicator_that_is_only_declared_has_no_calendar(select: Select) -> None:
    assert select().newest("shops") is None
    assert not sentences(plan_of(select("TL-HIL"), {"points": [say("shops")]}))
    (sentence,) = sentences(plan_of(select(), {"points": [say("shops")]}))
    assert sentence.facts["level"].id == "said:tl-05"  # type: ignore[union-attr]


def test_few_points_are_filled_and_many_are_not(select: Select) -> None:
    def said(*before: str) -> list[str]:
        filling = {"points": [say("people_average"), say("jobless_rate")], "at_least": 2}
        plan = plan_of(select(), {"points": [say(each) for each in before]}, filling)
        return [each.of for each in sentences(plan)]

    assert said("product") == ["product", "people_average"]
    assert said("product", "pulse") == ["product", "pulse"]
    assert said("people_average") == ["people_average", "jobless_rate"]


def test_a_figure_of_other_borders_brings_their_day(select: Select) -> None:
    """In 2021 River had the lake, until 1 July 2022."""
    (sentence,) = sentences(plan_of(select(period="2021"), {"points": [say("product")]}))
    (borders,) = sentence.borders.values()
    assert borders.day == date(2022, 7, 1)
    assert borders.ended
    (sentence,) = sentences(plan_of(select(), {"points": [say("product")]}))
    assert sentence.borders == {}
