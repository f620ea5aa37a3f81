"""Numbers are read alike in digits and in words, in the marks and cases of each language."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esep.language import language
from esep.language.kazakh_numerals import read_aloud
from esep.language.reading.quantities import quantities
from esep.model.claim import Quantity
from esep.model.passage import Sentence
from tests.language.reading.tenge import TENGE

ONES = [
    *(
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
    ),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
RUSSIAN_ONES = [
    *(
        "ноль",
        "один",
        "два",
        "три",
        "четыре",
        "пять",
        "шесть",
        "семь",
        "восемь",
        "девять",
        "десять",
        "одиннадцать",
        "двенадцать",
    ),
    *(
        "тринадцать",
        "четырнадцать",
        "пятнадцать",
        "шестнадцать",
        "семнадцать",
        "восемнадцать",
        "девятнадцать",
    ),
]
RUSSIAN_TENS = [
    "двадцать",
    "тридцать",
    "сорок",
    "пятьдесят",
    "шестьдесят",
    "семьдесят",
    "восемьдесят",
    "девяносто",
]
RUSSIAN_HUNDREDS = [
    "сто",
    "двести",
    "триста",
    "четыреста",
    "пятьсот",
    "шестьсот",
    "семьсот",
    "восемьсот",
    "девятьсот",
]


def read(text: str, code: str) -> list[Quantity]:
    return list(quantities(text, Sentence(0, len(text), code, 0), money=TENGE))


def number(text: str, code: str) -> Decimal:
    (quantity,) = read(text, code)
    return quantity.number


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("19,506 tons", "en", "19506"),
        ("1,234,567.89 tenge", "en", "1234567.89"),
        ("6,6 thousand hectares", "en", "6600"),
        ("1 062 km", "en", "1062"),
        ("6,600 ha", "en", "6600"),
        ("6'600 ha", "en", "6600"),
        ("13\u00a0800 мест", "ru", "13800"),
        ("13\u202f800 мест", "ru", "13800"),
        ("6,6 тыс. га", "ru", "6600"),
        ("6.6 тыс. га", "ru", "6600"),
        ("1 234 567,89 тенге", "ru", "1234567.89"),
        ("1.234.567 тенге", "ru", "1234567"),
        ("88, 5%", "ru", "88.5"),
        ("5 млн 300 тыс. тонн", "ru", "5300000"),
        ("1 трлн 245,3 млрд тенге", "ru", "1245300000000"),
        ("2 мың 700 адам", "kk", "2700"),
        ("5,3 млрд.теңгеге", "kk", "5300000000"),
        ("KZT98.6bn", "en", "98600000000"),
        ("$640 million", "en", "640000000"),
        ("₸4.5 trn", "en", "4500000000000"),
        ("412 thsd sq m", "en", "412000"),
        ("940bn tenge", "en", "940000000000"),
    ],
)
def test_digits_are_read_in_the_marks_of_their_language(text: str, code: str, value: str) -> None:
    assert number(text, code) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("three and a half thousand people", "en", "3500"),
        ("twenty-two plants", "en", "22"),
        ("a hundred and seven schools", "en", "107"),
        ("half a million trees", "en", "500000"),
        ("two million three hundred thousand tonnes", "en", "2300000"),
        ("пять с половиной тысяч мест", "ru", "5500"),
        ("пятью тысячами тонн", "ru", "5000"),
        ("двухсот семи школ", "ru", "207"),
        ("двумястами семью школами", "ru", "207"),
        ("восьмьюдесятью проектами", "ru", "80"),
        ("трёмстам сорока школам", "ru", "340"),
        ("полутора миллионов тонн", "ru", "1500000"),
        ("полмиллиона тонн", "ru", "500000"),
        ("тысяча двести тонн", "ru", "1200"),
        ("бір жарым мың адам", "kk", "1500"),
        ("жүз жиырма бес мың гектар", "kk", "125000"),
        ("екі жүз жеті мектептің", "kk", "207"),
        ("үш мыңға жуық адам", "kk", "3000"),
        ("жарты миллион тонна", "kk", "500000"),
        ("bes myń orynǵa", "kk", "5000"),
        ("on úsh mektep", "kk", "13"),
    ],
)
def test_words_are_read_in_their_cases(text: str, code: str, value: str) -> None:
    assert number(text, code) == Decimal(value)


def in_english(n: int) -> str:
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{ONES[n // 100]} hundred" + (f" and {in_english(n % 100)}" if n % 100 else "")
    power, name = next(
        p for p in ((9, "billion"), (6, "million"), (3, "thousand")) if n >= 10 ** p[0]
    )
    head, rest = divmod(n, 10**power)
    joint = " and " if 0 < rest < 100 else " "
    return f"{in_english(head)} {name}" + (f"{joint}{in_english(rest)}" if rest else "")


def in_russian(n: int, *, feminine: bool = False) -> str:
    if n < 20:
        return {1: "одна", 2: "две"}.get(n, RUSSIAN_ONES[n]) if feminine else RUSSIAN_ONES[n]
    if n < 100:
        head, rest = RUSSIAN_TENS[n // 10 - 2], n % 10
    elif n < 1000:
        head, rest = RUSSIAN_HUNDREDS[n // 100 - 1], n % 100
    else:
        power = next(p for p in (9, 6, 3) if n >= 10**p)
        count, rest = divmod(n, 10**power)
        head = f"{in_russian(count, feminine=power == 3)} {scale_in_russian(count, power)}"
    return f"{head} {in_russian(rest, feminine=feminine)}" if rest else head


def scale_in_russian(count: int, power: int) -> str:
    stem, endings = {
        3: ("тысяч", ("а", "и", "")),
        6: ("миллион", ("", "а", "ов")),
        9: ("миллиард", ("", "а", "ов")),
    }[power]
    if count % 10 == 1 and count % 100 != 11:
        return stem + endings[0]
    few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
    return stem + endings[1 if few else 2]


@settings(max_examples=300, deadline=None)
@given(st.integers(2, 10**12 - 1))
def test_words_of_any_number_are_read_back(n: int) -> None:
    assert number(f"{in_english(n)} schools", "en") == n
    assert number(f"{in_russian(n)} км", "ru") == n
    assert number(f"{' '.join(read_aloud(n))} км", "kk") == n


@settings(max_examples=200, deadline=None)
@given(
    # Below a hundred some are other words too: тоқсанның is "of a quarter", онда "there".
    n=st.integers(100, 10**9 - 1),
    case=st.sampled_from(["genitive", "dative", "accusative", "locative", "ablative"]),
)
def test_kazakh_words_are_read_with_their_endings(n: int, case: str) -> None:
    text = language("kk").with_case(" ".join(read_aloud(n)), case)
    assert number(f"жоспарда {text} тұр", "kk") == n


@pytest.mark.parametrize(
    ("text", "code", "low", "high", "unit"),
    [
        ("25–30 thousand tonnes", "en", 25_000, 30_000, "tonne"),
        ("between 5 and 10 thousand people", "en", 5_000, 10_000, "person"),
        ("25-30%", "en", 25, 30, "percent"),
        ("от 5 до 10 тыс. человек", "ru", 5_000, 10_000, "person"),
        ("5–7 млн тонн", "ru", 5_000_000, 7_000_000, "tonne"),
        ("две-три тысячи га", "ru", 2_000, 3_000, "hectare"),
        ("25–30 мың шаршы метр", "kk", 25_000, 30_000, "m2"),
    ],
)
def test_a_range_is_one_quantity(text: str, code: str, low: int, high: int, unit: str) -> None:
    (quantity,) = read(text, code)
    assert (quantity.number, quantity.upper) == (Decimal(low), Decimal(high))
    assert quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "code", "quantum"),
    [
        ("5 trillion tenge", "en", "1000000000000"),
        ("5.0 trillion tenge", "en", "100000000000"),
        ("446.7 billion tenge", "en", "100000000"),
        ("5½ of it, three and a half thousand people", "en", "500"),
        ("6,600 ha", "en", "1"),
        ("пять с половиной тысяч мест", "ru", "500"),
        ("19 506 тонн", "ru", "1"),
        ("103,70%", "ru", "0.01"),
        ("1 трлн 245,3 млрд тенге", "ru", "100000000"),
        ("бес триллион теңге", "kk", "1000000000000"),
    ],
)
def test_the_quantum_is_the_place_of_the_last_digit(text: str, code: str, quantum: str) -> None:
    assert read(text, code)[-1].quantum == Decimal(quantum)


def test_how_a_number_is_written_is_kept_for_who_puts_another_there() -> None:
    text = "Собрано 1\u00a0062,5 млрд тенге"
    (quantity,) = read(text, "ru")
    written = quantity.written
    assert text[written.start : written.end] == "1\u00a0062,5"
    assert (written.decimals, written.scale) == (1, 9)
    assert (written.decimal_mark, written.group_mark, written.spelled) == (",", "\u00a0", False)


def test_the_scale_word_is_no_part_of_a_spelled_number() -> None:
    text = "five trillion tenge"
    (quantity,) = read(text, "en")
    written = quantity.written
    assert text[written.start : written.end] == "five"
    assert (written.scale, written.spelled) == (12, True)


def test_offsets_are_true_where_letters_are_hidden() -> None:
    text = "\u200fПостроено 2\u200b000 мест\u00ad за год"
    (quantity,) = read(text, "ru")
    assert quantity.number == 2000
    assert quantity.text == "2\u200b000 мест\u00ad"
    assert text[quantity.start : quantity.end] == quantity.text
