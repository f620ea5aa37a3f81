"""Which slips of the pen can be made in a figure of a briefing, and are they seen?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from line_reading import Country
from reading_back import Heard, Printed, heard

from esep.app.checks import check_document
from esep.checking.documents.read import read_document
from esep.checking.judge.statements import OVERSTATES_GROWTH
from esep.language import language
from esep.model.claim import Claim, Finding, Hedge, PeriodSource, QuantityKind
from esep.model.passage import ReadText
from esep.model.period import Period

_NUMBER = re.compile(r"\d(?:[\d\s.,\u00a0\u202f]*\d)?")
_SPACE = "[ \u00a0\u202f]"
_LEAST = 3
"""By so much the last digit changes: more than rounding explains."""


@dataclass(frozen=True)
class Slip:
    """Letters of a text and what stands in their place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Spot:
    """One figure of a briefing that was found to be right, in its text."""

    country: Country
    text: str
    heard: Heard
    random: Random

    @property
    def claim(self) -> Claim:
        return self.heard.found[0].claim

    @property
    def number(self) -> tuple[int, int]:
        quantity = self.claim.quantity
        found = _NUMBER.search(self.text, quantity.start, quantity.end)
        return found.span() if found else (quantity.start, quantity.start)

    @property
    def digits(self) -> str:
        return self.text[slice(*self.number)]

    @property
    def sentence(self) -> tuple[int, int]:
        start = self.text.rfind("\n", 0, self.number[0]) + 1
        stops = [each.end() for each in re.finditer(r"[.;:] ", self.text[start : self.number[0]])]
        end = self.text.find("\n", self.number[1])
        return start + (stops[-1] if stops else 0), end if end >= 0 else len(self.text)

    def instead(self, text: str) -> Slip:
        return Slip(*self.number, text)

    def word(self, pairs: dict[str, str], start: int, end: int) -> Slip | None:
        """The first of these words there, with the other one in its place."""
        for one, other in pairs.items():
            if match := re.compile(one).search(self.text, start, end):
                return Slip(match.start(), match.end(), match.expand(other))
        return None


Operator = Callable[[Spot], Slip | None]


def other_digit(spot: Spot) -> Slip | None:
    letters = list(spot.digits)
    places = [at for at, letter in enumerate(letters) if letter.isdigit()]
    at = spot.random.choice(places)
    old, least = int(letters[at]), _LEAST if at == places[-1] else 1
    # No nought: 19,500 may be said of 19,506.
    choices = [digit for digit in range(1, 10) if abs(digit - old) >= least]
    if spot.claim.quantity.hedge is Hedge.OVER:
        choices = [digit for digit in choices if digit > old]  # a lower bound is still one
    if not choices:
        return None
    letters[at] = str(spot.random.choice(choices))
    return spot.instead("".join(letters))


def swapped(spot: Spot) -> Slip | None:
    """Two neighbouring digits the wrong way round, unless rounding hides it."""
    text = spot.digits
    pairs = [
        at
        for at in range(len(text) - 1)
        if text[at : at + 2].isdigit() and abs(int(text[at]) - int(text[at + 1])) >= 1
    ]
    pairs = [at for at in pairs if text[at + 1] != "0" or at]
    if not pairs or spot.claim.quantity.hedge is not None:
        return None
    at = spot.random.choice(pairs)
    return spot.instead(text[:at] + text[at + 1] + text[at] + text[at + 2 :])


def decimal_lost(spot: Spot) -> Slip | None:
    plain = re.sub(r"[.,](\d{1,2})$", r"\1", spot.digits)
    return spot.instead(plain) if plain != spot.digits else None


_SCALES = {
    "en": {
        "trillion": "billion",
        "billion": "million",
        "million": "billion",
        "thousand": "million",
    },
    "ru": {"трлн": "млрд", "млрд": "млн", "млн": "млрд", "тыс\\.": "млн"},
    "kk": {"трлн": "млрд", "млрд": "млн", "млн": "млрд", "мың": "млн"},
}


def other_scale(spot: Spot) -> Slip | None:
    quantity = spot.claim.quantity
    return spot.word(_SCALES[spot.claim.language], quantity.written.start, quantity.end)


_TURNS = {
    "en": {
        r"\bgrew by": "fell by",
        r"\bup by": "down by",
        r"\bdown by": "up by",
        r"\bmore than a year before": "less than a year before",
        r"\babove\b": "below",
        r"\bbelow\b": "above",
    },
    "ru": {
        r"\bвырос(ла|ли|ло|) на": r"снизился на",
        r"\bувеличился на": "снизился на",
        r"\bрост составил": "снижение составило",
        r"\bрост на": "снижение на",
        r"\bснижение\b": "рост",
        r"\bбольше\b": "меньше",
        r"\bвыше\b": "ниже",
        r"\bниже\b": "выше",
    },
    "kk": {
        r"\bөсті\b": "төмендеді",
        r"\bартты\b": "төмендеді",
        r"\bтөмендеді\b": "өсті",
        r"\bөсім": "төмендеу",
        r"\bартық\b": "аз",
        r"\bкөп\b": "аз",
    },
}
_REACH = 40


