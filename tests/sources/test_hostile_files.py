"""Files that were made to hurt, or came out so: each is refused or bounded, in seconds."""

from __future__ import annotations

import os
import random
import threading
import time
from datetime import date
from pathlib import Path

import pytest

from esep.errors import BadRequest, TryAgain
from esep.sources.load import load_file
from esep.sources.readers import received
from esep.sources.readers.received import receive
from esep.sources.refusal import FileRefused

HEADER = "indicator,region,period,value,unit,comparison,base,stage,note\n"
GOOD = "product,TL-HIL,2023,360.0,CRN:6,,,final,\n"
SECONDS = 60
"""Far more than is needed, on a machine with other things to do."""


@pytest.fixture
def load_path(catalog, store):
    def load(path: Path):
        options = {"now": store.created_at, "today": date(2024, 12, 1), "source": "tso-product"}
        return load_file(path, catalog=catalog, store=store, **options)

    return load


# -- what is no file -----------------------------------------------------------------------


def test_a_pipe_is_refused_and_not_waited_for(load_path, tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(BadRequest, match="not an ordinary file"):
        load_path(tmp_path / "pipe.csv")


def test_a_file_that_becomes_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(BadRequest, match="not an ordinary file"):
        received._read(tmp_path / "pipe.csv")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/urandom"])
def test_a_device_is_refused(load_path, device):
    with pytest.raises(BadRequest, match="not an ordinary file"):
        load_path(Path(device))


def test_a_link_to_itself_is_told_as_such(load_path, tmp_path):
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    with pytest.raises(BadRequest, match="cannot be read") as told:
        load_path(tmp_path / "loop.csv")
    assert "leads to itself" in told.value.hint


def test_a_link_to_a_file_is_the_file(load_path, tmp_path):
    (tmp_path / "real.csv").write_text(HEADER + GOOD)
    (tmp_path / "link.csv").symlink_to("real.csv")
    assert load_path(tmp_path / "link.csv").rows == 1


def test_a_file_that_changes_while_it_is_read_is_not_half_loaded(tmp_path, monkeypatch):
    path = tmp_path / "growing.csv"
    path.write_bytes(b"x" * 50_000_000)
    done = threading.Event()

    def grow():
        while not done.is_set():
            with path.open("ab") as file:
                file.write(b"y" * 1000)
            time.sleep(0.0005)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        with pytest.raises(TryAgain, match="changed while it was read") as told:
            receive(path)
    finally:
        done.set()
        writer.join()
    assert "wait until it is written" in told.value.hint


def test_a_file_larger_than_it_says_is_not_read_without_end():
    # The system makes up such files as they are read; their size is told as nothing.
    with pytest.raises(TryAgain, match="changed while it was read"):
        receive(Path("/proc/self/maps"))


# -- texts ---------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"])
def test_wide_letters_without_a_mark_are_named(load, encoding):
    with pytest.raises(FileRefused) as told:
        load((HEADER + GOOD).encode(encoding))
    assert encoding[:6].upper() in told.value.detail


def test_marks_nobody_sees_are_shown(load_rows):
    result = load_rows("product,TL\u200f-HIL,2024,1,CRN:6,,,final,")
    assert "TL<U+200F>-HIL" in result.issues[0].found
    assert "\u200f" not in result.issues[0].found


def test_a_column_name_with_a_mark_nobody_sees_is_shown(load):
    with pytest.raises(FileRefused) as told:
        load(HEADER.replace("region", "re\u202egion\x1b[2J") + GOOD)
    assert "re<U+202E>gion<1B>[2J" in told.value.detail
    assert "\x1b" not in str(told.value)


def test_line_ends_of_three_kinds_in_one_file_are_read(load):
    rows = [GOOD.replace("2023", str(year)).rstrip("\n") for year in (2022, 2023, 2024)]
    result = load(HEADER + rows[0] + "\r\n" + rows[1] + "\r" + rows[2] + "\n")
    assert (result.rows, result.issues) == (3, ())


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "+1+1", "-1-1"])
def test_a_formula_is_no_value(load_rows, cell):
    result = load_rows(f"product,TL-RIV,2023,{cell},CRN:6,,,final,")
    assert (result.rows, [issue.code for issue in result.issues]) == (1, ["not_a_number"])


def test_a_formula_in_a_note_is_text_and_printed_as_such(load):
    from esep.cli.console import csv_cell

    load(HEADER + GOOD.replace("final,", "final,=HYPERLINK(1)"))
    assert csv_cell("=HYPERLINK(1)") == "'=HYPERLINK(1)"


# -- sizes ---------------------------------------------------------------------------------


def word(chance: random.Random, length: int) -> str:
    return "".join(chance.choices("абвгдеabc", k=length))


def many(row: str, count: int) -> str:
    chance = random.Random(1)
    return "".join(row.replace("?", word(chance, 12)) for _ in range(count))


SAID = "id,said_on,source,region,topic,label,period,value,unit,comparison,planned,hedge,direction\n"

HUGE = {
    "thousands of columns of nothing": lambda: "," * 99_000 + "\n" + GOOD,
    "thousands of columns": lambda: ",".join(f"c{each}" for each in range(15_000)) + "\n" + GOOD,
    "regions that nobody knows": lambda: HEADER + many("product,?,2023,1,CRN:6,,,final,\n", 15_000),
    "indicators that nobody knows": lambda: HEADER + many("?,TL,2023,1,CRN:6,,,final,\n", 15_000),
    "one figure again and again": lambda: HEADER + GOOD * 60_000,
    "one figure with many values": lambda: (
        HEADER + "".join(GOOD.replace("360", str(each)) for each in range(60_000))
    ),
    "what nobody can have said": lambda: (
        SAID + many("?,2024-01-01,s,?,?,l,2023,1,CRN,,,,\n", 15_000)
    ),
    "nothing but line ends": lambda: HEADER + GOOD + "\n" * 10_000_001,
}


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_file_of_nonsense_is_refused_in_seconds(load, name):
    text = HUGE[name]()
    started = time.monotonic()
    with pytest.raises(FileRefused) as told:
        load(text)
    assert time.monotonic() - started < SECONDS
    assert len(str(told.value)) < 5000


def test_rows_of_a_thousand_columns_of_nothing_are_set_aside(load):
    result = load(HEADER + GOOD + ("," * 1000 + "x\n") * 300)
    assert (result.rows, result.set_aside) == (1, 300)
    assert max(len(issue.row_text) for issue in result.issues) <= 4000


def test_a_gigantic_cell_is_not_repeated_in_messages(load_rows):
    result = load_rows(
        'product,TL-RIV,2023,"' + "1" * 40_000 + "," + "1" * 40_000 + '",CRN:6,,,final,'
    )
    assert len(result.issues[0].found) < 200
    assert len(result.issues[0].hint) < 200
