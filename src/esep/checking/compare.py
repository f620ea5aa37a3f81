"""Where do two reports of one event tell different figures?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from esep.catalog import Catalog
from esep.checking.judge.assign import assign
from esep.checking.judge.cause import slip
from esep.checking.judge.evidence import Evidence, Family, Origin, family
from esep.checking.judge.fit import EXACT, Fit
from esep.checking.judge.frame import Frames, claim_ideas, sort_of_claim, weigh
from esep.checking.judge.statements import TIE, fits_as_written
from esep.model.claim import Checked, Claim, Hedge
from esep.model.unit import UnitKind

VALUE, UNIT, PERIOD, REGION = "value", "unit", "period", "region"
STAGE, SUBJECT, HEDGE = "stage", "subject", "hedge"
"""In what two figures of one thing can differ, the gravest first; `subject` is what it is of."""

ALIKE, UNLIKE = 0.35, 0.50
"""How close two frames must be to be paired: with values that agree, and with others."""
_OTHER_UNIT, _OTHER_REGION = 0.15, 0.20
"""What it costs a pair to be told in another unit, or of another region."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of one thing, by their places in the two lists of figures."""

    left: int
    right: int
    differences: tuple[str, ...] = ()
    cause: str = ""
    """The slip between two values, where one is seen: `scale_slip`, `decimal_lost` ..."""
    rounded: bool = False
    """Whether one is told more exactly than the other."""

    @property
    def is_grave(self) -> bool:
        """Whether the numbers themselves cannot both be right."""
        return VALUE in self.differences or UNIT in self.differences


@dataclass(frozen=True, slots=True)
class Compared:
    agreements: tuple[Pair, ...]
    disagreements: tuple[Pair, ...]
    """Those whose values or units differ first, each part in the order of the left text."""
    only_left: tuple[int, ...]
    only_right: tuple[int, ...]


def compare(left: Checked, right: Checked, catalog: Catalog) -> Compared:
    """Pair the figures of two texts by what they are of, and tell where the pairs differ."""
    ours, theirs = _claims(left), _claims(right)
    told = [_as_evidence(place, claim) for place, claim in theirs]
    frames = _frames([claim for _, claim in ours], [claim for _, claim in theirs], catalog)
    scores = [
        [
            _closeness(frames, claim, each, abs(row / len(ours) - column / len(told)))
            for column, each in enumerate(told)
        ]
        for row, (_, claim) in enumerate(ours)
    ]
    fits = [[_agreement(claim, each, other) for each, (_, other) in zip(told, theirs, strict=True)]
            for _, claim in ours]  # fmt: skip
    tied = [
        [_tied(score, found) for score, found in zip(*rows, strict=True)]
        for rows in zip(scores, fits, strict=True)
    ]
    paired = assign(tied)
    pairs = [
        _pair(ours[row], theirs[column], told[column], fits[row][column])
        for row, column in sorted(paired.items())
    ]
    taken = set(paired.values())
    return Compared(
        agreements=tuple(each for each in pairs if not each.differences),
        disagreements=tuple(
            sorted((each for each in pairs if each.differences), key=lambda each: not each.is_grave)
        ),
        only_left=tuple(
            ours[row][0]
            for row in range(len(ours))
            if row not in paired and not any(_repeats(tied[row], column) for column in taken)
        ),
        only_right=tuple(
            theirs[column][0]
            for column in range(len(theirs))
            if column not in taken and not any(_repeats(tied[row], column) for row in paired)
        ),
    )


def _claims(checked: Checked) -> list[tuple[int, Claim]]:
    return [
        (place, each.claim)
        for place, each in enumerate(checked.figures)
        if not each.claim.quantity.not_claim
    ]


def _frames(ours: Sequence[Claim], theirs: Sequence[Claim], catalog: Catalog) -> Frames:
    parents = {each.code: each.parent for each in catalog.regions.by_id.values()}
    return Frames(
        weigh(claim_ideas(each) for each in (*ours, *theirs)),
        lambda code: parents.get(code, ""),
        frozenset(each.id for each in catalog.units.values() if each.kind is UnitKind.COUNT),
        same_event=True,
    )


def _as_evidence(place: int, claim: Claim) -> Evidence:
    quantity = claim.quantity
    return Evidence(
        id=str(place),
        origin=Origin.SAID,
        indicator=claim.indicator,
        topic=claim.topic,
        region=claim.region or claim.region_name,
        period=claim.period,
        sort=sort_of_claim(claim),
        value=quantity.number,
        unit=quantity.unit,
        day=date.min,
        source="",
        quantum=quantity.quantum,
        planned=claim.planned,
        label=f"{claim.label} {quantity.unit_text} {quantity.text}",
        language=claim.language,
        hedge=quantity.hedge and quantity.hedge.side,
        direction=quantity.direction,
        place=place,
    )


def _closeness(frames: Frames, claim: Claim, other: Evidence, order: float) -> float | None:
    """As for evidence, but a report may well err in the unit or in the place."""
    cost = 0.0
    if frames.closeness(claim, replace(other, region=claim.region), order) is None:
        if family(claim.quantity.unit) == Family.PERCENT or family(other.unit) == Family.PERCENT:
            return None
        if Family.RANK in (family(claim.quantity.unit), family(other.unit)):
            return None
        other, cost = replace(other, unit=claim.quantity.unit), _OTHER_UNIT
    score = frames.closeness(claim, other, order)
    if score is None:
        cost += _OTHER_REGION
        score = frames.closeness(claim, replace(other, region=claim.region), order)
    return None if score is None else score - cost


def _agreement(claim: Claim, evidence: Evidence, other: Claim) -> Fit | None:
    """Whether the values are one, or one the rounding of the other."""
    if not _one_unit(claim, other):
        return None
    found = fits_as_written(claim, evidence)
    return found if found is not None else fits_as_written(other, _as_evidence(0, claim))


def _one_unit(one: Claim, other: Claim) -> bool:
    return family(one.quantity.unit) == family(other.quantity.unit)


def _tied(score: float | None, found: Fit | None) -> float | None:
    if score is None or score < (ALIKE if found else UNLIKE):
        return None
    return score + (TIE if found else 0.0)


def _repeats(tied: Sequence[float | None], column: int) -> bool:
    """Whether a figure left alone only says again what a pair says."""
    score = tied[column]
    return score is not None and score >= UNLIKE + TIE


def _pair(
    ours: tuple[int, Claim], theirs: tuple[int, Claim], told: Evidence, found: Fit | None
) -> Pair:
    (left, one), (right, other) = ours, theirs
    differences = tuple(_differences(one, other, found))
    cause = slip(one, told) if VALUE in differences and _one_unit(one, other) else ""
    rounded = found is not None and found.reason != EXACT
    return Pair(left, right, differences, cause, rounded)


def _differences(one: Claim, other: Claim, found: Fit | None) -> Iterator[str]:
    if not _one_unit(one, other):
        yield UNIT
        if one.quantity.number != other.quantity.number:
            yield VALUE
    elif found is None:
        yield VALUE
    if one.period is not None and other.period is not None and one.period != other.period:
        yield PERIOD
    if one.region and other.region and one.region != other.region:
        yield REGION
    if one.planned != other.planned:
        yield STAGE
    if one.topic and other.topic and one.topic != other.topic:
        yield SUBJECT
    if _side(one) != _side(other):
        yield HEDGE


def _side(claim: Claim) -> Hedge | None:
    return claim.quantity.hedge and claim.quantity.hedge.side
