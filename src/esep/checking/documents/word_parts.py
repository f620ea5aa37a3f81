"""Which parts does a Word file have, if it is one and no bomb?"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any

from lxml import etree

from esep.errors import BadRequest

_MOST_BYTES = 100 << 20
"""Of all parts we open together; a report of a hundred pages has one megabyte."""
_MOST_ENTRIES = 20_000
_MAIN = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


class WordParts:
    """Opens parts one by one, never more than a bound of bytes altogether."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        self._left = _MOST_BYTES
        try:
            self._file = zipfile.ZipFile(io.BytesIO(content))
        except (
            zipfile.BadZipFile,
            struct.error,
            ValueError,
            OSError,
            NotImplementedError,
        ) as error:
            raise broken(name, str(error)) from error
        if len(self._file.infolist()) > _MOST_ENTRIES:
            raise broken(name, "It has too many parts.")
        self.main = self._find_main()

    def xml(self, part: str) -> Any:
        """The root of a part; None where the file has none of that name."""
        content = self._bytes(part)
        if content is None:
            return None
        # Nothing is fetched and no entity is put in: a document type may say anything.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise broken(self.name, f"{part}: {error}") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise broken(self.name, f"{part} defines entities, which Word files never do.")
        return root

    def beside(self, name: str) -> str:
        """The path of a part in the folder of the main one."""
        return f"{self.main.rpartition('/')[0]}/{name}".lstrip("/")

    def names(self) -> list[str]:
        return self._file.namelist()

    def _bytes(self, part: str) -> bytes | None:
        try:
            with self._file.open(part) as stream:
                content = stream.read(self._left + 1)
        except KeyError:
            return None
        except (
            zipfile.BadZipFile,
            zlib.error,
            struct.error,
            EOFError,
            OSError,
            ValueError,
        ) as error:
            raise broken(self.name, f"{part}: {error}") from error
        except (NotImplementedError, RuntimeError) as error:
            raise BadRequest(
                f"{self.name} is encrypted.", detail=str(error), hint="Save it without a password."
            ) from error
        self._left -= len(content)
        if self._left < 0:
            raise BadRequest(
                f"{self.name} is too large to check.",
                detail=f"Its parts unpack to more than {_MOST_BYTES >> 20} MB.",
            )
        return content.replace(_STRICT, W[1:-1].encode()) if _STRICT in content[:4096] else content

    def _find_main(self) -> str:
        types = self.xml("[Content_Types].xml")
        for each in types if types is not None else ():
            if each.get("ContentType") in _MAIN:
                return str(each.get("PartName", "")).lstrip("/")
        kind = "a workbook" if any(n.startswith("xl/") for n in self.names()) else "an archive"
        raise BadRequest(
            f"{self.name} is {kind}, not a Word file.", hint="Save the text as DOCX, PDF or HTML."
        )


def broken(name: str, detail: str) -> BadRequest:
    return BadRequest(
        f"{name} is broken and cannot be read.",
        detail=detail,
        hint="Open it in Word or LibreOffice and save it anew.",
    )
