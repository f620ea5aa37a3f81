"""Words of time mean the days a reader takes them for, seen from the day of the report."""

from __future__ import annotations

import time
from datetime import date

import pytest

from esep.language.reading.periods import periods
from esep.model.claim import PeriodRole, WrittenPeriod
from esep.model.passage import Sentence

DAY = date(2024, 6, 14)
OWN, BASE, HORIZON = PeriodRole.OWN, PeriodRole.BASE, PeriodRole.HORIZON


def read(text: str, language: str, day: date = DAY) -> tuple[WrittenPeriod, ...]:
    return periods(text, Sentence(0, len(text), language, 0), day=day)


def codes(text: str, language: str, day: date = DAY) -> list[str]:
    return [each.period.code for each in read(text, language, day)]


ENGLISH = {
    "industry for January-May 2024": "2024-01/2024-05",
    "from January to May": "2024-01/2024-05",
    "from January through May of this year": "2024-01/2024-05",
    "between January and May 2024": "2024-01/2024-05",
    "in Jan.-May 2024": "2024-01/2024-05",
    "January, February and March 2024": "2024-Q1",
    "the first five months of 2024": "2024-01/2024-05",
    "the results of four months": "2024-01/2024-04",
    "nine-month results": "2023-01/2023-09",
    "in Q3 of last year": "2023-Q3",
    "in the 2nd quarter of 2023": "2023-Q2",
    "over the last twenty years": "2005/2024",
    "in the first quarter": "2024-Q1",
    "the first three quarters of 2023": "2023-01/2023-09",
    "H1 2025": "2025-H1",
    "the first half of the year": "2024-H1",
    "last year": "2023",
    "this year's bill": "2024",
    "what 2022 had been like": "2022",
    "in 2024-25": "2024/2025",
    "in 2021/25": "2021/2025",
    "2024–2030": "2024/2030",
    "in 2024 and 2025": "2024/2025",
    "in 2024, 2025 and 2026": "2024/2026",
    "over the last three years": "2022/2024",
    "over the next three years": "2024/2026",
    "over the past decade": "2015/2024",
    "two years ago": "2022",
    "three months ago": "2024-03",
    "this autumn": "2024-09/2024-11",
    "the 2023-2024 academic year": "2023-09/2024-05",
    "at the start of the year": "2024-01-01",
    "as of 1 June 2024": "2024-06-01",
    "on June 14": "2024-06-14",
    "on June 14, 2024": "2024-06-14",
    "2024-06-14": "2024-06-14",
    "06/14/2024": "2024-06-14",
    "06/07/2024": "2024",
    "since January": "2024-01-01/2024-06-14",
    "since the start of the year": "2024-01-01/2024-06-14",
    "so far this year": "2024-01-01/2024-06-14",
    "since New Year": "2024-01-01/2024-06-14",
    "the previous three years": "2021/2023",
    "since 2020": "2020-01-01/2024-06-14",
    "last December": "2023-12",
    "In May 15 schools opened": "2024-05",
    "since March": "2024-03-01/2024-06-14",
    "in mid-2024": "2024",
    "in the three months to August 2023": "2023-06/2023-08",
    "full-year 2023": "2023",
    "over the year": "2023",
    "two years from now": "2026",
    "last week": "2024-06-03/2024-06-09",
}
RUSSIAN = {
    "за январь–май 2024 года": "2024-01/2024-05",
    "в январе – мае т.г.": "2024-01/2024-05",
    "с января по май текущего года": "2024-01/2024-05",
    "за 5 мес. 2024 г.": "2024-01/2024-05",
    "за 10 месяцев прошлого года": "2023-01/2023-10",
    "по итогам пяти месяцев": "2024-01/2024-05",
    "за девять месяцев": "2023-01/2023-09",
    "во II-м квартале 2023 года": "2023-Q2",
    "за последние двадцать лет": "2005/2024",
    "во II квартале т.г.": "2024-Q2",
    "3 квартал 2023 года": "2023-Q3",
    "за первые три квартала 2023 года": "2023-01/2023-09",
    "за I–III кварталы 2023 года": "2023-01/2023-09",
    "I полугодие": "2024-H1",
    "в первом полугодии 2025 года": "2025-H1",
    "в прошлом году": "2023",
    "в 2022-м": "2022",
    "год назад сданы": "2023",
    "через два года": "2026",
    "через 3 месяца": "2024-09",
    "в 2024 и 2025 годах": "2024/2025",
    "в 2021-2023 годах": "2021/2023",
    "с 2021 по 2025 год": "2021/2025",
    "на 2025–2027 годы": "2025/2027",
    "за последние три года": "2022/2024",
    "за пять последних лет": "2020/2024",
    "за пять первых месяцев": "2024-01/2024-05",
    "в ближайшие два года": "2024/2025",
    "в 1990-х годах": "1990/1999",
    "прошлый учебный год": "2022-09/2023-05",
    "в 2024/25 учебном году": "2024-09/2025-05",
    "этой зимой": "2024-12/2025-02",
    "на начало года": "2024-01-01",
    "на 1 июня": "2024-06-01",
    "14.06.2024": "2024-06-14",
    "14.VI.2024": "2024-06-14",
    "с начала года": "2024-01-01/2024-06-14",
    "с января": "2024-01-01/2024-06-14",
    "с 1 по 15 июня": "2024-06-01/2024-06-15",
    "план на год": "2024",
    "в первой половине года": "2024-H1",
    "в середине 2023 года": "2023",
    "в сентябре 2023 – мае 2024 года": "2023-09/2024-05",
    "на прошлой неделе": "2024-06-03/2024-06-09",
}
KAZAKH = {
    "2024 жылғы қаңтар-мамырда": "2024-01/2024-05",
    "қаңтар мен мамыр айлары": "2024-01/2024-05",
    "қаңтардан мамырға дейін": "2024-01/2024-05",
    "үстіміздегі жылдың қаңтар-мамыр айларында": "2024-01/2024-05",
    "осы жылдың 10 айының": "2024-01/2024-10",
    "былтырғы 11 айдың есебі": "2023-01/2023-11",
    "бес айда": "2024-01/2024-05",
    "он бір айда": "2023-01/2023-11",
    "биылғы бірінші жартыжылдықта": "2024-H1",
    "жылдың екінші жартысында": "2024-H2",
    "2023 жылдың IV тоқсанында": "2023-Q4",
    "былтыр": "2023",
    "келесі жылы": "2025",
    "үш жылда": "2022/2024",
    "соңғы 5 жыл ішінде": "2020/2024",
    "алдағы екі жылда": "2024/2025",
    "бір жыл бұрын": "2023",
    "үш ай бұрын": "2024-03",
    "соңғы он бес жылда": "2010/2024",
    "2021–2025 жылдарға арналған": "2021/2025",
    "2024 және 2025 жылдары": "2024/2025",
    "өткен оқу жылында": "2022-09/2023-05",
    "биылғы жылдың бес айында": "2024-01/2024-05",
    "үш тоқсанда": "2023-01/2023-09",
    "2024 жылдан бастап 2026 жылға дейін": "2024/2026",
    "2027 жылдың 1 қыркүйегінде": "2027-09-01",
    "қыркүйектің 1-інде": "2024-09-01",
    "осы күзде": "2024-09/2024-11",
    "жыл басында": "2024-01-01",
    "жыл басынан бері": "2024-01-01/2024-06-14",
    "қаңтардан бері": "2024-01-01/2024-06-14",
    "2024 жылғы 1 маусымға": "2024-06-01",
    "14 маусымда": "2024-06-14",
    "2024 jylǵy qańtar-mamyrda": "2024-01/2024-05",
    "2024 jılğı qañtar-mamırda": "2024-01/2024-05",
    "ótken jyldyń 9 aıynda": "2023-01/2023-09",
}
EXAMPLES = [
    (language, text, code)
    for language, examples in (("en", ENGLISH), ("ru", RUSSIAN), ("kk", KAZAKH))
    for text, code in examples.items()
]


