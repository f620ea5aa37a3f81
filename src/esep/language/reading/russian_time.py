"""Which Russian words speak of time, in their case forms."""

from __future__ import annotations

from esep.language.reading import time_words as w
from esep.language.reading.time_words import Meaning, TimeLexicon, read_words
from esep.language.russian_words import MONTHS

_HARD = ["ый", "ая", "ое", "ые", "ого", "ой", "ому", "ую", "ым", "ом", "ых", "ыми"]
_SOFT = ["ий", "яя", "ее", "ие", "его", "ей", "ему", "юю", "им", "ем", "их", "ими"]
# After ж, ч, ш, щ: текущий, текущая, текущего.
_HUSHING = ["ий", "ая", "ее", "ие", "его", "ей", "ему", "ую", "им", "ем", "их", "ими"]


def _adjectives(stems: str, endings: list[str]) -> str:
    return " ".join(stem + ending for stem in stems.split() for ending in endings)


_WORDS = read_words(
    {
        (w.YEAR_WORD, 0): "год года году годом годе г",
        (w.YEAR_WORD, 1): "годы годов годам годами годах лет гг",
        (w.DECADE_WORD, 0): "десятилетие десятилетия десятилетии",
        (w.LATER, 0): "через спустя",
        (w.MONTH_WORD, 0): "месяц месяца месяцу месяцем месяце месяцы месяцев месяцам месяцами "
        "месяцах мес",
        (w.QUARTER_WORD, 0): "квартал квартала кварталу кварталом квартале кварталы кварталов "
        "кварталам кварталах кв",
        (w.HALF_WORD, 0): "полугодие полугодия полугодию полугодием полугодии полгода",
        (w.WEEK_WORD, 0): "неделя недели неделе неделю неделей недель",
        (w.RELATIVE, -1): _adjectives("прошл", _HARD)
        + " "
        + _adjectives("прошедш минувш предыдущ предшествующ истекш", _HUSHING),
        (w.RELATIVE, -2): _adjectives("последн", _SOFT),
        (w.RELATIVE, 0): _adjectives("текущ", _HUSHING)
        + " "
        + _adjectives("нынешн", _SOFT)
        + " этот эта это эти этого этой этому эту этим этом этих этими сего",
        (w.RELATIVE, 1): _adjectives("следующ будущ ближайш предстоящ грядущ", _HUSHING),
        (w.NEW, 0): _adjectives("нов", _HARD),
        (w.LAST_YEARS, -1): _adjectives("прошлогодн", _SOFT),
        (w.SCHOOL, 0): _adjectives("учебн", _HARD),
        (w.ORDINAL, 1): _adjectives("перв", _HARD),
        (w.ORDINAL, 2): _adjectives("втор", [*_HARD, "ой"]),
        (w.ORDINAL, 3): "третий третья третье третьи третьего третьей третьему третью третьим "
        "третьем третьих",
        (w.ORDINAL, 4): _adjectives("четверт четвёрт", _HARD),
        (w.HALF_ENGLISH, 0): "половина половины половине половину",
        (w.EARLY, 0): "середина середине середины середину",
        (w.OF, 0): "весь наступления наступлением",
        (w.SEASON, 3): "весна весны весне весну весной весенний весенние",
        (w.SEASON, 6): "лето лета лету летом летние",
        (w.SEASON, 9): "осень осени осенью",
        (w.SEASON, 12): "зима зимы зиме зиму зимой",
        (w.START, 0): "начало начала началу начале",
        (w.END, 0): "конец конца концу конце концом окончания окончанию завершения завершению",
        (w.NOW, 0): "сейчас сегодня ныне",
        (w.SAME, 0): _adjectives("аналогичн", _HARD) + " " + _adjectives("соответствующ", _HUSHING),
        (w.PERIOD_WORD, 0): "период периода периоду периодом периоде срок срока сроку сроком "
        "показатель показателя показателю показателем уровень уровня уровню уровнем",
        (w.AGO, 0): "назад ранее раньше",
        (w.FROM, 0): "с со",
        (w.TO, 0): "по",
        (w.BY, 0): "до",
        (w.TOWARDS, 0): "к ко",
        (w.THAN, 0): "чем против выше ниже больше меньше",
        (w.IN, 0): "в во за на",
        (w.IN, 1): "итоги итогам итогов итогами итогах результаты результатам результатов",
        (w.AND, 0): "и",
    }
)
_WORDS |= read_words(
    {
        (w.NUMBER, 1): "один одного одному одним",
        (w.NUMBER, 2): "два две двух двум двумя",
        (w.NUMBER, 3): "три трех трёх трем трём тремя",
        (w.NUMBER, 4): "четыре четырех четырёх четырем четырём",
        (w.NUMBER, 5): "пять пяти пятью",
        (w.NUMBER, 6): "шесть шести шестью",
        (w.NUMBER, 7): "семь семи семью",
        (w.NUMBER, 8): "восемь восьми восемью",
        (w.NUMBER, 9): "девять девяти девятью",
        (w.NUMBER, 10): "десять десяти десятью",
        (w.NUMBER, 11): "одиннадцать одиннадцати",
        (w.NUMBER, 12): "двенадцать двенадцати",
        (w.NUMBER, 15): "пятнадцать пятнадцати",
        (w.NUMBER, 20): "двадцать двадцати",
        (w.NUMBER, 30): "тридцать тридцати",
    }
)
_WORDS |= {
    form: Meaning(w.MONTH, n)
    for n, forms in enumerate(MONTHS, 1)
    for written in forms.values()
    for form in (written, written.replace("ё", "е"))
}
_WORDS |= {
    short: Meaning(w.MONTH, n)
    for short, n in zip(
        [
            "янв",
            "фев",
            "февр",
            "мар",
            "апр",
            "июн",
            "июл",
            "авг",
            "сен",
            "сент",
            "окт",
            "ноя",
            "нояб",
            "дек",
        ],
        (1, 2, 2, 3, 4, 6, 7, 8, 9, 9, 10, 11, 11, 12),
        strict=True,
    )
}

