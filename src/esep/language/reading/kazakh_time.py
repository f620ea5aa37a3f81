"""Which Kazakh words speak of time, in Cyrillic and in Latin letters, with their endings."""

from __future__ import annotations

import re
from functools import lru_cache

from esep.language.kazakh import MONTHS
from esep.language.reading import time_words as w
from esep.language.reading.time_words import Meaning, TimeLexicon

# Both alphabets, and every spelling of the Latin one, fold to the same plain letters; ы, і, и
# and й are one, because the Latin alphabets of 2018 and 2021 write them crosswise.
_FOLD = str.maketrans(
    {
        **dict(
            zip("абвгдеёжзийклмнопрстуфхцчшщыэюя", "abvgdeejziiklmnoprstufhccssieua", strict=True)
        ),
        **dict(zip("әғқңөұүһі", "agqnouuhi", strict=True)),
        **dict(zip("áäǵğńñóöúüūýşıïİ", "aaggnnoouuuusiii", strict=True)),
        **dict.fromkeys("'’ʼ`ьъ", ""),
        "w": "u",
        "y": "i",
    }
)
_DIGRAPHS = (("sh", "s"), ("ch", "c"), ("zh", "j"))


def fold(word: str) -> str:
    """Write a word in the letters all its spellings share: қаңтар, qańtar and qañtar agree."""
    plain = word.lower().translate(_FOLD)
    for pair, letter in _DIGRAPHS:
        plain = plain.replace(pair, letter)
    return plain


_STEMS: dict[str, Meaning] = {}


def _add(kind: str, value: int, stems: str) -> None:
    _STEMS.update((fold(stem), Meaning(kind, value)) for stem in stems.split())


for _n, _month in enumerate(MONTHS, 1):
    _add(w.MONTH, _n, _month)
_add(w.MONTH, 9, "қыркүйег")
_add(w.YEAR_WORD, 0, "жыл ж")
_add(w.YEAR_WORD, 1, "жж")
_add(w.DECADE_WORD, 0, "онжылдық онжылдығ")
_add(w.YEAR_ADVERB, 0, "биыл")
_add(w.YEAR_ADVERB, -1, "былтыр")
_add(w.MONTH_WORD, 0, "ай айлық айлығ")
_add(w.QUARTER_WORD, 0, "тоқсан")
_add(w.HALF_WORD, 0, "жартыжылдық жартыжылдығ жартыжыл")
_add(w.HALF_ENGLISH, 0, "жарты")
_add(w.LATER, 0, "кейін")
_add(w.WEEK_WORD, 0, "апта")
_add(w.RELATIVE, -1, "өткен алдыңғы бұрынғы")
_add(w.RELATIVE, -2, "соңғы")
_add(w.RELATIVE, 0, "осы ағымдағы үстіміздегі")
_add(w.RELATIVE, 1, "келесі келер алдағы таяу жақын ендігі")
_add(w.NEW, 0, "жаңа")
_add(w.SCHOOL, 0, "оқу")
_add(w.ORDINAL, 1, "бірінші алғашқы")
_add(w.ORDINAL, 2, "екінші")
_add(w.ORDINAL, 3, "үшінші")
_add(w.ORDINAL, 4, "төртінші")
_add(w.SEASON, 3, "көктем")
_add(w.SEASON, 6, "жаз")
_add(w.SEASON, 9, "күз")
_add(w.SEASON, 12, "қыс")
_add(w.START, 0, "бас")
_add(w.END, 0, "соң аяқ аяғ орта")
_add(w.NOW, 0, "қазір бүгін бүгінде")
_add(w.SAME, 0, "сәйкес сәйкесінше тиісті осындай дәл ұқсас")
_add(w.PERIOD_WORD, 0, "кезең мерзім мезгіл кез уақыт деңгей көрсеткіш")
_add(w.AGO, 0, "бұрын ілгері")
_add(w.BY, 0, "дейін шейін қарай таман тақау")
_add(w.SINCE, 0, "бері бергі бастап")
_add(w.COMPARED, 0, "салыстырғанда қарағанда салыстырсақ")
_add(w.IN, 0, "ішінде бойы бойынша барысында қорытынды түйін")
_add(w.AND, 0, "мен бен пен және")
for _n, _number in enumerate(
    ["бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз", "он"], 1
):
    _add(w.NUMBER, _n, _number)
