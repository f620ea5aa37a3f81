"""Two reports of one event are laid side by side, whatever their languages and order."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from esep.catalog import Catalog, load_catalog
from esep.checking.compare import Compared, compare
from esep.model.claim import Checked, Claim, Finding, Judged
from tests.checking.judge.making import claim, quantity


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog("kazakhstan")


def checked(*claims: Claim) -> Checked:
    figures = tuple(
        Judged(each, Finding.NOT_A_CLAIM if each.quantity.not_claim else Finding.NO_DATA, "")
        for each in claims
    )
    return Checked("report.txt", "", claims[0].language, "KZ-75", "2023-12-14", figures)


def invested(number: str, *, scale: int = 9, language: str = "en", **how: object) -> Claim:
    frame = {
        "topic": "investment",
        "region": "KZ-75",
        "period": "2023-01/2023-11",
        "label": "fixed capital investment" if language == "en" else "инвестиции",
    } | how
    unit = str(frame.pop("unit", "KZT"))
    hedge = str(frame.pop("hedge", ""))
    return claim(quantity(number, unit, scale=scale, hedge=hedge), language=language, **frame)  # type: ignore[arg-type]


def grown(number: str, *, language: str = "en", **how: object) -> Claim:
    frame = {
        "topic": "investment",
        "region": "KZ-75",
        "period": "2023-01/2023-11",
        "comparison": "yoy",
        "label": "investment grew by" if language == "en" else "инвестиции выросли на",
    } | how
    return claim(quantity(number, "percent", direction="up"), language=language, **frame)  # type: ignore[arg-type]


def schools(number: str, *, language: str = "en", **how: object) -> Claim:
    frame = {
        "topic": "schools",
        "region": "KZ-75",
        "period": "2023",
        "label": "schools were opened" if language == "en" else "школ открыто",
    } | how
    return claim(quantity(number), language=language, **frame)  # type: ignore[arg-type]


def told(left: Sequence[Claim], right: Sequence[Claim], catalog: Catalog) -> Compared:
    return compare(checked(*left), checked(*right), catalog)


def test_the_same_figures_in_another_language_and_order_agree(catalog: Catalog) -> None:
    found = told(
        [invested("978.5"), grown("20"), schools("7")],
        [schools("7", language="ru"), grown("20", language="ru"), invested("978.5", language="ru")],
        catalog,
    )
    assert [(each.left, each.right) for each in found.agreements] == [(0, 2), (1, 1), (2, 0)]
    assert not found.disagreements
    assert not found.only_left
    assert not found.only_right


@pytest.mark.parametrize(
    ("left", "right", "differences", "cause"),
    [
        (invested("978.5"), invested("678.5", language="ru"), ("value",), "digit_changed"),
        (grown("25"), grown("2.5", language="ru"), ("value",), "decimal_lost"),
        (invested("978.5", scale=6), invested("978.5", language="ru"), ("value",), "scale_slip"),
        (
            grown("20", period="2023-01/2023-05"),
            grown("20", period="2023", language="ru"),
            ("period",),
            "",
        ),
        (invested("978.5"), invested("978.5", unit="USD", language="ru"), ("unit",), ""),
        (invested("978.5"), invested("978.5", hedge="over", language="ru"), ("hedge",), ""),
        (schools("7"), schools("7", planned=True, language="ru"), ("stage",), ""),
        (schools("7"), schools("7", region="KZ-19", language="ru"), ("region",), ""),
    ],
)
def test_a_disagreement_is_named(
    catalog: Catalog, left: Claim, right: Claim, differences: tuple[str, ...], cause: str
) -> None:
    around = [invested("31.2", topic="agri_inv", label="investment in farming"), schools("12")]
    if left.topic == "schools":
        around = around[:1]
    found = told([left, *around], [right, *around], catalog)
    (pair,) = found.disagreements
    assert (pair.left, pair.right) == (0, 0)
    assert (pair.differences, pair.cause) == (differences, cause)
    assert len(found.agreements) == len(around)


def test_a_rounded_figure_agrees_and_is_marked_so(catalog: Catalog) -> None:
    found = told([invested("978.5")], [invested("979", language="ru")], catalog)
    (pair,) = found.agreements
    assert pair.rounded


def test_what_only_one_tells_stays_alone(catalog: Catalog) -> None:
    found = told([invested("978.5"), schools("7")], [invested("978.5")], catalog)
    assert found.only_left == (1,)
    assert not found.only_right


def test_a_figure_told_twice_in_one_report_is_not_missing_in_the_other(catalog: Catalog) -> None:
    found = told([invested("978.5"), invested("978.5")], [invested("978.5")], catalog)
    assert len(found.agreements) == 1
    assert not found.only_left


def test_numbers_that_claim_nothing_are_no_figures(catalog: Catalog) -> None:
    day = claim(quantity("14", not_claim="date"))
    found = told([invested("978.5"), day], [day, invested("978.5")], catalog)
    assert [(each.left, each.right) for each in found.agreements] == [(0, 1)]
    assert not found.only_left


def test_the_gravest_disagreements_come_first(catalog: Catalog) -> None:
    left = [schools("7"), invested("978.5")]
    right = [schools("7", planned=True), invested("678.5")]
    found = told(left, right, catalog)
    assert [each.is_grave for each in found.disagreements] == [True, False]
