"""What does a draft say of footnotes, of signs and of lines that only lead to the next ones?"""

from __future__ import annotations

import json
import re

from esep.catalog.source_descriptions import SIGNS
from esep.sources.draft.look import SeenTable
from esep.sources.draft.text import GUESS, quoted

OF_WHICH = re.compile(r"в том числе|из них|соның ішінде|оның ішінде|including|of which", re.I)


def footnote_lines(table: SeenTable) -> list[str]:
    if not table.marks:
        return []
    lines = ["footnotes:"]
    for mark in sorted(table.marks):
        note = table.notes.get(mark, "") or table.notes.get(f"{mark})", "")
        told = quoted(note[:200]) if note else f"Not explained by the source  {GUESS}"
        lines.append(f'  "{mark}": {told}')
    return lines


def sign_lines(table: SeenTable) -> list[str]:
    odd = [sign for sign in table.signs if sign.casefold() not in SIGNS and len(sign) <= 12]
    if not odd:
        return []
    signs = ", ".join(f"{json.dumps(sign, ensure_ascii=False)}: missing" for sign in odd[:8])
    return [f"signs: {{{signs}}}  {GUESS}"]


def skip_lines(table: SeenTable) -> list[str]:
    """ "Of which" alone on a line heads nothing: the rows below it are named by themselves."""
    texts = [text for text in dict.fromkeys(table.sections) if OF_WHICH.search(text)]
    return [f"skip: [{', '.join(map(quoted, texts))}]"] if texts else []
