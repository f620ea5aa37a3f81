"""Are spans taken apart and joined only where that is lawful, and as the domain says?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lands import indicator

from esep.errors import BadRequest
from esep.indicators.real import deflated, implicit_deflator
from esep.indicators.spans import (
    chained,
    cumulative,
    cumulative_index,
    discrete,
    discrete_index,
)
from esep.model.indicator import IndicatorKind
from esep.model.period import Period, PeriodKind

FLOW = indicator("product", prices="current")
PRICES = indicator("prices", IndicatorKind.INDEX)


def series(*pairs: tuple[str, int]) -> dict[Period, Decimal]:
    return {Period.parse(code): Decimal(value) for code, value in pairs}


def test_quarters_are_differences_of_cumulative_spans() -> None:
    spans = series(("2023-Q1", 10), ("2023-H1", 25), ("2023-01/2023-09", 45), ("2023", 70))
    assert discrete(spans, FLOW, PeriodKind.QUARTER) == series(
        ("2023-Q1", 10), ("2023-Q2", 15), ("2023-Q3", 20), ("2023-Q4", 25)
    )


def test_a_month_after_a_gap_is_not_made_up() -> None:
    spans = series(("2024-01", 4), ("2024-Q1", 15), ("2024-01/2024-04", 21))
    assert discrete(spans, FLOW, PeriodKind.MONTH) == series(("2024-01", 4), ("2024-04", 6))


@pytest.mark.parametrize("kind", [IndicatorKind.INDEX, IndicatorKind.RATE, IndicatorKind.STOCK])
def test_what_does_not_accumulate_is_refused_with_the_reason(kind: IndicatorKind) -> None:
    for change in (discrete, cumulative):
        with pytest.raises(BadRequest) as refused:
            change(series(("2024-01", 104)), indicator("pulse", kind), PeriodKind.MONTH)
        assert refused.value.detail


def test_an_average_wage_is_refused_though_it_is_a_flow() -> None:
    with pytest.raises(BadRequest):
        discrete(series(("2024-01", 4)), indicator("wage", additive=False), PeriodKind.MONTH)


@given(months=st.lists(st.integers(-1000, 1000).map(Decimal), min_size=1, max_size=12))
def test_there_and_back_again(months: list[Decimal]) -> None:
    single = {Period.months(2024, n, n): value for n, value in enumerate(months, start=1)}
    spans = cumulative(single, FLOW, PeriodKind.MONTH)
    assert len(spans) == len(months)
    assert discrete(spans, FLOW, PeriodKind.MONTH) == single


def test_the_two_months_of_the_press_lie_between_them() -> None:
    # January 104.5, February 110.3, two months 107.3 (domain notes 1.4)
    joined = cumulative_index([(Decimal(30), Decimal("104.5")), (Decimal(28), Decimal("110.3"))])
    assert round(joined, 1) == Decimal("107.3")
    share = Decimal(28) / Decimal(58)
    assert round(discrete_index(joined, Decimal("104.5"), share), 6) == Decimal("110.3")


@pytest.mark.parametrize("share", ["0", "-0.1", "1.2"])
def test_a_month_without_its_share_is_refused(share: str) -> None:
    with pytest.raises(BadRequest):
        discrete_index(Decimal(107), Decimal(104), Decimal(share))
    with pytest.raises(BadRequest):
        cumulative_index([])


def test_years_chain_and_spans_within_a_year_do_not() -> None:
    assert chained(series(("2022", 110), ("2023", 120))) == 132
    with pytest.raises(BadRequest, match="not a whole year"):
        chained(series(("2023-Q1", 110), ("2023-H1", 120)))
    with pytest.raises(BadRequest, match="missing year"):
        chained(series(("2021", 110), ("2023", 120)))


def test_what_is_deflated_is_an_estimate_and_names_its_index() -> None:
    # Turkistan, first quarter 2024 (domain notes 2.1): wages +10.3 %, prices 108.8
    found = deflated(Decimal("110.3"), FLOW, price_index=Decimal("108.8"), deflator=PRICES)
    assert round(found.value, 1) == Decimal("101.4")
    assert (found.stage, found.deflator) == ("estimate", "prices")


def test_nominal_and_real_growth_give_the_prices_between_them() -> None:
    # Gross domestic product 2023 (domain notes 2.1)
    nominal = Decimal("119442289.7") / Decimal("103765518.2") * 100
    prices = implicit_deflator(growth_index=nominal, volume_index=Decimal("105.1"))
    assert round(prices, 1) == Decimal("109.5")


def test_what_is_real_already_is_not_deflated() -> None:
    with pytest.raises(BadRequest):
        deflated(Decimal(1), indicator("x"), price_index=Decimal(100), deflator=PRICES)
    with pytest.raises(BadRequest):
        deflated(Decimal(1), FLOW, price_index=Decimal(100), deflator=FLOW)
