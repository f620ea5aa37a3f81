"""What was said before of the same things, and which claim goes with which statement?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from esep.checking.judge.assign import assign
from esep.checking.judge.evidence import Evidence, Sort, as_written, family
from esep.checking.judge.fit import OVERSTATED, Fit, fit
from esep.checking.judge.frame import (
    Frames,
    Parents,
    is_one_frame,
    label_ideas,
    periods_agree,
    sort_of_claim,
    weigh,
)
from esep.checking.judge.interval import HUNDRED, Interval
from esep.model.claim import Claim, Direction, PeriodSource, Quantity, QuantityKind

SAME_EVENT = timedelta(days=7)
"""Reports of one event come out within days of each other, in several languages."""

TIE = 0.12
"""Frames that words tell apart by less than this may be told apart by the value."""

SUPPORTS, DECIDES = 0.30, 0.70
"""How close a frame must be to support a claim, and to contradict it."""

DECIDES_TOLD_AGAIN = 0.40
"""The same where the text tells again what was said: most of its figures are those."""

LEAST_AGAIN = 3
"""Figures that must agree for that."""

SUPPORTS_ELSEWHERE, DECIDES_ELSEWHERE = 0.55, 0.80
"""The same where the statement was made on another occasion."""

TELLS = 0.60
"""How close a frame must be for what was said before to be told beside the verdict."""

LEAST_INDEX = 90
"""A growth told by at least so many per cent may be an index."""

OVERSTATES_GROWTH = "overstates_growth"


@dataclass(frozen=True, slots=True)
class Link:
    """A claim held against one thing that was said."""

    evidence: Evidence
    score: float
    fit: Fit | None
    same_event: bool
    earlier: bool = False
    """Whether it was said on an occasion before that of the text."""
    told_again: bool = False
    """Whether the text tells again what was said on that occasion."""
    one_frame: bool = False
    """Whether nothing in the frames differs."""
    rival: bool = False
    """Whether something else was said there that has the claim's value, and no claim of its own."""
    other_period: bool = False
    """Whether it has the value, but of another time than the one the text names."""

    @property
    def tells_more(self) -> bool:
        """Whether it is worth telling what was said then: earlier, and plainly of the same."""
        return self.earlier and self.score >= TELLS

    @property
    def supports(self) -> bool:
        return (
            self.fit is not None
            and not self.other_period
            and self.score >= (SUPPORTS if self.same_event else SUPPORTS_ELSEWHERE)
        )

    @property
    def contradicts(self) -> bool:
        if self.other_period:
            return self.told_again and self.score >= DECIDES_TOLD_AGAIN
        if self.fit is not None or self.rival:
            return False
        if self.same_event and self.told_again:
            return self.score >= DECIDES_TOLD_AGAIN
        least = DECIDES if self.same_event else DECIDES_ELSEWHERE
        return self.one_frame and self.score >= least


def links(
    claims: Sequence[Claim],
    said: Iterable[Evidence],
    *,
    day: date,
    parent_of: Parents,
    counted: frozenset[str],
) -> dict[int, list[Link]]:
    """For each claim what was said of it, one link a statement, the closest first."""
    statements: defaultdict[tuple[date, str], list[Evidence]] = defaultdict(list)
    for each in said:
        statements[each.statement].append(each)
    found: defaultdict[int, list[Link]] = defaultdict(list)
    for (said_on, _), told in sorted(statements.items()):
        frames = Frames(
            weigh(label_ideas(each) for each in told),
            parent_of,
            counted,
            same_event=abs(said_on - day) <= SAME_EVENT,
        )
        for place, link in _of_statement(claims, told, frames):
            before = said_on < day and not frames.same_event
            found[place].append(replace(link, earlier=before))
    for several in found.values():
        several.sort(key=lambda each: (-each.score, each.evidence.id))
    return dict(found)


def _of_statement(
    claims: Sequence[Claim], told: Sequence[Evidence], frames: Frames
) -> Iterable[tuple[int, Link]]:
    told = sorted(told, key=lambda each: each.place)
    lines = {
        row: [
            frames.closeness(claim, each, abs(row / len(claims) - column / len(told)))
            for column, each in enumerate(told)
        ]
        for row, claim in enumerate(claims)
    }
    rows = [row for row, line in lines.items() if any(score is not None for score in line)]
    scores = [lines[row] for row in rows]
    fits = [
        [
            None if score is None else _fit_of(claims[row], each)
            for score, each in zip(lines[row], told, strict=True)
        ]
        for row in rows
    ]
    pairs = assign([_tied(*pair) for pair in zip(scores, fits, strict=True)])
    taken = set(pairs.values())
    agreeing = sum(fits[place][column] is not None for place, column in pairs.items())
    told_again = agreeing >= LEAST_AGAIN and 2 * agreeing > len(pairs)
    right = {
        _words_of(claims[rows[place]]): column
        for place, column in pairs.items()
        if fits[place][column] is not None
    }
    for place, row in enumerate(rows):
        column = pairs.get(place, _said_again(claims[row], told, scores[place], fits[place]))
        if column is None or fits[place][column] is None:
            # The same words told of another value elsewhere in the text, and rightly.
            column = right.get(_words_of(claims[row]), column)
        score = None if column is None else scores[place][column]
        if column is None or score is None:
            continue
        found = fits[place][column]
        left = [each for other, each in enumerate(told) if other not in taken]
        rival = found is None and any(_has_value(claims[row], each) for each in left)
        apart = frames.same_event and _of_another_time(claims[row], told[column])
        yield (
            row,
            Link(
                told[column],
                score,
                found,
                frames.same_event,
                told_again=told_again,
                one_frame=is_one_frame(claims[row], told[column]),
                rival=rival,
                other_period=found is not None and apart,
            ),
        )


