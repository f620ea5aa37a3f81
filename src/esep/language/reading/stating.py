"""How a draft becomes the quantity that others work with, in the offsets of the document."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from esep.language.reading.draft import Draft
from esep.language.reading.letters import Letters
from esep.language.reading.lexicon import Form, Lexicon, after
from esep.language.reading.normal import normalise, true_end
from esep.model.claim import Quantity, QuantityKind, Written

# An index says so and is near 100; below this a "price index of 5%" is a change.
_LOWEST_INDEX = 50


class Page:
    """A sentence as it is printed, for offsets of its folded letters."""

    def __init__(self, piece: str, heard: Letters, start: int, lexicon: Lexicon) -> None:
        self.piece, self.heard, self.start, self.lexicon = piece, heard, start, lexicon

    @cached_property
    def _even(self) -> str:
        return normalise(self.piece)

    def span(self, start: int, end: int) -> tuple[int, int]:
        first, last = self.heard.span(start, end)
        return first, true_end(self.piece, self._even, last)


def stated(draft: Draft, page: Page, *, ahead: str, of: int | None) -> Quantity:
    """Return the quantity of a draft; `ahead` is what stands before it."""
    amount, piece = draft.amount, page.piece
    start, end = page.span(draft.start, draft.end)
    head, head_end = page.span(amount.start, amount.head)
    unit_start, unit_end = page.span(draft.unit_start, draft.unit_end)
    unit, kind = _settled(draft, page.lexicon, ahead)
    is_share = kind is QuantityKind.FRACTION
    factor = Decimal(100) if is_share else Decimal(1).scaleb(draft.scale)
    return Quantity(
        start=page.start + start,
        end=page.start + end,
        text=piece[start:end],
        number=_plain(amount.number * factor),
        # A share in words has no last digit; who judges it knows the row of plain fractions.
        quantum=Decimal(1) if is_share else _plain(amount.step * factor),
        unit=unit,
        kind=kind,
        written=Written(
            start=page.start + head,
            end=page.start + head_end,
            decimals=amount.decimals,
            scale=draft.scale,
            decimal_mark=amount.decimal_mark,
            group_mark=_group_mark(piece[head:head_end], amount.group_mark),
            spelled=amount.spelled,
        ),
        upper=None if amount.upper is None else _plain(amount.upper * factor),
        unit_text=piece[unit_start:unit_end].strip(" -"),
        hedge=draft.hedge,
        direction=draft.direction,
        span=draft.span,
        of=of,
        not_claim=draft.reason,
    )


def _settled(draft: Draft, lexicon: Lexicon, ahead: str) -> tuple[str, QuantityKind]:
    """Return unit and kind; a percentage that the words call an index is one."""
    if draft.amount.form in (Form.VAGUE, Form.CODE) or not draft.unit:
        return draft.unit or "other", draft.kind if draft.unit else QuantityKind.OTHER
    amount = draft.amount
    is_index = (
        (draft.kind is QuantityKind.PERCENT or (draft.is_unnamed and amount.decimals))
        and draft.direction is None
        and draft.number >= _LOWEST_INDEX
        and after(rf"(?<![^\W_])(?:{lexicon.index})(?![^\W_])").search(ahead)
    )
    return ("index_percent", QuantityKind.INDEX) if is_index else (draft.unit, draft.kind)


def _plain(number: Decimal) -> Decimal:
    """Return a number without an exponent: 3.7E+12 is 3700000000000."""
    return Decimal(format(number, "f"))


def _group_mark(written: str, heard: str) -> str:
    """Return the mark as it is printed: a no-break space is heard as a space."""
    return next((each for each in written if heard and not each.isalnum()), "")
