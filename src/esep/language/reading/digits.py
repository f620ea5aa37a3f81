"""Which numbers a run of digits holds: 19 506 and 1,5, in the marks of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from esep.language.reading.lexicon import Lexicon

_PART = re.compile(r"\d+|[ .,']")
# Longer than any amount of money in the world: an account, a code, a trap.
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class Digits:
    start: int
    end: int
    number: Decimal
    decimals: int = 0
    decimal_mark: str = ""
    group_mark: str = ""
    is_code: bool = False


def read_digits(run: str, start: int, lexicon: Lexicon) -> Iterator[Digits]:
    """Return the numbers of a run of digits parted by single spaces, dots, commas, apostrophes."""
    parts = [(match[0], start + match.start()) for match in _PART.finditer(run)]
    at = 0
    while at < len(parts):
        end, group_mark = _groups(parts, at, lexicon)
        whole = "".join(text for text, _ in parts[at:end:2])
        fraction, decimal_mark = "", ""
        if end + 1 < len(parts) and _is_decimal(parts, end, group_mark, lexicon):
            decimal_mark, fraction = parts[end][0], parts[end + 1][0]
            end += 2
        chain = end
        while chain + 1 < len(parts) and parts[chain][0] == "." and decimal_mark == ".":
            chain += 2  # 10.06.2024, 1.2.3
        is_code = chain > end or len(whole) + len(fraction) > _LONGEST
        last, place = parts[chain - 1]
        yield Digits(
            start=parts[at][1],
            end=place + len(last),
            number=Decimal(0) if is_code else Decimal(f"{whole}.{fraction}" if fraction else whole),
            decimals=len(fraction),
            decimal_mark=decimal_mark,
            group_mark=group_mark,
            is_code=is_code,
        )
        at = chain + 1


def _groups(parts: list[tuple[str, int]], at: int, lexicon: Lexicon) -> tuple[int, str]:
    """Return where the whole part ends and the mark between its groups of three."""
    head = parts[at][0]
    if len(head) > 3 or head.startswith("0"):
        return at + 1, ""
    mark = parts[at + 1][0] if at + 1 < len(parts) else ""
    end = at + 1
    while end + 1 < len(parts) and parts[end][0] == mark and len(parts[end + 1][0]) == 3:
        end += 2
    groups = (end - at - 1) // 2
    # A decimal mark groups too, but only where it stands twice: 1,234,567 in any language.
    always = mark in (" ", "'") or (mark == "," and lexicon.comma_groups)
    if not groups or (groups == 1 and not always):
        return at + 1, ""
    return end, mark


def _is_decimal(parts: list[tuple[str, int]], at: int, group_mark: str, lexicon: Lexicon) -> bool:
    mark, following = parts[at][0], parts[at + 1][0]
    if mark == group_mark or mark not in ".,":
        return False
    if mark in lexicon.decimal_marks:
        return True
    # English with a decimal comma: 88,5; three digits after it would have been a group.
    return len(following) < 3
