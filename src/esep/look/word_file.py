"""How is a file of Word the same, byte for byte, whenever it is written?"""

from __future__ import annotations

import io
import zipfile


def undated(written: io.BytesIO) -> bytes:
    """The same parts without the minute of their writing, so that equal files are equal."""
    stream = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.infolist():
            made = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            new.writestr(made, old.read(entry), compress_type=zipfile.ZIP_DEFLATED)
    return stream.getvalue()
