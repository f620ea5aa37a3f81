"""One indicator as lines of facts: for all regions, or for some over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from esep.facts.absent import OVER_TIME
from esep.facts.book import FactBook
from esep.facts.composite import GAP, gap_to_published
from esep.facts.verdict import because
from esep.indicators.confidentiality import WHY
from esep.model.fact import MADE_UP, Comparability, Comparison, Fact
from esep.model.indicator import IndicatorKind
from esep.model.observation import EstimateStage
from esep.model.period import Period, PeriodKind
from esep.model.unit import ScaledUnit

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
    """How it was made comparable, or why it is not, or why there is nothing to compare."""
    note: str = ""
    """A sentence for the reader: what changed, and what can be compared instead."""
    base: str = ""
    real: Fact | None = None
    """Beside a growth at current prices: the volume index that says the real one."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A value that is known and must not be shown, with the reason."""

    indicator: str
    region: str
    region_version: str
    period: Period
    unit: ScaledUnit
    reason: str
    """A code of `indicators.confidentiality`."""
    comparison: Comparison | None = None
    base: str = ""

    @property
    def told(self) -> str:
        return f"suppressed: {WHY[self.reason]}"


Entry = Line | Withheld

NOMINAL = (Comparison.CHANGE, Comparison.INDEX)
"""Comparisons of amounts, which grow with prices alone."""

_BOUNDS = (Comparison.LOWEST, Comparison.HIGHEST)

_TIMELESS = (Comparison.RECOMPUTED, *_BOUNDS)
"""What is said of a composite by its branches; all else a reader holds against the year before."""

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
) -> list[Entry]:
    """Lines by period, then the country first and regions by code.

    NotFound says which periods there are.
    """
    codes = list(dict.fromkeys(regions)) or [root, *sorted(book.regions(indicator) - {root})]
    wanted = period if period or regions else _newest_of_most(book, indicator)
    lines: list[Entry] = []
    for code in codes:
        if comparison is Comparison.CHAINED:
            lines += _chain(book, indicator, code, period)
            continue
        for each in [wanted] if wanted else book.periods(indicator, code):
            lines += _lines(book, indicator, code, each, comparison)
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


def _chain(book: FactBook, indicator: str, code: str, period: Period | None) -> Iterator[Line]:
    """One line a region: the years asked for, or all that are known without a gap."""
    known = [each for each in book.periods(indicator, code) if each.kind is PeriodKind.YEAR]
    if not known or book.indicators[indicator].kind is not IndicatorKind.INDEX:
        return
    span = period or Period(_unbroken(book, indicator, code, known[-1]).start, known[-1].end)
    last = book.get(indicator, code, Period.year(span.end.year), Comparison.LEVEL)
    if last is None or last.period is None:
        return
    chained = book.get(indicator, code, span, Comparison.CHAINED)
    reason = (
        chained.formula
        if chained
        else book.why_absent(indicator, code, last.period, Comparison.CHAINED, span.code)
    )
    yield Line(code, last, Comparison.CHAINED, chained, because=reason)


def _unbroken(book: FactBook, indicator: str, code: str, last: Period) -> Period:
    """The first of the years that lead to the last one without a gap, on one territory."""
    row = book.row(indicator, code, last.code)
    first = last
    while row and book.value_on(indicator, row["territory"], first.years_before(1).code):
        first = first.years_before(1)
    return first


def _lines(
    book: FactBook, indicator: str, code: str, period: Period, comparison: Comparison | None
) -> Iterator[Entry]:
    composed = book.indicators[indicator].components
    if comparison is Comparison.CONTRIBUTION and composed:
        # What the branches add, each in a line of its own; without weights the whole says why.
        told = [
            line
            for branch in composed
            for line in _line(book, branch, code, period, comparison, by=indicator)
        ]
        if any(isinstance(each, Line) and each.compared for each in told):
            yield from told
            return
    yield from _line(book, indicator, code, period, comparison)


def _line(
    book: FactBook,
    indicator: str,
    code: str,
    period: Period,
    comparison: Comparison | None,
    by: str = "",
) -> Iterator[Entry]:
    row = book.row(indicator, code, period.code)
    if row is not None and row.hidden:
        meant = book.indicators[indicator]
        yield Withheld(
            indicator,
            row.region,
            row["region_version"],
            period,
            meant.unit,
            row.hidden,
            comparison,
            meant.base,
        )
        return
    level = book.get(indicator, code, period, Comparison.LEVEL)
    if level is None:
        return
    base = book.indicators[indicator].base
    if comparison is None:
        yield Line(code, level, base=base, because=level.formula if book.is_brought_over else "")
        return
    compared = book.get(indicator, code, period, comparison, by)
    remark = reason = note = ""
    of_branches = by or book.indicators[indicator].components
    timeless = comparison in _TIMELESS or (of_branches and comparison is Comparison.CONTRIBUTION)
    if not timeless and (verdict := (compared or level).verdict) is not None:
        remark = _SAID[verdict.comparability]
        reason = because(verdict, territory=level.region_version)
        if verdict.comparability is Comparability.NOT_COMPARABLE and comparison in OVER_TIME:
            note = book.remark(level)
    if compared is None:
        reason = book.why_absent(indicator, code, period, comparison, by) or reason
        is_comparable = remark == _SAID[Comparability.COMPARABLE]
        remark = "" if is_comparable or comparison not in OVER_TIME else remark
    elif comparison is Comparison.RECOMPUTED:
        gap = gap_to_published(compared, level)
        reason = f"{gap:+.1f} points from the published one"
        reason += "; the office weighs otherwise" if abs(gap) > GAP else ""
    elif comparison in _BOUNDS:
        branches = [book.by_id(each) for each in compared.inputs]
        reason = ", ".join(
            each.indicator for each in branches if each and each.value == compared.value
        )
    elif compared.ranking and compared.ranking.borders:
        told = f"among the {compared.ranking.expected} regions of {compared.ranking.borders}"
        reason = "; ".join(each for each in (told, reason) if each)
    real = None
    if comparison in NOMINAL and (volume := book.indicators[indicator].real_growth):
        real = book.get(volume, code, period, Comparison.LEVEL)
    yield Line(code, level, comparison, compared, remark, reason, note, base, real)


def tidy(line: Entry) -> Iterator[dict[str, object]]:
    """The line as rows of the observations CSV, values exactly as published."""
    if isinstance(line, Withheld):
        yield {
            "indicator": line.indicator,
            "region": line.region_version,
            "period": line.period.code,
            "value": "",
            "unit": line.unit.code,
            "comparison": line.comparison.value if line.comparison else "",
            "base": line.base,
            "stage": EstimateStage.UNSTATED.value,
            "note": line.told,
        }
        return
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
        "stage": MADE_UP if fact.is_made_up else fact.stage.value,
        "note": ": ".join(part for part in (line.remark if named else "", line.because) if part),
    }
