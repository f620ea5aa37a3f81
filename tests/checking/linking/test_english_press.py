"""What the feature pages of English papers tell with a figure is heard behind their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from esep.language.reading.phrases import parts
from esep.model.claim import Claim

Link = Callable[..., tuple[Claim, ...]]


def topics(claims: Sequence[Claim]) -> list[str]:
    return [claim.topic for claim in claims]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The gas pipe now runs past 61 villages.", ["gas"]),
        ("Mains water has reached 94% of townspeople.", ["water"]),
        ("Some 5% of residents live below the breadline.", ["poverty"]),
        ("Lamps were hung in 38 villages.", ["lighting"]),
        ("At the last count 42 villages remained.", ["rural"]),
    ],
)
def test_a_place_or_people_give_way_to_what_is_told_of_them(
    link: Link, text: str, told: list[str]
) -> None:
    assert topics(link(text)) == told


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Wages of teachers grew by 25%.", "wages"),
        ("Exports of flour came to 90 million tenge.", "trade"),
        ("2,140 flats went to families with many children.", "apartments"),
    ],
)
def test_what_only_says_whose_it_is_is_not_the_topic(link: Link, text: str, topic: str) -> None:
    assert topics(link(text)) == [topic]


def test_a_part_is_one_of_the_last_things_of_its_sort(link: Link) -> None:
    claims = link("There are 24 schools for 66,000 pupils, 16 of them new.")
    assert topics(claims) == ["schools", "school_places", "schools"]


def test_a_noun_right_before_its_figure_outweighs_the_label_of_a_paragraph(link: Link) -> None:
    claims = link("Jobs: 41 thousand created, unemployment at 4.5%.")
    assert topics(claims) == ["jobs", "unemployment"]


def test_a_row_needs_commas_or_a_conjunction(link: Link) -> None:
    claims = link("524 thousand residents received social assistance.")
    assert topics(claims) == ["social_aid"]


def test_a_price_is_that_of_projects_only_beside_their_words(link: Link) -> None:
    assert topics(link("The plan has 86 points worth 4 billion tenge.")) == ["plan", "plan"]


@pytest.mark.parametrize("text", ["Sheep number 4.9 million.", "Firms number 96,300."])
def test_what_things_number_is_a_figure(link: Link, text: str) -> None:
    assert len(link(text)) == 1


def test_bare_billions_are_money(link: Link) -> None:
    claims = link("Investment came in at 949.9 billion.")
    assert [(claim.topic, claim.quantity.unit) for claim in claims] == [("investment", "KZT")]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("At the labour exchange 900 people got a place.", "employment"),
        ("The pay packet grew by 8%.", "wages"),
        ("Sightseers can choose from 214 inns.", "tourism"),
        ("Life got dearer by 9%.", "inflation"),
        ("Own taps are promised to 17 hamlets.", "water"),
        ("The economy gathered pace, by 4.4%.", "stei"),
        ("Drug makers added 31%.", "pharma"),
        ("Volunteers carted off 2,300 tonnes.", "taza"),
        ("Thieves were busier by 6%.", "safety"),
        ("Toddlers got 1,900 new seats.", "kindergarten"),
        ("The exchequer lost 12 billion tenge.", "tax"),
        ("Town coffers hold 90 billion tenge.", "budget"),
        ("A wind park of 100 MW feeds the grid.", "energy"),
        ("Qarmet spent 80 billion tenge.", "company"),
        ("Private purses supplied 90% of it.", "private_inv"),
        ("The quarries will put 640 people to work.", "jobs"),
        ("Output of milk was 7% up.", "livestock"),
        ("Its backers poured 31 billion tenge into the local economy.", "investment"),
        ("KamaTyresKZ makes 3 million tyres.", "company"),
    ],
)
def test_topics_are_known_by_the_words_of_feature_writers(
    link: Link, text: str, topic: str
) -> None:
    assert set(topics(link(text))) == {topic}


@pytest.mark.parametrize(
    "text",
    [
        "The Auyl amanaty scheme began here.\nVillagers handed in 1,486 applications.",
        "The minister came to see how Auyl amanaty gets on.\nThe project received 4 billion tenge.",
    ],
)
def test_a_text_that_opens_with_one_programme_goes_on_about_it(link: Link, text: str) -> None:
    assert topics(link(text)) == ["auyl_amanaty"]


def test_a_little_word_that_is_half_of_a_phrase_is_meant(link: Link) -> None:
    assert topics(link("The centre of the town has 12 schools.")) == ["schools"]
    assert parts("in pay", "en") == ("=in", "pay")


def test_a_price_of_several_projects_is_no_price_level(link: Link) -> None:
    claims = link("The region has 22 projects, their combined price being 61 billion tenge.")
    assert topics(claims) == ["projects", "project_cost"]


def test_a_plan_named_by_its_years_is_a_name_and_not_what_lies_ahead(link: Link) -> None:
    claims = link("The second five-year plan gave the region 9 mills.")
    assert [(claim.quantity.text, claim.planned) for claim in claims] == [("9 mills", False)]


def test_a_figure_between_commas_is_told_of_by_the_verb_behind_it(link: Link) -> None:
    claims = link("Investment made 80 billion tenge. Most of it, 61 billion, was private money.")
    assert topics(claims) == ["investment", "private_inv"]