def turned_round(spot: Spot) -> Slip | None:
    claim = spot.claim
    if claim.quantity.unit not in ("percent", "percentage_point") or claim.comparison not in (
        *("yoy", "change", "gap"),
    ):
        return None
    if claim.quantity.direction is None and claim.comparison != "gap":
        return None
    first, last = spot.number
    after = spot.text[last : last + _REACH]
    following = last + (re.search(r"[.;()\d]|$", after) or re.match("", after)).start()
    before = (
        first - re.search(r"[.;(\d]|$", spot.text[max(0, first - _REACH) : first][::-1]).start()
    )
    windows = [(before, first), (last, following)]
    turns = _TURNS[claim.language]
    for window in windows[::-1] if claim.language == "kk" else windows:
        if found := spot.word(turns, *window):
            return found
    return None


_POINTS = {"en": " percentage points", "ru": " п.п.", "kk": " пайыздық тармақ"}


def points_for_per_cent(spot: Spot) -> Slip | None:
    claim = spot.claim
    if claim.quantity.kind is not QuantityKind.PERCENT or claim.comparison != "yoy":
        return None
    match = re.compile(r"%(?:-\w+)?").match(spot.text, spot.number[1])
    return Slip(match.start(), match.end(), _POINTS[claim.language]) if match else None


def index_for_growth(spot: Spot) -> Slip | None:
    """Grew by 7.9 % told as: grew by 107.9 %."""
    claim = spot.claim
    match = re.fullmatch(r"(\d{1,2})([.,]\d)", spot.digits)
    if claim.quantity.unit != "percent" or claim.quantity.direction is None or match is None:
        return None
    return spot.instead(f"1{match[1].zfill(2)}{match[2]}")


def year_before(spot: Spot) -> Slip | None:
    """The year the figure is told of, one less, where its own sentence names it."""
    claim = spot.claim
    if claim.period_source is not PeriodSource.EXPLICIT or claim.period is None:
        return None
    start, end = spot.sentence
    year = claim.period.end.year
    match = re.compile(rf"\b{year}\b").search(spot.text, start, end)
    if match is None or "until" in spot.text[start:end] or claim.planned:
        return None
    return Slip(match.start(), match.end(), str(year - 1))


def month_before(spot: Spot) -> Slip | None:
    """January-April told as January-March."""
    claim = spot.claim
    if claim.period_source is not PeriodSource.EXPLICIT or claim.period is None:
        return None
    period = claim.period
    several = 1 < period.month_count < 12
    if period.is_point or not several or period.start.month != 1:
        return None
    shorter = Period.months(period.start.year, 1, period.end.month - 1)
    tongue = language(claim.language)
    start, end = spot.sentence
    for case in ("in", "", "for", "genitive"):
        words = tongue.period(period, case=case)
        at = spot.text.find(words, start, end)
        if at >= 0:
            return Slip(at, at + len(words), tongue.period(shorter, case=case))
    return None


def neighbour(spot: Spot) -> Slip | None:
    """Another region's name where the sentence names the region."""
    claim, catalog = spot.claim, spot.country.catalog
    start = spot.sentence[0]
    regions = catalog.regions
    day = claim.period.end if claim.period else None
    if not claim.region or day is None or claim.region == catalog.root:
        return None
    others = [
        each for each in regions.level(catalog.compare_level, day) if each.code != claim.region
    ]
    own = regions.for_period(claim.region, claim.period)
    other = spot.random.choice(others)
    tongue = language(claim.language)
    ours, theirs = own.names[claim.language], other.names[claim.language]
    for case in tongue.cases:
        words = tongue.inflect(ours, case)
        at = spot.text.find(words, start, spot.number[0])
        if at >= 0:
            return Slip(at, at + len(words), tongue.inflect(theirs, case))
    return None


def next_place(spot: Spot) -> Slip | None:
    if spot.claim.quantity.kind is not QuantityKind.RANK:
        return None
    match = re.search(r"\d+", spot.digits)
    if match is None:
        return None
    place = int(match[0]) + (1 if match[0] == "1" else spot.random.choice((-1, 1)))
    return spot.instead(str(place))


_OVER = {"en": "over ", "ru": "более ", "kk": "кемінде "}
_LESS = {"en": "less than ", "ru": "менее ", "kk": ""}


