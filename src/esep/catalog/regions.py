"""Which regions a pack knows, version by version, and whether their history holds together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from esep.catalog.located import Item
from esep.catalog.pack_files import PackFiles
from esep.catalog.register import RegionRegister
from esep.catalog.territory import with_territories
from esep.model.region import RegionChange, RegionVersion
from esep.model.text import Name, Names

FORMS = "regions/forms.csv"
ALIASES = "regions/aliases.csv"

Forms = dict[tuple[str, str, str], dict[str, str]]
"""Case forms by code, valid_from and language."""


def columns(languages: tuple[str, ...]) -> list[str]:
    """The header of a regions file."""
    fixed = "code,valid_from,valid_to,change,level,kind,parent,predecessors,kato,source_codes"
    return [
        *fixed.split(","),
        *(f"{part}_{language}" for part in ("centre", "name", "short") for language in languages),
        *("tile_row", "tile_col", "note"),
    ]


def read_regions(pack: PackFiles, *, root: str) -> RegionRegister:
    rows = _version_rows(pack)
    forms = _read_forms(pack, rows)
    versions = {id: _version(pack, item, forms) for id, item in rows.items()}
    _check_dates(pack, rows, versions)
    _check_parents(pack, rows, versions, root)
    _check_predecessors(pack, rows, versions)
    aliases = _read_aliases(pack, {version.code for version in versions.values()})
    return RegionRegister.build(
        with_territories(versions), aliases=aliases, source_codes=_source_codes(rows)
    )


def _version_rows(pack: PackFiles) -> dict[str, Item]:
    rows: dict[str, Item] = {}
    files = [file for file in pack.found("regions/*.csv") if file not in (FORMS, ALIASES)]
    if not files:
        pack.problems.add("regions", 0, found="no file", expected="regions/regions.csv")
    for file in files:
        for item in pack.rows(file, "regions", columns(pack.languages)):
            id = f"{item.content['code']}@{item.content['valid_from'] or 'origin'}"
            if id in rows:
                item.complain(
                    pack.problems,
                    "valid_from",
                    found=f"the version {id} a second time",
                    expected=f"one row a version ({rows[id].file}, line {rows[id].line()})",
                )
            else:
                rows[id] = item
    return rows


def _version(pack: PackFiles, item: Item, forms: Forms) -> RegionVersion:
    row: dict[str, str] = item.content
    code, valid_from = row["code"], row["valid_from"]
    tile = (row["tile_row"], row["tile_col"])
    return RegionVersion(
        code=code,
        valid_from=_day(valid_from),
        valid_to=_day(row["valid_to"]),
        level=int(row["level"]),
        kind=row["kind"],
        parent=row["parent"],
        change=RegionChange(row["change"]),
        predecessors=_listed(row["predecessors"]),
        territory="",
        names=Names(
            {
                language: Name(
                    row[f"name_{language}"],
                    row[f"short_{language}"],
                    forms={
                        **forms.get((code, "", language), {}),
                        **forms.get((code, valid_from or "origin", language), {}),
                    }
                    or None,
                )
                for language in pack.languages
            }
        ),
        centre={language: row[f"centre_{language}"] for language in pack.languages},
        tile=(int(tile[0]), int(tile[1])) if all(tile) else None,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _source_codes(rows: Mapping[str, Item]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for id, item in rows.items():
        for code in _listed(item.content["source_codes"]):
            found[code].append(id)
    return {code: tuple(ids) for code, ids in found.items()}


# -- does the history hold together ----------------------------------------------------


def _check_dates(
    pack: PackFiles, rows: Mapping[str, Item], versions: Mapping[str, RegionVersion]
) -> None:
    by_code: dict[str, list[RegionVersion]] = defaultdict(list)
    for version in versions.values():
        by_code[version.code].append(version)
        if version.valid_to and version.valid_to <= (version.valid_from or date.min):
            rows[version.id].complain(
                pack.problems,
                "valid_to",
                found=f"'{version.valid_to}'",
                expected=f"a day after {version.valid_from}",
            )
    for history in by_code.values():
        history.sort(key=lambda version: version.valid_from or date.min)
        for earlier, later in pairwise(history):
            if earlier.valid_to is None or earlier.valid_to > (later.valid_from or date.min):
                until = f"until {earlier.valid_to}" if earlier.valid_to else "without an end"
                first = rows[earlier.id]
                rows[later.id].complain(
                    pack.problems,
                    "valid_from",
                    found=f"{later.id} while {earlier.id} holds {until}",
                    expected="versions of one code that do not overlap "
                    f"({first.file}, line {first.line()})",
                )


def _check_parents(
    pack: PackFiles, rows: Mapping[str, Item], versions: Mapping[str, RegionVersion], root: str
) -> None:
    levels = {version.code: version.level for version in versions.values()}
    for id, version in versions.items():
        if version.level == 0:
            if version.parent or version.code != root:
                rows[id].complain(
                    pack.problems,
                    "level",
                    found=f"the level 0 for {version.code}",
                    expected=f"it only for the country, {root}, which has no parent",
                )
        elif version.parent not in levels:
            rows[id].complain(
                pack.problems,
                "parent",
                found=f"'{version.parent}'",
                expected="the code of a region in regions/*.csv",
                options=levels,
            )
        elif levels[version.parent] >= version.level:
            rows[id].complain(
                pack.problems,
                "parent",
                found=f"'{version.parent}' of the level {levels[version.parent]}",
                expected=f"a parent of a level above {version.level}",
            )


def _check_predecessors(
    pack: PackFiles, rows: Mapping[str, Item], versions: Mapping[str, RegionVersion]
) -> None:
    for id, version in versions.items():
        item = rows[id]
        for predecessor in version.predecessors:
            earlier = versions.get(predecessor)
            if earlier is None:
                item.complain(
                    pack.problems,
                    "predecessors",
                    found=f"'{predecessor}'",
                    expected="a version of a region in regions/*.csv, CODE@DATE or CODE@origin",
                    options=versions,
                )
            elif earlier.valid_to != version.valid_from:
                item.complain(
                    pack.problems,
                    "predecessors",
                    found=f"{predecessor}, which holds until {earlier.valid_to or 'today'}",
                    expected=f"a predecessor that ends on the first day of {id}",
                )
        expected = {
            RegionChange.ORIGIN: (0, 0, "none for an origin"),
            RegionChange.RENAME: (1, 1, "exactly one for a rename"),
            RegionChange.SPLIT: (1, None, "the region it was cut from"),
            RegionChange.MERGE: (2, None, "two or more for a merger"),
            RegionChange.BOUNDARY_SHIFT: (1, None, "the regions whose land it has"),
        }
        least, most, wanted = expected[version.change]
        count = len(version.predecessors)
        if count < least or (most is not None and count > most):
            item.complain(
                pack.problems,
                "predecessors",
                found=f"{count or 'no'} predecessor{'' if count == 1 else 's'}",
                expected=wanted,
            )


# -- forms and other names -------------------------------------------------------------


def _read_forms(pack: PackFiles, rows: Mapping[str, Item]) -> Forms:
    forms: Forms = defaultdict(dict)
    codes = {id.partition("@")[0] for id in rows}
    header = ["code", "valid_from", "language", "case", "text"]
    for item in pack.rows(FORMS, "forms", header) if pack.found(FORMS) else ():
        row: dict[str, str] = item.content
        code, valid_from = row["code"], row["valid_from"]
        _check_code_and_language(pack, item, codes)
        if valid_from and code in codes and f"{code}@{valid_from}" not in rows:
            item.complain(
                pack.problems,
                "valid_from",
                found=f"'{code}@{valid_from}'",
                expected="a version of the region, or nothing for every version",
                options=[id for id in rows if id.startswith(f"{code}@")],
            )
        of_language = forms[code, valid_from, row["language"]]
        if row["case"] in of_language:
            item.complain(
                pack.problems,
                "case",
                found=f"the {row['case']} of {code} in '{row['language']}' a second time",
                expected="each form once",
            )
        of_language[row["case"]] = row["text"]
    return forms


def _read_aliases(pack: PackFiles, codes: set[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    aliases: dict[str, dict[str, tuple[str, ...]]] = {}
    header = ["code", "language", "alias", "note"]
    for item in pack.rows(ALIASES, "aliases", header) if pack.found(ALIASES) else ():
        row: dict[str, str] = item.content
        _check_code_and_language(pack, item, codes, any_language=True)
        of_code = aliases.setdefault(row["code"], {})
        known = of_code.get(row["language"], ())
        if row["alias"] in known:
            item.complain(
                pack.problems,
                "alias",
                found=f"'{row['alias']}' a second time for {row['code']}",
                expected="each alias once",
            )
        of_code[row["language"]] = (*known, row["alias"])
    return aliases


def _check_code_and_language(
    pack: PackFiles, item: Item, codes: set[str], *, any_language: bool = False
) -> None:
    """An alias of no language is a code or a spelling used in all of them."""
    code, language = item.content["code"], item.content["language"]
    if code not in codes:
        item.complain(
            pack.problems,
            "code",
            found=f"'{code}'",
            expected="the code of a region in regions/*.csv",
            options=codes,
        )
    if language not in pack.languages and (language or not any_language):
        item.complain(
            pack.problems,
            "language",
            found=f"'{language}'",
            expected="one of " + ", ".join(pack.languages),
        )
