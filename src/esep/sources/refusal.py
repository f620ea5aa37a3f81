"""Why is a whole file refused, where in it, and what would make it acceptable?"""

from __future__ import annotations

from collections.abc import Iterable

from esep.errors import BadRequest
from esep.model.issue import Issue, Severity
from esep.model.observation import Place

_SHOWN = 5


class FileRefused(BadRequest):
    """Going on would publish something ambiguous, so nothing of the file is loaded."""

    def __init__(self, title: str, *, issues: Iterable[Issue]) -> None:
        self.issues = tuple(issues)
        shown = [
            f"{issue.place}: found {issue.found}; expected {issue.expected}"
            for issue in self.issues[:_SHOWN]
        ]
        if len(self.issues) > _SHOWN:
            shown.append(f"and {len(self.issues) - _SHOWN} more")
        hints = dict.fromkeys(issue.hint for issue in self.issues[:_SHOWN] if issue.hint)
        super().__init__(title, detail="\n".join(shown), hint="; ".join(hints))


def refused(place: Place, code: str, *, found: str, expected: str, hint: str) -> FileRefused:
    """A refusal for one reason."""
    issue = Issue(code, Severity.REFUSED, place, found=found, expected=expected, hint=hint)
    return FileRefused(f"{place.file} is refused", issues=[issue])
