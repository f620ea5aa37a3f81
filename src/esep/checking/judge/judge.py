"""Is each claim of a text supported, superseded, contradicted, or not in the data?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from esep.checking.judge.cause import (
    EARLIER_VINTAGE,
    OTHER_PERIOD,
    OTHER_UNIT,
    OTHER_VALUE,
    PER_CENT_FOR_POINTS,
    frame_slip,
    is_telling,
    slip,
)
from esep.checking.judge.evidence import Evidence, Origin, Sort
from esep.checking.judge.fit import Fit
from esep.checking.judge.frame import Parents, sort_of_claim
from esep.checking.judge.statements import Link, fits_as_written, links
from esep.checking.judge.statistics import Looked, Statistics
from esep.model.claim import Claim, Finding, PeriodSource
from esep.model.fact import Comparability, Comparison, Fact

NO_INDICATOR, NO_OBSERVATION, NO_REGION = "no_indicator", "no_observation", "no_region"
NO_PLAN, AMBIGUOUS = "no_plan", "ambiguous_link"
PUBLISHED_LATER, OLDER_PERIOD = "published_later", "older_period"
BORDERS_CHANGED, PERIOD_ASSUMED = "borders_changed", "period_assumed"
PUBLISHED_AFTER, AT_CURRENT_PRICES = "published_after", "at_current_prices"
BY_HEAD = "by_head"

Registers = Callable[[Claim], Sequence[Evidence]]
"""What registers hold of what a claim counts."""


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that can speak for or against the claims of one text."""

    day: date
    statistics: Statistics
    said: tuple[Evidence, ...]
    registers: Registers
    parent_of: Parents
    counted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is found of a claim, before it is put into words."""

    finding: Finding
    reason: str
    against: Evidence | None = None
    """The figure the claim was held against."""
    instead: Evidence | None = None
    """What the claim's value is really of, where that is seen."""
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()
    history: tuple[Evidence, ...] = field(default=())
    """What was said of it on other occasions."""


def verdicts(claims: Sequence[Claim], known: Known) -> tuple[Verdict, ...]:
    """The verdict on each claim; numbers that claim nothing stay what they are."""
    open_ones = [place for place, each in enumerate(claims) if not each.quantity.not_claim]
    said = links(
        [claims[place] for place in open_ones],
        known.said,
        day=known.day,
        parent_of=known.parent_of,
        counted=known.counted,
    )
    found: list[Verdict] = [
        Verdict(Finding.NOT_A_CLAIM, each.quantity.not_claim) for each in claims
    ]
    for number, place in enumerate(open_ones):
        found[place] = _verdict(claims[place], known, said.get(number, []))
    return tuple(found)


def _verdict(claim: Claim, known: Known, said: list[Link]) -> Verdict:
    looked = Looked() if claim.planned else known.statistics.look(claim)
    by_statistics = _by_statistics(claim, known, looked, said)
    if by_statistics is not None:
        return by_statistics
    counted = known.registers(claim)
    for each in counted:
        found = fits_as_written(claim, each)
        if found is not None:
            return _supported(found, each)
    by_statements = _by_statements(claim, said)
    if by_statements is not None:
        # A total was declared, and cards may be missing: both are told, neither is corrected.
        return replace(by_statements, history=(*counted, *by_statements.history))
    if counted and counted[0].origin is Origin.CARDS and counted[0].indicator != claim.indicator:
        return _no_data(claim, looked, said)  # the words leave open what is counted
    if counted:
        return Verdict(
            Finding.CONTRADICTED, slip(claim, counted[0]), counted[0], None, (counted[0],)
        )
    return _unit_slip(claim, known) or _no_data(claim, looked, said)


def _unit_slip(claim: Claim, known: Known) -> Verdict | None:
    """Whether the number is known in another unit: tenge told as dollars, per cent as points."""
    if claim.in_other_unit is None or claim.planned or not is_telling(claim.quantity):
        return None
    meant = replace(
        claim.in_other_unit,
        region=claim.region,
        region_name=claim.region_name,
        period=claim.period,
        period_source=claim.period_source,
    )
    looked = known.statistics.look(meant)
    reason = OTHER_UNIT if claim.quantity.unit != "percentage_point" else PER_CENT_FOR_POINTS
    for each in (*looked.now, *looked.near):
        found = fits_as_written(meant, each)
        if each.period == claim.period and found and found.reason in ("exact", "rounded"):
            return Verdict(Finding.CONTRADICTED, reason, each, None, (each,))
    return None


# -- by statistics ---------------------------------------------------------------------------


def _by_statistics(claim: Claim, known: Known, looked: Looked, said: list[Link]) -> Verdict | None:
    for each in looked.now:
        found = fits_as_written(claim, each)
        if found is not None:
            return _supported(found, each, *_notes_on(claim, each))
    for each in looked.then:
        if fits_as_written(claim, each) is not None:
            now = next((one for one in looked.now if _same_frame(one, each)), None)
            return Verdict(Finding.SUPERSEDED, EARLIER_VINTAGE, now or each, each, (each,))
    if (assumed := _assumed(claim, looked, said)) is not None:
        return assumed
    if not looked.now or not looked.sure:
        return None
    own = looked.now[0]
    told = next((link for link in said if link.supports), None)
    other = told is not None and told.evidence.indicator not in ("", claim.indicator)
    if other and told is not None and told.evidence.topic == claim.topic:
        return None  # what was said is another measure, and the claim repeats that
    same = told is not None and not other and told.evidence.region == own.region
    if same and told is not None and own.day > known.day:
        # It was said so at the time; the statistics that say otherwise came later.
        return Verdict(
            Finding.SUPERSEDED, PUBLISHED_LATER, own, told.evidence, (own, told.evidence)
        )
    return _contradicted(claim, known, looked)


