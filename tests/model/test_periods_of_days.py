from __future__ import annotations

import pytest

from esep.model.period import Period, PeriodKind, PeriodSyntaxError


def test_since_january_is_a_run_of_days():
    period = Period.parse("2024-01-01/2024-06-14")
    assert period.kind is PeriodKind.SPAN
    assert period.code == "2024-01-01/2024-06-14"
    assert period.years_before(1).code == "2023-01-01/2023-06-14"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2024-01-01/2024-04-30", "2024-01/2024-04"),
        ("2024-01-01/2024-12-31", "2024"),
        ("2024-03-05/2024-03-05", "2024-03-05/2024-03-05"),
    ],
)
def test_days_that_make_whole_months_are_those_months(written, code):
    assert Period.parse(written).code == code
    assert Period.parse(code) == Period.parse(written)


@pytest.mark.parametrize("text", ["2024-01-01/2024-05", "2024-01/2024-05-15", "2024/2024-01-01"])
def test_a_run_begins_and_ends_in_the_same_kind(text):
    with pytest.raises(PeriodSyntaxError):
        Period.parse(text)
