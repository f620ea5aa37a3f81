"""Places are known in their forms, and each figure is of the place its words say."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from esep.catalog import load_catalog
from esep.checking.places import Gazetteer
from esep.checking.reading import read_claims
from esep.model.passage import Passage, ReadText, Sentence

DAY = date(2024, 7, 10)


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(load_catalog("kazakhstan"))


def named(text: str, language: str) -> list[str]:
    sentence = Sentence(0, len(text), language, 0)
    return [place.name for place in gazetteer().places(text, sentence)]


FORMS = [
    ("en", "He heads Almaty region.", ["Almaty region"]),
    ("en", "Astana's budget and the city of Almaty", ["Astana city", "Almaty city"]),
    ("en", "Mangistau, Turkestan and Karaganda regions", 3),
    ("ru", "в Карагандинской и Павлодарской областях", ["Karaganda region", "Pavlodar region"]),
    ("ru", "аким области Жетісу", ["Zhetysu region"]),
    ("en", "the Mayor of Almaty", ["Almaty city"]),
    ("kk", "Алматыда салынған үй", ["Almaty city"]),
    ("en", "Abai and West Kazakhstan regions", ["Abai region", "West Kazakhstan region"]),
    ("ru", "в городе Алматы и Алматинской области", ["Almaty city", "Almaty region"]),
    ("ru", "глава ВКО", ["East Kazakhstan region"]),
    ("ru", "жители Северного Казахстана", ["North Kazakhstan region"]),
    ("ru", "в области Улытау", ["Ulytau region"]),
    ("ru", "в Каратобинском районе", ["Karatobe district"]),
    ("kk", "Қарағанды облысының әкімі", ["Karaganda region"]),
    ("kk", "Жетісудан келген әкім", ["Zhetysu region"]),
    ("kk", "Almaty oblysynda salyndy", ["Almaty region"]),
    ("en", "The works in Kokshetau and Kordai district", ["Kokshetau city", "Kordai district"]),
    ("ru", "в Кордайском районе", ["Kordai district"]),
    # The city bore another name from 2019 to 2022.
    ("ru", "столица, Нур-Султан", 2),
]


@pytest.mark.parametrize(("language", "text", "expected"), FORMS)
def test_a_place_is_known_in_its_forms(language: str, text: str, expected: list[str] | int) -> None:
    found = named(text, language)
    assert (len(found) if isinstance(expected, int) else found) == expected


NO_PLACES = [
    ("en", "Abai wrote of the steppe"),
    ("ru", "улица имени Абая Кунанбаева"),
    ("en", "The Taza Kazakhstan campaign"),
    ("en", "The Astana Times wrote"),
    ("ru", "генерал Марат Сатпаев"),
]


@pytest.mark.parametrize(("language", "text"), NO_PLACES)
def test_persons_and_proper_names_are_no_places(language: str, text: str) -> None:
    assert named(text, language) == []


def regions(text: str, region: str = "") -> list[str]:
    passages, start = [], 0
    for line in text.splitlines(keepends=True):
        passages.append(Passage(start, start + len(line)))
        start += len(line)
    read = ReadText("text", text, tuple(passages))
    found = read_claims(read, load_catalog("kazakhstan"), day=DAY, region=region)
    return [claim.region_name for claim in found.claims]


def test_the_lead_gives_the_region_of_what_follows() -> None:
    text = "The governor of Aktobe region reported.\nInvestment rose by 5%. 12 schools were built."
    assert regions(text) == ["Aktobe region", "Aktobe region"]


def test_a_region_given_is_that_of_a_text_that_names_none() -> None:
    assert regions("Investment rose by 5%.", "KZ-15") == ["Aktobe region"]


def test_a_total_of_a_town_is_the_towns_and_a_thing_in_it_is_the_regions() -> None:
    text = (
        "The Prime Minister visited Akmola region.\n"
        "In Kokshetau he saw a hospital with 200 beds. "
        "Industry in the city increased production by 41.4%.\n"
        "In the region as a whole farm output was up 18.1%."
    )
    assert regions(text) == ["Akmola region", "Kokshetau city", "Akmola region"]


def test_a_text_about_several_regions_goes_from_one_to_the_next() -> None:
    text = (
        "The heads of Mangistau, Turkestan and Karaganda regions reported.\n"
        "In Mangistau investment rose by 15.8%. It has 75.3 thousand SMEs.\n"
        "Karaganda region built 597 thousand square meters of housing."
    )
    assert regions(text) == ["Mangystau region", "Mangystau region", "Karaganda region"]


def test_the_figure_of_the_country_beside_the_regions_is_the_countrys() -> None:
    text = "In Almaty region unemployment was 4.7%; in the country as a whole it was 4.6%."
    assert regions(text) == ["Almaty region", "Kazakhstan"]


def test_a_minister_tells_of_the_country_and_names_regions_as_examples() -> None:
    assert regions(
        "Министр сельского хозяйства доложил о ходе жатвы. По стране убрано 9 млн га. Лучше "
        "других работают в Костанайской, Акмолинской и Павлодарской областях. Намолочено 12 млн "
        "тонн зерна. В Костанайской области собрано 4 млн тонн."
    ) == ["Kazakhstan", "Kazakhstan", "Kostanay region"]


def test_the_head_of_a_district_tells_of_the_district() -> None:
    assert (
        regions(
            "Об итогах развития Шиелийского района рассказал аким района. Произведено продукции "
            "на 30 млрд тенге. Построено 2 школы."
        )
        == ["Shieli district"] * 2
    )


def test_a_district_that_is_spoken_of_has_the_figures_that_follow() -> None:
    text = (
        "The akim of Zhambyl region reported.\n"
        "Of Kordai district he said that it is calm. 92 projects were carried out there.\n"
        "The region has 300 beds."
    )
    assert regions(text) == ["Kordai district", "Zhambyl region"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Костанайские металлурги выплавили 2 млн тонн стали.", "Kostanay region"),
        ("Североказахстанцы построили 40 школ.", "North Kazakhstan region"),
        ("Тараз поднял 40 школ. Аким рассказал о них в столице.", "Zhambyl region"),
        ("Zhambyl has built 40 schools. The governor told of it in Astana.", "Zhambyl region"),
    ],
)
def test_a_region_is_known_by_its_people_and_not_by_where_the_press_meets(
    text: str, name: str
) -> None:
    assert regions(text) == [name]


def test_the_country_stays_with_the_figure_whose_whole_it_is() -> None:
    text = "Zhetysu region grows 42% of the country's beet, 18% of its corn."
    assert regions(text)[1] == "Zhetysu region"
