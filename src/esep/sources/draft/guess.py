"""What may a table be about: which indicator, which unit, which kind of period?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from esep.catalog import Catalog
from esep.catalog.fold import fold
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
    (r"мужчин|ерлер|ер\b|\bmale|\bmen\b", "sex", "male"),
    (r"женщин|әйел|female|women", "sex", "female"),
    (r"^все|всего|барлық|total|оба пола", "", "total"),
)


@dataclass(frozen=True, slots=True)
class Guess:
    text: str
    sure: bool = False
    note: str = ""
    """What else it may be."""


def guess_indicator(texts: Iterable[str], unit: str, catalog: Catalog) -> Guess:
    """The indicator the title names best; those counted in the unit come first."""
    title = " ".join(cleaned(without_marks(text)[0]) for text in texts)
    words = set(fold(title).split())
    scored = []
    for indicator in catalog.indicators.values():
        best = 0.0
        for name in indicator.names.by_language.values():
            best = max(best, _overlap(words, name.text), _overlap(words, name.short))
        for aliases in indicator.aliases.values():
            best = max([best, *(_overlap(words, alias) for alias in aliases)])
        if unit:
            best *= _fit(indicator.unit.unit_id, unit.partition(":")[0], catalog)
        if best > 0.3:
            scored.append((best, indicator.id))
    scored.sort(reverse=True)
    if not scored:
        return Guess("", note="nothing in the pack is called so: describe it in indicators/*.yaml")
    others = ", ".join(id for _, id in scored[1:4])
    return Guess(scored[0][1], sure=scored[0][0] >= 1.4, note=f"or {others}" if others else "")


def _fit(own: str, written: str, catalog: Catalog) -> float:
    """How well the unit that is written suits an indicator; things are counted in many units."""
    if own == written:
        return 1.5
    return 1.0 if catalog.units[own].kind == catalog.units[written].kind else 0.5


def _overlap(words: set[str], name: str) -> float:
    """How much of a name the title says, by the stems of its words."""
    own = [word for word in fold(name).split() if len(word) > 2]
    if not own:
        return 0.0
    said = sum(any(word[:5] == other[:5] for other in words) for word in own)
    return said / len(own) * min(1.0, 0.6 + 0.1 * said)


def guess_unit(texts: Iterable[str], catalog: Catalog) -> Guess:
    """The unit that is written above the figures, with its multiple."""
    for text in texts:
        plain = cleaned(text).casefold()
        scale = next((power for words, power in _SCALES if _has(plain, words)), 0)
        found = _unit_in(plain, catalog)
        if found:
            free = catalog.units[found].kind.value in ("percent", "index", "points", "rank")
            return Guess(f"{found}:{scale}" if scale and not free else found, sure=True)
    return Guess("")


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
    headings = " ".join(table.headings).casefold()
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


def guess_region(label: str, catalog: Catalog) -> str:
    """The region whose name is so near to an unknown label that it may be meant."""
    from rapidfuzz import fuzz, process

    plain = fold(without_marks(cleaned(label))[0])
    spellings = [
        spelling
        for spelling, codes in catalog.regions.spellings.items()
        if len(codes) == 1 and catalog.regions.latest(codes[0]).level <= 1
    ]
    found = process.extractOne(plain, spellings, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return catalog.regions.spellings[found[0]][0] if found else ""
