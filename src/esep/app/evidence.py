"""What does a store know that can speak for or against the claims of a text?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from esep.app.workspace import Workspace
from esep.model.claim import Claim, Judged

if TYPE_CHECKING:
    from esep.checking.judge.evidence import Evidence
    from esep.checking.judge.judge import Known
    from esep.checking.judge.statistics import Statistics
    from esep.model.unit import Unit


def judge_claims(
    workspace: Workspace,
    claims: Sequence[Claim],
    *,
    day: date,
    language: str,
    as_of: date | None = None,
    apart_from: str = "",
) -> tuple[Judged, ...]:
    """The verdict on each claim of a text of that day, explained in a language.

    With `as_of` only what was known by then is used. What was said at `apart_from` is left out:
    a text that was remembered is no proof of itself.
    """
    from esep.checking.judge.answer import judged

    known = evidence(workspace, claims, day=day, as_of=as_of, apart_from=apart_from)
    return judged(claims, known, workspace.catalog, language)


def evidence(
    workspace: Workspace,
    claims: Sequence[Claim],
    *,
    day: date,
    as_of: date | None = None,
    apart_from: str = "",
) -> Known:
    """Statistics of the indicators the claims may be about, registers, and what was said."""
    from esep.app.counted_evidence import CountedEvidence
    from esep.app.followed_evidence import FollowedEvidence
    from esep.app.known_statements import known_statements
    from esep.checking.judge.evidence import evidence_of_statement
    from esep.checking.judge.judge import Known
    from esep.model.unit import UnitKind

    catalog = workspace.catalog
    parents = {each.code: each.parent for each in catalog.regions.by_id.values()}
    figures = [
        each
        for each in known_statements(workspace)
        if (as_of is None or each.said_on <= as_of)
        and not (apart_from and each.source == apart_from)
    ]
    places = {name for each in claims for name in (each.region, each.region_name)}
    around = places | {parents.get(each, "") for each in places}
    # Whole statements: what was said there of another place tells a slip from a misreading.
    occasions = {
        (each.said_on, each.source)
        for each in figures
        if each.region in around or parents.get(each.region) in places
    }
    counted = frozenset(each.id for each in catalog.units.values() if each.kind is UnitKind.COUNT)
    followed = FollowedEvidence(workspace, min(day, as_of or day))
    cards = CountedEvidence(workspace, claims, day=min(day, as_of or day), counted=counted)
    said = (
        evidence_of_statement(each) for each in figures if (each.said_on, each.source) in occasions
    )
    return Known(
        day=day,
        statistics=_statistics(workspace, claims, day, as_of),
        said=tuple(each for each in said if each is not None),
        registers=lambda claim: (
            *_subdivisions(workspace, claim, day),
            *cards.of(claim),
            *followed.of(claim),
        ),
        parent_of=lambda code: parents.get(code, ""),
        counted=counted,
    )


def _statistics(
    workspace: Workspace, claims: Sequence[Claim], day: date, as_of: date | None
) -> Statistics:
    from esep.app.facts import fact_book
    from esep.app.known_releases import known_releases
    from esep.checking.judge.statistics import Statistics, wanted

    catalog = workspace.catalog
    names = {
        name
        for claim in claims
        if not claim.quantity.not_claim and not claim.planned
        for name in wanted(claim, catalog.indicators)
    }
    out = [
        each.published_at
        for each in known_releases(workspace)
        if each.kind == "observations" and (as_of is None or each.published_at <= as_of)
    ]
    known = [each for each in out if each <= day]
    # A vintage is named by its last release, so that texts of many days share one.
    earlier = bool(known) and len(known) < len(out)
    return Statistics(
        now=fact_book(workspace, indicators=names, as_of=as_of),
        then=fact_book(workspace, indicators=names, as_of=max(known)) if earlier else None,
        indicators=catalog.indicators,
        units=catalog.units,
        day=day,
    )


def _subdivisions(workspace: Workspace, claim: Claim, day: date) -> tuple[Evidence, ...]:
    """How many districts or cities a region has, where that is what the claim counts."""
    from esep.checking.judge.evidence import Origin, evidence_of_fact
    from esep.errors import NotFound
    from esep.facts.territory import subdivisions

    catalog = workspace.catalog
    counted = claim.quantity.unit_text.lower().split()
    if not counted or not claim.region or claim.planned or claim.comparison:
        return ()
    on = min(claim.period.end, day) if claim.period else day
    regions = catalog.regions
    try:
        region, children = regions.at(claim.region, on), regions.children(claim.region, on)
    except NotFound:
        return ()
    found = subdivisions(region, children, on=on, pack=catalog.id, units=catalog.units)
    return tuple(
        evidence_of_fact(fact, topic="", origin=Origin.REGISTER, source=catalog.id)
        for kind, fact in found
        if kind in catalog.units and counted[0] in _nouns(catalog.units[kind], claim.language)
    )


def _nouns(unit: Unit, language: str) -> set[str]:
    """The first word of every form of a unit's name: a text seldom writes all of it."""
    name = unit.names[language]
    return {each.lower().split()[0] for each in (name.text, *(name.forms or {}).values())}
