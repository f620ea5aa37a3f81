"""How much of the briefings of all regions is read back, and how many changed digits are seen?

Run by `make loop`; prints one line for each region and language, and exits 1 on a false alarm.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

from line_reading import LANGUAGES, Country
from reading_back import beside, caught, heard, printed, written

from esep.app.checks import check_document
from esep.cli.main import run

DAY, PERIOD, FORM = date(2024, 6, 14), "2023", "html"


def main() -> int:
    random = Random(DAY.toordinal())
    alarms = 0
    total: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "store"
        run(["init", "--pack", "kazakhstan", "--home", str(home)])
        country = Country(home)
        catalog = country.catalog
        for region in catalog.regions.level(catalog.compare_level, DAY):
            briefing = country.brief(region.code, PERIOD, DAY.isoformat())
            for code in LANGUAGES:
                document = briefing.documents[code]
                read = written(document, FORM, DAY)
                figures, _ = printed(document, read, FORM)
                checked = check_document(country.workspace, read, day=DAY)
                found = heard(checked, figures)
                seen, missed = caught(country, read, found, DAY, random)
                told = Counter(
                    figures=len(found),
                    supported=sum(each.supported for each in found),
                    contradicted=sum(each.contradicted for each in found),
                    beside=len(beside(checked, figures)),
                    changed=len(seen) + len(missed),
                    caught=len(seen),
                )
                total += told
                alarms += told["contradicted"]
                _say(f"{region.code} {code}", told)
    _say("all", total)
    return 1 if alarms else 0


def _say(name: str, told: Counter[str]) -> None:
    line = " ".join(f"{what} {number}" for what, number in told.items())
    sys.stdout.write(f"{name:10} {line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
