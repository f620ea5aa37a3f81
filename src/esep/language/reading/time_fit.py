"""Do the words around allow what looks like an expression of time?"""

from __future__ import annotations

import re

from esep.language.reading import time_words as w
from esep.language.reading.time_place import HORIZONS, Place
from esep.language.reading.time_rules import Rule
from esep.language.reading.time_words import Token

_ENGLISH_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_OF_A_YEAR = ("нынешн", "текущ", "прошл", "минувш", "следующ", "будущ")
_ABOUT = frozenset({"with", "about", "on", "covering", "covered", "covers"})
_VERB = re.compile(r"(?:^[-\u2013—]|[уюаяеи]т|л[аои]|(?:[уюаяеи]т|л[аои])с[яь])$")
_NO_NOUN = re.compile(
    r"(?:^\W?|л|н[оаы])$|^[0-9]|^(?:уже|ещ[её]|лишь|только|около|почти|свыше|более|порядка|до|на|по"
    r"|за|из|их|но|он[аои]?|будем|долж\w+|план|намерены|надо|можно|пока|сразу|всего)$"
)
_THEN = re.compile(r"(?:нынешн|текущ|прошл|минувш|следующ)[ео]м")
_REPORTED = re.compile(
    r"in|ended|brought|saw|of|have|were|gave|show|showed|closed|в|заверш\w+|законч\w+|принес\w+"
    r"|показал\w*|дали|позади|подытож\w+|вывел\w*|отмечен\w*|обернул\w+"
)
_IN_FIGURES = ("figure", "number", "review", "brief", "цифр", "обзор", "итог")
_OUR_YEARS = range(2010, 2061)
_COUNTED = re.compile(
    r"(?!(?:was|is|has|as|this|brings|sees|ends|closes|marks|remains|begins|starts)$)\w{3,}s"
    r"|people|children|men|women|tenge|km|ha|sq|square|cubic|new|more|jobs|head|t|kg|MW|pairs"
)
_ENGLISH_VERBS = frozenset({"was", "had", "has", "is", "will", "saw", "brought", "became"})


def fits(rule: Rule, match: re.Match[str], place: Place) -> bool:
    groups = match.groupdict()
    first = place.tokens[place.first]
    dated = any(groups.get(name) for name in ("yr", "yr2", "yr3"))
    if first.kind in (w.IN, w.A_YEAR) and rule.name not in ("whole_year", "ago"):
        return False
    match rule.name:
        case "year" if len(match[0]) == 1 and first.kind == w.YEAR:
            return _is_year(first, place)
        case "year" if match[0] == w.RELATIVE:
            return _short_for_a_year(place)
        case "month_count":
            counted = bool(groups.get("rel") or groups.get("ord") or dated)
            led = place.tokens[place.first - 1].text.lower() if place.first else ""
            the = led == "the" and "-" in match[0]
            told = the or _reported_on(place) or _told_of_months(place)
            return counted or place.framed or place.first == 0 or told
        case "quarter_count":
            return _counts_quarters(match, place)
        case "quarter":
            token = place.tokens[match.start("n")]
            if place.code == "ru" and token.kind == w.NUMBER and token.text.isalpha():
                return False  # три квартала: so many
            return token.kind != w.NUMBER or place.code != "en" or token.case in _ENGLISH_ORDINAL
        case "year_count":
            during = place.last.case != "genitive" or place.after == w.IN  # үш жылдың ішінде
            if place.code == "kk" and place.after == w.IN and not groups.get("rel"):
                # "For twenty years it only grew" tells how long, not when a figure was so.
                during = during and place.tokens[place.end].text.lower() not in (
                    "бойы",
                    "boıy",
                    "boiy",
                )
            framed = (place.framed and during) or _reported_on(place)
            return bool(groups.get("rel")) or framed
        case "whole_year" if place.code == "kk":
            return place.first == 0 or place.letters[place.first - 1] != w.NUMBER
        case "whole_year" if first.kind == w.IN:
            return _names_its_year(first.text.lower(), place)
        case "day" if place.code == "en" and not dated:
            # "In May 15 schools opened" names no day.
            led = place.tokens[place.first - 1].text.lower() if place.first else ""
            if led == "since" and not _goes_on_in_words(place):
                return True  # since January 1, but "since January 15 schools opened"
            return led not in ("in", "during", "for", "since") or place.last.kind == w.MONTH
        case "month" if first.text in ("May", "March") and not dated and match[0] == w.MONTH:
            # "May he live", "March to the sea"
            led = place.letters[max(0, place.first - 1) : place.first]
            return led != "" and led in "inuTtbfvkK&-,SERoe"
        case "month" if place.code == "kk" and not dated:
            if place.first == 0 and place.end + 1 >= len(place.tokens):
                return True  # a sentence of nothing else: "January."
            return bool(place.last.case or place.last.kind != w.MONTH) or place.after == w.SINCE
        case "season":
            if dated or groups.get("rel"):
                return True
            if place.code == "kk":
                return place.last.case == "locative" or place.after == w.BY
            led = place.letters[max(0, place.first - 2) : place.first]
            return place.code == "ru" or w.IN in led or place.before in HORIZONS
        case "start" | "end" if place.code == "ru" and match["yr"] and match[0][-1] == w.RELATIVE:
            # "к исходу нынешнего", but "к концу этой недели"
            return place.last.text.lower().startswith(_OF_A_YEAR) and place.after in (
                "",
                w.OTHER,
                w.DASH,
                w.COMMA,
            )
        case "decade":
            return place.framed
        case "level":
            against = ("ablative", "instrumental", "genitive")
            return place.last.case in against or place.compared
        case "day" if place.code == "kk" and place.last.kind == w.NUMBER:
            month = place.tokens[match.start("m1")]  # қыркүйектің 1-інде
            return month.case == "genitive" and bool(place.last.case)
        case "start" | "end" if place.code == "kk":
            return place.last.possessive
        case _:
            return True


