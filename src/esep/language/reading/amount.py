"""A number as it is written, before anything is known of what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from esep.language.reading.lexicon import Form
from esep.model.claim import Direction


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written. `start` to `head` is the number alone, up to `end` its scale word."""

    start: int
    head: int
    end: int
    number: Decimal
    """In its scale: 3.7 of "3.7 trillion"."""
    decimals: int = 0
    scale: int = 0
    step: Decimal = Decimal(1)
    """The place value of the last digit, in the scale."""
    form: Form = Form.CARDINAL
    decimal_mark: str = ""
    group_mark: str = ""
    spelled: bool = False
    upper: Decimal | None = None
    """The other end of a range, in the scale."""
    direction: Direction | None = None

    @property
    def value(self) -> Decimal:
        return self.number.scaleb(self.scale)