@pytest.mark.parametrize(("language", "text", "code"), EXAMPLES)
def test_words_of_time_mean_an_interval(language: str, text: str, code: str) -> None:
    assert codes(text, language) == [code]


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "by 2030", HORIZON),
        ("en", "through to 2030", HORIZON),
        ("en", "before the end of the year", HORIZON),
        ("en", "compared with last year", BASE),
        ("en", "6% more than a year before", BASE),
        ("en", "up 4.7% year on year", BASE),
        ("en", "26% above 2022", BASE),
        ("en", "a rise of 16% on 2022", BASE),
        ("en", "against the same period of 2023", BASE),
        ("en", "finished last year", OWN),
        ("en", "a report on 2022", OWN),
        ("en", "1.5 times the 2022 level", BASE),
        ("en", "more than in all of last year", BASE),
        ("en", "by mid-2025", HORIZON),
        ("ru", "до 2030 года", HORIZON),
        ("ru", "к концу года", HORIZON),
        ("ru", "к 2030 году", HORIZON),
        ("ru", "к январю–маю 2023 года", BASE),
        ("ru", "к соответствующему периоду прошлого года", BASE),
        ("ru", "по сравнению с 2022 годом", BASE),
        ("ru", "больше, чем годом ранее", BASE),
        ("ru", "больше прошлогоднего показателя", BASE),
        ("ru", "выше уровня прошлого года", BASE),
        ("ru", "до середины 2025 года", HORIZON),
        ("kk", "2030 жылға дейін", HORIZON),
        ("kk", "жыл соңына қарай", HORIZON),
        ("kk", "өткен жылдың сәйкес кезеңімен салыстырғанда", BASE),
        ("kk", "былтырғы деңгейден 5% жоғары", BASE),
        ("kk", "өткен жылмен салыстырғанда", BASE),
        ("kk", "2025 жылдан бастап", OWN),
        ("kk", "2030-ға дейін", HORIZON),
    ],
)
def test_a_base_and_a_horizon_are_told_from_the_time_itself(
    language: str, text: str, role: PeriodRole
) -> None:
    assert [each.role for each in read(text, language)] == [role]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", "to date"), ("en", "now"), ("ru", "на сегодняшний день"), ("ru", "сейчас")),
        *(("kk", "қазір"), ("kk", "бүгінгі таңда"), ("kk", "осы күнге дейін")),
    ],
)
def test_the_present_is_the_day_of_the_report(language: str, text: str) -> None:
    (found,) = read(text, language)
    assert (found.period.code, found.present, found.role) == ("2024-06-14", True, OWN)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "half of the 18 districts reported growth"),
        ("en", "in the coming years"),
        ("en", "2 million tonnes a year"),
        ("en", "a 24-month loan"),
        ("en", "they may march on"),
        ("en", "the Kazakhstan-2050 strategy"),
        ("ru", "урожайность 25–30 ц/га, 6,3 процента, 88,5"),
        ("ru", "в последние годы"),
        ("ru", "2020 тонн"),
        ("ru", "в 2024 школах"),
        ("ru", "Марта Иванова открыла 19 506 мест"),
        ("ru", "1 млн тонн в год"),
        ("ru", "с 15 до 20 процентов"),
        ("kk", "13 800 орынға, 2 700-ден астам"),
        ("kk", "жылына 2 млн тонна"),
        ("kk", "қаланы қысқа әзірлеу"),
        ("kk", "тоқсан пайыз"),
        ("kk", "соңғы жылдары"),
    ],
)
def test_numbers_and_words_that_are_no_time_are_left_alone(language: str, text: str) -> None:
    assert codes(text, language) == []


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2024, 6, 14), "2023-01/2023-11"),
        (date(2024, 12, 5), "2024-01/2024-11"),
        (date(2024, 11, 29), "2024-01/2024-11"),
        (date(2025, 1, 10), "2024-01/2024-11"),
    ],
)
def test_so_many_months_are_those_of_the_year_in_which_they_have_passed(
    day: date, code: str
) -> None:
    assert codes("за 11 месяцев", "ru", day) == [code]
    assert codes("over the past 11 months", "en", day) == [
        "2023-07/2024-05" if day == DAY else code
    ]
    assert codes("11 айда", "kk", day) == [code]