def _assumed(claim: Claim, looked: Looked, said: list[Link]) -> Verdict | None:
    """Another reading that the words leave open: growth at current prices, the newest year."""
    for each in looked.near:
        own = each.period == claim.period
        if not own and claim.period_source is not PeriodSource.IMPLIED and looked.now:
            continue
        found = fits_as_written(claim, each)
        if found is not None and not any(link.contradicts for link in said):
            return _supported(found, each, *_reading(each) if own else (PERIOD_ASSUMED,))
    return None


def _reading(evidence: Evidence) -> Iterator[str]:
    """What a value is of, where the words did not say so."""
    match evidence.fact.comparison if evidence.fact else None:
        case Comparison.CHANGE:
            yield AT_CURRENT_PRICES
        case Comparison.PER_HEAD_RANK:
            yield BY_HEAD


def _contradicted(claim: Claim, known: Known, looked: Looked) -> Verdict:
    own = looked.now[0]
    reason = slip(claim, own)
    instead = None
    if reason == OTHER_VALUE:
        mistaken = frame_slip(claim, own, _other_frames(claim, known, looked))
        if mistaken is not None:
            reason, instead = mistaken
    if (
        reason == OTHER_PERIOD
        and instead is not None
        and claim.period_source is not PeriodSource.EXPLICIT
        and instead.period is not None
        and own.period is not None
        and instead.period.end < own.period.end
    ):
        return Verdict(Finding.SUPERSEDED, OLDER_PERIOD, own, instead, (own, instead))
    evidence = (own,) if instead is None else (own, instead)
    notes = (PUBLISHED_AFTER,) if own.day > known.day else ()
    return Verdict(Finding.CONTRADICTED, reason, own, instead, evidence, notes)


def _other_frames(claim: Claim, known: Known, looked: Looked) -> Iterator[Evidence]:
    """Values next to the claim's own: other readings, periods, regions of the same indicator."""
    yield from looked.now[1:]
    own = looked.now[0].fact
    if own is None or own.period is None:
        return
    statistics, book = known.statistics, known.statistics.now
    points = book.get(own.indicator, own.region, own.period, Comparison.CHANGE)
    if points is not None and claim.quantity.unit == "percent" and _is_points(points):
        yield statistics.told(points)
    periods = book.periods(own.indicator, own.region)
    end = own.period.end
    near = sorted(periods, key=lambda each: abs((each.end - end).days))
    for period in near[:12]:
        fact = book.get(own.indicator, own.region, period, own.comparison)
        if fact is not None and period != own.period:
            yield statistics.told(fact)
    for region in sorted(book.regions(own.indicator)):
        fact = book.get(own.indicator, region, own.period, own.comparison)
        if fact is not None and region != own.region:
            yield statistics.told(fact)


def _is_points(fact: Fact) -> bool:
    return fact.unit.unit_id == "percentage_point"


def _same_frame(one: Evidence, other: Evidence) -> bool:
    return (one.indicator, one.period, one.sort) == (other.indicator, other.period, other.sort)


def _notes_on(claim: Claim, evidence: Evidence) -> Iterator[str]:
    """A growth over changed borders is never right without saying so."""
    verdict = evidence.fact.verdict if evidence.fact else None
    if verdict is None or sort_of_claim(claim) is not Sort.GROWTH:
        return
    if verdict.comparability is Comparability.NOT_COMPARABLE:
        yield BORDERS_CHANGED


# -- by what was said ------------------------------------------------------------------------


def _by_statements(claim: Claim, said: list[Link]) -> Verdict | None:
    near = [link for link in said if link.same_event]
    far = [link for link in said if not link.same_event]
    history = tuple(link.evidence for link in far if link.tells_more)
    for link in (*near, *far):
        if link.supports:
            assert link.fit is not None
            verdict = _supported(link.fit, link.evidence)
            return Verdict(
                verdict.finding,
                verdict.reason,
                verdict.against,
                None,
                verdict.evidence,
                verdict.notes,
                tuple(each for each in history if each is not link.evidence),
            )
    if any(link.rival for link in near):
        return Verdict(Finding.NO_DATA, AMBIGUOUS, near[0].evidence, history=history)
    against = next((link for link in (*near, *far) if link.contradicts), None)
    if against is None:
        return None
    if against.other_period:
        known = against.evidence
        return Verdict(Finding.CONTRADICTED, OTHER_PERIOD, known, known, (known,))
    return Verdict(
        Finding.CONTRADICTED,
        slip(claim, against.evidence),
        against.evidence,
        None,
        (against.evidence,),
        history=tuple(each for each in history if each is not against.evidence),
    )


def _no_data(claim: Claim, looked: Looked, said: list[Link]) -> Verdict:
    history = tuple(link.evidence for link in said if link.tells_more)
    if looked.now:
        reason = AMBIGUOUS
    elif not claim.region:
        reason = NO_REGION
    elif claim.planned:
        reason = NO_PLAN
    elif looked.known:
        reason = NO_OBSERVATION
    else:
        reason = NO_OBSERVATION if claim.indicator else NO_INDICATOR
    return Verdict(Finding.NO_DATA, reason, history=history)


def _supported(found: Fit, evidence: Evidence, *notes: str) -> Verdict:
    told = tuple(note for note in (found.note, *notes) if note)
    return Verdict(Finding.SUPPORTED, found.reason, evidence, None, (evidence,), told)
