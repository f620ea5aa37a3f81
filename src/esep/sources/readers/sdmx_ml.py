"""What does an SDMX-ML data message (2.1, 3.0) hold, read as a stream and never more?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from esep.model.observation import Place
from esep.sources.readers.columns import ReadColumns
from esep.sources.readers.observed import Contradiction, Observed, TooManyColumns
from esep.sources.refusal import FileRefused, refused

DATA = (
    "StructureSpecificData",
    "StructureSpecificTimeSeriesData",
    "GenericData",
    "GenericTimeSeriesData",
)
_GENERIC = ("GenericData", "GenericTimeSeriesData")
_CHUNK_BYTES = 2**20
_STRUCTURE = re.compile(r"=([A-Za-z0-9_.-]+:[A-Za-z0-9_@$-]+\([^)]*\))")


def read_sdmx_ml(content: bytes, *, file: str) -> ReadColumns:
    """Every observation with the attributes of its series and groups, in the file's order.

    The row of an observation is its number in the message: one line may hold thousands.
    """
    root = root_of(content)
    if root not in DATA:
        raise refused(
            Place(file),
            "not_sdmx_data",
            found=f"an XML document <{root[:60]}>" if root else "an XML document",
            expected=f"an SDMX-ML message of data: {', '.join(DATA)}",
            hint="structures are not figures: load the data message of this dataflow"
            if root == "Structure"
            else "load a CSV, a workbook or an SDMX file",
        )
    target = _Generic(file) if root in _GENERIC else _Specific(file)
    try:
        feed(content, target, file=file)
    except TooManyColumns as error:
        raise refused(
            Place(file),
            "too_many_components",
            found=str(error),
            expected="the dimensions and attributes of one structure",
            hint="this is not a message of figures; check which file was named",
        ) from error
    except Contradiction as error:
        raise refused(
            Place(file),
            "several_data_sets",
            found=str(error),
            expected="data sets that say the same of all their observations",
            hint="ask the service for each of them by itself",
        ) from error
    if target.observed.count == 0:
        raise refused(
            Place(file),
            "no_rows",
            found="a message without observations",
            expected="at least one observation",
            hint="ask the service again; an empty release is not loaded",
        )
    return target.observed.read(file, target.structure)


def is_xml(content: bytes) -> bool:
    """Whether this is XML and says so; pages of the web do not."""
    start = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"<?xml") or root_of(content) in (*DATA, "Structure")


_ROOT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s/>]")


def root_of(content: bytes) -> str:
    """The local name of a document's root element."""
    start = re.sub(rb"<\?.*?\?>|<!--.*?-->", b"", content[:20_000], flags=re.DOTALL)
    match = _ROOT.search(start)
    return match[1].decode() if match else ""


def feed(content: bytes, target: Any, *, file: str) -> None:
    """Parse a document piece by piece. No entity, no document type, no network, no deep tree."""
    from lxml import etree

    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\x00" in content[:1000]:
        raise no_document_type(file)
    # Without "internal" the parser would hand over `&amp;` of an attribute as `&#38;`; there are
    # no other entities, since a document type is refused, here and once more by the target.
    parser = etree.XMLParser(
        target=target, huge_tree=False, resolve_entities="internal", no_network=True, load_dtd=False
    )
    view = memoryview(content)
    try:
        for start in range(0, len(view), _CHUNK_BYTES):
            parser.feed(bytes(view[start : start + _CHUNK_BYTES]))
        parser.close()
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        raise refused(
            Place(file, row=line),
            "broken_xml",
            found=f"XML that cannot be read ({error.msg or 'cut off'})",
            expected="a well-formed document without entities",
            hint="download the file again",
        ) from error


def no_document_type(file: str) -> FileRefused:
    return refused(
        Place(file, row=1),
        "document_type",
        found="a document type declaration, which may define entities",
        expected="an SDMX-ML message, which has none",
        hint="do not load this file unless you know who made it",
    )


