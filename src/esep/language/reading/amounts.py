"""Where the numbers of a sentence stand, in digits or in words, and what they amount to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from esep.language.reading.digits import Digits, read_digits
from esep.language.reading.lexicon import Form, Lexicon, after, before
from esep.language.reading.spelled import read_words
from esep.model.claim import Direction

_TOKEN = re.compile(r"(?P<digits>\d+(?:[ .,']\d+)*)|(?P<word>[^\W\d_]+)")
_SPACE = re.compile(r" ?")
_LOOK_BACK = 24


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
    return list(_joined(text, found, lexicon))


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


def _joined(text: str, found: list[Amount], lexicon: Lexicon) -> Iterator[Amount]:
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
