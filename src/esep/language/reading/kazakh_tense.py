"""When is what a Kazakh clause tells of a figure: ahead, going on, or past? The verb that closes
the clause says so."""

from __future__ import annotations

import re
from enum import StrEnum

from esep.language.reading.words import of_2021, spelled


class Tense(StrEnum):
    AHEAD = "ahead"
    COMING = "coming"
    """In the form that tells of what will be, and of what is so all the time."""
    GOING_ON = "going on"
    PAST = "past"


_TOLD = (Tense.PAST, Tense.GOING_ON)
_REACH = 220
"""Letters after a figure within which its clause is closed."""
_STOP = re.compile(r"[;.!?:](?:\s|$)|,\s(?:ал|бірақ|алайда|әйтсе де|al|biraq|alaıda)\s")
_BRACKET = re.compile(r"\([^()]{0,120}\)")
_COMMA = re.compile(r",\s|\s[-\u2013\u2014]\s")
_WORD = re.compile(r"[^\W\d_]+")
_HEAD = re.compile(r"[^:]{1,160}:\s")
_AIM = re.compile(
    r"(?<!\w)(?:меже|жоспар|болжам|мақсат|алда тұр|jospar|maqsat|bolja)", re.IGNORECASE
)
_IS_TOLD = re.compile(r"\s[-\u2013\u2014]\s+(?:\w+\s+){0,2}$")
"""Before a figure: the clause has no verb, the dash stands for it."""
_EXCEEDS = ("асады", "asady")
"""The verb that a figure takes with it: 3 триллионнан асады."""
_WORTH = re.compile(
    r"(?<!\w)(?:құны|бағасы|сомасы|quny|ba[ǵğ]asy|somasy)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_SAID = re.compile(r"(?<!\w)(?:деп|dep)(?!\w)")
# Words after the verb that change nothing of it. Here and below in the letters words are looked
# for in: у stands for ұ too, и for й.
_BESIDE = frozenset(
    {"екен", "еді", "ғои", "да", "де", "те", "та", "болатын", "деді", "деиді", "деген"}
)
_AHEAD = re.compile(
    r"[мбп][ае][қк](?:шы|ші|пын|пін|пыз|піз)?$|^(?:тиіс|керек|қажет)\w{0,3}$"
    r"|^(?:жоспар|көзде|белгілен|қарастырыл|күтіл|болжа|меже|ниет|мақсат)\w*$"
)
_COMING = re.compile(
    r"(?:[ыі]л|[ыі]н|[ае]л|[ае]н)(?:ады|еді)$"
    r"|^(?:бер|кел|жет|өт|кет|түс|кір|шығ|ал|сал|қал|бол|тап|таб|жаб|аш|қос|арт|өс|кес|тургыз|турғыз"
    r"|жеткіз|аттан|орналас|аинал|ет|жүргіз|енгіз|арттыр|түсір|кіргіз|өсір|шығар|босат)(?:ады|еді)$"
    r"|(?<![бзңшл][ае])(?<!ға)ид[ыі]$"
)
_GOING_ON = re.compile(r"(?:^(?:жатыр|жатқан|жүр|отыр|тур|бар|жоқ)|уд[ае])$")
# What is so now, in the form of what will be: makes up, works, lives, costs.
_STATE = re.compile(
    r"^(?:қура|тура|кете|істе|санала|есептеле|жата|қамти|оқи|мекенде|атқара|тыңда|қатыса|үирене"
    r"|меңгере|қатына)(?:ид[ыі]|д[ыі])$"
    r"|(?<!кө)[мбп][ае]ид[ыі]$"
)
_WORK = ("еңбек", "қызмет", "мекен")
_IF = re.compile(r"с[ае]$")
_PAST = re.compile(r"(?:[дт][ыі]|[ғқ]ан|[гк]ен)$")
_CONVERB = re.compile(r"[ыіауеүи]п$")


def tense(text: str, start: int, end: int, limit: int) -> Tense | None:
    """The time the clause of a figure tells of; None where no verb closes it.

    The figure stands between `start` and `end`, its sentence ends at `limit`.
    """
    if _IS_TOLD.search(text, max(0, start - 40), start):
        return None
    if text.endswith(_EXCEEDS, start, end):
        # What a thing is worth it is worth now.
        worth = _WORTH.search(text, max(0, start - 40), start)
        return Tense.GOING_ON if worth else Tense.COMING
    rest = _BRACKET.sub("", text[end : min(limit, end + _REACH)])
    if stop := _STOP.search(rest):
        rest = rest[: stop.start()]
    at, dashed = 0, False
    for mark in [*_COMMA.finditer(rest), None]:
        told = _of_clause(rest[at : mark.start() if mark else len(rest)])
        if told is not None:
            return told
        if dashed:
            return None  # "the price – 5 billion, ...": a dash stood for the verb
        at, dashed = (mark.end(), mark[0][0] != ",") if mark else (len(rest), False)
    return None


def announces_plan(text: str, start: int, end: int) -> bool:
    """Whether a sentence opens a list of what is planned: `the aims for next year: ...`."""
    opened = _HEAD.match(text, start, end)
    return bool(opened and _AIM.search(opened[0]) and _of_clause(opened[0]) not in _TOLD)


def _of_clause(clause: str) -> Tense | None:
    if said := _SAID.search(clause):
        clause = clause[: said.start()]  # "will be reached", they say
    crossed = of_2021(clause)
    spoken = [spelled(match[0], "kk", crossed=crossed) for match in _WORD.finditer(clause)]
    while len(spoken) > 1 and spoken[-1] in _BESIDE:
        spoken.pop()
    if not spoken:
        return None
    last = spoken[-1]
    led = spoken[-2] if len(spoken) > 1 else ""
    if _STATE.search(last) or (last == "етеді" and led in _WORK):
        return Tense.GOING_ON
    if _GOING_ON.search(last):
        planned = _AHEAD.search(led) or _COMING.search(led)
        return Tense.AHEAD if planned else Tense.GOING_ON
    if _AHEAD.search(last) or (said and _COMING.search(last)):
        return Tense.AHEAD
    if _COMING.search(last):
        # "Comes up to": a verb of motion behind a converb tells that it goes on.
        return Tense.GOING_ON if last == "келеді" and _CONVERB.search(led) else Tense.COMING
    if _CONVERB.search(last):
        return None
    # "Last year it was ..., this year": what the first half is held against.
    return Tense.PAST if _PAST.search(last) or _IF.search(last) else None
