"""Which case ending a Kazakh word takes: vowel harmony, the last sound, the possessive."""

from __future__ import annotations

import re

from esep.language import kazakh_lexicon as lexicon
from esep.language.kazakh_numerals import last_spoken_word, read_aloud, read_roman

CASES = ("genitive", "dative", "accusative", "locative", "ablative", "instrumental", "attributive")

_BACK_VOWELS, _FRONT_VOWELS = "аоұыя", "әеөүіэё"
# И, у and ю say nothing about harmony, and after them an ending starts as after a consonant.
_NEUTRAL_VOWELS = "иую"
_VOWELS = _BACK_VOWELS + _FRONT_VOWELS + _NEUTRAL_VOWELS
_NASALS, _BUZZING = "мнң", "зж"
# Б, в, г and д are voiceless at the end of a word: миллиардтың, Қонаевқа.
_VOICELESS = "птккқсшщчцфхһбвгд"

# By the last sound: vowel, nasal, other sonorant, з or ж, voiceless, third-person possessive.
# Each is back/front.
_ENDINGS: dict[str, tuple[str, ...]] = {
    "genitive": ("ның/нің", "ның/нің", "дың/дің", "дың/дің", "тың/тің", "ның/нің"),
    "dative": ("ға/ге", "ға/ге", "ға/ге", "ға/ге", "қа/ке", "на/не"),
    "accusative": ("ны/ні", "ды/ді", "ды/ді", "ды/ді", "ты/ті", "н/н"),
    "locative": ("да/де", "да/де", "да/де", "да/де", "та/те", "нда/нде"),
    "ablative": ("дан/ден", "нан/нен", "дан/ден", "дан/ден", "тан/тен", "нан/нен"),
    "instrumental": ("мен/мен", "мен/мен", "мен/мен", "бен/бен", "пен/пен", "мен/мен"),
    "attributive": ("дағы/дегі", "дағы/дегі", "дағы/дегі", "дағы/дегі", "тағы/тегі", "ндағы/ндегі"),
}
VOWEL, NASAL, SONORANT, BUZZING, VOICELESS, POSSESSIVE = range(6)

ENDINGS = {case: frozenset("/".join(forms).split("/")) for case, forms in _ENDINGS.items()}

_POSSESSIVE_PATTERN = re.compile(
    r"(?:[аәеоөұүыіуияю]с[ыі]|[лдт](?:ары|ері)|[лдт](?:ығы|ігі)|[ғқгку][ыі]ш[ыі])$"
)
_AGENT = re.compile(r"ш[ыі]$")
_CLOSING = "»”\"')]"
_LATIN = str.maketrans(
    {
        **dict(zip("abcdefghijklm", "абкдефгхижклм", strict=True)),
        **dict(zip("nopqrstuvwxyz", "нопқрстувукыз", strict=True)),
    }
)


def case_suffix(text: str, case: str) -> str:
    """Return the ending of a text in a case, by how its last word sounds."""
    if case in ("", "nominative"):
        return ""
    word, sound = _heard(text)
    if not word:
        return ""
    back, front = _ENDINGS[case][sound].split("/")
    return back if _is_back(word) else front


def with_case(text: str, case: str) -> str:
    """Join the ending to the text, with a hyphen after anything that is not a plain word."""
    suffix = case_suffix(text, case)
    if not suffix:
        return text
    if _needs_hyphen(text):
        return f"{text}-{suffix}"
    if len(text) > 2 and text[-1] == text[-2] and text[-1] not in _VOWELS:
        return text[:-1] + suffix  # килограмм: килограмға
    return text + suffix


def _needs_hyphen(text: str) -> bool:
    word = _last_written(text)
    return (
        not word or not word.isalpha() or _is_short(word) or _is_latin(word) or word != _tail(text)
    )


def _tail(text: str) -> str:
    return re.split(r"[\s\-–«„]", text)[-1]


def _last_written(text: str) -> str:
    """The last word without quotes and the dot of an abbreviation."""
    return _tail(text.strip().rstrip(_CLOSING)).rstrip(".")


