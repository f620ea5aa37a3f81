"""The answer in a terminal: what asks for a change first, no line wider than the screen."""

from __future__ import annotations

import dataclasses
import re

import pytest

from esep.checking.report.entries import Report, shown
from esep.checking.report.terminal import terminal_text
from esep.model.claim import Checked
from tests.checking.report.made_up import catalog, checked, read_text

COLOUR = re.compile("\x1b\\[[0-9;]*m")


def report(language: str = "en", answer: Checked | None = None) -> Report:
    return Report(answer or checked(), read_text(), catalog(), language)


def test_what_asks_for_a_change_comes_first() -> None:
    text = terminal_text(report(), width=100, colour=False)
    assert text.replace("\u00a0", " ").splitlines()[:8] == [
        "report.txt  14 June 2024 · River Region · English",
        "9 figures: contradicted 1, superseded 1, no data 4, supported 2, not a claim 1",
        "",
        "× contradicted  fifth  line 3",
        "  «…of River region was 5.3 trillion crowns, fifth of 20 regions.»",
        "  PL · 2023 · River Region",
        "  put instead: second",
        "  River region was second of 3 regions in 2023; fifth it never was.",
    ]
    assert "× Do not fit together  46 (line 5), 53 (line 5)\n  53 cannot be a part of 46." in text


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("width", [20, 72, 300])
def test_no_line_is_wider_than_the_screen(language: str, width: int) -> None:
    text = terminal_text(report(language), width=width, colour=False)
    room = max(width, 40)
    listed = [line for line in text.splitlines() if not line.startswith(("9 ", "= ", "? "))]
    assert max(map(len, listed)) <= max(room, 67)


def test_colours_add_nothing_but_colours() -> None:
    plain = terminal_text(report(), width=100, colour=False)
    coloured = terminal_text(report(), width=100, colour=True)
    assert "\x1b[" not in plain
    assert "\x1b[31;1m× contradicted\x1b[0m" in coloured
    assert set(COLOUR.sub("", coloured).split()) == set(plain.split())


def test_into_a_pipe_nothing_is_cut() -> None:
    text = terminal_text(report(), width=None, colour=False)
    assert "The office published 5,322,132 million crowns for 2023." in text


def test_a_text_without_figures_says_so() -> None:
    empty = dataclasses.replace(checked(), figures=(), consistency=())
    assert "The text has no figures." in terminal_text(report("en", empty), width=80, colour=True)


def test_what_could_command_the_terminal_is_not_passed_on() -> None:
    assert shown("5\x1b[31m\u202e3\x07\u20605\x0c\uffff") == "5[31m35"