# A word that takes no endings: what looks like one is another word.
_FIXED = frozenset(
    map(
        fold,
        [
            "мен",
            "бен",
            "пен",
            "және",
            "ж",
            "жж",
            "осы",
            "жаңа",
            "дәл",
            "соңғы",
            "бұрынғы",
            "бір",
            "он",
            "бес",
        ],
    )
)

_ENDING = re.compile(
    r"(?P<plural>[ltd][ae]r)?(?P<possessive>s?i)?"
    r"(?:(?P<genitive>[ndt]in)|(?P<dative>n?[gqk]?[ae])|(?P<ablative>[nd]?[ndt][ae]n)"
    r"|(?P<locative>n?[dt][ae])|(?P<instrumental>[mbp]en)|(?P<accusative>[ndt]i|n))?"
    # "That of this year", in its cases: биылғысы, былтырғыдан.
    r"(?:[gqk]i(?:l[ae]r)?(?:si)?"
    r"(?:(?P<ablative2>n?[dn][ae]n)|(?P<instrumental2>men)|(?P<dative2>[gqn][ae])|n[ie]?)?)?"
)
_CASES = {"genitive", "dative", "ablative", "locative", "instrumental", "accusative"}
_CASES |= {"ablative2", "instrumental2", "dative2"}
_LONGEST = max(map(len, _STEMS))


@lru_cache(maxsize=4096)
def _look(word: str) -> Meaning | None:
    if len(word) > 24:
        return None
    if len(word) <= 2 and word.isupper():
        return None
    plain = fold(word)
    for length in range(min(len(plain), _LONGEST), 0, -1):
        stem = _STEMS.get(plain[:length])
        if stem is None:
            continue
        rest = plain[length:]
        if not rest:
            return stem
        ending = None if plain[:length] in _FIXED else _ENDING.fullmatch(rest)
        if ending is None:
            continue
        case = next(
            (each for each, ends in ending.groupdict().items() if ends and each in _CASES), ""
        )
        value = stem.value or int(stem.kind == w.YEAR_WORD and bool(ending["plural"]))
        return Meaning(stem.kind, value, case.rstrip("2"), bool(ending["possessive"]))
    return None


_LATIN = {
    **dict(zip("абвгдежзклмнопрстфхһыэқц", "abvgdejzklmnoprstfhhyeqs", strict=True)),
    **{"ә": "[áä]", "ғ": "[ǵğ]", "и": "[ıi]", "й": "[ıi]", "і": "[iı]", "ң": "[ńñ]", "ө": "[óö]"},
    **{"у": "[ýu]", "ұ": "[uū]", "ү": "[úü]", "ш": "(?:sh|ş)", "я": "[ıi]a"},
}


def _in_latin(pattern: str) -> str:
    """A pattern of Cyrillic letters in those of both Latin alphabets."""
    return "".join(_LATIN.get(letter, letter) for letter in pattern)