_REPORT = (
    *(
        "қорытын",
        "есеб",
        "есеп",
        "еңбе",
        "жұмыс",
        "көрсеткіш",
        "нәтиже",
        "даму",
        "кезең",
        "меже",
    ),
    *("жағдай", "тыныс", "дерек", "qoryt", "eseb", "jumys", "kórset", "nátıje", "korset"),
)


_TAKEN = ("қос", "есепте", "алып", "алса", "алғанда", "qos", "esepte", "alyp", "alǵanda")


def _reported_on(place: Place) -> bool:
    """Kazakh: how "seven months" were closed, or the results of theirs are told."""
    if place.code != "kk":
        return False
    following = place.tokens[place.end].text.lower() if place.after else ""
    led = place.letters[place.first - 1] if place.first else ""
    if following in ("", ".", "!", "?") and led not in (w.DASH, w.IN):
        return place.last.text.lower() in ("ай", "aı", "ai")  # "Almaty: ten months."
    told = place.last.case == "accusative" or place.last.possessive
    if place.last.case == "accusative" and following.startswith(_TAKEN):
        return True
    return (told and place.last.kind == w.MONTH_WORD) or following.startswith(_REPORT)


def _short_for_a_year(place: Place) -> bool:
    """Whether a year stands for: "в прошлом году ввели 5, в нынешнем ждут 6"."""
    earlier = place.letters[: place.first]
    if not place.framed or w.YEAR_WORD not in earlier or w.SCHOOL in earlier:
        return False
    following = place.tokens[place.end].text.lower() if place.after else ""
    said = place.last.text.lower()
    if not said.startswith(_OF_A_YEAR):
        return False
    if _THEN.fullmatch(said) and _NO_NOUN.search(following):
        return True  # "на 27 улицах в прошлом году и на 43 – в нынешнем"
    return place.after in ("", w.OTHER, w.DASH, w.COMMA) and bool(_VERB.search(following))


def _told_of_months(place: Place) -> bool:
    """Whether months are what is reported on: "Ten months in figures", "nine months ended with"."""
    if place.code == "ru" and place.first and place.tokens[place.first - 1].text.lower() == "под":
        return True
    following = place.tokens[place.end].text.lower() if place.after else ""
    if not _REPORTED.fullmatch(following):
        return False
    beyond = place.tokens[place.end + 1].text.lower() if place.end + 1 < len(place.tokens) else ""
    return following not in ("in", "в") or beyond.startswith(_IN_FIGURES)


def _goes_on_in_words(place: Place) -> bool:
    return bool(place.after) and place.tokens[place.end].text[0].isalpha()


def _names_its_year(preposition: str, place: Place) -> bool:
    """Whether "a year" is one of the calendar: за год, over the year, but в год is "yearly"."""
    if place.code == "en":
        led = place.letters[place.first + 1] == w.OF
        return led and preposition in ("for", "over", "during", "throughout")
    lasting = " " in preposition or preposition in ("за", "на")
    lasting = lasting or preposition.startswith(("итог", "результат"))
    return lasting and place.last.text.lower() in ("год", "года")


def _counts_quarters(match: re.Match[str], place: Place) -> bool:
    """Three quarters as a span of time: "три квартала", but "3 квартал" is the third."""
    word = place.tokens[match.start("q")]
    if place.code == "en":
        of_year = place.last.kind == w.YEAR_WORD  # three quarters of the year
        return (bool(match["ord"]) or of_year) and word.text.lower() == "quarters"
    if place.code == "ru":
        return word.text.lower() in ("квартала", "кварталов") and (
            bool(match["ord"]) or place.framed or place.first == 0 or _told_of_months(place)
        )
    return bool(match["ord"]) or place.tokens[match.start("n")].text.isalpha()


def _is_year(token: Token, place: Place) -> bool:
    """A bare number is a year where a word before it or the marks around it say so."""
    if place.first and place.letters[place.first - 1] == w.DASH and _glued(place):
        return False  # the name of a programme: Strategy-2050
    if token.case:
        told = place.after in (w.BY, w.SINCE, w.COMPARED)  # 2030-ға дейін
        return place.code != "kk" or token.case == "decade" or told
    if place.code != "kk" and place.first:
        led = place.letters[place.first - 1]
        if led in "inoftTubjkKv&-SEse":
            following = place.tokens[place.end].text if place.after else ""
            return place.code == "en" or not following.isalpha()
    previous = place.tokens[place.first - 1].text if place.first else ""
    following = place.tokens[place.end].text if place.after else ""
    if place.code == "en" and (
        following in _ENGLISH_VERBS or (previous in _ABOUT or place.outdone)
    ):
        return True  # what 2022 had been like; the report dealt with 2020
    if place.code == "en" and token.value % 100 and token.value in _OUR_YEARS:
        # "The region closed 2024 with growth", but "it employs 2024 people"
        return not following.isalpha() or not _COUNTED.fullmatch(following)
    return (previous in ("", "(") or previous.endswith("(")) and following in (")", ":", "", ";")


def _glued(place: Place) -> bool:
    """Whether a hyphen joins it to the word before: Казахстан-2050, but mid-2024."""
    dash, word = place.tokens[place.first - 1], place.tokens[max(0, place.first - 2)]
    joined = word.end == dash.start and dash.end == place.tokens[place.first].start
    return joined and word.kind == w.OTHER