_PHRASES = (
    (r"(?:с|т)\. ?г\.", Meaning(w.YEAR_ADVERB, 0)),
    (r"п\. ?г\.", Meaning(w.YEAR_ADVERB, -1)),
    (
        r"(?:на|к|по состоянию на) (?:сегодня(?:шний день)?|данный момент|текущий момент)"
        r"|в настоящ(?:ее время|ий момент)|к настоящему (?:времени|моменту)"
        r"|на настоящий момент|в данный момент",
        Meaning(w.NOW),
    ),
    (r"г/г|год к году|год от года", Meaning(w.YEAR_ON_YEAR)),
    (r"(?:годом|двумя годами) (?:ранее|раньше)", Meaning(w.YEAR_ON_YEAR)),
    (
        r"(?:по сравнению|в сравнении|сравнительно) с(?:о)?|по отношению к|(?:к|с) уровн(?:ю|ем)"
        r"|относительно|в отличие от",
        Meaning(w.COMPARED),
    ),
    (r"(?:т(?:ому|ем|ого|ом|от)|так(?:ому|им|ого)) же", Meaning(w.SAME)),
    (r"отопительн\w{2,3} сезон\w{0,2}", Meaning(w.SEASON, 10)),
    (r"год целиком|весь год|целый год", Meaning(w.WHOLE_YEAR)),
    (r"до (?:летних )?каникул", Meaning(w.HOLIDAYS)),
    (r"нов(?:ого|ому|ый|ым) год(?:а|у|ом)?", Meaning(w.NEW_YEAR)),
    (r"по состоянию на|в течение|на протяжении", Meaning(w.IN)),
)


def _look(word: str) -> Meaning | None:
    found = _WORDS.get(word.lower())
    if found and found.kind == w.MONTH and word.lower() == "марта" and word[0].isupper():
        return None  # a woman's name
    return found


LEXICON = TimeLexicon(code="ru", look=_look, phrases=_PHRASES)
