"""One indicator as lines of facts: for all regions, or for some over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from esep.facts.book import OVER_TIME, FactBook
from esep.facts.verdict import because
from esep.model.fact import Comparability, Comparison, Fact
from esep.model.period import Period

TIDY = ("indicator", "region", "period", "value", "unit", "comparison", "base", "stage", "note")
"""The columns of the observations CSV: what is shown can be loaded again."""


@dataclass(frozen=True, slots=True)
class Line:
    region: str
    level: Fact
    comparison: Comparison | None = None
    compared: Fact | None = None
    remark: str = ""
    """Whether the comparison stands as it does a year before: comparable, or not."""
    because: str = ""
    """How it was made comparable, or why it is not."""
    note: str = ""
    """A sentence for the reader: what changed, and what can be compared instead."""
    base: str = ""
    real: Fact | None = None
    """Beside a growth at current prices: the volume index that says the real one."""


NOMINAL = (Comparison.CHANGE, Comparison.INDEX)
"""Comparisons of amounts, which grow with prices alone."""

_SAID = {
    Comparability.COMPARABLE: "comparable",
    Comparability.REBASED: "comparable after re-basing",
    Comparability.NOT_COMPARABLE: "not comparable",
    Comparability.NO_EARLIER_VALUE: "no earlier value",
}


def list_facts(
    book: FactBook,
    indicator: str,
    regions: Sequence[str],
    *,
    period: Period | None,
    comparison: Comparison | None,
    root: str,
) -> list[Line]:
    """Lines by period, then the country first and regions by code.

    NotFound says which periods there are.
    """
    codes = list(dict.fromkeys(regions)) or [root, *sorted(book.regions(indicator) - {root})]
    wanted = period if period or regions else _newest_of_most(book, indicator)
    lines = [
        line
        for code in codes
        for each in ([wanted] if wanted else book.periods(indicator, code))
        for line in _line(book, indicator, code, each, comparison)
    ]
    if not lines:
        raise book.nothing_of(indicator, codes[0], wanted.code if wanted else "")
    return lines


def _newest_of_most(book: FactBook, indicator: str) -> Period | None:
    """One table, one period: the newest that most regions have."""
    known = Counter(
        period for region in book.regions(indicator) for period in book.periods(indicator, region)
    )
    most = max(known.values(), default=0)
    usual = [period for period, regions in known.items() if 2 * regions > most]
    return max(usual, key=lambda each: (each.end, -each.start.toordinal()), default=None)


def _line(
    book: FactBook, indicator: str, code: str, period: Period, comparison: Comparison | None
) -> Iterator[Line]:
    level = book.get(indicator, code, period, Comparison.LEVEL)
    if level is None:
        return
    base = book.indicators[indicator].base
    if comparison is None:
        yield Line(code, level, base=base, because=level.formula if book.is_brought_over else "")
        return
    compared = book.get(indicator, code, period, comparison)
    remark = reason = note = ""
    if (verdict := (compared or level).verdict) is not None:
        remark = _SAID[verdict.comparability]
        reason = because(verdict, territory=level.region_version)
        if verdict.comparability is Comparability.NOT_COMPARABLE and comparison in OVER_TIME:
            note = book.remark(level)
    real = None
    if comparison in NOMINAL and (volume := book.indicators[indicator].real_growth):
        real = book.get(volume, code, period, Comparison.LEVEL)
    yield Line(code, level, comparison, compared, remark, reason, note, base, real)


def tidy(line: Line) -> Iterator[dict[str, object]]:
    """The line as rows of the observations CSV, values exactly as published."""
    fact = line.compared if line.comparison else line.level
    if fact is None:
        return
    region = line.level.region
    version = line.level.region_version
    cell = fact.cell
    printed = cell.printed if cell else format(fact.in_unit, "f")
    named = "" if fact.comparison is Comparison.LEVEL else fact.comparison.value
    yield {
        "indicator": fact.indicator,
        "region": version if version else region,
        "period": fact.period.code if fact.period else "",
        "value": printed,
        "unit": (cell.unit if cell else fact.unit).code,
        "comparison": named,
        "base": line.base,
        "stage": fact.stage.value,
        "note": ": ".join(part for part in (line.remark if named else "", line.because) if part),
    }
