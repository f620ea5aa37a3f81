"""Are spans taken apart and joined only where that is lawful, on every engine?"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lands import indicator, observation

from esep.errors import BadRequest
from esep.indicators.span_rows import in_spans
from esep.indicators.spans import (
    Span,
    chained,
    recipe_rows,
    refuse_unless_chained,
    refuse_unless_lawful,
)
from esep.model.indicator import IndicatorKind
from esep.model.period import Period

TABLES = {span: pa.Table.from_pylist(recipe_rows(span)) for span in Span}


def spans_of(
    runner, observations, span: Span, *pairs: tuple[str, float], version: str = "C", **columns: Any
) -> list[dict[str, Any]]:
    rows = [observation("product", version, period, value, **columns) for period, value in pairs]
    return told(runner, observations, span, rows)


def told(runner, observations, span: Span, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    frame = in_spans(observations(rows), runner.frame(TABLES[span]), span, ["product"])
    return sorted(runner.collect(frame), key=lambda row: (row["region"], row["period_end"]))


def values(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    return {row["period"]: row["value"] for row in rows}


def test_quarters_are_differences_of_cumulative_spans(runner, observations) -> None:
    rows = spans_of(
        runner,
        observations,
        Span.QUARTER,
        ("2023-Q1", 10),
        ("2023-H1", 25),
        ("2023-01/2023-09", 45),
        ("2023", 70),
    )
    assert values(rows) == {"2023-Q1": 10, "2023-Q2": 15, "2023-Q3": 20, "2023-Q4": 25}
    first, second, *_ = rows
    assert (first["printed"], first["span_of"], first["stage"]) == ("10", "", "final")
    assert (second["printed"], second["span_of"]) == ("", "2023-H1 - 2023-Q1")
    assert (second["stage"], second["prior_period"]) == ("estimate", "2022-Q2")


def test_a_month_after_a_gap_is_not_made_up(runner, observations) -> None:
    pairs = (("2024-01", 4), ("2024-Q1", 15), ("2024-01/2024-04", 21))
    assert values(spans_of(runner, observations, Span.MONTH, *pairs)) == {
        "2024-01": 4,
        "2024-04": 6,
    }


def test_months_add_up_to_spans_until_one_is_missing(runner, observations) -> None:
    pairs = (("2024-01", 4), ("2024-02", 5), ("2024-03", 6), ("2024-05", 7))
    rows = spans_of(runner, observations, Span.CUMULATIVE, *pairs)
    assert values(rows) == {"2024-01": 4, "2024-01/2024-02": 9, "2024-Q1": 15}
    assert rows[-1]["span_of"] == "2024-01 + 2024-02 + 2024-03"


def test_what_was_published_stands_beside_what_could_be_made(runner, observations) -> None:
    pairs = (("2024-Q1", 10), ("2024-H1", 25), ("2024-Q2", 16))
    rows = spans_of(runner, observations, Span.QUARTER, *pairs)
    assert values(rows) == {"2024-Q1": 10, "2024-Q2": 16}
    assert {row["span_of"] for row in rows} == {""}


def test_no_month_is_the_difference_of_two_lands(runner, observations) -> None:
    before = observation("product", "A@origin", "2022-Q1", 10)
    after = observation("product", "A@2022-07-01", "2022-H1", 12)
    assert values(told(runner, observations, Span.QUARTER, [before, after])) == {"2022-Q1": 10}


def test_a_new_name_does_not_hinder_a_difference(runner, observations) -> None:
    rows = told(
        runner,
        observations,
        Span.QUARTER,
        [
            observation("product", "H@origin", "2023-Q1", 10),
            observation("product", "H@2023-01-01", "2023-H1", 30),
        ],
    )
    assert values(rows) == {"2023-Q1": 10, "2023-Q2": 20}
    assert rows[-1]["region_version"] == "H@2023-01-01"


def test_what_is_no_flow_stays_as_it_is(runner, observations) -> None:
    row = observation("rate", "C", "2024-H1", 5)
    assert values(told(runner, observations, Span.QUARTER, [row])) == {"2024-H1": 5}


@settings(max_examples=15, deadline=None, suppress_health_check=[*HealthCheck])
@given(months=st.lists(st.integers(-1000, 1000), min_size=1, max_size=12))
def test_there_and_back_again(runner, observations, months: list[int]) -> None:
    single = [(f"2024-{n:02}", value) for n, value in enumerate(months, start=1)]
    joined = values(spans_of(runner, observations, Span.CUMULATIVE, *single))
    assert len(joined) == len(months)
    assert values(spans_of(runner, observations, Span.MONTH, *joined.items())) == dict(single)


@pytest.mark.parametrize("kind", [IndicatorKind.INDEX, IndicatorKind.RATE, IndicatorKind.STOCK])
def test_what_does_not_accumulate_is_refused_with_the_reason(kind: IndicatorKind) -> None:
    with pytest.raises(BadRequest) as refused:
        refuse_unless_lawful(indicator("pulse", kind))
    assert refused.value.detail


def test_an_average_wage_is_refused_though_it_is_a_flow() -> None:
    with pytest.raises(BadRequest):
        refuse_unless_lawful(indicator("wage", additive=False))


# -- chains --------------------------------------------------------------------------------


def series(*pairs: tuple[str, int]) -> dict[Period, Decimal]:
    return {Period.parse(code): Decimal(value) for code, value in pairs}


def test_years_chain_and_spans_within_a_year_do_not() -> None:
    assert chained(series(("2022", 110), ("2023", 120))) == 132
    with pytest.raises(BadRequest, match="not a whole year"):
        chained(series(("2023-Q1", 110), ("2023-H1", 120)))
    with pytest.raises(BadRequest, match="missing year"):
        chained(series(("2021", 110), ("2023", 120)))


def test_only_an_index_against_the_year_before_is_chained() -> None:
    yearly = indicator("pulse", IndicatorKind.INDEX, base="same_period_previous_year")
    refuse_unless_chained(yearly, Period.parse("2021/2024"))
    for other in (indicator("product"), indicator("prices", IndicatorKind.INDEX, base="december")):
        with pytest.raises(BadRequest):
            refuse_unless_chained(other, None)
    with pytest.raises(BadRequest, match="not whole years"):
        refuse_unless_chained(yearly, Period.parse("2024-H1"))
