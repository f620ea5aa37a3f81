"""What can the user do when the disk refuses: full, read-only, forbidden, damaged?"""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from esep.errors import BadRequest, EsepError, TryAgain

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EROFS, errno.EACCES, errno.EPERM)


@contextmanager
def disk_failures(place: Path, *, doing: str) -> Iterator[None]:
    """Turn what the operating system and the table library raise into our own errors."""
    try:
        yield
    except EsepError:
        raise
    except OSError as error:
        # The table library raises some of them with the number in words only.
        number = error.errno or _number_in(str(error))
        raise _told(number, str(error), place, doing) from error
    except BaseException as error:
        # A panic of the table library is not an Exception; its name is all there is to know it by.
        if type(error).__name__ == "PanicException":
            raise _told(0, str(error), place, doing) from error
        if not _of_tables(error):
            raise
        raise _told(_number_in(str(error)), str(error), place, doing) from error


def _of_tables(error: BaseException) -> bool:
    """Whether the table libraries raised it; they are imported only when something is wrong."""
    import pyarrow as pa
    from deltalake.exceptions import DeltaError

    return isinstance(error, DeltaError | pa.ArrowException)


def _number_in(text: str) -> int:
    """The error number that the table library only mentions in words: `(os error 28)`."""
    _, found, rest = text.partition("(os error ")
    digits = rest.partition(")")[0]
    if found and digits.isdigit():
        return int(digits)
    return errno.EACCES if "permission denied" in text.lower() else 0


SPARE_BYTES = 4 * 2**20
"""Room for the log and the other tables of a load, asked for before anything is written."""


def check_room(folder: Path, needed_bytes: int, *, doing: str) -> None:
    """Refuse what the disk has no room for before it is begun, not half-way."""
    with disk_failures(folder, doing=doing):
        free_bytes = shutil.disk_usage(folder).free
    if free_bytes < needed_bytes + SPARE_BYTES:
        raise TryAgain(
            f"the disk is full: {doing} was not started and nothing changed",
            detail=f"{folder}: {free_bytes / 2**20:.1f} MB are free and about "
            f"{(needed_bytes + SPARE_BYTES) / 2**20:.1f} MB may be needed",
            hint="free some space on that disk, then run the same command again",
        )


# The table library prints where it was in its own code, which helps nobody who reads this.
_BACKTRACE = re.compile(r"\n\s+0: .*", re.DOTALL)


def _told(number: int, text: str, place: Path, doing: str) -> EsepError:
    text = _BACKTRACE.sub("", text)
    if number in _FULL:
        return TryAgain(
            f"the disk is full: {doing} was not finished and nothing changed",
            detail=f"{place}: {text}",
            hint="free some space on that disk, then run the same command again",
        )
    if number in _FORBIDDEN:
        return BadRequest(
            f"{place} cannot be written or read by this user: {doing} was not done",
            detail=text,
            hint="check who owns the directory and whether the disk is mounted read-only",
        )
    return TryAgain(
        f"the store could not be used: {doing} was not finished",
        detail=f"{place}: {text}",
        hint="run the same command again; if it fails again, run: esep doctor",
    )