def _heard(text: str) -> tuple[str, int]:
    """The last word as it is heard, in lower case, and the class of its last sound."""
    written = _last_written(text)
    if spoken := last_spoken_word(text.strip().rstrip(_CLOSING)):
        return spoken, _sound(spoken)
    if written.endswith("%"):
        written = "%"
    if written.lower() in lexicon.READ_AS and not (len(written) > 1 and written.isupper()):
        spoken = lexicon.READ_AS[written.lower()]
        return spoken, _sound(spoken)
    if numeral := read_roman(written):
        # A Roman numeral is an ordinal: II is екінші.
        return "ыншы" if _is_back(read_aloud(numeral)[-1]) else "інші", VOWEL
    if _is_latin(written):
        written = written.lower().translate(_LATIN)
    elif _is_initials(written):
        spoken = _initials(written)
        return spoken, _sound(spoken)
    word = re.sub(r"[^а-яёәғқңөұүһі]", "", written.lower())
    if not word:
        return "", VOWEL
    if written[0].isupper() and len(word) > 4 and word.endswith("су"):
        word = "су"  # a river or a place, not a verb: its second half is "water"
    return word, POSSESSIVE if is_possessive(text) else _sound(word)


def _is_short(word: str) -> bool:
    return word.lower() in lexicon.READ_AS or _is_initials(word)


def _is_initials(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _is_latin(word: str) -> bool:
    return word.isascii() and any(letter.isalpha() for letter in word)


def _initials(word: str) -> str:
    """Read initials: a vowel among the last two letters makes them a word, else letter names.

    A consonant is named with -ы after it, so ТМД and ВРП end as "ды" and "пы".
    """
    letters = word.lower()
    if letters[-1] in _VOWELS or letters[-2] in _VOWELS or word in lexicon.WORD_INITIALS:
        return letters
    return letters + ("і" if word in lexicon.FRONT_INITIALS else "ы")


def _sound(word: str) -> int:
    last = word.rstrip("ьъ")[-1:]
    if last in _NEUTRAL_VOWELS:
        return SONORANT
    if last in _VOWELS:
        return VOWEL
    if last in _NASALS:
        return NASAL
    if last in _BUZZING:
        return BUZZING
    return VOICELESS if last in _VOICELESS else SONORANT


def is_possessive(text: str) -> bool:
    """Whether a name ends as "its something" does: Алматы облысы, нақты көлем индексі.

    One word alone in -ы/-і with a capital letter is more often a place (Алматы, Қарағанды).
    """
    tail = _last_written(text)
    word = tail.lower()
    if not word.endswith(("ы", "і")) or word in lexicon.STEMS_IN_Y:
        return False
    if word in lexicon.POSSESSIVE_HEADS or _POSSESSIVE_PATTERN.search(word):
        return True
    if _AGENT.search(word):
        return False
    return not tail[0].isupper() or len(text.split()) > 1


def _is_back(word: str) -> bool:
    if word in lexicon.BACK or word in lexicon.FRONT:
        return word in lexicon.BACK
    if word.endswith(("қ", "ғ", "х")):
        return True
    if word.endswith(("нк", "рк", "лк", "г", "ь")):
        return False  # a soft end that only borrowed words have
    if len(word) > 4 and word.endswith(("ев", "ов")):
        word = word[:-2]  # a surname keeps the harmony of its stem: Тоқаевтың, Әуезовтің
    return _vowels_are_back(word)


def _vowels_are_back(word: str) -> bool:
    closed = word[-1] not in _VOWELS
    for position, letter in enumerate(reversed(word)):
        if letter in _BACK_VOWELS:
            return True
        if letter in _FRONT_VOWELS:
            return False
        if letter == "и" and (closed or position == 0):
            earlier = word[: len(word) - position - 1]
            # Closed, it is the front vowel of borrowed words: кредит, тариф, кооператив.
            return not closed and any(each in _BACK_VOWELS for each in earlier)
        if letter in "ую" and closed and position == 1:
            return True  # институт, ресурс
    return "у" in word
