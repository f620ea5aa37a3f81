"""What does the world around us say: where the store is, how to print, what time it is?

The one place that reads the environment and the clock; everything below is told.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from esep.errors import BadRequest


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable, as the reference lists it."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting("ESEP_HOME", "./esep-data", "The folder of the store."),
    Setting("ESEP_DATABASE", "", "The registers' database [default: a file in the store]."),
    Setting("ESEP_USER", "", "Who changes registers [default: the user of the machine]."),
    Setting("ESEP_DEBUG", "", "Any value: show the traceback of a failure."),
    Setting("ESEP_TODAY", "", "A date (2024-06-14) taken for today, to repeat an earlier run."),
    Setting("ESEP_LOCK_TIMEOUT", "30", "Seconds to wait while another process writes."),
    Setting("NO_COLOR", "", "Any value: print without colours."),
    Setting("COLUMNS", "", "The width of tables; else the width of the terminal."),
)


@dataclass(frozen=True, slots=True)
class Settings:
    home: Path
    today: date
    lock_timeout_seconds: float
    database: str = ""
    user: str = ""


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings once, at the start of a command; empty is the same as absent."""
    environment = os.environ if environment is None else environment
    return Settings(
        home=Path(environment.get("ESEP_HOME") or "esep-data"),
        today=_today(environment.get("ESEP_TODAY") or ""),
        lock_timeout_seconds=_seconds(environment.get("ESEP_LOCK_TIMEOUT") or "30"),
        database=environment.get("ESEP_DATABASE") or "",
        user=environment.get("ESEP_USER") or _machine_user(),
    )


def _machine_user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def tracebacks_wanted() -> bool:
    """Asked apart from the rest, since a failure must be told even when a setting is wrong."""
    return bool(os.environ.get("ESEP_DEBUG"))


def colour_wanted() -> bool:
    return not os.environ.get("NO_COLOR")


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


def _today(text: str) -> date:
    if not text:
        # The day of the person who asks, not of Greenwich.
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadRequest(
            f"ESEP_TODAY is not a date: {text}", hint="Write it as 2024-06-14."
        ) from error


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1
    if not 0 <= seconds < 86_400:
        raise BadRequest(
            f"ESEP_LOCK_TIMEOUT is not a number of seconds: {text}", hint="Write it as 30."
        )
    return seconds
