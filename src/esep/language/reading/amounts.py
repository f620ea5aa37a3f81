"""Where the numbers of a sentence stand, in digits or in words, and what they amount to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from esep.language.reading.amount import Amount
from esep.language.reading.digits import Digits, read_digits
from esep.language.reading.joining import joined
from esep.language.reading.lexicon import Form, Lexicon, after
from esep.language.reading.spelled import read_words

_TOKEN = re.compile(r"(?P<digits>\d+(?:[ .,']\d+)*)|(?P<word>[^\W\d_]+)")
_SPACE = re.compile(r" ?")


def amounts(text: str, lexicon: Lexicon) -> list[Amount]:
    """Return every number of the folded letters, ranges and compound numbers as one."""
    found: list[Amount] = []
    at = 0
    while token := _TOKEN.search(text, at):
        if token["digits"]:
            read = [
                _with_scale(text, _of_digits(digits), lexicon)
                for digits in read_digits(token["digits"], token.start(), lexicon)
            ]
        else:
            read = list(_of_words(text, token.start(), lexicon))
        found += read
        at = max([token.end(), *(each.end for each in read)])
    return list(joined(text, found, lexicon))


def _of_digits(digits: Digits) -> Amount:
    return Amount(
        digits.start,
        digits.end,
        digits.end,
        digits.number,
        digits.decimals,
        step=Decimal(1).scaleb(-digits.decimals),
        form=Form.CODE if digits.is_code else Form.CARDINAL,
        decimal_mark=digits.decimal_mark,
        group_mark=digits.group_mark,
    )


def _with_scale(text: str, amount: Amount, lexicon: Lexicon) -> Amount:
    """Read what is written at the digits: a half, the mark of an ordinal, a scale word."""
    if amount.form is Form.CODE:
        return amount
    if half := after(lexicon.half).match(text, amount.head):
        amount = replace(
            amount,
            head=half.end(),
            end=half.end(),
            number=amount.number + Decimal("0.5"),
            decimals=1,
            step=Decimal("0.5"),
        )
    if not amount.decimals and (mark := after(lexicon.ordinal_ending).match(text, amount.head)):
        return replace(amount, end=mark.end(), form=Form.ORDINAL)
    at = amount.head
    if ending := after(lexicon.cardinal_ending).match(text, at):
        at = ending.end()
    if scale := scale_at(text, at, lexicon):
        return replace(amount, scale=scale[0], end=scale[1])
    return replace(amount, end=at)


def scale_at(text: str, at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the scale word after a number as a power of ten and its end."""
    space = _SPACE.match(text, at)
    for power, pattern in lexicon.scales.items():
        if space and (match := after(pattern).match(text, space.end())):
            return power, match.end()
    return None


def _of_words(text: str, at: int, lexicon: Lexicon) -> Iterator[Amount]:
    if vague := after(lexicon.vague).match(text, at):
        yield Amount(at, vague.end(), vague.end(), Decimal(0), form=Form.VAGUE, spelled=True)
        return
    for each in lexicon.multiples:
        if match := after(each.pattern).match(text, at):
            step = Decimal(1) if each.factor >= 1 else Decimal("0.1")
            yield Amount(
                at,
                match.end(),
                match.end(),
                each.factor,
                step=step,
                form=Form.MULTIPLE,
                spelled=True,
                direction=each.direction,
            )
            return
    for pattern, place in lexicon.tops.items():
        if match := after(pattern).match(text, at):
            end = match.end()
            yield Amount(at, end, end, Decimal(place), form=Form.TOP, spelled=True)
            return
    if share := _share(text, at, lexicon):
        number, end = share
        yield Amount(at, end, end, number, form=Form.FRACTION, spelled=True)
        return
    if words := read_words(text, at, lexicon):
        yield Amount(
            at,
            words.head,
            words.end,
            words.number,
            words.decimals,
            words.scale,
            words.step,
            words.form,
            spelled=True,
        )


def _share(text: str, at: int, lexicon: Lexicon) -> tuple[Decimal, int] | None:
    for pattern in lexicon.fraction:
        if match := after(pattern).match(text, at):
            part = _small_number(match.groupdict().get("n") or "1", lexicon)
            whole = _small_number(match["d"], lexicon)
            if 0 < part < whole:
                return Decimal(part) / whole, match.end()
    for pattern, share in lexicon.fractions.items():
        if match := after(pattern).match(text, at):
            return share, match.end()
    return None


def _small_number(word: str, lexicon: Lexicon) -> int:
    if word.isdecimal():
        return int(word)
    numeral = lexicon.numeral(word)
    return numeral.value if numeral else 0
