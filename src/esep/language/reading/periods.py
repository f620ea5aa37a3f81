"""Which periods does a sentence name, and which days are they on the day of its document?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from esep.language.reading import time_words as w
from esep.language.reading.time_meaning import MEANINGS, Lean, Reading
from esep.language.reading.time_rules import Rule, rules
from esep.language.reading.time_tokens import lexicon, read_tokens
from esep.language.reading.time_words import TIME_KINDS, Token
from esep.model.claim import PeriodRole, WrittenPeriod
from esep.model.passage import Sentence
from esep.model.period import Period

_STARTS = (TIME_KINDS | {w.IN, w.FROM, w.OF}) - {w.EARLY}
_HORIZONS = frozenset({w.BY, w.TOWARDS, w.AGO_OR_BY, w.THROUGH})
_BASES = frozenset({"year_on_year", "same", "level"})
_ENGLISH_VERBS = frozenset({"was", "had", "has", "is", "will", "saw", "brought", "became"})
_NOT_SINCE = frozenset({"now", "so_far", "ago", "school", "holidays", "end"})


def periods(text: str, sentence: Sentence, *, day: date) -> tuple[WrittenPeriod, ...]:
    """Find every expression of time, in order; none overlaps another.

    The span covers the words of time alone, so that their digits can be masked; the preposition
    or postposition beside them only tells the role.
    """
    code = sentence.language
    tokens = tuple(read_tokens(text, sentence.start, sentence.end, code))
    letters = "".join(token.kind for token in tokens)
    found = []
    at = 0
    while at < len(tokens):
        read = _longest(tokens, letters, at, code=code, day=day) if letters[at] in _STARTS else None
        if read is None:
            at += 1
            continue
        written, at = read
        found.append(
            WrittenPeriod(
                start=written.start,
                end=written.end,
                text=text[written.start : written.end],
                period=written.period,
                role=written.role,
                present=written.present,
            )
        )
    return tuple(found)


def _longest(
    tokens: Sequence[Token], letters: str, at: int, *, code: str, day: date
) -> tuple[WrittenPeriod, int] | None:
    fitting = [
        (match.end(), rule, match)
        for rule in rules(code)
        if (match := rule.pattern.match(letters, at))
    ]
    fitting.sort(key=lambda each: -each[0])
    for end, rule, match in fitting:
        place = _Place(tokens, letters, at, end, code)
        if not _stands(rule, match, place):
            continue
        reading = Reading(tokens, match, day=day, lean=_lean(place))
        period = MEANINGS[rule.name](reading)
        if period is not None:
            return _with_role(rule, period, place, day=day), end
    return None


def _lean(place: _Place) -> Lean:
    if place.before in _HORIZONS:
        return Lean.BY
    return Lean.SINCE if place.before in (w.SINCE, w.FROM) else Lean.PLAIN


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an expression stands among the words around it."""

    tokens: Sequence[Token]
    letters: str
    first: int
    end: int
    code: str

    @property
    def last(self) -> Token:
        return self.tokens[self.end - 1]

    @property
    def beside(self) -> int:
        """The word that governs it, beyond articles and "in"; -1 where there is none."""
        at = self.first - 1
        while at >= 0 and self.first - at < 4 and self.letters[at] in (w.OF, w.IN, w.EARLY):
            at -= 1
        return at

    @property
    def before(self) -> str:
        """The kind of the word that governs it; Kazakh puts that word after."""
        if lexicon(self.code).year_first:
            return self.after
        at = self.beside
        if at > 0 and self.letters[at - 1 : at + 1] == "Tt":
            return w.THROUGH  # through to 2030
        return self.letters[at] if at >= 0 else ""

    @property
    def after(self) -> str:
        return self.letters[self.end] if self.end < len(self.letters) else ""

    @property
    def framed(self) -> bool:
        """Whether a word says that something happened within it."""
        own = self.first > 0 and self.letters[self.first - 1] == w.IN
        beyond = self.letters[max(0, self.first - 3) : self.first] in ("io", "ioo", "xio")
        after = self.code == "kk" and self.after == w.IN
        of = self.first > 0 and self.tokens[self.first - 1].text.lower() == "of"
        return own or of or beyond or after or self.last.case in ("locative", "genitive")

    @property
    def compared(self) -> bool:
        """Whether it is what a figure is compared with."""
        if lexicon(self.code).year_first:
            beyond = re.compile("[xPs]{0,2}K").match(self.letters, self.end)
            than = self.last.case == "ablative" and self.last.kind != w.START
            return bool(beyond) or (than and self.after != w.SINCE)
        if self.before == w.THAN:
            return True
        behind = self.letters[max(0, self.first - 5) : self.first]
        return bool(re.search("K[oixsPRn]{0,4}$", behind))


