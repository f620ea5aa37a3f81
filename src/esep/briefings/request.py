"""What briefing is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from esep.model.meeting import Meeting
from esep.model.period import Period
from esep.model.region import RegionVersion


@dataclass(frozen=True, slots=True)
class Request:
    """A region, the period the document is about, the day it is for and the vintage it uses."""

    region: RegionVersion
    whole: RegionVersion
    """The country the region is compared with."""
    period: Period
    on: date
    """The day of the meeting: decides which periods were normally out."""
    as_of: date | None
    """The vintage: nothing published later is used. None is everything known."""
    meeting: Meeting | None = None
