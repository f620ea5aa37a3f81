"""A text checked from end to end: read, linked, judged against the store."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from esep.app.workspace import Workspace
from esep.model.claim import Checked, Finding, Judged

if TYPE_CHECKING:
    from esep.checking.reading import Found
    from esep.model.passage import ReadText


def check_document(
    workspace: Workspace,
    read: ReadText,
    *,
    day: date,
    region: str = "",
    language: str = "",
    as_of: date | None = None,
) -> Checked:
    """Every number of a text of that day, with the verdict on each claim.

    `region` is the one the text is about where it names none; `language` that of the
    explanations, else the text's own.
    """
    from esep.app.evidence import judge_claims
    from esep.checking.consistency import inconsistencies
    from esep.checking.memory import source_of
    from esep.checking.reading import read_claims

    found = read_claims(read, workspace.catalog, day=day, region=region)
    told = language or found.language
    judged = judge_claims(
        workspace,
        found.claims,
        day=day,
        language=told,
        as_of=as_of,
        apart_from=source_of(read.text),
    )
    figures = sorted((*judged, *_no_claims(found)), key=lambda each: each.claim.quantity.start)
    return Checked(
        name=read.name,
        text=read.text,
        language=found.language,
        region=found.region,
        day=day.isoformat(),
        figures=tuple(figures),
        consistency=inconsistencies(figures, read, workspace.catalog, day=day, language=told),
    )


def _no_claims(found: Found) -> tuple[Judged, ...]:
    """Numbers that state nothing: kept, so that every number of the text is accounted for."""
    return tuple(
        Judged(each, Finding.NOT_A_CLAIM, each.quantity.not_claim) for each in found.others
    )
