"""How a decimal number is put into digits: sign, groups of three, decimal mark."""

from __future__ import annotations

from decimal import Decimal

from esep.errors import Defect

MINUS = "\u2212"
NBSP = "\u00a0"


def write_digits(value: Decimal, decimals: int, *, decimal_mark: str, group_mark: str) -> str:
    """Write a value that is already rounded; a finer value is a defect, never rounded here."""
    whole, fraction = _split(value, decimals)
    head = len(whole) % 3 or 3
    groups = [whole[:head], *(whole[at : at + 3] for at in range(head, len(whole), 3))]
    text = group_mark.join(groups)
    if decimals:
        text += decimal_mark + fraction
    # A zero has no sign, so that -0.0 is never read as a fall.
    return MINUS + text if value < 0 else text


def whole_number(value: Decimal) -> int:
    """Return a value that can only be whole, as a place among regions is."""
    if not value.is_finite() or value != int(value):
        raise Defect(f"{value} is not a whole number", detail="a rank or a place has no fractions")
    return int(value)


def _split(value: Decimal, decimals: int) -> tuple[str, str]:
    if not value.is_finite():
        raise Defect(f"{value} cannot be written as a number")
    whole, _, fraction = format(value.copy_abs(), "f").partition(".")
    kept, lost = fraction[:decimals], fraction[decimals:]
    if lost.strip("0"):
        raise Defect(
            f"{value} has more than {decimals} decimals",
            detail="a language writes numbers that are rounded already",
            hint="round it with model.quantity",
        )
    return whole.lstrip("0") or "0", kept.ljust(decimals, "0")
