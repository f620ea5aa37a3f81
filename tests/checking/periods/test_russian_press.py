"""Periods in Russian press texts: what a report says it is about, plans by their verb."""

from __future__ import annotations

from datetime import date

import pytest

from esep.catalog.load import load_catalog
from esep.checking.documents.read import read_document
from esep.checking.reading import read_claims

DAY = date(2024, 8, 20)
LEAD = "Аким отчитался о первом полугодии 2024 года.\n\n"


def _read(text: str) -> list[tuple[str, str | None, bool]]:
    read = read_document(text.encode(), name="t.txt")
    found = read_claims(read, load_catalog("kazakhstan"), day=DAY)
    return [(c.quantity.text, c.period.code if c.period else None, c.planned) for c in found.claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Парк украсили 12 аллей в прошлом году и ещё 19 – в нынешнем. Об этом аким сказал в "
            "отчёте о первом полугодии 2024 года.\n\nВ область вложено 40 млрд тенге.",
            [
                ("12 аллей", "2023", False),
                ("19", "2024", False),
                ("40 млрд тенге", "2024-H1", False),
            ],
        ),
        (LEAD + "За три года нацпроект подарит сёлам 14 школ.", [("14 школ", "2024/2026", True)]),
        (LEAD + "В 2026 году область обогатится на 9 школ.", [("9 школ", "2026", True)]),
        (
            LEAD + "Водопровод протянут в 20 сёл.",
            [("20 сёл", "2024-H1", False)],
        ),
        (
            LEAD + "Выпуск промышленности – 3 трлн тенге, область впереди всех.",
            [("3 трлн тенге", "2024-H1", False)],
        ),
        (
            LEAD + "Построено 12 «школ будущего».",
            [("12", "2024-H1", False)],
        ),
        (
            LEAD + "Инвестиции составили 111,5% к тому же отрезку 2023 года.",
            [("111,5%", "2024-H1", False)],
        ),
    ],
)
def test_a_figure_has_the_period_a_reader_gives_it(
    text: str, expected: list[tuple[str, str | None, bool]]
) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        (
            "Платить больше согласились 30 предприятий, поднимать жалованье начнут с января.",
            "wages",
        ),
        ("Область дала 40 тыс. тонн рафинада.", "agri_proc"),
    ],
)
def test_a_figure_stands_under_the_topic_of_its_words(text: str, topic: str) -> None:
    read = read_document(text.encode(), name="t.txt")
    found = read_claims(read, load_catalog("kazakhstan"), day=DAY)
    assert found.claims[0].topic == topic
