"""Does the ledger hold what the founding report said, each figure of its own period?

The figures below are the acceptance case of the issue; nowhere else may they be written.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from line_reading import Case, Country, fact_id, plain_text, records, value

from esep.facts.select import available_on
from esep.model.period import Period
from esep.model.quantity import round_half_up

APRIL = "2024-01/2024-04"
BRANCHES = {
    "agriculture_volume": "105.9",
    "industry_volume": "103.1",
    "construction_volume": "135.0",
    "trade_volume": "104.9",
    "transport_volume": "123.4",
    "communications_volume": "105.8",
}


def test_the_product_of_2023_is_fifth_of_twenty(founding: Case) -> None:
    ledger = founding.ledger
    assert value(ledger, "grp:KZ-19:2023:level") == "5322132.0"
    assert records(ledger)[fact_id(ledger, "grp:KZ-19:2023:level")]["unit"] == "KZT:6"
    assert value(ledger, "grp:KZ-19:2023:rank") == "5"
    rank = records(ledger)[fact_id(ledger, "grp:KZ-19:2023:rank")]
    assert rank["ranking"] == {"of": 20, "expected": 20, "order": "descending", "ties": 0}
    share = Decimal(value(ledger, "grp:KZ-19:2023:share"))
    assert round_half_up(share, 2) == Decimal("4.46")


def test_the_short_term_indicator_stands_beside_the_country(founding: Case) -> None:
    assert value(founding.ledger, f"stei:KZ-19:{APRIL}:level") == "107.9"
    assert value(founding.ledger, f"stei:KZ:{APRIL}:level") == "103.9"
    assert value(founding.ledger, f"stei:KZ-19:{APRIL}:rank") == "5"


@pytest.mark.parametrize(("branch", "index"), BRANCHES.items())
def test_each_branch_has_its_index(founding: Case, branch: str, index: str) -> None:
    assert value(founding.ledger, f"{branch}:KZ-19:{APRIL}:level") == index


def test_half_a_year_ranks_differently_by_size_and_per_head(kazakhstan: Country) -> None:
    ledger = kazakhstan.brief("KZ-19", "2024-01/2024-06", "2024-11-15").ledger
    assert value(ledger, "grp:KZ-19:2024-H1:rank") == "5"
    assert value(ledger, "grp:KZ-19:2024-H1:per_head_rank") == "15"


def test_no_figure_of_january_to_may_stands_in_the_document_about_it(founding: Case) -> None:
    periods = {each["period"] for each in founding.ledger["figures"] if each["period"]}
    assert not {code for code in periods if code.startswith("2024-01/2024-05")}
    # The document is about January-May all the same, and says so once in its head.
    assert founding.ledger["document"]["period"] == "2024-01/2024-05"
    assert plain_text(founding.briefing.documents["en"]).count("January–May 2024") == 1


def test_every_period_had_ended_and_was_out_on_the_day(case: Case) -> None:
    catalog = case.country.catalog
    day = date.fromisoformat(case.on)
    late = {}
    for each in records(case.ledger).values():
        if "said_on" in each:
            assert date.fromisoformat(each["said_on"]) <= day
        elif not each["fact_id"].startswith("register:"):
            source = catalog.sources[catalog.indicators[each["indicator"]].source]
            out = available_on(Period.parse(each["period"]), source)
            if out > day:
                late[each["fact_id"]] = out
    assert late == {}


def test_a_day_earlier_the_newest_month_is_not_out(threelands: Country) -> None:
    """January-April is out on 15 May by the calendar of its source."""
    before = threelands.brief("TL-RIV", "2024-01/2024-05", "2024-05-14").ledger
    after = threelands.brief("TL-RIV", "2024-01/2024-05", "2024-05-15").ledger
    assert value(before, "pulse:TL-RIV:2024-Q1:level") == "106.1"
    assert value(after, "pulse:TL-RIV:2024-01/2024-04:level") == "107.9"


def test_the_vintage_decides_the_value_and_the_day_the_period(threelands: Country) -> None:
    revised = threelands.brief("TL-RIV", "2024-01/2024-05", "2024-06-14").ledger
    first = threelands.brief("TL-RIV", "2024-01/2024-05", "2024-06-14", as_of="2024-06-14").ledger
    assert value(revised, "product:TL-RIV:2023:level") == "310.0"
    assert value(first, "product:TL-RIV:2023:level") == "300.0"


def test_what_is_said_never_replaces_what_is_counted(river: Case) -> None:
    """The governor said 300, third, 107.9 and 78.5 %; the office knows these itself."""
    said = {each["indicator"] for each in river.ledger["figures"] if "said_on" in each}
    assert said == {"shops", "projects", "project_cost"}


def test_each_country_prints_its_ten_key_figures(case: Case) -> None:
    assert len(case.ledger["key_figures"]) == 10
    assert len(set(case.ledger["key_figures"])) == 10
