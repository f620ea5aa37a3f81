"""Which numbers beside each other are one: 1 trillion 245.3 billion, 25-30 thousand, 1/3."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from esep.language.reading.amount import Amount
from esep.language.reading.lexicon import Form, Lexicon, after, before

_LOOK_BACK = 24


def joined(text: str, found: Sequence[Amount], lexicon: Lexicon) -> Iterator[Amount]:
    """Make one of "1 trillion 245.3 billion" and of the two ends of a range."""
    waiting: Amount | None = None
    for amount in found:
        if waiting is None:
            waiting = amount
            continue
        between = text[waiting.end : amount.start]
        one = (
            _compound(waiting, amount, between)
            or _range(text, waiting, amount, lexicon)
            or _stray(text, waiting, amount, lexicon)
            or _written_share(waiting, amount, between)
        )
        if one is None:
            yield waiting
        waiting = one or amount
    if waiting is not None:
        yield waiting


def _compound(first: Amount, second: Amount, between: str) -> Amount | None:
    if (
        between.strip(" ")
        or len(between) > 2
        or first.decimals
        or first.upper is not None
        or first.scale <= second.scale
        or first.form is not Form.CARDINAL
        or second.form is not Form.CARDINAL
        or second.value >= Decimal(10) ** first.scale
        or (first.scale > 6 and not second.scale)  # a rate: 5 млрд 100 000 адамға
    ):
        return None
    number = first.number.scaleb(first.scale - second.scale) + second.number
    return replace(second, start=first.start, number=number, spelled=first.spelled)


def _range(text: str, first: Amount, second: Amount, lexicon: Lexicon) -> Amount | None:
    plain = first.form is Form.CARDINAL and second.form in (Form.CARDINAL, Form.ORDINAL)
    if not plain or first.upper is not None or len(text[first.end : second.start]) > 12:
        return None
    between = text[first.end : second.start]
    scale = first.scale or second.scale
    higher = second.value > first.number.scaleb(scale)
    dashed = between == "-" or (between == " - " and not first.spelled)
    opened = text[max(0, first.start - _LOOK_BACK) : first.start]
    worded = not before(lexicon.from_before).search(opened) and any(
        re.fullmatch(middle, between) and before(opening).search(opened)
        for opening, middle in lexicon.ranges
    )
    if not higher or not (dashed or worded):
        return None
    return replace(
        first,
        end=second.end,
        head=second.head,
        scale=second.scale,
        number=first.number.scaleb(scale - second.scale),
        upper=second.number,
        form=second.form,
    )


def _stray(text: str, first: Amount, second: Amount, lexicon: Lexicon) -> Amount | None:
    """Join a decimal that a stray space has parted: (88, 5%)."""
    if (
        lexicon.comma_groups
        or text[first.end : second.start] != ", "
        or first.spelled
        or second.spelled
        or first.end != first.head
        or second.end - second.start != 1
        or first.decimals
        or first.upper is not None
        or not after(" ?%").match(text, second.end)
        or text[max(0, first.start - 2) : first.start] == ", "
    ):
        return None
    return replace(
        first,
        head=second.end,
        end=second.end,
        number=first.number + second.number.scaleb(-1),
        decimals=1,
        step=Decimal("0.1"),
        decimal_mark=",",
    )


def _written_share(first: Amount, second: Amount, between: str) -> Amount | None:
    """Read 1/3 and 9/10; a season 2023/24 is no share."""
    if between != "/" or first.head - first.start > 1 or not 1 < second.number <= 10:
        return None
    if first.spelled or second.spelled or not 0 < first.number < second.number:
        return None
    share = first.number / second.number
    return replace(first, head=second.head, end=second.end, number=share, form=Form.FRACTION)
