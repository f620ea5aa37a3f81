"""Which words of a sentence are the task, and where does each task of a list begin and end?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from esep.language.reading.english_orders import BEGIN_TASKS
from esep.language.reading.words import Word
from esep.tracking.minutes.hearing import Hearing
from esep.tracking.minutes.people import Mention

Span = tuple[int, int]

_OPENS = 4
"""Words before the subject that only tell when: `кездесу соңында`."""

_EDGES = " \t\n\u00a0,;:.!?\u2013\u2014-\"'\u00ab\u00bb\u201c\u201d()*\u2022"
_OPENING = {
    "en": {
        *("the", "to", "that", "with", "a", "an", "for", "on", "about", "of", "following", "his"),
        *("her", "in", "particular", "specific", "concrete", "number", "s", "also", "and", "by"),
        *("governor", "there", "them", "it", "him", "importance", "need", "local", "regional"),
        *("was", "paid", "issues", "regarding", "concerning", "relating", "related", "connected"),
    },
    "ru": {
        *("чтобы", "по", "о", "об", "на", "в", "с", "к", "следующие", "ряд", "акиму", "и", "что"),
        *("ему", "важность", "необходимость", "также", "конкретных", "конкретные", "нам", "для"),
        *("области", "региона", "города", "важности", "необходимости", "внимание", "том"),
        *("частности", "числе", "ряду", "вопросам", "вопросов", "уделил"),
        *("связанных", "касающихся", "касающиеся"),
    },
    "kk": {
        *("алдына", "сондай", "ақ", "және", "да", "де", "облыс", "өңір", "өңірдің", "сонымен"),
        *("қатар", "өтіп", "өтті", "айтып"),
    },
}
_CLOSING_KAZAKH = {
    *("бірқатар", "нақты", "бірнеше", "тиісті", "осы", "салалар", "бойынша", "жайлы"),
    *("баса", "ерекше", "айрықша", "жөнінде", "туралы"),
}
_TELLS_WHEN = frozenset(
    {
        *("в", "во", "по", "на", "при", "после", "кроме", "также", "отдельно", "особо", "затем"),
        *("вместе", "между", "однако", "сегодня", "вчера", "накануне", "тогда", "там", "здесь"),
        *("так", "далее", "наконец", "напоследок", "под", "с", "со", "из", "о", "об", "у", "для"),
        *("как", "когда", "это", "перед", "и", "а", "но", "он", "подводя", "завершая", "говоря"),
        *("сам", "наш", "до", "тем", "что", "чтобы", "если", "поскольку", "кстати", "итогом"),
    }
)
_HAVING_DONE = ("ав", "ив", "яв", "вшись", "ясь", "аясь")
"""How a Russian sentence begins that has no object there: `выслушав доклад, Президент ...`."""
_CUT = {
    "en": re.compile(r";\s+|,\s*(?:and\s+|as well as\s+)?|\s+and\s+|\s+as well as\s+"),
    "ru": re.compile(r";\s+|,\s*(?:и\s+|а также\s+)?|\s+и\s+|\s+а также\s+"),
    "kk": re.compile(r";\s+|,\s*(?:және\s+|сондай-ақ\s+)?|\s+және\s+|\s+сондай-ақ\s+"),
}
_INFINITIVE = re.compile(r"(?:не\s+|\w+о\s+)?\w{2,}(?:ть|ти|чь|ться|тись|чься)\b")
_TO_DO = re.compile(r"(?:not\s+)?(?:to\s+\w+|for\s+\w+|\w{3,}ing\b|that\s)")
_LED = {"en": re.compile(r"(?:to|for)\s+"), "ru": re.compile(r"(?:по|о|об)\s+")}
"""What stands before every task of a list, and belongs to the order."""
_TRAILING = re.compile(r"\s(?:and|и|а также|және)\s*\Z")
_TO_WHOM = ("ына", "іне", "сына", "сіне", "ға", "ге", "қа", "ке", "рына", "ріне")
_HAVING_HEARD = re.compile(r"(?:тыңдап|айтып|өтіп|танысып|қабылдап|баяндап)\Z")
_GOVERNED = frozenset({"области", "города", "района", "округа"})
_DEED = ("уды", "уді", "юды", "юді")
_DOING = re.compile(r"\w{2,}(?:уды|уді|юды|юді|уын|уін|юын|юін|у|ю)\Z")


def task_span(
    text: str,
    span: Span,
    words: Sequence[Word],
    hearing: Hearing,
    mentions: Sequence[Mention],
    language: str,
) -> Span | None:
    """The words of what is to be done; None where the sentence does not tell."""
    start, end = span
    if hearing.whole:
        return _trimmed(text, start, end)
    if hearing.since >= 0:
        start = words[hearing.since].end
    if hearing.until >= 0:
        end = words[hearing.until].start
    if not hearing.before or ":" in text[words[hearing.last].end : end]:
        start = words[hearing.last].end
        if hearing.before:
            start = text.index(":", start)
    else:
        end = words[hearing.first].start
        subject = next((m for m in mentions if m.subject), None)
        if dash := _dash_before_issuer(text, start, end, words, mentions):
            end = dash
        elif (
            subject is not None
            and subject.first <= _OPENS
            and subject.last < hearing.first
            and not any(word.text.endswith(_DEED) for word in words[: subject.first])
        ):
            start = max(start, words[subject.last].end)
    return _without_people(text, start, end, words, mentions, language, listed=hearing.listed)


def fronted_object(
    text: str,
    span: Span,
    words: Sequence[Word],
    hearing: Hearing,
    mentions: Sequence[Mention],
    language: str,
) -> Span | None:
    """Russian: `инвесторов Президент велел звать и дальше`, what stands before who orders."""
    subject = next((m for m in mentions if m.subject), None)
    if language != "ru" or hearing.whole or hearing.before or subject is None:
        return None
    if not 0 < hearing.first - subject.last <= _OPENS or not subject.first:
        return None
    first = words[0].text
    if first in _TELLS_WHEN or first.endswith(_HAVING_DONE):
        return None
    return _trimmed(text, span[0], words[subject.first].start)


def _dash_before_issuer(
    text: str, start: int, end: int, words: Sequence[Word], mentions: Sequence[Mention]
) -> int:
    """Kazakh: `жол, су, экология – Президент осы салалар бойынша тапсырма берді`."""
    dash = max(text.rfind(mark, start, end) for mark in (" \u2013 ", " \u2014 ", " - "))
    after = any(words[mention.first].start > dash for mention in mentions)
    return dash if dash > start and after else 0


def _without_people(
    text: str,
    start: int,
    end: int,
    words: Sequence[Word],
    mentions: Sequence[Mention],
    language: str,
    *,
    listed: bool,
) -> Span | None:
    """The span without who is told and little words at its beginning."""
    people = {at for each in mentions for at in range(each.first, each.last + 1)}
    inside = [at for at, word in enumerate(words) if start <= word.start and word.end <= end]
    opening, infinitive = _OPENING[language], language == "en"
    while inside:
        word = words[inside[0]]
        following = words[inside[1]].text if len(inside) > 1 else ""
        if infinitive and word.text == "to" and following in BEGIN_TASKS:
            inside = inside[1:]
            break
        of_whom = inside[0] - 1 in people and _is_of_a_place(words, inside)
        if inside[0] not in people and word.text not in opening and not of_whom:
            break
        inside = inside[1:]
    if language == "ru" and len(inside) > 1 and _told_to(words, inside):
        inside = inside[1:]
    if language == "kk":
        # Who is told, and how, stands between the deed and the verb.
        deeds = [at for at in inside if words[at].text.endswith(_DEED)]
        inside = [at for at in inside if not deeds or at <= deeds[-1]]
    while inside and language == "kk" and words[inside[-1]].text in _CLOSING_KAZAKH:
        inside = inside[:-1]
    if language == "kk" and listed and len(inside) > 1:
        # Tasks are given to somebody, and the last noun in the dative is who gets them.
        inside = inside[:-1] if words[inside[-1]].text.endswith(_TO_WHOM) else inside
    while inside and inside[-1] in people and language == "kk":
        inside = inside[:-1]
    if not inside:
        return None
    first = words[inside[0]].start
    last = end if language != "kk" else words[inside[-1]].end
    return _trimmed(text, _with_quote(text, first, start), last)


def _is_of_a_place(words: Sequence[Word], inside: Sequence[int]) -> bool:
    """Russian: what the one governs who is told: `акиму Алматинской области построить`."""
    if len(inside) < 2 or not words[inside[0]].capital:
        return False
    following = words[inside[1]].text
    return following in _GOVERNED or _INFINITIVE.fullmatch(following) is not None


def _told_to(words: Sequence[Word], inside: Sequence[int]) -> bool:
    """Russian: a name in the dative before what its bearer is to do: `Иванову построить`."""
    name = words[inside[0]]
    named = name.capital and inside[0] and name.text.endswith(("у", "ю"))
    return bool(named) and _INFINITIVE.match(words[inside[1]].text) is not None


def _with_quote(text: str, first: int, start: int) -> int:
    return first - 1 if first > start and text[first - 1] in '\u00ab\u201c"' else first


def _trimmed(text: str, start: int, end: int) -> Span | None:
    opened = text[start:end].lstrip(
        _EDGES.translate({ord(each): None for each in '\u00ab\u201c"('})
    )
    start = end - len(opened)
    kept = _TRAILING.sub("", opened.rstrip(_EDGES)) if _TRAILING.search(opened) else opened
    kept = kept.rstrip(_EDGES.translate({ord(each): None for each in '\u00bb\u201d")'}))
    end = start + len(kept)
    return (start, end) if kept else None


def split_tasks(text: str, span: Span, language: str, *, listed: bool) -> tuple[Span, ...]:
    """Each task of a list; a list of names is cut only where an order had names to follow."""
    start, end = span
    cuts = [
        match
        for match in _CUT[language].finditer(text, start, end)
        if match.end() < end and _begins(text, start, match, end, language)
    ]
    if not cuts and listed:
        cuts = _of_names(text, span, language)
    led = _LED.get(language)
    pieces: list[Span] = []
    at = start
    for match in cuts:
        pieces.append((at, match.start()))
        at = match.end()
        if led and (marker := led.match(text, at)):
            at = marker.end()
    pieces.append((at, end))
    kept = [trimmed for piece in pieces if (trimmed := _trimmed(text, *piece))]
    if language == "kk" and len(kept) > 1:  # "having heard the report" is no task
        kept = [each for each in kept if not _HAVING_HEARD.search(text[slice(*each)])] or kept
    return tuple(kept)


def _begins(text: str, start: int, match: re.Match[str], end: int, language: str) -> bool:
    """Whether a new task begins after a comma or an `and`."""
    if match[0].startswith(";"):
        return True
    after = text[match.end() : end]
    if language == "ru":
        return _INFINITIVE.match(after) is not None
    if language == "kk":
        return _DOING.search(text[start : match.start()].lower()) is not None
    first = after.split(maxsplit=1)[0].lower() if after.split() else ""
    if first in BEGIN_TASKS:
        return True
    found = _TO_DO.match(after)
    begun = text[start:end].split(maxsplit=1)[0].lower()
    if found is None or (found[0].endswith("ing") and not begun.endswith("ing")):
        return False
    return not found[0].startswith("for ") or text[max(0, start - 4) : start].lower() == "for "


def _of_names(text: str, span: Span, language: str) -> list[re.Match[str]]:
    """Commas part names; so does the last `and` after a comma."""
    cuts = [*_CUT[language].finditer(text, *span)]
    commas = [match for match in cuts if match[0][0] in ",;"]
    if not commas:
        return []
    last = [match for match in cuts if match.start() > commas[-1].start()]
    return commas + last[:1]
