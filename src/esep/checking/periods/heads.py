"""Of which period is a cell of a table, by the words of its row, its column and its table?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from esep.language.reading.periods import periods
from esep.model.claim import PeriodRole, WrittenPeriod
from esep.model.passage import Passage, Sentence
from esep.model.period import Period, PeriodKind

_YEAR = re.compile(r"(?:19|20)\d{2}")
_LAST = re.compile(r", ((?:19|20)\d{2})(?=,|$)")


def period_of_cell(passage: Passage, language: str, *, day: date) -> Period | None:
    """The nearest head that names a period; a head with a year alone dates one with months."""
    for head in passage.heads[:2]:
        if _YEAR.fullmatch(head):
            return Period.year(int(head))
    found = [
        written
        for head in passage.heads
        for written in periods(head, Sentence(0, len(head), language, 0), day=day)
        if written.role is PeriodRole.OWN
    ]
    if not found:
        return _last_year(passage.heads)
    period = found[0].period
    year = next((each for each in found if each.period.kind is PeriodKind.YEAR), None)
    parts = next((each for each in found if _in_a_year(each)), None)
    if year and parts:
        return parts.period.years_before(parts.period.start.year - year.period.start.year)
    return period


def _last_year(heads: Sequence[str]) -> Period | None:
    """A year between commas, where nothing says that it is one: `Regions by output, 2022, %`."""
    years = (_LAST.search(head) for head in heads)
    return next((Period.year(int(year[1])) for year in years if year), None)


def _in_a_year(written: WrittenPeriod) -> bool:
    """Whether it is a part of a year whose year the words themselves leave open."""
    period = written.period
    named = str(period.start.year) in written.text
    return period.start.year == period.end.year and period.kind is not PeriodKind.YEAR and not named
