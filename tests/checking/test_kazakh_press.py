"""Regions, plans and periods of Kazakh texts as the regional press writes them."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from esep.catalog import load_catalog
from esep.catalog.catalog import Catalog
from esep.checking.documents import read_document
from esep.checking.reading import read_claims
from esep.model.claim import Claim

DAY = date(2025, 11, 20)


@cache
def catalog() -> Catalog:
    return load_catalog("kazakhstan")


def claims(text: str) -> tuple[Claim, ...]:
    return read_claims(read_document(text.encode(), name="text.txt"), catalog(), day=DAY).claims


def regions(text: str) -> list[str]:
    return [each.region_name for each in claims(text)]


def test_neither_a_dateline_nor_a_venue_is_the_region_of_a_figure() -> None:
    found = regions(
        "АСТАНА. Павлодар облысында 20 жоба іске қосылды. Бұл туралы облыс әкімі айтты.\n"
        "Өңірге 90 млрд теңге инвестиция тартылды, — деді ол елордада өткен брифингте.\n"
    )
    assert found == ["Pavlodar region"] * 2


def test_the_name_of_a_quarter_is_no_region() -> None:
    found = regions(
        "Қостанай облысының әкімі есеп берді.\n"
        "«Астана» шағын ауданында 150 мың шаршы метр тұрғын үй салынды.\n"
    )
    assert found == ["Kostanay region"]


def test_sentences_that_begin_with_regions_are_of_these() -> None:
    found = regions(
        "Ақтөбе облысында 24 қазандық жөнделді.\n"
        "Павлодар облысында 90 қазандық жөнделді.\n"
        "Жетісу облысында 40 қазандық жөнделді.\n"
    )
    assert found == ["Aktobe region", "Pavlodar region", "Zhetysu region"]


def test_a_text_that_names_no_region_but_the_country_is_of_the_country() -> None:
    assert regions("Биыл елімізде 400 мектеп жөнделді.\n") == ["Kazakhstan"]


def test_the_closing_verb_tells_of_all_before_it() -> None:
    plans = claims(
        "Биыл Ақтөбе облысында 58 жобаны іске асырып, 820 жұмыс орнын ашу жоспарланған. "
        "Биыл 20 мектеп пен 4 балабақша салынады."
    )
    assert [each.planned for each in plans] == [True, True, True, True]
    done = claims("Ақтөбе облысында 58 жоба іске қосылды, тағы 20 жоба жоспарланған.")
    assert [each.planned for each in done] == [False, True]


def test_parts_have_the_period_of_their_whole() -> None:
    found = claims(
        "Былтыр Ақтөбе облысында 90 мектеп жөнделді. Бүгінде 11 көпқабатты үй салынуда. "
        "Оның ішінде Ақтөбе қаласында 7 үй бар."
    )
    assert str(found[-1].period) == "2025-11-20"


def test_within_the_year_is_this_year_for_a_plan() -> None:
    (found,) = read_claims(
        read_document(
            "Абай облысында жыл ішінде 500 адамды жұмысқа орналастыру жоспарланған.".encode(),
            name="text.txt",
        ),
        catalog(),
        day=date(2026, 1, 20),
    ).claims
    assert str(found.period) == "2026"


def test_growth_is_growth_though_a_level_follows() -> None:
    grew, level = claims("Ақтөбе облысына келген турист 13%-ға өсіп, 830 мың адамға жетті.")
    assert (grew.comparison, level.comparison) == ("yoy", "")


def test_a_name_that_persons_bear_is_the_region_where_the_text_names_no_other() -> None:
    assert regions("Биыл Жамбылда 4 мектеп салынды.\n") == ["Zhambyl region"]
    assert regions("Ақын Жамбыл Жабаев туралы 4 кітап шықты.\n") == [""]
    assert regions("Абай даңғылында 4 мектеп салынды.\n") == [""]


def test_a_briefing_in_the_capital_is_not_about_the_capital() -> None:
    found = regions("Елордадағы брифингте Ақтөбе облысының әкімі 12 зауыт ашылғанын айтты.\n")
    assert found == ["Aktobe region"]


def test_a_short_sentence_of_common_letters_is_in_the_language_of_its_text() -> None:
    found = regions("Президент Павлодар облысына барды. Өңірде 12 мектеп салынды.\n")
    assert found == ["Pavlodar region"]


def test_a_region_is_known_by_the_names_the_press_gives_it() -> None:
    assert regions("Сыр елінде биыл 4 мектеп салынды.\n") == ["Kyzylorda region"]
    assert regions("Ертіс өңірінде биыл 4 мектеп салынды.\n") == ["Pavlodar region"]
    assert regions("Шығысқазақстандықтар биыл 4 мектеп салды.\n") == ["East Kazakhstan region"]


@pytest.mark.parametrize(
    ("opening", "period"),
    [
        ("Павлодар облысы он айды немен түйіндеді?", "2025-01/2025-10"),
        ("Павлодар облысының он айлық еңбегі таныстырылды.", "2025-01/2025-10"),
        ("Павлодар облысы жылды қалай аяқтап барады?", "2025"),
        ("Биыл Павлодар облысы үшін табысты жыл болды.", "2025"),
        ("Павлодар облысының әкімі үш жылғы жұмысын айтты.", "2023/2025"),
    ],
)
def test_an_opening_gives_its_period_to_what_follows(opening: str, period: str) -> None:
    found = claims(f"{opening}\n\n12 мектеп салынды.\n")[-1].period
    assert str(found) == period


def periods(text: str) -> list[str]:
    return [str(each.period) if each.period else "-" for each in claims(text)]


def test_a_total_has_the_years_of_its_parts() -> None:
    found = periods("Берілген пәтер: 2023 жылы – 430, былтыр – 1 015, биыл – 332, жиыны 1 777.\n")
    assert found == ["2023", "2024", "2025", "2023/2025"]


def test_the_price_of_what_is_under_way_is_of_the_day_too() -> None:
    found = periods("Павлодар облысы: 13 жоба жүріп жатыр, олардың құны – 337 миллиард теңге.\n")
    assert found == ["2025-11-20"] * 2


def test_a_question_may_announce_the_years_of_a_plan() -> None:
    found = periods(
        "Павлодар облысы алдағы екі жылда нені еңсермек? Жоспар мынау: 28 мектеп тұрғызу.\n"
    )
    assert found == ["2025/2026"]


def test_both_latin_alphabets_name_the_region() -> None:
    assert regions("Qostanaı oblysynda bıyl 12 mektep salyndy.\n") == ["Kostanay region"]
    assert regions("Jetısu oblysynda şağyn 12 zauyt aşyldy.\n") == ["Zhetysu region"]
    assert regions("Türkıstan oblysynda 12 zauyt aşyldy.\n") == ["Turkistan region"]


def test_what_the_region_always_gives_is_no_plan() -> None:
    found = claims("Павлодар облысы он айда не тындырды? Көмірдің 60 пайызы осында өндіріледі.\n")
    assert not found[-1].planned
    assert str(found[-1].period) == "2025-01/2025-10"


def test_a_question_of_what_is_under_way_is_of_the_day() -> None:
    found = periods("Павлодар облысы.\n\nАл қазір не істеліп жатыр? 23 жоба қолға алынды.\n")
    assert found == ["2025-11-20"]


def test_a_share_of_the_country_is_what_the_region_has_of_it() -> None:
    found = regions("Елде қазылатын көмірдің 60 пайызы Павлодар облысында өндіріледі.\n")
    assert found == ["Pavlodar region"]


def test_ten_months_do_not_make_a_title_russian() -> None:
    assert regions("Мегаполис тынысы: Алматыда он ай.\n\nҚала бюджеті 5% өсті.\n") == [
        "Almaty city"
    ]


def test_what_was_left_for_next_year_gives_results_no_period() -> None:
    found = periods("Өткен тоғыз айда 12 жоба бар: бесеуі аяқталды, қалғаны келер жылға қалды.\n")
    assert found == ["2025-01/2025-09"] * 2


def test_a_year_in_brackets_is_of_the_figure_there() -> None:
    found = periods(
        "Павлодар облысы он айда өсті. Инфляция 9,3%-ға баяулады (2023 жылғы қазанда 20,7% еді).\n"
    )
    assert found == ["2025-01/2025-10", "2023-10"]


def test_a_month_or_the_sum_of_a_year_may_be_a_sentence() -> None:
    assert periods("Павлодар облысы. Қазан. Өнеркәсіп – 101,3%.\n") == ["2025-10"]
    assert periods("Жыл түйіні. Павлодар облысында 22 ферма ашылды.\n") == ["2025"]


@pytest.mark.parametrize(
    "time",
    [
        "былтырғы осы шақтан",
        "өткен жылғы осы кезден",
        "өткен жылдың осы тұсынан",
        "былтырғы осы мезгілмен салыстырғанда",
        "былтырғы осы шағымен салыстырғанда",
    ],
)
def test_what_is_held_against_this_time_of_last_year_is_of_this_year(time: str) -> None:
    (growth,) = claims(f"Алты айда облыстың өнеркәсіп өнімі {time} 4 пайызға өсті.\n")
    assert str(growth.period) == "2025-H1"


def test_small_is_no_time() -> None:
    (small,) = claims("Биыл осы шағын ауданда 12 үй салынды.\n")
    assert str(small.period) == "2025"


@pytest.mark.parametrize("verb", ["төлеп", "бағыттап", "қосты", "жұмсайды"])
def test_billions_before_the_verb_that_spends_them_are_money(verb: str) -> None:
    (spent,) = claims(f"Былтыр облыс жолдарға 7 миллиард {verb}.\n")
    assert (spent.quantity.unit, int(spent.quantity.number)) == ("KZT", 7 * 10**9)


def test_a_sum_told_again_in_another_currency_is_of_what_stands_behind_the_brackets() -> None:
    found = claims(
        "Облыс алты айда 90 миллиард теңге (170 миллион доллар) инвестиция жинап үлгерді, "
        "бұл жоспардан 12 пайызға көп.\n"
    )
    assert [each.topic for each in found][:2] == ["investment", "investment"]


@pytest.mark.parametrize("verb", ["алады", "алмақ", "алуды жоспарлап отыр"])
def test_whom_an_enterprise_takes_on_are_jobs(verb: str) -> None:
    (jobs,) = claims(f"Кәсіпорын тағы 240 маман {verb}.\n")
    assert (jobs.topic, jobs.quantity.unit) == ("jobs", "count")


def test_the_price_of_a_complex_is_no_price_of_goods() -> None:
    (price,) = claims("Мұнара кешенінің бағасы – 8 миллиард теңге.\n")
    assert price.topic != "inflation"


def test_what_an_output_that_is_being_built_costs_is_of_one_enterprise() -> None:
    (price,) = claims("Облыста 15 миллиард теңгелік кабель өндірісі салынып жатыр.\n")
    assert price.topic == "company"


def test_what_a_contract_is_worth_it_is_worth_now() -> None:
    found = claims("Биыл 7 келісімге қол қойылды, құны 40 миллиард теңгеден асады.\n")
    assert [each.planned for each in found] == [False, False]
    assert str(found[1].period) == "2025"


def test_what_an_output_will_exceed_is_a_plan() -> None:
    (output,) = claims("2027 жылы облыста ет өндіру 20 мың тоннадан асады.\n")
    assert output.planned


@pytest.mark.parametrize("verb", ["тыңдайды", "меңгереді"])
def test_what_pupils_do_day_by_day_is_no_plan(verb: str) -> None:
    (pupils,) = claims(f"Облыста 8 мың оқушы онлайн сабақ {verb}.\n")
    assert not pupils.planned
