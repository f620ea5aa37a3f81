"""The answer as JSON, in the shape other programs rely on."""

from __future__ import annotations

import json
from decimal import Decimal

from esep.checking.report.answer import answer, has_findings, plain
from tests.checking.report.made_up import LINES, catalog, checked, read_text

FIGURE = {
    "start", "end", "line", "column", "place", "text", "value", "unit", "kind", "hedge",
    "direction", "language", "label", "topic", "indicator", "candidates", "region",
    "region_name", "period", "comparison", "planned", "verdict", "reason", "expected",
    "evidence", "explanation", "notes",
}  # fmt: skip


def test_every_figure_has_every_field_and_points_into_the_text() -> None:
    said = answer(checked(), read_text(), catalog())
    assert list(said) == ["document", "figures", "consistency", "summary"]
    for figure in said["figures"]:
        assert set(figure) == FIGURE
        assert said["document"]["text"][figure["start"] : figure["end"]] == figure["text"]
    json.dumps(said, allow_nan=False)


def test_a_contradicted_figure_tells_what_to_put_instead() -> None:
    figure = answer(checked(), read_text(), catalog())["figures"][2]
    assert figure["text"] == "fifth"
    assert (figure["line"], figure["column"]) == (3, LINES[2][0].index("fifth") + 1)
    assert figure["value"] == 5
    assert figure["verdict"] == "contradicted"
    assert figure["reason"] == "other_period"
    assert figure["expected"] == {"value": 2, "text": "second"}
    assert figure["period"] == {
        "start": "2023-01-01",
        "end": "2023-12-31",
        "kind": "year",
        "code": "2023",
        "source": "explicit",
    }


def test_what_is_unknown_is_null() -> None:
    figure = answer(checked(), read_text(), catalog())["figures"][5]
    unknown = ("hedge", "topic", "indicator", "period", "comparison", "expected", "explanation")
    assert [figure[name] for name in unknown] == [None] * len(unknown)


def test_the_summary_counts_every_verdict() -> None:
    assert answer(checked(), read_text(), catalog())["summary"] == {
        "figures": 9,
        "claims": 8,
        "supported": 2,
        "superseded": 1,
        "contradicted": 1,
        "no_data": 4,
        "not_a_claim": 1,
        "inconsistent": 1,
    }
    assert has_findings(checked())


def test_numbers_are_whole_where_they_are_and_never_without_end() -> None:
    assert plain(Decimal("5.30E+12")) == 5_300_000_000_000
    assert isinstance(plain(Decimal("5.0")), int)
    assert plain(Decimal("107.9")) == 107.9
    assert plain(Decimal("1E+400")) is None
    assert plain(Decimal("1E+30")) == 1e30
