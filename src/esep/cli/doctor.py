"""Is everything in order: the environment, the pack, the store?"""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.console import Column, counted, print_rows, say, write
from esep.cli.options import format_option, home_option
from esep.errors import EsepError
from esep.settings import read_settings

if TYPE_CHECKING:
    from esep.app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. `gravity` is empty when it is as it should be."""

    about: str
    found: str
    gravity: str = ""
    place: str = ""
    remedy: str = ""


COLUMNS = tuple(Column(name, name) for name in Check.__dataclass_fields__)


@click.command()
@click.option("--repair", is_flag=True, help="Put right what can be without losing anything.")
@click.option(
    "--rebuild",
    is_flag=True,
    help="Make damaged tables anew out of what can be read and the files as received.",
)
@click.option("--dry-run", is_flag=True, help="With --repair or --rebuild: say what would be done.")
@format_option("text", "csv", "json")
@home_option
def doctor(repair: bool, rebuild: bool, dry_run: bool, format: str, home: Path) -> int:
    """Check the environment, the pack and the store; change nothing unless asked.

    Exit code 1 says that something was found. A repair finishes or removes what stopped loads
    left behind, brings back rows whose log entry was lost, and drops computed results that are
    damaged. A rebuild makes the whole store anew: rows that can be read stay as they were loaded,
    the others are read again from the files as received; the damaged store is kept beside it.
    """
    if dry_run and not (repair or rebuild):
        raise click.UsageError("--dry-run is for --repair or --rebuild; nothing is changed anyway")
    if repair and rebuild:
        raise click.UsageError("--repair or --rebuild: one of them")
    rebuilt = _rebuilt(home, dry_run=dry_run) if rebuild else ()
    checks = [*_environment(), *rebuilt, *_store(home, repair=repair, dry_run=dry_run)]
    findings = [check for check in checks if check.gravity]
    if format != "text":
        print_rows(map(asdict, checks), COLUMNS, form=format)
    else:
        for check in checks:
            _tell(check)
        say("Everything is in order." if not findings else f"{counted(len(findings), 'finding')}.")
    return 1 if findings else 0


def _rebuilt(home: Path, *, dry_run: bool) -> Iterator[Check]:
    from esep.app.rebuild import rebuild
    from esep.app.workspace import open_workspace
    from esep.settings import now

    done = rebuild(open_workspace(home), now=now(), dry_run=dry_run)
    would = "would be rebuilt" if dry_run else "rebuilt"
    yield Check(would, f"{counted(done.releases, 'release')}, {counted(done.rows, 'row')}")
    for id in done.read_again:
        yield Check("read again", f"{id}: from the file as received")
    for told in done.different:
        yield Check("different", told, gravity="notice", remedy="compare with: esep diff")
    for told in done.lost:
        yield Check("lost", told, gravity="damage", remedy="load the original file again")
    if done.kept_aside:
        yield Check("kept aside", "the damaged store", place=str(done.kept_aside))


def _tell(check: Check) -> None:
    mark = check.gravity or "ok"
    write(f"{mark:<8}{check.about:<13}{check.found}")
    for more in (check.place, f"-> {check.remedy}" if check.remedy else ""):
        if more:
            write(f"{'':<21}{more}")


def _environment() -> Iterator[Check]:
    yield Check("python", platform.python_version())
    missing = []
    # `duckdb` of `duckdb<2,>=1.5.4`.
    names = [
        re.split(r"[^\w.-]", line)[0] for line in requires("esep") or () if "extra ==" not in line
    ]
    for name in names:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        yield Check(
            "libraries",
            f"missing: {', '.join(missing)}",
            gravity="damage",
            remedy="make setup",
        )
    else:
        yield Check("libraries", f"{len(names)} installed")


def _store(home: Path, *, repair: bool, dry_run: bool) -> Iterator[Check]:
    from esep.app.workspace import open_workspace
    from esep.store.doctor import examine
    from esep.store.repair import repair as put_right
    from esep.store.repair import repairable

    try:
        workspace = open_workspace(home)
        yield from _pack(workspace)
        for mended in put_right(workspace.store) if repair and not dry_run else ():
            yield Check("repaired", mended.found, place=mended.place)
        findings = examine(workspace.store)
        for finding in findings:
            would = repair and dry_run and repairable(finding)
            yield Check(
                finding.code.replace("_", " "),
                finding.found,
                gravity=finding.gravity.value,
                place=finding.place,
                remedy="would be repaired" if would else finding.remedy,
            )
        if not findings:
            releases = workspace.store.releases()
            rows = sum(release.rows for release in releases)
            yield Check(
                "store",
                f"{counted(len(releases), 'release')}, {counted(rows, 'row')}",
                place=str(home),
            )
        yield from _registers(workspace, repair=repair, dry_run=dry_run)
    except EsepError as error:
        yield Check("store", error.title, gravity="damage", place=error.detail, remedy=error.hint)


def _registers(workspace: Workspace, *, repair: bool, dry_run: bool) -> Iterator[Check]:
    """Whether the cards are what the log of changes adds up to."""
    from contextlib import closing

    from esep.app.registers import has_registers, open_registers

    if not has_registers(workspace):
        return
    with closing(open_registers(workspace)) as registers:
        wrong = registers.damaged()
        if wrong and repair and not dry_run:
            count = registers.rebuild()
            yield Check("repaired", f"{counted(count, 'card')} made anew from the log")
            wrong = registers.damaged()
        if wrong:
            yield Check(
                "registers",
                f"{counted(len(wrong), 'card')} not what the log of changes adds up to",
                gravity="damage",
                place=", ".join(f"{register} {id}" for register, id in wrong[:5]),
                remedy="would be repaired" if repair else "esep doctor --repair",
            )
            return
        changes = len(registers.changes())
        yield Check("registers", counted(changes, "change"), place=registers.address)


def _pack(workspace: Workspace) -> Iterator[Check]:
    try:
        catalog = workspace.catalog
    except EsepError as error:
        yield Check("pack", error.title, gravity="damage", place=error.detail, remedy=error.hint)
        return
    regions = len(catalog.regions.level(catalog.compare_level, read_settings().today))
    yield Check("pack", f"{catalog.id}: {len(catalog.indicators)} indicators, {regions} regions")
    known = {release.id for release in workspace.store.releases()}
    waiting = [release.id for release in catalog.releases if release.id not in known]
    if waiting:
        yield Check(
            "pack",
            f"not all of it is in the store: {counted(len(waiting), 'release')} more",
            gravity="notice",
            place=", ".join(waiting),
            remedy="esep init",
        )
