"""Where each sentence of a text begins and ends, and in which language it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from esep.language.reading.detection import detect
from esep.language.reading.normal import normalise
from esep.model.passage import Passage, ReadText, Sentence

# The rules are our own: the splitters tried took quadratic time on a row of dots or quotes.
_END = re.compile(r"""[.!?…]+["')\]]*|\n""")
_LAST_WORD = re.compile(r"(?:\w|[.'])+$")
_LOOK_BACK = 24
# "В 2024 г." alone is no sentence, whatever follows.
_YEAR = frozenset({"г", "гг", "ж", "жж"})
_SHORTEST = 16
_LONGEST = 2_000
"""Of a sentence: each number is held against the words of its own, so the time grows squared."""

# Written short before a name or a number, in a sentence that goes on.
_GO_ON = frozenset(
    {
        *("mr", "mrs", "ms", "dr", "st", "no", "vs", "e.g", "i.e", "fig", "gen", "prof", "approx"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
        *("sq", "cu", "ca", "incl", "max", "min", "est"),
        *(
            "г",
            "гг",
            "г.г",
            "ж",
            "жж",
            "им",
            "ул",
            "пр",
            "д",
            "с",
            "п",
            "пос",
            "р",
            "обл",
            "т",
            "т.е",
        ),
        *(
            "т.д",
            "т.п",
            "др",
            "св",
            "стр",
            "рис",
            "табл",
            "ст",
            "пп",
            "п.п",
            "кв",
            "куб",
            "ок",
            "см",
        ),
        *(
            "тыс",
            "млн",
            "млрд",
            "трлн",
            "руб",
            "тг",
            "долл",
            "чел",
            "ед",
            "шт",
            "га",
            "км",
            "м",
            "кг",
        ),
        *(
            "mln",
            "bln",
            "bn",
            "mn",
            "trln",
            "trl",
            "thsd",
            "sq",
            "cu",
            "н",
            "ә",
            "қ",
            "ш",
            "а",
            "о",
        ),
    }
)
# After these only a small letter or a number goes on; a capital begins a new sentence.
_MAY_END = frozenset(
    {
        *("г", "гг", "ж", "жж", "т.д", "т.п", "др", "тыс", "млн", "млрд", "трлн", "руб", "тг"),
        *("долл", "чел", "ед", "шт", "га", "км", "м", "кг", "пп", "п.п", "mln", "bln", "bn", "mn"),
        *("trln", "trl", "thsd", "т"),
    }
)


def sentences(read: ReadText) -> tuple[Sentence, ...]:
    """Return the sentences of every passage in order; a new line always ends one."""
    spans = [
        (start, end, number)
        for number, passage in enumerate(read.passages)
        for start, end in _spans(normalise(read.text[passage.start : passage.end]), passage)
    ]
    languages = detect([read.text[start:end] for start, end, _ in spans])
    return tuple(
        Sentence(start=start, end=end, language=language, passage=number)
        for (start, end, number), language in zip(spans, languages, strict=True)
    )


def _spans(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    start = 0
    for match in [*_END.finditer(text), None]:
        if match and not _ends(text, start, match):
            continue
        end = match.end() if match else len(text)
        for since, until in _of_bearable_length(text, start, end):
            piece = text[since:until]
            if stripped := piece.strip():
                first = since + len(piece) - len(piece.lstrip())
                yield passage.start + first, passage.start + first + len(stripped)
        start = end


def _of_bearable_length(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what no person would read as one sentence, between words where there are any."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        until = space if space > 0 else start + _LONGEST
        yield start, until
        start = until
    yield start, end


def _ends(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a mark closes its sentence, and not a short word or the number of a list."""
    if mark[0] == "\n":
        return True
    if mark.end() < len(text) and not text[mark.end()].isspace():
        return False
    if mark[0][0] != ".":
        return True
    after = text[mark.end() : mark.end() + 4].lstrip(" \n\"'(")[:1]
    if after.islower():
        return False
    found = _LAST_WORD.search(text, max(start, mark.start() - _LOOK_BACK), mark.start())
    word = found[0] if found else ""
    if found and found.start() == start + _leading(text, start) and word.isdigit():
        return False  # "1. Industry" is one piece: the number belongs to its heading
    if word.lower() in _MAY_END:
        whole = word.lower() not in _YEAR or mark.start() - start >= _SHORTEST
        return whole and not after.isdigit() and after != "-"
    return word.lower() not in _GO_ON and not _is_initial(word)


def _leading(text: str, start: int) -> int:
    at = start
    while at < len(text) and text[at] in ' \n"(':
        at += 1
    return at - start


def _is_initial(word: str) -> bool:
    return len(word.rpartition(".")[2]) == 1 and word[-1].isupper()
