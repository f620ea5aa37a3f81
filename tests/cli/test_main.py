"""Does the command line fail the way its users can act on?"""

from __future__ import annotations

import errno
import os
import subprocess
import sys

import click
import pytest

from esep.cli import main
from esep.cli.main import cli, run
from esep.errors import BadRequest, Defect, NotFound, TryAgain

Output = pytest.CaptureFixture[str]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> list[BaseException | int]:
    """A command `fail` that raises, or returns, what a test puts into the list."""
    outcome: list[BaseException | int] = []

    @click.command()
    def fail() -> int:
        last = outcome[-1]
        if isinstance(last, BaseException):
            raise last
        return last

    monkeypatch.setitem(main.COMMANDS, "fail", "Fail.")
    monkeypatch.setattr(cli, "get_command", lambda ctx, name: fail)
    return outcome


def test_a_command_without_arguments_shows_its_help(capsys: Output) -> None:
    assert run([]) == 2
    assert "Commands:" in capsys.readouterr().err


def test_an_unknown_command_offers_the_nearest(capsys: Output) -> None:
    assert run(["shwo"]) == 2
    assert "did you mean show" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code"),
    [(BadRequest("No such day"), 2), (NotFound("No such place"), 2), (TryAgain("Busy"), 1)],
)
def test_a_failure_of_ours_is_told_in_words(
    failing: list[BaseException | int], capsys: Output, error: Exception, code: int
) -> None:
    error.detail, error.hint = "line 3, column value", "write it as 2024-06-14"  # type: ignore[attr-defined]
    failing.append(error)
    assert run(["fail"]) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [
        f"esep: {error.args[0]}",
        "  line 3, column value",
        "  -> write it as 2024-06-14",
    ]


@pytest.mark.parametrize("error", [KeyError("kk"), Defect("a promise is broken")])
def test_a_defect_apologises_and_hides_the_traceback(
    failing: list[BaseException | int], capsys: Output, error: Exception
) -> None:
    failing.append(error)
    assert run(["fail"]) == 70
    told = capsys.readouterr().err
    assert "Sorry" in told
    assert "--debug" in told
    assert "Traceback" not in told


def test_debug_shows_the_traceback_wherever_it_stands(
    failing: list[BaseException | int], capsys: Output
) -> None:
    failing.append(KeyError("kk"))
    assert run(["fail", "--debug"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_a_full_disk_is_called_a_full_disk(
    failing: list[BaseException | int], capsys: Output
) -> None:
    failing.append(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/data/part-0.parquet"))
    assert run(["fail"]) == 1
    assert "The disk is full." in capsys.readouterr().err


def test_ctrl_c_stops_quietly(failing: list[BaseException | int], capsys: Output) -> None:
    failing.append(KeyboardInterrupt())
    assert run(["fail"]) == 130
    assert "Stopped." in capsys.readouterr().err


def test_a_command_chooses_its_exit_code(failing: list[BaseException | int]) -> None:
    failing.append(1)
    assert run(["fail"]) == 1


def test_a_reader_who_leaves_early_is_no_failure() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "esep.cli.main", "completion", "bash"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() in (0, 1)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(capsys: Output, shell: str) -> None:
    assert run(["completion", shell]) == 0
    assert "_ESEP_COMPLETE" in capsys.readouterr().out
