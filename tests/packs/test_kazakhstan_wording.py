"""Do the wordings of the Kazakhstan pack say the same things, and can each say all of them?

Facts are made here: whatever a message asks for, in every situation it tells apart.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

import pytest
from fluent.syntax import FluentParser, ast

from esep.briefings.figures import Figures
from esep.briefings.plan import OtherBorders, Sentence
from esep.briefings.voice import Voice
from esep.briefings.wording import Wording
from esep.catalog import Catalog, load_catalog
from esep.language import language
from esep.model.document import Runs
from esep.model.fact import Comparison, Fact, Ranking
from esep.model.observation import EstimateStage
from esep.model.period import Period
from esep.model.text import Names, Text
from esep.model.unit import ScaledUnit

CATALOG = load_catalog("kazakhstan")
LANGUAGES = ("en", "ru", "kk")
DAY = date(2024, 6, 14)

_COMPARED = {
    "change": (Comparison.CHANGE, "percent"),
    "union": (Comparison.CHANGE, "percent"),
    "gap": (Comparison.GAP, "percentage_point"),
    "contribution": (Comparison.CONTRIBUTION, "percentage_point"),
    "rank": (Comparison.RANK, "rank"),
    "per_head_rank": (Comparison.PER_HEAD_RANK, "rank"),
    "share": (Comparison.SHARE, "percent"),
    "per_head": (Comparison.PER_HEAD, "KZT"),
}
_COUNTED = {
    "zones": "zone",
    "projects": "project",
    "jobs": "job",
    "created": "cooperative",
    "financed": "cooperative",
    "schools": "school",
    "places": "place",
    "waste": "tonne",
    "area": "hectare",
    "count_a": "district",
    "count_b": "city_regional",
}


@dataclass
class Slots:
    """What one message speaks and what it asks about it."""

    facts: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)

    def merged(self, other: Slots) -> Slots:
        return Slots(
            *(mine | theirs for mine, theirs in zip(self._sets(), other._sets(), strict=True))
        )

    def _sets(self) -> tuple[set[str], ...]:
        return (self.facts, self.names, self.lists, self.days, self.asked, self.texts)


def messages(texts: Mapping[str, str]) -> dict[str, Slots]:
    """Every message of a language with its slots."""
    found: dict[str, Slots] = {}
    for text in texts.values():
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} is written twice"
                found[entry.id.name] = _slots(entry)
    return found


def _slots(message: ast.Message) -> Slots:
    slots = Slots()
    by_function = {
        "FIGURE": slots.facts,
        "PERIOD": slots.facts,
        "NAME": slots.names,
        "LIST": slots.lists,
        "DAY": slots.days,
    }
    handed_on: set[int] = set()
    for node in _nodes(message):
        if isinstance(node, ast.FunctionReference):
            variable = node.arguments.positional[0]
            assert isinstance(variable, ast.VariableReference)
            handed_on.add(id(variable))
            by_function[node.id.name].add(variable.id.name)
        elif isinstance(node, ast.SelectExpression):
            assert isinstance(node.selector, ast.VariableReference)
            handed_on.add(id(node.selector))
            slots.asked.add(node.selector.id.name)
    slots.texts |= {
        node.id.name
        for node in _nodes(message)
        if isinstance(node, ast.VariableReference) and id(node) not in handed_on
    }
    return slots


def _nodes(node: ast.BaseNode) -> Iterator[ast.BaseNode]:
    yield node
    for child in vars(node).values():
        for each in child if isinstance(child, list) else [child]:
            if isinstance(each, ast.BaseNode):
                yield from _nodes(each)


@dataclass(frozen=True)
class Situation:
    way: str = "up"
    known: bool = True
    period: str = "2024-01/2024-04"
    hedge: str = ""
    prices: str = "current"
    number: int = 5


def situations(slots: Slots) -> Iterator[Situation]:
    """Each combination of what the message asks about."""

    def if_asked(suffix: str, values: tuple[object, ...]) -> tuple[object, ...]:
        asked = any(each.endswith(f"_{suffix}") for each in slots.asked)
        return values if asked else values[:1]

    periods: tuple[str, ...] = ("2024-01/2024-04", "2023", "") if slots.facts else ("2023",)
    if not any(each.endswith("_dated") for each in slots.asked):
        periods = tuple(each for each in periods if each)
    for way, known, hedge, prices, number, period in itertools.product(
        if_asked("way", ("up", "down", "flat")),
        if_asked("known", (True, False)),
        if_asked("hedge", ("", "over", "under", "about")),
        if_asked("prices", ("current", "constant")),
        if_asked("one", (5, 1, 21, 2)),
        periods,
    ):
        yield Situation(way, known, period, hedge, prices, number)  # type: ignore[arg-type]


def fact(slot: str, made: Situation) -> Fact:
    comparison, unit = _COMPARED.get(slot, (Comparison.LEVEL, ""))
    unit = unit or _COUNTED.get(slot, "KZT" if slot == "cost" else "index_percent")
    moved = {"up": Decimal("4.6"), "down": Decimal("-4.6"), "flat": Decimal(0)}[made.way]
    value = Decimal(made.number)
    if slot in _COMPARED:
        value = Decimal(3) if unit == "rank" else moved
    elif unit == "index_percent":
        value = 100 + moved
    elif slot == "cost":
        value = Decimal("3700000000000")
    return Fact(
        id=f"made:{slot}",
        indicator="grp",
        region="KZ-19",
        region_version="KZ-19@2022-06-08",
        period=Period.parse(made.period) if made.period else None,
        comparison=comparison,
        value=value,
        unit=ScaledUnit(unit),
        decimals=0 if slot in _COUNTED else 1,
        stage=EstimateStage.FINAL,
        vintage=DAY,
        ranking=Ranking(20, 20, ascending=False, ties=1) if unit == "rank" else None,
        hedge=made.hedge,
    )


def facts(slots: Slots, made: Situation) -> dict[str, Fact | None]:
    optional = {each.removesuffix("_known") for each in slots.asked if each.endswith("_known")}
    return {
        slot: fact(slot, made) if made.known or slot not in optional else None
        for slot in slots.facts
    }


def names(slots: Slots, catalog: Catalog) -> dict[str, Names]:
    region = catalog.regions.at("KZ-19", DAY).names
    things = {
        "indicator": catalog.indicators["investment"].names,
        "subject": catalog.indicators["trade_volume"].subjects,
        "first_name": catalog.indicators["construction_volume"].subjects,
        "last_name": catalog.indicators["transport_volume"].subjects,
        "country": catalog.regions.at("KZ", DAY).names,
    }
    asked = {each.removesuffix("_agree") for each in slots.asked if each.endswith("_agree")}
    return {slot: things.get(slot) or region for slot in slots.names | asked}


# -- the tests -------------------------------------------------------------------------

MESSAGES = {code: messages(dict(CATALOG.wording(code))) for code in LANGUAGES}


def asked_anywhere(message: str) -> Slots:
    first, *others = (MESSAGES[code].get(message, Slots()) for code in LANGUAGES)
    for other in others:
        first = first.merged(other)
    return first


def voice(code: str) -> Voice:
    speaking = language(code)
    figures = Figures(speaking, CATALOG.units, CATALOG.units["region"].names)
    wording = Wording(speaking, CATALOG.wording(code), figures, CATALOG.indicators)
    return Voice(speaking, wording, figures, CATALOG.indicators)


VOICES = {code: voice(code) for code in LANGUAGES}


def say(code: str, message: str, made: Situation, **other: Names) -> Runs:
    slots = asked_anywhere(message)
    speaking = VOICES[code]
    if slots.texts and not slots.facts:
        words = dict.fromkeys(slots.texts, "Слово")
        days = dict.fromkeys(slots.days, DAY)
        return speaking.wording.runs(message, facts={}, names={}, lists={}, days=days, texts=words)
    sentence = Sentence(
        message,
        "investment" if made.prices == "current" else "grp_volume",
        facts(slots, made),
        names=names(slots, CATALOG) | other,
        lists={
            slot: tuple(names(Slots(names={"subject"}), CATALOG).values()) for slot in slots.lists
        },
        days=dict.fromkeys(slots.days, DAY),
        texts={slot: Text(dict.fromkeys(LANGUAGES, "Слово")) for slot in slots.texts},
    )
    return speaking.say(sentence)


def told(code: str, message: str, made: Situation = Situation(), **other: Names) -> str:
    return "".join(run.text for run in say(code, message, made, **other)).replace("\u00a0", " ")


@pytest.mark.parametrize("code", ["ru", "kk"])
def test_every_language_has_the_same_messages(code: str) -> None:
    assert set(MESSAGES[code]) ^ set(MESSAGES["en"]) == set()


@pytest.mark.parametrize("message", sorted(MESSAGES["en"]))
def test_a_message_can_be_spoken_and_has_the_same_figures_in_every_language(message: str) -> None:
    for made in situations(asked_anywhere(message)):
        spoken = {}
        for code in LANGUAGES:
            runs = say(code, message, made)
            assert any(run.text for run in runs)
            spoken[code] = sorted(run.fact_id for run in runs if run.fact_id)
        assert spoken["ru"] == spoken["en"], made
        assert spoken["kk"] == spoken["en"], made


BLEMISHES = re.compile(
    r"  | [,.;:)]|\( |\.\.|,,|;;|(?i:\b(\w+) \1\b)|[({]\)|\$|[{}\ue000-\ue002]|\bnone\b"
)


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_sentence_has_a_doubled_word_or_a_stray_mark(code: str) -> None:
    found = {
        text
        for message in MESSAGES[code]
        if message not in ("label-table", "label-figure", "label-page_of", "stage-none")
        for made in situations(asked_anywhere(message))
        if BLEMISHES.search(text := told(code, message, made))
    }
    assert found == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sentence_begins_with_a_capital_or_a_figure_and_ends_with_a_full_stop(code: str) -> None:
    ends_open = {"caption", "chart", "column", "tile", "figure", "meeting"}
    for message, slots in MESSAGES[code].items():
        if not slots.facts or message.partition("-")[0] in ends_open:
            continue
        for made in situations(asked_anywhere(message)):
            text = told(code, message, made)
            assert text.endswith("."), text
            assert text[0].isupper() or text[0].isdigit() or text[0] == "«", text


def subject(indicator: str) -> Names:
    found = CATALOG.indicators[indicator]
    return found.subjects or found.names


@pytest.mark.parametrize(
    ("indicator", "way", "sentence"),
    [
        (
            "industry_volume",
            "up",
            "промышленность Алматинской области в реальном выражении выросла на 4,6%",
        ),
        (
            "construction_volume",
            "down",
            "строительство Алматинской области в реальном выражении снизилось на 4,6%",
        ),
        (
            "stei",
            "down",
            "краткосрочный экономический индикатор Алматинской области в реальном выражении "
            "снизился на 4,6%",
        ),
        (
            "investment_volume",
            "flat",
            "инвестиции в основной капитал Алматинской области в реальном выражении практически "
            "не изменились",
        ),
    ],
)
def test_a_russian_verb_agrees_with_what_grew(indicator: str, way: str, sentence: str) -> None:
    text = told("ru", "volume-against-country", Situation(way), subject=subject(indicator))
    assert text.startswith(f"В январе–апреле 2024 г. {sentence}; в целом по стране ")


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (1, "В 2023 году построена 1 школа на 1 место."),
        (2, "В 2023 году построено 2 школы на 2 места."),
        (5, "В 2023 году построено 5 школ на 5 мест."),
        (21, "В 2023 году построена 21 школа на 21 место."),
    ],
)
def test_a_russian_participle_agrees_with_the_number(number: int, sentence: str) -> None:
    assert told("ru", "schools-built", Situation(period="2023", number=number)) == sentence


@pytest.mark.parametrize(
    ("hedge", "russian", "kazakh"),
    [
        ("", "очищено 5 гектаров территории.", "5 гектар аумақ тазартылды."),
        ("over", "очищено свыше 5 гектаров территории.", "5 гектардан астам аумақ тазартылды."),
        ("under", "очищено менее 5 гектаров территории.", "5 гектардан аз аумақ тазартылды."),
        ("about", "очищено около 5 гектаров территории.", "5 гектарға жуық аумақ тазартылды."),
    ],
)
def test_a_hedge_governs_the_case_of_its_figure(hedge: str, russian: str, kazakh: str) -> None:
    assert told("ru", "clean-up", Situation(hedge=hedge)).endswith(russian)
    assert told("kk", "clean-up", Situation(hedge=hedge)).endswith(kazakh)


@pytest.mark.parametrize(
    ("code", "russian", "kazakh"),
    [
        (
            "KZ-10",
            "валовой региональный продукт области Абай составил",
            "Абай облысында жалпы өңірлік өнім",
        ),
        (
            "KZ-71",
            "валовой региональный продукт города Астаны составил",
            "Астана қаласында жалпы өңірлік өнім",
        ),
        (
            "KZ-62",
            "валовой региональный продукт области Ұлытау составил",
            "Ұлытау облысында жалпы өңірлік өнім",
        ),
        (
            "KZ-19",
            "валовой региональный продукт Алматинской области составил",
            "Алматы облысында жалпы өңірлік өнім",
        ),
    ],
)
def test_a_region_stands_in_the_case_of_its_sentence(code: str, russian: str, kazakh: str) -> None:
    region = CATALOG.regions.at(code, DAY).names
    grp = CATALOG.indicators["grp"].names
    made = Situation(period="2023")
    assert told("ru", "grp-level", made, region=region, indicator=grp).startswith(
        f"В 2023 году {russian} 104,6% в текущих ценах: 3-е место из 20 регионов по объёму и 3-е – "
    )
    assert told("kk", "grp-level", made, region=region, indicator=grp).startswith(
        f"2023 жылы {kazakh} ағымдағы бағамен 104,6%-ды құрады: "
        "көлемі бойынша 20 өңірдің ішінде 3-орын,"
    )


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        ("up", "Бұл – республикалық көрсеткіштен (104,6%) 4,6 пайыздық тармаққа жоғары."),
        ("down", "Бұл – республикалық көрсеткіштен (95,4%) 4,6 пайыздық тармаққа төмен."),
        ("flat", "Бұл республикалық көрсеткішпен (100,0%) іс жүзінде бірдей."),
    ],
)
def test_a_kazakh_gap_stands_in_the_dative(way: str, sentence: str) -> None:
    assert told("kk", "index-gap", Situation(way)) == sentence


def test_a_whole_year_is_compared_with_the_year_before_and_not_with_a_same_period() -> None:
    year, months = Situation(period="2023"), Situation(period="2024-01/2024-04")
    assert "к предыдущему году" in told("ru", "index-level", year)
    assert "к соответствующему периоду предыдущего года" in told("ru", "index-level", months)
    assert "алдыңғы жылмен салыстырғанда" in told("kk", "index-level", year)
    assert " of 2022: " in told("en", "index-level", year)
    assert " of January–April 2023: " in told("en", "index-level", months)


def test_the_dot_of_an_abbreviation_also_ends_the_sentence() -> None:
    assert told("ru", "contribution").endswith(" – 4,6 п.п.")
    assert told("ru", "territory-new").endswith(" с 14 июня 2024 г.")


REPEATED = re.compile(r"(?i)(?<![-\w])(\w+(?:[ ,]+\w+){1,4})\W+\1(?![-\w])")


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_sentence_says_the_same_words_twice_running(code: str) -> None:
    """Two hands once added the same remark: "(at current prices), at current prices"."""
    assert REPEATED.search("up by 5 (at current prices), at current prices.")
    found = {
        text
        for message in MESSAGES[code]
        for made in situations(asked_anywhere(message))
        if REPEATED.search(text := told(code, message, made))
    }
    assert found == set()


def test_a_span_may_be_told_by_the_year_it_ends_in() -> None:
    made = Situation(period="2024/2030")
    assert told("en", "zones-portfolio", made).startswith("Investment portfolio until 2030: 5 ")
    assert told("ru", "zones-portfolio", made).startswith("Инвестиционный портфель до 2030 года: ")
    assert told("kk", "zones-portfolio", made).startswith("2030 жылға дейінгі инвестициялық ")


def test_a_statement_of_another_day_and_a_figure_of_other_borders_say_so() -> None:
    said = replace(
        fact("level", Situation(period="2023")), stage=EstimateStage.DECLARED, said_on=DAY
    )
    borders = {said.id: OtherBorders(date(2022, 6, 8), ended=True)}
    days = {"on": date(2024, 7, 1)}
    sentence = Sentence("figure-level", "grp", {"level": said}, days=days, borders=borders)
    spoken = {
        code: "".join(run.text for run in VOICES[code].say(sentence)).replace("\u00a0", " ")
        for code in LANGUAGES
    }
    assert spoken == {
        "en": "104.6% (declared, 14 June 2024, on the borders before 8 June 2022)",
        "ru": "104,6% (по сообщению акима, 14 июня 2024 г., в границах до 8 июня 2022 г.)",
        "kk": "104,6% (әкімнің баяндауынша, 2024 жылғы 14 маусым, "
        "2022 жылғы 8 маусымға дейінгі шекарада)",
    }
    same_day = replace(sentence, days={"on": DAY}, borders={})
    assert "".join(run.text for run in VOICES["en"].say(same_day)) == "104.6% (declared)"
