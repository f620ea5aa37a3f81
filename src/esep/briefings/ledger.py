"""The ledger of a briefing: every figure printed, with its fact, rounding, lineage and place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from esep.briefings.plan import ChartPlan, Plan
from esep.briefings.plan_facts import block_facts, plan_facts, section_facts
from esep.briefings.request import Request
from esep.briefings.source_notes import releases_behind
from esep.facts.lineage import Lineage, Lookup
from esep.model.document import (
    Block,
    Chart,
    Document,
    Run,
    Runs,
    texts_of,
)
from esep.model.fact import Cell, Fact
from esep.model.release import Release

FORMAT = 1
ROUNDING = "half away from zero, once, where the figure is printed"


def build_ledger(
    plan: Plan,
    documents: Mapping[str, Document],
    request: Request,
    releases: Mapping[str, Release],
    lookup: Lookup,
) -> dict[str, Any]:
    """The ledger as plain JSON data. Values are decimal text: exact, unrounded, in base units."""
    places = _places(documents)
    # A sentence may be given more than it says: "unchanged" prints no figure.
    printed = {fact.id for fact in plan.key_figures} | set(places)
    facts = {fact.id: fact for fact in plan_facts(plan) if fact.id in printed}
    standing = {
        (each["at"].partition("/")[0], fact_id)
        for fact_id, languages in places.items()
        for found in languages.values()
        for each in found
    }
    return {
        "format": FORMAT,
        "document": _document(plan, request),
        "rounding": ROUNDING,
        "key_figures": [fact.id for fact in plan.key_figures],
        "sections": {
            section.id: list(
                dict.fromkeys(
                    fact.id for fact in section_facts(section) if (section.id, fact.id) in standing
                )
            )
            for section in plan.sections
        },
        "charts": {
            block.id: [fact.id for fact in block_facts(block)]
            for section in plan.sections
            for block in section.blocks
            if isinstance(block, ChartPlan)
        },
        "left_out": list(plan.left_out),
        "figures": [
            fact_record(fact) | {"printed": places.get(fact.id, {})} for fact in facts.values()
        ],
        "inputs": [fact_record(fact) for fact in _behind(facts, lookup)],
        "releases": [_release(each) for each in _used(facts.values(), releases, lookup)],
    }


def fact_record(fact: Fact) -> dict[str, Any]:
    """A fact as data: its inputs are ids, to be found in the ledger's figures and inputs."""
    record: dict[str, Any] = {
        "fact_id": fact.id,
        "indicator": fact.indicator,
        "region": fact.region,
        "region_version": fact.region_version,
        "period": fact.period.code if fact.period else None,
        "comparison": fact.comparison.value,
        "value": format(fact.value, "f"),
        "value_in_unit": format(fact.in_unit, "f"),
        "unit": fact.unit.code,
        "decimals": fact.decimals,
        "stage": fact.stage.value,
        "vintage": fact.vintage.isoformat(),
    }
    if fact.ranking:
        record["ranking"] = {
            "of": fact.ranking.of,
            "expected": fact.ranking.expected,
            "order": "ascending" if fact.ranking.ascending else "descending",
            "ties": fact.ranking.ties,
        }
        if fact.ranking.borders:
            record["ranking"]["borders"] = fact.ranking.borders.isoformat()
    if fact.verdict:
        record["comparability"] = fact.verdict.comparability.value
    if fact.hedge:
        record["hedge"] = fact.hedge
    if fact.said_on:
        record |= {"said_on": fact.said_on.isoformat(), "address": fact.address}
    if fact.is_made_up:
        record["synthetic"] = True
    if fact.formula:
        record["formula"] = fact.formula
    if fact.cell:
        record["cell"] = _cell(fact.cell)
    if fact.inputs:
        record["inputs"] = list(fact.inputs)
    return record


def lineage_record(node: Lineage) -> dict[str, Any]:
    """A fact with its inputs spelled out below it, down to the cells."""
    record = fact_record(node.fact)
    if node.inputs:
        record["inputs"] = [lineage_record(each) for each in node.inputs]
    return record


def _behind(printed: Mapping[str, Fact], lookup: Lookup) -> Iterator[Fact]:
    """Every fact that printed ones rest on and that is not printed itself, each once."""
    seen = set(printed)
    waiting = [each for fact in printed.values() for each in fact.inputs]
    while waiting:
        fact_id = waiting.pop(0)
        if fact_id in seen:
            continue
        seen.add(fact_id)
        fact = lookup(fact_id)
        if fact is not None:
            yield fact
            waiting += fact.inputs


def _cell(cell: Cell) -> dict[str, Any]:
    place = cell.place
    told = {
        "release": cell.release_id,
        "file": place.file,
        "sheet": place.sheet,
        "row": place.row,
        "column": place.column,
        "printed": cell.printed,
        "unit": cell.unit.code,
        "published": cell.published_at.isoformat(),
    }
    return {key: value for key, value in told.items() if value != "" and value != 0}


def _document(plan: Plan, request: Request) -> dict[str, Any]:
    return {
        "region": request.region.code,
        "region_version": request.region.id,
        "period": request.period.code,
        "on": request.on.isoformat(),
        "as_of": request.as_of.isoformat() if request.as_of else None,
        "newest_publication": plan.newest_publication.isoformat(),
        "meeting": request.meeting.id if request.meeting else None,
    }


def _used(
    facts: Iterable[Fact], releases: Mapping[str, Release], lookup: Lookup
) -> Iterator[Release]:
    ids = dict.fromkeys(each for fact in facts for each in releases_behind(fact, lookup))
    return (releases[each] for each in ids if each in releases)


def _release(release: Release) -> dict[str, Any]:
    return {
        "id": release.id,
        "source": release.source,
        "title": release.title,
        "published": release.published_at.isoformat(),
        "published_note": release.published_note,
        "snapshot": release.snapshot,
        "file": release.file,
        "address": release.address,
    }


def _places(documents: Mapping[str, Document]) -> dict[str, dict[str, list[dict[str, str]]]]:
    """Where each fact stands in each language, with the text printed there."""
    found: dict[str, dict[str, list[dict[str, str]]]] = {}
    for code, document in documents.items():
        for section in document.sections:
            for number, block in enumerate(section.blocks, start=1):
                where = f"{section.id}/{number}"
                for run in (run for runs in _runs(block) for run in runs if run.fact_id):
                    place = {"at": where, "text": run.text}
                    found.setdefault(run.fact_id, {}).setdefault(code, []).append(place)
    return found


def _runs(block: Block) -> Iterator[Runs]:
    yield from texts_of(block)
    if isinstance(block, Chart):
        for row in block.spec.get("usermeta", {}).get("table", {}).get("rows", ()):
            yield from ((Run(cell["text"], cell["fact"]),) for cell in row)
