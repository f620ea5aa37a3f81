"""How much of a document is read? A file from outside may be made to exhaust a reader."""

from __future__ import annotations

import re

from esep.errors import BadRequest

MOST_BYTES = 64 << 20
MOST_CHARACTERS = 2_000_000
"""Seven hundred pages of text; a regional report has two."""
MOST_PAGES = 2_000
MOST_NUMBERS = 40_000
"""A report of two hundred pages full of tables has less; each number costs milliseconds."""

_NUMBER = re.compile(r"\d[\d.,]*")


def require_size(size: int, *, name: str) -> None:
    if size > MOST_BYTES:
        raise BadRequest(
            f"{name} is too large to check.",
            detail=f"It has more than {MOST_BYTES >> 20} MB.",
            hint="Check the report itself, or its parts one by one.",
        )


def require_length(length: int, *, name: str) -> None:
    if length > MOST_CHARACTERS:
        raise BadRequest(
            f"{name} is too long to check.",
            detail=f"It has more than {MOST_CHARACTERS:,} characters of text.",
            hint="Check the report itself, or its parts one by one.",
        )


def require_numbers(text: str, *, name: str) -> None:
    count = sum(1 for _ in _NUMBER.finditer(text))
    if count > MOST_NUMBERS:
        raise BadRequest(
            f"{name} has {count:,} numbers, too many to check at once.",
            detail=f"At most {MOST_NUMBERS:,} are read.",
            hint="Check its parts one by one.",
        )
