"""What may a table be about: which indicator, which unit, which kind of period?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from esep.catalog import Catalog
from esep.catalog.fold import fold
from esep.model.indicator import PeriodConvention
from esep.model.period import Period, PeriodKind
from esep.model.unit import UnitKind
from esep.sources.described.labels import cleaned, without_marks
from esep.sources.draft.look import SeenTable

_NEAR = 66
"""Of a hundred: names transliterated in another way are nearer than that, other names are not."""
_SCALES = (
    (r"млрд|миллиард\w*|billion|bn", 9),
    (r"млн|миллион\w*|million|mln", 6),
    (r"тыс|тысяч\w*|мың|thousand\w*|ths", 3),
)
_SETTLEMENTS = (
    (r"город|қала|urban|town", "settlement", "urban"),
    (r"сель|село|ауыл|rural|village", "settlement", "rural"),
    (r"женщин|әйел|female|women", "sex", "female"),
    (r"мужчин|\bер(?:лер)?\b|\bmale|\bmen\b", "sex", "male"),
    (r"^все|всего|барлық|total|оба пола", "", "total"),
)


@dataclass(frozen=True, slots=True)
class Guess:
    text: str
    sure: bool = False
    note: str = ""
    """What else it may be."""


def guess_indicator(
    texts: Iterable[str], unit: str, catalog: Catalog, *, periods: Iterable[Period] = ()
) -> Guess:
    """The indicator the title names best; those of the unit and of the periods come first."""
    known = [cleaned(without_marks(text)[0]) for text in texts]
    words = _words(" ".join(known))
    title = _words(next(iter(known), "")) or words
    kinds = {period.kind for period in periods}
    scored = []
    for indicator in catalog.indicators.values():
        names = [name.text for name in indicator.names.by_language.values()]
        names += [name.short for name in indicator.names.by_language.values()]
        names += [alias for aliases in indicator.aliases.values() for alias in aliases]
        names.append(indicator.id.replace("_", " "))
        best = max((_overlap(words, title, _words(name)) for name in names), default=0.0)
        if unit:
            best *= _fit(indicator.unit.unit_id, unit.partition(":")[0], catalog)
        if kinds and not kinds & _KINDS.get(indicator.convention, kinds):
            best *= 0.5
        if best > 0.3:
            # Of two that are named alike the one with the shorter name says less besides.
            scored.append((best, -len(indicator.id), indicator.id))
    scored.sort(reverse=True)
    if not scored:
        return Guess("", note="nothing in the pack is called so: describe it in indicators/*.yaml")
    others = ", ".join(id for *_, id in scored[1:4])
    return Guess(scored[0][2], sure=scored[0][0] >= 1.4, note=f"or {others}" if others else "")


def _fit(own: str, written: str, catalog: Catalog) -> float:
    """How well the unit that is written suits an indicator; things are counted in many units."""
    if own == written:
        return 1.5
    return 1.0 if catalog.units[own].kind == catalog.units[written].kind else 0.5


_KINDS = {
    PeriodConvention.MONTHLY: {PeriodKind.MONTH},
    PeriodConvention.QUARTERLY: {PeriodKind.QUARTER},
    PeriodConvention.ANNUAL: {PeriodKind.YEAR},
}


def _words(text: str) -> frozenset[str]:
    """The stems of its words; years and numbers say nothing about what is counted."""
    return frozenset(word[:5] for word in fold(text).split() if len(word) > 2 and word.isalpha())


def _overlap(words: frozenset[str], title: frozenset[str], own: frozenset[str]) -> float:
    """How much of a name is said around the table, and how much of the title the name says."""
    said = len(own & words)
    if not said:
        return 0.0
    both = len(own & title) / len(title) if title else 0.0
    return said / len(own) * min(1.0, 0.6 + 0.1 * said) * (0.8 + 0.4 * both)


def guess_unit(texts: Iterable[str], catalog: Catalog) -> Guess:
    """The unit that is written above the figures, with its multiple.

    What stands with a multiple, or is no thing that titles also name, comes first: of "output by
    districts" and "thousand tenge" the second is the unit.
    """
    found: list[tuple[int, str]] = []
    known = list(texts)
    for text in known:
        plain = cleaned(text).casefold()
        scale = next((power for words, power in _SCALES if _has(plain, words)), 0)
        if not (unit := _unit_in(plain, catalog)):
            continue
        kind = catalog.units[unit].kind
        if kind is UnitKind.PERCENT and any(_has(each.casefold(), _INDEX) for each in known):
            unit = next((id for id, each in catalog.units.items() if each.kind is _I), unit)
        free = kind in (UnitKind.PERCENT, UnitKind.INDEX, UnitKind.POINTS, UnitKind.RANK)
        plainly = bool(scale) or kind not in (UnitKind.COUNT, UnitKind.MEASURE)
        found.append((plainly, f"{unit}:{scale}" if scale and not free else unit))
    return Guess(max(found, key=lambda each: each[0])[1], sure=True) if found else Guess("")


_INDEX = r"индекс\w*|индексі\w*|index|indices"
_I = UnitKind.INDEX


def _unit_in(text: str, catalog: Catalog) -> str:
    if "%" in text or _has(text, "процент|пайыз|percent|per cent"):
        return "percent" if "percent" in catalog.units else ""
    folded = f" {fold(text)} "
    best, length = "", 0
    for unit in catalog.units.values():
        for name in unit.names.by_language.values():
            for form in (name.text, name.short, *(name.forms or {}).values()):
                wanted = fold(form)
                if len(wanted) > max(length, 1) and f" {wanted} " in folded:
                    best, length = unit.id, len(wanted)
    return best


def _has(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w)(?:{words})(?!\w)", text) is not None


def guess_written_as(table: SeenTable) -> str:
    """`start`, `end`, `cumulative`, `school_year` or nothing, by the words around."""
    around = " ".join([*table.around, table.title]).casefold()
    headings = " ".join(table.labels if table.across else table.headings).casefold()
    if re.search(r"(19|20)[0-9]{2}\s*/\s*[0-9]{2}", headings):
        return "school_year"
    if re.search(r"полугоди|жартыжылд|[0-9]\s*(месяц|ай\b|month)|half", headings):
        return "cumulative"
    if re.search(r"на конец|соңына|at the end|end of", around):
        return "end"
    if re.search(r"на начало|басына|at the beginning|на 1 января|1 қаңтарға", around):
        return "start"
    return ""


def guess_section(text: str) -> tuple[str, str]:
    """Dimension and code of a line that heads the rows below it."""
    plain = cleaned(text).casefold()
    for words, dimension, code in _SETTLEMENTS:
        if re.search(words, plain):
            return dimension, code
    return "", ""


def guess_sections(text: str) -> dict[str, str]:
    """All that a name says of its figures: "Urban male population" are men in towns."""
    found: dict[str, str] = {}
    plain = cleaned(text).casefold()
    for words, dimension, code in _SETTLEMENTS:
        if dimension and re.search(words, plain):
            found.setdefault(dimension, code)
    return found


def guess_region(label: str, catalog: Catalog, *, taken: Collection[str] = ()) -> str:
    """The region whose name is so near to an unknown label that it may be meant."""
    from rapidfuzz import fuzz, process

    plain = fold(without_marks(cleaned(label))[0])
    spellings = [
        spelling
        for spelling, codes in catalog.regions.spellings.items()
        if len(codes) == 1 and codes[0] not in taken and catalog.regions.latest(codes[0]).level <= 1
    ]
    # Names that only end alike ("... district") are not near.
    spellings = [spelling for spelling in spellings if spelling[:2] == plain[:2]]
    found = process.extractOne(plain, spellings, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return catalog.regions.spellings[found[0]][0] if found else ""
