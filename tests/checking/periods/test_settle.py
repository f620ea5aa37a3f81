"""A figure is of the period its clause names, else its paragraph, else the opening."""

from __future__ import annotations

import time
from datetime import date

import pytest

from tests.checking.periods.conftest import settled

LEAD = "The governor reported on January-May 2024.\n\n"
LEAD_RU = "Аким доложил об итогах пяти месяцев 2024 года.\n\n"
LEAD_KK = "Әкім 2024 жылдың бес айының қорытындысын баяндады.\n\n"

EXAMPLES = {
    # own words of the clause
    LEAD + "[13 schools] were opened last year, and [20|plan] more are due in 2024-25.": [
        "2023 explicit",
        "2024/2025 explicit",
    ],
    LEAD + "Exports were [640 million|money] in 2023; imports were [300 million|money].": [
        "2023 explicit",
        "2023 explicit",
    ],
    LEAD + "At [1.2 trillion|money], investment of the first four months rose [5%|yoy].": [
        "2024-01/2024-04 explicit",
        "2024-01/2024-04 explicit",
    ],
    LEAD + "Industry grew [5%|yoy], in May alone [3%|yoy].": [
        "2024-01/2024-05 inherited",
        "2024-05 explicit",
    ],
    LEAD + "There were [100 firms] on 1 January, [6%|yoy] more than a year before.": [
        "2024-01-01 explicit",
        "2024-01-01 explicit",
    ],
    # the paragraph, then the opening
    LEAD + "In January-April trade grew [5%|yoy]. Construction added [7%|yoy].": [
        "2024-01/2024-04 explicit",
        "2024-01/2024-04 inherited",
    ],
    LEAD + "In 2023 trade grew [5%|yoy].\n\nConstruction added [7%|yoy].": [
        "2023 explicit",
        "2024-01/2024-05 inherited",
    ],
    LEAD + "There were [100 firms] at the start of the year. [3 plants] opened.": [
        "2024-01-01 explicit",
        "2024-01/2024-05 inherited",
    ],
    LEAD + "By 2030 [9 plants|plan] are planned. [3 plants] opened.": [
        "2024/2030 explicit",
        "2024-01/2024-05 inherited",
    ],
    LEAD + "In May trade grew [5%|yoy topic:trade]. Sown were [9 ha|topic:crops].": [
        "2024-05 explicit",
        "2024-01/2024-05 inherited",
    ],
    LEAD + "In May trade grew [5%|yoy topic:trade]. Shops sold [9%|topic:trade].": [
        "2024-05 explicit",
        "2024-05 inherited",
    ],
    LEAD + "There are [60 firms], up from [55|from] in 2022.": [
        "2024-01/2024-05 inherited",
        "2022 explicit",
    ],
    LEAD + "Trade grew [6%|yoy] against [5%|yoy] a year earlier.": [
        "2024-01/2024-05 inherited",
        "2023-01/2023-05 explicit",
    ],
    LEAD_RU + "Рост – [6%|yoy] против [5%|yoy] годом ранее.": [
        "2024-01/2024-05 inherited",
        "2023-01/2023-05 explicit",
    ],
    LEAD_RU + "Прошлой зимой пострадало [50 домов], их починят [все|plan].": [
        "2023-12/2024-02 explicit",
        "- -",
    ],
    LEAD_RU + "К отопительному сезону починят [50 домов|plan].": ["2024 explicit"],
    # under way, now
    LEAD + "[7 zones] are being built; [9 plants|plan] are planned by 2027.": [
        "2024-06-14 implied",
        "2024/2027 explicit",
    ],
    LEAD + "Buses, which are being renewed, made [130 trips].": ["2024-01/2024-05 inherited"],
    LEAD + "A plant for [80 bln|money] is being built.": ["- -"],
    LEAD + "[Six plants] for [80 bln|money] are being built.": [
        "2024-06-14 implied",
        "2024-06-14 implied",
    ],
    LEAD + "[40 farms] now work there.": ["2024-06-14 explicit"],
    # plans
    LEAD + "[9 plants|plan] are to be built.": ["- -"],
    LEAD + "The share is to rise from [19%|from plan] to [25%|plan] by 2027.": [
        "2024-01/2024-05 inherited",
        "2027 explicit",
    ],
    LEAD + "By winter [8 houses|plan] will be ready.": ["2024 explicit"],
    LEAD + "In three years [8 houses|plan] will be built.": ["2024/2026 explicit"],
    LEAD + "In three years [8 houses] were built.": ["2022/2024 explicit"],
    LEAD + "By 2027 [8 houses|plan] will stand. They give [900 jobs|plan].": [
        "2024/2027 explicit",
        "2024/2027 inherited",
    ],
    LEAD + "By 2027 [8 plants|plan] will stand. Their share will be [9%|plan].": [
        "2024/2027 explicit",
        "2027 inherited",
    ],
    LEAD + "Farmers will bring in [540 tonnes|plan tonne].": ["2024 implied"],
    # nothing said
    "The governor was received.\n\n[3 plants] were opened.": ["- -"],
    "The governor was received.\n\nHe inspected a hospital with [200 beds].": [
        "2024-06-14 implied"
    ],
    # Russian
    LEAD_RU + "Заложены [92 школы], строятся [две больницы].": [
        "2024-01/2024-05 inherited",
        "2024-06-14 implied",
    ],
    LEAD_RU + "До 2030 года намечены [207 проектов|plan], из них на текущий год – [58|plan].": [
        "2024/2030 explicit",
        "2024 explicit",
    ],
    LEAD_RU + "Собрано [4 млрд|money], итого с января – [5 млрд|money].": [
        "2024-01/2024-05 inherited",
        "2024-01/2024-05 explicit",
    ],
    LEAD_RU + "С января открыто [5 школ].": ["2024-01-01/2024-06-14 explicit"],
    LEAD_RU + "Рост на [6%|yoy] против [5%|yoy] в 2022 году.": [
        "2024-01/2024-05 inherited",
        "2022 explicit",
    ],
    LEAD_RU + "За два года построят [8 школ|plan].": ["2024/2025 explicit"],
    LEAD_RU + "Сдадут [8 школ|plan], все они откроются в 2025 году.": ["2025 explicit"],
    LEAD_RU + "В этом году заняты дорогами. Ремонтируются [1300 км].": ["2024 inherited"],
    "За три года область окрепла.\n\nОткрыто [5 школ].": ["2022/2024 inherited"],
    # Kazakh
    LEAD_KK + "Былтыр [8 мектеп] ашылды, биыл [9|plan] ашылады.": [
        "2023 explicit",
        "2024 explicit",
    ],
    LEAD_KK + "2030 жылға дейін [120 жоба|plan] бар: [4 мың жұмыс орны|plan].": [
        "2024/2030 explicit",
        "2024/2030 explicit",
    ],
    LEAD_KK + "Қазір [екі ферма] салынып жатыр.": ["2024-06-14 explicit"],
    LEAD_KK + "[Екі ферма] салынып жатыр.": ["2024-06-14 implied"],
    LEAD_KK + "Инвестиция былтырғы осы мерзімнен [42%|yoy] артты.": ["2024-01/2024-05 inherited"],
}


