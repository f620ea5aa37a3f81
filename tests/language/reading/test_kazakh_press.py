"""Kazakh as the regional press writes it: numbers, places in a ranking, spans of years."""

from __future__ import annotations

from datetime import date

import pytest

from esep.language.reading.detection import detect
from esep.language.reading.periods import periods
from esep.language.reading.quantities import quantities
from esep.language.reading.under_way import under_way
from esep.model.claim import Direction, Hedge, PeriodRole, Quantity
from esep.model.passage import Sentence
from tests.language.reading.tenge import TENGE

DAY = date(2025, 11, 20)


def read(text: str) -> list[Quantity]:
    found = quantities(text, Sentence(0, len(text), "kk", 0), money=TENGE)
    return [each for each in found if not each.not_claim]


def spans(text: str) -> list[str]:
    found = periods(text, Sentence(0, len(text), "kk", 0), day=DAY)
    return [str(each.period) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "Барлық сала бойынша оң динамика байқалады.",
        "Сараптаманың оң қорытындысы алынды.",
        "Barlyq kórsetkish oń sıpatqa ıe.",
        "Үшеуінде де жұмыс қызу.",
        "Қалада үш ауысымды мектеп қалмады.",
    ],
)
def test_what_only_sounds_like_a_number_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Биыл 85 тұрғын үй салынды.", 85, "count"),
        ("Аймақта 46 жаңа өндіріс орны ашылды.", 46, "count"),
        ("Көлде 12 орналастыру орны бар.", 12, "count"),
        ("Бағдарлама бойынша 344 жас баспаналы болды.", 344, "count"),
        ("Оның 7-еуі пайдалануға берілді.", 7, "count"),
        ("Жиында 100 АЕК көлемінде көмек берілді.", 100, "other"),
        ("Өнімділік 12,7 ц / га болды.", "12.7", "other"),
        ("Өсім 3,4 пайыздық деңгейде.", "3.4", "percent"),
    ],
)
def test_a_thing_named_by_a_place_or_a_person_is_a_thing(
    text: str, number: float | str, unit: str
) -> None:
    (found,) = read(text)
    assert (str(found.number), found.unit) == (str(number), unit)


def test_a_place_in_a_ranking_needs_no_hyphen_before_a_verb() -> None:
    first, second = read("Облыс рейтингте 12 орыннан 3 орынға көтерілді.")
    assert [first.unit, second.unit] == ["rank", "rank"]
    (seats,) = read("Мектеп 300 орынға есептелген.")
    assert seats.unit == "place"


def test_the_ending_of_a_scale_word_says_about() -> None:
    found = read("Жиынға 3 мыңдай адам мен 200 отбасыдай келді.")
    assert [(int(each.number), each.hedge) for each in found] == [
        (3000, Hedge.ABOUT),
        (200, Hedge.ABOUT),
    ]


def test_money_told_in_dollars_is_dollars() -> None:
    (found,) = read("Бұл долларға шаққанда 6 миллиардтай.")
    assert (found.unit, found.hedge) == ("USD", Hedge.ABOUT)


def test_a_joined_word_speaks_for_no_language() -> None:
    assert detect(["Josparda 187 is-sharany jáne 227 is-sharany iske asyrý bar."]) == ("kk",)


def test_more_after_a_dative_is_a_rise_and_quality_is_none() -> None:
    (more,) = read("Бұл былтырғыдан 13,2 пайызға артық.")
    assert more.direction is Direction.UP
    (quality,) = read("Астықтың 70 пайызы жоғары сапалы.")
    assert quality.direction is None
    (joined,) = read("Нысандардың 96%-ы қосылды.")
    assert joined.direction is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Үш жылдың ішінде 37 мектеп салынды.", ["2023/2025"]),
        ("Осыдан бір жарым жыл бұрын басталды.", ["2024"]),
        ("Осы маусымда егін бітік шықты.", []),
        ("Биылғы бірінші желтоқсанға 90 бала тіркелді.", ["2025-12-01"]),
    ],
)
def test_spans_of_time(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "59 мектептің құрылысы жүргізіліп жатқанын айтты",
        "көше жөнделуде",
        "7 úıge jóndeý jumystary júrgizilip jatyr",
    ],
)
def test_what_is_being_done_is_under_way(text: str) -> None:
    assert list(under_way(text, 0, len(text), "kk"))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Турист саны 1,2 миллионға жетті.", "person"),
        ("Аурухана төсегінің саны 2 530-ға жеткізілді.", "place"),
        ("Облыс халқының саны 920 мыңнан асты.", "person"),
        ("Мектепте оқитын бала саны – 180 мың.", "place"),
        ("Жұмысқа тұрғандар – 12 мың.", "person"),
        ("Ауысымына 250 келушіге арналған емхана ашылды.", "place"),
        ("Газға 12,3 мың жан қол жеткізді.", "person"),
        ("16 мың жамбылдық жұмысқа тұрды.", "person"),
        ("Электр желілеріне 24,2 миллиард жұмсалды.", "KZT"),
        ("Ауылға 15 миллиард 155 миллион бөлінді.", "KZT"),
    ],
)
def test_a_number_is_named_by_what_stands_around_it(text: str, unit: str) -> None:
    assert [each.unit for each in read(text)] == [unit]