def _stands(rule: Rule, match: re.Match[str], place: _Place) -> bool:
    """Whether the words around allow what the letters look like."""
    groups = match.groupdict()
    first = place.tokens[place.first]
    dated = any(groups.get(name) for name in ("yr", "yr2", "yr3"))
    if first.kind in (w.IN, w.OF) and rule.name not in ("whole_year", "ago"):
        return False
    match rule.name:
        case "year" if len(match[0]) == 1 and first.kind == w.YEAR:
            return _is_year(first, place)
        case "month_count":
            counted = bool(groups.get("rel") or groups.get("ord") or dated)
            led = place.tokens[place.first - 1].text.lower() if place.first else ""
            the = led == "the" and "-" in match[0]
            return counted or place.framed or place.first == 0 or the
        case "quarter_count":
            return _counts_quarters(match, place)
        case "quarter":
            token = place.tokens[match.start("n")]
            return token.kind != w.NUMBER or place.code != "en"
        case "year_count":
            return bool(groups.get("rel")) or (place.framed and place.last.case != "genitive")
        case "whole_year" if first.kind == w.IN:
            return first.text.lower() in ("за", "на") and place.last.text.lower() == "год"
        case "day" if place.code == "en" and not dated:
            # "In May 15 schools opened" names no day.
            led = place.tokens[place.first - 1].text.lower() if place.first else ""
            return led not in ("in", "during", "for", "since") or place.last.kind == w.MONTH
        case "month" if first.text in ("May", "March") and not dated and match[0] == w.MONTH:
            # "May he live", "March to the sea"
            return bool(place.before) and place.before in "inuTtbfvjkK&-,SER"
        case "month" if place.code == "kk" and not dated:
            return bool(place.last.case or place.last.kind != w.MONTH) or place.after == w.SINCE
        case "season":
            if dated or groups.get("rel"):
                return True
            if place.code == "kk":
                return place.last.case == "locative" or place.after == w.BY
            led = place.letters[max(0, place.first - 2) : place.first]
            return place.code == "ru" or w.IN in led or place.before in _HORIZONS
        case "decade":
            return place.framed
        case "level":
            return place.last.case in ("ablative", "instrumental") or place.compared
        case "start" | "end" if place.code == "kk":
            return place.last.possessive
        case _:
            return True


def _counts_quarters(match: re.Match[str], place: _Place) -> bool:
    """Three quarters as a span of time: "три квартала", but "3 квартал" is the third."""
    word = place.tokens[match.start("q")]
    if place.code == "en":
        return bool(match["ord"]) and word.text.lower() == "quarters"
    if place.code == "ru":
        return word.text.lower() in ("квартала", "кварталов") and (
            bool(match["ord"]) or place.framed
        )
    return bool(match["ord"])


def _is_year(token: Token, place: _Place) -> bool:
    """A bare number is a year where a word before it or the marks around it say so."""
    if place.first and place.letters[place.first - 1] == w.DASH and _glued(place):
        return False  # the name of a programme: Strategy-2050
    if token.case:
        return place.code != "kk" or token.case == "decade"
    if place.code != "kk" and place.first:
        led = place.letters[place.first - 1]
        if led in "inoftTubjkKv&-SEse":
            following = place.tokens[place.end].text if place.after else ""
            return place.code == "en" or not following.isalpha()
    previous = place.tokens[place.first - 1].text if place.first else ""
    following = place.tokens[place.end].text if place.after else ""
    if place.code == "en" and following in _ENGLISH_VERBS:
        return True  # what 2022 had been like
    return (previous in ("", "(") or previous.endswith("(")) and following in (")", ":", "", ";")


def _glued(place: _Place) -> bool:
    """Whether a hyphen joins it to the word before: Казахстан-2050, but mid-2024."""
    dash, word = place.tokens[place.first - 1], place.tokens[max(0, place.first - 2)]
    joined = word.end == dash.start and dash.end == place.tokens[place.first].start
    return joined and word.kind == w.OTHER


def _with_role(rule: Rule, period: Period, place: _Place, *, day: date) -> WrittenPeriod:
    role = PeriodRole.OWN
    beside = place.before
    if (
        rule.name in _BASES
        or place.tokens[place.first].kind == w.LAST_YEARS
        or place.compared
        or (rule.name == "ago" and place.code != "kk" and _is_earlier(place))
        or (
            place.code == "ru"
            and beside == w.FROM
            and place.last.text.lower() in ("годом", "периодом")
        )
        or (rule.name in ("year", "same") and beside == w.ON and place.code == "en")
        or (place.code == "en" and beside == w.FROM and rule.name == "year" and period.end < day)
    ):
        role = PeriodRole.BASE
    elif rule.name == "new_year" and beside in (w.SINCE, w.FROM):
        period = Period(Period.year(day.year).start, day)
    elif rule.name == "now":
        role = PeriodRole.OWN
    elif beside in _HORIZONS or rule.name in ("new_year", "holidays"):
        role = _towards(period, beside, day)
    elif beside == w.TO and place.code != "kk" and period.end >= day and rule.name == "year":
        role = PeriodRole.HORIZON
    elif _runs_on(rule, place) and period.start < day:
        period = Period(period.start, day)
    return WrittenPeriod(
        start=place.tokens[place.first + (place.letters[place.first] == w.IN)].start,
        end=place.last.end,
        text="",
        period=period,
        role=role,
        present=rule.name == "now",
    )


def _is_earlier(place: _Place) -> bool:
    return place.last.text.lower() in ("earlier", "ранее", "раньше", "before")


def _towards(period: Period, governor: str, day: date) -> PeriodRole:
    """Russian "к" leads to what lies ahead, and compares with what lies a year behind."""
    if period.end >= day:
        return PeriodRole.HORIZON
    if governor == w.TOWARDS and period.end.year < day.year:
        return PeriodRole.BASE
    return PeriodRole.OWN


def _runs_on(rule: Rule, place: _Place) -> bool:
    """Whether it says since when: с января, since 2020, жыл басынан бері."""
    if rule.name in _NOT_SINCE or not {"M", "Y", "S", "D", "R", "y", "A"} & set(
        place.letters[place.first : place.end]
    ):
        return False
    if place.code == "kk":
        return place.after == w.SINCE or (rule.name == "start" and place.last.case == "ablative")
    return place.before in (w.SINCE, w.FROM)
