"""What a number counts, and in what multiple."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from esep.model.text import Names


class UnitKind(StrEnum):
    """How a unit behaves in arithmetic and in a sentence."""

    MONEY = "money"
    COUNT = "count"
    MEASURE = "measure"
    PERCENT = "percent"
    """A share or a rate: it changes by percentage points."""
    POINTS = "points"
    """A difference between two percentages."""
    INDEX = "index"
    """Per cent of a base, 100 = no change: 107.9 says +7.9 %."""
    RANK = "rank"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the pack. `names` hold the noun with its plural or case forms per language."""

    id: str
    kind: UnitKind
    names: Names
    symbol: str = ""
    written: tuple[str, ...] = ()
    """How texts write it besides its name and symbol: abbreviations, in any language."""
    before: tuple[str, ...] = ()
    """The same for what means it only where it stands right before a number."""


_WRITTEN = re.compile(r"([A-Za-z][A-Za-z0-9_]*)(?::(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class ScaledUnit:
    """A unit with a power of ten, as observations name it: `KZT:6` is million tenge."""

    unit_id: str
    scale: int = 0

    @classmethod
    def parse(cls, text: str) -> ScaledUnit:
        match = _WRITTEN.fullmatch(text.strip())
        if not match:
            raise ValueError(
                f"'{text}' is not a unit: write a unit id, with a scale if any (KZT:6)"
            )
        return cls(match[1], int(match[2] or 0))

    @property
    def code(self) -> str:
        return f"{self.unit_id}:{self.scale}" if self.scale else self.unit_id

    @property
    def factor(self) -> Decimal:
        return Decimal(10) ** self.scale

    def __str__(self) -> str:
        return self.code
