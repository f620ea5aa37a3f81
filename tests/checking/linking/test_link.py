"""Which topic, indicator, unit and comparison a figure has, by the words around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from esep.model.claim import Claim

Link = Callable[..., tuple[Claim, ...]]


def topics(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.topic for claim in claims]


LISTS = [
    (
        "Industry rose by 8%, construction by 28% and housing by 30%.",
        ["industry", "construction", "housing"],
    ),
    (
        "Agriculture, construction and trade grew by 5.1%, 12.4% and 8.3%, respectively.",
        ["agri", "construction", "trade"],
    ),
    (
        "Рост отмечен в строительстве – на 12,4%, торговле – на 8,3%, транспорте – на 6,1%.",
        ["construction", "trade", "transport"],
    ),
    (
        "Машина жасау 45%, жеңіл өнеркәсіп 23,9%, дәрі-дәрмек 20% қосты.",
        ["machinery", "light_ind", "pharma"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_each_figure_of_a_list_has_its_own_topic(
    link: Link, text: str, expected: list[str]
) -> None:
    claims = link(text)
    assert topics(claims) == expected
    assert {claim.comparison for claim in claims} == {"yoy"}


PROJECTS = [
    "By the end of the year, 32 projects worth 210 billion tenge with 4,500 jobs are planned.",
    "До 2027 года намечено 84 проекта стоимостью 1,9 трлн тенге на 9,5 тыс. рабочих мест.",
    "2027 жылға дейін 84 жоба іске асырылады, құны 1,9 трлн теңге, 9,5 мың жұмыс орны ашылады.",
]


@pytest.mark.parametrize("text", PROJECTS)
def test_projects_have_a_price_and_jobs(link: Link, text: str) -> None:
    claims = link(text)
    assert topics(claims) == ["projects", "project_cost", "jobs"]
    assert all(claim.planned for claim in claims)


def test_a_part_stands_under_the_topic_of_its_whole(link: Link) -> None:
    assert topics(link("Auyl amanaty has produced 53 cooperatives, 46 of which got money.")) == [
        "auyl_amanaty",
        "auyl_amanaty",
    ]


UNITS = [
    ("13 schools for 13.8 thousand pupils were built.", ["count", "place"]),
    ("A dormitory with 500 beds was opened.", ["place"]),
    ("The resort received 231 thousand visitors.", ["person"]),
    ("The plant will give work to 300 people.", ["count"]),
    ("На объекте будут работать 300 рабочих.", ["count"]),
    ("28 мың балаға арналған 7 мектеп ашылды.", ["place", "count"]),
]


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_people_are_told_in_the_unit_of_what_they_stand_for(
    link: Link, text: str, expected: list[str]
) -> None:
    assert [claim.quantity.unit for claim in link(text)] == expected


COMPARISONS = [
    ("The short-term economic indicator was 108.2%.", "index_percent", "yoy"),
    ("Industrial output rose by 3.2%.", "percent", "yoy"),
    ("Өндіріс көлемі, өнеркәсіпте, 108,7%-ға артты.", "percent", "yoy"),
    ("Индекс физического объёма промышленности составил 103,4%.", "index_percent", "yoy"),
    ("Доля обрабатывающей промышленности достигла 62%.", "percent", "share"),
    ("Уровень безработицы снизился до 4,1%.", "percent", ""),
    ("Unemployment fell by 0.2 percentage points.", "percentage_point", "change"),
    ("Собственные доходы бюджета исполнены на 104,5%.", "percent", "plan_execution"),
    ("95% of villages have been provided with internet access.", "percent", ""),
    ("The region ranks fifth by gross regional product.", "rank", "rank"),
]


@pytest.mark.parametrize(("text", "unit", "comparison"), COMPARISONS)
def test_growth_index_share_and_level_are_told_apart(
    link: Link, text: str, unit: str, comparison: str
) -> None:
    (claim,) = link(text)
    assert (claim.quantity.unit, claim.comparison) == (unit, comparison)


INDICATORS = [
    ("The gross regional product grew by 4.2%.", "grp_volume"),
    ("Валовой региональный продукт составил 5 трлн тенге.", "grp"),
    ("Жұмыссыздық деңгейі 4,7 пайыз болды.", "unemployment_rate"),
    ("The average salary reached 350 thousand tenge.", "wages_nominal"),
    # Whatever is built is none of what there is, and meat is no milk.
    ("14 kindergartens were opened this year.", ""),
    ("Meat production reached 45 thousand tonnes.", ""),
]


@pytest.mark.parametrize(("text", "indicator"), INDICATORS)
def test_an_indicator_is_named_only_where_the_words_are_plain(
    link: Link, text: str, indicator: str
) -> None:
    assert link(text)[0].indicator == indicator


@pytest.mark.parametrize("value", ["4.7%", "47%", "0.3%"])
def test_the_value_chooses_nothing(link: Link, value: str) -> None:
    (claim,) = link(f"The unemployment rate was {value}.")
    assert claim.indicator == "unemployment_rate"


HOMONYMS = [
    ("Light industry grew by 12%.", "light_ind"),
    ("Five industrial zones are being equipped.", "ind_zones"),
    ("Prime Minister said that 12 schools were built.", "schools"),
    ("35 villages will be connected to gas.", "gas"),
    ("В связи с этим построено 15 школ.", "schools"),
    ("Жолаушылар тасымалы 9 пайызға өсті.", "transport"),
]


@pytest.mark.parametrize(("text", "topic"), HOMONYMS)
def test_words_with_two_meanings_do_not_mislead(link: Link, text: str, topic: str) -> None:
    assert topics(link(text)) == [topic]


def test_words_of_two_topics_may_mean_a_third(link: Link) -> None:
    claims = link("Investment came to 266 billion tenge, 89% of which was private.")
    assert topics(claims) == ["investment", "private_inv"]


def test_what_no_word_speaks_for_is_other(link: Link) -> None:
    assert topics(link("He mentioned 17 of them.")) in (["other"], [])


def test_another_country_is_linked_by_its_pack_alone(link: Link) -> None:
    claims = link("The jobless rate of River Region was 4.1%.", "threelands")
    assert [(claim.topic, claim.region_name) for claim in claims] == [("work", "River region")]


def test_what_is_created_with_a_plan_is_planned_and_what_was_created_is_not(link: Link) -> None:
    text = "Намечено 12 проектов с созданием 800 рабочих мест. Создано 300 рабочих мест."
    assert [claim.planned for claim in link(text)] == [True, True, False]


def test_flats_for_settlers_are_flats(link: Link) -> None:
    assert topics(link("Выкуплено 240 квартир для переселенцев.")) == ["apartments"]


def test_percentages_over_a_hundred_in_a_list_are_indices(link: Link) -> None:
    claims = link("Поголовье скота: овцы — 104,2%, лошади — 111,6%.")
    assert [claim.quantity.unit for claim in claims] == ["index_percent"] * 2


def test_a_percentage_of_what_is_named_next_is_no_index(link: Link) -> None:
    claims = link("К зиме готовы 92% жилых домов.")
    assert [claim.quantity.unit for claim in claims] == ["percent"]
