"""One indicator as lines of facts: for all regions, or for some over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from esep.facts.book import FactBook
from esep.model.fact import Comparability, Comparison, Fact
from esep.model.period import Period

TIDY = ("indicator", "region", "period", "value", "unit", "comparison", "base", "stage", "note")
"""The columns of the observations CSV: what is shown can be loaded again."""


@dataclass(frozen=True, slots=True)
class Line:
    region: str
    """A code, `CODE@DATE` where the value is on other borders than usually meant."""
    level: Fact
    comparison: Comparison | None = None
    compared: Fact | None = None
    remark: str = ""
    """The comparability of a comparison over time, in a few words."""
    note: str = ""
    """A sentence for the reader: what changed, and what can be compared instead."""
    base: str = ""


_OVER_TIME = (Comparison.CHANGE, Comparison.INDEX, Comparison.CONTRIBUTION)


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
    codes = list(regions) or [root, *sorted(book.regions(indicator) - {root})]
    wanted = period
    if wanted is None and not regions:
        # One table, one period: the newest that most regions have.
        wanted = max(book.periods(indicator, root), key=lambda each: each.end, default=None)
    lines = []
    for code in codes:
        for each in [wanted] if wanted else book.periods(indicator, code):
            lines += list(_line(book, indicator, code, each, comparison))
    if not lines:
        # Says what there is.
        book.find(indicator, codes[0], wanted or "any period", Comparison.LEVEL)
    if regions and period is None:
        lines.sort(key=lambda line: (codes.index(line.level.region), line.level.period))
    return lines


def _line(
    book: FactBook, indicator: str, code: str, period: Period, comparison: Comparison | None
) -> Iterator[Line]:
    level = book.get(indicator, code, period, Comparison.LEVEL)
    if level is None:
        return
    base = book.indicators[indicator].base
    if comparison is None:
        yield Line(code, level, base=base)
        return
    compared = book.get(indicator, code, period, comparison)
    remark = note = ""
    if comparison in _OVER_TIME and level.verdict is not None:
        remark = level.verdict.comparability.value.replace("_", " ")
        if level.verdict.comparability is Comparability.NOT_COMPARABLE:
            note = _instead(book, level)
    yield Line(code, level, comparison, compared, remark, note, base)


def _instead(book: FactBook, level: Fact) -> str:
    """What to compare where the region's own borders changed."""
    verdict = level.verdict
    assert verdict is not None
    assert level.period is not None
    before = level.period.years_before(1)
    told = (
        f"{level.region} {level.period}: not comparable with {before}, which is on the borders "
        f"of {verdict.earlier_version}."
    )
    if not verdict.union:
        return told
    label = "+".join(verdict.union)
    told += f" The safe union is {label}"
    union = book.get(level.indicator, label, level.period, Comparison.CHANGE)
    if union is None:
        return told + "; not all of its parts are known or the indicator does not add up."
    return told + f": {union.value:+.1f} % ({union.id})."


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
        "note": line.remark if named else "",
    }
