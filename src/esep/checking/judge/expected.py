"""Which words are to be put in place of a figure, in the style of its own text?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from esep.checking.judge.evidence import Evidence
from esep.checking.judge.fit import step_of
from esep.checking.judge.statements import in_notation
from esep.language import Language, language
from esep.language.digits import write_digits
from esep.language.spelled import spell
from esep.model.claim import Claim, Expected, Hedge, Quantity, QuantityKind
from esep.model.quantity import Printed, for_sentence, round_half_up
from esep.model.unit import Unit, UnitKind

FINEST = 4
"""Decimals that are added at the most, so that a small number does not become zero."""

_LARGE = Decimal(10_000)
_ENDING = re.compile(r"(?P<hyphen>[-\u2010\u2011\u2013])(?P<ending>[^\W\d_]+)")


def expected(claim: Claim, evidence: Evidence, units: Mapping[str, Unit]) -> Expected | None:
    """The value of the evidence and the words for it; None where it has no such notation."""
    known = in_notation(claim, evidence)
    if known is None:
        return None
    quantity, told = claim.quantity, language(claim.language)
    value = known.value
    if _is_growth_read_as_index(claim, evidence):
        value -= 100
    if quantity.kind is QuantityKind.RANK:
        return Expected(value, _rank(quantity, int(value), told))
    if quantity.kind is QuantityKind.FRACTION:
        share = value if quantity.unit == "percent" else value * 100
        printed = Printed(round_half_up(share, 0), 0, 0)
        return Expected(value, told.quantity(printed, units["percent"]))
    if quantity.kind is QuantityKind.TIMES and quantity.text.isalpha():
        # One word for it, as "doubled" is.
        printed = Printed(round_half_up(value, 1), 0, 1)
        return Expected(value, told.quantity(printed, units["times"]))
    unit = units.get(quantity.unit)
    number = value.scaleb(-quantity.written.scale)
    if quantity.written.scale and unit and not 1 <= abs(number) < _LARGE:
        printed = for_sentence(value, unit, decimals=1, quantum=evidence.quantum)
        return Expected(value, told.quantity(printed, unit))
    rounded, decimals = _rounded(quantity, value)
    return Expected(value, _in_place(quantity, rounded, decimals, told, units))


def _is_growth_read_as_index(claim: Claim, evidence: Evidence) -> bool:
    """`Rose by 85 %` passes for an index; what was said of it is a growth."""
    return (
        claim.quantity.unit == "index_percent"
        and claim.quantity.direction is not None
        and evidence.unit == "percent"
    )


def _rounded(quantity: Quantity, value: Decimal) -> tuple[Decimal, int]:
    """In the scale of the text, with its decimals, on the right side of a hedge."""
    scale, decimals = quantity.written.scale, quantity.written.decimals
    if quantity.hedge is not None and value:
        step = step_of(quantity)
        while step > quantity.quantum and step * 10 > abs(value):
            step /= 10
        rounded = value / step
        match quantity.hedge.side:
            case Hedge.OVER:
                rounded = rounded.to_integral_value(ROUND_FLOOR)
            case Hedge.UNDER:
                rounded = rounded.to_integral_value(ROUND_CEILING)
            case Hedge.ABOUT:
                rounded = round_half_up(rounded, 0)
        if rounded:
            number = (rounded * step).scaleb(-scale)
            return round_half_up(number, decimals), decimals
    number = value.scaleb(-scale)
    while value and decimals < FINEST and not round_half_up(number, decimals):
        decimals += 1
    return round_half_up(number, decimals), decimals


def _in_place(
    quantity: Quantity, number: Decimal, decimals: int, told: Language, units: Mapping[str, Unit]
) -> str:
    """The quantity's own words around the new number."""
    written = quantity.written
    first, last = written.start - quantity.start, written.end - quantity.start
    before, after = quantity.text[:first], quantity.text[last:]
    digits = _digits(quantity, number, decimals, told)
    ending = _ENDING.match(after)
    if ending and told.code == "kk":
        suffix = _suffix(quantity.text[first:last], ending["ending"], digits, told)
        after = ending["hyphen"] + suffix + after[ending.end() :]
    elif not written.scale and told.code != "kk":
        after = _agreeing(after, number, decimals, told, units)
    return before + digits + after


def _digits(quantity: Quantity, number: Decimal, decimals: int, told: Language) -> str:
    written = quantity.written
    if written.spelled and not decimals and (words := spell(int(number), told.code)):
        return words[0].upper() + words[1:] if quantity.text[:1].isupper() else words
    # A long number that its writer did not group stays ungrouped.
    ungrouped = not written.group_mark and abs(quantity.number.scaleb(-written.scale)) >= 1000
    group = "" if ungrouped and not written.spelled else written.group_mark or told.group_mark
    mark = written.decimal_mark or told.decimal_mark
    return write_digits(number, decimals, decimal_mark=mark, group_mark=group)


def _suffix(old: str, ending: str, new: str, told: Language) -> str:
    """The same Kazakh case for another number: 8-ге, but 9-ға."""
    for case in told.cases:
        if told.case_suffix(old, case) == ending:
            return told.case_suffix(new, case)
    return ending


def _agreeing(
    after: str, number: Decimal, decimals: int, told: Language, units: Mapping[str, Unit]
) -> str:
    """The counted noun in the form the new number asks for: 53 школы, 55 школ.

    A Kazakh noun has one form after any number.
    """
    noun = after.strip().lower()
    for unit in units.values():
        name = unit.names[told.code]
        if unit.kind in (UnitKind.PERCENT, UnitKind.INDEX):
            continue  # "per cent" in words stays in words
        if noun and noun in (name.text, *(name.forms or {}).values()):
            bare = told.number(number, decimals)
            whole = told.quantity(Printed(number, 0, decimals), unit)
            if whole.startswith(bare):
                space = after[: len(after) - len(after.lstrip())]
                return space + whole[len(bare) :].lstrip()
    return after


def _rank(quantity: Quantity, place: int, told: Language) -> str:
    first = quantity.written.start - quantity.start
    last = quantity.written.end - quantity.start
    if told.code == "en" or quantity.written.spelled:
        ordinal = told.ordinal(place)
        after = quantity.text[last:]
        if told.code == "en":
            after = re.sub(r"^(?:st|nd|rd|th)\b", "", after)
        return quantity.text[:first] + ordinal + after
    return quantity.text[:first] + str(place) + quantity.text[last:]
