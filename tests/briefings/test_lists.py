"""Do the lists tell problems, borders and instructions for what they are?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from esep.briefings.lists_plan import ListPlanner
from esep.briefings.outline import BlockSpec
from esep.briefings.plan import ParagraphPlan, PointsPlan, Sentence
from esep.briefings.selection import Selection
from esep.model.fact import Comparison, Fact

Select = Callable[..., Selection]

WATCHED = ("pulse", "product", "fields_volume", "workshops_volume", "jobless_rate", "people")


def listed(
    selection: Selection, name: str, indicators: tuple[str, ...] = (), limit: int = 0
) -> list[ParagraphPlan | PointsPlan]:
    spec = BlockSpec("list", name=name, indicators=indicators, limit=limit)
    blocks = list(ListPlanner(selection).blocks(spec))
    assert all(isinstance(block, ParagraphPlan | PointsPlan) for block in blocks)
    return blocks  # type: ignore[return-value]


def said(blocks: list[ParagraphPlan | PointsPlan]) -> list[tuple[str, str]]:
    return [(each.say, each.of) for block in blocks for each in block.sentences]


# -- problems ------------------------------------------------------------------------------


def test_each_problem_is_told_once_and_by_its_gravest_side(select: Select) -> None:
    """Lake fell in fields and is below the country in the rest; its rate equals the country's."""
    assert said(listed(select("TL-LAK"), "problems", WATCHED)) == [
        ("problem-falling", "fields_volume"),
        ("problem-below-whole", "pulse"),
        ("problem-below-whole", "workshops_volume"),
    ]


def test_a_rate_that_got_better_may_still_be_worse_than_the_country(select: Select) -> None:
    found = said(listed(select("TL-HIL"), "problems", ("jobless_rate",)))
    assert found == [("problem-beside-whole", "jobless_rate")]


def test_the_split_is_a_problem_with_the_union_beside_it(select: Select) -> None:
    (block,) = listed(select(period="2022"), "problems", ("product",))
    (sentence,) = block.sentences
    assert sentence.say == "problem-not-comparable"
    assert [names.text("en") for names in sentence.lists["together"]] == [
        "Lake Region",
        "River Region",
    ]
    union = sentence.facts["union"]
    assert union is not None
    assert union.value == Decimal(14)  # 240 + 330 against 500


def test_no_problem_and_no_data_are_two_findings(select: Select) -> None:
    (block,) = listed(select(), "problems", ("pulse", "workshop_share", "shops"))
    # What was said of shops is in the document: that is not "no data".
    assert [each.say for each in block.sentences] == ["problem-none"]
    (block,) = listed(select(period="2022"), "problems", ("jobless_rate", "pulse"))
    assert [each.say for each in block.sentences] == ["problem-none-beside", "problem-missing"]
    assert [n.text("en") for n in block.sentences[1].lists["missing"]] == ["pulse of the economy"]


def test_a_short_list_tells_problems_and_nothing_else(select: Select) -> None:
    assert said(listed(select(), "problems", WATCHED, limit=1)) == []
    assert said(listed(select("TL-LAK"), "problems", WATCHED, limit=1)) == [
        ("problem-falling", "fields_volume")
    ]


def test_a_short_list_skips_what_stands_on_the_page(select: Select) -> None:
    selection = select("TL-LAK")
    period = selection.newest("fields_volume")
    assert period is not None
    fields = selection.book.get("fields_volume", "TL-LAK", period, Comparison.LEVEL)
    assert fields is not None
    spec = BlockSpec("list", name="problems", indicators=WATCHED, limit=1)
    (block,) = ListPlanner(selection).blocks(spec, frozenset({fields.id}))
    assert isinstance(block, PointsPlan)
    assert [each.of for each in block.sentences] == ["pulse"]


