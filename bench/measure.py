"""How long does a command take, and how much memory at most?"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Measurement:
    name: str
    seconds: float
    """Median of the runs, wall clock of the whole process unless the name says otherwise."""
    slowest: float
    cpu_seconds: float
    """Median of what the process and its threads computed: the same on a busy machine."""
    peak_mb: float
    """The largest resident size any process of any run reached."""
    runs: int
    limit_seconds: float | None = None
    """What the design asks for, on two cores."""

    def as_row(self) -> dict[str, object]:
        return asdict(self)


class CommandFailed(RuntimeError):
    """A measured command did not end well; a time of a failure means nothing."""


def measure(
    name: str,
    command: Sequence[str],
    *,
    runs: int,
    environment: Mapping[str, str],
    limit_seconds: float | None = None,
    before: Callable[[], None] | None = None,
    seconds_from_stdout: bool = False,
) -> Measurement:
    """Run a command several times in processes of its own; `before` prepares each run.

    With `seconds_from_stdout` the command times a part of its work itself and prints it last.
    """
    taken, computed, peaks = [], [], []
    for _ in range(runs):
        if before:
            before()
        run = run_once(command, environment)
        taken.append(float(run.output.split()[-1]) if seconds_from_stdout else run.seconds)
        computed.append(run.cpu_seconds)
        peaks.append(run.peak_mb)
    return Measurement(
        name,
        statistics.median(taken),
        max(taken),
        statistics.median(computed),
        max(peaks),
        runs,
        limit_seconds,
    )


class Run(NamedTuple):
    seconds: float
    cpu_seconds: float
    peak_mb: float
    output: str


def run_once(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """One run in a process of its own."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=output, stderr=errors, env={**os.environ, **environment}
        )
        # wait4 tells what this one child used; getrusage would mix all children so far.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode != 0:
            raise CommandFailed(f"{' '.join(command)}\n{errors.read().decode(errors='replace')}")
        unit = 1 if sys.platform == "darwin" else 1024
        return Run(
            seconds,
            usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss * unit / 1e6,
            output.read().decode(errors="replace"),
        )
