"""What in one cell was not as expected?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from esep.model.issue import Issue, Severity
from esep.model.observation import Place


@dataclass(frozen=True, slots=True)
class Surprise:
    """An issue that does not know yet in which row it stands, so that it can be remembered."""

    code: str
    column: str
    found: str
    expected: str
    hint: str = ""
    severity: Severity = Severity.SET_ASIDE

    def at(self, file: str, line: int, *, row_text: str = "") -> Issue:
        return Issue(
            code=self.code,
            severity=self.severity,
            place=Place(file, row=line, column=self.column),
            found=self.found,
            expected=self.expected,
            hint=self.hint,
            row_text=row_text,
        )


# Marks of direction, joiners, controls: they would make two different cells look alike, or let a
# file write to the terminal.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def shown(text: str) -> str:
    """A cell as a message quotes it."""
    start = _UNSEEN.sub(_named, text[:80])
    return f"'{start}…'" if len(text) > 80 else f"'{start}'"


def _named(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"<U+{code:04X}>" if code > 0x1F else f"<{code:02X}>"
