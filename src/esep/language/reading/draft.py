"""What is known of a quantity while its sentence is being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from esep.language.reading.amount import Amount
from esep.language.reading.lexicon import Form, Lexicon
from esep.model.claim import Direction, Hedge, QuantityKind, Span


@dataclass(slots=True)
class Draft:
    """An amount to which the steps of the grammar add; offsets are into the folded letters."""

    amount: Amount
    start: int
    end: int
    unit: str = ""
    kind: QuantityKind = QuantityKind.COUNT
    unit_start: int = 0
    unit_end: int = 0
    hedge: Hedge | None = None
    direction: Direction | None = None
    span: Span | None = None
    of: Draft | None = None
    scale: int = 0
    reason: str = ""

    @property
    def number(self) -> Decimal:
        return self.amount.number.scaleb(self.scale)

    @property
    def is_plain(self) -> bool:
        """Whether it is digits and nothing else: no mark and no scale."""
        amount = self.amount
        return not (
            amount.spelled
            or self.scale
            or amount.decimals
            or amount.group_mark
            or amount.form is not Form.CARDINAL
        )

    @property
    def is_bare(self) -> bool:
        """Whether no unit and no counted thing is named at the number itself."""
        return not self.unit

    @property
    def is_unnamed(self) -> bool:
        """Whether it counts something that is not named at it: the 46 of "46 of which"."""
        counts = self.kind is QuantityKind.COUNT and self.amount.form is Form.CARDINAL
        return counts and self.unit_start == self.unit_end

    def take_unit(self, unit: str, kind: QuantityKind, start: int, end: int) -> None:
        self.unit, self.kind = unit, kind
        self.unit_start, self.unit_end = start, end
        self.start, self.end = min(self.start, start), max(self.end, end)


@dataclass(slots=True)
class Reading:
    """A sentence in folded letters and what has been read in it so far."""

    text: str
    lexicon: Lexicon
    drafts: list[Draft] = field(default_factory=list)

    def ahead(self, draft: Draft, width: int = 60) -> str:
        """Return what stands before a number, back to a semicolon."""
        return self.text[max(0, draft.start - width) : draft.start].rpartition(";")[2]

    def between(self, first: Draft, second: Draft) -> str:
        return self.text[first.end : second.start]
