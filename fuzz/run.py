"""Does any file make a reader fail otherwise than with a word to the user?

    python -m fuzz.run [TARGET...] [--seconds 60] [--seed 1]

Each target runs in a process of its own with little memory. An input that breaks it is written
to build/fuzz/, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import os
import random
import re
import resource
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import NoReturn

from esep.errors import Defect, EsepError
from fuzz.mutate import mutated
from fuzz.targets import TARGETS, Target

OUT = Path("build") / "fuzz"
SLOW_SECONDS, STUCK_SECONDS = 10, 100
MEMORY_BYTES = 6 * 2**30
MOST_KEPT = 500

_VARIABLE = re.compile(r"'[^']*'|\d+")
"""What a message quotes: the same complaint of another word is no new behaviour."""


class TooSlow(Exception):
    """A small input took longer than anybody waits."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", nargs="*", choices=[[], *TARGETS], help="default: all of them")
    parser.add_argument("--seconds", type=float, default=60, help="for each target")
    parser.add_argument("--seed", type=int, default=None, help="default: another each time")
    parser.add_argument("--input", type=Path, help="run this file once, to see it fail")
    chosen = parser.parse_args()
    names = chosen.target or list(TARGETS)
    if chosen.input:
        TARGETS[names[0]].run(chosen.input.read_bytes())
        return 0
    seed = chosen.seed if chosen.seed is not None else random.SystemRandom().randrange(10**6)
    OUT.mkdir(parents=True, exist_ok=True)
    failed = [name for name in names if not _run(name, seed=seed, seconds=chosen.seconds)]
    print(f"{len(names) - len(failed)} of {len(names)} targets held; seed {seed}")
    return 1 if failed else 0


def _run(name: str, *, seed: int, seconds: float) -> bool:
    """Fuzz one target in a process of its own; a crash of it leaves the input behind."""
    process = multiprocessing.get_context("fork").Process(target=_work, args=(name, seed, seconds))
    process.start()
    process.join(seconds + 2 * STUCK_SECONDS)
    if process.is_alive():
        process.kill()
        process.join()
    if process.exitcode in (0, 1):
        return process.exitcode == 0
    kept = _last(name).rename(OUT / f"{name}-crash-{seed}")
    print(f"{name}: the process died ({process.exitcode}) on {kept}")
    return False


def _last(name: str) -> Path:
    return OUT / f"{name}-last"


def _work(name: str, seed: int, seconds: float) -> NoReturn:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    signal.signal(signal.SIGPROF, _too_slow)
    signal.signal(signal.SIGALRM, _too_slow)
    target, chance = TARGETS[name], random.Random(seed)
    corpus = target.seeds()
    seen: set[object] = set()
    failures: dict[str, Path] = {}
    count, until, slowest = 0, time.monotonic() + seconds, 0.0
    while time.monotonic() < until and len(failures) < 10:
        content = mutated(chance, corpus) if count >= len(corpus) else corpus[count]
        _last(name).write_bytes(content)
        started = time.monotonic()
        behaviour, failure = _outcome(target, content)
        slowest = max(slowest, time.monotonic() - started)
        count += 1
        if failure:
            if behaviour not in failures:
                failures[behaviour] = _keep(name, content, failure)
                print(f"{name}: {behaviour} on {failures[behaviour]}", flush=True)
        elif behaviour not in seen and len(corpus) < MOST_KEPT:
            seen.add(behaviour)
            corpus.append(content)
    _last(name).unlink(missing_ok=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name}: {count} inputs, {len(seen)} behaviours, {len(failures)} failures; "
        f"slowest {slowest:.1f} s, peak {peak:.0f} MB",
        flush=True,
    )
    os._exit(1 if failures else 0)


def _outcome(target: Target, content: bytes) -> tuple[str, str]:
    """What the target did, in few words; and the traceback where that is a finding."""
    # Of our own computing, since the machine may be busy; and of waiting for whatever we started.
    signal.setitimer(signal.ITIMER_PROF, SLOW_SECONDS)
    signal.alarm(STUCK_SECONDS)
    try:
        return repr(target.run(content))[:300], ""
    except Defect as defect:
        return f"Defect: {defect.title[:80]}", traceback.format_exc()
    except EsepError as error:
        return (
            f"{type(error).__name__}: {_VARIABLE.sub('', f'{error.title} {error.detail}')[:90]}",
            "",
        )
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of a library is no Exception
        frames = traceback.extract_tb(error.__traceback__)
        last = next((each for each in reversed(frames) if "/esep/" in each.filename), frames[-1])
        place = f"{Path(last.filename).name}:{last.lineno}"
        return f"{type(error).__name__} at {place}", traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.alarm(0)


def _keep(name: str, content: bytes, failure: str) -> Path:
    path = OUT / f"{name}-{hashlib.sha256(content).hexdigest()[:12]}"
    path.write_bytes(content)
    path.with_suffix(".txt").write_text(failure, encoding="utf-8")
    return path


def _too_slow(*_: object) -> NoReturn:
    raise TooSlow


if __name__ == "__main__":
    sys.exit(main())