def _of_another_time(claim: Claim, evidence: Evidence) -> bool:
    """Whether the text names a time that has nothing in common with the one told of."""
    explicit = claim.period_source is PeriodSource.EXPLICIT and not claim.planned
    known = claim.period is not None and evidence.period is not None
    return explicit and known and not periods_agree(claim.period, evidence.period)


def _fit_of(claim: Claim, evidence: Evidence) -> Fit | None:
    """How they fit: points are no per cent, and far below a cap lies much it was not said of."""
    if claim.quantity.kind is QuantityKind.POINTS and evidence.unit == "percent":
        return None
    found = fits_as_written(claim, evidence)
    loose = found is not None and found.note == OVERSTATED
    return None if loose and not is_one_frame(claim, evidence) else found


def _has_value(claim: Claim, evidence: Evidence) -> bool:
    """Whether something has the claim's number, of whatever place or time it was said."""
    same_unit = family(claim.quantity.unit) == family(evidence.unit)
    return same_unit and _fit_of(claim, evidence) is not None


def _tied(scores: Sequence[float | None], fits: Sequence[Fit | None]) -> list[float | None]:
    """The value decides between frames that words leave equal, and only between them."""
    return [
        None if score is None else score + (TIE if found else 0.0)
        for score, found in zip(scores, fits, strict=True)
    ]


def _said_again(
    claim: Claim,
    told: Sequence[Evidence],
    scores: Sequence[float | None],
    fits: Sequence[Fit | None],
) -> int | None:
    """A figure that a text repeats goes with the statement that its first mention took.

    With another value it does so only where its words leave no doubt that it is the same.
    """
    best = max(
        (column for column, score in enumerate(scores) if score is not None),
        key=lambda column: scores[column] or 0.0,
        default=None,
    )
    if best is None:
        return None
    same = claim.indicator and claim.indicator == told[best].indicator
    return best if fits[best] is not None or (same and is_one_frame(claim, told[best])) else None


def _words_of(claim: Claim) -> tuple[object, ...]:
    """All that is said of a figure but its value: alike, where a text tells one thing twice."""
    of_what = (claim.topic, claim.region, claim.period, claim.comparison, claim.planned)
    return (claim.quantity.unit, claim.quantity.kind, *of_what, claim.label.casefold())


def fits_as_written(claim: Claim, evidence: Evidence) -> Fit | None:
    """How the claim's number stands for the evidence, in the claim's own notation."""
    known = in_notation(claim, evidence)
    if known is None:
        return None
    found = fit(claim.quantity, known)
    if found is not None and _overstates(claim.quantity):
        return Fit(found.reason, found.note or OVERSTATES_GROWTH)
    if found is None and _may_be_index(claim, evidence):
        # Reports write "grew by 108.7 %" of what grew by 8.7 %.
        found = fit(claim.quantity, known.moved(HUNDRED))
        if found is not None and claim.quantity.direction is not None:
            return Fit(found.reason, OVERSTATES_GROWTH)
    return found


def _overstates(quantity: Quantity) -> bool:
    """Whether an index is told as if all of it were growth."""
    return quantity.unit == "index_percent" and quantity.direction is Direction.UP


def _may_be_index(claim: Claim, evidence: Evidence) -> bool:
    quantity = claim.quantity
    return (
        quantity.unit == "percent"
        and quantity.kind is QuantityKind.PERCENT
        and quantity.number >= LEAST_INDEX
        and evidence.sort is Sort.GROWTH
        and quantity.direction is not Direction.DOWN
    )


def in_notation(claim: Claim, evidence: Evidence) -> Interval | None:
    quantity = claim.quantity
    known = as_written(evidence, kind=quantity.kind, unit=quantity.unit, sort=sort_of_claim(claim))
    signed = quantity.unit in ("percent", "percentage_point") and evidence.sort in (
        Sort.GROWTH,
        Sort.OTHER,
    )
    if known is None or not signed or quantity.number < 0:
        return known
    # A fall is written without a minus: "fell by 4.6 %".
    if quantity.direction is Direction.DOWN:
        return known.size if _unsigned(evidence) else known.turned()
    return known.size if quantity.direction is None else known


def _unsigned(evidence: Evidence) -> bool:
    """Whether the evidence does not say up or down itself."""
    return evidence.fact is None and evidence.direction is None
