"""Briefings of one region or of many, written to files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from esep.app.facts import declared_facts, fact_book, read_period
from esep.app.workspace import Workspace, open_workspace
from esep.errors import BadRequest
from esep.settings import read_settings

if TYPE_CHECKING:
    from esep.briefings.compose import Composer
    from esep.briefings.render.draw import ChartDrawer


def composer(
    workspace: Workspace, *, outline: str = "", as_of: date | None = None, on: date | None = None
) -> Composer:
    """What composes briefings of any region from one collection of facts.

    `on` is the day on which the cards of registers are counted; without it none are.
    """
    from esep.app.execution import FollowUp
    from esep.app.registers import has_registers
    from esep.app.roll_ups import counted_facts
    from esep.briefings.compose import Composer
    from esep.briefings.outline import read_outline

    book = fact_book(workspace, as_of=as_of)
    return Composer(
        workspace.catalog,
        read_outline(workspace.catalog.outline(outline)),
        book,
        declared_facts(workspace, as_of=as_of),
        workspace.store.releases(as_of),
        counted_facts(workspace, on=min(on, as_of or on)) if on else None,
        FollowUp(workspace, book=book, as_of=as_of).of if has_registers(workspace) else None,
    )


@dataclass(frozen=True, slots=True)
class BriefOrder:
    """What documents are wanted, whatever the region."""

    period: str
    on: date | None
    meeting: str
    languages: tuple[str, ...]
    formats: tuple[str, ...]
    outline: str
    out: Path
    as_of: date | None

    def day(self, workspace: Workspace) -> date:
        """The day the briefing is for: as ordered, else the meeting's, else today."""
        if self.on is not None:
            return self.on
        return workspace.catalog.meeting(self.meeting).on if self.meeting else read_settings().today


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing as written."""

    region: str
    files: tuple[Path, ...]
    key_figures: tuple[tuple[str, str], ...]
    fact_ids: tuple[str, ...]

    def record(self) -> dict[str, object]:
        figures = [
            {"fact_id": fact_id, "label": label, "figure": figure}
            for fact_id, (label, figure) in zip(self.fact_ids, self.key_figures, strict=True)
        ]
        return {
            "region": self.region,
            "files": [str(path) for path in self.files],
            "key_figures": figures,
        }


def brief_region(workspace: Workspace, code: str, order: BriefOrder) -> Brief:
    """Write the briefing of one region."""
    return _write_brief(workspace, _composer_for(workspace, order), code, order)


def brief_regions(
    workspace: Workspace, codes: Sequence[str], order: BriefOrder, *, jobs: int = 0
) -> Iterator[Brief]:
    """Write the briefings of many regions, in as many processes as there are cores."""
    import os
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    read_period(order.period)  # said once, before any process starts
    workers = min(jobs or len(os.sched_getaffinity(0)), len(codes))
    if workers <= 1:
        composing = _composer_for(workspace, order)
        for code in codes:
            yield _write_brief(workspace, composing, code, order)
        return
    # Forked children would share the engine's threads and locks; each starts anew.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        parts = [codes[start::workers] for start in range(workers)]
        homes = [workspace.store.home] * workers
        for written in pool.map(_brief_part, homes, parts, [order] * workers):
            yield from written


def _brief_part(home: Path, codes: Sequence[str], order: BriefOrder) -> list[Brief]:
    return list(brief_regions(open_workspace(home), codes, order, jobs=1))


def _composer_for(workspace: Workspace, order: BriefOrder) -> Composer:
    return composer(workspace, outline=order.outline, as_of=order.as_of, on=order.day(workspace))


@cache
def _drawer() -> ChartDrawer:
    """One for the process: what was drawn once is not drawn again."""
    from esep.briefings.render.draw import ChartDrawer

    return ChartDrawer()


def _write_brief(workspace: Workspace, composing: Composer, code: str, order: BriefOrder) -> Brief:
    from esep.briefings.request import Request
    from esep.briefings.write import write_briefing

    catalog = workspace.catalog
    if code == catalog.root:
        raise BadRequest(
            f"{code} is the country; a briefing is of a region beside it",
            hint="name a region, or write `all` for every region",
        )
    on = order.day(workspace)
    meeting = catalog.meeting(order.meeting) if order.meeting else None
    if meeting is not None and meeting.region != code:
        raise BadRequest(
            f"the meeting {meeting.id} was about {meeting.region}, not {code}",
            hint="leave --meeting out, or brief the region of the meeting",
        )
    period = read_period(order.period)
    if period.start > on:
        raise BadRequest(
            f"the period {period} has not begun on {on}",
            hint="choose an earlier --period or a later --on",
        )
    request = Request(
        region=catalog.regions.at(code, on),
        whole=catalog.regions.at(catalog.root, on),
        period=period,
        on=on,
        as_of=order.as_of,
        meeting=meeting,
    )
    briefing = composing.compose(request, order.languages)
    name = f"{code}-{period.code.replace('/', '_')}-on-{on.isoformat()}"
    files = tuple(
        write_briefing(briefing, order.out, order.formats, created=on, drawer=_drawer(), name=name)
    )
    voice = composing.voice(order.languages[0])
    labels = tuple(
        (voice.label(fact, catalog.regions.latest(fact.region).names), voice.figure(fact))
        for fact in briefing.key_figures
    )
    return Brief(code, files, labels, tuple(fact.id for fact in briefing.key_figures))
