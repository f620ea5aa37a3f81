"""A process that appends releases one by one and says so after each: `HOME PREFIX COUNT ROWS`."""

from __future__ import annotations

import sys
from pathlib import Path

from store_making import batch, issue, observation

from esep.store.store import Store


def main() -> None:
    home, prefix, count, rows = sys.argv[1:]
    store = Store.open(Path(home))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for number in range(int(count)):
        observations = [observation(row=row) for row in range(2, 2 + int(rows))]
        release_id = f"{prefix}-{number}"
        store.append(
            batch(release_id, observations=observations, issues=[issue()]),
            lock_timeout_seconds=120,
        )
        sys.stdout.write(f"{release_id}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
