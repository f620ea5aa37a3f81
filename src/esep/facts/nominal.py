"""An indicator at current prices beside what is left of it when prices are taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from esep.facts.book import FactBook
from esep.facts.listing import Entry, Line, Withheld, tidy
from esep.facts.verdict import because
from esep.indicators.real import is_volume_index
from esep.model.fact import Comparability, Comparison, Fact


@dataclass(frozen=True, slots=True)
class RealLine:
    """A value with its growth, nominal and real, and the prices between them."""

    level: Fact
    nominal: Fact | None
    real: Fact | None
    """Published where the index named is one of volume; otherwise an estimate."""
    prices: Fact | None
    """Published where the index named is one of prices; otherwise implied, an estimate."""
    constant: Fact | None
    """The value at the prices of the year before; always an estimate."""
    because: str
    """On which borders, or why something is missing."""
    note: str = ""

    @property
    def facts(self) -> tuple[Fact, ...]:
        told = (self.level, self.nominal, self.real, self.prices, self.constant)
        return tuple(each for each in told if each is not None)


def beside_real(book: FactBook, lines: Sequence[Entry], by: str) -> list[RealLine | Withheld]:
    """The lines of `list_facts` without a comparison, each with its growth by the index `by`."""
    return [
        line if isinstance(line, Withheld) else _beside(book, line, by)
        for line in lines
        if not (isinstance(line, Line) and line.level.period is None)
    ]


def _beside(book: FactBook, line: Line, by: str) -> RealLine:
    level = line.level
    assert level.period is not None
    here = (level.indicator, line.region, level.period)
    index = book.get(by, line.region, level.period, Comparison.LEVEL)
    nominal = book.get(*here, Comparison.INDEX)
    volume = is_volume_index(book.indicators[by])
    constant = book.get(*here, Comparison.REAL, by)
    real = index if volume else book.get(*here, Comparison.REAL_INDEX, by)
    prices = book.get(*here, Comparison.DEFLATOR, by) if volume else index
    reason = note = ""
    verdict = level.verdict
    if verdict is not None and nominal is None:
        reason = because(verdict, territory=level.region_version)
        if verdict.comparability is Comparability.NOT_COMPARABLE:
            reason, note = f"not comparable: {reason}", book.remark(level)
    reason = reason or line.because
    if constant is None and index is None:
        missing = book.why_absent(*here, Comparison.REAL, by)
        reason = "; ".join(each for each in (missing, reason) if each)
    elif nominal is None and not reason:
        reason = f"no value of {level.period.years_before(1)}"
    return RealLine(level, nominal, real, prices, constant, reason, note)


def tidy_real(line: RealLine | Withheld) -> Iterator[dict[str, object]]:
    """The line as rows of the observations CSV: one a figure, the index of others included."""
    if isinstance(line, Withheld):
        yield from tidy(line)
        return
    for fact in line.facts:
        compared = fact.comparison is not Comparison.LEVEL
        yield from tidy(
            Line(
                line.level.region,
                line.level if compared else fact,
                fact.comparison if compared else None,
                fact if compared else None,
                because=fact.formula,
            )
        )
