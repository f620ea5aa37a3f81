"""The verdicts on the claims of a text, with what to put instead and why."""

from __future__ import annotations

from collections.abc import Sequence

from esep.catalog import Catalog
from esep.checking.judge.expected import expected
from esep.checking.judge.explain import Explainer
from esep.checking.judge.judge import Known, Verdict, verdicts
from esep.model.claim import Claim, Finding, Judged

_TO_CHANGE = (Finding.CONTRADICTED, Finding.SUPERSEDED)


def judged(
    claims: Sequence[Claim], known: Known, catalog: Catalog, language: str
) -> tuple[Judged, ...]:
    """Each claim with its verdict, explained in the language of the reader."""
    explainer = Explainer(catalog, language)
    pairs = zip(claims, verdicts(claims, known), strict=True)
    return tuple(_judged(claim, verdict, catalog, explainer) for claim, verdict in pairs)


def _judged(claim: Claim, verdict: Verdict, catalog: Catalog, explainer: Explainer) -> Judged:
    instead = None
    wrong = verdict.against is not verdict.instead  # else only what is said of the number is
    if verdict.finding in _TO_CHANGE and verdict.against is not None and wrong:
        instead = expected(claim, verdict.against, catalog.units)
    return Judged(
        claim=claim,
        finding=verdict.finding,
        reason=verdict.reason,
        explanation=explainer.explain(verdict),
        expected=instead,
        evidence=tuple(each.id for each in verdict.evidence),
        notes=verdict.notes,
    )
