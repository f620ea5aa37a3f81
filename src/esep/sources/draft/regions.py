"""How does a draft say which regions its labels are, and on which borders they are counted?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from esep.catalog import Catalog
from esep.catalog.fold import fold
from esep.sources.described.labels import cleaned, spellings, without_marks
from esep.sources.draft.guess import guess_region
from esep.sources.draft.long import LongTable
from esep.sources.draft.look import SeenTable, known_region
from esep.sources.draft.past import Past, past_of, told_in_list, told_in_table
from esep.sources.draft.text import GUESS, quoted
from esep.sources.readers.grid import Grid, letter_of


def regions_of(texts: Iterable[str], catalog: Catalog) -> dict[str, str]:
    """The code of each label, or nothing where the pack does not know it by itself."""
    return {text: known_region(text, catalog) for text in dict.fromkeys(texts) if text}


def table_region_lines(
    sheet: Grid, table: SeenTable, written_as: str, catalog: Catalog
) -> list[str]:
    known = regions_of(table.headings if table.across else table.labels, catalog)
    if not any(known.values()):
        return [f"region: {catalog.root}  {GUESS}; no label is a region of the pack"]
    near = _near(known, catalog)
    where = f"column: {letter_of(table.label_column)}"
    if table.across:
        rows = [row - table.base + 1 for row in table.heading_rows]
        where = f"row: {rows[0] if len(rows) == 1 else rows}"
    told = told_in_table(sheet, table, {**known, **near}, written_as)
    return _lines(where, known, near, past_of(told, {*known.values()}, written_as, catalog))


def list_region_lines(long: LongTable, written_as: str, catalog: Catalog) -> list[str]:
    """Of a list whose regions go by their names."""
    known = regions_of(long.regions, catalog)
    near = _near(known, catalog)
    told = told_in_list(long.regions, long.periods, {**known, **near}, written_as)
    past = past_of(told, {*known.values()}, written_as, catalog)
    return _lines(f"column: {quoted(long.region)}", known, near, past)


def _lines(where: str, known: Mapping[str, str], near: Mapping[str, str], past: Past) -> list[str]:
    codes: dict[str, list[str]] = {}
    unknown: list[str] = []
    for label, code in known.items():
        name = quoted(without_marks(cleaned(label), ("1", "2", "3") if code else ())[0])
        meant = code or near.get(label, "")
        if meant in past.earlier:
            old, year = past.earlier[meant]
            codes[name] = [
                f"    {name}:",
                f"      - {{until: {year - 1}, code: {old}}}  {GUESS}",
                f"      - {{from: {year}, code: {meant}}}  {GUESS}",
            ]
        elif not code and meant:
            codes[name] = [f"    {name}: {meant}  {GUESS}"]
        elif not code:
            unknown.append(f"    # {name} is not known and will be set aside")
    lines = [f"region: {{{where}}}"]
    if codes or unknown:
        lines = ["region:", f"  {where}", *(["  codes:"] if codes else [])]
        lines += [line for each in [*codes.values()][:60] for line in each] + unknown[:60]
    if past.borders:
        told = ", ".join(f"{{from: {year}, on: {day}}}" for year, day in past.borders)
        lines.append(f"borders: [{told}]  {GUESS}")
    return lines


def _near(known: Mapping[str, str], catalog: Catalog) -> dict[str, str]:
    """Regions that may be meant and have no label of their own: "Almaty" below "Almaty Region"."""
    taken = {code for code in known.values() if code}
    return {
        label: _one_left(label, taken, catalog) or guess_region(label, catalog, taken=taken)
        for label, code in known.items()
        if not code
    }


def _one_left(label: str, taken: set[str], catalog: Catalog) -> str:
    for name in spellings(label):
        left = [
            code
            for code in catalog.regions.spellings.get(fold(name), ())
            if code not in taken and catalog.regions.latest(code).level <= 1
        ]
        if len(left) == 1:
            return left[0]
    return ""
