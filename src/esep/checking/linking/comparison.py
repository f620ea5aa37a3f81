"""Is a figure a level, a growth, a share, a rank, and is it a plan or a fact?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from esep.checking.linking.layout import Layout, Near
from esep.language.reading.kazakh_tense import Tense, announces_plan, tense
from esep.model.claim import Direction, PeriodRole, Quantity, QuantityKind, Span, WrittenPeriod

_PERCENTAGES = (QuantityKind.PERCENT, QuantityKind.FRACTION)
INDEX_FROM = 80
"""Nothing grows by 80 % a year in this genre, and no index of it is below: a bare percentage of
an index that is larger is the index. This decides how it is written, never what it is about."""
_CLOSE, _FAINT = 0.25, 0.1
_OF_THE_NEXT = 0.4
_DASH = 0.9
"""Nothing but a dash parts words from a figure that are left more than this."""
_NEAR_LETTERS = 60
_DONE = 0.7
_FEW_WORDS = 6
_MOST_OF_AN_INDEX = 200
_PLAINLY, _BESIDE = 0.4, 0.85
# "A tenth of the country's coal is mined here": that is so all the time.
_SHARE = re.compile(r"(?:%-?|пайыз|paıyz|paiyz)[ыіyı]н?\b", re.IGNORECASE)
_PARTED = re.compile(r"[,;:]\s")


@dataclass(frozen=True, slots=True)
class Said:
    """How plainly each kind of frame word stands by a figure."""

    by_name: dict[str, float]

    def has(self, name: str, least: float = _CLOSE) -> bool:
        return self.by_name.get(name, 0.0) >= least

    def also(self, more: dict[str, float]) -> Said:
        """With what is said elsewhere, as in the heads of a table."""
        if not more:
            return self
        names = {**more, **self.by_name}
        return Said({name: max(more.get(name, 0.0), self.by_name.get(name, 0.0)) for name in names})

    def first_of(self, *names: str) -> str:
        """The one that stands closest; the earlier named wins a tie."""
        best = max(names, key=lambda name: self.by_name.get(name, 0.0))
        return best if self.has(best) else ""


def said_of(layout: Layout, at: int) -> Said:
    by_name: dict[str, float] = {}
    for near in layout.near_frames(at):
        strength = _reach(near)
        for name in near.found.meanings:
            by_name[name] = max(by_name.get(name, 0.0), strength)
    return Said(by_name)


def _reach(near: Near[str]) -> float:
    if near.side > 0 and near.another_follows and near.stops < 1.0:
        return near.closeness * _OF_THE_NEXT
    return near.closeness


def comparison_of(layout: Layout, at: int, said: Said, topic_rates: bool, before: str) -> str:
    """`before` is the comparison of the figure before in the sentence: lists go on."""
    quantity = layout.quantities[at]
    match quantity.kind:
        case QuantityKind.RANK:
            return _rank(layout, at, said)
        case QuantityKind.POINTS:
            return said.first_of("contribution", "gap") or "change"
        case QuantityKind.INDEX | QuantityKind.TIMES:
            return _bound(layout, at, said) or "yoy"
    if quantity.kind in _PERCENTAGES:
        return _of_percentage(layout, at, said, topic_rates, before)
    if quantity.kind in (QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.MEASURE):
        grew = quantity.direction is not None and quantity.span is None
        return "change" if grew and quantity.unit != "place" and _says_by(layout, at) else ""
    return ""


def _rank(layout: Layout, at: int, said: Said) -> str:
    ranked_before = at > 0 and layout.quantities[at - 1].kind is QuantityKind.RANK
    if ranked_before and any(
        near.side > 0 and not near.others_between and near.stops > _DASH
        for near in layout.near_frames(at)
        if "per_head" in near.found.meanings
    ):
        return "per_head_rank"  # "8-е место по объёму и 9-е – на душу населения"
    per_head = said.first_of("size", "per_head") == "per_head"
    alone = said.has("per_head", _FAINT) and not said.has("size", _FAINT)
    return "per_head_rank" if per_head or alone else "rank"


def _bound(layout: Layout, at: int, said: Said) -> str:
    """Which end of what the branches lie between: `the branch indices, from 98.1 to 112.3 %`."""
    if not said.has("branches"):
        return ""
    kinds = [each.kind for each in layout.quantities]
    if kinds[at + 1 : at + 2] == [QuantityKind.INDEX]:
        return "lowest"
    return "highest" if at and kinds[at - 1] is QuantityKind.INDEX else ""


def _of_percentage(layout: Layout, at: int, said: Said, topic_rates: bool, before: str) -> str:
    quantity = layout.quantities[at]
    if said.has("execution"):
        return "plan_execution"
    if _is_held_against(quantity, said):
        return "yoy"
    if quantity.kind is QuantityKind.FRACTION:
        return "share"
    moved = said.first_of("rise", "fall", "share")
    if quantity.direction is not None and moved != "share":
        moved = "rise" if quantity.direction is Direction.UP else "fall"
    ends = quantity.span is Span.FROM or _says_to(layout, at)
    if ends or (topic_rates and not _adds(layout, at)):
        # Unemployment fell from 4.3 to 4.1 %: both are levels.
        return "share" if said.has("share", _FAINT) else ""
    if moved:
        return "share" if moved == "share" else "yoy"
    return before if before in ("yoy", "share") and at else ""


def _is_held_against(quantity: Quantity, said: Said) -> bool:
    """Whether it is the index another one is held against: `above the country's 103.9 %`."""
    return quantity.number >= INDEX_FROM and said.has("gap")


_BY = {
    "en": re.compile(r"\bby\W+(?:\w+\W+){0,2}$"),
    "ru": re.compile(r"(?:\bна|\+)\W*(?:более\s+чем\s+|почти\s+|около\s+)?$"),
}
_TO = {
    "en": re.compile(r"\b(?:to|at)\W+(?:\w+\W+)?$"),
    "ru": re.compile(r"\b(?:до|в)\W+(?:\w+\W+)?$"),
}
_DATIVE = re.compile(r"(?:ға|ге|қа|ке)(?:\s|$)")
_UP_TO = re.compile(r"(?:ға|ге|қа|ке)\s+(?:дейін|жет)")
_DIGIT = re.compile(r"\d")
_LOOK = 28
"""So many letters around a figure hold the words that govern it."""


def _says_by(layout: Layout, at: int) -> bool:
    """Whether the figure is how much was added: `by`, `на`, the Kazakh dative."""
    ahead, after = _around(layout, at)
    if pattern := _BY.get(layout.sentence.language):
        return pattern.search(ahead) is not None
    return _DATIVE.search(after) is not None and _UP_TO.search(_up_to_digit(after)) is None


def _adds(layout: Layout, at: int) -> bool:
    """`By`; but the Kazakh dative after a rate is what the rate came to."""
    return layout.sentence.language in _BY and _says_by(layout, at)


def _says_to(layout: Layout, at: int) -> bool:
    """Whether the figure is what was reached: `to`, `до`, `-ға дейін`, `-ға жетті`."""
    ahead, after = _around(layout, at)
    if pattern := _TO.get(layout.sentence.language):
        return pattern.search(ahead) is not None
    return _UP_TO.search(_up_to_digit(after)) is not None


def _up_to_digit(text: str) -> str:
    """What is said before the next figure."""
    return _DIGIT.split(text, maxsplit=1)[0]


def _around(layout: Layout, at: int) -> tuple[str, str]:
    quantity = layout.quantities[at]
    ahead = layout.text[max(layout.sentence.start, quantity.start - _LOOK) : quantity.start]
    after = layout.text[quantity.written.end : min(layout.sentence.end, quantity.end + _LOOK)]
    return ahead.lower(), after.lower()


def back_through_lists(layout: Layout, comparisons: list[str], rates: list[bool]) -> list[str]:
    """What is said once after a list is said of all of it: `A 45 %, B 24 %, C added 20 %`."""
    found = list(comparisons)
    for at in range(len(found) - 2, -1, -1):
        bare = layout.quantities[at].kind is QuantityKind.PERCENT and not found[at]
        alike = layout.quantities[at + 1].kind is QuantityKind.PERCENT
        if bare and alike and found[at + 1] == "yoy" and not rates[at]:
            found[at] = "yoy"
    return found


def unit_of(
    layout: Layout,
    at: int,
    *,
    unit: str,
    comparison: str,
    said: Said,
    of_index: bool,
) -> str:
    """`index_percent` for a percentage that is an index, else the unit as it stands."""
    quantity = layout.quantities[at]
    if comparison in ("lowest", "highest"):
        return quantity.unit
    if quantity.kind is not QuantityKind.PERCENT or quantity.number < INDEX_FROM:
        return unit
    if comparison == "plan_execution" or (_says_by(layout, at) and not _came_to(layout, at)):
        return unit
    if _against_a_year(layout, at):
        return "index_percent"
    if comparison == "share":
        return unit
    stated = (
        said.has("index")
        or len(layout.clause(at)) <= _FEW_WORDS
        or _explains(layout, at)
        or _STATED.search(layout.text, max(0, quantity.start - 4), quantity.start) is not None
    )
    if quantity.number < 100 and not said.has("index_word") and _says_of(layout, at):
        return unit  # 91% of the houses
    listed = not comparison and quantity.number > 100 and quantity.written.decimals > 0
    if of_index and _is_held_against(quantity, said):
        return "index_percent"
    if of_index and 100 < quantity.number < _MOST_OF_AN_INDEX and quantity.written.decimals:
        return "index_percent"
    if said.has("index_word") or ((of_index or listed) and stated and not said.has("rate")):
        return "index_percent"
    return unit


_STATED = re.compile(r"[-\u2013—:]\s*\Z")
_AGAINST_A_YEAR = {
    "en": re.compile(
        r"\s(?:of|against|on|to|compared (?:to|with)) (?:the )?(?:\w+ ){0,2}?(?:last year"
        r"|year before|year earlier|previous year|same|corresponding|level|20\d\d)",
    ),
    "ru": re.compile(
        r"\s(?:(?:к|от) (?:\w+ ){0,3}?(?:уровн|период|месяц|год|прошлогодн|показател|того|тому"
        r"|20\d\d)|прошлогодн)"
    ),
}
_CAME_TO = re.compile(r"\b(?:вы[шй]\w+|остановил\w+|закрепил\w+|удержал\w+|держ\w+)\s+на\s+$")


def _against_a_year(layout: Layout, at: int) -> bool:
    """Whether it is so much of what another year was: 116% к уровню прошлого года."""
    pattern = _AGAINST_A_YEAR.get(layout.sentence.language)
    return pattern is not None and pattern.match(_around(layout, at)[1].lstrip("%")) is not None


def _came_to(layout: Layout, at: int) -> bool:
    return _CAME_TO.search(_around(layout, at)[0]) is not None


_OPENED = re.compile(r"\s?\(")


def _explains(layout: Layout, at: int) -> bool:
    """Whether it stands in brackets right after another figure: `197.8 billion (116%)`."""
    return at > 0 and _OPENED.fullmatch(layout.between(at - 1, at)) is not None


def _says_of(layout: Layout, at: int) -> bool:
    """Whether the very next word is what the percentage is of."""
    return any(
        near.side > 0 and near.words_between == 0 and near.stops == 1.0
        for near in layout.near_cues(at)
    )


_PARTED = re.compile(r"[,;]\s")


def _of_the_next(layout: Layout, at: int, horizon: WrittenPeriod) -> bool:
    """Whether a comma parts it from the figure, and one more figure follows it: `1.8 million came,
    by 2029 they want 3 million`."""
    here = layout.quantities[at]
    if at + 1 == len(layout.quantities) or horizon.start < here.end:
        return False
    parted = _PARTED.search(layout.text, here.end, horizon.start) is not None
    return parted and horizon.end <= layout.quantities[at + 1].start


def is_planned(said: Said, *, periods: tuple[WrittenPeriod, ...], layout: Layout, at: int) -> bool:
    """A plan or a target, by the words nearest to the figure."""
    plan, done, going = (said.by_name.get(name, 0.0) for name in ("plan", "done", "under_way"))
    quantity = layout.quantities[at]
    horizons = [
        each
        for each in periods
        if each.role is PeriodRole.HORIZON and not _of_the_next(layout, at, each)
    ]
    least = _CLOSE
    if layout.sentence.language == "kk":
        closed = tense(layout.text, quantity.start, quantity.end, layout.sentence.end)
        # Words beyond its own verb speak of something else.
        horizons = [each for each in horizons if not _beyond_a_verb(layout, quantity, each)]
        if closed is Tense.COMING and _SHARE.search(quantity.text):
            return bool(horizons)
        coming = closed in (Tense.COMING, Tense.AHEAD)
        if coming or (closed is None and _announced(layout, quantity)):
            return True
        least = _PLAINLY
        plan = plan if closed is None or plan >= _BESIDE else 0.0
    if horizons:
        nearest = min(abs(each.start - quantity.start) for each in horizons)
        plan = max(plan, 0.6 if nearest < _NEAR_LETTERS else 0.3)
    # What "will be built" holds a word for what was built too.
    return plan >= least and plan >= max(done * _DONE, going)


def _announced(layout: Layout, quantity: Quantity) -> bool:
    return announces_plan(layout.text, layout.sentence.start, quantity.start)


def _beyond_a_verb(layout: Layout, quantity: Quantity, time: WrittenPeriod) -> bool:
    (start, end), (until, _) = sorted(((quantity.start, quantity.end), (time.start, time.end)))
    between = layout.text[end:until]
    closed = tense(layout.text, start, end, until)
    return bool(_PARTED.search(between)) and (";" in between or closed is not None)


_PRICED = re.compile(
    r"\s*(?:\w+\s+){0,2}(?:worth|to the tune of|costing|valued at|for|at|totall?ing|amounting to"
    r"|with (?:an? )?(?:\w+ )?(?:cost|value|price tag|budget|capacity) of"
    r"|at (?:a )?(?:\w+ )?cost of)\s*",
    re.IGNORECASE,
)


def goes_on(layout: Layout, at: int, said: Said) -> bool:
    """Whether the plan of the figure before goes on: `84 projects worth 2 billion with 9 jobs`."""
    between = layout.between(at - 1, at)
    if _PRICED.fullmatch(between):
        return layout.quantities[at].kind is QuantityKind.MONEY
    stopped = any(letter in ";:()" for letter in between)
    if layout.sentence.language == "kk" and not stopped:
        quantity = layout.quantities[at]
        closed = tense(layout.text, quantity.start, quantity.end, layout.sentence.end)
        stopped = closed in (Tense.PAST, Tense.GOING_ON)
    return not stopped and not said.has("done") and not said.has("under_way")


_CONVERTED = re.compile(r"\s*\(\W*(?:\w+\W+)?")


# A Kazakh converb, or a noun before "and", has the time of the verb that closes the sentence.
_CONVERBS = ("ып", "іп", "ап", "еп", "уп")
_PAST = ("ды", "ді", "ты", "ті", "ған", "ген", "қан", "кен")
_TIMES = ("жыл", "биыл", "былтыр", "қазір", "бүгін")
_AND = frozenset({"мен", "бен", "пен", "және"})
_JOINT = 120


def _waits_for_its_verb(between: str) -> bool:
    if len(between) > _JOINT or any(letter in between for letter in ".;:()"):
        return False
    head, comma, tail = between.lower().rpartition(",")
    said = tail.split()
    if "ал" in said or any(word.endswith(_PAST) or word.startswith(_TIMES) for word in said):
        return False
    if comma:
        return head.rstrip().endswith(_CONVERBS)
    return any(word in _AND for word in said[:2])


def shares_its_plan(layout: Layout, at: int, said: Said) -> bool:
    """Whether what is said after its price or its jobs is said of a number of things:
    `14 projects worth 2 billion with the creation of 90 jobs will be launched`."""
    following = layout.quantities[at + 1]
    priced = following.kind in (QuantityKind.MONEY, QuantityKind.OTHER) or following.unit == "place"
    bare = not said.has("done") and not said.has("under_way")
    if (
        layout.sentence.language == "kk"
        and bare
        and _waits_for_its_verb(layout.between(at, at + 1))
    ):
        return True
    return priced and bare and _PRICED.fullmatch(layout.between(at, at + 1)) is not None


def is_converted(layout: Layout, at: int) -> bool:
    """Whether it is the figure before in another currency: `5 billion tenge ($11 million)`."""
    one, other = layout.quantities[at - 1], layout.quantities[at]
    money = one.kind is other.kind is QuantityKind.MONEY and one.unit != other.unit
    return money and _CONVERTED.fullmatch(layout.between(at - 1, at)) is not None
