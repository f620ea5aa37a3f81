"""What does a raised character mean: a power of a measure, or a mark that leads to a note?"""

from __future__ import annotations

import re

_MARK = re.compile(r"[\[(]?[\d*†‡,;–\- ]{1,8}[\])]?")
_MEASURE = re.compile(r"(?:^|[\s\d])(?:[мm]|км|km|см|cm|дм|dm|шаршы м)$")
_POWERS = {"2": "²", "3": "³"}


def raised(text: str, before: str) -> str:
    """The words to read for a raised text: `м` and 2 is `м²`, `тенге` and 2 is `тенге`."""
    said = text.strip()
    if said in _POWERS and _MEASURE.search(before[-12:].rstrip()):
        return _POWERS[said]
    return "" if _MARK.fullmatch(said) else text
