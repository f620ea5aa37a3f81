"""Can every figure be followed down to the cell it was read from, or to where it was said?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from line_reading import Case, records

from esep.app.facts import find_fact
from esep.cli.main import run
from esep.facts.lineage import cells


def leaves(name: str, known: Mapping[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    record = known[name]
    if "inputs" not in record:
        yield record
    for each in record.get("inputs", ()):
        yield from leaves(each, known)


def has_place(leaf: Mapping[str, Any]) -> bool:
    cell = leaf.get("cell", {})
    if cell.get("file") == "regions":
        # A count of the register of regions names its rows by their own ids.
        return len(leaf["formula"].split(": ")[1].split(", ")) == int(leaf["value_in_unit"])
    return bool((cell.get("file") and cell.get("row")) or leaf.get("address"))


def test_every_figure_ends_in_a_row_of_a_file_or_at_an_address(case: Case) -> None:
    known = records(case.ledger)
    rootless = {
        each["fact_id"]: leaf
        for each in case.ledger["figures"]
        for leaf in leaves(each["fact_id"], known)
        if not has_place(leaf)
    }
    assert rootless == {}


def test_every_release_behind_a_figure_is_listed(case: Case) -> None:
    listed = {each["id"] for each in case.ledger["releases"]}
    used = {each["cell"]["release"] for each in records(case.ledger).values() if "cell" in each}
    registers = {name for name in used if name.endswith("register of regions")}
    assert used - registers == listed


def test_every_fact_id_of_the_ledger_can_be_explained(case: Case) -> None:
    """One of each kind of statement by the command's own way, which opens the store anew."""
    kinds: dict[tuple[str, str], str] = {}
    for each in case.ledger["figures"]:
        kind = "derived" if "inputs" in each else each["fact_id"].partition(":")[0]
        kinds.setdefault((each["comparison"], kind), each["fact_id"])
    for name in kinds.values():
        fact, lookup = find_fact(case.country.workspace, name)
        assert fact.id == name
        assert list(cells(fact, lookup))


@pytest.mark.parametrize("form", ["text", "json"])
def test_explain_prints_the_tree(case: Case, capsys: pytest.CaptureFixture[str], form: str) -> None:
    share = next(each for each in case.ledger["figures"] if each["comparison"] == "share")
    options = ["--json"] if form == "json" else []
    capsys.readouterr()
    assert run(["explain", share["fact_id"], "--home", str(case.country.home), *options]) == 0
    printed = capsys.readouterr().out
    if form == "json":
        tree = json.loads(printed)
        assert [each["fact_id"] for each in tree["inputs"]] == share["inputs"]
        assert all(each["cell"]["row"] > 1 for each in tree["inputs"])
    else:
        for leaf in share["inputs"]:
            assert leaf in printed
        assert ".csv" in printed
        assert ", line " in printed
        assert "https://" in printed
