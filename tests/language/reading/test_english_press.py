"""Ways of English press texts: abbreviations, counted animals, numbers that state nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from esep.checking.documents import read_document
from esep.language.reading.periods import periods
from esep.language.reading.quantities import quantities
from esep.language.reading.sentences import sentences
from esep.language.reading.under_way import under_way
from esep.model.passage import Sentence
from tests.language.reading.tenge import TENGE

DAY = date(2024, 11, 20)


def claims(text: str) -> list[tuple[Decimal, str]]:
    read = quantities(text, Sentence(0, len(text), "en", 0), money=TENGE)
    return [(each.number, each.unit) for each in read if not each.not_claim]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Projects worth KZT2.5tln", [(2_500_000_000_000, "KZT")]),
        ("a farm for 1,200 heads of cattle", [(1200, "count")]),
        ("The herd has 4,300 heads.", [(4300, "count")]),
        ("Firms numbered 41,200 or 93.4% of the year before", [(41_200, "count"), ("93.4", None)]),
    ],
)
def test_a_number_has_the_unit_its_words_give(
    text: str, expected: list[tuple[object, str | None]]
) -> None:
    found = claims(text)
    assert len(found) == len(expected)
    for (number, unit), (wanted, wanted_unit) in zip(found, expected, strict=True):
        assert number == Decimal(str(wanted))
        assert wanted_unit is None or unit == wanted_unit


@pytest.mark.parametrize(
    "text",
    [
        "It met 12 heads of state.",
        "Output fell for the first time in 15 years.",
        "The region is the first in launching such farms.",
        "It was done under the Harvest 3 programme.",
        "There are no three-shift schools left.",
        "The plan has five major areas.",
        "A mill will be built in four stages.",
    ],
)
def test_some_numbers_state_nothing(text: str) -> None:
    assert claims(text) == []


def test_what_is_listed_after_and_is_no_hedge_of_what_went_before() -> None:
    text = "29 projects for 195 billion tenge and more than 2,700 jobs"
    money = quantities(text, Sentence(0, len(text), "en", 0), money=TENGE)[1]
    assert money.hedge is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since the year beginning", "2024-01-01/2024-11-20"),
        ("over the year to date", "2024-01-01/2024-11-20"),
        ("It was paid since Jan. 1.", "2024-01-01/2024-11-20"),
        ("Since January 15 schools were opened.", "2024-01-01/2024-11-20"),
        ("loans for spring field work", None),
        ("schools are ready for the heating season", None),
        ("as of Sept. 1, 2024", "2024-09-01"),
    ],
)
def test_words_of_time_mean_a_period(text: str, expected: str | None) -> None:
    found = periods(text, Sentence(0, len(text), "en", 0), day=DAY)
    assert [str(each.period) for each in found] == ([expected] if expected else [])


def test_a_month_written_short_ends_no_sentence() -> None:
    read = read_document(b"As of Sept. 1, 2024, there were 500 firms.", name="report.txt")
    assert len(sentences(read)) == 1


@pytest.mark.parametrize(
    "text",
    ["14 mills are under implementation", "the region is implementing 9 projects"],
)
def test_work_that_goes_on_is_under_way(text: str) -> None:
    assert list(under_way(text, 0, len(text), "en"))
