"""How does a draft write a text so that YAML reads it back, and a guess so that it is seen?"""

from __future__ import annotations

import json
import re

GUESS = "# guess"
_PLAIN = re.compile(r"[A-Za-zА-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі(][^:#\[\]{},&*!|>'\"%@`]*")
_RESERVED = {"true", "false", "null", "yes", "no", "~"}


def quoted(text: str) -> str:
    """A text as YAML takes it."""
    one_line = " ".join(text.split())
    if _PLAIN.fullmatch(one_line) and one_line.casefold() not in _RESERVED:
        return one_line
    return json.dumps(one_line, ensure_ascii=False)