_CYRILLIC_PHRASES = (
    (r"жарты жыл(?:да|дың|дық\w{0,6})?", Meaning(w.HALF_WORD)),
    (r"(?:он бір|on bir)(?= [ажaj])", Meaning(w.NUMBER, 11)),
    (r"(?:он екі|on eki)(?= [ажaj])", Meaning(w.NUMBER, 12)),
    (r"(?:он бес|on bes)(?= [жj])", Meaning(w.NUMBER, 15)),
    (r"(?<=[дт][ае]н )соң", Meaning(w.LATER)),
    (r"бір жарым(?= жыл (?:бұрын|ілгері))", Meaning(w.NUMBER, 1)),
    (r"бір жарым(?= жыл)", Meaning(w.NUMBER, 2)),
    (r"жиырма(?= ж)", Meaning(w.NUMBER, 20)),
    (r"отыз(?= ж)", Meaning(w.NUMBER, 30)),
    (r"жаңа жыл(?:ға|дан|дың)?", Meaning(w.NEW_YEAR)),
    # How a year was closed: жылды қалай түйіндеді?
    (
        r"(?<!\d\s)(?<!биылғы\s)(?<!өткен\s)жылды(?:\s[^\W\d]+){0,2}\s"
        r"(?:қорытынд|түйінде|аяқта|жап|еңсер)\w*",
        Meaning(w.WHOLE_YEAR),
    ),
    (r"жыл(?: \w+){0,2} (?:аяқталған|біткен|бітпеген|аяқталмаған)(?: жоқ)?", Meaning(w.NEW_YEAR)),
    # Until the year is over, when it closes; before the snow.
    (
        r"(?:(?:осы|биылғы|ағымдағы) )?жыл(?:дың)? (?:аяқтал|біт|жабыл|өт|шық|түйінде|түгес"
        r"|қорытындылан|таусыл)\w{0,4}?(?:ғанша|генше|қанша|кенше|ғанда|генде|қанда|кенде|пай|пей|май"
        r"|мей|ғанға|генге) ?(?:дейін|шейін)?",
        Meaning(w.NEW_YEAR),
    ),
    (
        r"(?:қыс|қар|суық|аяз|күз)(?:тың|дың)? (?:түс|жау|кел|бас)\w{0,4}?"
        r"(?:қанша|кенше|ғанша|генше|пей|пай|май|мей)",
        Meaning(w.NEW_YEAR),
    ),
    (r"(?:тұтас|толық) жыл(?:да|дың)?", Meaning(w.WHOLE_YEAR)),
    (
        r"(?:осы|бүгінгі|әлі|бұл) (?:күнге|уақытқа|кезге|шаққа|сәтке) (?:дейін|шейін)"
        r"|(?:бүгінге|қазірге) (?:дейін|шейін)|әзірге|әзірше"
        r"|(?<!ғы\s)(?<!гі\s)(?<!дың\s)(?<!дәл\s)(?:осы|дәл осы|бұл) (?:сәтте|шақта)",
        Meaning(w.NOW),
    ),
    # "This time" of last year; with other endings these words say small, colour, to fall.
    (
        r"(?<=осы )(?:шақ(?:тан|пен|та|тағы|тағыдан|қа)|шағ(?:ымен|ынан|ына|ында|ындағы|ындағыдан)"
        r"|тұс(?:тан|пен|та|қа)|тұс(?:ымен|ынан|ына|ында|ындағы|ындағыдан)"
        r"|(?:сәт|мезет)(?:тен|пен|те|ке|імен|інен|іне|інде|тегі|тегіден))",
        Meaning(w.PERIOD_WORD),
    ),
    (r"жылыту (?:маусым|кезең)\w{0,6}", Meaning(w.SEASON, 10)),
    (r"ж/ж", Meaning(w.YEAR_ON_YEAR)),
    # "Short" sounds as "for the winter".
    (r"қысқа мерзім\w*", Meaning(w.OTHER)),
    # "This season" sounds as "this June".
    (r"(?:осы|жаңа|келесі|туристік|шомылу|суару|егіс) маусым(?!\w* ай)\w*", Meaning(w.OTHER)),
)

_PHRASES = (
    *_CYRILLIC_PHRASES,
    *((_in_latin(pattern), meaning) for pattern, meaning in _CYRILLIC_PHRASES),
)

LEXICON = TimeLexicon(code="kk", look=_look, phrases=_PHRASES, year_first=True)
