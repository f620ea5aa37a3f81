"""Is the log of a table whole: every entry there, and each of them readable?"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from esep.store.delta import LOG_NAME, DeltaFolder
from esep.store.finding import MEND, RESTORE, Finding, Gravity

_ENTRY = re.compile(r"(\d{20})\.json")
_CHECKPOINT = re.compile(r"(\d{20})\.checkpoint.*\.parquet")


@dataclass(frozen=True, slots=True)
class Log:
    """The entries that are needed to read a table, and what is wrong with them."""

    findings: tuple[Finding, ...]
    broken_end: Path | None = None
    """The last entry, where it is broken: the table is whole again without it."""


def check_log(table: DeltaFolder) -> Log:
    folder = table.folder / LOG_NAME
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    entries = {int(found[1]) for name in names if (found := _ENTRY.fullmatch(name))}
    findings, start = _checkpoints(table, folder, names, entries)
    needed = {each for each in entries if each > start}
    if not needed:
        if start < 0:
            findings.append(_missing(table, folder / f"{0:020}.json"))
        return Log(tuple(findings))
    last = max(needed)
    broken_end = None
    for version in range(start + 1, last + 1):
        path = folder / f"{version:020}.json"
        if version not in needed:
            findings.append(_missing(table, path))
        elif reason := _fault(path):
            whole_without = version == last and last > start + 1
            broken_end = path if whole_without else None
            findings.append(_broken(table, path, reason, MEND if whole_without else RESTORE))
    if len(findings) > 1:
        broken_end = None
    return Log(tuple(findings), broken_end)


def _checkpoints(
    table: DeltaFolder, folder: Path, names: list[str], entries: set[int]
) -> tuple[list[Finding], int]:
    """What is wrong with checkpoints, and up to which version they replace the entries."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    findings, start = [], -1
    for name in names:
        if (found := _CHECKPOINT.fullmatch(name)) is None:
            continue
        try:
            with pq.ParquetFile(folder / name) as parquet:
                parquet.read()
        except (OSError, pa.ArrowException) as error:
            reason = str(error).partition("\n")[0]
            findings.append(_broken(table, folder / name, reason, RESTORE))
        else:
            start = max(start, int(found[1]))
    if start >= 0 and 0 in entries and entries >= set(range(max(entries) + 1)):
        start = -1  # every entry is still there: look at all of them
    return findings, start


def _fault(path: Path) -> str:
    """Why an entry cannot be read, or nothing."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        return str(error)
    if not any(line.strip() for line in lines):
        return "it is empty"
    for number, line in enumerate(lines, 1):
        try:
            if line.strip() and not isinstance(json.loads(line), dict):
                return f"line {number} is no entry"
        except (ValueError, RecursionError):
            ends = number == len(lines)
            return f"it ends in the middle of line {number}" if ends else f"line {number} is broken"
    return ""


def _broken(table: DeltaFolder, path: Path, reason: str, remedy: str) -> Finding:
    found = f"an entry in the log of the table {table.name.value} cannot be read: {reason}"
    return Finding("log_broken", Gravity.DAMAGE, str(path), found, remedy)


def _missing(table: DeltaFolder, path: Path) -> Finding:
    found = f"an entry in the log of the table {table.name.value} is missing"
    return Finding("log_missing", Gravity.DAMAGE, str(path), found, RESTORE)
