"""Is what a release says plausible taken together: no contradictions, sane sizes, sums?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from esep.catalog import Catalog
from esep.model.issue import Issue, Severity
from esep.model.observation import EstimateStage, Observation, Place
from esep.model.region import RegionVersion
from esep.sources.sizes import odd_size

RowText = Callable[[int], str]
"""The text of the row that begins on a line."""

AHEAD = (EstimateStage.PLAN, EstimateStage.FORECAST, EstimateStage.DECLARED)
RELATIVE_TOLERANCE = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Judged:
    observations: list[Observation]
    issues: list[Issue]


def judge(
    observations: Sequence[Observation],
    catalog: Catalog,
    versions: Mapping[str, RegionVersion],
    *,
    row_text: RowText,
    vouched: Collection[Place] = (),
) -> Judged:
    """Set aside what contradicts itself or cannot be, and warn of what is odd.

    Of the cells that are `vouched` for any size is right: a description says so.
    """
    kept, issues = without_conflicts(observations, row_text)
    kept, impossible = sane(kept, catalog, row_text, vouched)
    issues += impossible
    issues += sums(kept, catalog, versions, row_text)
    return Judged(kept, issues)


# -- the same figure twice -----------------------------------------------------------------


def without_conflicts(
    observations: Sequence[Observation], row_text: RowText
) -> tuple[list[Observation], list[Issue]]:
    """One value for one series and period: a plan beside a result is not a repetition."""
    keys = _numbered([each.key for each in observations])
    periods = _numbered([each.period for each in observations])
    ahead = [each.stage if each.stage in AHEAD else None for each in observations]
    figures = list(zip(keys, periods, ahead, strict=True))
    if len(set(figures)) == len(observations):
        return list(observations), []
    groups: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for figure, each in zip(figures, observations, strict=True):
        groups[figure].append(each)
    kept: list[Observation] = []
    issues: list[Issue] = []
    for group in groups.values():
        first, *others = group
        if not others:
            kept.append(first)
        elif all(_same_figure(first, other) for other in others):
            kept.append(first)
            issues += [_repeated(first, other, row_text) for other in others]
        else:
            issues += [_conflicting(each, group, row_text) for each in group]
    return kept, issues


def _numbered(values: Sequence[Hashable]) -> list[int]:
    """Equal values get equal numbers. Rows share their keys and periods, and numbers hash fast."""
    by_value: dict[Hashable, int] = {}
    by_identity: dict[int, int] = {}
    numbers = []
    for value in values:
        number = by_identity.get(id(value))
        if number is None:
            number = by_identity[id(value)] = by_value.setdefault(value, len(by_value))
        numbers.append(number)
    return numbers


def _same_figure(one: Observation, other: Observation) -> bool:
    return (
        one.value.scaleb(one.unit.scale) == other.value.scaleb(other.unit.scale)
        and one.stage == other.stage
    )


def _repeated(first: Observation, other: Observation, row_text: RowText) -> Issue:
    return issue_of(
        other,
        "repeated",
        Severity.WARNING,
        found=f"the same figure as on line {first.place.row}",
        expected="each figure once",
        hint="remove one of the rows; one was loaded",
        row_text=row_text,
    )


def _conflicting(each: Observation, group: list[Observation], row_text: RowText) -> Issue:
    others = ", ".join(
        f"{other.value} {other.unit} ({other.stage.value}) on line {other.place.row}"
        for other in group[:4]
        if other is not each
    )
    return issue_of(
        each,
        "conflict",
        Severity.SET_ASIDE,
        found=f"{each.value} {each.unit} ({each.stage.value}), but {others}",
        expected="one value for one indicator, region and period",
        hint="keep the right row only; none of them was loaded",
        row_text=row_text,
    )


# -- sizes ---------------------------------------------------------------------------------


def sane(
    observations: list[Observation],
    catalog: Catalog,
    row_text: RowText,
    vouched: Collection[Place] = (),
) -> tuple[list[Observation], list[Issue]]:
    """Warn of odd sizes, and set aside what a figure of its kind cannot be."""
    kept: list[Observation] = []
    issues: list[Issue] = []
    for each in observations:
        odd = odd_size(each, catalog, vouched)
        if odd is None or odd.severity is Severity.WARNING:
            kept.append(each)
        if odd is None:
            continue
        issues.append(
            issue_of(
                each,
                "out_of_range",
                odd.severity,
                found=f"{each.value} {each.unit}",
                expected=odd.expected,
                hint=odd.hint,
                row_text=row_text,
            )
        )
    return kept, issues


# -- sums ----------------------------------------------------------------------------------


def sums(
    observations: Sequence[Observation],
    catalog: Catalog,
    versions: Mapping[str, RegionVersion],
    row_text: RowText,
) -> list[Issue]:
    """Warn where all regions are there and do not add up to the country."""
    levels = {id: version.level for id, version in versions.items()}
    summed = [
        each
        for each in observations
        if not each.key.comparison
        and levels[each.key.region_version] in (0, catalog.compare_level)
        and catalog.indicators[each.key.indicator].additive
    ]
    periods = _numbered([each.period for each in summed])
    groups: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for period, each in zip(periods, summed, strict=True):
        key = each.key
        groups[key.indicator, key.base, key.breakdown, period, each.stage].append(each)
    issues = []
    for group in groups.values():
        country = [each for each in group if levels[each.key.region_version] == 0]
        parts = [each for each in group if levels[each.key.region_version] != 0]
        if len(country) == 1 and _all_there(parts, country[0], catalog):
            issues += _sum_issue(country[0], parts, row_text)
    return issues


def _all_there(parts: list[Observation], country: Observation, catalog: Catalog) -> bool:
    period = country.period
    day = period.start if period.is_point else period.end
    expected = {version.id for version in catalog.regions.level(catalog.compare_level, day)}
    return bool(expected) and {each.key.region_version for each in parts} == expected


def _sum_issue(country: Observation, parts: list[Observation], row_text: RowText) -> list[Issue]:
    # The zero has no digits of its own, so that the sum shows as many as the figures do.
    total = sum((_exact(each) for each in parts), Decimal("0E+30"))
    stated = _exact(country)
    # Each printed figure may be off by half of its last digit.
    rounding = sum((_quantum(each) for each in [country, *parts]), Decimal(0)) / 2
    if abs(total - stated) <= max(rounding, abs(stated) * RELATIVE_TOLERANCE):
        return []
    scale = country.unit.scale
    return [
        issue_of(
            country,
            "sum_differs",
            Severity.WARNING,
            found=f"{country.value} {country.unit} for the country, "
            f"{format(total.scaleb(-scale), 'f')} as the sum of {len(parts)} regions",
            expected="regions that add up to the country",
            hint="check the rows of this indicator and period; all of them were loaded",
            row_text=row_text,
        )
    ]


def _exact(each: Observation) -> Decimal:
    return each.value.scaleb(each.unit.scale)


def _quantum(each: Observation) -> Decimal:
    exponent = each.value.as_tuple().exponent
    assert isinstance(exponent, int)  # values are finite
    return Decimal(1).scaleb(exponent + each.unit.scale)


def issue_of(
    each: Observation,
    code: str,
    severity: Severity,
    *,
    found: str,
    expected: str,
    hint: str,
    row_text: RowText,
) -> Issue:
    return Issue(
        code, severity, each.place, found, expected, hint, row_text=row_text(each.place.row)
    )
