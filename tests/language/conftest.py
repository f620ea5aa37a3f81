"""A handful of units with their nouns, small enough to know by heart."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from esep.language import CODES, Language, language
from esep.model.text import Name, Names
from esep.model.unit import Unit, UnitKind


def _unit(
    kind: UnitKind, en: tuple[str, str], ru: tuple[str, str, str, str], kk: str, ru_short: str = ""
) -> Unit:
    """English singular and plural; Russian one, few, many, genitive singular; Kazakh."""
    one, few, many, genitive = ru
    russian = {"one": one, "few": few, "many": many, "genitive_singular": genitive}
    names = Names(
        {
            "en": Name(en[0], forms={"one": en[0], "other": en[1]}),
            "ru": Name(one, short=ru_short, forms=russian),
            "kk": Name(kk),
        }
    )
    return Unit(en[0], kind, names)


_TENGE = ("тенге", "тенге", "тенге", "тенге")
_PERCENT = ("процент", "процента", "процентов", "процента")
_POINT = ("процентный пункт", "процентных пункта", "процентных пунктов", "процентного пункта")


@pytest.fixture(scope="session")
def units() -> Mapping[str, Unit]:
    kinds = UnitKind
    count, measure = kinds.COUNT, kinds.MEASURE
    percentage_points = ("percentage point", "percentage points")
    every = [
        _unit(kinds.MONEY, ("tenge", "tenge"), _TENGE, "теңге"),
        _unit(kinds.PERCENT, ("percent", "percent"), _PERCENT, "пайыз"),
        _unit(kinds.POINTS, percentage_points, _POINT, "пайыздық тармақ", "п.п."),
        _unit(kinds.TIMES, ("times", "times"), ("раз", "раза", "раз", "раза"), "есе"),
        _unit(kinds.RANK, ("rank", "ranks"), ("место", "места", "мест", "места"), "орын"),
        _unit(count, ("place", "places"), ("место", "места", "мест", "места"), "орын"),
        _unit(count, ("job", "jobs"), ("место", "места", "мест", "места"), "жұмыс орны"),
        _unit(count, ("project", "projects"), ("проект", "проекта", "проектов", "проекта"), "жоба"),
        _unit(count, ("school", "schools"), ("школа", "школы", "школ", "школы"), "мектеп"),
        _unit(
            count,
            ("enterprise", "enterprises"),
            ("предприятие", "предприятия", "предприятий", "предприятия"),
            "кәсіпорын",
        ),
        _unit(count, ("region", "regions"), ("регион", "региона", "регионов", "региона"), "өңір"),
        _unit(measure, ("tonne", "tonnes"), ("тонна", "тонны", "тонн", "тонны"), "тонна"),
        _unit(
            measure, ("hectare", "hectares"), ("гектар", "гектара", "гектаров", "гектара"), "гектар"
        ),
    ]
    return {unit.id: unit for unit in every}


@pytest.fixture(params=CODES, scope="session")
def any_language(request: pytest.FixtureRequest) -> Language:
    return language(request.param)


@pytest.fixture(scope="session")
def english() -> Language:
    return language("en")


@pytest.fixture(scope="session")
def russian() -> Language:
    return language("ru")


@pytest.fixture(scope="session")
def kazakh() -> Language:
    return language("kk")
