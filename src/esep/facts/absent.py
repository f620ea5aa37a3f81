"""Why can something not be said of a value that is known?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esep.facts.row import ValueRow
from esep.indicators.confidentiality import WHY
from esep.indicators.real import is_volume_index
from esep.model.fact import Comparison
from esep.model.indicator import Indicator, IndicatorKind
from esep.model.period import Period

if TYPE_CHECKING:
    from esep.facts.book import FactBook

OVER_TIME = (Comparison.CHANGE, Comparison.INDEX, Comparison.CONTRIBUTION)
PERCENTAGES = (IndicatorKind.INDEX, IndicatorKind.RATE)


def why_absent(book: FactBook, row: ValueRow, comparison: Comparison, by: str = "") -> str:
    """A few words for a cell that is empty; empty itself where only time can have made it so."""
    indicator = book.indicators[row["indicator"]]
    match comparison:
        case Comparison.INDEX if indicator.kind in PERCENTAGES:
            return "rates and indices change by points: --compare change"
        case Comparison.CONTRIBUTION if by:
            whole = book.value_on(by, row["territory"], row["period"])
            told = f"no {by} of {row['region_version']} in {row['period']}"
            return told if whole is None else _composite(book, whole, book.indicators[by])
        case Comparison.CONTRIBUTION if indicator.components:
            return _composite(book, row, indicator)
        case Comparison.SHARE | Comparison.GAP | Comparison.CONTRIBUTION:
            return _beside_parent(book, row, indicator, comparison)
        case Comparison.PER_HEAD:
            return _per_head(book, row, indicator)
        case Comparison.RANK | Comparison.PER_HEAD_RANK:
            return _rank(book, row, indicator, comparison)
        case Comparison.LOWEST | Comparison.HIGHEST | Comparison.RECOMPUTED:
            return _composite(book, row, indicator)
        case Comparison.CHAINED:
            return _chained(book, row, Period.parse(by))
        case Comparison.REAL | Comparison.REAL_INDEX | Comparison.DEFLATOR:
            return _real(book, row, by)
    return _over_time(book, row)


def _over_time(book: FactBook, row: ValueRow) -> str:
    earlier = book.value_on(row["indicator"], row["territory"], row["prior_period"])
    if earlier is None:
        return ""  # the verdict says it
    if earlier.hidden:
        return f"the value of {row['prior_period']} is suppressed: {WHY[earlier.hidden]}"
    return f"the value of {row['prior_period']} is zero or below" if earlier.value <= 0 else ""


def _beside_parent(
    book: FactBook, row: ValueRow, indicator: Indicator, comparison: Comparison
) -> str:
    if comparison is Comparison.GAP and indicator.kind not in PERCENTAGES:
        return "only rates and indices have a gap in points: --compare share"
    if comparison is not Comparison.GAP and not indicator.additive:
        return f"{indicator.id} does not add up over regions"
    if not row["parent"]:
        return "it is the whole itself"
    parent = book.row(indicator.id, row["parent"], row["period"])
    if parent is None:
        return f"{row['parent']} has no value in {row['period']}"
    if parent.hidden:
        return f"the value of {row['parent']} is suppressed: {WHY[parent.hidden]}"
    before = book.row(indicator.id, row["parent"], row["prior_period"])
    if comparison is Comparison.CONTRIBUTION and before is None:
        return f"{row['parent']} has no value in {row['prior_period']}"
    return _over_time(book, row) if comparison is Comparison.CONTRIBUTION else "the whole is zero"


def _per_head(book: FactBook, row: ValueRow, indicator: Indicator) -> str:
    if not indicator.per_head:
        return f"{indicator.id} is not told per head"
    people = book.value_on(book.population, row["territory"], row["period"])
    if people is None:
        return f"no {book.population} of {row['region_version']} in {row['period']}"
    return f"{book.population} is suppressed" if people.hidden else f"{book.population} is zero"


def _rank(book: FactBook, row: ValueRow, indicator: Indicator, comparison: Comparison) -> str:
    if not row["parent"]:
        return "the whole has no peers"
    if comparison is Comparison.PER_HEAD_RANK and row["per_head"] is None:
        return _per_head(book, row, indicator)
    of, expected = row[f"{comparison.value}_of"] or 0, book.expected(row)
    if of < 2:
        return "no other region of its level has a value"
    return f"only {of} of {expected} regions have a value" if 2 * of <= expected else ""


def _composite(book: FactBook, row: ValueRow, composite: Indicator) -> str:
    if not composite.components:
        return f"{composite.id} is not composed of branches"
    here = (row["territory"], row["period"])
    missing = [each for each in composite.components if book.value_on(each, *here) is None]
    if missing:
        return f"no {', '.join(missing)} of {row['region_version']} in {row['period']}"
    between = f"by its branches it lies between {row['lowest']:g} and {row['highest']:g}"
    if not composite.weights:
        return f"the pack has no weights of its branches; {between}"
    names = ", ".join(composite.weights[each] for each in composite.components)
    return f"not all weights of the year before are known ({names}); {between}"


def _chained(book: FactBook, row: ValueRow, span: Period) -> str:
    years = [str(year) for year in range(span.start.year, span.end.year + 1)]
    missing = [
        each for each in years if book.value_on(row["indicator"], row["territory"], each) is None
    ]
    if not missing:
        return ""
    return f"no {row['indicator']} of {row['region_version']} in {', '.join(missing)}"


def _real(book: FactBook, row: ValueRow, by: str) -> str:
    if not by:
        return "no index is named"
    if book.value_on(by, row["territory"], row["period"]) is None:
        return f"no {by} of {row['region_version']} in {row['period']}"
    if is_volume_index(book.indicators[by]) and not _over_time(book, row):
        return f"no value of {row['region_version']} in {row['prior_period']}"
    return _over_time(book, row)
