"""A figure is told of what its paragraph, its brackets and the figures before it speak of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from esep.model.claim import Claim

Link = Callable[..., tuple[Claim, ...]]


def topics(claims: Sequence[Claim]) -> list[str]:
    return [claim.topic for claim in claims]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Roads. This year 70 billion tenge went into 300 streets of 40 villages.", "roads"),
        ("Теперь о дорогах. В 40 сёлах потратили 70 млрд тенге.", "roads"),
        ("Дороги: на 300 улиц 40 сёл ушло 70 млрд тенге.", "roads"),
    ],
)
def test_what_a_paragraph_announces_speaks_for_its_figures(
    link: Link, text: str, told: str
) -> None:
    assert set(topics(link(text))) == {told}


def test_what_follows_brackets_says_nothing_of_the_figure_in_them(link: Link) -> None:
    claims = link("За год воплотили 210 проектов (18 млрд тенге), от жилья и дорог до школ.")
    assert topics(claims) == ["projects", "project_cost"]


def test_a_sentence_goes_on_about_things_and_not_about_their_jobs(link: Link) -> None:
    claims = link("В пуле 36 инвестпроектов (400 млрд тенге, 5 тысяч вакансий). Запущены 12.")
    assert topics(claims) == ["projects", "project_cost", "jobs", "projects"]


def test_a_figure_goes_on_about_the_last_one_of_its_own_sort(link: Link) -> None:
    claims = link(
        "В основной капитал вложено 640 млрд тенге, 72% – деньги частников. "
        "С января пришло ещё 210 млрд тенге."
    )
    assert topics(claims) == ["investment", "private_inv", "investment"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("На долю промышленности пришлось 28% валового регионального продукта.", "industry"),
        ("Сельское хозяйство даёт 8% ВРП.", "agri"),
        ("Валовой региональный продукт вырос на 4%.", "grp"),
    ],
)
def test_a_share_is_told_of_what_makes_it(link: Link, text: str, told: str) -> None:
    assert topics(link(text)) == [told]


def test_whom_things_are_for_is_not_what_is_counted(link: Link) -> None:
    assert topics(link("Купили 240 квартир для социально уязвимых семей.")) == ["apartments"]


def test_the_sector_is_the_one_the_paragraph_began_with(link: Link) -> None:
    claims = link("Аграрии произвели на 320 млрд тенге. Отрасль привлекла 24 млрд инвестиций.")
    assert topics(claims) == ["agri", "agri_inv"]


def test_the_names_of_indicators_make_a_word_no_plainer(link: Link) -> None:
    claims = link("Валовой региональный продукт вырос на 5%, инвесторы вложили 900 млрд тенге.")
    assert topics(claims) == ["grp", "investment"]


def test_a_plant_named_last_in_a_list_does_not_go_on(link: Link) -> None:
    claims = link("Строят 9 молочных ферм и завод. Производство молока выросло на 6%.")
    assert topics(claims) == ["livestock", "livestock"]


def test_a_dash_stands_for_the_measure_of_the_figure_before(link: Link) -> None:
    claims = link("Мяса ждут 80 тыс. тонн, молока – 190,4 тыс.")
    assert [claim.quantity.unit for claim in claims] == ["tonne", "tonne"]


@pytest.mark.parametrize(
    "text",
    [
        "Рост экономики – 103,4%.",
        "Инвестиции – 240 млрд тенге, 108% к прошлогоднему уровню.",
    ],
)
def test_a_percentage_held_against_a_year_is_an_index(link: Link, text: str) -> None:
    assert link(text)[-1].quantity.unit == "index_percent"


def test_metres_are_no_metro(link: Link) -> None:
    assert topics(link("Взлётную полосу удлинят на 600 метров.")) == ["airport"]


def test_a_part_of_a_sum_is_told_of_the_sum_whoever_takes_it(link: Link) -> None:
    claims = link(
        "Бюджет области – 640 млрд тенге. Социальная сфера забрала 52% этих денег. "
        "На развитие отвели 90 млрд тенге."
    )
    assert topics(claims) == ["budget", "budget", "budget"]


def test_where_a_part_of_a_sum_goes_is_not_what_it_is_of(link: Link) -> None:
    claims = link("Бюджет вырос на 80 млрд тенге, в том числе 30 млрд в образовании.")
    assert topics(claims) == ["budget", "budget"]


def test_a_part_of_lit_streets_is_told_of_light(link: Link) -> None:
    assert set(topics(link("По ночам светло на 150 из 600 улиц, это 25 процентов."))) == {
        "lighting"
    }


def test_a_label_of_time_keeps_what_was_announced(link: Link) -> None:
    claims = link("Дороги. В 2022–2023 годах: 60 сёл. В этом году: 41 село.")
    assert topics(claims) == ["roads", "roads"]


def test_who_builds_after_a_dash_is_not_what_is_built(link: Link) -> None:
    claims = link("Появится 70 школ: 40 построит государство, 30 – вскладчину с бизнесом.")
    assert topics(claims) == ["schools", "schools", "schools"]


def test_what_counted_things_stand_over_is_not_counted(link: Link) -> None:
    claims = link("Камер прибавилось 900: за улицами присмотрят 600.")
    assert set(topics(claims)) == {"safety"}


def test_a_part_without_a_noun_is_of_people_as_its_whole(link: Link) -> None:
    claims = link("Привлекли 300 врачей, из них в сёла поехали 120.")
    assert [(each.topic, each.quantity.unit) for each in claims] == [("health", "person")] * 2


def test_projects_of_tourism_stand_under_it(link: Link) -> None:
    claims = link("Теперь об отдыхе. Кластеру прописаны 12 проектов на 90 млрд тенге.")
    assert topics(claims) == ["tourism", "tourism"]
