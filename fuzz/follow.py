"""Does any file make a reader fail, where the fuzzer follows which lines each input reaches?

    python -m fuzz.follow TARGET [--seconds 60]

For who has installed atheris (`pip install atheris`); it is not among the libraries of esep. What
breaks the target is written to build/fuzz/ like that of `fuzz.run`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

OUT = Path("build") / "fuzz"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--seconds", type=int, default=60)
    chosen = parser.parse_args()
    try:
        import atheris
    except ImportError:
        print("atheris is not installed: python -m fuzz.run needs nothing else", file=sys.stderr)
        return 2
    # Libraries of others are not followed: their lines would drown ours.
    with atheris.instrument_imports(include=["esep"]):
        from esep.errors import Defect, EsepError
        from fuzz.targets import TARGETS

    target = TARGETS[chosen.target]

    def run(content: bytes) -> None:
        try:
            target.run(content)
        except Defect:
            raise
        except EsepError:
            return

    corpus = OUT / f"followed-{chosen.target}"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    prefix = f"-artifact_prefix={OUT / chosen.target}-"
    limits = (f"-max_total_time={chosen.seconds}", "-timeout=10", "-rss_limit_mb=4096")
    atheris.Setup([sys.argv[0], str(corpus), prefix, *limits], run)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
