"""How each language writes numbers, quantities, periods, ranks and names."""

from __future__ import annotations

from functools import cache

from esep.errors import NotFound
from esep.language.base import Language
from esep.language.english import English
from esep.language.kazakh import Kazakh
from esep.language.russian import Russian

__all__ = ["CODES", "Language", "language"]

_CLASSES: tuple[type[Language], ...] = (English, Russian, Kazakh)

CODES: tuple[str, ...] = tuple(each.code for each in _CLASSES)


@cache
def language(code: str) -> Language:
    """Find a language by its code: `en`, `ru` or `kk`."""
    for each in _CLASSES:
        if each.code == code:
            return each()
    raise NotFound(f"there is no language '{code}'", hint=f"there are: {', '.join(CODES)}")
