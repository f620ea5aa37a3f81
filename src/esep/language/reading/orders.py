"""By which words does a text say that somebody instructed, or only stressed, something?"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from esep.language.reading.english_orders import ENGLISH
from esep.language.reading.kazakh_orders import KAZAKH
from esep.language.reading.phrases import Found, Phrase, PhraseBook, parts
from esep.language.reading.russian_orders import RUSSIAN
from esep.language.reading.words import Word


class Sign(StrEnum):
    """What a word or a phrase does where somebody is told to do something."""

    ORDER = "order"
    """Instructed, demanded: it orders by itself."""
    ASK = "ask"
    """Told, asked: it orders where a task follows."""
    TASK = "task"
    """An instruction, a task: what is given."""
    WISH = "wish"
    """Wants, expects of: an emphasis in the mouth of who may instruct."""
    IT = "it"
    """What stands for a task told elsewhere: `the President ordered it`."""
    GIVE = "give"
    """Gave, set, received, concerned: it makes an order of a task."""
    GET = "get"
    """Received: the one who is told to is the subject."""
    SEVERAL = "several"
    """A list of, a number of: without them being told."""
    SUCH = "such"
    """These are, with such: the task was told just before."""
    CARRY = "carry"
    """Implementation: what happens to an instruction that was given before."""
    BACK = "back"
    """On the instruction of, as instructed: a reference to one that was given before."""
    AS = "as"
    STRESS = "stress"
    MUST = "must"
    """Should, it is necessary: an order only in the mouth of who may give one."""
    SAID = "said"
    AHEAD = "ahead"
    """Russian `предстоит`: what awaits the one who is named in the dative."""
    HE = "he"
    PERMANENT = "permanent"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


RHYTHMS = (Sign.WEEKLY, Sign.MONTHLY, Sign.QUARTERLY, Sign.YEARLY)

_SIGNS = {"en": ENGLISH, "ru": RUSSIAN, "kk": KAZAKH}


def signs(sentence: Sequence[Word], language: str) -> tuple[Found[Sign], ...]:
    """The signs of an instruction in a sentence, in order."""
    return _book(language).find(sentence)


@cache
def _book(language: str) -> PhraseBook[Sign]:
    return PhraseBook(
        language,
        [
            Phrase(found, Sign(name))
            for name, texts in _SIGNS[language].items()
            for text in texts
            if (found := parts(text, language))
        ],
    )
