"""How does a comment come to stand at the very words of a Word file, its look untouched?"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, date, datetime, time
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.run import Run

from esep.checking.documents.gather import origins
from esep.checking.documents.word_text import BOX, Piece
from esep.checking.report.entries import Entry
from esep.checking.report.words import Words

AUTHOR, INITIALS = "esep", "es"


def runs_of(pieces: Sequence[Piece], start: int, end: int) -> list[Any]:
    """The runs that hold exactly the words from `start` to `end` of a block, cut free.

    Offsets are into the block as it was read. Words are to be marked from the last to the
    first, since what is cut off behind them moves into runs of its own.
    """
    nodes = [each.node for each in pieces if each.node is not None]
    if any(next(node.iterancestors(BOX), None) is not None for node in nodes):
        return []  # Word knows no comments in text boxes
    _, places = origins("".join(each.text for each in pieces))
    if not 0 <= start < end <= len(places):
        return []
    first, last = places[start], places[end - 1] + 1
    found: list[Any] = []
    at = sum(len(each.text) for each in pieces)
    for piece in reversed(pieces):
        at -= len(piece.text)
        low, high = max(first - at, 0), min(last - at, len(piece.text))
        if piece.node is not None and low < high:
            found.append(_cut_free(piece.node, low, high))
    return found[::-1]


def comment(file: Any, runs: Sequence[Any], entry: Entry, words: Words, day: date) -> None:
    """Put the verdict on a figure beside it."""
    marked = [Run(run, file) for run in (runs[0], runs[-1])]
    made = file.add_comment(marked, "", author=AUTHOR, initials=INITIALS)
    # The day of the text, not the moment of the check: the same check gives the same file.
    made._comment_elm.date = datetime.combine(day, time(), UTC)
    put = [(f"; {words.expected}: ", False), (entry.expected, True)] if entry.expected else []
    lines = [[(f"{entry.sign} {entry.verdict}", True), *put]]
    lines += [[(text, False)] for text in (entry.explanation, entry.frame) if text]
    if entry.evidence:
        lines.append([(f"{words.evidence}: esep explain {entry.evidence[0]}", False)])
    _fill(made._comment_elm, lines)


def _fill(element: Any, lines: Sequence[Sequence[tuple[str, bool]]]) -> None:
    """Write the lines of a comment at once: run by run the library takes ten times as long."""
    written = "".join(
        '<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>'
        + "".join(
            f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}"
            f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
            for text, bold in line
        )
        + "</w:p>"
        for line in lines
    )
    first, *others = parse_xml(f"<w:comment {nsdecls('w')}>{written}</w:comment>")
    element.p_lst[0].extend(list(first)[1:])
    element.extend(others)


def _cut_free(node: Any, start: int, end: int) -> Any:
    """Cut the run of a text so that a part of the text has a run of its own; return that run.

    What stands before keeps its run and its nodes.
    """
    run = node.getparent()
    text = node.text or ""
    following = list(node.itersiblings())
    before = [each for each in node.itersiblings(preceding=True) if each.tag != qn("w:rPr")]
    node.set(qn("xml:space"), "preserve")
    if start or before:
        node.text = text[:start]
        middle = _like(run)
        middle.append(_text(text[start:end]))
        run.addnext(middle)
    else:
        node.text = text[:end]
        middle = run
    if end < len(text) or following:
        after = _like(run)
        if end < len(text):
            after.append(_text(text[end:]))
        for each in following:
            after.append(each)
        middle.addnext(after)
    return middle


def _like(run: Any) -> Any:
    """An empty run that looks the same."""
    made = run.makeelement(run.tag, dict(run.attrib), nsmap=run.nsmap)
    properties = run.find(qn("w:rPr"))
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def _text(words: str) -> Any:
    made = OxmlElement("w:t")
    made.text = words
    made.set(qn("xml:space"), "preserve")
    return made
