"""Instructions that return are proposed beside the earlier ones; a person joins or parts them."""

from __future__ import annotations

from datetime import date

from esep.model.register import Card
from esep.tracking.instructions.threads import Return, returns


def card(id: str, day: str, text: str, **values: str) -> Card:
    given = {"text": text, "registered_on": day, "region": "TL-HIL", **values}
    on = date.fromisoformat(day)
    return Card("instructions", id, 1, given, given, since=on, changed=on)


def only(found: tuple[Return, ...]) -> Return:
    [each] = found
    return each


MEND = card("a", "2024-06-14", "Mend the roads of the hills")


def test_words_that_are_alike_bring_an_earlier_card_back() -> None:
    again = only(returns([card("b", "2024-12-02", "Mend roads of the hills"), MEND], {}))
    assert (again.card.id, again.earlier.id, again.thread) == ("b", "a", "a")
    assert not again.confirmed
    assert again.likeness > 80


def test_a_shared_topic_brings_it_back_in_other_words_and_languages() -> None:
    later = card("b", "2024-12-02", "Привести в порядок улицы")
    assert only(returns([MEND, later], {"a": ["roads"], "b": ["roads", "towns"]})).topics == (
        "roads",
    )
    assert returns([MEND, later], {"a": ["roads"], "b": ["towns"]}) == ()


def test_a_shared_programme_brings_it_back() -> None:
    first = card("a", "2024-06-14", "Build schools", programme="p-1")
    later = card("b", "2024-12-02", "Open what was begun", programme="p-1")
    assert only(returns([first, later], {})).programme == "p-1"


def test_two_of_one_meeting_or_of_two_regions_are_no_return() -> None:
    same_day = card("b", "2024-06-14", MEND.text("text"))
    elsewhere = card("c", "2024-12-02", MEND.text("text"), region="TL-LAK")
    assert returns([MEND, same_day, elsewhere], {}) == ()


def test_a_thread_goes_on_through_three_meetings() -> None:
    text = MEND.text("text")
    found = returns([MEND, card("b", "2024-12-02", text), card("c", "2025-06-02", text)], {})
    assert [(each.card.id, each.thread) for each in found] == [("b", "a"), ("c", "a")]


def test_a_thread_a_person_wrote_on_both_is_confirmed_and_two_threads_are_apart() -> None:
    first = card("a", "2024-06-14", "Mend the roads", thread="roads")
    later = card("b", "2024-12-02", "Mend the roads", thread="roads")
    assert only(returns([first, later], {})).confirmed
    other = card("b", "2024-12-02", "Mend the roads", thread="bridges")
    assert returns([first, other], {}) == ()
