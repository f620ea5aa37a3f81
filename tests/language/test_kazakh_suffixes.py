"""Kazakh case endings: the table of the domain notes, hard words, and what never breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esep.language import Language
from esep.language.kazakh_numerals import last_spoken_word, read_aloud
from esep.language.kazakh_suffixes import CASES, ENDINGS, case_suffix, is_possessive, with_case

COLUMNS = ("dative", "accusative", "genitive", "locative", "ablative", "instrumental")

# Last word | dative | accusative | genitive | locative | ablative | instrumental.
TABLE = """
0 нөл 1 бір 50 елу 51 250      | ге | ді | дің | де | ден | мен
2 екі 7 жеті 12 1,7            | ге | ні | нің | де | ден | мен
3 үш 4 төрт 5 бес 70 жетпіс    | ке | ті | тің | те | тен | пен
6 алты 20 жиырма 107,6         | ға | ны | ның | да | дан | мен
8 сегіз 100 жүз 2700           | ге | ді | дің | де | ден | бен
9 тоғыз 30 отыз пайыз % 107,9% | ға | ды | дың | да | дан | бен
10 он 90 тоқсан миллион триллион млн трлн 2000000 | ға | ды | ның | да | нан | мен
40 қырық 60 алпыс 1940         | қа | ты | тың | та | тан | пен
80 сексен 3,80                 | ге | ді | нің | де | нен | мен
мың 1000 19000                 | ға | ды | ның | да | нан | мен
миллиард млрд 5000000000       | қа | ты | тың | та | тан | пен
теңге тг                       | ге | ні | нің | де | ден | мен
гектар доллар                  | ға | ды | дың | да | дан | мен
тонна жоба                     | ға | ны | ның | да | дан | мен
адам орын                      | ға | ды | ның | да | нан | мен
"""


def rows() -> list[tuple[str, str, str]]:
    found = []
    for line in TABLE.strip().splitlines():
        words, *endings = (cell.strip() for cell in line.split("|"))
        for word in words.split():
            found += [(word, *pair) for pair in zip(COLUMNS, endings, strict=True)]
    return found


@pytest.mark.parametrize(("word", "case", "ending"), rows())
def test_ending_is_the_one_of_the_table(word: str, case: str, ending: str) -> None:
    assert case_suffix(word, case) == ending


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("облысы", "облысының облысына облысын облысында облысынан облысымен"),
        ("қаласы", "қаласының қаласына қаласын қаласында қаласынан қаласымен"),
        ("индексі", "индексінің индексіне индексін индексінде индексінен индексімен"),
        ("жұмыс орны", "жұмыс орнының орнына орнын орнында орнынан орнымен"),
        ("облыстары", "облыстарының облыстарына облыстарын облыстарында облыстарынан облыстарымен"),
        ("өнім", "өнімнің өнімге өнімді өнімде өнімнен өніммен"),
        ("өңір", "өңірдің өңірге өңірді өңірде өңірден өңірмен"),
        ("мектеп", "мектептің мектепке мектепті мектепте мектептен мектеппен"),
        (
            "кооператив",
            "кооперативтің кооперативке кооперативті кооперативте кооперативтен кооперативпен",
        ),
        (
            "инвестиция",
            "инвестицияның инвестицияға инвестицияны инвестицияда инвестициядан инвестициямен",
        ),
        ("басқару", "басқарудың басқаруға басқаруды басқаруда басқарудан басқарумен"),
        ("өсу", "өсудің өсуге өсуді өсуде өсуден өсумен"),
        ("банк", "банктің банкке банкті банкте банктен банкпен"),
        ("округ", "округтің округке округті округте округтен округпен"),
        ("килограмм", "килограмның килограмға килограмды килограмда килограмнан килограммен"),
        ("жұмысшы", "жұмысшының жұмысшыға жұмысшыны жұмысшыда жұмысшыдан жұмысшымен"),
        ("Алматы", "Алматының Алматыға Алматыны Алматыда Алматыдан Алматымен"),
        ("Жетісу", "Жетісудың Жетісуға Жетісуды Жетісуда Жетісудан Жетісумен"),
        ("Шымкент", "Шымкенттің Шымкентке Шымкентті Шымкентте Шымкенттен Шымкентпен"),
        ("Тоқаев", "Тоқаевтың Тоқаевқа Тоқаевты Тоқаевта Тоқаевтан Тоқаевпен"),
        ("Әуезов", "Әуезовтің Әуезовке Әуезовті Әуезовте Әуезовтен Әуезовпен"),
        ("ЖӨӨ", "ЖӨӨ-нің ЖӨӨ-ге ЖӨӨ-ні ЖӨӨ-де ЖӨӨ-ден ЖӨӨ-мен"),
        ("ТМД", "ТМД-ның ТМД-ға ТМД-ны ТМД-да ТМД-дан ТМД-мен"),
        ("ВРП", "ВРП-ның ВРП-ға ВРП-ны ВРП-да ВРП-дан ВРП-мен"),
        ("ШҚО", "ШҚО-ның ШҚО-ға ШҚО-ны ШҚО-да ШҚО-дан ШҚО-мен"),
        ("НКИ", "НКИ-дің НКИ-ге НКИ-ді НКИ-де НКИ-ден НКИ-мен"),
        ("АҚШ", "АҚШ-тың АҚШ-қа АҚШ-ты АҚШ-та АҚШ-тан АҚШ-пен"),
        ("АЭС", "АЭС-тің АЭС-ке АЭС-ті АЭС-те АЭС-тен АЭС-пен"),
        ("Qarmet", "Qarmet-тің Qarmet-ке Qarmet-ті Qarmet-те Qarmet-тен Qarmet-пен"),
        ("«Алатау»", "«Алатау»-дың «Алатау»-ға «Алатау»-ды «Алатау»-да «Алатау»-дан «Алатау»-мен"),
    ],
)
def test_word_declines(text: str, expected: str) -> None:
    order = ("genitive", "dative", "accusative", "locative", "ablative", "instrumental")
    last = [with_case(text, case).split()[-1] for case in order]
    assert last == expected.split()[-6:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6", "6-ға"),
        ("100", "100-ге"),
        ("10–15", "10–15-ке"),
        ("2,05", "2,05-ке"),
        ("19\u00a0506", "19\u00a0506-ға"),
        ("II", "II-ге"),
        ("ІІІ", "ІІІ-ге"),
        ("X", "X-ға"),
    ],
)
def test_digits_and_numerals_join_with_a_hyphen(text: str, expected: str) -> None:
    assert with_case(text, "dative") == expected


@pytest.mark.parametrize(
    "text",
    [
        *("Алматы облысы", "тұтыну бағаларының индексі", "Ауыл аманаты", "Мемлекет басшысы"),
        *("есептік көрсеткіші", "түрлер жіктеуіші", "жұмыс күші"),
    ],
)
def test_its_something_is_possessive(text: str) -> None:
    assert is_possessive(text)


@pytest.mark.parametrize(
    "text",
    ["Қарағанды", "алты", "жеті", "кәсіпкер", "жұмысшы", "екі", "орташа жалақы", "дара орындаушы"],
)
def test_a_stem_is_not_possessive(text: str) -> None:
    assert not is_possessive(text)


def test_nominative_adds_nothing() -> None:
    assert with_case("107,9%", "") == "107,9%"
    assert with_case("107,9%", "nominative") == "107,9%"


def test_a_text_without_letters_or_digits_stays_as_it_is() -> None:
    assert with_case("…", "dative") == "…"
    assert with_case("", "dative") == ""


numbers = st.one_of(
    st.integers(0, 10**15).map(str),
    st.tuples(st.integers(0, 10**6), st.integers(0, 999)).map(lambda n: f"{n[0]},{n[1]}"),
)


@given(number=numbers, case=st.sampled_from(CASES))
def test_every_number_has_one_ending_of_the_closed_set(number: str, case: str) -> None:
    suffix = case_suffix(number, case)
    assert suffix in ENDINGS[case]
    assert with_case(number, case) == f"{number}-{suffix}"


@given(number=numbers, case=st.sampled_from(CASES))
def test_ending_agrees_with_the_last_spoken_word(number: str, case: str) -> None:
    assert case_suffix(number, case) == case_suffix(last_spoken_word(number), case)


@given(number=numbers, case=st.sampled_from(CASES))
def test_a_unit_after_the_number_decides_the_ending(
    number: str, case: str, kazakh: Language
) -> None:
    assert kazakh.case_suffix(f"{number}%", case) == kazakh.case_suffix("пайыз", case)
    assert kazakh.case_suffix(f"{number}\u00a0млрд", case) == kazakh.case_suffix("миллиард", case)


@given(
    word=st.text(alphabet="аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшыіэюя", min_size=1, max_size=12),
    case=st.sampled_from(CASES),
)
def test_every_word_has_one_ending_of_the_closed_set(word: str, case: str) -> None:
    suffix = case_suffix(word, case)
    assert suffix in ENDINGS[case]
    assert with_case(word, case).endswith(suffix)


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, "нөл"),
        (107, "жүз жеті"),
        (1000, "бір мың"),
        (19506, "он тоғыз мың бес жүз алты"),
        (2_000_040, "екі миллион қырық"),
        (10**9, "бір миллиард"),
    ],
)
def test_number_is_read_aloud(n: int, expected: str) -> None:
    assert " ".join(read_aloud(n)) == expected


@given(n=st.integers(0, 10**33 - 1))
def test_grouping_does_not_change_how_a_number_is_read(n: int) -> None:
    grouped = f"{n:,}".replace(",", "\u00a0")
    assert last_spoken_word(grouped) == last_spoken_word(str(n)) == read_aloud(n)[-1]


def test_a_number_beyond_names_is_read_by_its_digits() -> None:
    assert read_aloud(10**33 + 5)[-1] == "бес"
