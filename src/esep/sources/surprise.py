"""What in one cell was not as expected?"""

from __future__ import annotations

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


def shown(text: str) -> str:
    """A cell as a message quotes it."""
    return f"'{text[:80]}…'" if len(text) > 80 else f"'{text}'"