def test_a_number_set_beside_a_measure_has_its_unit() -> None:
    found = read("Биыл 500 шақырым жол жөнделді, былтыр – 420.")
    assert [(each.unit, each.number) for each in found][-1] == ("km", 420)
    found = read("Зауыт 71 мың тонна қант шығарды, керегі – небәрі 11 мың.")
    assert [each.unit for each in found] == ["tonne", "tonne"]
    assert [each.unit for each in read("40 мың гектар жердің 25 мыңы егілді.")] == ["hectare"] * 2


def test_what_stands_in_brackets_is_no_whole_of_what_follows() -> None:
    found = read("Газға 22 ауыл (9 мың тұрғын) қосылды, тағы алтауы кезекте.")
    assert [each.unit for each in found] == ["count", "person", "count"]


def test_cattle_gold_and_wheat_are_no_numbers() -> None:
    assert read("Төрт түліктің саны көбейді.") == []
    assert read("Құрамында алтыны бар кен өңделеді.") == []
    assert read("25 мың гектар бидай егілді.")[0].hedge is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Жыл аяқталғанша тағы алты ферма ашылады.", ["2025"]),
        ("Жыл жабылғанда өнім өседі.", ["2025"]),
        ("Jyl aıaqtalǵansha ashylady.", ["2025"]),
        ("Қыс түскенше қазандықтар жөнделеді.", ["2025"]),
        ("2021 жылдың соңындағы деңгей – 67, биылғысы – 83.", ["2021-12-31", "2025"]),
        ("2023 жылы – 430, келесі жылы – 1 015, биыл – 332.", ["2023", "2024", "2025"]),
        ("Келесі жылы 12 мектеп салынады.", ["2026"]),
        ("Қаңтардан бергі көлем өсті.", ["2025-01-01/2025-11-20"]),
        ("Он жыл бойы көбейіп келген тозу азайды.", []),
        ("Екі жылдан соң аяқталады.", ["2027"]),
        ("Bıylǵy on bir aıda salyndy.", ["2025-01/2025-11"]),
    ],
)
def test_the_press_has_many_words_for_a_year(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(
    ("text", "number", "hedge"),
    [
        ("Мыңнан астам жұмыс орны ашылды.", 1000, Hedge.OVER),
        ("Миллионға жуық тонна астық жиналды.", 1_000_000, Hedge.ALMOST),
        ("Мыңның үстінде отбасы қоныстанды.", 1000, Hedge.OVER),
        ("Елуге тарта мектеп жөнделді.", 50, Hedge.ALMOST),
        ("300-ге тарта отбасы қоныстанды.", 300, Hedge.ALMOST),
        ("5 мыңның айналасында адам келді.", 5000, Hedge.ABOUT),
        ("Көп дегенде 12 мектеп салынады.", 12, Hedge.UP_TO),
        ("Аз дегенде 12 мектеп салынады.", 12, Hedge.AT_LEAST),
        ("Үй салу 400 мың шаршы метрге жуықтады.", 400_000, Hedge.ALMOST),
    ],
)
def test_a_round_number_is_meant_so_roughly(text: str, number: int, hedge: Hedge) -> None:
    assert [(each.number, each.hedge) for each in read(text)] == [(number, hedge)]


def test_a_decimal_of_nothing_goes_on_in_per_cent() -> None:
    assert [each.unit for each in read("Құрылыс – 5,7-ге.")] == ["percent"]


def test_a_part_in_its_case_is_of_its_whole() -> None:
    found = read("Бюджет – 496,4 миллиард теңге. Мұның 166,6 миллиардын өңір өзі тапты.")
    assert [each.unit for each in found] == ["KZT", "KZT"]


def test_how_long_ago_something_began_is_no_claim() -> None:
    assert read("Облыстың шаңырақ көтергеніне екі жыл болды.") == []


def test_the_level_of_a_year_is_what_another_is_held_against() -> None:
    text = "Көлем 2021 жылғы деңгейдің 107,9 пайызына жетті."
    found = periods(text, Sentence(0, len(text), "kk", 0), day=DAY)
    assert [each.role for each in found] == [PeriodRole.BASE]


def test_borrowed_words_are_known_in_latin_letters() -> None:
    assert [each.unit for each in read("Gektar berekesi – 25 tsentner.")] == ["other"]
