"""Are the breaks of the Open SDG land series found, and never told as a change?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from esep.app.facts import fact_book
from esep.app.workspace import Workspace, load_files, load_pack, make_workspace
from esep.cli.main import run
from esep.facts.book import FactBook
from esep.model.fact import Comparability, Comparison

SDG = Path(__file__).parents[3] / "shared" / "data" / "kazstat-sdg" / "data"
FILES = ("15-1-1", "15-2-1", "15-3-1")
FOREST = "sdg_15_2_1_150201_1a"

pytestmark = pytest.mark.skipif(not SDG.is_dir(), reason="the Open SDG files are not here")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made, _ = make_workspace(tmp_path_factory.mktemp("sdg") / "store", None)
    load_pack(made)
    paths = [SDG / f"indicator_{each}.csv" for each in FILES]
    day = date(2026, 9, 30)
    told = load_files(made, paths, source="kazstat-sdg", published=day, dry_run=False)
    assert len([result for _, result in told if hasattr(result, "rows")]) == len(FILES)
    return made


@pytest.fixture(scope="module")
def book(workspace: Workspace) -> FactBook:
    return fact_book(workspace)


def test_the_forests_of_a_region_that_was_divided_did_not_shrink(book: FactBook) -> None:
    """Under one code 2 003.3 thousand hectares of 2021 are followed by 1 568.8 of 2022."""
    before, after = (book.get(FOREST, "KZ-19", each, Comparison.LEVEL) for each in ("2021", "2022"))
    assert before is not None
    assert after is not None
    assert (str(before.in_unit), str(after.in_unit)) == ("2003.3", "1568.8")
    assert after.verdict is not None
    assert after.verdict.comparability is Comparability.NOT_COMPARABLE
    for comparison in (Comparison.CHANGE, Comparison.INDEX, Comparison.CONTRIBUTION):
        assert book.get(FOREST, "KZ-19", "2022", comparison) is None
    union = book.get(FOREST, "KZ-19+KZ-33", "2022", Comparison.CHANGE)
    assert union is not None
    assert abs(union.value) < 5


def test_over_all_years_and_regions_a_change_is_of_one_land(
    workspace: Workspace, book: FactBook
) -> None:
    versions = workspace.catalog.regions.by_id
    seen = refused = 0
    for indicator in sorted(each for each in book.indicators_with_values if each[:6] == "sdg_15"):
        for region in sorted(book.regions(indicator)):
            for period in book.periods(indicator, region):
                level = book.get(indicator, region, period, Comparison.LEVEL)
                change = book.get(indicator, region, period, Comparison.CHANGE)
                assert level is not None
                assert level.verdict is not None
                if change is None:
                    refused += level.verdict.comparability is Comparability.NOT_COMPARABLE
                    continue
                ends = [book.by_id(each) for each in change.inputs]
                lands = {versions[each.region_version].territory for each in ends if each}
                assert len(lands) == 1, change.id
                seen += 1
    assert seen > 500
    assert refused > 20


@pytest.mark.parametrize("compare", ["change", "index", "rank", "share"])
def test_no_command_prints_it_unqualified(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], compare: str
) -> None:
    home = str(workspace.store.home)
    capsys.readouterr()
    asked = ["show", FOREST, "-r", "KZ-19", "--period", "2022", "--compare", compare]
    assert run([*asked, "--home", home]) == 0
    told = capsys.readouterr()
    assert "not comparable" in told.out
    if compare in ("change", "index"):
        assert "-21.7" not in told.out  # 1 568.8 / 2 003.3
        assert "The safe union is KZ-19+KZ-33" in told.err
