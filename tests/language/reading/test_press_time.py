"""Words of time as feature writers put them: the end of a year, a year outdone, months told of."""

from __future__ import annotations

from datetime import date

import pytest

from esep.language.reading.periods import periods
from esep.model.claim import PeriodRole
from esep.model.passage import Sentence

OWN, BASE, HORIZON = PeriodRole.OWN, PeriodRole.BASE, PeriodRole.HORIZON
TOLD = [
    ("en", "A further nine come into service before it ends.", "2024", HORIZON),
    ("en", "Before 2027 is out the city gets its tram.", "2027", HORIZON),
    ("en", "Looking two years ahead, they want more schools.", "2024/2025", OWN),
    ("en", "The fund grew, outdoing last year's result by a fifth.", "2023", BASE),
    ("en", "It was four times the figure of 2022.", "2022", BASE),
    ("en", "This beats 2022 by a fifth.", "2022", BASE),
    ("en", "That is twice as many as in 2022.", "2022", BASE),
    ("en", "His account dealt with 2023.", "2023", OWN),
    ("en", "The region closed 2023 with growth.", "2023", OWN),
    ("en", "The outgoing year was kind.", "2024", OWN),
    ("en", "EAST: FIVE MONTHS IN FIGURES", "2024-01/2024-05", OWN),
    ("en", "Over the next decade more will come.", "2024/2033", OWN),
    ("ru", "К исходу нынешнего аким ждёт большего.", "2024", HORIZON),
    ("ru", "До его конца сдадут ещё две.", "2024", HORIZON),
    ("ru", "Под ёлку сельчане получат газ.", "2024", HORIZON),
    ("ru", "План года – сдать школу.", "2024", OWN),
    ("ru", "Запас сделан на два года вперёд.", "2024/2025", OWN),
    ("ru", "Больше, чем за тот же период в 2023 году.", "2023", BASE),
    ("ru", "Рост есть, обойдя прошлый год.", "2023", BASE),
    ("ru", "За последнюю пятилетку открыли школы.", "2020/2024", OWN),
    ("ru", "Пять месяцев завершили с ростом.", "2024-01/2024-05", OWN),
    ("ru", "Уходящий год был щедрым.", "2024", OWN),
    ("ru", "Рост – 4% к тому же отрезку 2023 года.", "2023", BASE),
    ("ru", "Рост – 4% к аналогичному промежутку 2023 года.", "2023", BASE),
]


@pytest.mark.parametrize(("language", "text", "code", "role"), TOLD)
def test_words_of_the_press_mean_days_and_a_role(
    language: str, text: str, code: str, role: PeriodRole
) -> None:
    found = periods(text, Sentence(0, len(text), language, 0), day=date(2024, 6, 14))
    assert [(each.period.code, each.role) for each in found] == [(code, role)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The clinics were brought up to date."),
        ("en", "The mill employs 2024 people."),
        ("ru", "Три школы открыты в прошлом виде."),
    ],
)
def test_what_looks_like_time_is_left_alone(language: str, text: str) -> None:
    assert periods(text, Sentence(0, len(text), language, 0), day=date(2024, 6, 14)) == ()


def test_a_year_is_named_by_its_adjective_after_another() -> None:
    text = "В прошлом году ввели пять домов, в текущем ждут шесть."
    found = periods(text, Sentence(0, len(text), "ru", 0), day=date(2024, 6, 14))
    assert [each.period.code for each in found] == ["2023", "2024"]


def test_soon_after_new_year_the_one_that_has_been_is_meant() -> None:
    text = "К Новому году семьям раздали подарки."
    found = periods(text, Sentence(0, len(text), "ru", 0), day=date(2024, 1, 20))
    assert [(each.period.code, each.role) for each in found] == [("2023", OWN)]


@pytest.mark.parametrize(
    ("text", "code", "role"),
    [
        ("До новогодних праздников достроят дом.", "2024", HORIZON),
        ("Под занавес года ждут большего.", "2024", HORIZON),
        ("Область намерена закрыть год с прибытком.", "2024", OWN),
        ("Аким приехал с итогами пяти месяцев 2024 года.", "2024-01/2024-05", OWN),
        ("План на весь год велик.", "2024", OWN),
    ],
)
def test_the_end_of_a_year_and_the_results_of_months_are_told(
    text: str, code: str, role: PeriodRole
) -> None:
    found = periods(text, Sentence(0, len(text), "ru", 0), day=date(2024, 6, 14))
    assert [(each.period.code, each.role) for each in found] == [(code, role)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("В прошлом году посадили 12 аллей, в нынешнем 19.", ["2023", "2024"]),
        ("Мост сдали в прошлом году, рынок – в нынешнем.", ["2023", "2024"]),
        ("В прошлом году ввели 4 моста, в нынешнем намечено 6.", ["2023", "2024"]),
        ("В прошлом году очереди ушли в прошлое.", ["2023"]),
        ("В прошлом году было 5, в прошлом отчёте столько же.", ["2023"]),
    ],
)
def test_a_year_may_be_left_out_after_another_at_the_end_of_a_clause(
    text: str, codes: list[str]
) -> None:
    found = periods(text, Sentence(0, len(text), "ru", 0), day=date(2024, 6, 14))
    assert [each.period.code for each in found] == codes