def test_high_growth_of_a_young_territory_comes_with_a_caution(select: Select) -> None:
    def low_base(code: str, above: int, years: int) -> list[str]:
        names = ("fields_volume", "workshops_volume")
        spec = BlockSpec("list", name="low_base", indicators=names, above=above, years=years)
        found = list(ListPlanner(select(code)).blocks(spec))
        return [
            s.say for block in found if isinstance(block, ParagraphPlan) for s in block.sentences
        ]

    assert low_base("TL-RIV", above=109, years=5) == ["low-base-borders"]
    assert low_base("TL-RIV", above=110, years=5) == []
    assert low_base("TL-RIV", above=109, years=1) == []
    assert low_base("TL-HIL", above=100, years=5) == []  # renamed, the same land


@pytest.mark.parametrize(
    ("value", "than", "worse"),
    [("103.1", "103.2", True), ("103.14", "103.1", False), ("103.06", "103.1", False)],
)
def test_worse_is_what_is_worse_as_printed(
    select: Select, make_fact: Callable[..., Fact], value: str, than: str, worse: bool
) -> None:
    """`103.1, below the country's 103.1` would make a reader doubt everything else."""
    fact = make_fact(value, "index_percent", indicator="pulse")
    assert select().is_worse(fact, Decimal(than)) is worse


def test_less_is_worse_or_better_as_the_indicator_says(
    select: Select, make_fact: Callable[..., Fact]
) -> None:
    rate = make_fact("5.2", "percent", indicator="jobless_rate")
    assert select().is_worse(rate, Decimal("4.8"))
    assert not select().is_worse(replace(rate, indicator="workshop_share"), Decimal("4.8"))


# -- branches ------------------------------------------------------------------------------


def test_fastest_and_slowest_are_of_one_period(select: Select) -> None:
    branches = ("workshops_volume", "fields_volume")
    (block,) = listed(select(), "extremes", branches)
    (sentence,) = block.sentences
    assert [fact.indicator for fact in sentence.facts.values() if fact] == [
        "fields_volume",
        "workshops_volume",
    ]
    assert listed(select(), "extremes", (*branches, "product_volume")) == []
    assert listed(select(period="2022"), "extremes", branches) == []


# -- territory -----------------------------------------------------------------------------


def test_borders_are_told_where_they_changed_and_names_do_not_count(select: Select) -> None:
    (block,) = listed(select(), "territory")
    assert block.sentences[0].say == "territory-since"
    assert block.sentences[0].days["since"] == date(2022, 7, 1)
    assert listed(select("TL-HIL"), "territory") == []  # renamed, the same land


def test_figures_on_other_borders_are_listed(select: Select) -> None:
    """In 2021 River had the lake; on the day of the meeting it has not."""
    (block,) = listed(select(period="2021"), "vintage")
    assert [each.say for each in block.sentences] == ["vintage-note", "other-borders"]
    other = [names.text("en") for names in block.sentences[1].lists["other"]]
    assert other == ["product of the land", "average population"]
    (block,) = listed(select(), "vintage")
    assert [each.say for each in block.sentences] == ["vintage-note"]


# -- the meeting ---------------------------------------------------------------------------


def test_what_was_stressed_orders_nothing(select: Select) -> None:
    blocks = listed(select(meeting="tl-2024-06-14"), "instructions")
    assert [(type(block).__name__, len(block.sentences)) for block in blocks] == [
        ("ParagraphPlan", 1),
        ("PointsPlan", 2),
        ("ParagraphPlan", 1),
        ("PointsPlan", 1),
    ]
    given: list[Sentence] = list(blocks[1].sentences)
    assert [each.say for each in given] == ["instruction-permanent", "instruction-date"]
    assert given[1].days["deadline"] == date(2025, 7, 1)
    assert [getattr(block, "numbered", None) for block in blocks] == [None, True, None, False]


def test_instructions_without_any_measure_are_called_so(select: Select) -> None:
    selection = select(meeting="tl-2024-06-14")
    meeting = selection.request.meeting
    assert meeting is not None
    vague = tuple(replace(each, measure=None) for each in meeting.instructions)
    selection.request = replace(selection.request, meeting=replace(meeting, instructions=vague))
    said_of = [say for say, _ in said(listed(selection, "instructions"))]
    assert "instructions-without-measure" in said_of


def test_without_a_meeting_there_is_nothing_to_list(select: Select) -> None:
    assert listed(select(), "instructions") == []
    assert listed(select(), "discussed") == []
