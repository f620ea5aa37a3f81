"""What was said on one occasion is held against the figures of a text, its words first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from esep.checking.judge.evidence import Evidence, evidence_of_statement
from esep.checking.judge.statements import Link, links
from esep.model.claim import Claim, Hedge
from esep.model.release import ReportedFigure
from tests.checking.judge.making import claim, quantity

DAY = date(2025, 9, 5)


def statement(
    label: str,
    value: str,
    unit: str = "count",
    *,
    topic: str = "schools",
    period: str = "2025",
    said_on: date = DAY,
    place: int = 0,
    comparison: str = "",
    planned: bool = False,
    hedge: str = "",
    direction: str = "",
) -> Evidence:
    figure = ReportedFigure(
        id=label.replace(" ", "-"),
        said_on=said_on,
        source="https://example.org",
        region="KZ-19",
        topic=topic,
        label=label,
        indicator="",
        period=period,
        value=value,
        unit=unit,
        comparison=comparison,
        planned=planned,
        hedge=hedge,
        direction=direction,
        release_id="r",
        row=place,
        file="said.csv",
    )
    found = evidence_of_statement(figure)
    assert found is not None
    return found


def linked(claims: Sequence[Claim], said: Sequence[Evidence], day: date = DAY) -> list[Link | None]:
    found = links(claims, said, day=day, parent_of=lambda _: "", counted=frozenset({"count"}))
    return [found[place][0] if place in found else None for place in range(len(claims))]


def schools(number: str, label: str, *, language: str = "en", planned: bool = False) -> Claim:
    return claim(
        quantity(number),
        topic="schools",
        period="2025",
        label=label,
        language=language,
        planned=planned,
    )


SAID = (
    statement("new schools opened", "7", place=1),
    statement("schools repaired", "24", place=2),
    statement("dormitories to be opened", "8", topic="edu_other", place=3, planned=True),
)


def labels(found: Sequence[Link | None]) -> list[str]:
    return [link.evidence.label if link else "" for link in found]


def test_words_choose_the_frame_in_any_language() -> None:
    for language, opened, repaired in (
        ("en", "schools were opened this year", "more were repaired"),
        ("ru", "новых школ открыто", "школ отремонтировано"),
        ("kk", "жаңа мектеп ашылды", "мектеп жөнделді"),
    ):
        claims = [
            schools("24", repaired, language=language),
            schools("7", opened, language=language),
        ]
        assert labels(linked(claims, SAID)) == ["schools repaired", "new schools opened"]


def test_a_value_never_chooses_against_the_words() -> None:
    # It has the value of another frame, but its words are those of the schools opened.
    claims = [schools("24", "new schools were opened"), schools("9", "schools were repaired")]
    assert labels(linked(claims, SAID)) == ["new schools opened", "schools repaired"]


def test_a_value_breaks_the_tie_of_words_that_leave_it_open() -> None:
    told = (
        statement("schools", "13", place=1),
        statement("schools", "53", place=2),
    )
    found = linked([schools("53", "schools"), schools("13", "schools")], told)
    assert [link and link.evidence.value for link in found] == [53, 13]
    assert all(link and link.supports for link in found)


def test_each_statement_serves_one_figure_and_a_figure_told_twice() -> None:
    claims = [schools("7", "new schools were opened")] * 2
    found = linked(claims, SAID[:1])
    assert all(link and link.supports for link in found)
    other = [*claims, schools("5", "new schools were opened")]
    twin = linked(other, SAID[:1])[2]
    assert twin is not None
    assert not twin.supports


def test_another_unit_or_place_is_never_the_frame() -> None:
    money = claim(quantity("7", "KZT"), topic="schools", period="2025", label="schools")
    elsewhere = replace(schools("7", "new schools opened"), region="KZ-10")
    assert linked([money, elsewhere], SAID) == [None, None]


def test_on_another_occasion_only_the_same_period_speaks() -> None:
    earlier = statement("new schools opened", "7", said_on=date(2024, 3, 1))
    same = schools("7", "new schools were opened")
    another = replace(same, period=claim(quantity("7"), period="2024").period)
    first, second = linked([same, another], [earlier])
    assert first is not None
    assert first.supports
    assert second is None


def test_a_lone_figure_is_contradicted_only_in_a_frame_without_doubt() -> None:
    sure, planned = (
        linked([schools("9", "new schools were opened", planned=planned)], SAID)[0]
        for planned in (False, True)
    )
    assert sure is not None
    assert sure.contradicts
    assert planned is not None
    assert not planned.contradicts


def test_a_text_that_tells_the_statement_again_is_held_to_it() -> None:
    told = (
        *SAID,
        statement("beds in dormitories", "4716", topic="edu_other", place=4, planned=True),
    )
    claims = [
        schools("7", "new schools were opened"),
        schools("24", "schools were repaired"),
        claim(quantity("8"), topic="edu_other", period="2025", planned=True, label="dormitories"),
        # Read as done this year, though it is planned: the frame is not quite the same.
        claim(quantity("4176"), topic="edu_other", period="2025", label="beds in dormitories"),
    ]
    found = linked(claims, told)
    assert [bool(link and link.supports) for link in found] == [True, True, True, False]
    assert found[3] is not None
    assert found[3].contradicts


def test_a_number_that_was_said_of_something_else_is_doubt_not_error() -> None:
    told = (statement("new schools opened", "7", place=1), statement("farms", "31", topic="agri"))
    (found,) = linked([schools("31", "new schools were opened")], told)
    assert found is not None
    assert found.rival
    assert not found.contradicts


def test_growth_said_as_growth_answers_an_index_and_a_multiple() -> None:
    said = statement(
        "growth of investment", "60", "percent", topic="investment", comparison="yoy",
        direction="up",
    )  # fmt: skip
    fell = replace(said, direction=None)
    index, times, down = (
        claim(each, topic="investment", period="2025", comparison="yoy", label="investment")
        for each in (
            quantity("160", "index_percent"),
            quantity("1.6", "times"),
            quantity("60", "percent", direction="down"),
        )
    )
    for one in (index, times):
        (found,) = linked([one], [said])
        assert found is not None
        assert found.supports
    (against,) = linked([down], [said])
    assert against is not None
    assert against.fit is None
    (unsaid,) = linked([down], [fell])
    assert unsaid is not None
    assert unsaid.supports


def test_what_was_said_with_a_hedge_leaves_room_on_its_side() -> None:
    said = statement("area cleaned", "6600", "hectare", topic="taza", hedge="over")
    assert said.hedge is Hedge.OVER
    for number, fits in (("6650", True), ("6600", True), ("6500", False), ("6800", False)):
        one = claim(quantity(number, "hectare"), topic="taza", period="2025", label="cleaned")
        (found,) = linked([one], [said])
        assert found is not None
        assert (found.fit is not None) is fits
