"""Which sentences of three languages become drafts, of which tasks, by when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from esep.catalog import Catalog
from esep.checking.documents import read_document
from esep.tracking.instructions.fields import DeadlineKind
from esep.tracking.minutes.deadlines import Urgencies
from esep.tracking.minutes.drafts import Draft, Minutes, Reader, draft_id
from esep.tracking.minutes.hearing import Heard
from esep.tracking.minutes.people import People

DAY = date(2025, 3, 10)

Read = Callable[[str], Minutes]


@pytest.fixture
def read(threelands: Catalog) -> Read:
    def reading(text: str) -> Minutes:
        people = People(threelands.control, ("reeve",))
        reader = Reader(people, Urgencies(threelands.control), lambda *_: (), day=DAY)
        return reader.read(read_document(text.encode(), name="minutes.txt"))

    return reading


def texts(minutes: Minutes, what: Heard) -> list[str]:
    return [each.text for each in minutes.drafts if each.what is what and not each.empty]


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        (
            "The Queen instructed the reeve to finish the bridge, to plant trees and to report.",
            ["finish the bridge", "plant trees", "report"],
        ),
        ("The reeve was tasked with attracting investors.", ["attracting investors"]),
        ("The Queen demanded that the mills run without a hitch.", ["mills run without a hitch"]),
        (
            "The Queen set the reeve tasks on roads and bridges, schools and safe water.",
            ["roads and bridges", "schools", "safe water"],
        ),
        (
            "Mending the roof and clearing the drains - these are the instructions he received.",
            ["Mending the roof", "clearing the drains"],
        ),
        (
            "Королева поручила старосте достроить мост и срочно открыть школу.",
            ["достроить мост", "срочно открыть школу"],
        ),
        ("Старосте поручено навести порядок на рынке.", ["навести порядок на рынке"]),
        (
            "Королева дала поручения по дорогам, школам и воде.",
            ["дорогам", "школам", "воде"],
        ),
        (
            "Патшайым ауылбасына көпір салуды жеделдетуді және мектеп құрылысын аяқтауды тапсырды.",
            ["көпір салуды жеделдетуді", "мектеп құрылысын аяқтауды"],
        ),
        (
            "Жол, мектеп, таза су – Патшайым осы салалар бойынша тапсырма берді.",
            ["Жол", "мектеп", "таза су"],
        ),
        ("Ауылбасына жолды жөндеу тапсырылды.", ["жолды жөндеу"]),
        ("The reeve was also asked to keep the mills at work.", ["keep the mills at work"]),
        ("Кездесу соңында Патшайым ауылбасына жолды жөндеуді тапсырды.", ["жолды жөндеуді"]),
        ("Basqarýshy aýylbasyna joldy jóndeýdi tapsyrdy.", ["joldy jóndeýdi"]),
        ("Дороги Королева велела чинить без остановки.", ["Дороги чинить без остановки"]),
        ("В конце года Королева велела чинить дороги.", ["чинить дороги"]),
        ("Королева Анна Белова довольна. Анна Белова велела чинить дороги.", ["чинить дороги"]),
        ("Королева просила проследить за урожаем.", ["проследить за урожаем"]),
        ("Королева поручила Иванову достроить мост.", ["достроить мост"]),
        ("Королева поручила старосте Речной области достроить мост.", ["достроить мост"]),
        ("Королева поручила старосте Заречья достроить мост.", ["достроить мост"]),
        (
            "Көпір салуды, жолды жөндеуді Патшайым ауылбасына қадап тапсырды.",
            ["Көпір салуды", "жолды жөндеуді"],
        ),
        ("The reeve was charged to finish the bridge.", ["finish the bridge"]),
        ("The Queen charged the reeve to finish the bridge.", ["finish the bridge"]),
        (
            "The Queen gave instructions regarding the roads, the wells and the mill.",
            ["roads", "the wells", "the mill"],
        ),
        ("Көпірді аяқтау – ауылбасына жүктелген міндет.", ["Көпірді аяқтау"]),
        (
            "The Queen's parting words were about the harvest, the roads and the wells.",
            ["harvest", "the roads", "the wells"],
        ),
    ],
)
def test_every_task_of_an_order_is_a_draft_of_its_own(
    read: Read, text: str, tasks: list[str]
) -> None:
    assert texts(read(text), Heard.INSTRUCTION) == tasks


@pytest.mark.parametrize(
    ("text", "stressed"),
    [
        ("The Queen stressed the importance of clean water.", "clean water"),
        ("The Queen called for more care for the schools.", "more care for the schools"),
        (
            "According to the Queen, more attention should be paid to roads.",
            "According to the Queen, more attention should be paid to roads",
        ),
        ("Королева обратила внимание на состояние дорог.", "состояние дорог"),
        ("Королева отметила важность чистой воды.", "чистой воды"),
        ("Патшайым таза су мәселесіне назар аударды.", "таза су мәселесіне"),
        ("Патшайым мектептердің маңызын атап өтті.", "мектептердің"),
        ("The Queen wants a greener town.", "greener town"),
        ("Королева хочет, чтобы дороги были чистыми.", "дороги были чистыми"),
    ],
)
def test_what_is_stressed_is_no_instruction(read: Read, text: str, stressed: str) -> None:
    minutes = read(text)
    assert texts(minutes, Heard.EMPHASIS) == [stressed]
    assert texts(minutes, Heard.INSTRUCTION) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Five schools were built, as the Queen had instructed.", Heard.REFERS_BACK),
        ("The reeve told of the implementation of the Queen's instructions.", Heard.REFERS_BACK),
        ("По поручению Королевы построено пять школ.", Heard.REFERS_BACK),
        ("Староста доложил о выполнении поручений Королевы.", Heard.REFERS_BACK),
        ("Патшайымның тапсырмасы бойынша бес мектеп салынды.", Heard.REFERS_BACK),
        ("The reeve asked for more money.", Heard.OF_EXECUTOR),
        ("The mill ordered 50 wheels.", Heard.NO_ISSUER),
        ("Завод потребовал вложений.", Heard.NO_ISSUER),
        ("It costs a lot; the Queen ordered it, and it stands.", Heard.REFERS_BACK),
        ("Ауылбасы жылдық есебін тапсырды.", Heard.NO_ISSUER),
        ("Құрылысшылар үйдің кілтін тапсырды.", Heard.NO_ISSUER),
        ("Староста отметил, что необходимо построить мост.", Heard.OF_EXECUTOR),
    ],
)
def test_what_only_sounds_like_an_order_is_passed_over_with_its_reason(
    read: Read, text: str, why: Heard
) -> None:
    minutes = read(text)
    assert (minutes.drafts, [each.why for each in minutes.passed_over]) == ([], [why])


@pytest.mark.parametrize(
    "text",
    [
        "The reeve promised to open three schools.",
        "Староста пообещал открыть три школы.",
        "Ауылбасы үш мектеп салуға уәде берді.",
    ],
)
def test_a_promise_is_nothing_of_the_kind(read: Read, text: str) -> None:
    assert read(text).drafts == []


@pytest.mark.parametrize(
    "text",
    [
        "The Queen gave a number of instructions to the reeve.",
        "Королева дала старосте ряд конкретных поручений.",
        "Патшайым бірқатар нақты тапсырма берді.",
        "Патшайым бірқатар міндет жүктеді.",
        "Королева дала поручения по ряду вопросов.",
        "Королева выслушала старосту и раздала поручения.",
        "The Queen gave the reeve a number of tasks to that end.",
    ],
)
def test_instructions_that_are_not_told_are_flagged(read: Read, text: str) -> None:
    [draft] = read(text).drafts
    assert (draft.empty, draft.text, draft.issuer_level) == (True, text, "queen")


@pytest.mark.parametrize(
    ("text", "also"),
    [
        ("The Queen told the reeve to plant trees. The wells must also be cleaned.",
         ["The wells must also be cleaned"]),
        ("Королева поручила чинить дороги. Колодцы тоже должны быть чистыми.",
         ["Колодцы тоже должны быть чистыми"]),
        ("The Queen told the reeve to plant trees.\n\nThe mill must grind 5 tons a day.", []),
    ],
)  # fmt: skip
def test_what_must_be_done_goes_on_in_the_paragraph_of_an_order(
    read: Read, text: str, also: list[str]
) -> None:
    assert texts(read(text), Heard.EMPHASIS) == also


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Ауылбасы көпірді аяқтауға тиіс. Мұны Патшайым міндеттеді.",
         "Ауылбасы көпірді аяқтауға тиіс"),
        ("Мост должен быть достроен к осени. Это поручила Королева.",
         "Мост должен быть достроен к осени"),
    ],
)  # fmt: skip
def test_an_order_may_tell_its_task_in_the_sentence_before(
    read: Read, text: str, task: str
) -> None:
    assert texts(read(text), Heard.INSTRUCTION) == [task]


def only(minutes: Minutes) -> Draft:
    [draft] = minutes.drafts
    return draft


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Queen instructed the reeve to finish the bridge by 1 October 2025.", "2025-10-01"),
        ("Королева поручила достроить мост до 1 сентября 2025 года.", "2025-09-01"),
        ("Патшайым көпірді жыл соңына дейін салуды тапсырды.", "2025-12-31"),
    ],
)
def test_a_deadline_is_read_from_the_words(read: Read, text: str, day: str) -> None:
    due = only(read(text)).due
    assert (str(due.day), due.kind, due.assumed) == (day, DeadlineKind.DATE, "")


def test_without_a_word_of_time_nobody_named_a_deadline(read: Read) -> None:
    assert only(read("The Queen instructed the reeve to mend roads.")).due.kind == "none"


def test_the_offsets_are_those_of_the_words_in_the_text(read: Read) -> None:
    text = "The year went well.\n\nThe Queen instructed the reeve to plant trees."
    draft = only(read(text))
    assert text[draft.start : draft.end] == draft.text == "plant trees"
    assert text[slice(*draft.sentence)] == draft.exact


def test_each_item_of_a_list_is_a_draft(read: Read) -> None:
    text = "Королева поручила:\n\n- достроить мост;\n- открыть школу.\n\nЗатем был ужин."
    assert texts(read(text), Heard.INSTRUCTION) == ["достроить мост", "открыть школу"]


def test_an_order_and_an_emphasis_of_one_sentence_are_two_drafts(read: Read) -> None:
    minutes = read("Патшайым судың маңыздылығын атап өтіп, көпір салуды тапсырды.")
    assert texts(minutes, Heard.EMPHASIS) == ["судың"]
    assert texts(minutes, Heard.INSTRUCTION) == ["көпір салуды"]
    minutes = read("Королева поручила достроить мост и подчеркнула важность чистой воды.")
    assert texts(minutes, Heard.INSTRUCTION) == ["достроить мост"]
    assert texts(minutes, Heard.EMPHASIS) == ["чистой воды"]


def test_preparing_for_a_season_is_no_deadline(read: Read) -> None:
    text = "Королева поручила старосте подготовиться к отопительному сезону."
    assert only(read(text)).due.kind is DeadlineKind.NONE


def test_the_same_words_have_the_same_id_wherever_they_stand(read: Read) -> None:
    order = "The Queen instructed the reeve to mend roads and to plant trees."
    here, later = read(order).drafts, read(f"The year went well. {order}").drafts
    ids = [draft_id("tl", each, {}) for each in here]
    assert ids == [draft_id("tl", each, {}) for each in later]
    assert len({*ids}) == 2
    assert draft_id("tl", here[0], {ids[0]: here[0]}) != ids[0]
