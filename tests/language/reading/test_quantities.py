"""What a number of running text counts, and which numbers state nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from esep.language.reading.quantities import quantities
from esep.model.claim import Quantity, QuantityKind
from esep.model.passage import Sentence
from tests.language.reading.tenge import TENGE


def read(text: str, code: str, *taken: str) -> tuple[Quantity, ...]:
    spans = [(text.index(each), text.index(each) + len(each)) for each in taken]
    return quantities(text, Sentence(0, len(text), code, 0), spans, money=TENGE)


def claims(text: str, code: str) -> list[tuple[Decimal, str]]:
    return [(each.number, each.unit) for each in read(text, code) if not each.not_claim]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("It drew KZT 80 bln and €5m.", "en", [(80 * 10**9, "KZT"), (5_000_000, "other")]),
        ("Sales of $2.5m, or 1.2bn tenge.", "en", [(2_500_000, "USD"), (1_200_000_000, "KZT")]),
        ("Поступило 300 млн долларов и 5 тыс. тг.", "ru", [(300_000_000, "USD"), (5_000, "KZT")]),
        ("3 млн АҚШ доллары мен 5 млн теңге", "kk", [(3_000_000, "USD"), (5_000_000, "KZT")]),
        ("It is 4.8%, down 0.1 pp", "en", [("4.8", "percent"), ("0.1", "percentage_point")]),
        ("вырос на 45 миллиардов", "ru", [(45 * 10**9, "KZT")]),
        ("привлечено Т178 млрд", "ru", [(178 * 10**9, "KZT")]),
        ("16 центнеров с одного гектара", "ru", [(16, "other")]),
        ("ферма на 2000 голов", "ru", [(2000, "count")]),
        ("стал вторым показателем в стране", "ru", [(2, "rank")]),
        ("Области исполнилось три года.", "ru", []),
        ("снизилась на 0,2 п.п.", "ru", [("0.2", "percentage_point")]),
        ("0,2 пайыздық тармаққа төмендеді", "kk", [("0.2", "percentage_point")]),
        ("индекс составил 103,7%", "ru", [("103.7", "index_percent")]),
        ("нақты көлем индексі 103,7% болды", "kk", [("103.7", "index_percent")]),
        ("The index rose by 3.7%", "en", [("3.7", "percent")]),
        ("рост 6,1%, ИФО – 104,2", "ru", [("6.1", "percent"), ("104.2", "index_percent")]),
        ("План выполнен на 102,3%", "ru", [("102.3", "percent")]),
        ("412,8 тыс. кв. м жилья на 45 га", "ru", [(412_800, "m2"), (45, "hectare")]),
        ("12 тонн, 45 км, 300 МВт, 5 куб. м", "ru",
         [(12, "tonne"), (45, "km"), (300, "other"), (5, "other")]),
        ("Covering 20 square kilometers and 5 m2", "en", [(20, "other"), (5, "m2")]),
        ("Урожай – 25 ц/га", "ru", [(25, "other")]),
        ("A 200-bed hospital for 30 patients", "en", [(200, "place"), (30, "person")]),
        ("школа на 600 мест и 50 рабочих мест", "ru", [(600, "place"), (50, "count")]),
        ("600 орындық мектеп, 50 жұмыс орны", "kk", [(600, "place"), (50, "count")]),
        ("2 мыңға жуық адам", "kk", [(2_000, "person")]),
        ("The rate is 16.9 per 100,000 people", "en", [("16.9", "other")]),
        ("Показатель – 16,9 на 100 000 человек", "ru", [("16.9", "other")]),
    ],
)  # fmt: skip
def test_units_are_read_before_after_and_glued(
    text: str, code: str, expected: list[tuple[str, str]]
) -> None:
    assert claims(text, code) == [(Decimal(number), unit) for number, unit in expected]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("58 investment projects will start", "en", "investment projects"),
        ("53 farm cooperatives, all new", "en", "farm cooperatives"),
        ("128 thousand small and medium businesses", "en", "small and medium businesses"),
        ("построены 92 новых объекта", "ru", "новых объекта"),
        ("мощностью 300 МВт", "ru", "МВт"),
        ("53 ауыл шаруашылығы кооперативі құрылды", "kk", "ауыл шаруашылығы"),
        ("жаңадан 5,3 мың жұмыс орны ашылды", "kk", "жұмыс орны"),
    ],
)
def test_the_counted_thing_is_kept_as_it_is_written(text: str, code: str, words: str) -> None:
    assert read(text, code)[0].unit_text == words


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("The region ranks third nationwide.", "en", 3),
        ("It took fifth place.", "en", 5),
        ("It ranked 12th of 20 regions.", "en", 12),
        ("Область занимает пятое место.", "ru", 5),
        ("На 7-м месте из 20 – наша область.", "ru", 7),
        ("II место по экспорту", "ru", 2),
        ("Облыс бесінші орында тұр.", "kk", 5),
        ("экспорт бойынша 7-орында", "kk", 7),
        ("20 өңірдің ішінде II орын", "kk", 2),
        ("Eksport boıynsha III oryn", "kk", 3),
    ],
)  # fmt: skip
def test_a_place_among_others_is_a_rank(text: str, code: str, place: int) -> None:
    assert claims(text, code) == [(Decimal(place), "rank")]


@pytest.mark.parametrize(
    ("text", "code", "value", "kind"),
    [
        ("Output doubled.", "en", "2", QuantityKind.TIMES),
        ("Crime was cut in half.", "en", "0.5", QuantityKind.TIMES),
        ("It is 1.5 times more.", "en", "1.5", QuantityKind.TIMES),
        ("вдвое больше прошлогоднего", "ru", "2", QuantityKind.TIMES),
        ("выросло в 1,5 раза", "ru", "1.5", QuantityKind.TIMES),
        ("выросло в полтора раза", "ru", "1.5", QuantityKind.TIMES),
        ("1,5 есе артты", "kk", "1.5", QuantityKind.TIMES),
        ("екі есеге көбейді", "kk", "2", QuantityKind.TIMES),
        ("half of it is private", "en", "50", QuantityKind.FRACTION),
        ("nine tenths of the total", "en", "90", QuantityKind.FRACTION),
        ("one in five, that is", "en", "20", QuantityKind.FRACTION),
        ("почти девять десятых объёма", "ru", "90", QuantityKind.FRACTION),
        ("пятая часть выпуска", "ru", "20", QuantityKind.FRACTION),
        ("каждый пятый житель", "ru", "20", QuantityKind.FRACTION),
        ("шамамен оннан тоғызы", "kk", "90", QuantityKind.FRACTION),
        ("халықтың жартысы", "kk", "50", QuantityKind.FRACTION),
    ],
)
def test_multiples_and_shares_in_words(
    text: str, code: str, value: str, kind: QuantityKind
) -> None:
    (quantity,) = read(text, code)
    assert (quantity.number, quantity.kind) == (Decimal(value), kind)


@pytest.mark.parametrize(
    ("text", "code", "reasons"),
    [
        ("It was the first stage of the plan.", "en", ["order"]),
        ("The two men met.", "en", ["people"]),
        ("One of the dozens of firms", "en", ["indefinite", "indefinite"]),
        ("Call +7 701 123 45 67 at 10:30", "en", ["telephone", "time of day"]),
        ("Under law No. 345", "en", ["document number"]),
        ("The COVID-19 wave ended in 2023", "en", ["name", "period"]),
        ("Result 31:28", "en", ["score"]),
        ("1. Industry", "en", ["heading number"]),
        ("2) Сельское хозяйство", "ru", ["heading number"]),
        ("2-й этап программы", "ru", ["order"]),
        ("Закон № 123-VI от 10.06.2024", "ru", ["document number", "date"]),
        ("К 30-летию независимости", "ru", ["anniversary"]),
        ("Сотни людей и десятки школ", "ru", ["indefinite", "indefinite"]),
        ("программа «100 конкретных шагов»", "ru", ["name"]),
        ("На 1 тенге субсидий", "ru", ["per unit"]),
        ("Бірінші кезең басталды", "kk", ["order"]),
        ("3-шағынауданда", "kk", ["order"]),
        ("It was the first to launch 5G", "en", ["order", "name"]),
        ("Кредит 7–20–25 и школа № 15", "ru", ["name", "document number"]),
        ("Жүздеген адам келді", "kk", ["indefinite"]),
        ("№ 45 бұйрық, 5-бап", "kk", ["document number", "document number"]),
        ("Тәуелсіздіктің 30 жылдығы", "kk", ["anniversary"]),
    ],
)  # fmt: skip
def test_numbers_that_state_nothing_say_why(text: str, code: str, reasons: list[str]) -> None:
    assert [each.not_claim for each in read(text, code)] == reasons


@pytest.mark.parametrize(
    "text",
    [
        "Оның жоспары дайын, ондай жұмыс іс жүзінде бітті.",
        "Олар үшін бірге жұмыс істедік.",
        "Алтын өндіру жүзеге асырылды.",
    ],
)
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert [each for each in read(text, "kk") if not each.not_claim] == []


def test_what_was_read_as_time_is_no_quantity_but_stays_in_the_account() -> None:
    text = "In January-May 2024 the region built 53 schools"
    found = read(text, "en", "January-May 2024")
    assert [(each.text, each.not_claim) for each in found] == [
        ("January-May 2024", "period"),
        ("53 schools", ""),
    ]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("выросла с 3,4 до 6 трлн тенге", "ru",
         [("3400000000000", "KZT", "from"), ("6000000000000", "KZT", "to")]),
        ("снизили с 4 до 2%", "ru", [("4", "percent", "from"), ("2", "percent", "to")]),
        ("up from 120 to 136.7 thousand", "en",
         [("120000", "count", "from"), ("136700", "count", "to")]),
        ("4,8%-дан 4,6%-ға дейін төмендеді", "kk",
         [("4.8", "percent", "from"), ("4.6", "percent", "to")]),
        ("10-орыннан 5-орынға көтерілді", "kk", [("10", "rank", "from"), ("5", "rank", "to")]),
        ("moved from eleventh to seventh place", "en",
         [("11", "rank", "from"), ("7", "rank", "to")]),
        ("с 5-го места на 3-е", "ru", [("5", "rank", "from"), ("3", "rank", "to")]),
        ("с 300 млрд до почти 450 млрд тенге", "ru",
         [("300000000000", "KZT", "from"), ("450000000000", "KZT", "to")]),
        ("ranks first in wheat, second in barley", "en",
         [("1", "rank", None), ("2", "rank", None)]),
        ("13, ал құрылыс саласыныкі 6 пайызға өсті", "kk",
         [("13", "percent", None), ("6", "percent", None)]),
        ("рост на 10, 15 и 20%", "ru",
         [("10", "percent", None), ("15", "percent", None), ("20", "percent", None)]),
    ],
)  # fmt: skip
def test_neighbours_share_unit_and_scale(
    text: str, code: str, expected: list[tuple[str, str, str | None]]
) -> None:
    found = [(each.number, each.unit, each.span) for each in read(text, code)]
    assert found == [(Decimal(number), unit, span) for number, unit, span in expected]


def test_billions_without_a_unit_are_the_money_named_before() -> None:
    text = "The bill is 9.4 billion tenge: 6.8 billion from the plant and 2.6 billion from reserves"
    assert {each.unit for each in read(text, "en")} == {"KZT"}


@pytest.mark.parametrize(
    ("text", "code", "part", "whole"),
    [
        ("53 cooperatives, 46 of which got money", "en", 46, 53),
        ("half of the 18 districts", "en", 50, 18),
        ("207 projects worth 3.7 trillion tenge, including 58 this year", "en", 58, 207),
        ("53 кооператива, из них 46 работают", "ru", 46, 53),
        ("Из 12 показателей выполнены 10", "ru", 10, 12),
        ("53 кооператив құрылды, оның ішінде 46 жұмыс істейді", "kk", 46, 53),
        ("12 көрсеткіштің 10-ы орындалды", "kk", 10, 12),
    ],
)
def test_a_part_points_at_its_whole(text: str, code: str, part: int, whole: int) -> None:
    found = read(text, code)
    (piece,) = [each for each in found if each.of is not None]
    assert piece.of is not None
    assert (piece.number, found[piece.of].number) == (Decimal(part), Decimal(whole))


@pytest.mark.parametrize("code", ["en", "ru", "kk"])
@pytest.mark.parametrize(
    "text",
    [
        "1" * 50_000,
        "1 234 567 " * 300,
        "1-" * 1_000,
        "a1b2c3" * 500,
        "5% " * 500,
        '"5" ' * 500,
        "двадцать " * 500,
        "twenty and " * 500,
        "a@" * 5_000,
        "5\u200b" * 5_000,
        " " * 50_000,
    ],
)
def test_hostile_text_is_read_in_one_pass(text: str, code: str) -> None:
    for quantity in read(text, code):
        assert text[quantity.start : quantity.end] == quantity.text
