"""The verb that closes a Kazakh clause tells when its figures are."""

from __future__ import annotations

import re

import pytest

from esep.language.reading.kazakh_tense import Tense, announces_plan, tense


def told(text: str) -> Tense | None:
    number = re.search(r"\d+", text)
    assert number is not None
    return tense(text, number.start(), number.end(), len(text))


@pytest.mark.parametrize(
    "text",
    [
        "Биыл 14 емхана салынады.",
        "Ауданда 14 емхана мен 3 клуб ашылмақ.",
        "14 көпірді жөндеу жоспарланып отыр.",
        "14 зауыт ашылып, 600 адам жұмыс табады.",
        "14 мың тонна алынады деп есептеп отыр.",
        "Оған 14 млрд теңге керек.",
        "14 emhana salynbaq.",
    ],
)
def test_a_plan_closes_with_what_will_be(text: str) -> None:
    assert told(text) in (Tense.AHEAD, Tense.COMING)


@pytest.mark.parametrize(
    "text",
    [
        "Биыл 14 емхана салынды.",
        "14 емхана ашылып, 3 клуб жөнделді.",
        "Саны 14 мыңға көбейді, енді жаңасы ашылады.",
        "14 пайызға ұлғайған.",
    ],
)
def test_a_result_closes_with_what_was(text: str) -> None:
    assert told(text) is Tense.PAST


@pytest.mark.parametrize(
    "text",
    [
        "14 ауылға су жетіп тұр (9 мың адам), тағы алтауы қосылады.",
        "14 жоба жүріп жатыр.",
        "14 емхана салынуда.",
        "Өндіріс 14 пайызға артып келеді.",
        "Зауытта 14 адам жұмыс істейді.",
    ],
)
def test_what_goes_on_is_no_plan(text: str) -> None:
    assert told(text) is Tense.GOING_ON


def test_a_dash_stands_for_the_verb() -> None:
    assert told("Құны – 14 миллиард теңге, бесеуі келер жылы аяқталмақ.") is None
    assert told("14 жобаның құны – бес миллиард, бесеуі аяқталмақ.") is None


def test_a_head_may_announce_a_list_of_aims() -> None:
    text = "Келер жылдың межесі: жолдың 85 пайызын жөндеу."
    assert announces_plan(text, 0, text.index("85"))
    text = "Жоспар артығымен орындалды: 85 пайыз."
    assert not announces_plan(text, 0, text.index("85"))


def test_latin_letters_tell_the_same() -> None:
    assert told("14 mektep salynyp jatyr.") is Tense.GOING_ON
    assert told("14 mektep kóbeıdi.") is Tense.PAST
    assert told("14 aýyl gazben qamtylady.") is Tense.COMING