@pytest.mark.parametrize(("text", "expected"), EXAMPLES.items(), ids=range(len(EXAMPLES)))
def test_each_figure_has_the_period_a_reader_gives_it(text: str, expected: list[str]) -> None:
    assert settled(text) == expected


def test_a_list_is_one_paragraph() -> None:
    text = "Итоги:\n\n– промышленность в 2023 году выросла на [8%|yoy];\n– жильё – на [30%|yoy].\n"
    assert settled(text) == ["2023 explicit", "2023 inherited"]


def test_a_total_since_january_of_a_report_in_english_runs_to_its_day() -> None:
    text = LEAD + "Since January [5 billion|money] came in."
    assert settled(text) == ["2024-01-01/2024-06-14 explicit"]


def test_a_text_of_many_figures_is_settled_in_linear_time() -> None:
    def cost(figures: int) -> float:
        text = LEAD + "In 2023 there were [5 schools], " * figures
        began = time.process_time()
        settled(text)
        return time.process_time() - began

    cost(20)
    assert cost(1600) < 24 * max(cost(200), 0.02)


def test_a_report_of_the_last_day_of_a_month_may_be_about_that_month() -> None:
    text = "Mr Mamin came.\n\nOver the past 10 months output grew [5%|yoy].\n\nMilk: [6%|yoy]."
    assert settled(text, date(2020, 10, 30)) == [
        "2020-01/2020-10 explicit",
        "2020-01/2020-10 inherited",
    ]
