"""Does a table hold what its description expects of it, and what follows where it does not?"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from esep.catalog import Catalog
from esep.model.indicator import IndicatorKind
from esep.model.issue import Issue, Severity
from esep.model.observation import Observation, Place
from esep.sources.described.read_table import ReadTable
from esep.sources.expectations import sums
from esep.sources.refusal import FileRefused
from esep.sources.surprise import Surprise

_NEAR = 2
"""How many figures before and after one are its neighbours."""


@dataclass(frozen=True, slots=True)
class _Finding:
    check: str
    code: str
    found: str
    expected: str
    hint: str
    figures: tuple[Observation, ...] = ()
    """What would be set aside; the first is shown."""


def check_expected(
    tables: Sequence[ReadTable], issues: Sequence[Issue], catalog: Catalog, *, file: str, id: str
) -> None:
    """Warn of what is not as expected, take it out of its table, or raise FileRefused."""
    refusals: list[Issue] = []
    for table in tables:
        for check in _CHECKS:
            # Each check looks at what the one before has left.
            for finding in list(check(table, catalog)):
                severity = table.frame.table.expected.otherwise[finding.check]
                if severity is Severity.REFUSED:
                    refusals.append(_refusal(finding, table, file))
                else:
                    _tell(finding, table, severity)
    if refusals:
        raise FileRefused(f"{file} is not what {id} expects", issues=[*refusals, *issues])


def _refusal(finding: _Finding, table: ReadTable, file: str) -> Issue:
    place = (
        finding.figures[0].place
        if finding.figures
        else Place(file, table.frame.grid.name, table.frame.top)
    )
    return Issue(
        finding.code, Severity.REFUSED, place, finding.found, finding.expected, finding.hint
    )


def _tell(finding: _Finding, table: ReadTable, severity: Severity) -> None:
    grid = table.frame.grid
    surprise = Surprise(finding.code, "", finding.found, finding.expected, finding.hint, severity)
    figures = finding.figures
    if not figures:
        place = Place(table.file, grid.name, table.frame.top)
        table.troubles.add(surprise, place, table.frame.top, figures=0)
        return
    first = figures[0].place
    table.troubles.add(surprise, first, grid.row_of_line(first.row), figures=len(figures))
    if severity is Severity.SET_ASIDE:
        places = {each.place for each in figures}
        table.observations = [each for each in table.observations if each.place not in places]


# -- the checks ----------------------------------------------------------------------------


def _between(table: ReadTable, _: Catalog) -> Iterator[_Finding]:
    low, high = table.frame.table.expected.low, table.frame.table.expected.high
    if low is None or high is None:
        return
    for each in table.observations:
        if not low <= each.value <= high:
            yield _Finding(
                "between",
                "out_of_range",
                format(each.value, "f"),
                f"a figure between {low} and {high}",
                "check the cell; if it is right, widen 'expect: between' in the description",
                (each,),
            )


def _monotone(table: ReadTable, _: Catalog) -> Iterator[_Finding]:
    """Since January, months are only added to: no later span has less."""
    if not table.frame.table.expected.monotone:
        return
    since_january = [each for each in table.observations if each.period.from_january]
    for group in _groups(since_january, lambda each: (each.key, each.period.start.year)):
        group.sort(key=lambda each: each.period.end)
        rising = _longest_rising([_exact(each) for each in group])
        for number, each in enumerate(group):
            if number in rising:
                continue
            beside = [group[n] for n in (number - 1, number + 1) if 0 <= n < len(group)]
            yield _Finding(
                "monotone",
                "falls_within_year",
                f"{each.value} for {each.period.code}, "
                + " and ".join(f"{other.value} for {other.period.code}" for other in beside),
                "a figure since January that does not fall within its year",
                "check the cell, and that the borders are the same in the whole year",
                (each,),
            )


def _neighbours(table: ReadTable, catalog: Catalog) -> Iterator[_Finding]:
    """A figure many times as large as those around it has often lost its decimal point."""
    factor = table.frame.table.expected.neighbours
    if factor is None:
        return

    def sequence(each: Observation) -> Hashable:
        # Amounts since January are compared with the same months of other years.
        kind = catalog.indicators[each.key.indicator].kind
        spans = kind in (IndicatorKind.FLOW, IndicatorKind.STOCK) and not each.period.is_point
        period = each.period
        if not spans:
            return each.key
        if period.from_january:
            return (each.key, period.end.month)
        return (each.key, period.kind)

    for group in _groups(table.observations, sequence):
        group.sort(key=lambda each: (each.period.end, each.period.start))
        values = [_exact(each) for each in group]
        for number, each in enumerate(group):
            near = values[max(0, number - _NEAR) : number] + values[number + 1 :][:_NEAR]
            value = values[number]
            if len(near) < _NEAR or value <= 0 or min(near) <= 0:
                continue
            # One of its neighbours is enough: a level may rise and stay.
            if any(other / factor <= value <= other * factor for other in near):
                continue
            yield _Finding(
                "neighbours",
                "unlike_neighbours",
                f"{each.value} for {each.period.code}, around it "
                + " and ".join(_printed(other, each) for other in near),
                f"a figure at most {factor} times as large or small as those around it",
                "check the cell; if it is right, widen 'expect: neighbours' in the description",
                (each,),
            )


def _regions_sum(table: ReadTable, catalog: Catalog) -> Iterator[_Finding]:
    expected = table.frame.table.expected
    if not expected.regions_sum or expected.otherwise["regions_sum"] is Severity.WARNING:
        return  # a warning is given for every file, described or not
    issues = sums(table.observations, catalog, table.versions, lambda _line: "")
    countries = {each.place: each for each in table.observations}
    for issue in issues:
        country = countries[issue.place]
        group = [each for each in table.observations if _summed(each) == _summed(country)]
        group.sort(key=lambda each: each is not country)
        yield _Finding(
            "regions_sum",
            "sum_differs",
            issue.found,
            issue.expected,
            "check the rows of this indicator and period",
            tuple(group),
        )


def _counts(table: ReadTable, _: Catalog) -> Iterator[_Finding]:
    expected = table.frame.table.expected
    regions = {each.key.region_version.partition("@")[0] for each in table.observations}
    for what, found, wanted in (
        ("figures", len(table.observations), expected.figures),
        ("regions", len(regions), expected.regions),
    ):
        if found < wanted:
            yield _Finding(
                what,
                "less_than_expected",
                f"{found} {what} in this table",
                f"at least {wanted}",
                "the file may be cut off, or its layout has changed: esep source check",
            )


_CHECKS: tuple[Callable[[ReadTable, Catalog], Iterator[_Finding]], ...] = (
    _between,
    _monotone,
    _neighbours,
    _regions_sum,
    _counts,
)


def _groups(
    observations: Sequence[Observation], of: Callable[[Observation], Hashable]
) -> list[list[Observation]]:
    groups: dict[Hashable, list[Observation]] = defaultdict(list)
    for each in observations:
        groups[of(each)].append(each)
    return list(groups.values())


def _longest_rising(values: Sequence[Decimal]) -> set[int]:
    """The places of the longest sequence that does not fall: what is not in it is odd."""
    ends: list[Decimal] = []
    last: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        at = bisect_right(ends, value)
        before.append(last[at - 1] if at else -1)
        ends[at:] = [value, *ends[at + 1 :]]
        last[at:] = [place, *last[at + 1 :]]
    places: set[int] = set()
    place = last[-1] if last else -1
    while place >= 0:
        places.add(place)
        place = before[place]
    return places


def _summed(each: Observation) -> Hashable:
    key = each.key
    return (key.indicator, key.base, key.breakdown, key.comparison, each.period, each.stage)


def _printed(value: Decimal, like: Observation) -> str:
    return f"{value.scaleb(-like.unit.scale):f}"


def _exact(each: Observation) -> Decimal:
    return each.value.scaleb(each.unit.scale)
