"""Claims made by hand are held against everything a store of the pack knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from esep.app.evidence import judge_claims
from esep.app.remembering import remember
from esep.app.workspace import Workspace, load_files, load_pack, make_workspace
from esep.checking.memory import source_of
from esep.model.claim import Candidate, Checked, Claim, Finding, Judged, PeriodSource
from tests.checking.judge.making import claim, quantity

AUDIENCE, TODAY = date(2024, 6, 14), date(2026, 10, 1)


def judged(workspace: Workspace, one: Claim, *, day: date = TODAY, language: str = "en") -> Judged:
    return judge_claims(workspace, [one], day=day, language=language)[0]


def product(number: str, scale: int = 12, **how: object) -> Claim:
    frame = {"indicator": "grp", "topic": "grp", "period": "2023"} | how
    return claim(quantity(number, "KZT", scale=scale, text=f"{number} units",
                          digits=(0, len(number))), **frame)  # type: ignore[arg-type]  # fmt: skip


def index(number: str, unit: str = "index_percent", direction: str = "", **how: object) -> Claim:
    frame = {
        "indicator": "stei",
        "topic": "stei",
        "period": "2024-01/2024-04",
        "comparison": "yoy",
    } | how
    return claim(quantity(number, unit, direction=direction), **frame)  # type: ignore[arg-type]


# -- statistics ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "scale", "reason"),
    [("5322.1", 9, "rounded"), ("5.3", 12, "rounded"), ("5", 12, "rounded"),
     ("5322132.0", 6, "exact")],
)  # fmt: skip
def test_a_level_is_supported_at_any_rounding(
    kazakhstan: Workspace, number: str, scale: int, reason: str
) -> None:
    found = judged(kazakhstan, product(number, scale))
    assert (found.finding, found.reason) == (Finding.SUPPORTED, reason)
    assert found.evidence == ("grp:KZ-19:2023:level@2026-09-30",)


def test_the_reader_is_told_the_figure_its_source_and_its_day(kazakhstan: Workspace) -> None:
    told = {
        language: judged(kazakhstan, product("6.3"), language=language).explanation
        for language in ("en", "ru", "kk")
    }
    assert "5.3\u00a0trillion\u00a0tenge" in told["en"]
    assert "30\u00a0September 2026" in told["en"]
    assert "5,3\u00a0трлн\u00a0тенге" in told["ru"]
    assert "БНС" in told["ru"]
    assert "5,3\u00a0трлн\u00a0теңге" in told["kk"]


def test_a_wrong_level_is_contradicted_with_the_right_one(kazakhstan: Workspace) -> None:
    found = judged(kazakhstan, product("6.3"))
    assert found.finding is Finding.CONTRADICTED
    assert found.expected is not None
    assert found.expected.text == "5.3 units"


@pytest.mark.parametrize(
    ("claimed", "reason"),
    [
        (product("5.3", 9), "scale_slip"),
        (product("53.2", 12), "decimal_lost"),
        (product("2353", 9), "other_value"),
        (product("5232", 9), "digits_swapped"),
        (product("6041", 9), "other_period"),
        (index("110.3"), "other_region"),
        (index("117.9"), "digit_changed"),
        (index("4.6", "percent", "down"), "other_value"),
    ],
)
def test_the_likely_slip_is_named(kazakhstan: Workspace, claimed: Claim, reason: str) -> None:
    found = judged(kazakhstan, claimed)
    assert (found.finding, found.reason) == (Finding.CONTRADICTED, reason)


def test_growth_and_index_are_one_fact(kazakhstan: Workspace) -> None:
    for one in (index("107.9"), index("7.9", "percent", "up"), index("8", "percent", "up")):
        assert judged(kazakhstan, one).finding is Finding.SUPPORTED
    loose = judged(kazakhstan, index("107.9", "percent", "up"))
    assert loose.notes == ("overstates_growth",)
    fell = judged(kazakhstan, index("7.9", "percent", "down"))
    assert (fell.finding, fell.reason) == (Finding.CONTRADICTED, "other_direction")


def test_a_rank_is_exact(kazakhstan: Workspace) -> None:
    frame = {"indicator": "grp", "topic": "grp", "period": "2023", "comparison": "rank"}
    fifth, fourth = (
        judged(kazakhstan, claim(quantity(place, "rank", text=text), **frame))  # type: ignore[arg-type]
        for place, text in (("5", "5th"), ("4", "4th"))
    )
    assert fifth.finding is Finding.SUPPORTED
    assert fourth.finding is Finding.CONTRADICTED
    assert fourth.expected is not None
    assert fourth.expected.text == "5th"


def test_without_a_period_the_newest_year_is_meant_and_that_is_said(
    kazakhstan: Workspace,
) -> None:
    open_one = product("5.3", period="2024-01/2024-05", source=PeriodSource.INHERITED)
    found = judged(kazakhstan, open_one, day=AUDIENCE)
    assert (found.finding, found.notes) == (Finding.SUPPORTED, ("period_assumed",))
    stated = replace(open_one, period_source=PeriodSource.EXPLICIT)
    assert judged(kazakhstan, stated, day=AUDIENCE).finding is not Finding.CONTRADICTED


def test_an_indicator_that_is_not_sure_never_contradicts(kazakhstan: Workspace) -> None:
    unsure = replace(product("7.7"), indicator="", candidates=(Candidate("grp", "grp", 1.0),))
    found = judged(kazakhstan, unsure)
    assert (found.finding, found.reason) == (Finding.NO_DATA, "ambiguous_link")
    right = replace(product("5.3"), indicator="", candidates=(Candidate("grp", "grp", 1.0),))
    assert judged(kazakhstan, right).finding is Finding.SUPPORTED


def test_what_nobody_counted_is_not_in_the_data(kazakhstan: Workspace) -> None:
    nothing = claim(quantity("31"), topic="pub_transport", period="2019", label="trams")
    assert judged(kazakhstan, nothing).reason == "no_indicator"
    unknown = claim(quantity("31"), topic="pub_transport", region="", label="trams")
    assert judged(kazakhstan, unknown).reason == "no_region"
    later = product("9.9", period="2019-01/2019-02")
    assert judged(kazakhstan, later).reason == "no_observation"


def test_growth_over_changed_borders_is_never_right_without_saying_so(
    kazakhstan: Workspace,
) -> None:
    grown = claim(
        quantity("101.0", "index_percent"),
        indicator="grp_volume",
        topic="grp",
        region="KZ-19",
        period="2022",
        comparison="yoy",
    )
    found = judged(kazakhstan, grown)
    assert found.finding is not Finding.SUPPORTED or "borders_changed" in found.notes


# -- registers -------------------------------------------------------------------------------


def test_districts_are_counted_in_the_register_of_regions(kazakhstan: Workspace) -> None:
    right, wrong = (
        judged(kazakhstan, claim(quantity(number, unit_text="districts"), topic="territory"))
        for number in ("9", "12")
    )
    assert right.finding is Finding.SUPPORTED
    assert right.evidence[0].startswith("register:district:KZ-19")
    assert wrong.finding is Finding.CONTRADICTED


def test_a_noun_of_several_words_is_known_by_its_first(kazakhstan: Workspace) -> None:
    cities = claim(quantity("2", unit_text="cities"), topic="territory", period="2024-06-14")
    assert judged(kazakhstan, cities).finding is Finding.SUPPORTED


# -- what was said ---------------------------------------------------------------------------


def said(number: str, **how: object) -> Claim:
    frame = {
        "topic": "projects",
        "indicator": "portfolio_projects",
        "period": "2024/2030",
        "planned": True,
        "label": "investment portfolio of the zones with projects until",
    } | how
    text = f"{number} projects"
    return claim(quantity(number, text=text, digits=(0, len(number)), unit_text="projects"),
                 **frame)  # type: ignore[arg-type]  # fmt: skip


def test_a_report_of_the_same_event_speaks_for_and_against(kazakhstan: Workspace) -> None:
    right = judged(kazakhstan, said("207"), day=AUDIENCE)
    wrong = judged(kazakhstan, said("270"), day=AUDIENCE)
    assert right.finding is Finding.SUPPORTED
    assert (wrong.finding, wrong.reason) == (Finding.CONTRADICTED, "digits_swapped")
    assert wrong.expected is not None
    assert wrong.expected.text == "207 projects"


def test_only_what_was_known_by_a_day_is_used(kazakhstan: Workspace) -> None:
    (known,) = judge_claims(
        kazakhstan, [product("5.3")], day=TODAY, language="en", as_of=date(2024, 1, 1)
    )
    assert known.finding is Finding.NO_DATA
    (unsaid,) = judge_claims(
        kazakhstan, [said("207")], day=AUDIENCE, language="en", as_of=date(2024, 6, 1)
    )
    assert unsaid.finding is Finding.NO_DATA


def test_another_scope_at_another_time_is_told_not_judged(kazakhstan: Workspace) -> None:
    later = judged(kazakhstan, said("122", period="2025/2027"), day=date(2025, 12, 1))
    assert later.finding is not Finding.CONTRADICTED


@pytest.fixture
def own_store(tmp_path: Path) -> Workspace:
    workspace, _ = make_workspace(tmp_path / "store", None)
    load_pack(workspace)
    return workspace


def test_a_text_that_is_remembered_speaks_to_the_next_but_not_for_itself(
    own_store: Workspace,
) -> None:
    trams = claim(
        quantity("31", text="31 trams", digits=(0, 2), unit_text="trams"),
        topic="pub_transport",
        period="2025",
        label="trams were bought",
    )
    day = date(2026, 3, 2)
    assert judged(own_store, trams, day=day).finding is Finding.NO_DATA
    figure = Judged(trams, Finding.NO_DATA, "")
    checked = Checked("report.txt", "31 trams", "en", "KZ-19", day.isoformat(), (figure,))
    first, again = remember(own_store, checked), remember(own_store, checked)
    assert (first.unchanged, again.unchanged) == (False, True)
    assert judged(own_store, trams, day=day).finding is Finding.SUPPORTED
    other = replace(trams, quantity=quantity("37", text="37 trams", unit_text="trams"))
    assert judged(own_store, other, day=day).finding is Finding.CONTRADICTED
    (alone,) = judge_claims(
        own_store, [trams], day=day, language="en", apart_from=source_of("31 trams")
    )
    assert alone.finding is Finding.NO_DATA


def test_every_unit_and_place_that_was_said_is_loaded_as_evidence(
    own_store: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "said.csv"
    path.write_text(
        "id,said_on,source,region,topic,label,period,value,unit,comparison,planned,hedge,direction\n"
        "a-1,2025-10-30,,Kokshetau city,industry,growth of industrial output,2025-01/2025-09,"
        "41.4,percent,yoy,false,,up\n"
        "a-2,2025-10-30,,KZ-11,energy,capacity of the station,2025,146000,other,,true,,\n"
        "a-3,2025-10-30,,KZ-11,grp,rank by gross regional product,2024,7,rank,"
        "rank_in:regions of Kazakhstan,false,,\n"
        "a-4,2025-10-30,,KZ-11,manuf,share of manufacturing in industrial output,2024,88.5,"
        "percent,share_of:industrial output,false,,\n",
        encoding="utf-8",
    )
    results = list(
        load_files(own_store, [path], source="reported-figures", published=None, dry_run=False)
    )
    assert results
    day, town = date(2025, 10, 30), "Kokshetau city"
    growth = claim(
        quantity("41.4", "percent", direction="up"),
        topic="industry",
        region="",
        region_name=town,
        period="2025-01/2025-09",
        comparison="yoy",
        label="industrial output of the city grew by",
    )
    capacity = claim(
        quantity("146", "other", scale=3), topic="energy", region="KZ-11", period="2025",
        planned=True, label="capacity of the station",
    )  # fmt: skip
    rank = claim(
        quantity("7", "rank"), topic="grp", region="KZ-11", comparison="rank",
        label="by gross regional product",
    )  # fmt: skip
    share = claim(
        quantity("88.5", "percent"), topic="manuf", region="KZ-11", comparison="share",
        label="manufacturing of industrial output",
    )  # fmt: skip
    found = judge_claims(own_store, [growth, capacity, rank, share], day=day, language="en")
    assert [each.finding for each in found] == [Finding.SUPPORTED] * 4
    assert [each.evidence for each in found] == [
        ("said:a-1",), ("said:a-2",), ("said:a-3",), ("said:a-4",)
    ]  # fmt: skip
