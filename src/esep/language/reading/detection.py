"""Which language is a sentence in: English, Russian, or Kazakh in either alphabet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|')*")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")

_TWO = 2
"""So few words say nothing by their alphabet."""

# Letters one language has and its neighbours have not, and the small words no sentence lacks.
_KAZAKH_LETTERS = re.compile("[әғқңөұүһі]|ысы|ында|ына$|ынан$|ымен$|ының$|лды$|ыпты$")
_RUSSIAN_LETTERS = re.compile("[щъё]|ци|ого$|его$|ый$|ой$|ых$|ий$|ая$|ть$|ться$|ами$|ями$|ение")
_KAZAKH_LATIN_LETTERS = re.compile("[äáǵğıíńñŋóöúüúýşšṣᶇqûū]|sh[yi]")
_KAZAKH = frozenset(
    {
        *("мен", "бен", "пен", "ал", "осы", "сол", "бар", "жаңа", "оның"),
        *("бойынша", "туралы", "дейін", "кейін", "астам", "артық", "кем", "тағы", "мың"),
        *("пайыз", "пайызға", "жоба", "орын", "есе", "жылы", "жылғы", "жыл", "айда", "адам"),
        *("болды", "артты", "берді", "деді", "басшысы", "облыс", "облысы", "облысында", "аудан"),
        *("он", "ай", "айы", "мектеп", "емхана", "аурухана", "ауыл", "жатыр", "отыр", "тек"),
        *("барлығы", "шамамен", "саны", "салынды", "салынып", "ашылды", "былтыр", "биыл"),
    }
)
_RUSSIAN = frozenset(
    {
        *("и", "в", "во", "на", "с", "со", "по", "к", "ко", "из", "от", "до", "за", "у", "о", "об"),
        *("что", "как", "для", "это", "или", "при", "его", "их", "был", "была", "были"),
        *("более", "менее", "свыше", "около", "также", "года", "году", "год", "тыс"),
        *("рост", "это", "который", "которые", "между", "через", "под", "над", "без", "они"),
    }
)
_KAZAKH_LATIN = frozenset(
    {
        *(
            "jäne",
            "jane",
            "men",
            "ben",
            "pen",
            "bul",
            "osy",
            "bar",
            "bolyp",
            "boldy",
            "jyl",
            "jyly",
        ),
        *("jylǵy", "jylğy", "boıynsha", "boiynşa", "boiynsha", "deıin", "deiin", "astam", "teńge"),
        *(
            "mıllıon",
            "mlrd",
            "mln",
            "trln",
            "oblysy",
            "oblys",
            "paıyz",
            "paiyz",
            "paıyzǵa",
        ),
        *("myń", "myñ", "oryn", "orny", "ese", "salyndy", "joba", "óńir", "aıda", "aida", "artty"),
    }
)
_ENGLISH = frozenset(
    {
        *(
            "the",
            "of",
            "and",
            "in",
            "to",
            "a",
            "an",
            "by",
            "for",
            "with",
            "was",
            "were",
            "is",
            "are",
        ),
        *("has", "have", "been", "will", "from", "on", "at", "as", "its", "this", "that", "than"),
        *("year", "billion", "million", "thousand", "percent", "projects", "region", "new", "over"),
    }
)


def detect(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the language of each text; one without a sign of its own follows the others.

    The language of the whole is asked too, so that a heading of two names, or a Russian
    sentence about Жетісу, is not taken for another language.
    """
    votes = [_votes(text) for text in texts]
    total = {code: sum(vote.get(code, 0) for vote in votes) for code in ("en", "ru", "kk")}
    alphabets = [_by_alphabet(text) for text in texts]
    common = _most(total) or next(filter(None, alphabets), "en")
    found: list[str] = []
    for vote, alphabet in zip(votes, alphabets, strict=True):
        own = dict(vote)
        if own.get(common):
            own[common] += 1
        # Kazakh is written in both alphabets.
        shared = not alphabet or common in (alphabet, "kk")
        best = _most(own)
        tied = own.get(best) == own.get(common)
        found.append((common if tied else best) or (common if shared else alphabet))
    return tuple(found)


def _most(votes: dict[str, int]) -> str:
    best = max(votes, key=lambda code: votes[code], default="")
    return best if best and votes[best] > 0 else ""


def _votes(text: str) -> dict[str, int]:
    """Count words that speak for a language; a name in capitals says little."""
    cyrillic, latin = _plain_words(text)
    return {
        "en": _count(latin, _ENGLISH, None),
        "ru": _count(cyrillic, _RUSSIAN, _RUSSIAN_LETTERS),
        "kk": _count(cyrillic, _KAZAKH, _KAZAKH_LETTERS)
        + _count(latin, _KAZAKH_LATIN, _KAZAKH_LATIN_LETTERS),
    }


def _by_alphabet(text: str) -> str:
    """The language of a text that has nothing but plain words of one alphabet."""
    cyrillic, latin = _plain_words(text)
    if max(len(cyrillic), len(latin)) < _TWO or len(cyrillic) == len(latin):
        return ""
    return "ru" if len(cyrillic) > len(latin) else "en"


def _plain_words(text: str) -> tuple[list[str], list[str]]:
    """The words in small letters, of the one alphabet and of the other."""
    cyrillic: list[str] = []
    latin: list[str] = []
    plain = _ADDRESS.sub(" ", text)
    for match in _WORD.finditer(plain):
        word = match[0]
        joined = plain[match.end() : match.end() + 1] == "-"  # is-shara is no English "is"
        if joined or (word[0].isupper() and match.start() > 0):
            continue
        if len(word) > 1 or word.lower() in _RUSSIAN | _ENGLISH:
            (cyrillic if _CYRILLIC.search(word) else latin).append(word.lower())
    return cyrillic, latin


def _count(words: Iterable[str], known: frozenset[str], letters: re.Pattern[str] | None) -> int:
    return sum(
        2 if word in known else int(letters is not None and letters.search(word) is not None)
        for word in words
    )
