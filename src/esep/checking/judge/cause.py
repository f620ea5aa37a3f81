"""Why may a figure be wrong: what slip would have made this number out of the right one?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from esep.checking.judge.evidence import Evidence, Sort
from esep.checking.judge.fit import FAR_UNDERSTATED, fit, is_far_understated
from esep.checking.judge.frame import sort_of_claim
from esep.checking.judge.interval import HUNDRED, Interval
from esep.checking.judge.statements import fits_as_written, in_notation
from esep.model.claim import Claim, Hedge, Quantity, QuantityKind

SCALE_SLIP, DECIMAL_LOST = "scale_slip", "decimal_lost"
DIGITS_SWAPPED, DIGIT_CHANGED = "digits_swapped", "digit_changed"
INDEX_AS_GROWTH, OTHER_DIRECTION = "index_as_growth", "other_direction"
PER_CENT_FOR_POINTS, OTHER_VALUE = "per_cent_for_points", "other_value"
OTHER_PERIOD, OTHER_REGION = "other_period", "other_region"
ANNUAL_FOR_MONTHS, PLAN_FOR_FACT = "annual_for_months", "plan_for_fact"
NOMINAL_FOR_REAL, EARLIER_VINTAGE = "nominal_for_real", "earlier_vintage"
OTHER_UNIT = "other_unit"
BELOW, ABOVE = "not_over", "not_under"

_THOUSANDS, _TENS = (3, -3, 6, -6), (1, -1, 2, -2)


def slip(claim: Claim, evidence: Evidence) -> str:
    """The slip of the pen between the claim and what is known; `other_value` if none is seen."""
    quantity = claim.quantity
    known = in_notation(claim, evidence)
    if known is None:
        return OTHER_VALUE
    if is_far_understated(quantity, known):
        return FAR_UNDERSTATED
    if quantity.upper is None and quantity.kind is not QuantityKind.RANK:
        bare = replace(quantity, hedge=None)
        if _shifted(bare, known, _THOUSANDS):
            return SCALE_SLIP
        if _shifted(bare, known, _TENS):
            return DECIMAL_LOST
        if _index_taken_for_growth(claim, known):
            return INDEX_AS_GROWTH
        if _turned_round(bare, known):
            return OTHER_DIRECTION
        digits = _digits_of(bare, known)
        if digits:
            return digits
    side = quantity.hedge and quantity.hedge.side
    if side is Hedge.OVER and known.value < quantity.number:
        return BELOW
    if side is Hedge.UNDER and known.value > quantity.number:
        return ABOVE
    return OTHER_VALUE


def _shifted(quantity: Quantity, known: Interval, powers: Iterable[int]) -> bool:
    for power in powers:
        factor = Decimal(1).scaleb(power)
        moved = replace(
            quantity, number=quantity.number * factor, quantum=quantity.quantum * factor
        )
        found = quantity.number and fit(moved, known)
        if found and found.reason in ("exact", "rounded"):
            return True
    return False


def _index_taken_for_growth(claim: Claim, known: Interval) -> bool:
    """`Grew by 107.9 %` where it grew by 7.9 %, or an index of 7.9 %."""
    quantity = claim.quantity
    if sort_of_claim(claim) is not Sort.GROWTH or quantity.kind not in (
        QuantityKind.PERCENT,
        QuantityKind.INDEX,
    ):
        return False
    return any(fit(quantity, known.moved(by)) is not None for by in (HUNDRED, -HUNDRED))


def _turned_round(quantity: Quantity, known: Interval) -> bool:
    return known.value < 0 < quantity.number and fit(quantity, known.turned()) is not None


def _digits_of(quantity: Quantity, known: Interval) -> str:
    """Whether one digit is another, or two neighbours stand the wrong way round."""
    if quantity.quantum <= 0:
        return ""
    ours = _digits(quantity.number, quantity.quantum)
    theirs = _digits(known.value, quantity.quantum)
    if len(ours) != len(theirs) or len(ours) < 2:
        return ""
    unlike = [place for place, digit in enumerate(ours) if digit != theirs[place]]
    if len(unlike) == 2 and unlike[1] == unlike[0] + 1:
        first, second = unlike
        if (ours[first], ours[second]) == (theirs[second], theirs[first]):
            return DIGITS_SWAPPED
    return DIGIT_CHANGED if len(unlike) == 1 and len(ours) > 2 else ""


def _digits(number: Decimal, quantum: Decimal) -> str:
    return str(int((abs(number) / quantum).to_integral_value(rounding="ROUND_HALF_UP")))


# -- another frame ---------------------------------------------------------------------------


def frame_slip(
    claim: Claim, own: Evidence, others: Iterable[Evidence]
) -> tuple[str, Evidence] | None:
    """The other frame whose value the claim has, and what was mistaken for what."""
    if not is_telling(claim.quantity):
        return None
    for reason, evidence in _mistakes(own, others):
        found = fits_as_written(claim, evidence)
        if found is not None and found.reason in ("exact", "rounded"):
            return reason, evidence
    return None


def is_telling(quantity: Quantity) -> bool:
    """A number of one digit is found anywhere by chance."""
    return quantity.quantum > 0 and abs(quantity.number) / quantity.quantum >= 10


def _mistakes(own: Evidence, others: Iterable[Evidence]) -> Iterator[tuple[str, Evidence]]:
    for each in others:
        if each.region != own.region:
            yield OTHER_REGION, each
        elif each.unit == "percentage_point" != own.unit:
            yield PER_CENT_FOR_POINTS, each
        elif each.planned and not own.planned:
            yield PLAN_FOR_FACT, each
        elif each.indicator != own.indicator:
            yield NOMINAL_FOR_REAL, each
        elif each.period != own.period:
            months = own.period and own.period.month_count < 12
            year = each.period and not each.period.is_point and each.period.month_count == 12
            same = own.period and each.period and own.period.end.year == each.period.end.year
            yield (ANNUAL_FOR_MONTHS if months and year and same else OTHER_PERIOD), each
        elif each.value != own.value:
            yield EARLIER_VINTAGE, each