def wrong_bound(spot: Spot) -> Slip | None:
    """`Less than` for `over`; elsewhere `over` a number that it is not over."""
    claim = spot.claim
    if claim.quantity.hedge is Hedge.OVER:
        return spot.word(
            {r"\bover\b": "less than", r"\bсвыше\b": "менее", r"\bастам\b": "кем"}, *spot.sentence
        )
    if claim.quantity.kind not in (QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.MEASURE):
        return None
    first = spot.digits[0]
    if first == "9":
        return None
    raised = str(int(first) + 1) + spot.digits[1:]
    return spot.instead(_OVER[claim.language] + raised)


_UNITS = {
    "en": {r"tenge\b": "dollars", r"hectares\b": "tonnes", r"tonnes\b": "hectares"},
    "ru": {r"тенге\b": "долларов", r"гектаров\b": "тонн", r"тонн\b": "гектаров"},
    "kk": {r"теңге(\w*)": "доллар", r"тонна\b": "гектар"},
}


def other_unit(spot: Spot) -> Slip | None:
    quantity = spot.claim.quantity
    return spot.word(_UNITS[spot.claim.language], quantity.written.end, quantity.end)


OPERATORS: dict[str, Operator] = {
    "digit": other_digit,
    "swap": swapped,
    "decimal": decimal_lost,
    "scale": other_scale,
    "direction": turned_round,
    "points": points_for_per_cent,
    "index for growth": index_for_growth,
    "year": year_before,
    "month": month_before,
    "region": neighbour,
    "rank": next_place,
    "bound": wrong_bound,
    "unit": other_unit,
}
VALUES = ("digit", "swap", "decimal", "scale", "rank")
"""Slips in the number itself; the others are in its frame."""

# -- texts with slips ----------------------------------------------------------------------


@dataclass(frozen=True)
class Seen:
    """What the checker says of a figure after a slip."""

    operator: str
    heard: Heard
    """The figure with what is now found in its place."""

    @property
    def caught(self) -> bool:
        """Contradicted or superseded, or told to overstate what it says."""
        return any(
            each.finding in (Finding.CONTRADICTED, Finding.SUPERSEDED)
            or OVERSTATES_GROWTH in each.notes
            for each in self.heard.found
        )

    @property
    def believed(self) -> bool:
        """Supported by the very fact it is no longer true to."""
        return not self.caught and self.heard.supported

    def __str__(self) -> str:
        said = [each.claim.quantity.text for each in self.heard.found]
        return f"{self.operator}: {said} for {self.heard}"


def slipped(
    country: Country,
    read: ReadText,
    figures: Sequence[Heard],
    operator: str,
    *,
    day: date,
    random: Random,
    most: int | None = None,
) -> list[Seen]:
    """Make the slip in each figure that takes it, a few at a time, and check the text anew.

    `most` is of how many figures, drawn by lot.
    """
    made: list[tuple[Heard, Slip]] = []
    for figure in figures:
        if not figure.supported:
            continue
        slip = OPERATORS[operator](Spot(country, read.text, figure, random))
        if slip is not None:
            made.append((figure, slip))
    random.shuffle(made)
    made = made[:most]
    seen: list[Seen] = []
    while made:
        few, made = _apart(made)
        slips = [slip for _, slip in few]
        text = read.text
        for slip in sorted(slips, key=lambda each: -each.start):
            text = text[: slip.start] + slip.text + text[slip.end :]
        told = read_document(text.encode(), name="briefing.txt")
        checked = check_document(country.workspace, told, day=day)
        moved = [_moved(figure.printed, slips) for figure, _ in few]
        seen += [Seen(operator, each) for each in heard(checked, moved)]
    return seen


def _apart(made: list[tuple[Heard, Slip]]) -> tuple[list[tuple[Heard, Slip]], ...]:
    """Some that stand in lines of their own, and the rest."""
    few: list[tuple[Heard, Slip]] = []
    rest: list[tuple[Heard, Slip]] = []
    for each in made:
        far = all(abs(each[1].start - other.start) > _FAR for _, other in few)
        (few if far and len(few) < _AT_ONCE else rest).append(each)
    return few, rest


_AT_ONCE = 20
"""So many of some hundred figures are wrong at once; the others still say what the text is of."""
_FAR = 60


def _moved(printed: Printed, slips: Sequence[Slip]) -> Printed:
    """The figure where it stands after the slips."""
    before = sum(len(each.text) - (each.end - each.start) for each in slips if _ends(each, printed))
    inside = sum(
        len(each.text) - (each.end - each.start)
        for each in slips
        if printed.start <= each.start < printed.end
    )
    start, end = printed.start + before, printed.end + before + inside
    return replace(printed, start=start, end=max(end, start + 1))


def _ends(slip: Slip, printed: Printed) -> bool:
    return slip.end <= printed.start