def test_the_years_before_end_where_the_years_told_of_begin() -> None:
    text = "за два года больше, чем за семь предыдущих лет"
    assert codes(text, "ru", date(2025, 8, 10)) == ["2024/2025", "2017/2023"]


def test_one_month_is_compared_with_another() -> None:
    first, second = read("в августе к июлю", "ru", date(2024, 9, 14))
    assert (first.role, second.role, second.period.code) == (OWN, BASE, "2024-07")


def test_a_year_of_work_is_the_last_one_in_the_first_months_of_a_year() -> None:
    assert codes("за два года", "ru", date(2025, 2, 10)) == ["2023/2024"]
    assert codes("за два года", "ru", date(2025, 8, 10)) == ["2024/2025"]


def test_a_month_alone_is_the_nearest_and_ahead_after_by() -> None:
    assert codes("к ноябрю", "ru", date(2023, 12, 14)) == ["2023-11"]
    assert codes("в ноябре", "ru", date(2024, 2, 1)) == ["2023-11"]
    assert codes("by December", "en", date(2024, 3, 1)) == ["2024-12"]


def test_the_digits_of_time_are_masked_and_those_of_figures_are_not() -> None:
    text = "На 01.01.2024 г. действовало 136,7 тыс. субъектов, к 2030 году их будет 2024."
    assert [each.text for each in read(text, "ru")] == ["01.01.2024", "2030 году"]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize(
    "piece", ["1", "2024 ", "2024-", "May, ", "2024-06-14", "from the ", "5 ", "'", "\u200f", "1/"]
)
def test_hostile_text_is_read_in_linear_time(language: str, piece: str) -> None:
    def cost(length: int) -> float:
        text = (piece * length)[:length]
        began = time.process_time()
        read(text, language)
        return time.process_time() - began

    cost(1000)
    assert cost(40_000) < 40 * max(cost(4_000), 0.01)
