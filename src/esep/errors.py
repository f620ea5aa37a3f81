"""Every exception of esep.

EsepError
├── TryAgain      something outside is busy or missing for now; the same call may work later
├── BadRequest    the request cannot be answered as it stands; the hint says how to change it
│   └── BadPack   a file of the country pack is wrong; the detail says where
├── NotFound      there is no such thing; the hint offers what there is
└── Defect        our own promise is broken; report it
"""

from __future__ import annotations


class EsepError(Exception):
    """A failure told to the user: what happened, the detail, and what to do next."""

    exit_code = 1

    def __init__(self, title: str, *, detail: str = "", hint: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.detail = detail
        self.hint = hint

    def __str__(self) -> str:
        return "\n".join(part for part in (self.title, self.detail, self.hint) if part)


class TryAgain(EsepError):
    """Something outside is busy, full or missing for now; the same call may work later."""


class BadRequest(EsepError):
    """The request cannot be answered as it stands."""

    exit_code = 2


class BadPack(BadRequest):
    """A file of the country pack does not say what it must; the detail has file and line."""


class NotFound(EsepError):
    """There is no such thing; the hint offers the nearest ones."""

    exit_code = 2


class Defect(EsepError):
    """A promise of our own code is broken."""
