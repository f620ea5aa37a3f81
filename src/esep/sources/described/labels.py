"""What does a label say, without the marks, blanks and languages around it?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰⁾", "1234567890)")
_NUMBERED = re.compile(r"\s*([0-9]{1,2}\))$")
_NUMBERED_ONCE = re.compile(r"\s*([0-9]\))$")
_STARRED = re.compile(r"\s*(\*{1,4}\)?)$")
_ABBREVIATION = re.compile(r"\b(г|қ|обл|р-н|гор)\.\s*(?=\w)")


def cleaned(text: str) -> str:
    """One line, single blanks, no underscores: as a person would say it."""
    return " ".join(text.replace("_", " ").replace("\u00ad", "").split())


def without_marks(text: str, known: Collection[str] = ()) -> tuple[str, tuple[str, ...]]:
    """The label and the footnote marks at its end: `г.Шымкент2)` is `г.Шымкент` and `2)`.

    A bare digit is a mark only where the description knows it as one.
    """
    label, marks = text.translate(SUPERSCRIPTS).strip(), []
    while True:
        found = _numbered(label, known) or _STARRED.search(label)
        if found and found.start() > 0:
            marks.append(found[1])
            label = label[: found.start()].rstrip(" ,")
            continue
        bare = next(
            (m for m in known if m and len(m) <= 3 and label.endswith(m) and label != m), None
        )
        if bare is None or not _separate(label, bare):
            return label, tuple(reversed(marks))
        marks.append(bare)
        label = label[: -len(bare)].rstrip(" ,")


def _numbered(label: str, known: Collection[str]) -> re.Match[str] | None:
    found = _NUMBERED.search(label)
    if found and len(found[1]) == 3 and found[1] not in known:
        before = label[: found.start(1)]
        if before[-1:] in ",." or before[-1:].isdigit():
            # 20051) is 2005 with the mark 1), not 200 with the mark 51); so is 3,11) 3,1.
            return _NUMBERED_ONCE.search(label)
    return found


def _separate(label: str, mark: str) -> bool:
    """Whether the digit at the end of a label is a mark and not part of a number or a year."""
    before = label[: -len(mark)]
    return not (mark.isdigit() and before[-1:].isdigit() and not _YEAR_AND_MARK.fullmatch(label))


_YEAR_AND_MARK = re.compile(r"(19|20)[0-9]{2}[1-9]")


def spellings(text: str, known_marks: Collection[str] = ()) -> Iterator[str]:
    """The label as it is, then less and less of it: without marks, each line by itself."""
    yield text
    plain, _ = without_marks(cleaned(text), known_marks)
    yield plain
    yield _ABBREVIATION.sub(r"\1. ", plain)
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1:
        for line in lines:
            yield without_marks(cleaned(line), known_marks)[0]
    elif " / " in plain:
        yield from (part.strip() for part in plain.split(" / "))


def matches(text: str, pattern: str) -> bool:
    """Whether a cell is the text a description looks for; a * at its end stands for the rest."""
    from esep.catalog.source_descriptions import label_key

    plain = without_marks(cleaned(text))[0]
    if not plain:
        return False
    if pattern.endswith("*") and len(pattern) > 1:
        return label_key(plain).startswith(label_key(pattern[:-1].strip()))
    return label_key(plain) == label_key(without_marks(cleaned(pattern))[0])
