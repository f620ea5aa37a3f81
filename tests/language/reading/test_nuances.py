"""How a number is meant: roughly or exactly, as a rise, a fall or a level."""

from __future__ import annotations

import pytest

from esep.language.reading.quantities import quantities
from esep.model.claim import Quantity
from esep.model.passage import Sentence
from tests.language.reading.tenge import TENGE


def last(text: str, code: str) -> Quantity:
    return quantities(text, Sentence(0, len(text), code, 0), money=TENGE)[-1]


@pytest.mark.parametrize(
    ("text", "code", "hedge"),
    [
        ("over 6,600 ha", "en", "over"),
        ("more than KZT 5 billion", "en", "over"),
        ("no less than 500 people", "en", "at_least"),
        ("exceeded 724 billion tenge", "en", "over"),
        ("5 thousand people or more", "en", "at_least"),
        ("nearly twice as much", "en", "almost"),
        ("less than 1%", "en", "under"),
        ("some 3,000 cameras", "en", "about"),
        ("about three and a half thousand people", "en", "about"),
        ("5 billion tenge", "en", None),
        ("более 6,6 тыс. га", "ru", "over"),
        ("не менее 500 человек", "ru", "at_least"),
        ("вырос более чем на 15%", "ru", "over"),
        ("превысил 1,2 трлн тенге", "ru", "over"),
        ("почти в 2 раза", "ru", "almost"),
        ("не более 700 человек", "ru", "up_to"),
        ("менее 1%", "ru", "under"),
        ("приблизился к отметке в 40 млрд тенге", "ru", "almost"),
        ("преодолел планку в 40 млрд тенге", "ru", "over"),
        ("порядка двухсот волонтёров", "ru", "about"),
        ("около 1 200 семей", "ru", "about"),
        ("на 6,3% больше", "ru", None),
        ("6 600 гектардан астам", "kk", "over"),
        ("2 700-ден астам адам", "kk", "over"),
        ("500-ден кем емес", "kk", "at_least"),
        ("1,2 трлн теңгеден асты", "kk", "over"),
        ("2 мыңға жуық адам", "kk", "almost"),
        ("700-ден аспайды", "kk", "up_to"),
        ("700-ден кем", "kk", "under"),
        ("шамамен 5 мың адам", "kk", "about"),
        ("2 500-дей адам", "kk", "about"),
        ("20 шақты ауыл", "kk", "about"),
        ("6,3 пайызға артық", "kk", None),
    ],
)
def test_a_hedge_is_heard_before_or_after_its_number(
    text: str, code: str, hedge: str | None
) -> None:
    assert last(text, code).hedge == hedge


@pytest.mark.parametrize(
    ("text", "code", "hedge"),
    [
        ("up to 722 km were resurfaced", "en", "up_to"),
        ("the count should reach up to 60,000", "en", "up_to"),
        ("work was sped up to 5 km", "en", None),
        ("more than 30 firms got grants of up to KZT 1.5 million", "en", "up_to"),
        ("будет создано до 300 рабочих мест", "ru", "up_to"),
        ("безработица снизилась до 4,6%", "ru", None),
        ("доход вырос на 5%, до 1,4 трлн тенге", "ru", None),
        ("300-ге дейін жұмыс орны ашылады", "kk", "up_to"),
        ("4,6%-ға дейін төмендеді", "kk", None),
    ],
)
def test_an_end_is_a_cap_unless_something_changed(text: str, code: str, hedge: str | None) -> None:
    assert last(text, code).hedge == hedge


@pytest.mark.parametrize(
    ("text", "code", "direction"),
    [
        ("Output rose by 5%", "en", "up"),
        ("Carriers moved 31% more passengers", "en", "up"),
        ("a 7.2% increase", "en", "up"),
        ("prices fell 3.4 percent", "en", "down"),
        ("down 0.1 percentage points", "en", "down"),
        ("Growth was 8.5 percent", "en", "up"),
        ("exports gained 12%, imports lost 7%", "en", "down"),
        ("рост составил 5%, снижение – 3%", "ru", "down"),
        ("инвестиции (+15,4%)", "ru", "up"),
        ("industry gained 8%, building 13%", "en", "up"),
        ("89% of which was private", "en", None),
        ("the share reached 81.3%", "en", None),
        ("unemployment fell to 4.6%", "en", None),
        ("выросла на 6,3%", "ru", "up"),
        ("на 6,3% меньше", "ru", "down"),
        ("рост – 29,5%", "ru", "up"),
        ("выпуск вырос на 45%, а добыча – на 20%", "ru", "up"),
        ("сократился в два раза", "ru", "down"),
        ("доля – 88,5%", "ru", None),
        ("опустили до 2%", "ru", None),
        ("школа на 600 мест", "ru", None),
        ("5%-ға өсті", "kk", "up"),
        ("6,3 пайызға көп", "kk", "up"),
        ("6,3%-ға артық", "kk", "up"),
        ("3,4 пайызға төмендеді", "kk", "down"),
        ("өсім – 11,1 пайыз", "kk", "up"),
        ("2 есеге азайды", "kk", "down"),
        ("89%-ы жеке", "kk", None),
    ],
)
def test_a_change_is_a_rise_or_a_fall_and_a_level_neither(
    text: str, code: str, direction: str | None
) -> None:
    assert last(text, code).direction == direction


def test_a_list_in_kazakh_waits_for_its_verb() -> None:
    text = "машина жасау 45%, жеңіл өнеркәсіп 23,9%, дәрі-дәрмек 20% қосты"
    found = quantities(text, Sentence(0, len(text), "kk", 0), money=TENGE)
    assert [each.direction for each in found] == ["up", "up", "up"]
