"""Are these bytes a text that can be read at all, and if not, what are they?"""

from __future__ import annotations

import codecs
import errno
import os
import stat
from pathlib import Path

from esep.errors import BadRequest, NotFound, TryAgain
from esep.model.observation import Place
from esep.sources.refusal import refused

MAX_FILE_BYTES = 512 * 2**20

_OTHER_FORMATS = (
    (b"PK\x03\x04", "a workbook or a zip archive", "export the sheet as CSV (UTF-8)"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook", "export the sheet as CSV (UTF-8)"),
    (b"%PDF", "a PDF document", "load the table it was made from, as CSV (UTF-8)"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"PAR1", "a Parquet file", "export it as CSV (UTF-8)"),
)

_ENOUGH_LETTERS = 4
"""Fewer bytes prove nothing: one wrong byte is damage, not an encoding."""

_PIECE_BYTES = 2**22
_BEGINNING_BYTES = 2**16

_AS_UTF_8 = "save the file again with the encoding UTF-8"


def receive(path: Path) -> bytes:
    """The bytes of an ordinary file, read once."""
    try:
        state = path.stat()  # first, since opening a device or a pipe may do something already
        if stat.S_ISDIR(state.st_mode):
            raise BadRequest(f"{path} is a directory", hint=f"name the files in it: {path}/*.csv")
        if not stat.S_ISREG(state.st_mode):
            raise BadRequest(f"{path} is not an ordinary file", hint="save it to a file first")
        if state.st_size > MAX_FILE_BYTES:
            raise BadRequest(
                f"{path} is too large: {state.st_size / 2**20:.0f} MB",
                detail=f"the limit is {MAX_FILE_BYTES / 2**20:.0f} MB",
                hint="split it into several files, for example by year",
            )
        return _read(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFound(f"there is no file {path}", hint="check the path") from error
    except PermissionError as error:
        raise BadRequest(f"{path} may not be read by this user", hint="check its owner") from error
    except OSError as error:
        loop = error.errno == errno.ELOOP
        hint = "it is a link that leads to itself; name the file it should lead to" if loop else ""
        raise BadRequest(f"{path} cannot be read", detail=str(error), hint=hint) from error
    except ValueError as error:
        raise BadRequest(f"{path} cannot be read", detail=str(error)) from error


def _read(path: Path) -> bytes:
    """All bytes, as long as they stay what they are while they are read."""
    # Without waiting: between the look at the path and this the file may have become a pipe.
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise BadRequest(f"{path} is not an ordinary file", hint="save it to a file first")
        content = file.read(MAX_FILE_BYTES + 1)
        after = os.fstat(handle)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or (
        len(content) != before.st_size
    ):
        raise TryAgain(
            f"{path} changed while it was read",
            detail=f"{before.st_size:,} bytes before, {after.st_size:,} after, "
            f"{len(content):,} read",
            hint="wait until it is written, then run the command again",
        )
    return content


def decode(content: bytes, *, file: str) -> str:
    """The text of a UTF-8 file, with or without a byte order mark; anything else is refused."""
    check_text(content, file=file)
    return content.decode("utf-8-sig")


def check_text(content: bytes, *, file: str) -> None:
    """Refuse what is no text in UTF-8, in pieces: a large file is not held twice."""
    if not content or content.isspace():
        raise refused(
            Place(file),
            "empty_file",
            found="an empty file",
            expected="a header row and rows of figures",
            hint="export the file again",
        )
    for signature, what, hint in _OTHER_FORMATS:
        if content.startswith(signature):
            raise refused(
                Place(file), "not_text", found=what, expected="a CSV file in UTF-8", hint=hint
            )
    if encoding := _wide_encoding(content):
        raise _wrong_encoding(file, encoding)
    if (zero := content.find(b"\x00")) >= 0:
        raise refused(
            Place(file, row=content.count(b"\n", 0, zero) + 1),
            "binary",
            found="a NUL byte: the file is binary or damaged",
            expected="a text file in UTF-8",
            hint="export or download the file again",
        )
    if (wrong := _not_utf_8(content)) is None:
        return
    line = content.count(b"\n", 0, wrong) + 1
    if encoding := _narrow_encoding(content):
        raise _wrong_encoding(file, encoding, line)
    raise refused(
        Place(file, row=line),
        "not_text",
        found=f"the byte 0x{content[wrong]:02x}, which is not UTF-8",
        expected="a text file in UTF-8",
        hint="export or download the file again, choosing UTF-8",
    )


def beginning(content: bytes) -> str:
    """The first part of a text, by which its kind is known."""
    return content[:_BEGINNING_BYTES].decode("utf-8-sig", errors="replace")


def _not_utf_8(content: bytes) -> int | None:
    """Where the first byte is that cannot be; None where all is well."""
    if content.isascii():
        return None
    start = 0
    while start < len(content):
        end = start + _PIECE_BYTES
        # Not within a letter: its later bytes are 10xxxxxx.
        while end < len(content) and content[end] & 0xC0 == 0x80 and end > start:
            end -= 1
        try:
            content[start:end].decode("utf-8")
        except UnicodeDecodeError as error:
            return start + error.start
        start = end
    return None


def narrow_encoding_of(content: bytes) -> str:
    """The encoding a draft would name for a text that is not UTF-8; empty for any other file."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        found = "" if content.startswith(tuple(mark for mark, *_ in _OTHER_FORMATS)) else None
        if found is None:
            name = _narrow_encoding(content)
            return {"Windows-1251": "windows-1251", "DOS (code page 866)": "cp866"}.get(name, "")
    return ""


def _wrong_encoding(file: str, encoding: str, line: int = 0) -> BadRequest:
    return refused(
        Place(file, row=line),
        "wrong_encoding",
        found=f"text in {encoding}",
        expected="text in UTF-8",
        hint=_AS_UTF_8,
    )


def _wide_encoding(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "UTF-32"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    # Without a mark: ASCII commas and digits have a NUL beside them, always on the same side.
    start = content[:2000]
    if len(start) >= 8 and start.count(0) * 5 > len(start) * 3:
        return "UTF-32"
    for offset in (0, 1):
        if len(start) >= 4 and start[offset::2].count(0) * 3 > len(start[offset::2]):
            return "UTF-16"
    return ""


def _narrow_encoding(content: bytes) -> str:
    """Windows-1251 or DOS 866, where the bytes read so are mostly lower-case Cyrillic letters."""
    high = bytes(byte for byte in content[:100_000] if byte >= 0x80)
    if len(high) < _ENOUGH_LETTERS:
        return ""
    letters = {
        name: sum("а" <= letter <= "я" for letter in high.decode(codec, errors="replace"))
        for name, codec in (("Windows-1251", "cp1251"), ("DOS (code page 866)", "cp866"))
    }
    name = max(letters, key=lambda each: letters[each])
    return name if letters[name] * 2 > len(high) else ""