class _Target:
    """What both flavours share: the header that names the structure."""

    def __init__(self, file: str) -> None:
        self.observed = Observed()
        self.structure = ""
        self._file = file

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise no_document_type(self._file)

    def data(self, text: str) -> None:
        # In 3.0 the structure is the text of an element: its URN.
        if not self.structure and "=" in text and (match := _STRUCTURE.search(text)):
            self.structure = match[1]

    def close(self) -> None:
        """Called at the end of the document."""

    def refer(self, attributes: Mapping[str, str]) -> None:
        if not self.structure and {"agencyID", "id"} <= attributes.keys():
            version = attributes.get("version", "1.0")
            self.structure = f"{attributes['agencyID']}:{attributes['id']}({version})"


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


class _Specific(_Target):
    """`<Series FREQ="A"><Obs TIME_PERIOD="2023" OBS_VALUE="1.0"/></Series>`, or flat `<Obs/>`."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self._in_data = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "Obs":
            self.observed.add(attributes)
        elif self._in_data:
            match _local(tag):
                case "Obs":
                    self.observed.add(attributes)
                case "Series":
                    self.observed.open_series(dict(_own(attributes)))
                case "Group":
                    self.observed.group(dict(_own(attributes)))
                case "Atts" | "DataSet":
                    self.observed.of_all(dict(_own(attributes)))
        elif _local(tag) == "DataSet":
            self._in_data = True
            self.observed.of_all(dict(_own(attributes)))
        elif _local(tag) == "Ref":
            self.refer(attributes)

    def end(self, tag: str) -> None:
        if tag != "Obs" and _local(tag) == "Series":
            self.observed.close_series()


_MESSAGE_ATTRIBUTES = ("action", "setID", "validFromDate", "validToDate", "publicationYear")


def _own(attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Components: whatever has no namespace and is not about the message."""
    for name, text in attributes.items():
        if not name.startswith("{") and name not in _MESSAGE_ATTRIBUTES:
            yield name, text


class _Generic(_Target):
    """`<ObsKey><Value id="FREQ" value="A"/></ObsKey><ObsValue value="1.0"/>`."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self._texts: dict[str, str] = {}
        self._group_key: dict[str, str] = {}
        self._at_observation = "TIME_PERIOD"
        self._in_data = False
        self._take: Callable[[dict[str, str]], None] = self._forget
        """What to do with the values gathered when the next part begins."""

    def _forget(self, texts: dict[str, str]) -> None:
        pass

    def _begin(self, then: Callable[[dict[str, str]], None]) -> None:
        self._take(self._texts)
        self._texts, self._take = {}, then

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        match _local(tag):
            case "Value" if self._in_data:
                name = attributes.get("id") or attributes.get("concept", "")
                self._texts[name] = attributes.get("value", "")
            case "ObsValue":
                self._texts["OBS_VALUE"] = attributes.get("value", "")
            case "ObsDimension":
                name = attributes.get("id", self._at_observation)
                self._texts[name] = attributes.get("value", "")
            case "Obs":
                self._begin(self._forget)
            case "Series":
                self._begin(self.observed.open_series)
            case "Group":
                self._begin(self._forget)
            case "DataSet":
                self._in_data = True
                self._begin(self.observed.of_all)
            case "Structure" if attributes.get("dimensionAtObservation", "All") != "AllDimensions":
                self._at_observation = attributes.get("dimensionAtObservation", "TIME_PERIOD")
            case "Ref" if not self._in_data:
                self.refer(attributes)

    def end(self, tag: str) -> None:
        match _local(tag):
            case "Obs":
                self.observed.add(self._texts)
                self._texts = {}
            case "Series":
                self.observed.close_series()
            case "GroupKey":
                self._group_key, self._texts = self._texts, {}
            case "Group":
                self.observed.group({**self._group_key, **self._texts})
                self._texts = {}
