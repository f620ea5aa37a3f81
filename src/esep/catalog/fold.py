"""Whether two spellings are the same name: letter case, Kazakh letters, look-alikes, dashes."""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W_]+")
_DROPPED = str.maketrans("", "", "'\u2019\u02bc`\u00ad\u0301")

# Latin letters that look like Cyrillic ones in either case; typed inside Cyrillic words
# because keyboards without Kazakh letters offer them ("Жетiсу", "BРП").
_TWINS = str.maketrans("abcehikmoptxyəɵ", "авсенікмортхуәө")

# Kazakh letters as Russian texts print them: Қонаев and Конаев are one city.
_KAZAKH = str.maketrans("әғқңөұүһіё", "агкноуухие")


def fold(text: str) -> str:
    """Return the spelling by which names are compared; it is never shown."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_DROPPED)
    return " ".join(_fold_word(word) for word in _WORD.findall(plain))


def _fold_word(word: str) -> str:
    if _CYRILLIC.search(word):
        word = word.translate(_TWINS)
    return word.translate(_KAZAKH)
