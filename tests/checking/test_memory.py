"""What a text said is kept as it was said, with the precision of its digits."""

from __future__ import annotations

import csv
import io

from esep.checking.memory import COLUMNS, reported_figures, source_of
from esep.model.claim import Checked, Claim, Finding, Judged
from tests.checking.judge.making import claim, quantity


def kept(*claims: Claim) -> list[dict[str, str]]:
    figures = tuple(
        Judged(each, Finding.NOT_A_CLAIM if each.quantity.not_claim else Finding.NO_DATA, "")
        for each in claims
    )
    checked = Checked("Report.txt", "text", "en", "KZ-19", "2024-06-14", figures)
    content = reported_figures(checked, source="https://example.org/report")
    reader = csv.DictReader(io.StringIO(content.decode()))
    assert tuple(reader.fieldnames or ()) == COLUMNS
    return list(reader)


def test_a_figure_keeps_its_frame_and_the_digits_it_was_told_with() -> None:
    (row,) = kept(
        claim(
            quantity("3.70", "KZT", scale=12, hedge="over", direction="up"),
            topic="project_cost",
            indicator="portfolio_cost",
            period="2024/2030",
            planned=True,
            label="the portfolio is worth",
        )
    )
    assert row == {
        "id": "report-txt-2024-06-14-001",
        "said_on": "2024-06-14",
        "source": "https://example.org/report",
        "region": "KZ-19",
        "topic": "project_cost",
        "label": "the portfolio is worth",
        "period": "2024/2030",
        "value": "3.70",
        "unit": "KZT:12",
        "comparison": "",
        "planned": "true",
        "hedge": "over",
        "direction": "up",
        "indicator": "portfolio_cost",
    }


def test_a_place_the_pack_does_not_know_is_kept_by_its_name() -> None:
    (row,) = kept(claim(quantity("41.4", "percent"), region="", region_name="Kokshetau city"))
    assert row["region"] == "Kokshetau city"


def test_units_of_speech_have_no_multiple() -> None:
    (row,) = kept(claim(quantity("146", "other", scale=3, unit_text="cubic metres")))
    assert (row["value"], row["unit"]) == ("146000", "other")
    assert row["label"] == "cubic metres"


def test_what_claims_nothing_or_is_of_no_place_is_not_kept() -> None:
    assert kept(claim(quantity("14", not_claim="date")), claim(quantity("53"), region="")) == []


def test_a_text_without_an_address_is_known_by_its_own_words() -> None:
    assert source_of("one") == source_of("one") != source_of("another")
