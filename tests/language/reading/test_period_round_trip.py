"""Is every period that a language writes read back as the same days?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esep.language import CODES, language
from esep.language.base import PERIOD_FRAMES
from esep.language.reading.periods import periods
from esep.model.indicator import PeriodConvention
from esep.model.passage import Sentence
from esep.model.period import Period

_DAY = date(2024, 6, 14)
_YEARS = st.integers(1995, 2045)
_MONTHS = st.integers(1, 12)
_DAYS = st.dates(date(1995, 1, 1), date(2045, 12, 31))
_PERIODS = st.one_of(
    _YEARS.map(Period.year),
    st.builds(lambda y, a, b: Period.months(y, min(a, b), max(a, b)), _YEARS, _MONTHS, _MONTHS),
    _DAYS.map(Period.point),
    st.builds(lambda y, n: Period.parse(f"{y}/{y + n}"), _YEARS, st.integers(1, 15)),
    st.builds(lambda y, a, b: Period.parse(f"{y}-{a:02}/{y + 1}-{b:02}"), _YEARS, _MONTHS, _MONTHS),
    st.builds(lambda d, n: Period(d, d + timedelta(days=n)), _DAYS, st.integers(1, 400)),
)
_CONVENTIONS = st.sampled_from([None, PeriodConvention.CUMULATIVE, PeriodConvention.QUARTERLY])


@pytest.mark.parametrize("code", CODES)
@given(period=_PERIODS, convention=_CONVENTIONS, data=st.data())
def test_a_period_is_read_as_it_was_written_in_every_case(
    code: str, period: Period, convention: PeriodConvention | None, data: st.DataObject
) -> None:
    writer = language(code)
    case = data.draw(st.sampled_from(["", *writer.cases, *PERIOD_FRAMES]))
    text = writer.period(period, case=case, convention=convention)

    found = periods(text, Sentence(0, len(text), code, 0), day=_DAY)

    assert [each.period for each in found] == [period], text


@pytest.mark.parametrize("code", CODES)
@given(day=_DAYS)
def test_a_short_date_is_one_day(code: str, day: date) -> None:
    text = language(code).date_short(day)

    found = periods(text, Sentence(0, len(text), code, 0), day=_DAY)

    assert [each.period for each in found] == [Period.point(day)]
